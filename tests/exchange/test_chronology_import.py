"""A chronology file comes in whole or not at all, as often as anybody likes, and nothing on record is changed by it."""

import json
from datetime import datetime
from importlib.resources import files
from typing import Any
from uuid import uuid4

import pytest

from kith.chronology.models import Entry
from kith.duties.models import Duty, Watch
from kith.exchange.chronology_import import import_chronology
from kith.journey.entering import ACTS
from kith.occasions.models import Occasion
from kith.policy.calendar import LONDON
from kith.policy.facts import KINDS
from kith.replay.chronology_file import BadLines, Chronology, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

STORY = files("kith.replay.demonstration") / "oconnell.jsonl"
HEAD = [
    {"id": "north", "kind": "agency", "name": "North team", "type": "social_care"},
    {"id": "robin", "kind": "person", "name": "Robin", "born": "2024-05-03"},
    {"id": "isla", "kind": "person", "name": "Isla", "born": "2021-05-03"},
]
BY = {"role": "social_care_manager", "agency": "north"}
MARK = {
    "id": "mark", "kind": "injury", "type": "bruise", "region": "shin", "about": ["robin"], "by": BY,
    "happened": "2026-11-11T09:00", "at": "2026-11-11T10:00",
}  # fmt: skip


def a_file(*lines: dict[str, Any], source: str) -> Chronology:
    return read("\n".join(json.dumps(line) for line in ({"source": source}, *HEAD, *lines)))


@pytest.fixture
def source() -> str:
    return f"urn:kith:test:{uuid4()}"


def on_record() -> tuple[int, int, int]:
    return Entry.objects.count(), Duty.objects.count(), Occasion.objects.count()


def test_a_story_brought_in_again_changes_nothing_at_all():
    story = read(STORY.read_text(encoding="utf-8"))
    assert import_chronology(story) == sum(len(moment.facts) for moment in story.moments)
    before = on_record()
    assert import_chronology(story) == 0
    assert on_record() == before


def test_a_story_brought_in_in_two_parts_is_the_whole_story():
    story = read(STORY.read_text(encoding="utf-8"))
    first = import_chronology(story, until=datetime(2026, 12, 14, 12, tzinfo=LONDON))
    rest = import_chronology(story)
    assert first > 0 and rest > 0
    assert Entry.objects.count() == first + rest == sum(len(moment.facts) for moment in story.moments)


def test_a_file_that_has_grown_brings_only_what_is_new(source):
    import_chronology(a_file(MARK, source=source))
    seen_again = {**MARK, "id": "mark 2", "happened": "2026-11-20T09:00", "at": "2026-11-20T10:00"}
    assert import_chronology(a_file(MARK, seen_again, source=source)) == 1


def test_an_entry_about_two_children_is_the_same_in_whatever_order_they_are_named(source):
    import_chronology(a_file({**MARK, "about": ["robin", "isla"]}, source=source))
    assert import_chronology(a_file({**MARK, "about": ["isla", "robin"]}, source=source)) == 0


def test_an_id_on_record_with_other_words_is_refused_by_its_line_and_nothing_comes_in(source):
    import_chronology(a_file(MARK, source=source))
    before = on_record()
    new = {**MARK, "id": "new"}
    with pytest.raises(BadLines, match="Line 6: This id is on record with other content") as refused:
        import_chronology(a_file(new, {**MARK, "region": "knee"}, source=source))
    assert "Enter a correction with an id of its own." in str(refused.value)
    assert on_record() == before


def test_every_kind_of_entry_has_an_act_that_enters_it():
    assert KINDS.keys() == ACTS.keys()


def test_what_a_file_says_was_done_is_kept_though_a_hold_would_have_stood_before_it(source):
    opened = {
        "id": "open", "kind": "involvement", "about": ["robin"], "with_agency": "north", "service": "child_in_need",
        "happened": "2026-11-01T09:00", "at": "2026-11-01T10:00", "by": BY,
    }  # fmt: skip
    closed = {
        "id": "close", "kind": "stepped_down", "about": ["robin"], "involvement": "open", "to": "closed",
        "happened": "2026-11-12T09:00", "at": "2026-11-12T10:00", "by": BY,
    }  # fmt: skip
    assert import_chronology(a_file(opened, MARK, closed, source=source)) == 3
    assert Entry.objects.filter(kind="stepped_down").count() == 1


def test_a_file_that_grew_in_its_middle_opens_what_the_whole_story_would_have_and_sets_no_clock_back(source):
    later = {**MARK, "id": "later", "region": "upper_arm", "happened": "2026-11-20T09:00", "at": "2026-11-20T10:00"}
    early = {**MARK, "id": "early", "region": "cheek", "happened": "2026-11-01T09:00", "at": "2026-11-01T10:00"}
    import_chronology(a_file(later, source=source))
    (watch,) = Watch.objects.values_list("child", "assessed_at")
    assert not Duty.objects.exists()
    assert import_chronology(a_file(early, later, source=source)) == 1
    assert Duty.objects.filter(rule="repeated_injuries_raise_non_accidental_injury", ending=None).count() == 1
    assert list(Watch.objects.values_list("child", "assessed_at")) == [watch]


def test_somebody_who_comes_of_age_in_a_file_is_let_go_by_the_clock(source):
    grown = {"id": "ella", "kind": "person", "name": "Ella", "born": "2008-12-20"}
    plan = {
        "id": "plan", "kind": "involvement", "about": ["ella"], "with_agency": "north", "service": "child_in_need",
        "happened": "2026-12-01T09:00", "at": "2026-12-01T10:00", "by": BY,
    }  # fmt: skip
    after = {**MARK, "id": "after", "happened": "2027-03-01T09:00", "at": "2027-03-01T10:00"}
    story = read("\n".join(json.dumps(line) for line in ({"source": source}, *HEAD, grown, plan, after)))
    assert import_chronology(story, until=datetime(2027, 6, 1, tzinfo=LONDON)) == 2
    assert not Watch.objects.filter(child=story.people[-1].id).exclude(next_change_at=None).exists()
