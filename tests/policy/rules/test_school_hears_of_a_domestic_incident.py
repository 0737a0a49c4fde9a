"""A school that must hear of a domestic incident has heard before the child next comes, or somebody rings it."""

import pytest
from tests.policy.builder import (
    ONE_SECOND,
    a_child,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
    told_of,
)

from kith.policy.findings import OwedBy
from kith.policy.rulebook import Rulebook, rulebook
from kith.vocabulary import Clock, FindingKind, Role

RULE = "school_hears_of_a_domestic_incident"
#: Entered on the evening of Thursday 10 December: the child next comes on Friday the 11th.
INCIDENT = a_child().tell(
    "domestic_incident", on="2026-12-10T21:00", by="police", called="incident", schools=["school"]
)
MORNING = "2026-12-11T08:00"


def test_a_school_that_has_not_heard_by_the_morning_is_rung():
    said = speaks(RULE, INCIDENT.at(MORNING))
    assert (said.kind, said.about, said.evidence) == (FindingKind.OBLIGATION, the("incident"), (the("incident"),))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER)
    assert (said.due_at, said.clock) == (moment("2026-12-11T09:00"), Clock.ELAPSED)
    assert said.sentence == (
        "Nobody has recorded that Ashgrove Primary School heard of the incident between adults on 10 December 2026."
    )
    assert is_fit_to_read(said)


def test_it_waits_until_the_morning_and_the_clock_knows_when():
    before = INCIDENT.at(moment(MORNING) - ONE_SECOND)
    is_silent(RULE, before)
    alone = Rulebook(rules=tuple(one for one in rulebook().rules if one.name == RULE))
    assert told_of(before, alone).next_change_at == moment(MORNING)


def test_whoever_opened_the_notice_or_was_rung_has_heard():
    for how in ("kith", "telephone"):
        heard = INCIDENT.tell("told", on="2026-12-11T07:50", of="incident", told_agency="school", how=how)
        is_silent(RULE, heard.at(MORNING))


def test_another_agency_that_heard_is_not_the_school():
    other = INCIDENT.tell("told", on="2026-12-11T07:50", of="incident", told_agency="nursery", how="kith")
    assert speaks(RULE, other.at(MORNING))


def test_an_incident_no_school_was_named_for_is_nobodys_call():
    is_silent(RULE, INCIDENT.had("incident", schools=()).at(MORNING))


@pytest.mark.parametrize("other", ["hub", "surgery"])
def test_only_a_school_or_a_nursery_is_rung(other: str):
    is_silent(RULE, INCIDENT.had("incident", schools=(the(other),)).at(MORNING))
    assert speaks(RULE, INCIDENT.had("incident", schools=(the("nursery"),)).at(MORNING))


def test_a_school_that_told_of_it_itself_knows():
    is_silent(RULE, INCIDENT.had("incident", agency=the("school")).at(MORNING))


def test_after_a_night_before_a_weekend_it_is_monday():
    friday = a_child().tell("domestic_incident", on="2026-12-11T09:00", by="police", schools=["school"])
    is_silent(RULE, friday.at("2026-12-14T07:59"))
    assert speaks(RULE, friday.at("2026-12-14T08:00"))
