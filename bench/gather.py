"""gather: everything a child's picture needs, beside the bare entries as tuples.

The figure is of a process that has read none of the entries before; the note says what it takes one that has.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db import connection

from bench.figures import Figure, timed
from kith.journey import facts_read, picture

FLOOR = (
    "SELECT e.*, a.person_id FROM chronology_entryabout a JOIN chronology_entry e ON e.id = a.entry_id "
    "WHERE a.person_id = ANY(%(people)s)"
)
GOAL = 25.0


def measure(children: dict[int, UUID]) -> Iterator[Figure]:
    """A figure for each length of history."""
    for entries, child in children.items():
        yield _figure(entries, child)


def _figure(entries: int, child: UUID) -> Figure:
    people = picture.connected((child,))

    def bare(statement: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(statement, {"people": list(people), "until": None})
            return len(cursor.fetchall())

    repeats = 25 if entries < 5000 else 9

    def cold() -> None:
        facts_read.forget()
        picture.gather((child,))

    taken, spread = timed(cold, repeats=repeats)
    again, _ = timed(lambda: picture.gather((child,)), repeats=repeats)
    floor, _ = timed(lambda: bare(FLOOR), repeats=repeats)
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
        note=f"again, its facts kept: {again:.1f} ms; {bare(FLOOR):,} rows",
    )
