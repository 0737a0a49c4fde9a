"""A child who lives elsewhere to be safe goes home when what worried people has its answer."""

import pytest
from tests.policy.builder import ONE_SECOND, a_child, entries, is_fit_to_read, is_silent, moment, speaks, the, told_of

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Act, Clock, FindingKind, Role, Severity

RULE = "children_return_home_with_concerns_answered"

AWAY = a_child().open_to("looked_after", on="2026-11-02T09:00", with_agency="north", called="looked after")
MARK = AWAY.bruise(on="2026-12-01T09:00", called="mark", region="back")


def test_a_mark_nobody_has_answered_holds_a_return_home():
    said = speaks(RULE, MARK.at())
    assert (said.kind, said.severity, said.holds) == (FindingKind.HOLD, Severity.MANDATORY, Act.RETURN_HOME)
    assert said.about == the("Robin")
    assert set(said.evidence) == entries("mark")
    assert said.owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    assert (said.due_at, said.clock) == (None, None)
    assert said.sentence == "Before Robin returns home, a possible injury has no answer."
    assert said.do_next == "answer each; or record why the child should return, and tell everybody round the child."
    assert is_fit_to_read(said)


@pytest.mark.parametrize("missing", ["mark", "looked after"])
def test_it_is_silent_without(missing: str):
    is_silent(RULE, MARK.without(missing).at())


def test_it_is_silent_once_the_mark_was_answered():
    is_silent(RULE, MARK.looked_and_thought("mark", on="2026-12-02", could_be_caused="could_not").at())


def test_a_worry_nobody_has_decided_holds_it_too():
    story = AWAY.worry_told(on="2026-12-01T09:00")
    assert speaks(RULE, story.at())
    is_silent(RULE, story.decided("already_open", on="2026-12-02").at())


def test_a_child_placed_anywhere_lives_elsewhere_until_the_return():
    placed = MARK.without("looked after").tell("placement", on="2026-11-05T09:00", with_whom="grandparents")
    assert speaks(RULE, placed.at())
    home = placed.tell("return_home", on="2026-12-10T09:00")
    is_silent(RULE, home.at())
    assert speaks(RULE, home.tell("placement", on="2026-12-12T09:00", with_whom="foster carers").at())


def test_it_ends_three_working_days_after_everybody_round_the_child_was_told():
    story = MARK.open_to("nursery_place", on="2026-09-01", with_agency="nursery").tell(
        "closing_proposed", on="2026-12-07T10:00", called="proposal", what="return_home", said="It is safe now."
    )
    assert speaks(RULE, story.at()).due_at is None
    told = story.tell("told", on="2026-12-07T11:00", of="proposal", told_agency="nursery")
    ends = moment("2026-12-10")
    said = speaks(RULE, told.at(ends - ONE_SECOND))
    assert (said.due_at, said.clock, said.may_lapse) == (ends, Clock.WORKING, True)
    assert said.do_next == "answer each; everybody round the child was told of the return, and may object until then."
    assert told_of(told.at(ends - ONE_SECOND)).next_change_at == ends
    is_silent(RULE, told.at(ends))
    assert speaks(RULE, told.had("proposal", what="close").at(ends))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert (
        rule.missing(a_child().at()) == "that the child is looked after, or where the child lives while away from home"
    )
    assert rule.missing(AWAY.at()) == "a concern that nobody has answered"
