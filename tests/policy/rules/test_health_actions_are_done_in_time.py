"""A health action past its time is told to the social care manager, who answers for it."""

from tests.policy.builder import (
    ONE_SECOND,
    a_child,
    entries,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
    told_of,
)

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "health_actions_are_done_in_time"
DUE = "2026-12-28T16:00"

DECIDED = (
    a_child()
    .open_to_social_care(on="2026-11-16T10:00", called="open")
    .tell("decision", on="2026-12-24T17:20", by="hub", what="other", called="decided")
)
ACTION = DECIDED.tell(
    "action",
    on="2026-12-24T17:30",
    decision="decided",
    owner_role="paediatrician",
    owner_agency="hospital",
    due_at=DUE,
    called="action",
)


def test_a_health_action_past_its_time_is_told_to_the_manager_who_answers_for_it():
    said = speaks(RULE, ACTION.at(DUE))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert (said.about, said.evidence) == (the("action"), (the("action"), the("decided")))
    assert said.owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    assert (said.due_at, said.clock) == (moment(DUE), Clock.ELAPSED)
    assert said.sentence == (
        "What the Royal Hospital was to do for Robin's health by 28 December 2026 is not recorded as done."
    )
    assert "ring the Royal Hospital" in said.do_next
    assert is_fit_to_read(said)


def test_until_its_time_nothing_is_said_and_the_clock_knows_when_it_will_be():
    before = ACTION.at(moment(DUE) - ONE_SECOND)
    is_silent(RULE, before)
    assert told_of(before).next_change_at == moment(DUE)


def test_without_a_time_it_has_a_day():
    untimed = ACTION.had("action", due_at=None)
    is_silent(RULE, untimed.at(moment("2026-12-25T17:30") - ONE_SECOND))
    assert told_of(untimed.at("2026-12-25T12:00")).next_change_at == moment("2026-12-25T17:30")
    said = speaks(RULE, untimed.at("2026-12-25T17:30"))
    assert said.due_at == moment("2026-12-25T17:30")


def test_it_is_silent_once_it_was_done():
    is_silent(RULE, ACTION.tell("action_done", on="2026-12-29", action="action").at("2027-01-04"))


def test_what_is_not_healths_is_told_of_elsewhere():
    is_silent(RULE, ACTION.had("action", owner_role="social_worker").at(DUE))
    is_silent(RULE, ACTION.had("action", owner_role="unknown", owner_agency="early help").at(DUE))
    is_silent(RULE, ACTION.had("action", owner_role="unknown", owner_agency=None).at(DUE))


def test_an_examination_that_was_decided_is_a_health_action_whoever_owns_it():
    arranged = ACTION.had("action", owner_role="social_worker").had("decided", what="medical")
    assert speaks(RULE, arranged.at(DUE)).about == the("action")


def test_a_surgery_without_a_role_is_health():
    speaks(RULE, ACTION.had("action", owner_role="unknown", owner_agency="surgery").at(DUE))


def test_the_decision_is_found_though_it_was_put_right():
    right = ACTION.tell(
        "decision",
        on="2026-12-24T17:20",
        entered="2026-12-25T09:00",
        by="hub",
        what="medical",
        corrects="decided",
        called="right",
    )
    assert the("right") in speaks(RULE, right.had("action", owner_role="social_worker").at(DUE)).evidence


def test_when_no_social_care_team_is_open_whoever_decided_answers_for_it():
    assert speaks(RULE, ACTION.without("open").at(DUE)).owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    alone = ACTION.without("open").without("decided")
    said = speaks(RULE, alone.at(DUE))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert set(said.evidence) == entries("action")


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule and "health action" in str(rule.missing(a_child().at()))
