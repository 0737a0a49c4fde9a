"""A decision about an enquiry rests on risk; a true reason of another kind is kept, and a reason of risk asked for."""

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

from kith.policy import standards
from kith.policy.calendar import instant
from kith.policy.findings import OwedBy
from kith.policy.readings.discussions import NOT_OF_RISK, OF_RISK
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, ReasonGiven, Role, Severity

RULE = "s47_starts_on_the_level_of_risk"
LATER = "2027-02-01T09:00"
YEAR = rulebook().numbers.span(standards.OPEN_CONCERN_WINDOW)


def decides(story: Story, what: str, *reasons: str, on: str = "2026-12-24T15:00", **told: Any) -> Story:
    return story.tell("decision", on=on, what=what, reasons=reasons, **told)


REFUSED = decides(a_child(), "no_section_47", "no_worker_free", called="refused")
MARKED = a_child().bruise(on="2026-12-20T09:00", called="mark")
UNREASONED = decides(MARKED, "no_section_47", called="refused")


def test_the_last_five_reasons_are_not_of_risk_and_all_others_are():
    assert tuple(ReasonGiven)[-5:] == tuple(one for one in ReasonGiven if one in NOT_OF_RISK)
    assert set(ReasonGiven) == OF_RISK | NOT_OF_RISK


def test_a_reason_that_says_nothing_of_risk_is_kept_and_another_asked_for():
    said = speaks(RULE, REFUSED.at(LATER))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert (said.about, said.evidence) == (the("refused"), (the("refused"),))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (moment("2026-12-25T15:00"), Clock.ELAPSED)
    assert said.sentence == (
        "No enquiry starts because no worker is free: that may be true, and says nothing about risk to Robin."
    )
    assert is_fit_to_read(said)
    assert speaks(RULE, REFUSED.at("2030-01-01")) == said, "and time alone does not end it"


@pytest.mark.parametrize("reason", sorted(NOT_OF_RISK))
def test_every_reason_that_is_not_of_risk_is_said_in_words(reason: ReasonGiven):
    said = speaks(RULE, REFUSED.had("refused", reasons=(reason, "no_worker_free")).at(LATER))
    assert "among other reasons" in said.sentence
    assert is_fit_to_read(said)


@pytest.mark.parametrize("reason", sorted(OF_RISK))
def test_one_reason_of_risk_is_enough(reason: ReasonGiven):
    is_silent(RULE, REFUSED.had("refused", reasons=("no_worker_free", reason)).at(LATER))


def test_an_enquiry_started_for_other_reasons_is_asked_about_too():
    started = decides(a_child(), "start_section_47", "case_already_open", called="started")
    said = speaks(RULE, started.at(LATER))
    assert said.sentence == (
        "An enquiry starts because the case is already open: that may be true, and says nothing about risk to Robin."
    )
    assert is_fit_to_read(said)
    is_silent(RULE, started.had("started", reasons=()).at(LATER))


def test_decisions_about_anything_else_are_not_asked_about():
    is_silent(RULE, REFUSED.had("refused", what="section_17").at(LATER))


def test_only_who_decides_decides():
    is_silent(RULE, REFUSED.had("refused", role=Role.NURSERY_WORKER).at(LATER))


# Without any reason


def test_refusing_without_a_reason_while_nothing_explains_a_mark_asks_for_one():
    said = speaks(RULE, UNREASONED.at(LATER))
    assert said.evidence == (the("refused"), the("mark"))
    assert said.sentence == (
        "No reason is on record for starting no section 47 enquiry about Robin, and nothing explains a mark."
    )
    assert is_fit_to_read(said)
    is_silent(RULE, UNREASONED.without("mark").at(LATER))


def test_a_mark_that_came_on_record_afterwards_is_no_part_of_it():
    is_silent(RULE, UNREASONED.had("mark", at=moment("2026-12-24T15:00") + ONE_SECOND).at(LATER))
    speaks(RULE, UNREASONED.had("mark", at=moment("2026-12-24T15:00")).at(LATER))


def test_a_mark_that_is_settled_or_a_year_old_is_no_part_of_it():
    settled = UNREASONED.looked_and_thought("mark", on="2026-12-23", could_be_caused="could_not", called="settled")
    is_silent(RULE, settled.at(LATER))
    speaks(RULE, settled.had("settled", could_be_caused="cannot_tell").at(LATER))
    earliest = (instant(moment("2026-12-24T15:00")) - YEAR).isoformat()
    is_silent(RULE, UNREASONED.without("mark").bruise(on=earliest).at(LATER))


def test_refusing_without_a_reason_while_nobody_has_answered_a_worry_asks_for_one():
    worry = a_child().worry_told(on="2026-12-23T09:00", called="worry")
    refused = decides(worry, "no_section_47", called="refused")
    said = speaks(RULE, refused.at(LATER))
    assert said.evidence == (the("refused"), the("worry"))
    assert said.sentence.endswith(", and nobody has answered a worry.")
    assert is_fit_to_read(said)
    answered = refused.decided("advice", on="2026-12-23T10:00", called="answered")
    is_silent(RULE, answered.at(LATER))
    speaks(RULE, answered.had("answered", role=Role.NURSERY_WORKER).at(LATER))
    earliest = (instant(moment("2026-12-24T15:00")) - YEAR).isoformat()
    is_silent(RULE, decides(a_child().worry_told(on=earliest), "no_section_47").at(LATER))


# What ends it


@pytest.mark.parametrize("what", ["no_section_47", "start_section_47"])
def test_it_ends_when_it_is_decided_again_on_risk(what: str):
    again = decides(REFUSED, what, "seriousness", on="2026-12-25T09:00", called="again")
    is_silent(RULE, again.at(LATER))
    speaks(RULE, again.had("again", reasons=("office_hours",)).at(LATER))
    speaks(RULE, again.had("again", role=Role.NURSERY_WORKER).at(LATER))


def test_it_ends_when_somebody_looked_again_and_it_stands_on_risk():
    stands = decides(REFUSED, "stands", "protective_factors", on="2026-12-25T09:00", revisits="refused", called="again")
    is_silent(RULE, stands.at(LATER))
    speaks(RULE, stands.had("again", revisits=None).at(LATER))
    speaks(RULE, stands.had("again", reasons=()).at(LATER))


def test_it_ends_when_an_enquiry_starts_after_all():
    is_silent(RULE, decides(REFUSED, "start_section_47", on="2026-12-25T09:00").at(LATER))
    is_silent(RULE, REFUSED.tell("section_47_enquiry", on="2026-12-24T15:00").at(LATER))
    before = (moment("2026-12-24T15:00") - ONE_SECOND).isoformat()
    speaks(RULE, REFUSED.tell("section_47_enquiry", on=before).at(LATER))
    started = REFUSED.had("refused", what="start_section_47").tell("section_47_enquiry", on="2026-12-24T15:00")
    speaks(RULE, started.at(LATER))


def test_a_decision_on_risk_from_before_does_not_answer_it():
    speaks(RULE, decides(REFUSED, "no_section_47", "seriousness", on="2026-12-01T09:00").at(LATER))


def test_refusing_again_for_such_reasons_puts_nothing_off():
    again = decides(REFUSED, "no_section_47", "office_hours", on="2026-12-28T09:00", called="again")
    silent = decides(again, "no_section_47", on="2026-12-29T09:00")
    said = speaks(RULE, silent.at(LATER))
    assert (said.about, said.due_at) == (the("refused"), moment("2026-12-25T15:00"))
    assert set(said.evidence) == entries("refused", "again")


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule and "enquiry" in str(rule.missing(a_child().at()))
