"""The calendar's promises: working days, the end of a day, and hours that have really gone by."""

from datetime import UTC, date, datetime, time, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.policy import calendar
from kith.policy.calendar import (
    LONDON,
    add_working_days,
    elapsed_between,
    end_of_day,
    hours_after,
    is_office_hours,
    is_working_day,
    london_day,
    months_after,
    next_office_opening,
    next_school_morning,
    read_local_time,
    start_of_day,
    working_day_before,
    written,
    years_after,
)

# The design's rules.json, `working_day_test_vectors`: start, then the working days of COUNTS after it.
COUNTS = (1, 5, 10, 15, 20, 45)
VECTORS = {
    "2020-12-24": ("2020-12-29", "2021-01-05", "2021-01-12", "2021-01-19", "2021-01-26", "2021-03-02"),
    "2020-12-18": ("2020-12-21", "2020-12-29", "2021-01-06", "2021-01-13", "2021-01-20", "2021-02-24"),
    "2026-03-30": ("2026-03-31", "2026-04-08", "2026-04-15", "2026-04-22", "2026-04-29", "2026-06-05"),
    "2026-12-21": ("2026-12-22", "2026-12-30", "2027-01-07", "2027-01-14", "2027-01-21", "2027-02-25"),
    "2026-11-23": ("2026-11-24", "2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21", "2027-01-28"),
}

# The design's rules.json, `bank_holidays_england`: every one of 2020 to 2027.
BANK_HOLIDAYS = """
2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28
2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28
2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27
2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26
2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
"""

# The first day of a year no list has been read for costs more than the next ones, so no example has a deadline.
for_every = settings(max_examples=40, deadline=None)
DAYS = st.dates(min_value=date(2012, 1, 1), max_value=date(2035, 12, 31))
MOMENTS = st.integers(0, 24 * 366 * 24).map(lambda hour: datetime(2012, 1, 1, tzinfo=UTC) + timedelta(hours=hour))


def at(text: str) -> datetime:
    return read_local_time(text)


def weekdays(first: date, last: date) -> list[date]:
    every = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in every if day.weekday() < 5]


# Working days


@pytest.mark.parametrize("start", VECTORS)
def test_working_days_land_where_the_design_says(start: str) -> None:
    landed = tuple(add_working_days(date.fromisoformat(start), count).isoformat() for count in COUNTS)
    assert landed == VECTORS[start]


def test_weekdays_off_from_2020_to_2027_are_exactly_the_bank_holidays_of_the_design() -> None:
    off = [day.isoformat() for day in weekdays(date(2020, 1, 1), date(2027, 12, 31)) if not is_working_day(day)]
    assert off == BANK_HOLIDAYS.split()


def test_both_lists_agree_on_every_weekday_that_gov_uk_has_published() -> None:
    library = holidays.country_holidays("GB", subdiv="ENG", years=range(2012, 2029))
    days = weekdays(date(2012, 1, 1), date(2028, 12, 31))
    assert [day for day in days if is_working_day(day) == (day in library)] == []


@pytest.mark.parametrize("day", [date(2026, 12, 26), date(2026, 12, 27), date(2026, 11, 28), date(2026, 11, 29)])
def test_a_weekend_is_never_worked(day: date) -> None:
    assert not is_working_day(day)


def test_christmas_moves_to_its_substitute_days() -> None:
    # 2020: 26th a Saturday. 2026: the same. 2027: both days at the weekend, so Monday and Tuesday.
    assert add_working_days(date(2020, 12, 24), 1) == date(2020, 12, 29)
    assert add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 29)
    assert add_working_days(date(2027, 12, 24), 1) == date(2027, 12, 29)


@pytest.mark.parametrize("day", [date(2023, 5, 8), date(2022, 9, 19), date(2022, 6, 3), date(2012, 6, 5)])
def test_a_bank_holiday_given_once_is_kept(day: date) -> None:
    assert not is_working_day(day)


