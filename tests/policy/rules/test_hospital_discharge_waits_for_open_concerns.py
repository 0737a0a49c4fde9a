"""A child in hospital goes home when what was seen has been answered, or everybody near the child could object."""

import pytest
from tests.policy.builder import ONE_SECOND, a_child, entries, is_fit_to_read, is_silent, moment, speaks, the, told_of

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Act, Clock, FindingKind, Role, Severity

RULE = "hospital_discharge_waits_for_open_concerns"

IN = a_child().tell("admission", on="2026-12-01T08:00", by="hospital", called="admission")
MARK = IN.bruise(on="2026-12-01T09:00", by="hospital", called="mark", region="back")


def test_a_mark_that_nothing_explains_holds_a_discharge_home():
    said = speaks(RULE, MARK.at())
    assert (said.kind, said.severity, said.holds) == (FindingKind.HOLD, Severity.MANDATORY, Act.DISCHARGE_HOME)
    assert said.about == the("Robin")
    assert set(said.evidence) == entries("mark")
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (None, None)
    assert said.sentence == "Before Robin goes home from hospital, a possible injury has no answer."
    assert said.do_next.startswith("ring the paediatrician and answer each; or record why going home is right")
    assert is_fit_to_read(said)


@pytest.mark.parametrize("missing", ["mark", "admission"])
def test_it_is_silent_without(missing: str):
    is_silent(RULE, MARK.without(missing).at())


def test_a_worry_nobody_has_decided_holds_it_too():
    story = IN.worry_told(on="2026-12-01T09:00")
    assert speaks(RULE, story.at())
    is_silent(RULE, story.decided("strategy_discussion", on="2026-12-02").at())


def test_a_child_who_has_left_hospital_is_not_held_until_admitted_again():
    left = MARK.tell("discharge", on="2026-12-03T09:00", by="hospital")
    is_silent(RULE, left.at())
    assert speaks(RULE, left.tell("admission", on="2026-12-20T09:00", by="hospital").at())


def test_the_hospital_may_say_why_and_it_ends_three_working_days_after_everybody_was_told():
    story = MARK.open_to_social_care(on="2026-12-01T12:00").tell(
        "closing_proposed", on="2026-12-07T10:00", by="hospital", called="proposal", what="discharge_home", said="Well."
    )
    assert speaks(RULE, story.at()).due_at is None
    told = story.tell("told", on="2026-12-07T11:00", by="hospital", of="proposal", told_agency="north")
    ends = moment("2026-12-10")
    said = speaks(RULE, told.at(ends - ONE_SECOND))
    assert (said.due_at, said.clock, said.may_lapse) == (ends, Clock.WORKING, True)
    assert (
        said.do_next == "answer each; everybody round the child was told of the discharge, and may object until then."
    )
    assert told_of(told.at(ends - ONE_SECOND)).next_change_at == ends
    is_silent(RULE, told.at(ends))
    assert speaks(RULE, told.had("proposal", agency=the("nursery")).at(ends)), "a nursery discharges nobody"
    assert speaks(RULE, told.had("proposal", what="return_home").at(ends)), "nor does a hospital return a child home"


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert rule.missing(a_child().at()) == "that the child was taken into hospital, and has not left it"
    assert rule.missing(IN.at()) == "a mark that nothing explains, or a worry that nobody has decided"
