"""“Cannot tell” quiets a concern for three working days, and no longer, unless somebody who may know was asked."""

from datetime import date

import pytest
from tests.policy.builder import REPEATED, Story, a_child, is_fit_to_read, is_silent, speaks, the, told_of

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "what_nobody_could_tell_is_looked_at_again"

MARKS = (
    a_child()
    .open_to_social_care(on="2026-11-16T10:00", called="episode")
    .bruise(on="2026-11-20T09:00", called="first", region="cheek")
    .bruise(on="2026-12-07T09:00", called="second", region="back")
)
READ = ("first", "second", "episode")


def thought(story: Story, could: str, *, on: str = "2026-12-08T10:00", called: str = "unsure", **told: str) -> Story:
    return story.looked_and_thought(*READ, on=on, could_be_caused=could, called=called, **told)


UNSURE = thought(MARKS, "cannot_tell")


def test_a_mark_nobody_could_tell_of_is_looked_at_again_within_three_working_days():
    said = speaks(RULE, UNSURE.at("2026-12-08T10:00"))
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert said.about == the("Robin")
    assert said.evidence == (the("unsure"), the("first"), the("second"))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 11)), Clock.WORKING)
    assert said.sentence == (
        "On 8 December 2026 nobody could tell whether 2 marks on Robin could have been caused by someone."
    )
    assert is_fit_to_read(said)


@pytest.mark.parametrize("could", ["could", "could_not", "not_recorded"])
def test_it_is_silent_when_they_said_otherwise(could: str):
    is_silent(RULE, thought(MARKS, could).at())


def test_the_serious_concern_itself_is_quiet_once_somebody_said_so_and_not_when_they_said_nothing():
    assert not any(key.rule == REPEATED for key in told_of(UNSURE.at()).findings)
    assert speaks(REPEATED, thought(MARKS, "not_recorded").at()).is_serious


def test_a_later_answer_that_settles_it_ends_it_and_another_cannot_tell_counts_anew():
    is_silent(RULE, thought(UNSURE, "could_not", on="2026-12-10T10:00", called="settled").at())
    again = thought(UNSURE, "cannot_tell", on="2026-12-10T10:00", called="again")
    assert speaks(RULE, again.at()).due_at == end_of_day(date(2026, 12, 15))


@pytest.mark.parametrize(
    ("kind", "named"),
    [("medical", {"stage": "asked_for"}), ("medical", {"stage": "examined"}),
     ("strategy_discussion", {"heard": ("social_worker",)})],
)  # fmt: skip
def test_asking_a_paediatrician_or_calling_a_discussion_ends_it(kind: str, named: dict[str, object]):
    is_silent(RULE, UNSURE.tell(kind, on="2026-12-09T10:00", **named).at())
    assert speaks(RULE, UNSURE.tell(kind, on="2026-12-07T10:00", **named).at()), "what was asked before they looked"


def test_that_no_examination_is_needed_is_no_answer_to_it():
    assert speaks(RULE, UNSURE.tell("medical", on="2026-12-09T10:00", stage="not_needed").at())


def test_only_those_who_decide_are_asked_and_only_of_marks_that_nothing_explains():
    is_silent(RULE, UNSURE.had("unsure", role=Role.HEALTH_VISITOR).at())
    is_silent(RULE, UNSURE.had("unsure", evidence=("episode",)).at())
    explained = UNSURE.able("running_climbing", on="2026-11-01T09:00")
    for mark in ("first", "second"):
        explained = explained.had(mark, region="knee").account(
            on="2026-12-09T10:00", of=mark, mechanism="fell_walking_or_running", given="asked"
        )
    is_silent(RULE, explained.at())


def test_where_reasonable_cause_was_recorded_with_the_mark_known_the_discussion_is_owed_instead():
    is_silent(RULE, UNSURE.tell("decision", on="2026-12-07T10:00", what="reasonable_cause").at())
    assert speaks(RULE, UNSURE.tell("decision", on="2026-12-06T10:00", what="reasonable_cause").at())
    assert speaks(RULE, UNSURE.tell("decision", on="2026-12-07T10:00", what="section_17").at())


def test_silence_says_which_fact_is_missing():
    assert "cannot tell" in rulebook().rule(RULE).missing(a_child().at())
