"""A child with a plan is seen in time; and when nobody sees the child, time itself says so, the working day before."""

from datetime import date

import pytest
from tests.policy.builder import (
    ONE_SECOND,
    SEEN,
    a_child,
    entries,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
    told_of,
)

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

#: Begun on Monday 16 November; twenty working days later is Monday 14 December, and the working day before a Friday.
IN_NEED = a_child().child_in_need(on="2026-11-16T10:00", called="plan")
WARNED = "2026-12-11T00:00"


def test_a_child_in_need_whom_nobody_has_seen_is_told_of_the_working_day_before():
    said = speaks(SEEN, IN_NEED.at(WARNED))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert said.about == the("plan")
    assert set(said.evidence) == entries("plan")
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 14)), Clock.WORKING)
    assert (
        said.sentence
        == "No social worker has seen Robin since the work of North Locality Team began on 16 November 2026."
    )
    assert is_fit_to_read(said)


def test_until_that_days_first_second_nothing_is_said_and_the_clock_knows_when_it_will_be():
    before = IN_NEED.at(moment(WARNED) - ONE_SECOND)
    is_silent(SEEN, before)
    assert told_of(before).next_change_at == moment(WARNED)


def test_a_child_who_was_seen_says_nothing():
    is_silent(SEEN, IN_NEED.seen(on="2026-12-01T11:00").at(WARNED))


def test_it_does_not_go_away_when_the_time_has_passed():
    overdue = speaks(SEEN, IN_NEED.at("2027-03-01"))
    assert overdue.due_at == end_of_day(date(2026, 12, 14))
    assert not overdue.may_lapse


def test_a_child_protection_plan_asks_for_a_visit_sooner():
    plan = IN_NEED.had("plan", service="child_protection_plan")
    assert speaks(SEEN, plan.at("2026-11-27T00:00")).due_at == end_of_day(date(2026, 11, 30))
    is_silent(SEEN, IN_NEED.at("2026-11-27T00:00"))


def test_a_partnerships_own_interval_is_kept():
    sooner = rulebook(local={"child_in_need_seen": 10})
    assert speaks(SEEN, IN_NEED.at("2026-11-27T00:00"), sooner).due_at == end_of_day(date(2026, 11, 30))


def test_over_christmas_the_warning_comes_before_the_office_closes():
    plan = a_child().child_protection_plan(on="2026-12-14T10:00")
    is_silent(SEEN, plan.at("2026-12-23"))
    said = speaks(SEEN, a_child().child_protection_plan(on="2026-12-11T10:00").at("2026-12-24T00:00"))
    assert said.due_at == end_of_day(date(2026, 12, 29))


def test_when_the_clocks_go_back_the_day_still_ends_a_second_before_midnight():
    plan = a_child().child_protection_plan(on="2026-10-13T10:00")
    said = speaks(SEEN, plan.at("2026-10-26T00:00"))
    assert said.due_at == end_of_day(date(2026, 10, 27))
    is_silent(SEEN, plan.at("2026-10-25T23:59:59"))


def test_work_begun_in_a_summer_days_last_second_is_counted_from_that_day():
    late = a_child().child_protection_plan(on="2026-07-01T23:59:59")
    said = speaks(SEEN, late.at("2026-07-15"))
    assert said.due_at == end_of_day(date(2026, 7, 15))
    assert said.sentence.endswith("began on 1 July 2026.")


# What counts as being seen


def test_a_visit_puts_the_day_on_and_is_what_the_sentence_names():
    said = speaks(SEEN, IN_NEED.seen(on="2026-12-01T11:00", called="visit").at("2027-01-04"))
    assert set(said.evidence) == entries("visit")
    assert said.due_at == end_of_day(date(2026, 12, 31))
    assert said.sentence == "No social worker has seen Robin since 1 December 2026."
    assert is_fit_to_read(said)


@pytest.mark.parametrize(
    "otherwise",
    [
        {"outcome": "nobody_in"},
        {"outcome": "refused"},
        {"outcome": "put_off"},
        {"seen": "no"},
        {"seen": "not_recorded"},
        {"agency": the("health visiting")},
    ],
)
def test_a_visit_on_which_social_care_did_not_see_the_child_puts_nothing_off(otherwise: dict[str, str]):
    visited = IN_NEED.seen(on="2026-12-01T11:00", called="visit")
    is_silent(SEEN, visited.at(WARNED))
    said = speaks(SEEN, visited.had("visit", **otherwise).at(WARNED))
    assert said.due_at == end_of_day(date(2026, 12, 14))
    assert the("visit") in said.evidence, "that somebody tried is told with it"


def test_every_try_since_the_child_was_last_seen_is_told_in_order():
    story = (
        IN_NEED.nobody_in(on="2026-11-20T10:00", called="before")
        .seen(on="2026-12-01T11:00", called="seen")
        .nobody_in(on="2026-12-08T10:00", called="first try")
        .nobody_in(on="2026-12-15T10:00", called="second try")
    )
    assert speaks(SEEN, story.at("2026-12-30")).evidence == (the("seen"), the("first try"), the("second try"))


