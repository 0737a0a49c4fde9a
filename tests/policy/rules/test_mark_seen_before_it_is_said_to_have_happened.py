"""A mark that was seen before it is said to have happened has both its times checked, before anything is thought of it."""

from datetime import date

import pytest
from tests.policy.builder import (
    a_child,
    all_said,
    entries,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
)

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Certainty, Clock, FindingKind, Role, Severity

BEFORE = "mark_seen_before_it_is_said_to_have_happened"
LATER = "2026-11-07T12:00"

MARK = (
    a_child()
    .bruise(on="2026-11-05T09:00", called="mark", region="eyebrow", side="left")
    .account(on="2026-11-07T10:00", called="account", by="north", claimed_at="2026-11-06T15:00")
)


def test_a_mark_seen_before_the_time_that_is_told_is_serious_and_keeps_elapsed_time():
    said = speaks(BEFORE, MARK.at(LATER))
    assert (said.kind, said.severity) == (FindingKind.ALERT, Severity.SUSPECT)
    assert said.about == the("mark")
    assert said.evidence == (the("mark"), the("account"))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (moment("2026-11-07T11:00"), Clock.ELAPSED)
    assert said.sentence == (
        "Larkfield Nursery saw the mark on the left eyebrow on 5 November 2026; "
        "the account says it happened on 6 November 2026."
    )
    assert is_fit_to_read(said)


@pytest.mark.parametrize("claimed", [None, "2026-11-05T08:00", "2026-11-05T09:00"], ids=str)
def test_a_time_that_can_be_right_says_nothing(claimed: str | None):
    is_silent(BEFORE, MARK.had("account", claimed_at=claimed).at(LATER))


def test_a_second_later_cannot_be_right():
    said = speaks(BEFORE, MARK.had("account", claimed_at="2026-11-05T09:00:01").at(LATER))
    assert said.severity == Severity.SUSPECT


def test_on_one_day_both_hours_are_told():
    said = speaks(BEFORE, MARK.had("account", claimed_at="2026-11-05T15:30").at(LATER))
    assert said.sentence == (
        "Larkfield Nursery saw the mark on the left eyebrow at 9:00am on 5 November 2026; "
        "the account says it happened at 3:30pm."
    )
    assert is_fit_to_read(said)


def test_the_open_team_owes_it_and_nobody_known_is_somebody():
    opened = MARK.open_to_social_care(on="2026-11-01").had("mark", agency=the("nobody said"))
    said = speaks(BEFORE, opened.at(LATER))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert said.sentence.startswith("Somebody saw the mark")


# When one of the times is not exact


@pytest.mark.parametrize(
    "told",
    [
        {"on": "2026-11-05", "entered": "2026-11-05T10:00"},
        {"on": "2026-11-03/2026-11-05", "entered": "2026-11-05T10:00"},
    ],
    ids=str,
)
def test_a_day_alone_asks_to_be_looked_at(told: dict[str, str]):
    about = MARK.without("mark").bruise(called="mark", region="eyebrow", **told)
    said = speaks(BEFORE, about.at(LATER))
    assert (said.severity, said.clock) == (Severity.CONSIDER, Clock.WORKING)
    assert said.due_at == end_of_day(date(2026, 11, 20))
    assert "by 5 November 2026; the account" in said.sentence
    assert is_fit_to_read(said)
    is_silent(BEFORE, about.had("account", claimed_at="2026-11-05T23:59:59").at(LATER))


@pytest.mark.parametrize("claimed", ["2026-11-06", "2026-11-06T00:00"])
def test_an_account_that_names_only_the_day_asks_to_be_looked_at(claimed: str):
    assert speaks(BEFORE, MARK.had("account", claimed_at=claimed).at(LATER)).severity == Severity.CONSIDER


def test_an_account_that_names_only_the_day_on_which_it_was_seen_can_be_right():
    is_silent(BEFORE, MARK.had("account", claimed_at="2026-11-05").at(LATER))


def test_about_a_time_is_not_exact():
    about = MARK.had("mark", happened=MARK["mark"].happened.__class__(
        start=moment("2026-11-05T09:00"), end=moment("2026-11-05T09:00"), certainty=Certainty.ABOUT
    ))  # fmt: skip
    assert speaks(BEFORE, about.at(LATER)).severity == Severity.CONSIDER


# From when it counts


def test_the_exact_one_of_two_accounts_makes_it_serious_from_its_own_time():
    two = MARK.had("account", claimed_at="2026-11-06").account(
        on="2026-11-08T10:00", called="exact", claimed_at="2026-11-06T16:00"
    )
    said = speaks(BEFORE, two.at("2026-11-08T10:00"))
    assert (said.severity, said.due_at) == (Severity.SUSPECT, moment("2026-11-08T11:00"))
    assert set(said.evidence) == entries("mark", "account", "exact")


def test_another_such_account_puts_nothing_off():
    again = MARK.account(on="2026-11-08T10:00", claimed_at="2026-11-06T16:00")
    assert speaks(BEFORE, again.at("2026-11-09")).due_at == moment("2026-11-07T11:00")


def test_a_mark_put_right_is_counted_from_the_correction_and_may_end_it():
    wrong_day = {"entered": "2026-11-08T10:00", "corrects": "mark", "called": "put right"}
    assert speaks(BEFORE, MARK.bruise(on="2026-11-05T10:00", **wrong_day).at("2026-11-09")).due_at == moment(
        "2026-11-08T11:00"
    )
    is_silent(BEFORE, MARK.bruise(on="2026-11-06T16:00", **wrong_day).at("2026-11-09"))


def test_it_is_quiet_once_somebody_who_decides_looked_and_thought():
    read = MARK.looked_and_thought(
        "mark", "account", on="2026-11-07T11:00", rule=BEFORE, of="mark", could_be_caused="could"
    )
    is_silent(BEFORE, read.at(LATER))


def test_each_mark_is_held_against_its_own_accounts():
    two = MARK.bruise(on="2026-11-07T09:00", called="other").account(
        on="2026-11-07T11:00", claimed_at="2026-11-06T15:00"
    )
    assert {one.about for one in all_said(BEFORE, two.at(LATER))} == entries("mark")


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(BEFORE)
    assert rule and rule.missing(MARK.at()) is None
    assert "an account" in str(rule.missing(a_child().at()))
