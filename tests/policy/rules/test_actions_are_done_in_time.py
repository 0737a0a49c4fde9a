"""An action past its time that nobody recorded as done is told to whoever owns it."""

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

RULE = "actions_are_done_in_time"
DUE = "2026-12-28T12:00"

DECIDED = a_child().tell("decision", on="2026-12-24T17:20", by="hub", what="section_17", called="decided")
ACTION = DECIDED.tell(
    "action",
    on="2026-12-24T17:30",
    decision="decided",
    owner_role="early_help_worker",
    owner_agency="early help",
    due_at=DUE,
    shown_done_by="a visit on record",
    called="action",
)


def test_an_action_past_its_time_is_told_to_its_owner():
    said = speaks(RULE, ACTION.at(DUE))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert (said.about, said.evidence) == (the("action"), (the("action"), the("decided")))
    assert said.owed_by == OwedBy(Role.EARLY_HELP_WORKER, the("early help"))
    assert (said.due_at, said.clock) == (moment(DUE), Clock.ELAPSED)
    assert said.sentence == "What Early Help was to do for Robin by 28 December 2026 is not recorded as done."
    assert is_fit_to_read(said)


def test_until_its_time_nothing_is_said_and_the_clock_knows_when_it_will_be():
    before = ACTION.at(moment(DUE) - ONE_SECOND)
    is_silent(RULE, before)
    assert told_of(before).next_change_at == moment(DUE)


def test_it_is_silent_once_it_was_done_early_or_late():
    is_silent(RULE, ACTION.tell("action_done", on="2026-12-26", action="action").at("2027-01-04"))
    is_silent(RULE, ACTION.tell("action_done", on="2027-01-03", action="action").at("2027-01-04"))
    other = ACTION.tell("action", on="2026-12-24T17:30", decision="decided", called="other")
    speaks(RULE, other.tell("action_done", on="2026-12-26", action="other").at("2027-01-04"))


def test_a_new_time_put_in_its_place_is_kept():
    moved = ACTION.tell(
        "action",
        on="2026-12-24T17:30",
        entered="2026-12-28T13:00",
        decision="decided",
        owner_role="early_help_worker",
        owner_agency="early help",
        due_at="2027-01-04T12:00",
        corrects="action",
        called="moved",
    )
    is_silent(RULE, moved.at("2027-01-03"))
    assert speaks(RULE, moved.at("2027-01-05")).about == the("moved")
    is_silent(RULE, moved.tell("action_done", on="2026-12-30", action="action").at("2027-01-05"))


def test_an_action_without_a_time_has_no_time_to_pass():
    is_silent(RULE, ACTION.had("action", due_at=None).at("2027-03-01"))


def test_it_stands_until_an_entry_ends_it():
    assert speaks(RULE, ACTION.at("2030-01-01")) == speaks(RULE, ACTION.at(DUE))


# Who owes it


def test_what_nobody_owns_falls_to_whoever_decided():
    unowned = ACTION.had("action", owner_role="unknown")
    said = speaks(RULE, unowned.at(DUE))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    nowhere = ACTION.had("action", owner_agency=None)
    said = speaks(RULE, nowhere.at(DUE))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert said.sentence.startswith("What somebody was to do")
    assert is_fit_to_read(said)


def test_of_a_decision_that_is_gone_whoever_set_it_is_asked():
    said = speaks(RULE, ACTION.without("decided").had("action", owner_role="unknown").at(DUE))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert set(said.evidence) == entries("action")


# Health actions are told of apart


def test_what_health_owns_is_left_to_the_rule_about_health():
    is_silent(RULE, ACTION.had("action", owner_role="health_visitor").at(DUE))
    is_silent(RULE, ACTION.had("action", owner_role="unknown", owner_agency="hospital").at(DUE))
    is_silent(RULE, ACTION.had("decided", what="medical").at(DUE))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule and "an action" in str(rule.missing(a_child().at()))
