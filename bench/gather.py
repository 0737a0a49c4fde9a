"""gather: everything a child's picture needs, beside the bare entries as tuples."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db import connection

from bench.figures import Figure, timed
from kith.journey import picture

FLOOR = (
    "SELECT e.*, a.person_id FROM chronology_entryabout a JOIN chronology_entry e ON e.id = a.entry_id "
    "WHERE a.person_id = ANY(%(people)s)"
)
GOAL = 25.0


def measure(children: dict[int, UUID]) -> Iterator[Figure]:
    """A figure for each length of history."""
    for entries, child in children.items():
        yield _figure(entries, picture.connected((child,)))


def _figure(entries: int, people: frozenset[UUID]) -> Figure:
    def bare(statement: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(statement, {"people": list(people), "until": None})
            return len(cursor.fetchall())

    repeats = 25 if entries < 5000 else 9
    taken, spread = timed(lambda: picture.gather(people), repeats=repeats)
    floor, _ = timed(lambda: bare(FLOOR), repeats=repeats)
    statement, _ = timed(lambda: bare(picture._statement()), repeats=repeats)
    at_500 = entries == 500
    return Figure(
        name="gather",
        what=f"{entries:,} entries",
        milliseconds=taken,
        spread=spread,
        repeats=repeats,
        floor=FLOOR,
        floor_milliseconds=floor,
        goal=f"≤ {GOAL:.0f} ms at 500" if at_500 else "",
        met=taken <= GOAL if at_500 else None,
        note=f"of which its own statement for the entries, run and fetched: {statement:.1f} ms; {bare(FLOOR):,} rows",
    )
