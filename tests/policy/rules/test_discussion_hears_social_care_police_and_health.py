"""A discussion without social care, police or health is not finished; what it decided counts all the same."""

from typing import Any

import pytest
from tests.policy.builder import Story, a_child, all_said, is_fit_to_read, is_silent, speaks, the, told_of

from kith.policy.findings import OwedBy
from kith.policy.readings.discussions import MUST_BE_HEARD
from kith.policy.rulebook import rulebook
from kith.vocabulary import Act, FindingKind, Role, Severity

RULE = "discussion_hears_social_care_police_and_health"
ALL = ("social_worker", "police_officer", "gp")
LATER = "2027-03-01T09:00"


def talked(story: Story, *heard: str, on: str = "2026-12-24T10:00", **told: Any) -> Story:
    return story.tell("strategy_discussion", on=on, heard=heard, **told)


OPEN = a_child().open_to_social_care(on="2026-11-16T10:00")
WITHOUT_HEALTH = talked(OPEN, "social_worker", "police_officer", called="talk")


def test_the_record_waits_until_health_was_heard():
    said = speaks(RULE, WITHOUT_HEALTH.at(LATER))
    assert (said.kind, said.severity) == (FindingKind.HOLD, Severity.MANDATORY)
    assert said.holds == Act.FINISH_DISCUSSION_RECORD
    assert (said.about, said.evidence) == (the("talk"), (the("talk"),))
    assert said.owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    assert (said.due_at, said.clock) == (None, None)
    assert said.sentence == (
        "Health was not heard in Robin's strategy discussion of 24 December 2026; "
        "its decisions count, its record stays unfinished."
    )
    assert "ring health" in said.do_next
    assert is_fit_to_read(said)


def test_it_is_silent_once_all_three_were_heard():
    is_silent(RULE, WITHOUT_HEALTH.had("talk", heard=ALL).at(LATER))


def test_it_is_silent_without_a_discussion():
    is_silent(RULE, OPEN.at(LATER))


def test_it_is_silent_about_a_record_that_is_finished():
    finished = WITHOUT_HEALTH.tell("discussion_finished", on="2026-12-25", discussion="talk", called="finished")
    is_silent(RULE, finished.at(LATER))
    other = talked(finished, "gp", on="2026-12-01T10:00", called="other").had("finished", discussion="other")
    assert speaks(RULE, other.at(LATER)).about == the("talk")


@pytest.mark.parametrize(
    ("heard", "words"),
    [
        (("social_worker", "gp"), "Police was not heard"),
        (("police_officer", "gp"), "Social care was not heard"),
        (("gp",), "Social care and police were not heard"),
        ((), "Social care, police and health were not heard"),
        (("nursery_worker", "family_member", "hub_decision_maker"), "Social care, police and health were not heard"),
    ],
)
def test_the_sentence_names_who_is_missing(heard: tuple[str, ...], words: str):
    said = speaks(RULE, talked(OPEN, *heard).at(LATER))
    assert said.sentence.startswith(words)
    assert is_fit_to_read(said)


@pytest.mark.parametrize("role", sorted(MUST_BE_HEARD["health"]))
def test_anybody_of_health_is_health(role: Role):
    is_silent(RULE, WITHOUT_HEALTH.had("talk", heard=("social_worker", "police_officer", role)).at(LATER))


@pytest.mark.parametrize("role", sorted(MUST_BE_HEARD["social care"]))
def test_a_social_worker_a_manager_and_the_emergency_duty_service_are_social_care(role: Role):
    is_silent(RULE, WITHOUT_HEALTH.had("talk", heard=(role, "police_officer", "gp")).at(LATER))


def test_whoever_was_heard_in_a_later_discussion_was_heard():
    later = talked(WITHOUT_HEALTH, "gp", on="2026-12-24T12:00", called="later")
    assert speaks(RULE, later.at(LATER)).about == the("later"), "police and social care were heard before, not since"
    is_silent(RULE, talked(WITHOUT_HEALTH, *ALL, on="2026-12-24T12:00").at(LATER))


def test_whoever_was_heard_before_was_not_heard_now():
    before = talked(WITHOUT_HEALTH, *ALL, on="2026-12-23T12:00")
    assert speaks(RULE, before.at(LATER)).about == the("talk")


def test_each_unfinished_record_waits_for_itself():
    again = talked(WITHOUT_HEALTH, "social_worker", "police_officer", on="2026-12-28T10:00", called="again")
    assert {one.about for one in all_said(RULE, again.at(LATER))} == {the("talk"), the("again")}


def test_a_discussion_put_right_to_say_who_was_heard_ends_it():
    right = talked(WITHOUT_HEALTH, *ALL, entered="2026-12-24T11:00", corrects="talk")
    is_silent(RULE, right.at(LATER))


def test_nothing_that_protects_is_ever_held_by_it():
    held = {one.holds for one in told_of(WITHOUT_HEALTH.at(LATER)).findings.values() if one.rule == RULE}
    assert held == {Act.FINISH_DISCUSSION_RECORD}


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule and "not finished" in str(rule.missing(OPEN.at()))
