"""Once somebody who decides has recorded reasonable cause, a strategy discussion follows within a day."""

from typing import Any

import pytest
from tests.policy.builder import (
    ONE_SECOND,
    Story,
    a_child,
    entries,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
)

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "strategy_discussion_is_held_on_reasonable_cause"
LATER = "2027-03-01T09:00"

OPEN = a_child().open_to_social_care(on="2026-11-16T10:00")
CAUSE = OPEN.tell("decision", on="2026-12-24T14:10", what="reasonable_cause", called="cause")
RESPONSE = (
    a_child().worry_told(on="2026-12-24T13:00").decided("strategy_discussion", on="2026-12-24T14:05", called="response")
)
MARKED = OPEN.bruise(on="2026-12-20T09:00", called="mark")
COULD = MARKED.looked_and_thought("mark", on="2026-12-24T15:00", could_be_caused="could", called="thought")


def talked(story: Story, *, on: str, **told: Any) -> Story:
    return story.tell("strategy_discussion", on=on, heard=("social_worker",), **told)


def test_reasonable_cause_without_a_discussion_asks_for_one_within_a_day():
    said = speaks(RULE, CAUSE.at("2026-12-24T14:10"))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert (said.about, set(said.evidence)) == (the("cause"), entries("cause"))
    assert said.owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    assert (said.due_at, said.clock) == (moment("2026-12-25T14:10"), Clock.ELAPSED)
    assert said.sentence == (
        "North Locality Team recorded reasonable cause to think Robin may be suffering significant harm, "
        "and no strategy discussion has followed."
    )
    assert is_fit_to_read(said)
    assert speaks(RULE, CAUSE.at(LATER)) == said, "and time alone does not end it"


def test_it_is_silent_when_another_thing_was_decided():
    is_silent(RULE, CAUSE.had("cause", what="section_17").at(LATER))


def test_it_is_silent_once_a_discussion_was_held():
    is_silent(RULE, talked(CAUSE, on="2026-12-24T16:00").at(LATER))
    is_silent(RULE, talked(CAUSE, on="2026-12-24T14:10").at(LATER))


def test_a_discussion_that_was_over_before_is_another_one():
    before = talked(CAUSE, on=(moment("2026-12-24T14:10") - ONE_SECOND).isoformat())
    assert speaks(RULE, before.at(LATER)).about == the("cause")


def test_a_discussion_told_of_by_somebody_who_does_not_decide_is_not_one():
    speaks(RULE, talked(CAUSE, on="2026-12-24T16:00", by="nursery").at(LATER))


def test_reasonable_cause_found_in_a_discussion_has_had_its_discussion():
    talk = talked(OPEN, on="2026-12-24T14:00", called="talk")
    within = talk.tell("decision", on="2026-12-24T14:10", what="reasonable_cause", discussion="talk")
    is_silent(RULE, within.at(LATER))


def test_only_who_decides_can_find_reasonable_cause():
    is_silent(RULE, CAUSE.had("cause", role=Role.NURSERY_WORKER).at(LATER))


def test_a_decision_that_no_enquiry_starts_after_all_ends_it():
    again = CAUSE.tell("decision", on="2026-12-25T09:00", what="no_section_47", revisits="cause", called="again")
    is_silent(RULE, again.at(LATER))
    speaks(RULE, again.had("again", revisits=None).at(LATER))
    speaks(RULE, again.had("again", what="stands").at(LATER))
    speaks(RULE, again.had("again", role=Role.NURSERY_WORKER).at(LATER))


# The hub's response


def test_a_response_of_a_strategy_discussion_that_was_not_held_is_told_of():
    said = speaks(RULE, RESPONSE.at(LATER))
    assert said.about == the("response")
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert said.due_at == moment("2026-12-25T14:05")
    assert said.sentence == "The front door hub decided on a strategy discussion about Robin, and it has not been held."
    assert is_fit_to_read(said)
    is_silent(RULE, RESPONSE.had("response", outcome="assessment").at(LATER))
    is_silent(RULE, talked(RESPONSE, on="2026-12-24T15:00").at(LATER))


def test_two_causes_are_one_discussion_to_call_and_the_first_sets_its_time():
    both = RESPONSE.tell("decision", on="2026-12-24T16:00", what="reasonable_cause", called="cause")
    said = speaks(RULE, both.at(LATER))
    assert (said.about, said.due_at) == (the("response"), moment("2026-12-25T14:05"))
    assert said.evidence == (the("response"), the("cause"))
    assert "reasonable cause" in said.sentence


# Somebody could have caused it


def test_thinking_that_somebody_could_have_caused_a_mark_asks_for_a_discussion():
    said = speaks(RULE, COULD.at(LATER))
    assert (said.about, said.evidence) == (the("thought"), (the("thought"),))
    assert said.due_at == moment("2026-12-25T15:00")
    assert said.sentence == (
        "North Locality Team recorded that someone could have caused what was seen on Robin, "
        "and no strategy discussion has followed."
    )
    assert is_fit_to_read(said)


@pytest.mark.parametrize("otherwise", ["could_not", "cannot_tell", "not_recorded"])
def test_thinking_anything_else_does_not(otherwise: str):
    is_silent(RULE, COULD.had("thought", could_be_caused=otherwise).at(LATER))


def test_who_does_not_decide_thinks_for_themselves():
    is_silent(RULE, COULD.had("thought", role=Role.NURSERY_WORKER).at(LATER))


def test_it_is_silent_when_the_marks_were_talked_about_already():
    earlier = talked(COULD, on="2026-12-21T09:00")
    is_silent(RULE, earlier.at(LATER))
    speaks(RULE, earlier.had("mark", at=moment("2026-12-21T09:00:01")).at(LATER))
    speaks(RULE, talked(COULD.had("thought", evidence=()), on="2026-12-21T09:00").at(LATER))


def test_it_ends_when_somebody_decides_that_no_enquiry_starts_or_that_nobody_could_have_caused_it():
    refused = COULD.tell("decision", on="2026-12-24T15:00", what="no_section_47", called="refused")
    is_silent(RULE, refused.at(LATER))
    before = moment("2026-12-24T15:00") - ONE_SECOND
    earlier = COULD.tell("decision", on=before.isoformat(), what="no_section_47")
    speaks(RULE, earlier.at(LATER))
    settled = COULD.looked_and_thought("mark", on="2026-12-26", could_be_caused="could_not", called="settled")
    is_silent(RULE, settled.at(LATER))
    speaks(RULE, settled.had("settled", evidence=()).at(LATER))
    speaks(RULE, settled.had("settled", could_be_caused="cannot_tell").at(LATER))


def test_thinking_so_after_thinking_otherwise_asks_all_the_same():
    first = MARKED.looked_and_thought("mark", on="2026-12-22", could_be_caused="could_not")
    speaks(RULE, first.looked_and_thought("mark", on="2026-12-24T15:00", could_be_caused="could").at(LATER))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule and "reasonable cause" in str(rule.missing(OPEN.at()))
