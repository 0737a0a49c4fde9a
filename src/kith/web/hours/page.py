"""Hours and numbers of every agency, in words: the week in force today, whom to ring now, and whom in the hours after."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from kith.policy.calendar import LONDON, is_bank_holiday, london_day, time_in_words
from kith.policy.hours import WEEK, Hours, SaidHours
from kith.policy.reach import Reachable, Ring
from kith.replay.entry_in_words import role_in_words
from kith.vocabulary import OpenDay
from kith.web.ringing import hours_words, not_known_words
from kith.web.words import capital, day_words


@dataclass(frozen=True)
class ShownRing:
    """A number, what answers there, for which hours, who is on duty, and when it was last tried."""

    name: str
    number: str
    hours: str
    on_duty: str
    checked: str


@dataclass(frozen=True)
class ShownAgency:
    """`week` is in lines, "Monday to Friday: 9am to 5pm"; empty when nobody has said the hours: then `not_known` is."""

    name: str
    week: tuple[str, ...]
    not_known: str
    rings: tuple[ShownRing, ...]


@dataclass(frozen=True)
class HoursPage:
    """`not_known` says of which agencies nobody has entered anything; empty when there is none."""

    agencies: tuple[ShownAgency, ...]
    not_known: str


def hours_page(reachable: tuple[Reachable, ...], at: datetime) -> HoursPage:
    """Every agency of which something was entered, in the order given; then the names of the others."""
    unknown = [one.name for one in reachable if not (one.routes or one.hours.said)]
    known = tuple(_agency(one, at) for one in reachable if one.routes or one.hours.said)
    words = f"We do not know yet when these can be reached: {', '.join(unknown)}." if unknown else ""
    return HoursPage(known, words)


def _agency(one: Reachable, at: datetime) -> ShownAgency:
    reach = one.at(at)
    week = tuple(_week(one.hours, london_day(at))) if reach.is_open is not None else ()
    rings = tuple(_ring(ring, at) for ring in (reach.now, reach.then, reach.on_call) if ring)
    return ShownAgency(one.name, week, "" if week else not_known_words(one.name), rings)


def _ring(ring: Ring, at: datetime) -> ShownRing:
    on = ring.on_duty
    return ShownRing(
        name=ring.name,
        number=ring.number,
        hours=hours_words(ring, at),
        on_duty=f"On duty: {on.name}, {role_in_words(on.role)}." if on else "",
        checked=f"Tried {day_words(ring.checked_on, london_day(at))}.",
    )


def _week(hours: Hours, today: date) -> Iterator[str]:
    """Days that follow each other with the same hours are one line; single days that differ in the next weeks follow."""
    days = [(kind, hours.of(kind, today)) for kind in WEEK]
    first = 0
    for number in range(1, len(days) + 1):
        if number == len(days) or _open(days[number][1]) != _open(days[first][1]):
            yield f"{_days(days[first][0], days[number - 1][0])}: {_open(days[first][1])}"
            first = number
    yield f"Bank holidays: {_open(hours.of(OpenDay.BANK_HOLIDAY, today))}"
    for one in sorted((one for one in hours.said if isinstance(one.day, date)), key=lambda one: one.from_on):
        if one.from_on >= today and not is_bank_holiday(one.from_on) and one.from_on.weekday() < 5:
            yield f"{capital(day_words(one.from_on, today))}: {_open(one)}"


def _days(first: OpenDay, last: OpenDay) -> str:
    return first.capitalize() if first == last else f"{first.capitalize()} to {last.capitalize()}"


def _open(said: SaidHours | None) -> str:
    if said is None or said.opens is None or said.closes is None:
        return "shut"
    if said.opens == said.closes == time(0):
        return "day and night"
    following = " the next day" if said.closes <= said.opens else ""
    return f"{_time(said.opens)} to {_time(said.closes)}{following}"


def _time(at: time) -> str:
    return time_in_words(datetime(2026, 1, 1, at.hour, at.minute, tzinfo=LONDON))
