"""When a place is open: over evenings, weekends, bank holidays and the nights on which the clocks change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kith.policy.calendar import LONDON, end_of_day, instant, is_bank_holiday, start_of_day
from kith.policy.hours import DAYS_AHEAD, WEEK, Hours, Opening, SaidHours
from kith.vocabulary import OpenDay

LONG_AGO = date(2020, 1, 1)
WEEKDAYS = WEEK[:5]


def hours(week: dict[OpenDay, tuple[int, int]], *others: SaidHours, from_on: date = LONG_AGO) -> Hours:
    """A week by the hour; what it leaves out is shut."""
    said = (
        SaidHours(day, from_on, *(time(hour) for hour in week[day])) if day in week else SaidHours(day, from_on)
        for day in OpenDay
    )
    return Hours((*said, *others))


OFFICE = hours(dict.fromkeys(WEEKDAYS, (9, 17)))
NIGHT = hours(
    {
        **dict.fromkeys(WEEKDAYS, (17, 9)),
        **dict.fromkeys((OpenDay.SATURDAY, OpenDay.SUNDAY, OpenDay.BANK_HOLIDAY), (9, 9)),
    }
)
ALWAYS = hours(dict.fromkeys(OpenDay, (0, 0)))


def on(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def opening(found: Hours, at: str) -> tuple[bool, str | None]:
    """Open or not, and until when by the London clock."""
    told = found.opening(on(at))
    assert told is not None
    return told.is_open, told.until.astimezone(LONDON).isoformat()[:16] if told.until else None


# -- Christmas 2026: Friday 25th and Monday 28th are bank holidays --------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "office", "night"),
    [
        ("2026-12-24T16:30", (True, "2026-12-24T17:00"), (False, "2026-12-24T17:00")),
        ("2026-12-24T16:59:59", (True, "2026-12-24T17:00"), (False, "2026-12-24T17:00")),
        ("2026-12-24T17:00", (False, "2026-12-29T09:00"), (True, "2026-12-29T09:00")),
        ("2026-12-25T12:00", (False, "2026-12-29T09:00"), (True, "2026-12-29T09:00")),
        ("2026-12-26T03:00", (False, "2026-12-29T09:00"), (True, "2026-12-29T09:00")),
        ("2026-12-28T16:00", (False, "2026-12-29T09:00"), (True, "2026-12-29T09:00")),
        ("2026-12-29T08:59", (False, "2026-12-29T09:00"), (True, "2026-12-29T09:00")),
        ("2026-12-29T09:00", (True, "2026-12-29T17:00"), (False, "2026-12-29T17:00")),
        ("2026-12-31T20:00", (False, "2027-01-04T09:00"), (True, "2027-01-04T09:00")),
    ],
)
def test_when_the_office_shuts_for_christmas_the_night_answers_until_it_opens(at, office, night):
    assert opening(OFFICE, at) == office
    assert opening(NIGHT, at) == night


def test_a_bank_holiday_is_shut_unless_its_hours_were_said():
    assert is_bank_holiday(date(2026, 12, 28)) and not is_bank_holiday(date(2026, 12, 29))
    said = hours({**dict.fromkeys(WEEKDAYS, (9, 17)), OpenDay.BANK_HOLIDAY: (10, 14)})
    assert opening(said, "2026-12-28T11:00") == (True, "2026-12-28T14:00")
    assert opening(OFFICE, "2026-12-28T11:00") == (False, "2026-12-29T09:00")


def test_a_bank_holiday_has_its_own_hours_on_whatever_day_of_the_week_it_falls():
    weekend = hours({OpenDay.SATURDAY: (9, 17), OpenDay.BANK_HOLIDAY: (10, 12)})
    assert opening(weekend, "2026-12-26T09:30") == (True, "2026-12-26T17:00"), "Boxing Day 2026 is kept on the Monday"
    assert opening(weekend, "2026-12-25T09:30") == (False, "2026-12-25T10:00")


# -- the nights on which the clocks change ------------------------------------------------------------------------------


def lasts(found: Hours, at: str) -> timedelta:
    told = found.opening(on(at))
    assert told is not None and told.until is not None
    return told.until - instant(on(at))


def test_a_night_is_an_hour_shorter_in_spring_and_longer_in_autumn():
    nights = hours({OpenDay.SATURDAY: (21, 9)})
    assert lasts(nights, "2026-03-28T21:00") == timedelta(hours=11)
    assert lasts(nights, "2026-10-24T21:00") == timedelta(hours=13)
    assert lasts(nights, "2026-11-07T21:00") == timedelta(hours=12)


def test_an_opening_in_the_hour_that_spring_leaves_out_is_an_hour_on():
    assert opening(hours({OpenDay.SUNDAY: (1, 5)}), "2026-03-29T00:30") == (False, "2026-03-29T02:00")


def test_a_closing_in_the_hour_that_comes_twice_is_the_earlier_and_the_later_one_is_shut():
    early = hours({OpenDay.SUNDAY: (0, 1)})
    first = datetime(2026, 10, 25, 0, 59, tzinfo=LONDON)
    assert early.opening(first) == Opening(is_open=True, until=instant(datetime(2026, 10, 25, 1, tzinfo=LONDON)))
    second = datetime(2026, 10, 25, 1, 30, fold=1, tzinfo=LONDON)
    told = early.opening(second)
    assert told is not None and not told.is_open


# -- what was said, and what nobody said --------------------------------------------------------------------------------


def test_what_nobody_has_said_is_not_known_and_not_shut():
    assert Hours().opening(on("2026-12-24T16:30")) is None
    later = hours(dict.fromkeys(WEEKDAYS, (9, 17)), from_on=date(2027, 1, 4))
    assert later.opening(on("2026-12-24T16:30")) is None
    assert opening(later, "2027-01-04T08:00") == (False, "2027-01-04T09:00")


def test_hours_that_begin_on_a_day_take_the_place_of_earlier_ones_from_that_day_alone():
    said = Hours((*OFFICE.said, SaidHours(OpenDay.TUESDAY, date(2026, 12, 29), time(8), time(20))))
    assert opening(said, "2026-12-22T17:30") == (False, "2026-12-23T09:00")
    assert opening(said, "2026-12-29T17:30") == (True, "2026-12-29T20:00")
    assert opening(said, "2026-12-28T12:00") == (False, "2026-12-29T08:00")


def test_of_two_said_for_the_same_day_the_later_wins_in_whatever_order_they_begin():
    tuesday = date(2026, 12, 29)
    first, second = (SaidHours(OpenDay.TUESDAY, tuesday, time(hour), time(20)) for hour in (7, 8))
    assert opening(Hours((*OFFICE.said, first, second)), "2026-12-29T05:00") == (False, "2026-12-29T08:00")
    older = SaidHours(OpenDay.TUESDAY, date(2021, 1, 1), time(6), time(20))
    assert opening(Hours((first, older)), "2026-12-29T05:00") == (False, "2026-12-29T07:00")


def test_one_date_may_differ_from_the_week_whatever_is_said_of_the_week_later():
    eve = date(2026, 12, 24)
    said = Hours((SaidHours(eve, eve, time(9), time(13)), *OFFICE.said))
    assert opening(said, "2026-12-24T12:00") == (True, "2026-12-24T13:00")
    assert opening(Hours((*OFFICE.said, SaidHours(eve, eve))), "2026-12-23T18:00") == (False, "2026-12-29T09:00")


def test_a_place_that_never_shuts_is_open_without_an_end_and_one_that_never_opens_is_shut_without_one():
    assert opening(ALWAYS, "2026-12-25T03:00") == (True, None)
    assert opening(hours({}), "2026-12-25T03:00") == (False, None)


def test_a_place_that_opens_after_many_weeks_is_shut_without_an_end():
    far = date(2026, 12, 24) + timedelta(days=DAYS_AHEAD + 1)
    shut = Hours((*hours({}).said, SaidHours(far, far, time(9), time(17))))
    assert opening(shut, "2026-12-24T12:00") == (False, None)
    assert opening(shut, "2026-12-25T12:00") == (False, f"{far}T09:00")


def test_hours_have_both_ends_or_neither():
    with pytest.raises(ValueError, match="or neither"):
        SaidHours(OpenDay.MONDAY, LONG_AGO, opens=time(9))


@given(some.integers(0, 700 * 24 * 60))
def test_at_every_moment_either_the_office_or_the_night_answers_and_both_change_together(minutes):
    at = start_of_day(date(2026, 1, 1)).astimezone(UTC) + timedelta(minutes=minutes)
    office, night = OFFICE.opening(at), NIGHT.opening(at)
    assert office is not None and night is not None
    assert office.is_open != night.is_open
    assert office.until == night.until
    assert office.until is not None and office.until > instant(at)


@given(some.dates(date(2026, 1, 1), date(2027, 12, 1)))
def test_between_midnight_and_midnight_nothing_changes_but_where_it_was_said_to(day):
    at, told = start_of_day(day), []
    while (found := OFFICE.opening(at)) and found.until and found.until <= instant(end_of_day(day)):
        told.append(found.until.astimezone(LONDON).time())
        at = found.until
    assert told in ([], [time(9), time(17)])
