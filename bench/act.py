"""act: a mark entered from end to end (occasion, lock, entry, picture, rules, duties, commit), beside a bare insert."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import connection

from bench.figures import Figure, timed
from bench.histories import AGENCIES_SOURCE
from kith.chronology.acts import record_injury
from kith.chronology.enter import NewEntry
from kith.duties.models import Duty, DutyChange
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.occasions.record import new_id
from kith.policy.facts import Happened
from kith.policy.permissions import Actor
from kith.vocabulary import AgencyType, InjuryType, Region, Role

FLOOR = (
    "INSERT INTO occasions_occasion (id, by_name, role, agency_name, through, purpose) "
    "VALUES (%s, 'Kasia Nowak', 'nursery_worker', 'Larkfield Nursery', 'screen', 'recording')"
)
GOAL = 60.0
LINEAR = 10.0  # ten times the entries may cost ten times the time, and no more


def measure(children: dict[int, UUID]) -> Iterator[Figure]:
    """A figure for each length of history; the longer ones are held against the one before."""
    before: float | None = None
    for entries, child in children.items():
        figure = _figure(entries, child, before)
        before = figure.milliseconds
        yield figure


def _figure(entries: int, child: UUID, before: float | None) -> Figure:
    repeats = 21 if entries < 5000 else 9
    floor, _ = timed(_bare_insert, repeats=101)
    taken, spread = timed(lambda: _mark(child), repeats=repeats)
    duties = DutyChange.objects.count() + Duty.objects.count()
    with Counting() as counted:
        _mark(child)
    duties = DutyChange.objects.count() + Duty.objects.count() - duties
    grew = taken / before if before else None
    goal, met = "", None
    if grew is not None:
        goal, met = f"≤ {LINEAR:.0f}× the one before ({grew:.1f}×)", grew <= LINEAR
    if entries == 500:
        goal, met = f"< {GOAL:.0f} ms; {goal}", bool(met) and taken < GOAL
    return Figure(
        name="act",
        what=f"{entries:,} entries",
        milliseconds=taken,
        spread=spread,
        repeats=repeats,
        floor=f"{FLOOR}; committed, by the application's role",
        floor_milliseconds=floor,
        goal=goal,
        met=met,
        note=f"{counted.statements} statements, {duties} duty rows written",
    )


class Counting:
    """How many statements go to the database meanwhile."""

    def __init__(self) -> None:
        self.statements = 0
        self._wrapped = connection.execute_wrapper(self._count)

    def __enter__(self) -> Counting:
        self._wrapped.__enter__()
        return self

    def __exit__(self, *raised: Any) -> None:
        self._wrapped.__exit__(*raised)

    def _count(self, execute: Callable[..., Any], *told: Any) -> Any:
        self.statements += 1
        return execute(*told)


def _bare_insert() -> None:
    with connection.cursor() as cursor:
        cursor.execute(FLOOR, [new_id()])


def _mark(child: UUID) -> None:
    agency = uuid5(uuid5(NAMESPACE_URL, AGENCIES_SOURCE), "larkfield")
    nursery = Actor(
        id=new_id(),
        name="Kasia Nowak",
        role=Role.NURSERY_WORKER,
        agency=agency,
        agency_name="Larkfield Nursery",
        agency_type=AgencyType.NURSERY,
    )
    seen = now() - timedelta(minutes=1)
    with open_occasion(nursery, about=(child,)) as occasion:
        told = NewEntry(about=(child,), happened=Happened(start=seen, end=seen), said="a mark, seen at changing")
        record_injury(occasion, told, type=InjuryType.BRUISE, region=Region.UPPER_ARM)
