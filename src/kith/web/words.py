"""Times, days and ages as people say them, in British English and London time. Pure: nothing here looks at a clock.

Every time says its day's name. What is left is rounded down: Kith never says there is more time than there is.
"""

import re
from datetime import date, datetime, time, timedelta

from kith.policy.calendar import LONDON, elapsed_between, is_working_day, london_day, time_in_words
from kith.policy.facts import Person
from kith.policy.facts.reading_order import one_way
from kith.vocabulary import Certainty, Clock
from kith.web.shown import ShownClock

DAYS_WITHOUT_A_YEAR = 300
DAYS_SAID_WITHOUT_HOURS = 3
WEEKS_UNTIL_DAYS = 13 * 7
MONTHS_UNTIL = 24
#: What stands before an answer to one of our questions that was told with somebody's own words.
AS_TOLD = "\n\n{}, as told: "
_TOLD_BESIDES = re.compile(r"\n\n(?=[A-Z][^\n]{3,30}, as told: )")


def clock_words(due_at: datetime, now: datetime, clock: str) -> ShownClock:
    """When it is due, and what is left: in working days on the working clock, else in time that really goes by."""
    working = clock == Clock.WORKING
    if elapsed_between(now, due_at) <= timedelta(0):
        return ShownClock(at=due_at, words=_was_due(due_at, now), left="", late=True, working=working)
    left = _working_left(due_at, now) if working else f"{duration_words(elapsed_between(now, due_at))} left"
    return ShownClock(at=due_at, words=by_words(due_at, now), left=left, late=False, working=working)


def by_words(due_at: datetime, now: datetime) -> str:
    """Until when, whether or not it has gone by: "by 4pm yesterday, Wednesday 23 December", "by the end of today, …"."""
    return f"by {_moment(due_at, now)}"


def late_label(due_at: datetime, now: datetime) -> str:
    """The label of what is past its time: "Late: 2 days", "Late: 3 hours"."""
    past = elapsed_between(due_at, now)
    if past < timedelta(hours=1):
        return "Late: less than an hour"
    return f"Late: {_largest(past)}"


