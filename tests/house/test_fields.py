"""Every field says whether redaction may ever empty it, and every table and closed list has its line in the glossary."""

import re
from enum import StrEnum

import pytest
from django.apps import apps
from tests.house.source import ROOT

import kith.vocabulary
from kith.occasions.guards import kept_models
from kith.occasions.record import EnteredRow, Row, Working

GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
OURS = [model for model in apps.get_models() if model.__module__.startswith("kith.")]
LISTS = [getattr(kith.vocabulary, name) for name in kith.vocabulary.__all__]


def lines_under(heading: str) -> dict[str, str]:
    """The code names that a chapter of the glossary explains, each with its meaning."""
    chapter = GLOSSARY.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| `([\w.]+)` \| (.+?) \|$", chapter, flags=re.MULTILINE))


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_field_is_declared_scrub_or_may_stay_exactly_once(model):
    assert issubclass(model, Row), "a table of ours says how its rows are kept"
    declared = sorted((*model.scrub, *model.may_stay))
    assert declared == sorted(field.name for field in model._meta.get_fields() if field.concrete)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_what_shows_a_row_was_not_altered_may_always_stay(model):
    if issubclass(model, EnteredRow):
        assert {"salt", "digest", "recorded_at"} <= set(model.may_stay)
    key = model._meta.pk
    assert {field.name for field in getattr(key, "fields", (key,))} <= set(model.may_stay)


def test_a_table_that_may_be_changed_holds_nothing_anybody_said():
    working = {model._meta.label for model in kept_models() if isinstance(model.kept, Working)}
    assert working == {
        "agencies.CodeTried",
        "agencies.SignIn",
        "duties.SettingWatch",
        "duties.Watch",
        "people.KeyedUnder",
        "people.SameAs",  # worked out from the decisions that stand
        "people.MatchKey",  # codes made with a secret, of what was said; worked out anew whenever that is
    }


def test_every_table_has_its_line_in_the_glossary_and_no_line_is_of_a_table_that_is_not():
    assert set(lines_under("Tables")) == {model._meta.label for model in OURS}


def test_every_closed_list_has_its_line_in_the_glossary_and_no_line_is_of_a_list_that_is_not():
    assert set(lines_under("Closed lists")) == {f"vocabulary.{one.__name__}" for one in LISTS}


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.__name__)
def test_a_closed_list_is_words_and_says_what_it_is_for(one):
    assert issubclass(one, StrEnum)
    assert one.__doc__
    assert len(one) > 1
    assert all(word.value == word.name.lower() for word in one)
