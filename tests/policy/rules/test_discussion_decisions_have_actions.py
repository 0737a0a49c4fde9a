"""What a discussion decided is somebody's to do: an action names the decision, or the thing itself is on record."""

from datetime import date

import pytest
from tests.policy.builder import ONE_SECOND, a_child, all_said, is_fit_to_read, is_silent, moment, speaks, the

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "discussion_decisions_have_actions"
LATER = "2027-03-01T09:00"

TALKED = (
    a_child()
    .open_to_social_care(on="2026-11-16T10:00")
    .tell("strategy_discussion", on="2026-12-24T16:50", heard=("social_worker",), called="talk")
)
DECIDED = TALKED.tell("decision", on="2026-12-24T17:28", what="medical", discussion="talk", called="decided")
SHOWN = "2026-12-24T18:00"


def test_a_decision_for_a_medical_examination_that_nobody_was_asked_to_carry_out_is_told_of():
    said = speaks(RULE, DECIDED.at(LATER))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert (said.about, said.evidence) == (the("decided"), (the("talk"), the("decided")))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (moment("2026-12-25T17:28"), Clock.ELAPSED)
    assert said.sentence == (
        "A medical examination of Robin was decided on 24 December 2026, and no action on record carries it out."
    )
    assert is_fit_to_read(said)


def test_it_is_silent_once_an_action_names_it():
    acted = DECIDED.tell("action", on="2026-12-24T17:30", decision="decided", called="action")
    is_silent(RULE, acted.at(LATER))
    other = acted.tell("decision", on="2026-12-24T17:29", what="other", discussion="talk", called="other")
    assert speaks(RULE, other.at(LATER)).about == the("other")


def test_it_is_silent_about_what_no_discussion_decided():
    is_silent(RULE, DECIDED.had("decided", discussion=None).at(LATER))
    is_silent(RULE, TALKED.at(LATER))


@pytest.mark.parametrize("what", ["no_section_47", "reasonable_cause", "stands"])
def test_what_asks_for_nothing_needs_no_action(what: str):
    is_silent(RULE, DECIDED.had("decided", what=what).at(LATER))


@pytest.mark.parametrize("what", ["start_section_47", "immediate_safety"])
def test_what_cannot_wait_for_an_office_keeps_elapsed_time(what: str):
    said = speaks(RULE, DECIDED.had("decided", what=what).at(LATER))
    assert (said.due_at, said.clock) == (moment("2026-12-25T17:28"), Clock.ELAPSED)
    assert is_fit_to_read(said)


@pytest.mark.parametrize("what", ["section_17", "other"])
def test_anything_else_has_a_working_day(what: str):
    said = speaks(RULE, DECIDED.had("decided", what=what).at(LATER))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 29)), Clock.WORKING)
    assert is_fit_to_read(said)


def test_each_decision_is_told_of_by_itself():
    two = DECIDED.tell("decision", on="2026-12-24T17:20", what="section_17", discussion="talk", called="help")
    assert {one.about for one in all_said(RULE, two.at(LATER))} == {the("decided"), the("help")}


# What shows it without an action


@pytest.mark.parametrize(
    ("what", "kind", "fields"),
    [
        ("start_section_47", "section_47_enquiry", {}),
        ("medical", "medical", {"stage": "booked"}),
        ("medical", "medical", {"stage": "examined"}),
        ("section_17", "assessment", {"stage": "started"}),
        ("section_17", "involvement", {"service": "child_in_need", "with_agency": "north"}),
    ],
)
def test_it_is_silent_once_the_thing_itself_is_on_record(what: str, kind: str, fields: dict[str, str]):
    decided = DECIDED.had("decided", what=what) if what != "medical" else DECIDED
    shown = decided.tell(kind, on=SHOWN, called="shown", **fields)
    is_silent(RULE, shown.at(LATER))
    before = moment("2026-12-24T17:28") - ONE_SECOND
    speaks(RULE, decided.tell(kind, on=before.isoformat(), **fields).at(LATER))
    speaks(RULE, decided.had("decided", what="immediate_safety").tell(kind, on=SHOWN, **fields).at(LATER))


def test_asking_for_an_examination_is_not_having_one():
    speaks(RULE, DECIDED.tell("medical", on=SHOWN, stage="asked_for").at(LATER))


def test_another_service_is_not_help_under_section_17():
    speaks(RULE, DECIDED.had("decided", what="section_17").open_to_early_help(on=SHOWN).at(LATER))


# Looked at again


def test_a_decision_that_was_replaced_needs_no_action():
    again = DECIDED.tell("decision", on="2026-12-25T09:00", what="other", revisits="decided", called="again")
    is_silent(RULE, again.at(LATER))
    speaks(RULE, again.had("again", what="stands").at(LATER))
    speaks(RULE, again.had("again", revisits=None).at(LATER))
    speaks(RULE, again.had("again", role=Role.NURSERY_WORKER).at(LATER))


def test_an_action_for_the_wrong_child_no_longer_carries_it():
    acted = DECIDED.tell("action", on="2026-12-24T17:30", decision="decided", called="action")
    speaks(RULE, acted.retracted("action", on="2026-12-25").at(LATER))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule and "no action" in str(rule.missing(TALKED.at(LATER)))
