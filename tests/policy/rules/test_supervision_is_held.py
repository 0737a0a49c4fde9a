"""The work with a child is talked through: monthly on a child protection plan, every three months otherwise."""

import pytest
from tests.policy.builder import (
    ONE_SECOND,
    a_child,
    entries,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
    told_of,
)

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "supervision_is_held"

PLAN = a_child().child_protection_plan(on="2026-11-02T10:00", called="plan")
HELD = PLAN.tell("supervision", on="2026-11-20T14:00", called="held")


def test_a_month_without_supervision_on_a_child_protection_plan_says_so():
    said = speaks(RULE, PLAN.at())
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert said.about == the("plan")
    assert set(said.evidence) == entries("plan")
    assert said.owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    assert (said.due_at, said.clock) == (moment("2026-12-02"), Clock.ELAPSED)
    assert said.sentence == (
        "No supervision about Robin is on record since the work of North Locality Team began on 2 November 2026."
    )
    assert said.do_next == "talk the work through with the worker, and record it."
    assert is_fit_to_read(said)


def test_without_the_plan_it_is_silent():
    is_silent(RULE, PLAN.without("plan").at())
    is_silent(RULE, PLAN.stepped_down(on="2026-12-01", of="plan").at())


@pytest.mark.parametrize("service", ["early_help", "assessment", "nursery_place"])
def test_a_service_without_an_interval_is_not_asked_about(service: str):
    is_silent(RULE, PLAN.had("plan", service=service).at("2028-01-01"))


def test_supervision_starts_the_month_again():
    said = speaks(RULE, HELD.at())
    assert said.due_at == moment("2026-12-20")
    assert set(said.evidence) == entries("held")
    assert said.sentence == "No supervision about Robin is on record since 20 November 2026."
    assert said.about == the("plan")
    is_silent(RULE, HELD.tell("supervision", on="2026-12-18T14:00").at())


def test_it_warns_a_working_day_before_and_not_a_second_sooner():
    warns = moment("2026-12-18T00:00")
    is_silent(RULE, HELD.at(warns - ONE_SECOND))
    assert told_of(HELD.at(warns - ONE_SECOND)).next_change_at == warns
    assert speaks(RULE, HELD.at(warns)), "the month ends on a Sunday: the Friday before"


@pytest.mark.parametrize("service", ["child_in_need", "looked_after", "social_care"])
def test_other_work_of_social_care_is_talked_through_every_three_months(service: str):
    story = PLAN.had("plan", service=service)
    is_silent(RULE, story.at("2027-01-31T12:00"))
    assert speaks(RULE, story.at("2027-02-01T12:00")).due_at == moment("2027-02-02")


def test_the_nearest_of_several_intervals_is_the_one_that_counts():
    both = PLAN.child_in_need(on="2026-10-01T10:00", called="need")
    assert speaks(RULE, both.at()).due_at == moment("2026-12-02")


def test_one_plan_that_becomes_another_starts_no_new_clock():
    grown = (
        a_child()
        .child_in_need(on="2026-10-01T10:00", called="need")
        .stepped_down(on="2026-11-20T10:00", of="need")
        .child_protection_plan(on="2026-11-20T10:00", called="plan")
    )
    said = speaks(RULE, grown.at("2026-11-20T12:00"))
    assert (said.about, said.due_at) == (the("need"), moment("2026-11-01"))


def test_supervision_of_work_that_ended_or_of_another_agency_does_not_count():
    before = PLAN.tell("supervision", on="2026-11-01T14:00")
    assert speaks(RULE, before.at()).due_at == moment("2026-12-02")
    health = PLAN.tell("supervision", on="2026-11-20T14:00", by="health visiting")
    assert speaks(RULE, health.at()).due_at == moment("2026-12-02")


def test_time_alone_does_not_end_it():
    assert speaks(RULE, PLAN.at("2030-12-24T16:30")).due_at == moment("2026-12-02")


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert rule.missing(a_child().at()) == "a service of social care that is open to the child, with the day it began"
    assert rule.missing(PLAN.at()) is None
