"""An action is saved without owner, time or result, and whoever decided is asked for them."""

from datetime import date

import pytest
from tests.policy.builder import a_child, all_said, entries, is_fit_to_read, is_silent, moment, speaks, the

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "action_has_an_owner_a_time_and_a_result"
LATER = "2026-12-28T09:00"

DECIDED = a_child().tell("decision", on="2026-12-24T17:20", by="hub", what="section_17", called="decided")
WHOLE = DECIDED.tell(
    "action",
    on="2026-12-24T17:30",
    decision="decided",
    owner_role="social_worker",
    owner_agency="north",
    due_at="2027-01-04T12:00",
    shown_done_by="a visit on record",
    called="action",
)


def test_an_action_that_says_all_is_silent():
    is_silent(RULE, WHOLE.at(LATER))


def test_an_action_without_an_owner_asks_whoever_decided():
    said = speaks(RULE, WHOLE.had("action", owner_role="unknown").at(LATER))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert (said.about, said.evidence) == (the("action"), (the("action"), the("decided")))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 29)), Clock.WORKING)
    assert said.sentence == "An action for Robin, set on 24 December 2026, has no owner."
    assert is_fit_to_read(said)


@pytest.mark.parametrize(
    ("lacks", "words"),
    [
        ({"owner_agency": None}, "no owner"),
        ({"due_at": None}, "no time"),
        ({"shown_done_by": " "}, "nothing that will show it done"),
        ({"owner_agency": None, "due_at": None}, "no owner and no time"),
        (
            {"owner_agency": None, "due_at": None, "shown_done_by": ""},
            "no owner, no time and nothing that will show it done",
        ),
    ],
)
def test_the_sentence_names_what_it_lacks(lacks: dict[str, None], words: str):
    said = speaks(RULE, WHOLE.had("action", **lacks).at(LATER))
    assert said.sentence.endswith(f", has {words}.")
    assert is_fit_to_read(said)


def test_a_name_is_an_owner_as_a_role_is():
    is_silent(RULE, WHOLE.had("action", owner_role="unknown", owner_name="Dr Osei").at(LATER))


def test_an_action_for_what_cannot_wait_keeps_elapsed_time():
    urgent = WHOLE.had("decided", what="medical").had("action", owner_agency=None)
    said = speaks(RULE, urgent.at(LATER))
    assert (said.due_at, said.clock) == (moment("2026-12-25T17:30"), Clock.ELAPSED)


def test_an_action_of_a_decision_that_is_gone_asks_whoever_set_it():
    said = speaks(RULE, WHOLE.without("decided").had("action", due_at=None).at(LATER))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert set(said.evidence) == entries("action")


def test_an_action_that_was_put_right_is_whole():
    lacking = WHOLE.had("action", due_at=None)
    right = lacking.tell(
        "action",
        on="2026-12-24T17:30",
        entered="2026-12-27T09:00",
        decision="decided",
        owner_role="social_worker",
        owner_agency="north",
        due_at="2027-01-04T12:00",
        shown_done_by="a visit on record",
        corrects="action",
        called="right",
    )
    is_silent(RULE, right.at(LATER))
    assert speaks(RULE, right.had("right", shown_done_by="").at(LATER)).about == the("right")


def test_an_action_that_is_done_asks_for_nothing():
    lacking = WHOLE.had("action", due_at=None)
    is_silent(RULE, lacking.tell("action_done", on="2026-12-26", action="action").at(LATER))


def test_each_action_is_told_of_by_itself_and_time_alone_ends_none():
    two = WHOLE.had("action", due_at=None).tell("action", on="2026-12-24T17:31", decision="decided", called="other")
    assert {one.about for one in all_said(RULE, two.at("2030-01-01"))} == {the("action"), the("other")}


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule and "an owner" in str(rule.missing(a_child().at()))
