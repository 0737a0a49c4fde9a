"""A mark of which everybody who was asked could not say anything is thought about again, by a day that is named."""

from datetime import date

import pytest
from tests.policy.builder import (
    a_child,
    all_said,
    entries,
    is_fit_to_read,
    is_silent,
    speaks,
    the,
)

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

LOOKED_AT = "injury_nobody_would_account_for_is_looked_at"
LATER = "2026-11-20T12:00"

NOBODY_SAYS = (
    a_child()
    .bruise(on="2026-11-05T09:00", called="mark", region="eyebrow", side="left")
    .account(on="2026-11-05T10:00", given="asked_none_given", called="asked")
)


def test_a_mark_nobody_would_account_for_asks_to_be_looked_at():
    said = speaks(LOOKED_AT, NOBODY_SAYS.at(LATER))
    assert (said.kind, said.severity) == (FindingKind.ALERT, Severity.CONSIDER)
    assert said.about == the("mark")
    assert said.evidence == (the("mark"), the("asked"))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 11, 19)), Clock.WORKING)
    assert said.sentence == (
        "Nobody who was asked has said how Robin got the mark on the left eyebrow, "
        "seen on 5 November 2026 by Larkfield Nursery."
    )
    assert is_fit_to_read(said)


def test_a_mark_nobody_was_asked_about_is_another_rules_concern():
    is_silent(LOOKED_AT, NOBODY_SAYS.without("asked").at(LATER))


@pytest.mark.parametrize("given", ["asked", "volunteered", "not_recorded"])
def test_whoever_said_something_accounted_for_it(given: str):
    is_silent(LOOKED_AT, NOBODY_SAYS.had("asked", given=given).at(LATER))


def test_it_is_enough_that_one_of_those_who_were_asked_said_something():
    is_silent(LOOKED_AT, NOBODY_SAYS.account(on="2026-11-06T10:00", given="asked").at(LATER))


def test_a_birthmark_a_doctor_knows_needs_nobodys_account():
    birthmark = NOBODY_SAYS.had("mark", agency=the("surgery"))
    assert speaks(LOOKED_AT, birthmark.at(LATER))
    is_silent(LOOKED_AT, birthmark.had("mark", type="birthmark_or_medical").at(LATER))


def test_asking_once_more_in_vain_puts_nothing_off():
    again = NOBODY_SAYS.account(on="2026-11-12T10:00", given="asked_none_given", called="asked again")
    said = speaks(LOOKED_AT, again.at(LATER))
    assert said.due_at == end_of_day(date(2026, 11, 19))
    assert set(said.evidence) == entries("mark", "asked", "asked again")


READ = {"on": "2026-11-10T10:00", "rule": LOOKED_AT, "of": "mark"}


def test_it_is_quiet_once_somebody_who_decides_looked_and_thought():
    is_silent(LOOKED_AT, NOBODY_SAYS.looked_and_thought("mark", "asked", **READ).at(LATER))


def test_what_is_asked_in_vain_after_that_is_counted_from_then():
    read = NOBODY_SAYS.looked_and_thought("mark", "asked", **READ)
    again = read.account(on="2026-11-12T10:00", given="asked_none_given")
    assert speaks(LOOKED_AT, again.at(LATER)).due_at == end_of_day(date(2026, 11, 26))


@pytest.mark.parametrize("otherwise", [{"by": "nursery"}, {"of": "Robin"}])
def test_an_answer_of_somebody_who_does_not_decide_or_of_something_else_is_none(otherwise: dict[str, str]):
    read = NOBODY_SAYS.looked_and_thought("mark", "asked", **{**READ, **otherwise})
    again = read.account(on="2026-11-12T10:00", given="asked_none_given")
    assert speaks(LOOKED_AT, again.at(LATER)).due_at == end_of_day(date(2026, 11, 19))


def test_a_mark_put_right_is_counted_from_the_correction():
    right = NOBODY_SAYS.bruise(
        on="2026-11-05T09:00", entered="2026-11-09T10:00", called="put right", region="chin", corrects="mark"
    )
    said = speaks(LOOKED_AT, right.at(LATER))
    assert (said.about, said.due_at) == (the("put right"), end_of_day(date(2026, 11, 23)))


def test_each_mark_is_looked_at_on_its_own_and_an_open_team_owes_it():
    two = NOBODY_SAYS.open_to_social_care(on="2026-11-06").bruise(on="2026-11-09T09:00", called="other", region="ear")
    said = all_said(LOOKED_AT, two.account(on="2026-11-09T10:00", given="asked_none_given").at(LATER))
    assert {one.about for one in said} == entries("mark", "other")
    assert {one.owed_by for one in said} == {OwedBy(Role.SOCIAL_WORKER, the("north"))}


def test_time_alone_changes_nothing():
    assert speaks(LOOKED_AT, NOBODY_SAYS.at("2029-01-01")).due_at == end_of_day(date(2026, 11, 19))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(LOOKED_AT)
    assert rule and rule.missing(NOBODY_SAYS.at()) is None
    assert "was asked" in str(rule.missing(a_child().at()))