def test_a_visit_from_before_the_plan_began_does_not_count():
    before = IN_NEED.seen(on="2026-11-16T09:59:59")
    said = speaks(SEEN, before.at(WARNED))
    assert set(said.evidence) == entries("plan")
    assert "since the work of North Locality Team began" in said.sentence


def test_a_visit_on_the_day_a_plan_began_counts_though_nobody_noted_the_hour():
    day_alone = a_child().child_in_need(on="2026-11-16", called="plan").seen(on="2026-11-16T09:00", called="visit")
    assert "since 16 November 2026" in speaks(SEEN, day_alone.at(WARNED)).sentence


def test_another_social_care_teams_visit_counts():
    is_silent(SEEN, IN_NEED.seen(on="2026-12-01T11:00", by="south").at(WARNED))


def test_a_siblings_visit_is_not_this_childs():
    sam = IN_NEED.knowing("Sam", born="2023-01-01", called="Sam")
    assert speaks(SEEN, sam.seen(on="2026-12-01T11:00", about=("Sam",)).at(WARNED))
    is_silent(SEEN, sam.seen(on="2026-12-01T11:00", about=("Sam", "Robin")).at(WARNED))


def test_a_visit_that_was_to_another_child_no_longer_counts():
    visited = IN_NEED.seen(on="2026-12-01T11:00", called="visit")
    assert speaks(SEEN, visited.retracted("visit", on="2026-12-10").at(WARNED))


def test_a_visit_put_right_to_another_day_counts_from_there():
    visited = IN_NEED.seen(on="2026-12-01T11:00", called="visit")
    put_right = visited.seen(on="2026-11-24T11:00", entered="2026-12-02T09:00", called="put right", corrects="visit")
    said = speaks(SEEN, put_right.at("2026-12-23"))
    assert said.due_at == end_of_day(date(2026, 12, 22))
    assert set(said.evidence) == entries("put right")


# Which work


def test_work_that_is_stepped_down_asks_for_no_visit():
    is_silent(SEEN, IN_NEED.stepped_down(on="2026-12-01").at(WARNED))


def test_other_work_of_social_care_has_no_visiting_interval_here():
    is_silent(SEEN, IN_NEED.had("plan", service="social_care").at(WARNED))


def test_of_two_plans_the_one_whose_visit_is_due_first_is_the_one_that_is_kept():
    both = IN_NEED.open_to("child_protection_plan", on="2026-12-01T10:00", with_agency="south", called="cpp")
    said = speaks(SEEN, both.at("2026-12-15"))
    assert (said.about, said.owed_by) == (the("plan"), OwedBy(Role.SOCIAL_WORKER, the("north")))
    later = both.seen(on="2026-12-10T10:00")
    said = speaks(SEEN, later.at("2026-12-24T16:30"))
    assert (said.about, said.owed_by) == (the("cpp"), OwedBy(Role.SOCIAL_WORKER, the("south")))


def test_a_longer_interval_that_begins_later_never_puts_off_a_shorter_one():
    first = a_child().open_to("child_protection_plan", on="2026-11-02T10:00", with_agency="north", called="cpp")
    also = first.child_in_need(on="2026-11-13T10:00")
    assert speaks(SEEN, also.at("2026-11-16")) == speaks(SEEN, first.at("2026-11-16"))


def test_a_manager_may_decide_that_it_need_not_be_done_and_a_new_try_asks_again():
    waived = IN_NEED.waived("plan", on=WARNED, rule=SEEN, of="plan")
    is_silent(SEEN, waived.at(WARNED))
    assert speaks(SEEN, waived.nobody_in(on="2026-12-11T10:00").at("2026-12-11T10:00"))


def test_looking_and_thinking_is_not_seeing_the_child():
    assert speaks(SEEN, IN_NEED.looked_and_thought("plan", on=WARNED, rule=SEEN, of="plan").at(WARNED))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(SEEN)
    assert rule and rule.missing(IN_NEED.at()) is None
    assert "the day it began" in str(rule.missing(a_child().at()))


def test_one_plan_that_becomes_another_is_no_visit_and_starts_no_new_clock():
    plan = a_child().child_protection_plan(on="2026-11-16T10:00", called="cpp")
    becomes = plan.stepped_down(on="2026-12-15T09:00", of="cpp", to="child_in_need").child_in_need(
        on="2026-12-15T10:00"
    )
    said = speaks(SEEN, becomes.at("2026-12-15T12:00"))
    assert said.about == the("cpp")
    assert "began on 16 November 2026" in said.sentence
    assert said.due_at == end_of_day(date(2026, 12, 14)), "twenty working days, now that the child is in need"
    apart = plan.stepped_down(on="2026-12-01T09:00", of="cpp").child_in_need(on="2026-12-15T10:00")
    is_silent(SEEN, apart.at("2026-12-15T12:00"))
