"""When something happened, said as surely as it is known and never more so."""

from datetime import date, datetime

import pytest

from kith.vocabulary import Certainty
from kith.web.words import happened_words

TODAY = date(2026, 12, 24)
NOV_9, NOV_11 = date(2026, 11, 9), date(2026, 11, 11)


def test_a_known_day_has_its_name() -> None:
    assert happened_words(NOV_11, NOV_11, Certainty.DAY, TODAY) == "Wed 11 Nov"


def test_a_known_moment_is_the_day_it_was_in_london() -> None:
    moment = datetime.fromisoformat("2026-06-30T23:30:00+00:00")
    assert happened_words(moment, moment, Certainty.EXACT, TODAY) == "Wed 1 Jul"


def test_the_year_is_said_of_a_day_that_another_year_could_claim() -> None:
    day = date(2020, 11, 11)
    assert happened_words(day, day, Certainty.DAY, TODAY) == "Wed 11 Nov 2020"
    assert happened_words(NOV_11, NOV_11, Certainty.DAY) == "Wed 11 Nov 2026"


@pytest.mark.parametrize(("start", "end"), [(NOV_9, NOV_9), (date(2026, 11, 7), NOV_11)])
def test_about_a_day_names_no_weekday(start: date, end: date) -> None:
    assert happened_words(start, end, Certainty.ABOUT, TODAY) == "about 9 Nov"


def test_between_two_days_both_are_said_with_their_years() -> None:
    words = happened_words(date(2020, 11, 1), date(2020, 12, 15), Certainty.RANGE, TODAY)
    assert words == "between 1 Nov 2020 and 15 Dec 2020"


def test_two_days_are_a_range_even_when_called_a_day() -> None:
    assert happened_words(NOV_9, NOV_11, Certainty.DAY, TODAY) == "between 9 Nov 2026 and 11 Nov 2026"


def test_one_end_alone_is_said_as_one_end() -> None:
    assert happened_words(NOV_9, None, Certainty.RANGE, TODAY) == "on or after 9 Nov"
    assert happened_words(None, NOV_9, Certainty.RANGE, TODAY) == "on or before 9 Nov"


def test_not_knowing_is_said() -> None:
    assert happened_words(None, None, Certainty.RANGE, TODAY) == "we do not know when"
