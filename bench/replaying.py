"""replay: a chronology file read and told moment by moment, pure, beside `json.loads` of the same lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta

from bench.figures import Figure, timed
from bench.histories import LONDON, History, a_history, in_one_file
from kith.replay.chronology_file import read
from kith.replay.replay import Replay

LENGTHS = (1_000, 10_000)
GOAL = 3_000.0
LINEAR = 12.0  # ten times the entries, and a fifth more
ENDED = datetime(2026, 11, 20, 15, tzinfo=LONDON)
SHAPES = {
    "families": "",
    "one child": "; no goal: the same three and a half years at every length, so ten times as much stands in every "
    "window, and no child has 10,000 entries; it shows what a rule costs that reads a full window",
}
A_FAMILY = 50  # entries of one child, where a file tells of many


def measure() -> Iterator[Figure]:
    """Many families in one file, and as many entries of one child."""
    for words, told in (("families", _families), ("one child", _one_child)):
        before: float | None = None
        for entries in LENGTHS:
            figure = _figure(words, entries, told(entries), before if words == "families" else None)
            before = figure.milliseconds
            yield figure


def _one_child(entries: int) -> str:
    return _history(1, entries).text()


def _families(entries: int) -> str:
    return in_one_file([_history(number, A_FAMILY) for number in range(entries // A_FAMILY)])


def _history(number: int, entries: int) -> History:
    return a_history(number, entries=entries, begins=ENDED - timedelta(days=1270), seen_last=ENDED)


def _figure(words: str, entries: int, text: str, before: float | None) -> Figure:
    lines = text.split("\n")
    repeats = 5
    taken, spread = timed(lambda: list(Replay(read(text)).moments()), repeats=1, warm=0)
    if taken < 5_000:  # else once is enough to see that it is far from its goal
        taken, spread = timed(lambda: list(Replay(read(text)).moments()), repeats=repeats, warm=0)
    else:
        repeats = 1
    reading, _ = timed(lambda: read(text), repeats=3, warm=0)
    floor, _ = timed(lambda: [json.loads(line) for line in lines], repeats=5)
    goal, met = "", None
    if before is not None:
        grew = taken / before
        goal = f"< {GOAL / 1000:.0f} s; linear: ≤ {LINEAR:.0f}× the one before ({grew:.1f}×)"
        met = taken < GOAL and grew <= LINEAR
    return Figure(
        name="replay",
        what=f"{entries:,}, {words}",
        milliseconds=taken,
        spread=spread,
        repeats=repeats,
        floor=f"json.loads of each line ({A_FAMILY} entries a family where there are several)",
        floor_milliseconds=floor,
        goal=goal,
        met=met,
        note=f"of which reading the file: {reading:.0f} ms ({len(text) / 1e6:.1f} MB){SHAPES[words]}",
    )
