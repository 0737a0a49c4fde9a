"""How old a child is said to be, when the day of birth is known, known roughly, still to come, or not known."""

from datetime import date

import pytest

from kith.web.words import age_words

ON = date(2026, 12, 24)


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (date(2026, 12, 24), "aged less than a day"),
        (date(2026, 12, 23), "aged 1 day"),
        (date(2026, 12, 11), "aged 13 days"),
        (date(2026, 12, 10), "aged 2 weeks"),
        (date(2026, 10, 8), "aged 11 weeks"),
        (date(2026, 9, 25), "aged 12 weeks"),
        (date(2026, 9, 24), "aged 3 months"),
        (date(2026, 7, 24), "aged 5 months"),
        (date(2026, 7, 25), "aged 4 months"),
        (date(2024, 12, 25), "aged 23 months"),
        (date(2024, 12, 24), "aged 2"),
        (date(2008, 12, 25), "aged 17"),
    ],
)
def test_an_age_is_said_in_the_unit_people_use_for_it(born: date, words: str) -> None:
    assert age_words(born, born, ON) == words


def test_a_child_of_29_february_is_a_year_older_on_1_march() -> None:
    born = date(2024, 2, 29)
    assert age_words(born, born, date(2027, 2, 28)) == "aged 2"
    assert age_words(born, born, date(2027, 3, 1)) == "aged 3"


@pytest.mark.parametrize(
    ("born_from", "born_until", "words"),
    [
        (date(2023, 1, 1), date(2023, 12, 1), "aged 3"),
        (date(2023, 1, 1), date(2023, 12, 31), "aged 2 or 3"),
        (date(2020, 1, 1), date(2023, 12, 31), "aged 2 to 6"),
        (date(2024, 6, 1), date(2025, 6, 1), "aged between 18 months and 2"),
        (date(2026, 12, 1), date(2027, 1, 10), "born since 1 December, or expected by 10 January"),
    ],
)
def test_a_birth_between_two_days_says_both_ages_when_they_differ(
    born_from: date, born_until: date, words: str
) -> None:
    assert age_words(born_from, born_until, ON) == words


def test_an_unborn_child_is_expected() -> None:
    due = date(2027, 3, 3)
    assert age_words(due, due, ON) == "expected 3 March"
    assert age_words(date(2027, 3, 1), date(2027, 3, 20), ON) == "expected between 1 March and 20 March"


@pytest.mark.parametrize(
    ("born_from", "born_until"),
    [(None, None), (date(2024, 1, 1), None), (None, date(2024, 1, 1)), (date(2024, 2, 1), date(2024, 1, 1))],
)
def test_half_a_birthday_is_no_age(born_from: date | None, born_until: date | None) -> None:
    assert age_words(born_from, born_until, ON) == "age not known"
