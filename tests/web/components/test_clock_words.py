"""What a clock says: the day's name always, what is left never overstated, working days counted as such."""

from datetime import date, datetime, timedelta

import pytest

from kith.policy.calendar import LONDON, end_of_day, time_in_words
from kith.web.words import clock_words, day_words, duration_words, late_label, learned_words, now_words


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


NOW = at(2026, 12, 24, 14, 50)


@pytest.mark.parametrize(
    ("due_at", "words", "left"),
    [
        (at(2026, 12, 24, 16, 50), "by 4:50pm today, Thursday 24 December", "2 hours left"),
        (at(2026, 12, 24, 17), "by 5pm today, Thursday 24 December", "2 hours 10 minutes left"),
        (at(2026, 12, 24, 14, 51), "by 2:51pm today, Thursday 24 December", "1 minute left"),
        (at(2026, 12, 25, 12), "by midday tomorrow, Friday 25 December", "21 hours 10 minutes left"),
        (at(2026, 12, 26, 16, 55), "by 4:55pm Saturday 26 December", "2 days 2 hours left"),
        (at(2026, 12, 29, 17), "by 5pm Tuesday 29 December", "5 days left"),
        (at(2027, 11, 1, 9), "by 9am Monday 1 November 2027", "311 days left"),
    ],
)
def test_a_time_to_come_has_its_days_name_and_what_is_left(due_at: datetime, words: str, left: str) -> None:
    clock = clock_words(due_at, NOW, "elapsed")
    assert (clock.words, clock.left, clock.late, clock.working) == (words, left, False, False)


@pytest.mark.parametrize("due_at", [end_of_day(date(2026, 12, 29)), at(2026, 12, 30)])
def test_a_whole_day_ends_at_its_own_end_and_not_on_the_next(due_at: datetime) -> None:
    assert clock_words(due_at, NOW, "elapsed").words == "by the end of Tuesday 29 December"


@pytest.mark.parametrize(
    ("due_at", "words"),
    [
        (at(2026, 12, 22, 14), "it was due Tuesday 22 December"),
        (at(2026, 12, 23, 20, 50), "it was due at 8:50pm yesterday, Wednesday 23 December"),
        (at(2026, 12, 24, 9), "it was due at 9am today, Thursday 24 December"),
        (end_of_day(date(2026, 12, 23)), "it was due yesterday, Wednesday 23 December"),
        (NOW, "it was due at 2:50pm today, Thursday 24 December"),
    ],
)
def test_what_is_past_says_when_it_was_due_and_nothing_is_left(due_at: datetime, words: str) -> None:
    clock = clock_words(due_at, NOW, "elapsed")
    assert (clock.words, clock.left, clock.late) == (words, "", True)


@pytest.mark.parametrize(
    ("due_day", "left"),
    [
        (date(2027, 1, 8), "8 working days left"),  # 25 and 28 December and 1 January are bank holidays
        (date(2026, 12, 29), "1 working day left"),
        (date(2026, 12, 24), "the last working day"),
    ],
)
def test_the_working_clock_counts_working_days_and_says_so(due_day: date, left: str) -> None:
    clock = clock_words(end_of_day(due_day), NOW, "working")
    assert (clock.left, clock.working) == (left, True)


def test_an_hour_lost_in_spring_is_not_counted_as_left() -> None:
    assert clock_words(at(2027, 3, 28, 3), at(2027, 3, 28, 0), "elapsed").left == "2 hours left"


def test_the_same_wall_clock_hour_after_autumns_change_is_an_hour_later() -> None:
    first, second = at(2026, 10, 25, 1, 30), at(2026, 10, 25, 1, 30).replace(fold=1)
    clock = clock_words(second, first, "elapsed")
    assert (clock.left, clock.late) == ("1 hour left", False)


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=59), "less than a minute"),
        (timedelta(minutes=1, seconds=59), "1 minute"),
        (timedelta(days=1, minutes=5), "1 day"),
        (timedelta(days=1, hours=4, minutes=5), "1 day 4 hours"),
        (timedelta(days=3, hours=23), "3 days"),
    ],
)
def test_a_length_is_said_in_two_units_at_most_and_rounded_down(length: timedelta, words: str) -> None:
    assert duration_words(length) == words


@pytest.mark.parametrize(
    ("due_at", "label"),
    [
        (at(2026, 12, 22, 14), "Late: 2 days"),
        (at(2026, 12, 23, 14), "Late: 1 day"),
        (at(2026, 12, 24, 11, 40), "Late: 3 hours"),
        (at(2026, 12, 24, 14, 10), "Late: less than an hour"),
    ],
)
def test_the_label_of_what_is_late_says_by_how_much(due_at: datetime, label: str) -> None:
    assert late_label(due_at, NOW) == label


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (at(2026, 12, 24, 0, 0), "midnight"),
        (at(2026, 12, 24, 0, 5), "12:05am"),
        (at(2026, 12, 24, 12, 0), "midday"),
        (at(2026, 12, 24, 12, 30), "12:30pm"),
        (at(2026, 12, 24, 17, 0), "5pm"),
        (datetime.fromisoformat("2026-07-01T08:00:00+00:00"), "9am"),
    ],
)
def test_a_time_of_day_is_londons_and_cannot_be_taken_for_another(moment: datetime, words: str) -> None:
    assert time_in_words(moment) == words


def test_a_day_far_away_says_its_year() -> None:
    assert day_words(date(2020, 12, 15), NOW.date()) == "Tuesday 15 December 2020"


def test_the_pages_own_time_is_said_whole() -> None:
    assert now_words(NOW) == "Thursday 24 December 2026, 2:50pm"


def test_when_we_learned_of_it_is_said_only_when_that_was_another_day() -> None:
    today = NOW.date()
    assert learned_words(at(2026, 12, 19), at(2026, 12, 21, 9), today) == "We learned of it Monday 21 December"
    assert learned_words(at(2026, 12, 21, 8), at(2026, 12, 21, 9), today) == ""
