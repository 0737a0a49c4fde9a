"""Working days in England and Wales, the end of a day, and hours that have really gone by.

Everything is Europe/London. A day is a `date`, a moment an aware `datetime`; nothing here asks what time it
is now. The start day is day 0: one working day after Thursday is Friday, due at the end of that Friday.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
OFFICE_OPENS = time(9)
OFFICE_CLOSES = time(17)
#: Before most children come (ours).
SCHOOL_OPENS = time(8)

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_LAST_SECOND = time(23, 59, 59)


def written(moment: datetime) -> str:
    """An instant in ISO 8601 with its offset in London, the same text wherever it came from."""
    return _in_london(moment).isoformat()


def is_working_day(day: date) -> bool:
    """Say whether a day is Monday to Friday and no bank holiday in England and Wales.

    A council's own closing days are working days here: no statutory clock stops for them.
    Raises TypeError for a moment, which would otherwise never equal a bank holiday.
    """
    day = _plain(day)
    return day.weekday() < _SATURDAY and day not in _bank_holidays(day.year)


def is_bank_holiday(day: date) -> bool:
    """Say whether a day is a bank holiday in England and Wales, on whatever day of the week. Raises TypeError as above."""
    day = _plain(day)
    return day in _bank_holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """Give the count-th working day after a day; the day itself is day 0 and is given back for 0.

    Raises ValueError when count is below 0.
    """
    if count < 0:
        raise ValueError("Working days are added, never taken away: use working_day_before.")
    day = _plain(day)
    for _ in range(count):
        day = _next_working(day, _ONE_DAY)
    return day


def working_day_before(day: date) -> date:
    """Give the last working day before a day, never the day itself."""
    return _next_working(_plain(day), -_ONE_DAY)


def start_of_day(day: date) -> datetime:
    """Give midnight at the beginning of a day in London."""
    return datetime.combine(_plain(day), time.min, tzinfo=LONDON)


def end_of_day(day: date) -> datetime:
    """Give the last second of a day in London, so that the date it prints is the day that was meant."""
    return datetime.combine(_plain(day), _LAST_SECOND, tzinfo=LONDON)


def london_day(moment: datetime) -> date:
    """Give the day it is in London at a moment. Raises ValueError when the moment has no time zone."""
    return _in_london(moment).date()


def time_in_words(moment: datetime) -> str:
    """The time of day in London: "4:50pm", "5pm", "midday", "midnight"."""
    here = _in_london(moment)
    if (here.hour, here.minute) in ((0, 0), (12, 0)):
        return "midday" if here.hour else "midnight"
    minutes = f":{here:%M}" if here.minute else ""
    return f"{here.hour % 12 or 12}{minutes}{'pm' if here.hour >= 12 else 'am'}"


def instant(moment: datetime) -> datetime:
    """Give a moment in UTC, as facts, pictures and findings hold it. Raises ValueError when it has no time zone.

    Between two London moments Python compares, adds and subtracts by what the clock showed: an hour out across a clock
    change. Kept in UTC, moments are in the order they were lived; London is for days, office hours and what is read.
    """
    return _aware(moment).astimezone(UTC)


def hours_after(moment: datetime, hours: int) -> datetime:
    """Give the moment this many real hours later, in London time.

    Hours are elapsed: the hour lost in spring and gained in autumn counts as lived. They may be below 0.
    """
    return (instant(moment) + timedelta(hours=hours)).astimezone(LONDON)


def elapsed_between(earlier: datetime, later: datetime) -> timedelta:
    """Give the time that has really gone by between two moments, below 0 when the later is the earlier."""
    return instant(later) - instant(earlier)


def months_after(day: date, months: int) -> date:
    """Give the same day of a month this many calendar months later, or the last day of a shorter month.

    Months may be below 0.
    """
    day = _plain(day)
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def birthday(born: date, years: int) -> date:
    """Give the day on which somebody born on a day is this many years old.

    Born on 29 February, in a common year it is 1 March: a child stays one until the whole year has gone by. (Own
    knowledge of English practice; to be checked.)
    """
    day = years_after(born, years)
    return day if day.day == born.day else day + timedelta(days=1)


def years_after(day: date, years: int) -> date:
    """Give the same day this many years later; 29 February becomes 28 February in a year without one."""
    return months_after(day, 12 * years)


def is_office_hours(moment: datetime, opens: time = OFFICE_OPENS, closes: time = OFFICE_CLOSES) -> bool:
    """Say whether the office is open: on a working day, from opening until just before closing."""
    here = _in_london(moment)
    return is_working_day(here.date()) and opens <= here.time() < closes


def next_office_opening(moment: datetime, opens: time = OFFICE_OPENS, closes: time = OFFICE_CLOSES) -> datetime:
    """Give the first moment from this one on when the office is open: this one itself when it is open now."""
    here = _in_london(moment)
    if is_office_hours(here, opens, closes):
        return here
    day = here.date()
    if not is_working_day(day) or here.time() >= opens:
        day = add_working_days(day, 1)
    return datetime.combine(day, opens, tzinfo=LONDON)


def next_school_morning(moment: datetime) -> datetime:
    """Give the first time after a moment at which children may come to school: 8am on a working day.

    School holidays are in nobody's calendar here: in them it is sooner than the child comes.
    """
    return next_office_opening(moment, opens=SCHOOL_OPENS, closes=SCHOOL_OPENS)


def read_local_time(text: str) -> datetime:
    """Read an ISO 8601 date and time, with an offset or else by the London clock, into London time.

    A time that comes twice in autumn is the earlier. Raises ValueError, in a sentence that can be shown, for
    what is no date and time, for a day without a time, and for a London time the clocks skipped in spring.
    """
    try:
        moment = datetime.fromisoformat(text)
        local = (moment if moment.tzinfo else moment.replace(tzinfo=LONDON)).astimezone(UTC).astimezone(LONDON)
    except (ValueError, OverflowError):
        raise ValueError(f"“{text}” is not a date and time that can be read.") from None
    if _is_only_a_day(text):
        raise ValueError(f"“{text}” is a day without a time.")
    if moment.tzinfo is None and local.replace(tzinfo=None) != moment:
        raise ValueError(f"“{text}” did not exist in London: the clocks went forward over it.")
    return local


def _is_only_a_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _in_london(moment: datetime) -> datetime:
    return _aware(moment).astimezone(LONDON)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError("This moment has no time zone, so nobody can say which day it falls on in London.")
    return moment


def _plain(day: date) -> date:
    # A datetime is a date to Python and to mypy, yet equals no bank holiday: Christmas would be worked.
    if isinstance(day, datetime):
        raise TypeError("A day is asked for, not a moment: use london_day first.")
    return day


def _next_working(day: date, step: timedelta) -> date:
    day += step
    while not is_working_day(day):
        day += step
    return day


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    published = _published_years()
    if year in published:
        return published[year]
    # Imported when first needed: most processes never leave the years that GOV.UK has published.
    import holidays

    # For years beyond its own reach the library gives none at all, and raises nothing: weekends alone.
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


@cache
def _published_years() -> dict[int, frozenset[date]]:
    # Imported here, because it imports `requests`, which no rule needs. It is never let near the network.
    from govuk_bank_holidays.bank_holidays import BankHolidays

    bundled = BankHolidays(use_cached_holidays=True)
    return _by_year(entry["date"] for entry in bundled.get_holidays(division=BankHolidays.ENGLAND_AND_WALES))


def _by_year(days: Iterable[date]) -> dict[int, frozenset[date]]:
    years: dict[int, set[date]] = {}
    for day in days:
        years.setdefault(day.year, set()).add(day)
    return {year: frozenset(found) for year, found in years.items()}
