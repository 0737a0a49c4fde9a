"""Two visits close together on which nobody saw the child are looked at, by whichever agencies; seeing the child ends it."""

from datetime import date

import pytest
from tests.policy.builder import ONE_SECOND, a_child, is_fit_to_read, is_silent, moment, speaks, the, told_of

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "access_refused_again_is_looked_at"

#: Ten working days after Tuesday 1 December is Tuesday 15 December.
OPEN = a_child().open_to_social_care(on="2026-11-16T10:00", called="work")
ONCE = OPEN.nobody_in(on="2026-12-01T10:00", called="first")
TWICE = ONCE.seen(on="2026-12-08T10:00", by="health visiting", outcome="refused", seen="no", called="second")


def test_two_visits_of_two_agencies_that_saw_nobody_are_looked_at():
    said = speaks(RULE, TWICE.at("2026-12-08T10:00"))
    assert (said.kind, said.severity) == (FindingKind.ALERT, Severity.CONSIDER)
    assert said.about == the("Robin")
    assert said.evidence == (the("first"), the("second"))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 22)), Clock.WORKING)
    assert (
        said.sentence == "On 2 visits since 1 December 2026 nobody saw Robin: 1 found nobody in and 1 was said no to."
    )
    assert is_fit_to_read(said)


@pytest.mark.parametrize("otherwise", [{"outcome": "made"}, {"outcome": "made", "seen": "yes"}])
def test_it_is_silent_when_one_of_the_two_was_made(otherwise: dict[str, str]):
    is_silent(RULE, TWICE.had("second", **otherwise).at("2026-12-08T10:00"))


def test_a_third_is_told_with_them_and_never_puts_it_off():
    thrice = TWICE.seen(on="2026-12-10T10:00", outcome="put_off", seen="no", called="third")
    said = speaks(RULE, thrice.at("2026-12-10T10:00"))
    assert said.due_at == end_of_day(date(2026, 12, 22))
    assert (
        said.sentence == "On 3 visits since 1 December 2026 nobody saw Robin: "
        "1 found nobody in, 1 was put off and 1 was said no to."
    )
    assert is_fit_to_read(said)


def test_two_visits_too_far_apart_are_two_single_ones():
    last = moment("2026-12-15T23:59:59")
    assert speaks(RULE, ONCE.nobody_in(on=last.isoformat()).at(last))
    after = last + ONE_SECOND
    is_silent(RULE, ONCE.nobody_in(on=after.isoformat()).at(after))


@pytest.mark.parametrize("seen", [{}, {"seen": "not_recorded", "seen_alone": "yes"}])
def test_it_ends_when_anybody_saw_the_child(seen: dict[str, str]):
    is_silent(RULE, TWICE.seen(on="2026-12-09T10:00", by="health visiting", **seen).at("2026-12-09T10:00"))
    between = TWICE.seen(on="2026-12-04T10:00", **seen)
    is_silent(RULE, between.at("2026-12-08T10:00"))


def test_a_visit_that_was_made_and_did_not_see_the_child_ends_nothing():
    assert speaks(RULE, TWICE.seen(on="2026-12-09T10:00", seen="no").at("2026-12-09T10:00")).evidence == (
        the("first"),
        the("second"),
    )


@pytest.mark.parametrize(
    ("service", "role"),
    [
        ("child_in_need", Role.SOCIAL_WORKER),
        ("looked_after", Role.SOCIAL_WORKER),
        ("early_help", Role.EARLY_HELP_WORKER),
        ("health_visiting", Role.HEALTH_VISITOR),
    ],
)
def test_it_is_owed_by_whoever_works_with_the_child(service: str, role: Role):
    worked = TWICE.had("work", service=service)
    assert speaks(RULE, worked.at("2026-12-08T10:00")).owed_by == OwedBy(role, the("north"))


def test_it_is_silent_when_nobody_is_open_who_would_visit():
    is_silent(RULE, TWICE.had("work", service="nursery_place").at("2026-12-08T10:00"))


def test_it_lapses_after_ninety_days_and_the_clock_knows():
    leaves = moment("2027-03-01T10:00")
    assert speaks(RULE, TWICE.at(leaves - ONE_SECOND)).may_lapse
    assert told_of(TWICE.at(leaves - ONE_SECOND)).next_change_at == leaves
    is_silent(RULE, TWICE.at(leaves))


def test_it_ends_when_somebody_looked_and_a_new_try_counts_from_its_own_day():
    answered = TWICE.looked_and_thought("first", "second", on="2026-12-09T10:00", rule=RULE)
    is_silent(RULE, answered.at("2026-12-09T10:00"))
    again = answered.nobody_in(on="2026-12-16T10:00")
    assert speaks(RULE, again.at("2026-12-16T10:00")).due_at == end_of_day(date(2027, 1, 4))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert "open to the child" in str(rule.missing(a_child().at()))
    assert "two visits" in str(rule.missing(OPEN.at()))
