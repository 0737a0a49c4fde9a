"""Protecting a child waits for no file; the file is read the next working day."""

import pytest
from tests.policy.builder import Story, a_child, entries, is_fit_to_read, is_silent, moment, speaks, the

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "history_is_read_after_protecting"

BEFORE = (
    a_child()
    .worry_told(on="2025-03-03T09:00", called="first worry")
    .decided("advice", on="2025-03-04T09:00")
    .open_to_early_help(on="2025-06-02T09:00", called="help")
    .stepped_down(on="2025-12-01T09:00", of="help")
    .worry_told(on="2026-12-21T10:00", called="today")
)
PROTECTED = BEFORE.decided("assessment", on="2026-12-21T12:00", called="decision")


def read(story: Story, *names: str, on: str = "2026-12-21T13:00", by: str = "hub", called: str = "read") -> Story:
    return story.tell("history_check", on=on, by=by, called=called, read=names)


def test_whoever_protected_before_reading_reads_the_next_working_day():
    said = speaks(RULE, PROTECTED.at())
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert said.about == the("Robin")
    assert said.evidence[0] == the("decision")
    assert set(said.evidence) == entries("decision", "first worry", "help")
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert (said.due_at, said.clock) == (moment("2026-12-22"), Clock.WORKING)
    assert said.sentence == (
        "The decision of 21 December 2026 protects Robin, and nobody who decides has read what came before: "
        "1 contact and 1 service."
    )
    assert said.do_next == "read it, and write what it changes."
    assert is_fit_to_read(said)


@pytest.mark.parametrize("outcome", ["strategy_discussion", "immediate_protection", "already_open"])
def test_every_response_that_protects_asks_for_it(outcome: str):
    assert speaks(RULE, PROTECTED.had("decision", outcome=outcome).at())


@pytest.mark.parametrize("outcome", ["no_further_action", "advice", "early_help"])
def test_a_response_that_waits_for_the_history_does_not_ask_for_it_after(outcome: str):
    is_silent(RULE, PROTECTED.had("decision", outcome=outcome).at())


def test_without_the_decision_it_is_silent():
    is_silent(RULE, PROTECTED.without("decision").at())


def test_without_a_history_there_is_nothing_to_read():
    is_silent(RULE, PROTECTED.without("first worry").without("help").at())


def test_the_last_response_that_somebody_who_decides_gave_is_the_one_that_counts():
    is_silent(RULE, PROTECTED.decided("advice", on="2026-12-21T15:00", of="today").at())
    assert speaks(RULE, PROTECTED.decided("advice", on="2026-12-21T15:00", of="today", by="nursery").at())


# What ends it


def test_it_is_silent_once_all_of_it_was_read():
    is_silent(RULE, read(PROTECTED, "first worry", "help").at())


def test_what_was_read_by_then_needs_no_second_reading():
    is_silent(RULE, read(PROTECTED, "first worry", "help", on="2026-12-21T11:00").at())


def test_what_nobody_named_is_still_owed():
    assert set(speaks(RULE, read(PROTECTED, "help").at()).evidence) == entries("decision", "first worry")


def test_what_somebody_read_who_does_not_decide_is_still_owed():
    assert speaks(RULE, read(PROTECTED, "first worry", "help", by="health visiting").at())


def test_time_alone_does_not_end_it():
    assert speaks(RULE, PROTECTED.at("2036-12-24T16:30")).due_at == moment("2026-12-22")


def test_it_ends_with_the_work_that_was_decided():
    opened = PROTECTED.open_to_social_care(on="2026-12-22T09:00", called="episode")
    assert speaks(RULE, opened.at())
    is_silent(RULE, opened.stepped_down(on="2026-12-23T09:00", of="episode").at())


# Which history, and whose


def test_a_second_decision_before_the_first_was_answered_puts_nothing_off():
    again = PROTECTED.open_to_social_care(on="2026-12-22T09:00", called="episode")
    again = again.worry_told(on="2026-12-23T09:00", called="next").decided("already_open", on="2026-12-23T10:00")
    said = speaks(RULE, again.at())
    assert said.due_at == moment("2026-12-22")
    assert set(said.evidence) == entries("decision", "first worry", "help", "today", "episode")


def test_an_old_worry_decided_late_does_not_hide_what_the_newer_one_needs():
    late = PROTECTED.had("threshold_decision 1", outcome="assessment", at=moment("2026-12-22T09:00"))
    assert set(speaks(RULE, late.at()).evidence) == entries("decision", "first worry", "help")


def test_what_became_known_after_the_decision_is_asked_for_elsewhere():
    late = PROTECTED.without("first worry").without("help")
    is_silent(RULE, late.worry_told(on="2019-05-01", entered="2026-12-22T09:00", by="surgery").at())
    assert speaks(RULE, late.worry_told(on="2019-05-01", entered="2026-12-21T12:00", by="surgery").at())


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert rule.missing(BEFORE.at()) == "a contact on which somebody decided to protect, and whose work has not ended"
    assert (
        rule.missing(read(PROTECTED, "first worry", "help").at())
        == "an earlier contact or service that nobody has read"
    )


def test_of_a_response_that_protects_at_once_it_is_read_within_four_hours_day_or_night():
    said = speaks(RULE, BEFORE.decided("strategy_discussion", on="2026-12-24T16:50").at("2026-12-24T17:00"))
    assert (said.due_at, said.clock) == (moment("2026-12-24T20:50"), Clock.ELAPSED)
