"""What supervision could not answer is found out with the worker, and not carried on."""

import pytest
from tests.policy.builder import Story, a_child, entries, is_fit_to_read, is_silent, moment, speaks, the

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity, SupervisionLine

RULE = "supervision_leaves_no_line_open"

OPEN = a_child().child_in_need(on="2026-11-02T10:00", called="plan")


def supervised(story: Story, *lines: str, on: str = "2026-12-02", called: str = "talk", by: str = "north") -> Story:
    return story.tell("supervision", on=f"{on}T14:00", by=by, called=called, open_lines=lines)


LEFT = supervised(OPEN, "who_are_the_adults", "what_else_could_explain_it")


def test_lines_left_open_are_answered_with_the_worker():
    said = speaks(RULE, LEFT.at())
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert said.about == the("Robin")
    assert set(said.evidence) == entries("talk")
    assert said.owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    assert (said.due_at, said.clock) == (moment("2026-12-09"), Clock.WORKING)
    assert said.sentence == (
        "Supervision about Robin on 2 December 2026 left 2 lines open: "
        "who the adults are and what else could explain it."
    )
    assert said.do_next == "answer them with the worker, in words about the child, and record it as supervision."
    assert is_fit_to_read(said)


def test_a_supervision_that_left_none_open_says_nothing():
    is_silent(RULE, supervised(OPEN).at())


def test_without_a_service_of_social_care_it_is_silent():
    is_silent(RULE, LEFT.without("plan").at())
    is_silent(RULE, LEFT.stepped_down(on="2026-12-03", of="plan").at())


def test_one_plan_that_becomes_another_ends_no_line_between_the_two_entries():
    goes_on = LEFT.child_protection_plan(on="2026-12-07T10:00", called="next plan")
    assert speaks(RULE, goes_on.at()).due_at == moment("2026-12-09")
    ended = goes_on.stepped_down(on="2026-12-07T10:05", of="plan", to="child_in_need")
    assert speaks(RULE, ended.at()).due_at == moment("2026-12-09")


def test_a_later_supervision_without_them_ends_it():
    is_silent(RULE, supervised(LEFT, on="2026-12-08", called="next").at())


def test_a_later_supervision_with_the_same_line_puts_nothing_off():
    said = speaks(RULE, supervised(LEFT, "who_are_the_adults", on="2026-12-16", called="next").at())
    assert said.due_at == moment("2026-12-09")
    assert said.evidence == (the("talk"), the("next"))
    assert said.sentence == ("Supervision about Robin on 16 December 2026 left 1 line open: who the adults are.")


def test_a_new_line_counts_from_the_supervision_that_left_it():
    said = speaks(RULE, supervised(LEFT, "history_read", on="2026-12-16", called="next").at())
    assert said.due_at == moment("2026-12-23")
    assert said.evidence == (the("next"),)


def test_supervision_of_another_agency_is_not_ours_to_answer():
    is_silent(RULE, supervised(OPEN, "history_read", by="health visiting").at())
    assert speaks(RULE, supervised(LEFT, on="2026-12-08", called="next", by="health visiting").at())


def test_what_supervision_of_earlier_work_left_open_is_not_carried_into_this():
    again = LEFT.stepped_down(on="2026-12-03", of="plan").child_in_need(on="2026-12-10T10:00")
    is_silent(RULE, again.at())
    goes_on = LEFT.stepped_down(on="2026-12-03", of="plan").child_protection_plan(on="2026-12-03T23:00")
    assert speaks(RULE, goes_on.at())


def test_time_alone_does_not_end_it():
    assert speaks(RULE, LEFT.at("2030-12-24T16:30")).due_at == moment("2026-12-09")


@pytest.mark.parametrize("line", list(SupervisionLine))
def test_every_line_has_words_of_its_own(line: SupervisionLine):
    assert is_fit_to_read(speaks(RULE, supervised(OPEN, line).at()))


@pytest.mark.parametrize("first", list(SupervisionLine))
def test_more_than_two_are_counted(first: SupervisionLine):
    lines = dict.fromkeys((first, "what_else_could_explain_it", *SupervisionLine))
    said = speaks(RULE, supervised(OPEN, *lines).at())
    assert "left 10 lines open: " in said.sentence and said.sentence.endswith(" and 8 more.")
    assert is_fit_to_read(said)


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert rule.missing(a_child().at()) == "a service of social care that is open to the child"
    assert rule.missing(OPEN.at()) == "supervision on record that left a line open"
