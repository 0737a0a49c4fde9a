"""How often rules spoke, quarter by quarter, and how it ended: one count drawn as bars and told as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kith.duties.counted import MONTHS_IN_A_QUARTER, Counted, HowItEnded, summed

#: In the order in which they stand in a bar and in a row, in words that follow how often.
ENDED = {
    HowItEnded.IN_TIME: "in time",
    HowItEnded.LATE: "late",
    HowItEnded.DECIDED_NOT_TO: "decided not to, with a reason",
    HowItEnded.TIME_PASSED: "time passed without an answer",
    HowItEnded.RULE_CHANGED: "rule changed",
    HowItEnded.OPEN: "still open",
}


@dataclass(frozen=True)
class ShownPart:
    """One part of a bar: which way it ended, where it begins and how long it is, in hundredths of the chart's width."""

    ended: HowItEnded
    start: str
    width: str


@dataclass(frozen=True)
class ShownQuarter:
    """One bar and its row. `others` says in words how those ended that were not answered in time."""

    words: str
    spoke: int
    in_time: int
    others: str
    parts: tuple[ShownPart, ...]


@dataclass(frozen=True)
class ShownChart:
    """`key` names what the parts of the bars stand for: those ways of ending that occur. Empty when no rule spoke."""

    quarters: tuple[ShownQuarter, ...]
    key: tuple[tuple[HowItEnded, str], ...]


def chart_of(found: Iterable[Counted], quarters: tuple[date, ...]) -> ShownChart:
    """A bar a quarter, the oldest first, all to the scale of the longest."""
    sums = {began: summed(one for one in found if one.quarter == began) for began in quarters}
    longest = max((sum(ended.values()) for ended in sums.values()), default=0)
    shown = tuple(_quarter(began, ended, longest, so_far=began == quarters[-1]) for began, ended in sums.items())
    occurs = [ended for ended in ENDED if any(one[ended] for one in sums.values())]
    return ShownChart(shown, tuple((ended, ENDED[ended]) for ended in occurs))


def _quarter(began: date, ended: dict[HowItEnded, int], longest: int, *, so_far: bool) -> ShownQuarter:
    others = [one for one in ENDED if one != HowItEnded.IN_TIME and ended[one]]
    return ShownQuarter(
        words=f"{began:%b}–{_last_month(began):%b} {began.year}" + (", so far" if so_far else ""),
        spoke=sum(ended.values()),
        in_time=ended[HowItEnded.IN_TIME],
        others="; ".join(f"{ended[one]} {ENDED[one]}" for one in others),
        parts=tuple(_parts(ended, longest)),
    )


def _parts(ended: dict[HowItEnded, int], longest: int) -> Iterable[ShownPart]:
    before = 0
    for one in ENDED:
        if ended[one]:
            yield ShownPart(one, _hundredths(before, longest), _hundredths(ended[one], longest))
        before += ended[one]


def _hundredths(times: int, longest: int) -> str:
    return f"{100 * times / longest:.2f}%"


def quarter_words(began: date) -> str:
    """A quarter by its months: "October to December 2026"."""
    return f"{began:%B} to {_last_month(began):%B} {began.year}"


def _last_month(began: date) -> date:
    return began.replace(month=began.month + MONTHS_IN_A_QUARTER - 1)


def times_words(times: int) -> str:
    """How often: "not once", "once", "twice", "14 times"."""
    return {0: "not once", 1: "once", 2: "twice"}.get(times, f"{times} times")