def test_the_day_itself_is_day_nought_even_at_a_weekend() -> None:
    assert add_working_days(date(2026, 11, 28), 0) == date(2026, 11, 28)
    assert add_working_days(date(2026, 11, 28), 1) == date(2026, 11, 30)


def test_working_days_are_never_taken_away() -> None:
    with pytest.raises(ValueError, match="working_day_before"):
        add_working_days(date(2026, 11, 23), -1)


def test_the_working_day_before_passes_over_christmas() -> None:
    assert working_day_before(date(2020, 12, 29)) == date(2020, 12, 24)
    assert working_day_before(date(2026, 11, 24)) == date(2026, 11, 23)


def test_a_moment_is_refused_where_a_day_is_asked_for() -> None:
    christmas = datetime(2026, 12, 25, 12, tzinfo=LONDON)
    for ask in (is_working_day, working_day_before, start_of_day, end_of_day):
        with pytest.raises(TypeError, match="not a moment"):
            ask(christmas)
    for count in (add_working_days, months_after, years_after):
        with pytest.raises(TypeError, match="not a moment"):
            count(christmas, 1)


# Which list answered


def test_years_beyond_gov_uk_keep_their_bank_holidays() -> None:
    assert not is_working_day(date(2060, 12, 27))  # Christmas Day 2060 is a Saturday
    assert not is_working_day(date(2011, 4, 29))  # a royal wedding
    assert is_working_day(date(2060, 12, 29))


def test_a_year_no_list_reaches_still_has_weekends() -> None:
    assert is_working_day(date(2150, 12, 25))  # a Friday
    assert not is_working_day(date(2150, 12, 26))


def test_each_year_is_looked_up_once() -> None:
    calendar._bank_holidays.cache_clear()
    for day in weekdays(date(2026, 1, 1), date(2026, 12, 31)):
        is_working_day(day)
    assert calendar._bank_holidays.cache_info().misses == 1


# Days


def test_a_day_ends_on_its_own_date() -> None:
    assert end_of_day(date(2021, 1, 19)).isoformat() == "2021-01-19T23:59:59+00:00"
    assert end_of_day(date(2026, 6, 5)).isoformat() == "2026-06-05T23:59:59+01:00"
    assert start_of_day(date(2026, 6, 5)).isoformat() == "2026-06-05T00:00:00+01:00"


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 23), 24)]
)
def test_a_day_of_a_clock_change_is_as_long_as_it_was(day: date, hours: int) -> None:
    lived = end_of_day(day).astimezone(UTC) - start_of_day(day).astimezone(UTC)
    assert lived == timedelta(hours=hours, seconds=-1)


def test_the_day_is_the_day_it_is_in_london() -> None:
    assert london_day(datetime(2026, 6, 5, 23, 30, tzinfo=UTC)) == date(2026, 6, 6)
    assert london_day(datetime(2026, 12, 5, 23, 30, tzinfo=UTC)) == date(2026, 12, 5)


def test_a_moment_without_a_time_zone_is_refused_in_a_sentence() -> None:
    naive = datetime(2026, 11, 23, 9)  # noqa: DTZ001
    for ask in (london_day, is_office_hours, next_office_opening):
        with pytest.raises(ValueError, match="no time zone"):
            ask(naive)
    with pytest.raises(ValueError, match="no time zone"):
        hours_after(naive, 1)


# Elapsed time


def test_a_red_contact_on_christmas_eve_is_due_that_night() -> None:
    due = hours_after(at("2020-12-24T16:50"), 4)
    assert due.isoformat() == "2020-12-24T20:50:00+00:00"
    assert due.tzinfo is LONDON


