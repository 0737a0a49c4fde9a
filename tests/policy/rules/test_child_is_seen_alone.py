"""A child of one or more who is visited is also seen alone; a visit in company, however often, is not that."""

from dataclasses import replace
from datetime import date

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

from kith.policy.calendar import end_of_day, start_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role

RULE = "child_is_seen_alone"

#: Begun on Monday 16 November; twenty working days later is Monday 14 December.
OPEN = a_child().open_to_social_care(on="2026-11-16T10:00", called="work")
TWICE = OPEN.seen(on="2026-11-20T10:00", called="first").seen(on="2026-11-27T10:00", called="second")
THRICE = TWICE.seen(on="2026-12-03T10:00", called="third")
TWENTY_DAYS = end_of_day(date(2026, 12, 14))


def test_three_visits_in_company_ask_for_one_alone():
    said = speaks(RULE, THRICE.at("2026-12-03T10:00"))
    assert said.kind == FindingKind.OBLIGATION
    assert said.about == the("work")
    assert said.evidence == (the("work"), the("first"), the("second"), the("third"))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (end_of_day(date(2027, 1, 5)), Clock.WORKING)
    assert (
        said.sentence
        == "Robin was seen on 3 visits since 16 November 2026, and nobody has recorded seeing Robin alone."
    )
    assert is_fit_to_read(said)
    assert not said.may_lapse


def test_it_is_silent_when_one_of_the_three_saw_the_child_alone():
    is_silent(RULE, THRICE.had("third", seen_alone="yes").at("2026-12-03T10:00"))
    is_silent(RULE, THRICE.had("first", seen_alone="yes").at("2026-12-03T10:00"))


def test_two_visits_are_enough_once_twenty_working_days_have_gone_by():
    before = TWICE.at(TWENTY_DAYS - ONE_SECOND)
    is_silent(RULE, before)
    assert told_of(before).next_change_at <= TWENTY_DAYS
    said = speaks(RULE, TWICE.at(TWENTY_DAYS))
    assert said.due_at == end_of_day(date(2027, 1, 14)), "one interval after it opened"


def test_what_was_not_asked_of_a_baby_is_late_for_no_first_birthday():
    born = date(2025, 12, 20)
    one = replace(THRICE, people=tuple(replace(who, born_from=born, born_until=born) for who in THRICE.people))
    birthday = start_of_day(date(2026, 12, 20))
    is_silent(RULE, one.at(birthday - ONE_SECOND))
    assert told_of(one.at(birthday - ONE_SECOND)).next_change_at <= birthday
    assert speaks(RULE, one.at(birthday)).due_at == end_of_day(date(2027, 1, 20))


def test_a_single_visit_asks_for_nothing_yet():
    is_silent(RULE, TWICE.without("second").at("2027-03-01"))


def test_a_visit_long_after_asks_from_when_it_was_entered():
    late = TWICE.without("second").seen(on="2027-01-11T10:00", called="second")
    assert speaks(RULE, late.at("2027-01-11T10:00")).due_at == end_of_day(date(2027, 2, 8))


def test_more_visits_in_company_never_put_it_off():
    more = THRICE.seen(on="2026-12-10T10:00").seen(on="2026-12-17T10:00")
    assert speaks(RULE, more.at("2026-12-20")).due_at == end_of_day(date(2027, 1, 5))


def test_it_ends_once_the_child_was_seen_alone_and_begins_anew_from_there():
    alone = THRICE.seen(on="2026-12-08T10:00", called="alone", seen_alone="yes")
    is_silent(RULE, alone.at("2026-12-08T10:00"))
    is_silent(RULE, THRICE.seen(on="2026-12-08T10:00", seen="not_recorded", seen_alone="yes").at("2026-12-08T10:00"))
    again = alone.seen(on="2026-12-15T10:00").seen(on="2026-12-22T10:00").seen(on="2027-01-05T10:00")
    said = speaks(RULE, again.at("2027-01-05T10:00"))
    assert said.evidence[0] == the("alone")
    assert "since 8 December 2026" in said.sentence


@pytest.mark.parametrize(
    "otherwise",
    [{"outcome": "nobody_in"}, {"seen": "no"}, {"seen": "not_recorded"}, {"agency": the("health visiting")}],
)
def test_a_visit_on_which_social_care_did_not_see_the_child_is_not_counted(otherwise: dict[str, str]):
    is_silent(RULE, THRICE.had("third", **otherwise).at("2026-12-03T10:00"))


def test_visits_from_before_the_work_began_are_not_counted():
    is_silent(RULE, THRICE.had("work", happened=THRICE["first"].happened).at("2026-12-03T10:00"))


def test_a_child_protection_plan_asks_for_it_sooner():
    plan = THRICE.had("work", service="child_protection_plan")
    assert speaks(RULE, plan.at("2026-12-03T10:00")).due_at == end_of_day(date(2026, 12, 17))


def test_a_baby_is_not_asked_to_be_alone_until_the_first_birthday():
    baby = (
        a_child(born="2025-12-10")
        .open_to_social_care(on="2026-11-16T10:00")
        .seen(on="2026-11-20T10:00")
        .seen(on="2026-11-27T10:00")
    )
    baby = baby.seen(on="2026-12-03T10:00")
    birthday = moment("2026-12-10T00:00")
    is_silent(RULE, baby.at(birthday - ONE_SECOND))
    assert told_of(baby.at("2026-12-03T10:00")).next_change_at <= birthday
    assert speaks(RULE, baby.at(birthday))


def test_a_child_whose_age_nobody_knows_is_not_taken_for_a_baby():
    unknown = a_child(born="").open_to_social_care(on="2026-11-16T10:00")
    for day in ("2026-11-20T10:00", "2026-11-27T10:00", "2026-12-03T10:00"):
        unknown = unknown.seen(on=day)
    assert speaks(RULE, unknown.at("2026-12-03T10:00"))


def test_it_is_silent_once_the_work_is_over():
    is_silent(RULE, THRICE.stepped_down(on="2026-12-04").at("2026-12-20"))


def test_a_partnerships_own_number_of_visits_is_kept_but_one_visit_is_never_enough():
    of_one = rulebook(local={"seen_alone_visits": 1})
    assert speaks(RULE, TWICE.at("2026-11-27T10:00"), of_one)
    is_silent(RULE, TWICE.without("second").at("2026-11-27T10:00"), of_one)


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert "social care's work" in str(rule.missing(a_child().at()))
    assert "two visits" in str(rule.missing(OPEN.at()))


def test_nobody_is_asked_to_see_a_child_alone_who_is_not_born_yet():
    unborn = a_child(born="", expected="2027-01-10").open_to_social_care(on="2026-11-16T10:00")
    visited = unborn.seen(on="2026-11-20T10:00").seen(on="2026-11-27T10:00").seen(on="2026-12-03T10:00")
    is_silent(RULE, visited.at("2027-01-04"))
