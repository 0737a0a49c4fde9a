"""What a standard is: a dated number, with what it counts from, which clock it keeps, and who says so."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from kith.policy.calendar import (
    add_working_days,
    end_of_day,
    hours_after,
    london_day,
    months_after,
    working_day_before,
)
from kith.vocabulary import Clock, Standing

TO_BE_CHECKED = "To be checked by a named practitioner"
START_NOT_KNOWN = date.min
START_AWAITED = date.max


class Unit(StrEnum):
    """What a standard is counted in. Only working days keep the working clock."""

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    VISITS = "visits"


class Counting(StrEnum):
    """From where a standard counts: after its anchor, with the anchor's own day as day 1, or back from it."""

    AFTER = "after"
    FIRST_DAY_COUNTS = "first_day_counts"
    BEFORE = "before"


@dataclass(frozen=True)
class Value:
    """An amount and the days on which it stands, the last one included; until None means it still does.

    `START_NOT_KNOWN` means a start day still to be found, `START_AWAITED` law made but not commenced.
    """

    amount: int
    in_force_from: date
    in_force_until: date | None = None

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise ValueError("A standard's amount is never below 0.")
        if self.in_force_until is not None and self.in_force_until < self.in_force_from:
            raise ValueError("A standard's number cannot end before it starts.")

    def stands_on(self, day: date) -> bool:
        """Say whether this is the number on a day."""
        if self.in_force_from == START_AWAITED:
            return False
        return self.in_force_from <= day and (self.in_force_until is None or day <= self.in_force_until)

    @property
    def start_in_words(self) -> str:
        """Say since when, in words for the policy book."""
        if self.in_force_from == START_NOT_KNOWN:
            return "start date to be checked"
        if self.in_force_from == START_AWAITED:
            return "not in force yet: start date awaited"
        return f"from {self.in_force_from.day} {self.in_force_from:%B %Y}"


@dataclass(frozen=True)
class Standard:
    """One number of practice. `name` is stable: a partnership's own numbers are kept under it.

    `never_under_hours` keeps a limit of "the same day" from falling due minutes after it opens near midnight.
    Raises ValueError when built without saying all it must, with a clock that does not fit its unit, or with
    two numbers on one day.
    """

    name: str
    what: str
    values: tuple[Value, ...]
    unit: Unit
    clock: Clock
    standing: Standing
    anchor: str
    source: str
    edition: str
    counting: Counting = Counting.AFTER
    never_under_hours: int = 0
    checked: str = field(default=TO_BE_CHECKED)

    def __post_init__(self) -> None:
        if not all((self.name, self.what, self.values, self.anchor, self.source, self.edition, self.checked)):
            raise ValueError(f"The standard {self.name!r} must say all of what it is, counts from, and rests on.")
        if (self.unit is Unit.WORKING_DAYS) != (self.clock is Clock.WORKING):
            raise ValueError(f"The standard {self.name!r}: only working days keep the working clock.")
        for earlier, later in zip(self.values, self.values[1:], strict=False):
            if earlier.in_force_until is None or earlier.in_force_until >= later.in_force_from:
                raise ValueError(f"The standard {self.name!r} has two numbers on one day.")

    def in_force_on(self, day: date) -> bool:
        """Say whether practice asks for this at all on a day."""
        return any(value.stands_on(day) for value in self.values)

    def amount_on(self, day: date) -> int:
        """Give the number as it stood on a day. Raises ValueError when none was in force."""
        for value in self.values:
            if value.stands_on(day):
                return value.amount
        raise ValueError(f"“{self.what}” has no number in force on {day.isoformat()}.")

    def newest_amount(self) -> int:
        """Give the latest number. Raises ValueError while the start of the only one is awaited."""
        for value in reversed(self.values):
            if value.in_force_from != START_AWAITED:
                return value.amount
        raise ValueError(f"“{self.what}” is not in force yet: start date awaited.")

    def span(self, *, amount: int | None = None) -> timedelta:
        """Give the length of a window of hours, days or weeks; amount None means the newest.

        Raises ValueError for working days and months, which have no length without a start, and for visits.
        """
        count = self.newest_amount() if amount is None else amount
        if self.unit is Unit.HOURS:
            return timedelta(hours=count)
        if self.unit is Unit.DAYS:
            return timedelta(days=count)
        if self.unit is Unit.WEEKS:
            return timedelta(weeks=count)
        raise ValueError(f"“{self.what}” has no fixed length: it is counted in {self.unit.replace('_', ' ')}.")

    def due(self, start: datetime, *, amount: int | None = None) -> datetime:
        """Give the moment it falls due in London; amount None means the number on the day it starts.

        Hours are those that have really gone by; days, weeks, months and working days end with the last second
        of their last day. Counted before its anchor, 0 is the anchor's own moment. Raises ValueError for visits,
        and when the amount is left out and none was in force that day.
        """
        count = self.amount_on(london_day(start)) if amount is None else amount
        if self.unit is Unit.VISITS:
            raise ValueError(f"“{self.what}” is counted in visits, so it falls due at a visit and not at a time.")
        if self.unit is Unit.HOURS:
            return hours_after(start, -count if self.counting is Counting.BEFORE else count)
        if self.counting is Counting.BEFORE and count == 0:
            return hours_after(start, 0)
        last = end_of_day(self._last_day(london_day(start), count))
        return max(last, hours_after(start, self.never_under_hours)) if self.never_under_hours else last

    def _last_day(self, day: date, count: int) -> date:
        backwards = self.counting is Counting.BEFORE
        if self.counting is Counting.FIRST_DAY_COUNTS:
            day -= timedelta(days=1)
        if self.unit is Unit.MONTHS:
            return months_after(day, -count if backwards else count)
        if self.unit is not Unit.WORKING_DAYS:
            return day - self.span(amount=count) if backwards else day + self.span(amount=count)
        if not backwards:
            return add_working_days(day, count)
        for _ in range(count):
            day = working_day_before(day)
        return day


def at(amount: int) -> tuple[Value, ...]:
    """Give the one number of a standard whose start day nobody has looked up yet."""
    return (Value(amount, START_NOT_KNOWN),)
