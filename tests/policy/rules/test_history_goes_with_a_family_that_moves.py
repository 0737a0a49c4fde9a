"""When a child moves, the history goes along, and whoever works with the child next says that it came."""

from datetime import date

import pytest
from tests.policy.builder import Story, a_child, all_said, is_fit_to_read, is_silent, speaks, the, told_of

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import Rulebook, rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

HISTORY = "history_goes_with_a_family_that_moves"

#: Moved on Thursday 10 December; one working day later is Friday the 11th.
NOW = "2026-12-10T10:00"
SENT_AT = "2026-12-10T12:00"


def moves(story: Story, **more: str) -> Story:
    return story.tell("move", on=NOW, called="move", **{"to_area": "Eastdale", "to_agency": "south", **more})


HELPED = a_child().open_to_social_care(on="2026-01-16T10:00", called="episode")
MOVED = moves(HELPED)


def sent(story: Story, to: str = "south", by: str = "north", called: str = "sent") -> Story:
    return story.tell("told", on=SENT_AT, by=by, of="move", told_agency=to, how="email", called=called)


def came_back(story: Story, answer: str = "acknowledged", told: str = "sent") -> Story:
    return story.tell("answer", on="2026-12-11T09:00", by="south", told=told, answer=answer)


def test_the_history_of_a_child_who_moves_is_sent_on():
    said = speaks(HISTORY, MOVED.at(NOW))
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert (said.about, said.evidence) == (the("move"), (the("move"),))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 11)), Clock.WORKING)
    assert (
        said.sentence == "Robin moved to Eastdale on 10 December 2026, and nobody has recorded sending the history on."
    )
    assert said.do_next.startswith("send the history on")
    assert is_fit_to_read(said)


def test_sent_it_is_not_yet_there():
    said = speaks(HISTORY, sent(MOVED).at(SENT_AT))
    assert said.evidence == (the("move"), the("sent"))
    assert said.due_at == end_of_day(date(2026, 12, 11))
    assert (
        said.sentence
        == "Nobody has recorded that South Locality Team acknowledged the history of Robin, sent on 10 December 2026."
    )
    assert said.do_next.startswith("ring and ask")
    assert is_fit_to_read(said)


@pytest.mark.parametrize("answer", ["acknowledged", "opened", "agrees", "disagrees"])
def test_it_ends_once_something_came_back(answer: str):
    is_silent(HISTORY, came_back(sent(MOVED), answer).at("2026-12-11T09:00"))


def test_sent_to_somebody_else_it_has_not_gone_along():
    other = came_back(sent(MOVED, to="nursery"))
    assert "sending the history on" in speaks(HISTORY, other.at("2026-12-11T09:00")).sentence


def test_where_nobody_said_who_must_have_it_another_agency_does_but_not_our_own_nor_the_family():
    nobody_said = HELPED.tell("move", on=NOW, called="move")
    assert speaks(HISTORY, nobody_said.at(NOW)).sentence.startswith("Robin moved on 10 December 2026, and")
    is_silent(HISTORY, came_back(sent(nobody_said, to="hospital")).at("2026-12-11T09:00"))
    for to in ("north", "family"):
        assert "sending" in speaks(HISTORY, came_back(sent(nobody_said, to=to)).at("2026-12-11T09:00")).sentence


def test_it_does_not_go_away_by_time():
    assert speaks(HISTORY, MOVED.at("2028-12-11")) == speaks(HISTORY, MOVED.at(NOW))
    alone = Rulebook(rules=tuple(one for one in rulebook().rules if one.name == HISTORY))
    assert told_of(MOVED.at(NOW), alone).next_change_at is None


def test_each_move_is_its_own():
    twice = MOVED.tell("move", on="2026-12-14T10:00", to_area="Westmoor", to_agency="hospital", called="second")
    assert {one.about for one in all_said(HISTORY, twice.at("2026-12-14T10:00"))} == {the("move"), the("second")}


# What there is to send


def test_a_child_of_whom_nothing_is_known_takes_nothing_along():
    is_silent(HISTORY, moves(a_child()).at(NOW))
    nursery = a_child().open_to("nursery_place", on="2026-01-16", with_agency="nursery")
    is_silent(HISTORY, moves(nursery).at(NOW))


@pytest.mark.parametrize("on", [NOW, "2026-12-10T10:00:01"])
def test_help_a_worry_or_a_mark_is_history_when_it_came_before_the_move(on: str):
    later = "2026-12-10T11:00"
    for known in (
        a_child().open_to_early_help(on=on),
        a_child().worry_told(on=on),
        a_child().bruise(on=on),
    ):
        assert bool(all_said(HISTORY, moves(known).at(later))) == (on == NOW)


def test_help_that_ended_is_history_and_a_grazed_knee_is_not():
    assert speaks(HISTORY, moves(HELPED.stepped_down(on="2026-03-01")).at(NOW))
    runs = a_child().able("running_climbing", on="2026-11-01")
    is_silent(HISTORY, moves(runs.explained_bruise(on="2026-12-01T09:00")).at(NOW))


# Who owes it


def test_it_is_owed_by_social_care_else_early_help_else_the_health_visitor_who_knew():
    visited = (
        a_child().worry_told(on="2026-12-01").open_to("health_visiting", on="2024-05-17", with_agency="health visiting")
    )
    assert speaks(HISTORY, moves(visited).at(NOW)).owed_by == OwedBy(Role.HEALTH_VISITOR, the("health visiting"))
    helped = visited.open_to_early_help(on="2026-11-01")
    assert speaks(HISTORY, moves(helped).at(NOW)).owed_by == OwedBy(Role.EARLY_HELP_WORKER, the("early help"))
    cared = helped.open_to_social_care(on="2026-02-01")
    assert speaks(HISTORY, moves(cared).at(NOW)).owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))


def test_whoever_works_with_the_child_next_does_not_owe_it():
    south = MOVED.open_to("social_care", on="2026-12-12T10:00", with_agency="south")
    assert speaks(HISTORY, south.at("2026-12-12T10:00")).owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    before = HELPED.open_to("social_care", on="2026-12-01T10:00", with_agency="south")
    assert speaks(HISTORY, moves(before).at(NOW)).owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))


def test_where_nobody_of_them_knew_the_front_door_owes_it():
    told = a_child().worry_told(on="2026-12-01").decided("advice", on="2026-12-01")
    assert speaks(HISTORY, moves(told).at(NOW)).owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(HISTORY)
    assert rule and "a move" in str(rule.missing(a_child().at()))
    assert rule.missing(MOVED.at()) is None
