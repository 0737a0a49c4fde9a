"""The policy book: every learning point, every rule, each told twice by its own tests, and no word of the code's own."""

import re
import time
from functools import cache

import pytest

from kith.cli.book.heard import Heard, hear_every_rule
from kith.cli.book.in_plain_words import shown_by_tests
from kith.cli.book.pairs import facts_of, pairs_of
from kith.cli.docs import EXAMPLES, rules_without_example
from kith.cli.policy_book import policy_book
from kith.policy.rulebook import Rule, discovered
from kith.replay.examples import read, shown_in_tests, written
from kith.replay.learning_points import POINTS
from kith.vocabulary import FindingKind

EVERY = pytest.mark.parametrize("one", discovered(), ids=lambda one: one.name)


def heard_of(one: Rule) -> tuple[Heard, ...]:
    return _every()[one.name]


@cache
def _every() -> dict[str, tuple[Heard, ...]]:
    return hear_every_rule()


def section(one: Rule) -> str:
    """What the book says of one rule."""
    return policy_book().split(f"\n### {one.sentence}\n")[1].split("\n### ")[0].split("\n## ")[0]


# The examples


def test_every_rule_has_a_child_told_twice_with_one_fact_different():
    assert rules_without_example() == [], "add one test of each sort to these rules' tests"


@EVERY
def test_an_example_shows_the_same_record_twice_but_for_one_line(one: Rule):
    shown = shown_by_tests()[one.name]
    assert shown.example is not None
    speaks, quiet = shown.example.speaks, shown.example.quiet
    assert len(speaks) == len(quiet)
    assert [line for line in speaks if not line.differs] == [line for line in quiet if not line.differs]
    ((said,), (not_said,)) = ([line for line in side if line.differs] for side in (speaks, quiet))
    assert said != not_said


@EVERY
def test_an_example_is_what_the_rule_said_in_its_own_tests(one: Rule):
    heard = heard_of(one)
    (finding,) = pairs_of(heard, one.met_by)[0].speaks.said
    assert finding.rule == one.name
    example = shown_by_tests()[one.name].example
    assert example and example.sentence in {said.sentence for each in heard for said in each.said}


@EVERY
def test_an_example_is_in_the_words_of_people(one: Rule):
    example = shown_by_tests()[one.name].example
    assert example
    told = " ".join(
        (example.subject, example.at, example.owed_by, *(line.what for line in (*example.speaks, *example.quiet)))
    )
    assert not re.search(r"_|\bNone\b|[0-9a-f]{8}-|<|\{", told), told


def test_no_example_teaches_that_closing_or_waiving_is_how_a_rule_falls_quiet():
    for one in discovered():
        pair = pairs_of(heard_of(one), one.met_by)[0]
        differs = pair.there or pair.here
        assert differs and differs.kind not in ("waiver", "consideration", "retraction", "stepped_down"), one.name
        assert facts_of(pair.quiet.picture), f"{one.name}: a child of whom nothing is known shows nothing"


def test_the_file_of_examples_is_read_as_it_was_written():
    assert read(written(shown_by_tests())) == shown_by_tests()
    assert EXAMPLES.read_text(encoding="utf-8") == written(shown_by_tests())
    assert shown_in_tests("a_rule_nobody_wrote") is None


def test_hearing_every_test_is_quick_and_always_the_same():
    began = time.perf_counter()
    again = written(shown_by_tests.__wrapped__())
    assert time.perf_counter() - began < 10
    assert again == written(shown_by_tests())


# The page


def test_there_are_fourteen_chapters_and_each_opens_with_the_reviews_own_sentence():
    chapters = re.split(r"^## ", policy_book(), flags=re.MULTILINE)[1:]
    assert len(chapters) == len(POINTS) == 14
    for chapter, point in zip(chapters, POINTS.values(), strict=True):
        heading, quotation = chapter.split("\n\n")[:2]
        assert heading == f"Learning point {point.number}: {point.called}"
        assert quotation.startswith(f"> “{point.sentence}”\n")


def test_the_review_is_quoted_as_it_was_published():
    assert POINTS[14].sentence == (
        "Decisions on when to start Section 47s should always be determined by the level of risk."
    )
    assert POINTS[6].source == "Case Study Luke, Summary of Learning, sixth point"


def test_a_chapter_without_a_rule_of_its_own_says_so():
    for point, chapter in zip(POINTS.values(), re.split(r"^## ", policy_book(), flags=re.MULTILINE)[1:], strict=True):
        own = any(min(one.learning) == point.number for one in discovered())
        assert own == ("\n### " in chapter)
        assert own or "No rule " in chapter


@EVERY
def test_a_rule_says_of_whom_it_asks_what_by_when_and_what_ends_it(one: Rule):
    said = section(one)
    for part in (
        "**It asks somebody** to ",
        "**Who:** ",
        "**By when:**",
        "**What ends it:**",
        "**What it never holds:** ",
    ):
        assert part in said
    assert one.why in said and one.source in said
    assert "**Checked by:** To be named. Nobody has checked this rule yet." in said or one.checked_by != "to be named"
    assert f"**Called in the record:** {one.name.replace('_', ' ')}" in said


@EVERY
def test_what_protects_is_named_as_never_held(one: Rule):
    said = section(one).split("**What it never holds:** ")[1].split("\n")[0]
    for act in ("seeing the child", "asking for help", "a strategy discussion", "police protection"):
        assert act in said.split("These never")[1], said
    holds = FindingKind.HOLD in shown_by_tests()[one.name].asks.kinds
    assert holds == ("may wait for the answer" in said)


def test_a_rule_of_two_points_stands_once_and_is_pointed_to_from_the_other():
    both = next(one for one in discovered() if len(one.learning) > 1)
    assert policy_book().count(f"\n### {both.sentence}\n") == 1
    assert policy_book().count(f"- [{both.sentence}](#") == len(both.learning) - 1