def duration_words(length: timedelta) -> str:
    """The two largest units at most: "2 hours 10 minutes", "1 day 4 hours", "5 days", "less than a minute"."""
    minutes = int(length.total_seconds() // 60)
    if minutes < 1:
        return "less than a minute"
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days >= DAYS_SAID_WITHOUT_HOURS:
        return _count(days, "day")
    parts = [_count(days, "day"), _count(hours, "hour"), _count(minutes, "minute")]
    first = next(place for place, number in enumerate((days, hours, minutes)) if number)
    return " ".join(part for part in parts[first : first + 2] if not part.startswith("0 "))


def day_words(day: date, today: date) -> str:
    """The day with its name, near ones said first: "today, Thursday 24 December", "Tuesday 29 December"."""
    near = {0: "today, ", 1: "tomorrow, ", -1: "yesterday, "}.get((day - today).days, "")
    return f"{near}{day:%A} {plain_day(day, today)}"


def plain_day(day: date, today: date) -> str:
    """The day without its name, for a sentence that has many words already: "16 November", "15 December 2020"."""
    return f"{day.day} {day:%B}{_year(day, today)}"


def now_words(now: datetime) -> str:
    """The page's own time: "Thursday 24 December 2026, 2:50pm"."""
    local = now.astimezone(LONDON)
    return f"{full_day_words(local.date())}, {time_in_words(now)}"


def full_day_words(day: date) -> str:
    """A day that can be read alone: "Monday 14 December 2026"."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def learned_words(happened: date | datetime, learned_at: datetime, today: date) -> str:
    """ "We learned of it Monday 21 December" when that was another day than it happened, else ""."""
    learned = _day(learned_at)
    if learned == _day(happened):
        return ""
    return f"We learned of it {day_words(learned, today)}"


def happened_words(
    happened_from: date | datetime | None,
    happened_until: date | datetime | None,
    certainty: str,
    today: date | None = None,
) -> str:
    """When it happened, as surely as we know: "Wed 11 Nov", "about 9 Nov", "between 1 Nov 2020 and 15 Dec 2020".

    The year is left out only near `today`; without `today` it is always said.
    """
    start, end = _day_or_none(happened_from), _day_or_none(happened_until)
    if start is None and end is None:
        return "we do not know when"
    if start is None or end is None:
        only = start or end
        assert only is not None
        return f"{'on or after' if start else 'on or before'} {_short_day(only, today)}"
    if certainty == Certainty.ABOUT:
        return f"about {_short_day(start + (end - start) // 2, today)}"
    if start == end:
        return f"{start:%a} {_short_day(start, today)}"
    return f"between {_short_day(start, None)} and {_short_day(end, None)}"


def age_words(born_from: date | None, born_until: date | None, on: date) -> str:
    """ "aged 2", "aged 5 months", "aged 11 weeks", "aged 2 or 3", "expected 3 March", "age not known".

    A birth that lies between two days gives both ages when they differ. One end alone says no age.
    """
    if born_from is None or born_until is None or born_until < born_from:
        return "age not known"
    if on < born_from:
        return _expected(born_from, born_until, on)
    if on < born_until:
        return f"born since {plain_day(born_from, on)}, or expected by {plain_day(born_until, on)}"
    youngest, oldest = _age(born_until, on), _age(born_from, on)
    if youngest == oldest:
        return f"aged {oldest}"
    if youngest.isdigit() and oldest.isdigit():
        joined = "or" if int(oldest) - int(youngest) == 1 else "to"
        return f"aged {youngest} {joined} {oldest}"
    return f"aged between {youngest} and {oldest}"


def size_words(count: int) -> str:
    """How large so many bytes are: "120 KB", "3.4 MB"; never nothing."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    return f"{count / 1_000_000:.1f} MB"


def quoted(said: str) -> str:
    """Somebody's words in quotation marks, none of them changed: marks inside them stay as they were typed.

    What would turn round the words beside them is not shown. What was told besides stands after the marks, a line each.
    """
    words, *besides = _TOLD_BESIDES.split(one_way(said))
    return "\n".join((f"“{words}”" if words else "", *besides)).strip()


def words_alone(said: str) -> str:
    """Their own words, without what they told besides."""
    return _TOLD_BESIDES.split(said, maxsplit=1)[0]


def first_words(said: str, most: int) -> tuple[str, str]:
    """The first words of what somebody said, none of them cut, and " (and more)" where there are more."""
    if len(said) <= most:
        return said, ""
    return said[:most].rsplit(" ", 1)[0].rstrip(" ,;:"), " (and more)"


def capital(words: str) -> str:
    """The words with their first letter a capital, the rest as they were: "GP registration" stays so."""
    return words[:1].upper() + words[1:]


def first_name(person: Person) -> str:
    """How a sentence calls somebody whose whole name stands above it; all of it, where the first word is no name."""
    first = person.name.split(" ")[0]
    return person.called if first in ("", "Baby") or first.endswith(("'s", "’s")) else first


def age_of(person: Person, on: date) -> str:
    """How old somebody is on a day, or when a child not yet born is expected."""
    if person.born_from is None and person.expected_on is not None:
        return f"expected {plain_day(person.expected_on, on)}"
    return age_words(person.born_from, person.born_until, on)


def _was_due(due_at: datetime, now: datetime) -> str:
    day, end_of_day = _due_day(due_at)
    today = _day(now)
    said = day_words(day, today)
    near = abs((day - today).days) <= 1
    return f"it was due at {time_in_words(due_at)} {said}" if near and not end_of_day else f"it was due {said}"


def _moment(due_at: datetime, now: datetime) -> str:
    day, end_of_day = _due_day(due_at)
    said = day_words(day, _day(now))
    return f"the end of {said}" if end_of_day else f"{time_in_words(due_at)} {said}"


def _due_day(due_at: datetime) -> tuple[date, bool]:
    """The London day something is due, and whether it is the whole of that day: midnight ends the day before."""
    local = due_at.astimezone(LONDON)
    if local.time() == time(0):
        return local.date() - timedelta(days=1), True
    return local.date(), local.time() >= time(23, 59)


def _working_left(due_at: datetime, now: datetime) -> str:
    today, (last, _) = london_day(now), _due_day(due_at)
    if last == today:
        return "the last working day"
    days = sum(is_working_day(today + timedelta(days=step)) for step in range(1, (last - today).days + 1))
    return f"{_count(days, 'working day')} left"


def _largest(length: timedelta) -> str:
    days = length // timedelta(days=1)
    return _count(days, "day") if days else _count(length // timedelta(hours=1), "hour")


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"


def _age(born: date, on: date) -> str:
    """Days under two weeks, weeks under thirteen, months under two years, then whole years."""
    days = (on - born).days
    if days < 1:
        return "less than a day"
    if days < 14:
        return _count(days, "day")
    if days < WEEKS_UNTIL_DAYS:
        return _count(days // 7, "week")
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    if months < MONTHS_UNTIL:
        return _count(months, "month")
    return str(months // 12)


def _expected(born_from: date, born_until: date, on: date) -> str:
    if born_from == born_until:
        return f"expected {plain_day(born_from, on)}"
    return f"expected between {plain_day(born_from, on)} and {plain_day(born_until, on)}"


def _short_day(day: date, today: date | None) -> str:
    return f"{day.day} {day:%b}{_year(day, today)}"


def _year(day: date, today: date | None) -> str:
    """ " 2020" unless the day is so near that nobody could take it for another year's."""
    near = today is not None and abs((day - today).days) <= DAYS_WITHOUT_A_YEAR
    return "" if near else f" {day.year}"


def _day(moment: date | datetime) -> date:
    return london_day(moment) if isinstance(moment, datetime) else moment


def _day_or_none(moment: date | datetime | None) -> date | None:
    return None if moment is None else _day(moment)
