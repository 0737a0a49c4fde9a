"""A child of whom Kith knows nothing is looked for all the same before anybody decides to do nothing."""

import pytest
from tests.policy.builder import Story, a_child, is_fit_to_read, is_silent, speaks, the

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Act, FindingKind, Role

RULE = "history_is_looked_for_before_stepping_down"

TOLD = a_child().worry_told(on="2026-12-21T10:00", by="nursery", called="worry")
LATER = "2026-12-21T12:00"


def looked(story: Story, *, on: str = "2026-12-21T11:00", by: str = "hub") -> Story:
    return story.tell("history_check", on=on, by=by, called="looked", read_in=("kith",))


def test_a_new_worry_is_not_closed_before_somebody_has_looked():
    said = speaks(RULE, TOLD.at(LATER))
    assert (said.kind, said.holds) == (FindingKind.HOLD, Act.NO_FURTHER_ACTION)
    assert (said.about, said.evidence) == (the("Robin"), (the("worry"),))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert said.sentence == (
        "Nobody who decides has looked for the history of Robin since the worry of 21 December 2026."
    )
    assert is_fit_to_read(said)


def test_it_is_silent_once_somebody_who_decides_has_looked_though_there_was_nothing():
    is_silent(RULE, looked(TOLD).at(LATER))
    assert speaks(RULE, looked(TOLD, by="nursery").at(LATER))


def test_to_have_looked_before_this_worry_is_not_to_have_looked():
    assert speaks(RULE, looked(TOLD, on="2026-12-20T11:00").at(LATER))


@pytest.mark.parametrize("outcome", ["assessment", "strategy_discussion", "immediate_protection"])
def test_it_is_silent_once_the_worry_is_decided_and_protecting_never_waited(outcome: str):
    is_silent(RULE, TOLD.decided(outcome, on="2026-12-21T10:30").at(LATER))


def test_where_there_is_history_to_read_the_other_rule_says_so():
    before = a_child().worry_told(on="2026-03-02T10:00", called="earlier").decided("advice", on="2026-03-03T10:00")
    both = before.worry_told(on="2026-12-21T10:00", called="today")
    is_silent(RULE, both.at(LATER))
    assert speaks("history_is_read_before_stepping_down", both.at(LATER))


def test_silence_says_which_fact_is_missing():
    one = rulebook().rule(RULE)
    assert one.missing(a_child().at(LATER)) == "a contact that nobody has decided"
    assert one.missing(TOLD.at(LATER)) is None
