"""A decision rests on what was known; when more of the past becomes known, somebody says whether it stands."""

import pytest
from tests.policy.builder import Story, a_child, entries, is_fit_to_read, is_silent, moment, speaks, the

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "history_that_arrived_later_is_read"

DECIDED = (
    a_child()
    .worry_told(on="2026-12-01T10:00", called="worry")
    .decided("advice", on="2026-12-02T10:00", called="decision")
)
LATE = DECIDED.child_in_need(on="2019-05-01", entered="2026-12-21T09:00", called="old plan", by="surgery")


def read(story: Story, *names: str, on: str = "2026-12-22T13:00", by: str = "hub", called: str = "read") -> Story:
    return story.tell("history_check", on=on, by=by, called=called, read=names)


def again(story: Story, *, by: str = "north", on: str = "2026-12-22T14:00", **told: object) -> Story:
    return story.tell("decision", on=on, by=by, what="stands", called="again", **told)


def test_an_earlier_plan_that_becomes_known_after_a_decision_is_read():
    said = speaks(RULE, LATE.at())
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert said.about == the("Robin")
    assert said.evidence == (the("old plan"), the("decision"))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert (said.due_at, said.clock) == (moment("2026-12-23"), Clock.WORKING)
    assert (
        said.sentence == "Since the decision of 2 December 2026 about Robin, 1 service from before then became known."
    )
    assert said.do_next == "read it and say whether the decision about Robin stands."
    assert is_fit_to_read(said)


def test_without_the_late_news_it_is_silent():
    is_silent(RULE, LATE.without("old plan").at())


def test_without_a_decision_nothing_was_overtaken():
    is_silent(RULE, LATE.without("decision").at())
    is_silent(RULE, LATE.had("decision", role=Role.NURSERY_WORKER).at())


def test_a_history_that_was_read_is_overtaken_as_a_decision_is():
    story = read(LATE.without("decision"), on="2026-12-03T09:00", by="north")
    said = speaks(RULE, story.at())
    assert said.evidence == (the("old plan"), the("read"))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert said.sentence == (
        "Since somebody read the history of Robin on 3 December 2026, 1 service from before then became known."
    )
    assert is_fit_to_read(said)


def test_the_latest_reading_that_did_not_know_it_is_the_one_to_look_at():
    story = LATE.tell("history_check", on="2026-12-05T09:00", by="north", called="read", read=["worry"])
    assert speaks(RULE, story.at()).evidence == (the("old plan"), the("read"))


# What ends it


def test_it_is_silent_once_somebody_who_decides_has_read_it():
    is_silent(RULE, read(LATE, "old plan").at())
    assert speaks(RULE, read(LATE, "worry").at())
    assert speaks(RULE, read(LATE, "old plan", by="surgery").at())


def test_it_is_silent_once_somebody_decided_with_it_in_sight():
    is_silent(RULE, again(LATE, rests_on=["old plan"]).at())
    assert speaks(RULE, again(LATE, rests_on=["worry"]).at())
    assert speaks(RULE, again(LATE, rests_on=["old plan"], by="surgery").at())


def test_it_is_silent_once_somebody_looked_at_the_decision_again():
    is_silent(RULE, again(LATE, revisits="decision").at())
    assert speaks(RULE, again(LATE, revisits="worry").at())
    assert speaks(RULE, again(LATE, revisits="decision", on="2026-12-10T09:00").at()), "before it was known"


def test_it_is_silent_when_the_decision_that_was_looked_at_again_had_been_put_right():
    right = again(LATE, revisits="decision").decided(
        "advice", on="2026-12-02T10:00", entered="2026-12-02T12:00", of="worry", corrects="decision"
    )
    is_silent(RULE, right.at())


def test_time_alone_does_not_end_it_and_another_decision_does_not_either():
    assert speaks(RULE, LATE.at("2036-12-24T16:30"))
    assert speaks(RULE, LATE.worry_told(on="2026-12-22").decided("assessment", on="2026-12-23").at()).evidence[
        1
    ] == the("decision")


# What is late


@pytest.mark.parametrize(
    ("on", "entered"),
    [
        ("2026-12-01T09:00", "2026-12-02T09:59:59"),
        ("2026-12-02T09:00", "2026-12-02T23:00"),
        ("2026-12-02T10:00", "2026-12-21T09:00"),
        ("2026-12-02", "2026-12-21T09:00"),
    ],
    ids=["known by then", "typed up the same day", "came with the decision", "perhaps after it"],
)
def test_what_was_known_or_came_later_is_not_late(on: str, entered: str):
    is_silent(RULE, DECIDED.child_in_need(on=on, entered=entered, by="north").at())


def test_what_happened_before_and_was_entered_on_a_later_day_is_late():
    assert speaks(RULE, DECIDED.child_in_need(on="2026-12-02T09:59:59", entered="2026-12-03T00:00", by="north").at())


def test_a_correction_of_what_was_known_is_no_news():
    is_silent(RULE, DECIDED.worry_told(on="2026-12-01T09:00", entered="2026-12-21T09:00", corrects="worry").at())


def test_a_service_that_is_no_part_of_the_history_is_no_news():
    is_silent(RULE, LATE.had("old plan", service="nursery_place").at())


def test_more_of_the_same_puts_nothing_off():
    more = LATE.worry_told(on="2018-02-01", entered="2026-12-23T09:00", by="surgery", called="old worry")
    said = speaks(RULE, more.at())
    assert said.due_at == moment("2026-12-23")
    assert set(said.evidence) == entries("old plan", "old worry", "decision")
    assert is_fit_to_read(said)


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert rule.missing(a_child().at()) == "a decision, or somebody who read the history"
    assert rule.missing(DECIDED.at()) == "an earlier contact or service that was entered after it was decided"
