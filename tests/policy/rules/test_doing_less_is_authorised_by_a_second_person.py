"""A decision to do nothing more, or less, is read by a second person; until they agree, somebody owes it."""

from datetime import date

import pytest
from tests.policy.builder import Story, a_child, is_fit_to_read, is_silent, moment, speaks, the

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "doing_less_is_authorised_by_a_second_person"

TOLD = a_child().worry_told(on="2026-12-21T10:00", by="nursery", called="worry")
DECIDED = TOLD.decided("no_further_action", on="2026-12-21T15:00", called="decided", by_name="Jo Adeyemi")


def read(story: Story, *, agrees: str = "yes", on: str = "2026-12-21T16:00", by_name: str = "Colm Brady") -> Story:
    return story.tell(
        "authorisation", on=on, by="hub", decision="decided", agrees=agrees, called="read", by_name=by_name
    )


def test_a_decision_nobody_else_has_read_is_owed_a_second_reading_by_the_next_working_day():
    said = speaks(RULE, DECIDED.at())
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert (said.about, said.evidence) == (the("decided"), (the("worry"), the("decided")))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 22)), Clock.WORKING)
    assert said.sentence == (
        "Nobody else has read the decision of 21 December 2026 to take a worry no further about Robin."
    )
    assert is_fit_to_read(said)


def test_it_is_silent_once_a_second_person_agrees():
    is_silent(RULE, read(DECIDED).at())


def test_nobody_agrees_with_themselves():
    assert speaks(RULE, read(DECIDED, by_name="Jo Adeyemi").at())


def test_whoever_does_not_decide_for_children_cannot_agree():
    assert speaks(RULE, read(DECIDED).had("read", role=Role.NURSERY_WORKER).at())


def test_a_second_person_who_does_not_agree_brings_it_back_to_be_decided():
    said = speaks(RULE, read(DECIDED, agrees="no").at())
    assert said.sentence.startswith("A second person does not agree with the decision of 21 December 2026")
    assert said.evidence[-1] == the("read")
    assert is_fit_to_read(said)
    again = read(DECIDED, agrees="no").decided("assessment", on="2026-12-22T09:00")
    is_silent(RULE, again.at())


@pytest.mark.parametrize("outcome", ["assessment", "strategy_discussion", "immediate_protection"])
def test_a_decision_to_do_more_waits_for_no_second_person_here(outcome: str):
    is_silent(RULE, DECIDED.had("decided", outcome=outcome).at())


def test_to_leave_it_to_work_that_is_open_waits_for_nobody_and_to_work_that_nobody_opened_is_to_do_less():
    left = DECIDED.had("decided", outcome="already_open")
    assert "work that nobody has opened" in speaks(RULE, left.at()).sentence
    open_then = left.open_to_social_care(on="2026-11-16", called="open")
    is_silent(RULE, open_then.at())
    is_silent(RULE, open_then.stepped_down(on="2026-12-23", of="open").at())
    assert speaks(RULE, open_then.stepped_down(on="2026-12-20", of="open").at()), "closed before it was left to it"
    assert is_fit_to_read(speaks(RULE, left.at()))


@pytest.mark.parametrize("outcome", ["advice", "early_help"])
def test_each_way_of_doing_less_is_said_in_its_own_words(outcome: str):
    assert is_fit_to_read(speaks(RULE, DECIDED.had("decided", outcome=outcome).at()))


def test_a_decision_of_more_than_a_year_ago_is_not_asked_about():
    is_silent(RULE, DECIDED.at(moment("2027-12-22T10:00")))


def test_silence_says_which_fact_is_missing():
    one = rulebook().rule(RULE)
    assert "take a worry no further" in (one.missing(TOLD.at()) or "")
    assert one.missing(DECIDED.at()) is None
