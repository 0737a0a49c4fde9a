"""time: passing time for the 100 children who are due, among 1,000 and among 20,000: the cost follows the 100."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from uuid import UUID

from django.db import connection

from bench.figures import Figure, timed
from bench.honest import Fake, be_honest
from bench.seed import Town
from bench.town import overdue_children, quiet_children
from kith.duties.models import Duty, Watch
from kith.jobs.pass_time import pass_time
from kith.journey.clock import now

DUE = 100
OPEN = (1_000, 20_000)
ROUNDS = 5
FLOOR = "SELECT child_id FROM duties_watch WHERE next_change_at <= now() ORDER BY next_change_at, child_id LIMIT 500"
BOUND = 0.20


def measure(town: Town) -> Iterator[Figure]:
    """1,000 first; then 20,000, held against it."""
    fewer: float | None = None
    for open_children in OPEN:
        town.add(quiet_children(open_children - DUE - len(town.children), now()))
        town.settle()
        print(f"  honest: {be_honest(town.children)} of {len(town.children):,} quiet children", flush=True)
        figure = _figure(town, open_children, fewer)
        fewer = figure.milliseconds
        yield figure


def _figure(town: Town, open_children: int, fewer: float | None) -> Figure:
    rounds = [_round(town) for _ in range(ROUNDS + 1)][1:]  # the first is to warm up
    taken, floors = [one for one, _ in rounds], [floor for _, floor in rounds]
    median = statistics.median(taken)
    grew = median / fewer - 1 if fewer else None
    return Figure(
        name="time",
        what=f"{DUE} due of {open_children:,}",
        milliseconds=median,
        spread=(min(taken), max(taken)),
        repeats=ROUNDS,
        floor=FLOOR,
        floor_milliseconds=statistics.median(floors),
        goal="" if grew is None else f"within ±20 % of 1,000 ({grew:+.0%})",
        met=None if grew is None else abs(grew) <= BOUND,
        note=f"{median / DUE:.1f} ms a child that is due",
    )


def _round(town: Town) -> tuple[float, float]:
    """A hundred more who are overdue are seeded, shown to be so, and time passes for them and no other."""
    while pass_time():
        pass
    quiet, town.children = town.children, []
    due = town.add(overdue_children(DUE, now()))
    town.children = quiet
    _are_due(due)
    floor, _ = timed(_bare_select, repeats=5)
    begun = time.perf_counter()
    responded = pass_time()
    taken = (time.perf_counter() - begun) * 1000
    visits = Duty.objects.filter(subject__in=due, ending=None, rule__startswith="child_is_seen").count()
    if (responded, visits) != (DUE, DUE):
        raise Fake(f"Time passed for {responded} children and {visits} visits became owed; {DUE} were to be due.")
    return taken, floor


def _are_due(children: list[UUID]) -> None:
    be_honest(children)
    due = set(Watch.objects.filter(next_change_at__lte=now()).values_list("child", flat=True))
    if due != set(children):
        raise Fake(f"{len(due)} children are due and {len(children)} were to be.")


def _bare_select() -> None:
    with connection.cursor() as cursor:
        cursor.execute(FLOOR)
        cursor.fetchall()
