"""Whoever is asked what they know of a child answers while it can still change what is decided."""

from datetime import date

import pytest
from tests.policy.builder import a_child, all_said, is_fit_to_read, is_silent, moment, speaks, the

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "information_asked_for_comes_back"

TOLD = a_child().worry_told(on="2026-12-21T10:00", by="nursery", called="worry")
ASKED = TOLD.tell(
    "information_asked", on="2026-12-21T10:30", by="hub", contact="worry", of_agency="surgery", called="asked"
)
LATER = "2026-12-21T11:00"


def test_an_agency_that_was_asked_owes_an_answer_by_the_next_working_day():
    said = speaks(RULE, ASKED.at(LATER))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert (said.about, said.evidence) == (the("asked"), (the("asked"), the("worry")))
    assert said.owed_by == OwedBy(Role.UNKNOWN, the("surgery"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 22)), Clock.WORKING)
    assert said.sentence == (
        "Millpond Surgery was asked on 21 December 2026 what it knows about Robin, and has not answered."
    )
    assert is_fit_to_read(said)


@pytest.mark.parametrize("knows", ["yes", "no", "not_recorded"])
def test_it_is_silent_once_they_answered_and_that_they_know_nothing_is_an_answer(knows: str):
    is_silent(
        RULE,
        ASKED.tell("information_returned", on="2026-12-21T10:50", by="surgery", asked="asked", knows_them=knows).at(
            LATER
        ),
    )


def test_it_is_silent_once_the_worry_is_decided():
    decided = ASKED.decided("assessment", on="2026-12-21T10:50", called="decided")
    is_silent(RULE, decided.at(LATER))
    assert speaks(RULE, decided.had("decided", role=Role.NURSERY_WORKER).at(LATER))


@pytest.mark.parametrize(("urgency", "due"), [("red", "2026-12-21T12:30"), ("amber", "2026-12-21T16:30")])
def test_of_an_urgent_worry_the_answer_comes_in_hours(urgency: str, due: str):
    rated = ASKED.tell("priority", on="2026-12-21T10:20", by="hub", contact="worry", urgency=urgency)
    said = speaks(RULE, rated.at(LATER))
    assert (said.due_at, said.clock) == (moment(due), Clock.ELAPSED)


def test_of_one_that_is_not_urgent_it_comes_by_the_next_working_day():
    rated = ASKED.tell("priority", on="2026-12-21T10:20", by="hub", contact="worry", urgency="blue")
    assert speaks(RULE, rated.at(LATER)).clock == Clock.WORKING


def test_a_time_that_was_said_is_kept():
    said = speaks(RULE, ASKED.had("asked", due_at=moment("2026-12-21T13:00")).at(LATER))
    assert (said.due_at, said.clock) == (moment("2026-12-21T13:00"), Clock.ELAPSED)


def test_each_agency_that_was_asked_answers_for_itself():
    both = ASKED.tell("information_asked", on="2026-12-21T10:31", by="hub", contact="worry", of_agency="police")
    assert len(all_said(RULE, both.at(LATER))) == 2


def test_silence_says_which_fact_is_missing():
    one = rulebook().rule(RULE)
    assert one.missing(TOLD.at(LATER)) == "an agency that was asked what it knows"
    assert one.missing(ASKED.at(LATER)) is None
