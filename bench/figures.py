"""A figure and its floor: medians of several warm repeats, told as a table and as JSON."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What was measured, in milliseconds, and beside it the least it could have cost on this machine now."""

    name: str
    what: str
    milliseconds: float
    spread: tuple[float, float]
    repeats: int
    floor: str
    floor_milliseconds: float
    goal: str
    met: bool | None  # None: no goal of its own
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "times_floor": round(self.milliseconds / self.floor_milliseconds, 1)}


def timed(
    once: Callable[[], object], *, repeats: int, warm: int = 2, clock: Callable[[], float] = time.perf_counter
) -> tuple[float, tuple[float, float]]:
    """The median of so many repeats in milliseconds, after warming up, with the least and the most."""
    for _ in range(warm):
        once()
    taken = []
    for _ in range(repeats):
        begun = clock()
        once()
        taken.append((clock() - begun) * 1000)
    return statistics.median(taken), (min(taken), max(taken))


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines, with each floor's own words under them."""
    head = f"{'':<34}{'median':>10}  {'least–most':>19}{'floor':>10}{'times':>8}   goal"
    lines = [head, "-" * len(head)]
    for one in figures:
        span = f"{one.spread[0]:.1f}–{one.spread[1]:.1f}"
        verdict = {True: "met", False: "MISSED", None: "–"}[one.met]
        many = one.milliseconds / one.floor_milliseconds
        times = f"{many:,.0f}×" if many >= 100 else f"{many:.1f}×"
        lines.append(
            f"{one.name + ' ' + one.what:<34}{one.milliseconds:>7.1f} ms  {span:>19}"
            f"{one.floor_milliseconds:>7.2f} ms{times:>8}   {verdict:<7} {one.goal}"
        )
        if one.note:
            lines.append(f"    {one.note}")
    lines.append("")
    lines += [f"floor of {name}: {floor}" for name, floor in dict.fromkeys((one.name, one.floor) for one in figures)]
    return "\n".join(lines)
