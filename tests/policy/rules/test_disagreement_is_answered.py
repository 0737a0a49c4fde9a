"""A professional who disagrees is answered within a working day by those who decided."""

from datetime import date

import pytest
from tests.policy.builder import (
    ONE_SECOND,
    Story,
    a_child,
    all_said,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
    told_of,
)

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import Rulebook, rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

ANSWER = "disagreement_is_answered"

#: Disagreed with on Thursday 10 December; one working day later is Friday the 11th.
NOW = "2026-12-10T15:00"
DECIDED = a_child().worry_told(on="2026-12-09T09:00", by="surgery", called="worry")
DECIDED = DECIDED.decided("no_further_action", on="2026-12-09T16:00", called="decided")
TAKEN_UP = DECIDED.tell("escalation", on=NOW, by="surgery", against="decided", called="escalation")
TOLD = DECIDED.tell("told", on="2026-12-10T09:00", by="hub", of="decided", told_agency="surgery", called="told")
WRITTEN_BACK = TOLD.tell("answer", on=NOW, by="surgery", told="told", answer="disagrees", called="answer")
LATER = "2026-12-11T10:00"


def decided_again(story: Story, *, by: str = "hub", **more: object) -> Story:
    return story.tell("decision", on=LATER, by=by, called="again", **{"what": "stands", **more})


def test_a_disagreement_that_was_taken_up_is_answered_by_those_who_decided():
    said = speaks(ANSWER, TAKEN_UP.at(NOW))
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert (said.about, said.evidence) == (the("escalation"), (the("escalation"),))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 11)), Clock.WORKING)
    assert said.sentence == (
        "Millpond Surgery took up a disagreement about Robin on 10 December 2026, and nobody has recorded an answer."
    )
    assert is_fit_to_read(said)


def test_one_that_was_written_back_is_answered_too():
    said = speaks(ANSWER, WRITTEN_BACK.at(NOW))
    assert (said.about, said.evidence) == (the("answer"), (the("answer"),))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert said.due_at == end_of_day(date(2026, 12, 11))
    assert said.sentence == (
        "Millpond Surgery disagreed on 10 December 2026 with what they were told about Robin, "
        "and nobody has recorded an answer."
    )
    assert is_fit_to_read(said)


@pytest.mark.parametrize("answer", ["opened", "acknowledged", "agrees"])
def test_whatever_else_came_back_is_no_disagreement(answer: str):
    is_silent(ANSWER, WRITTEN_BACK.had("answer", answer=answer).at(NOW))


def test_it_does_not_go_away_by_time():
    for story in (TAKEN_UP, WRITTEN_BACK):
        assert speaks(ANSWER, story.at("2028-01-01")) == speaks(ANSWER, story.at(NOW))
        alone = Rulebook(rules=tuple(one for one in rulebook().rules if one.name == ANSWER))
        assert told_of(story.at(NOW), alone).next_change_at is None


# What ends it


@pytest.mark.parametrize(("by", "ends"), [("hub", True), ("north", True), ("surgery", True), ("nursery", False)])
def test_an_answer_by_those_who_decide_or_by_whoever_took_it_up_ends_it(by: str, ends: bool):
    answered = TAKEN_UP.tell("escalation_answered", on=LATER, by=by, escalation="escalation")
    assert bool(all_said(ANSWER, answered.at(LATER))) != ends


def test_an_answer_to_another_escalation_is_not_this_ones():
    two = TAKEN_UP.tell("escalation", on=NOW, by="nursery", against="decided", called="other")
    answered = two.tell("escalation_answered", on=LATER, by="hub", escalation="other")
    assert speaks(ANSWER, answered.at(LATER)).about == the("escalation")


def test_deciding_again_in_its_light_ends_one_that_was_written_back():
    is_silent(ANSWER, decided_again(WRITTEN_BACK, revisits="decided").at(LATER))
    is_silent(ANSWER, decided_again(WRITTEN_BACK, rests_on=("answer",)).at(LATER))
    assert speaks(ANSWER, decided_again(WRITTEN_BACK).at(LATER)), "about something else"
    assert speaks(ANSWER, decided_again(WRITTEN_BACK, by="nursery", revisits="decided").at(LATER))
    assert speaks(ANSWER, decided_again(TAKEN_UP, revisits="decided").at(LATER)), "taken up, it is answered in words"


def test_what_was_decided_before_they_disagreed_is_no_answer():
    for on, ends in ((moment(NOW) - ONE_SECOND, False), (moment(NOW), True)):
        before = WRITTEN_BACK.tell("decision", on=on.isoformat(), by="hub", what="stands", revisits="decided")
        assert bool(all_said(ANSWER, before.at(NOW))) != ends


def test_taken_up_it_is_the_escalation_that_waits():
    taken_up = WRITTEN_BACK.tell("escalation", on=LATER, by="surgery", against="decided", called="escalation")
    assert speaks(ANSWER, taken_up.at(LATER)).about == the("escalation")
    other = WRITTEN_BACK.tell("escalation", on=LATER, by="surgery", against="worry", called="escalation")
    assert len(all_said(ANSWER, other.at(LATER))) == 2
    earlier = WRITTEN_BACK.tell("escalation", on="2026-12-09T17:00", by="surgery", against="decided")
    assert len(all_said(ANSWER, earlier.at(LATER))) == 2


def test_whoever_disagreed_and_then_agrees_has_had_an_answer():
    agrees = WRITTEN_BACK.tell("answer", on=LATER, by="surgery", told="told", answer="agrees", called="later")
    is_silent(ANSWER, agrees.at(LATER))
    assert speaks(ANSWER, agrees.had("later", agency=the("nursery")).at(LATER))
    assert speaks(ANSWER, agrees.had("later", answer="acknowledged").at(LATER))
    before = WRITTEN_BACK.tell("answer", on="2026-12-10T14:00", by="surgery", told="told", answer="agrees")
    assert speaks(ANSWER, before.at(LATER))


def test_an_answer_to_what_was_taken_back_answers_nothing():
    another = WRITTEN_BACK.tell("told", on="2026-12-10T12:00", of="worry", told_agency="nursery")
    assert speaks(ANSWER, another.at(NOW)).about == the("answer")
    is_silent(ANSWER, WRITTEN_BACK.retracted("told", on=LATER).at(LATER))


# Who owes it


def test_it_is_owed_by_whoever_answers_for_the_agency_they_disagree_with():
    team = TAKEN_UP.had("decided", agency=the("north"))
    assert speaks(ANSWER, team.at(NOW)).owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))


def test_against_what_another_agency_entered_or_nobody_finds_it_is_owed_by_whoever_answers_for_the_child():
    for against in ("worry", "something else"):
        story = TAKEN_UP.had("escalation", against=against)
        assert speaks(ANSWER, story.at(NOW)).owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
        opened = story.open_to_social_care(on="2026-12-01")
        assert speaks(ANSWER, opened.at(NOW)).owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(ANSWER)
    assert rule and "who disagrees" in str(rule.missing(TOLD.at()))
    assert rule.missing(TAKEN_UP.at()) is None
    assert rule.missing(WRITTEN_BACK.at()) is None
