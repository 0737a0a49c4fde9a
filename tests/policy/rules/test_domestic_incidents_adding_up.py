"""Domestic incidents are read together: two in a year, one where help is open, and soonest round a small child."""

from datetime import date, timedelta

import pytest
from tests.policy.builder import ONE_SECOND, Story, a_child, is_fit_to_read, is_silent, moment, speaks, the, told_of

from kith.policy.calendar import end_of_day, instant
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "domestic_incidents_adding_up"
NOW = "2026-12-10T12:00"

#: Of a child of two and a half.
ONE = a_child().tell("domestic_incident", on="2026-08-03T22:00", by="hub", called="first")
TWO = ONE.tell("domestic_incident", on="2026-12-10T10:00", by="hub", called="second")


def test_two_in_a_year_are_looked_at():
    said = speaks(RULE, TWO.at(NOW))
    assert (said.kind, said.severity) == (FindingKind.ALERT, Severity.CONSIDER)
    assert (said.about, said.evidence) == (the("Robin"), (the("first"), the("second")))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 24)), Clock.WORKING)
    assert said.sentence == "2 domestic incidents are on record where Robin lives or stays since 3 August 2026."
    assert is_fit_to_read(said)


def test_one_alone_is_silent():
    is_silent(RULE, TWO.without("second").at(NOW))
    is_silent(RULE, TWO.without("second").had("first", children_present="yes").at(NOW))


def test_one_told_by_two_agencies_is_one():
    is_silent(RULE, ONE.tell("domestic_incident", on="2026-08-03T23:00", by="nursery").at(NOW))


def test_two_more_than_a_year_apart_are_not_read_together():
    leaves = moment("2027-08-03T22:00")
    assert speaks(RULE, TWO.at(leaves - ONE_SECOND)).may_lapse
    assert told_of(TWO.at(leaves - ONE_SECOND)).next_change_at == leaves
    is_silent(RULE, TWO.at(leaves))


@pytest.mark.parametrize("service", ["child_in_need", "early_help"])
def test_one_with_children_present_is_looked_at_where_help_is_open(service: str):
    helped = ONE.had("first", children_present="yes").open_to(
        service, on="2026-11-16T10:00", with_agency="north", called="help"
    )
    said = speaks(RULE, helped.at(NOW))
    assert (said.severity, said.evidence) == (Severity.CONSIDER, (the("first"), the("help")))
    assert said.due_at == end_of_day(date(2026, 11, 30)), "from when help was open"
    assert said.sentence == "Robin has help open, and a domestic incident on 3 August 2026 had children present."
    assert is_fit_to_read(said)
    is_silent(RULE, helped.had("first", children_present="no").at(NOW))
    is_silent(RULE, helped.had("help", service="nursery_place").at(NOW))


def close_together(*, present: str = "yes", born: str = "2024-05-03") -> Story:
    story = a_child(born=born).tell("domestic_incident", on="2026-10-01T22:00", by="hub", called="first")
    return story.tell("domestic_incident", on="2026-12-10T10:00", by="hub", called="second", children_present=present)


def test_two_close_together_with_children_present_are_serious_round_a_small_child():
    said = speaks(RULE, close_together().at(NOW))
    assert said.severity == Severity.SUSPECT
    assert (said.due_at, said.clock) == (moment("2026-12-11T10:00"), Clock.ELAPSED)
    assert (
        said.sentence == "2 domestic incidents are on record where Robin lives or stays since 1 October 2026, "
        "1 of them with children present."
    )
    assert is_fit_to_read(said)


def test_where_no_child_is_known_to_have_been_there_they_are_looked_at():
    assert speaks(RULE, close_together(present="not_recorded").at(NOW)).severity == Severity.CONSIDER


def test_round_an_older_child_they_are_looked_at():
    fifth = moment("2026-12-12T00:00")
    child = close_together(born="2021-12-12")
    assert speaks(RULE, child.at(fifth - ONE_SECOND)).severity == Severity.SUSPECT
    assert told_of(child.at(NOW)).next_change_at <= fifth
    assert speaks(RULE, child.at(fifth)).severity == Severity.CONSIDER
    assert speaks(RULE, close_together(born="").at(NOW)).severity == Severity.SUSPECT, "nobody knows the age"


def test_more_than_ninety_days_apart_they_are_looked_at():
    leaves = instant(moment("2026-10-01T22:00")) + timedelta(days=90)
    assert speaks(RULE, close_together().at(leaves - ONE_SECOND)).severity == Severity.SUSPECT
    assert told_of(close_together().at(leaves - ONE_SECOND)).next_change_at == leaves
    assert speaks(RULE, close_together().at(leaves)).severity == Severity.CONSIDER


def test_a_third_never_puts_off_what_nobody_has_answered():
    third = close_together().tell("domestic_incident", on="2026-12-10T11:00", by="hub")
    assert speaks(RULE, third.at(NOW)).due_at == moment("2026-12-11T10:00")
    another_day = close_together().tell("domestic_incident", on="2026-12-11T09:00", by="hub")
    assert speaks(RULE, another_day.at("2026-12-11T09:00")).due_at == moment("2026-12-11T10:00")


def test_it_ends_when_somebody_looked_and_a_later_one_counts_from_its_own_time():
    answered = TWO.looked_and_thought("first", "second", on=NOW, rule=RULE)
    is_silent(RULE, answered.at(NOW))
    again = answered.tell("domestic_incident", on="2026-12-14T10:00", by="hub")
    assert speaks(RULE, again.at("2026-12-14T10:00")).due_at == end_of_day(date(2026, 12, 30))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert "two domestic incidents" in str(rule.missing(a_child().at()))
    assert rule.missing(TWO.at(NOW)) is None