def test_hours_are_lived_hours_across_the_clock_changes_of_2026() -> None:
    assert hours_after(at("2026-03-28T22:00"), 4).isoformat() == "2026-03-29T03:00:00+01:00"
    assert hours_after(at("2026-10-24T22:00"), 4).isoformat() == "2026-10-25T01:00:00+00:00"
    assert hours_after(at("2026-10-24T22:00"), 24).isoformat() == "2026-10-25T21:00:00+00:00"
    assert hours_after(at("2026-10-25T03:00"), -4).isoformat() == "2026-10-25T00:00:00+01:00"


def test_time_gone_by_is_counted_as_it_was_lived() -> None:
    assert elapsed_between(at("2026-03-28T22:00"), at("2026-03-29T03:00")) == timedelta(hours=4)
    assert elapsed_between(at("2026-10-24T22:00"), at("2026-10-25T03:00")) == timedelta(hours=6)
    assert elapsed_between(at("2026-10-25T01:30Z"), at("2026-10-25T01:30")) == timedelta(hours=-1)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_a_shorter_month(start: date, months: int, end: date) -> None:
    assert months_after(start, months) == end


def test_a_29th_of_february_has_its_years() -> None:
    assert years_after(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert years_after(date(2028, 2, 28), 1) == date(2029, 2, 28)


def test_29_february_is_a_day_like_another() -> None:
    assert add_working_days(date(2024, 2, 28), 1) == date(2024, 2, 29)
    assert add_working_days(date(2028, 2, 28), 2) == date(2028, 3, 1)


# Office hours


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-23T08:59:59", False),
        ("2026-11-23T09:00", True),
        ("2026-11-23T16:59:59", True),
        ("2026-11-23T17:00", False),
        ("2026-11-22T12:00", False),
        ("2026-12-25T12:00", False),
        ("2026-06-05T08:30+00:00", True),
    ],
)
def test_the_office_is_open_from_nine_until_five_on_working_days(moment: str, is_open: bool) -> None:
    assert is_office_hours(at(moment)) is is_open


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("2026-11-23T07:00", "2026-11-23T09:00"),
        ("2026-11-23T09:00", "2026-11-23T09:00"),
        ("2026-11-23T10:15", "2026-11-23T10:15"),
        ("2026-11-23T17:00", "2026-11-24T09:00"),
        ("2020-12-24T17:00", "2020-12-29T09:00"),
        ("2026-12-25T07:00", "2026-12-29T09:00"),
    ],
)
def test_the_office_next_opens_on_a_working_day(moment: str, opening: str) -> None:
    assert next_office_opening(at(moment)) == at(opening)


def test_a_partnership_keeps_its_own_hours() -> None:
    early, late = time(8), time(18)
    assert is_office_hours(at("2026-11-23T17:30"), early, late)
    assert next_office_opening(at("2026-11-23T18:00"), early, late) == at("2026-11-24T08:00")


# Reading a time


def test_a_time_is_read_with_its_offset_or_by_the_london_clock() -> None:
    assert read_local_time("2026-06-05T09:00").isoformat() == "2026-06-05T09:00:00+01:00"
    assert read_local_time("2026-06-05T09:00Z").isoformat() == "2026-06-05T10:00:00+01:00"
    assert read_local_time("2026-12-24 16:50:30+02:00").isoformat() == "2026-12-24T14:50:30+00:00"
    assert read_local_time("2026-06-05T09:00").tzinfo is LONDON


def test_an_instant_is_written_alike_wherever_it_came_from() -> None:
    for same in ("2026-06-05T09:00+01:00", "2026-06-05T08:00Z", "2026-06-05T10:00+02:00"):
        assert written(datetime.fromisoformat(same)) == "2026-06-05T09:00:00+01:00"


def test_moments_of_the_doubled_autumn_hour_are_in_the_order_they_were_lived() -> None:
    first, second = (datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=fold) for fold in (0, 1))
    assert first == second, "Python goes by what the clock showed"
    assert calendar.instant(first) < calendar.instant(second)


