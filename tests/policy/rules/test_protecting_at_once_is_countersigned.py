"""One person protects a child at once; a second reads it within four hours, and what was decided stands meanwhile."""

import pytest
from tests.policy.builder import a_child, is_fit_to_read, is_silent, moment, speaks, the

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "protecting_at_once_is_countersigned"

TOLD = a_child().worry_told(on="2026-12-24T16:40", by="nursery", called="worry")
DECIDED = TOLD.decided("strategy_discussion", on="2026-12-24T16:50", called="decided", by_name="Jo Adeyemi")
LATER = "2026-12-24T17:30"


def test_the_eve_of_a_holiday_puts_off_no_second_reading():
    said = speaks(RULE, DECIDED.at(LATER))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert (said.about, said.evidence) == (the("decided"), (the("worry"), the("decided")))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert (said.due_at, said.clock) == (moment("2026-12-24T20:50"), Clock.ELAPSED)
    assert (
        said.sentence == "Nobody else has read the decision of 24 December 2026 for a strategy discussion about Robin."
    )
    assert is_fit_to_read(said)


def test_where_social_care_is_open_its_manager_reads_it():
    open_too = DECIDED.open_to_social_care(on="2026-11-16")
    assert speaks(RULE, open_too.at(LATER)).owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))


def test_to_protect_at_once_asks_for_it_as_well():
    said = speaks(RULE, DECIDED.had("decided", outcome="immediate_protection").at(LATER))
    assert "to protect at once" in said.sentence and is_fit_to_read(said)


@pytest.mark.parametrize("agrees", ["yes", "no", "not_recorded"])
def test_whatever_a_second_person_says_it_was_read(agrees: str):
    read = DECIDED.tell(
        "authorisation", on="2026-12-24T17:00", by="north", decision="decided", agrees=agrees, called="read"
    )
    is_silent(RULE, read.at(LATER))
    assert speaks(RULE, read.had("read", role=Role.NURSERY_WORKER).at(LATER))


def test_ones_own_word_is_no_second_one():
    own = DECIDED.tell(
        "authorisation", on="2026-12-24T17:00", by="hub", decision="decided", agrees="yes", by_name="Jo Adeyemi"
    )
    assert speaks(RULE, own.at(LATER))


@pytest.mark.parametrize("outcome", ["assessment", "no_further_action", "already_open"])
def test_other_responses_are_not_asked_about_here(outcome: str):
    is_silent(RULE, DECIDED.had("decided", outcome=outcome).at(LATER))


def test_silence_says_which_fact_is_missing():
    one = rulebook().rule(RULE)
    assert "to protect at once" in (one.missing(TOLD.at(LATER)) or "")
    assert one.missing(DECIDED.at(LATER)) is None
