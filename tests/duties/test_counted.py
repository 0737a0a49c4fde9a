"""How often rules spoke and how it ended: by rule and quarter, nothing lost, nothing counted twice, one statement."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories as given

from kith.duties.counted import HowItEnded, counted, quarter_of, quarters_until, summed
from kith.duties.models import Duty, DutyChange
from kith.journey.clock import now
from kith.occasions.record import new_id
from kith.policy.calendar import london_day
from kith.vocabulary import Clock, Ending, FindingKind, Role, Severity

RULE = "account_of_an_injury_is_asked_for"
LONG_AGO = date(2000, 1, 1)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 3, 31), date(2026, 1, 1)),
        (date(2026, 11, 24), date(2026, 10, 1)),
        (date(2026, 12, 31), date(2026, 10, 1)),
    ],
)
def test_a_day_lies_in_its_quarter(day: date, first: date):
    assert quarter_of(day) == first


def test_six_quarters_go_back_over_the_turn_of_the_year():
    assert quarters_until(date(2026, 5, 9), 6) == (
        date(2025, 1, 1),
        date(2025, 4, 1),
        date(2025, 7, 1),
        date(2025, 10, 1),
        date(2026, 1, 1),
        date(2026, 4, 1),
    )


TOLD = {
    "kind": FindingKind.OBLIGATION,
    "severity": Severity.MANDATORY,
    "learning": [6],
    "sentence": "Nobody has recorded it.",
    "do_next": "record it.",
    "evidence": [new_id()],
    "owed_role": Role.SOCIAL_WORKER,
    "source": "Ours.",
}


def opened(occasion, child, *, ago=timedelta(days=1), due=None, ended=None, after=timedelta(hours=5)) -> Duty:
    """A duty as it stands in the table, opened some time ago and ended some time after that."""
    at = now() - ago
    closing = {"ending": ended, "closed_at": at + after, "closed_by_id": occasion} if ended else {}
    due_at = {"due_at": at + due, "clock": Clock.ELAPSED} if due else {}
    return Duty.objects.create(
        id=new_id(),
        rule=RULE,
        subject_id=child,
        about=new_id(),
        times_opened=1,
        rulebook_hash="",
        opened_by_id=occasion,
        opened_at=at,
        **TOLD,
        **due_at,
        **closing,
    )


@pytest.fixture
def child(db):
    return given.a_child(given.somebody_at())


@pytest.fixture
def occasion(child):
    from kith.occasions.models import Occasion

    return Occasion.objects.first().pk


def how(since: date = LONG_AGO) -> dict[HowItEnded, int]:
    return {ended: times for ended, times in summed(counted(since=since)).items() if times}


@pytest.mark.parametrize(
    ("ended", "after", "expected"),
    [
        (None, 0, HowItEnded.OPEN),
        (Ending.MET, 23, HowItEnded.IN_TIME),
        (Ending.MET, 24, HowItEnded.IN_TIME),
        (Ending.MET, 25, HowItEnded.LATE),
        (Ending.WAIVED, 25, HowItEnded.DECIDED_NOT_TO),
        (Ending.LAPSED, 25, HowItEnded.TIME_PASSED),
        (Ending.RULE_CHANGED, 25, HowItEnded.RULE_CHANGED),
    ],
)
def test_each_way_of_ending_is_counted_as_what_it_was(child, occasion, ended, after, expected):
    opened(occasion, child, due=timedelta(hours=24), ended=ended, after=timedelta(hours=after))
    assert how() == {expected: 1}


def test_what_had_no_time_and_was_answered_was_in_time(child, occasion):
    opened(occasion, child, ended=Ending.MET)
    assert how() == {HowItEnded.IN_TIME: 1}


def test_late_is_after_the_time_that_was_told_last(child, occasion):
    late = opened(occasion, child, due=timedelta(hours=24), ended=Ending.MET, after=timedelta(hours=5))
    for minutes, hours in ((1, 48), (2, 4)):
        DutyChange.objects.create(
            duty=late,
            occasion_id=occasion,
            at=late.opened_at + timedelta(minutes=minutes),
            due_at=late.opened_at + timedelta(hours=hours),
            clock=Clock.ELAPSED,
            **TOLD,
        )
    assert how() == {HowItEnded.LATE: 1}


def test_a_duty_whose_time_was_taken_away_was_not_late(child, occasion):
    one = opened(occasion, child, due=timedelta(hours=1), ended=Ending.MET)
    DutyChange.objects.create(duty=one, occasion_id=occasion, at=one.opened_at + timedelta(minutes=1), **TOLD)
    assert how() == {HowItEnded.IN_TIME: 1}


def test_each_duty_stands_in_the_quarter_in_which_it_opened_and_none_before_is_counted(child, occasion):
    this, before = reversed(quarters_until(london_day(now()), 2))
    days = (london_day(now()) - this).days
    for ago in (0, days + 1, 500):
        opened(occasion, child, ago=timedelta(days=ago))
    found = counted(since=before)
    assert {one.quarter: one.times for one in found} == {this: 1, before: 1}
    assert {one.rule for one in found} == {RULE}
    assert sum(how().values()) == 3


def test_it_is_one_statement_however_many_there_are(child, occasion):
    for _ in range(12):
        opened(occasion, child)
    with CaptureQueriesContext(connection) as asked:
        assert how() == {HowItEnded.OPEN: 12}
    assert len(asked) == 1
