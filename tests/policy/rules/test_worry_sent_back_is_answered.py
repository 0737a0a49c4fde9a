"""A worry that was sent back is not decided: somebody owes what was missing."""

from datetime import date

import pytest
from tests.policy.builder import a_child, is_fit_to_read, is_silent, speaks, the

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "worry_sent_back_is_answered"

TOLD = a_child().worry_told(on="2026-12-21T10:00", by="nursery", called="worry")
BACK = TOLD.tell("sent_back", on="2026-12-21T11:00", by="hub", contact="worry", called="back", said="Who was with him?")
LATER = "2026-12-21T14:00"


def test_whoever_told_us_is_asked_for_what_is_missing():
    said = speaks(RULE, BACK.at(LATER))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert (said.about, said.evidence) == (the("worry"), (the("worry"), the("back")))
    assert said.owed_by == OwedBy(Role.NURSERY_WORKER, the("nursery"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 22)), Clock.WORKING)
    assert said.sentence == (
        "The worry about Robin of 21 December 2026 was sent back, and nobody has written what was missing."
    )
    assert is_fit_to_read(said)


def test_the_worry_itself_is_decided_no_later_for_it():
    assert speaks("contact_is_decided_on_in_time", BACK.at(LATER)) == speaks(
        "contact_is_decided_on_in_time", TOLD.at(LATER)
    )


def test_somebody_from_the_family_is_rung_by_the_front_door():
    told = a_child().worry_told(on="2026-12-21T10:00", by="family", called="worry")
    back = told.tell("sent_back", on="2026-12-21T11:00", by="hub", contact="worry", called="back")
    said = speaks(RULE, back.at(LATER))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert is_fit_to_read(said)
    is_silent(RULE, back.tell("note", on="2026-12-21T13:00", by="hub", said="She says her son was there.").at(LATER))


@pytest.mark.parametrize("kind", ["note", "observation", "contact"])
def test_it_is_silent_once_they_wrote_more(kind: str):
    named = {"observation": {"theme": "interaction", "sense": "worry"}}.get(kind, {})
    more = BACK.tell(kind, on="2026-12-21T13:00", by="nursery", called="more", **named)
    said_by_another = more.had("more", agency=the("surgery"))
    is_silent(RULE, more.at(LATER))
    assert speaks(RULE, said_by_another.at(LATER))


def test_what_they_wrote_before_is_no_answer():
    before = TOLD.tell("note", on="2026-12-21T10:30", by="nursery")
    assert speaks(RULE, before.tell("sent_back", on="2026-12-21T11:00", by="hub", contact="worry").at(LATER))


def test_it_is_silent_once_the_worry_is_decided():
    is_silent(RULE, BACK.decided("assessment", on="2026-12-21T13:00").at(LATER))


def test_silence_says_which_fact_is_missing():
    one = rulebook().rule(RULE)
    assert one.missing(TOLD.at(LATER)) == "a worry that was sent back, with what is missing"
    assert one.missing(BACK.at(LATER)) is None
