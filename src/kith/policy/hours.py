"""When a place is open, as somebody said it: by kind of day, and on single days that differ. Pure arithmetic.

Hours end on their own day, or on the next when closing is said at or before opening. A bank holiday is shut unless its
own hours were said. What nobody has said is not known; it is never taken for shut.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kith.policy.calendar import LONDON, instant, is_bank_holiday, london_day
from kith.vocabulary import OpenDay

#: How far ahead an opening is looked for. Open or shut for longer is said without an end.
DAYS_AHEAD = 35
WEEK = (
    OpenDay.MONDAY,
    OpenDay.TUESDAY,
    OpenDay.WEDNESDAY,
    OpenDay.THURSDAY,
    OpenDay.FRIDAY,
    OpenDay.SATURDAY,
    OpenDay.SUNDAY,
)

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SaidHours:
    """What was said of a kind of day from a day on, or of one date. Neither opening nor closing: shut."""

    day: OpenDay | date
    from_on: date
    opens: time | None = None
    closes: time | None = None

    def __post_init__(self) -> None:
        if (self.opens is None) != (self.closes is None):
            raise ValueError("Hours have an opening and a closing, or neither.")


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether a place is open, and until when it stays so: an instant in UTC, or None when no change is in sight."""

    is_open: bool
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Hours:
    """All that was said of a place's hours, in the order it was said. Of what is in force on a day, the latest wins."""

    said: tuple[SaidHours, ...] = ()

    def opening(self, at: datetime) -> Opening | None:
        """Whether it is open at a moment and until when; None when nobody has said its hours for that day or before."""
        today = london_day(at)
        if not any(one.from_on <= today for one in self.said):
            return None
        moment = instant(at)
        last = today + DAYS_AHEAD * _ONE_DAY
        for opens, closes in self._stretches(today - _ONE_DAY, last):
            if moment < opens:
                return Opening(is_open=False, until=opens)
            if moment < closes:
                return Opening(is_open=True, until=closes if london_day(closes) <= last else None)
        return Opening(is_open=False, until=None)

    def on(self, day: date) -> SaidHours | None:
        """What is in force on a day: what was said of that date, else of a bank holiday, else of the day of the week."""
        kind = OpenDay.BANK_HOLIDAY if is_bank_holiday(day) else WEEK[day.weekday()]
        return self.of(day, day) or self.of(kind, day)

    def of(self, kind: OpenDay | date, day: date) -> SaidHours | None:
        """What is in force on a day for a kind of day, or for one date."""
        found = [one for one in self.said if one.day == kind and one.from_on <= day]
        return max(reversed(found), key=lambda one: one.from_on, default=None)

    def _stretches(self, first: date, last: date) -> Iterator[tuple[datetime, datetime]]:
        """From opening to closing, in order; what closes when the next opens is one stretch."""
        begun: tuple[datetime, datetime] | None = None
        for number in range((last - first).days + 1):
            found = self._stretch(first + number * _ONE_DAY)
            if found is None:
                continue
            if begun and found[0] <= begun[1]:
                begun = (begun[0], max(begun[1], found[1]))
                continue
            if begun:
                yield begun
            begun = found
        if begun:
            yield begun

    def _stretch(self, day: date) -> tuple[datetime, datetime] | None:
        said = self.on(day)
        if said is None or said.opens is None or said.closes is None:
            return None
        closing_day = day if said.closes > said.opens else day + _ONE_DAY
        return _moment(day, said.opens), _moment(closing_day, said.closes)


def _moment(day: date, at: time) -> datetime:
    return instant(datetime.combine(day, at, tzinfo=LONDON))
