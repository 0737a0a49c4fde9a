"""Supervision training that runs out at a place where a child is open is renewed by its last day."""

from tests.policy.builder import ONE_SECOND, a_child, is_fit_to_read, is_silent, moment, speaks, the, told_of
from tests.policy.staff import at, trained

from kith.policy.findings import OwedBy, Subject
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, SubjectKind

RULE = "supervisors_are_trained_in_supervision"
TEAM = (
    a_child()
    .child_in_need(on="2026-11-02T10:00", called="plan")
    .knowing("Helen", called="Helen Ash")
    .tell("works_at", on="2026-09-01", about=("Helen",), setting="north", worker_role="social_care_manager")
)
LAPSED = trained(TEAM, "Helen", "supervision", "2026-12-20", called="lapsed")


def test_supervision_training_that_ran_out_is_renewed_by_the_team():
    said = speaks(RULE, at(LAPSED, which="north"))
    assert said.kind == FindingKind.OBLIGATION
    assert said.subject == Subject(SubjectKind.TEAM, the("north"))
    assert (said.about, said.evidence) == (the("north"), (the("lapsed"),))
    assert said.owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    assert (said.due_at, said.clock) == (moment("2026-12-20"), Clock.ELAPSED)
    assert said.sentence == (
        "Supervision training of 1 person at North Locality Team, where a child is open, has run out or soon will."
    )
    assert is_fit_to_read(said)


def test_nobody_is_told_before_a_month_is_left():
    begins = moment("2026-11-20")
    early = at(LAPSED, begins - ONE_SECOND, which="north")
    is_silent(RULE, early)
    assert told_of(early).next_change_at == begins
    assert speaks(RULE, at(LAPSED, begins, which="north"))


def test_without_a_child_open_it_is_silent():
    is_silent(RULE, at(LAPSED.without("plan"), which="north"))
    is_silent(RULE, at(LAPSED.stepped_down(on="2026-12-01", of="plan"), which="north"))


def test_training_taken_again_ends_it():
    is_silent(RULE, at(trained(LAPSED, "Helen", "supervision", "2028-12-01", on="2026-12-01"), which="north"))


def test_other_training_is_not_its_matter():
    is_silent(RULE, at(trained(TEAM, "Helen", "escalation", "2026-12-20"), which="north"))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert rule.missing(at(LAPSED, which="south")) == "a child to whom the team or setting is open"
    assert rule.missing(at(LAPSED, which="north")) is None
