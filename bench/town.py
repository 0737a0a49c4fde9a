"""The children that the measured ones live among, and those whose visit is overdue: all of them true to the policy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import count

from bench.histories import LONDON, History, a_history
from kith.policy.rulebook import Assessment, assess
from kith.replay.chronology_file import read
from kith.replay.replay import Replay, at_the_end

ENTRIES = 13  # of a child who is not the one measured
VISIT = "child_is_seen_within_the_visiting_interval"

_numbers = count(1)


def quiet_children(how_many: int, now: datetime) -> Iterator[tuple[History, datetime]]:
    """Children open to social care and seen in the last ten days, with time passed up to now."""
    for _ in range(how_many):
        number = next(_numbers)
        seen = _afternoon(now - timedelta(days=1 + number % 10), number)
        yield a_history(number, entries=ENTRIES, begins=seen - timedelta(days=60), seen_last=seen), now


def long_history(entries: int, now: datetime) -> tuple[History, datetime]:
    """One child of nearly four with so many entries over three and a half years: the same span for every length."""
    seen = _afternoon(now - timedelta(days=2), 0)
    return a_history(next(_numbers), entries=entries, begins=seen - timedelta(days=1270), seen_last=seen), now


def overdue_children(how_many: int, now: datetime) -> Iterator[tuple[History, datetime]]:
    """Children whose visit came near its limit within the last five days, and time has not passed for them since."""
    until = now - timedelta(days=5)
    for _ in range(how_many):
        yield next(one for one in _seen_some_weeks_ago(now) if _falls_due_by_the_visit_rule(one, until, now)), until


def _seen_some_weeks_ago(now: datetime) -> Iterator[History]:
    for days in range(24, 45):
        number = next(_numbers)
        seen = _afternoon(now - timedelta(days=days), number)
        yield a_history(number, entries=ENTRIES, begins=seen - timedelta(days=60), seen_last=seen)
    raise LookupError("No day of a last visit makes a child overdue now: the visit rule or its numbers have changed.")


def _falls_due_by_the_visit_rule(one: History, until: datetime, now: datetime) -> bool:
    replay = Replay(read(one.text()))
    list(replay.moments(until))
    (standing,) = replay.standing.values()
    if standing.next_change_at is None or standing.next_change_at > now:
        return False
    return not any(key.rule == VISIT for key in standing.open_now) and _says_visit(_at(replay, now))


def _at(replay: Replay, at: datetime) -> Assessment:
    (picture,) = at_the_end(replay, at).values()
    return assess(picture, replay.book)


def _says_visit(assessment: Assessment) -> bool:
    return any(key.rule == VISIT for key in assessment.findings)


def _afternoon(day: datetime, number: int) -> datetime:
    return datetime.combine(day.date(), time(13 + number % 5, number % 60, number % 59), LONDON)