def test_a_moment_without_a_time_zone_is_never_written_or_ordered() -> None:
    for ask in (calendar.written, calendar.instant):
        with pytest.raises(ValueError, match="no time zone"):
            ask(datetime(2026, 10, 25, 1, 30))  # noqa: DTZ001 – what it refuses


def test_a_time_that_comes_twice_is_the_earlier() -> None:
    assert read_local_time("2026-10-25T01:30").astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert read_local_time("2026-10-25T01:30+00:00").astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2026-03-29T01:00", "2026-03-29T01:30", "2026-03-29T01:59:59"])
def test_a_time_the_clocks_skipped_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="did not exist in London"):
        read_local_time(text)


def test_the_minutes_round_a_skipped_hour_are_read() -> None:
    assert read_local_time("2026-03-29T00:59:59") + timedelta(0) == datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC)
    assert read_local_time("2026-03-29T02:00").astimezone(UTC) == datetime(2026, 3, 29, 1, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "yesterday", "2026-02-30T09:00", "2026-11-23T25:00", "9999-12-31T23:59-05:00"])
def test_what_is_no_time_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date and time that can be read"):
        read_local_time(text)


@pytest.mark.parametrize("text", ["2026-11-23", "20261123"])
def test_a_day_without_a_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a day without a time"):
        read_local_time(text)


# For every day and moment


@for_every
@given(DAYS, st.integers(1, 60))
def test_counting_always_lands_on_a_working_day_later(day: date, count: int) -> None:
    landed = add_working_days(day, count)
    assert is_working_day(landed)
    assert landed > day


@for_every
@given(DAYS, st.integers(0, 40), st.integers(0, 40))
def test_counting_in_two_goes_is_counting_in_one(day: date, first: int, second: int) -> None:
    assert add_working_days(add_working_days(day, first), second) == add_working_days(day, first + second)


@for_every
@given(DAYS, DAYS, st.integers(0, 40))
def test_a_later_start_is_never_due_sooner(one: date, other: date, count: int) -> None:
    first, second = sorted((one, other))
    assert add_working_days(first, count) <= add_working_days(second, count)


@for_every
@given(DAYS)
def test_the_working_day_before_the_next_is_this_one(day: date) -> None:
    assert working_day_before(add_working_days(day, 1)) == (day if is_working_day(day) else working_day_before(day))


@for_every
@given(DAYS)
def test_the_end_and_start_of_a_day_keep_its_date(day: date) -> None:
    assert london_day(end_of_day(day)) == london_day(start_of_day(day)) == day
    assert (end_of_day(day) + timedelta(seconds=1)).replace(tzinfo=None) == start_of_day(
        day + timedelta(days=1)
    ).replace(tzinfo=None)


@for_every
@given(MOMENTS, st.integers(-2000, 2000))
def test_hours_are_always_as_many_as_were_asked(moment: datetime, hours: int) -> None:
    assert hours_after(moment, hours).astimezone(UTC) - moment == timedelta(hours=hours)


@for_every
@given(MOMENTS)
def test_the_office_is_open_when_it_next_opens(moment: datetime) -> None:
    opening = next_office_opening(moment)
    assert elapsed_between(moment, opening) >= timedelta(0)
    assert is_office_hours(opening)


@for_every
@given(MOMENTS)
def test_a_time_written_with_its_offset_is_read_back(moment: datetime) -> None:
    assert read_local_time(moment.astimezone(LONDON).isoformat()).astimezone(UTC) == moment


@pytest.mark.parametrize(
    ("moment", "morning"),
    [
        ("2026-12-10T23:10", "2026-12-11T08:00"),
        ("2026-12-11T02:10", "2026-12-11T08:00"),
        ("2026-12-11T08:00", "2026-12-14T08:00"),
        ("2026-12-24T16:30", "2026-12-29T08:00"),
    ],
)
def test_children_come_to_school_on_the_morning_of_a_working_day(moment: str, morning: str):
    assert next_school_morning(at(moment)) == at(morning)
