"""What is on record of another child of the family is read for this child too."""

import pytest
from tests.policy.builder import Story, a_child, all_said, entries, is_fit_to_read, is_silent, moment, speaks, the

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "siblings_history_is_read"

FAMILY = (
    a_child()
    .knowing("Sam", born="2023-01-01", called="Sam")
    .living_in("flat", on="2024-06-01T09:00", called="Robin lives there")
    .living_in("flat", on="2024-06-01T09:00", who="Sam", called="Sam lives there")
    .child_in_need(on="2026-12-01T10:00", called="plan")
)
NEGLECT = FAMILY.worry_told(on="2025-02-03T09:00", about=("Sam",), called="of Sam", harm="neglect")


def read(story: Story, *names: str, on: str = "2026-12-03T13:00", by: str = "north") -> Story:
    return story.tell("history_check", on=on, by=by, called="read", read=names)


def test_a_worry_about_a_sibling_is_read_for_a_child_who_is_open_to_help():
    said = speaks(RULE, NEGLECT.at())
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert said.about == the("Sam")
    assert set(said.evidence) == entries("of Sam")
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (moment("2026-12-02"), Clock.WORKING)
    assert said.sentence == "Nobody who decides for Robin has read 1 entry of contacts or social care about Sam."
    assert said.do_next == "read them, and write in the history of Robin what they change."
    assert is_fit_to_read(said)


@pytest.mark.parametrize("missing", ["of Sam", "plan", "Sam lives there"])
def test_it_is_silent_without(missing: str):
    is_silent(RULE, NEGLECT.without(missing).at())


def test_an_undecided_worry_about_the_child_asks_for_it_as_an_open_service_does():
    worried = NEGLECT.without("plan").worry_told(on="2026-12-21T10:00", called="today")
    said = speaks(RULE, worried.at())
    assert said.due_at == moment("2026-12-22")
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    is_silent(RULE, worried.decided("assessment", on="2026-12-21T12:00", of="today").at())


def test_early_help_asks_for_it_too():
    assert speaks(RULE, NEGLECT.had("plan", service="early_help").at())
    is_silent(RULE, NEGLECT.had("plan", service="nursery_place").at())


# What of a sibling's


@pytest.mark.parametrize(("harm", "matters"), [("physical", True), ("emotional", False), ("not_said", False)])
def test_worries_about_neglect_and_physical_harm_matter_here(harm: str, matters: bool):
    assert bool(all_said(RULE, NEGLECT.had("of Sam", harm=harm).at())) is matters


@pytest.mark.parametrize(
    ("service", "matters"), [("child_in_need", True), ("looked_after", True), ("early_help", False)]
)
def test_social_care_matters_here(service: str, matters: bool):
    story = FAMILY.open_to(service, on="2024-07-01", with_agency="south", about=("Sam",))
    assert bool(all_said(RULE, story.at())) is matters


def test_what_is_about_both_is_this_childs_own():
    is_silent(RULE, NEGLECT.had("of Sam", about=(the("Robin"), the("Sam"))).at())


def test_each_sibling_is_read_by_name():
    ash = NEGLECT.knowing("Ash", born="2020-01-01", called="Ash").cared_for_by("Kit", on="2026-12-02", called="mine")
    ash = ash.tell("key_adult", on="2026-12-01", about=("Ash",), adult="Kit", called="theirs")
    ash = ash.open_to("child_in_need", on="2024-07-01", with_agency="south", about=("Ash",))
    ash = ash.open_to("child_in_need", on="2025-07-01", with_agency="south", about=("Ash",))
    said = {one.about: one for one in all_said(RULE, ash.at())}
    assert set(said) == entries("Sam", "Ash")
    assert "2 entries of contacts" in said[the("Ash")].sentence
    assert said[the("Ash")].due_at == moment("2026-12-03"), "counted from when the two were known to belong together"


# From when, and what ends it


def test_it_counts_from_the_news_of_the_sibling_when_that_came_last():
    late = NEGLECT.had("of Sam", at=moment("2026-12-21T09:00"))
    assert speaks(RULE, late.at()).due_at == moment("2026-12-22")
    more = late.worry_told(on="2026-12-22T09:00", about=("Sam",), harm="physical")
    assert speaks(RULE, more.at()).due_at == moment("2026-12-22"), "more of the same puts nothing off"


def test_it_counts_from_when_the_children_were_known_to_belong_together():
    joined = NEGLECT.had("Sam lives there", at=moment("2026-12-21T09:00"))
    assert speaks(RULE, joined.at()).due_at == moment("2026-12-22")
    said_again = joined.living_in("flat", on="2026-12-23T09:00", who="Sam", living="part_time")
    assert speaks(RULE, said_again.at()).due_at == moment("2026-12-22")


def test_a_parent_who_is_a_child_is_read_too():
    parent = (
        NEGLECT.knowing("Ash", born="2009-06-01", called="Ash")
        .cared_for_by("Ash", on="2026-12-08T09:00")
        .open_to("looked_after", on="2020-01-01", with_agency="south", about=("Ash",))
    )
    said = {one.about: one for one in all_said(RULE, parent.at())}
    assert said[the("Ash")].due_at == moment("2026-12-09")


def test_it_is_silent_once_somebody_who_decides_has_read_it_for_this_child():
    is_silent(RULE, read(NEGLECT, "of Sam").at())
    assert speaks(RULE, read(NEGLECT, "of Sam", by="nursery").at())
    assert speaks(RULE, read(NEGLECT, "plan").at())
    assert speaks(RULE, read(NEGLECT, "of Sam").had("read", about=(the("Sam"),)).at()), "read for Sam, not for Robin"


def test_time_alone_does_not_end_it():
    assert speaks(RULE, NEGLECT.at("2030-12-24T16:30"))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert rule.missing(a_child().at()) == "a contact that nobody has decided, or a service that is open to the child"
    assert "another child of the family" in (rule.missing(FAMILY.at()) or "")
