"""What somebody says of a birthday or an age becomes a range of days, or nothing: never more than was said."""

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.people.matching.cleaning.born import NOT_SAID, born, name_and_age
from kith.web.front_door.telling_us import _child, _words

TODAY = date(2026, 12, 24)


@pytest.mark.parametrize(
    "said",
    ["2024-06-14", "14/06/2024", "14.6.2024", "born 14 June 2024", "14th june 2024", "14 Jun 2024, his mum says"],
)
def test_a_day_is_that_day(said: str):
    assert born(said, TODAY) == (date(2024, 6, 14), date(2024, 6, 14))


def test_a_month_and_a_year_are_all_their_days():
    assert born("June 2024", TODAY) == (date(2024, 6, 1), date(2024, 6, 30))
    assert born("born in 2024", TODAY) == (date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize("said", ["2", "2 years", "two", "aged 2 yrs", "two and a half", "2½"])
def test_an_age_in_years_is_half_a_year_wider_on_either_side_since_it_is_what_somebody_thought(said: str):
    first, last = born(said, TODAY)
    assert first and last
    assert date(2023, 6, 22) <= first <= date(2023, 6, 27) and date(2025, 6, 22) <= last <= date(2025, 6, 27)


def test_about_two_is_a_year_wider_on_either_side():
    first, last = born("about 2", TODAY)
    assert first and last
    assert date(2022, 12, 22) <= first <= date(2022, 12, 27) and date(2025, 12, 22) <= last <= date(2025, 12, 27)


@pytest.mark.parametrize(
    ("one", "other"), [("4", "about three"), ("4", "3"), ("about 5", "3"), ("about 2", "3 and a half")]
)
def test_two_people_who_guess_one_childs_age_a_little_apart_may_both_be_right(one: str, other: str):
    (first, last), (earliest, latest) = born(one, TODAY), born(other, TODAY)
    assert first and last and earliest and latest
    assert first <= latest and earliest <= last


def test_ages_that_nobody_takes_for_one_another_stay_apart():
    (first, _), (_, last) = born("3", TODAY), born("6", TODAY)
    assert first and last and last < first


def test_somebody_not_yet_one_was_born_in_the_year_before():
    first, last = born("0 years", TODAY)
    assert first and first > date(2025, 12, 20) and last == TODAY


def test_weeks_and_months_are_as_short_as_they_are():
    assert born("11 weeks", TODAY)[1] == date(2026, 10, 8)
    first, last = born("18 months", TODAY)
    assert first and last and (last - first).days < 32


@pytest.mark.parametrize("said", ["", "a toddler", "14/06/2031", "not sure", "primary school"])
def test_what_cannot_be_read_says_nothing(said: str):
    assert born(said, TODAY) == NOT_SAID


@given(st.text(max_size=80))
def test_whatever_is_typed_gives_a_range_that_has_begun_or_nothing(said: str):
    first, last = born(said, TODAY)
    assert (first is None) == (last is None)
    assert first is None or (last is not None and first <= last and first <= TODAY)


def test_of_a_day_that_never_was_the_year_is_kept():
    assert born("31/02/2024", TODAY) == (date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("written", "name", "age"),
    [
        ("Robin M., about two", "Robin M.", "about two"),
        ("Robin M. (2)", "Robin M.", "2"),
        ("Robin Marsh [aged 2 years]", "Robin Marsh", "aged 2 years"),
        ("Marsh, Robin, nearly 3", "Marsh, Robin", "nearly 3"),
        ("Robin, born 14/06/2024", "Robin", "born 14/06/2024"),
        ("Robin,~2", "Robin", "~2"),
        ("Robin M., two and a half or so", "Robin M.", "two and a half or so"),
        ("Robin M. (14th June 2024)", "Robin M.", "14th June 2024"),
        ("Robin M., 18 months old", "Robin M.", "18 months old"),
    ],
)
def test_an_age_after_a_name_is_told_from_it(written: str, name: str, age: str):
    assert name_and_age(written, TODAY) == (name, age)


@pytest.mark.parametrize(
    "written",
    ["Robin Marsh", "Marsh, Robin", "Marsh, Robin 2", "Robin (Bobby) Marsh", "Robin, the one with the dog", "2", "", ", 2",
     "Khan, Onel", "Robin (9 Elm Road)", "Robin, 31/12/2031"],
)  # fmt: skip
def test_a_name_without_an_age_after_it_stays_whole(written: str):
    assert name_and_age(written, TODAY) == (written, "")


@pytest.mark.parametrize(
    ("told", "name", "year"),
    [
        ({"name": "Robin M., about two", "born": ""}, "Robin M.", 2022),
        ({"name": "Robin M., about two", "born": "14 June 2024"}, "Robin M.", 2024),
        ({"name": "Robin aged 2", "born": ""}, "Robin aged 2", 2023),
    ],
)
def test_a_child_told_of_is_called_what_stands_before_the_age(told: dict[str, str], name: str, year: int):
    child = _child(told, TODAY)
    assert child.name == name
    assert child.born_from and child.born_from.year == year


def test_a_name_told_with_an_age_stays_in_the_words_as_it_was_typed():
    told = dict.fromkeys(("when", "in_danger", "known", "born"), "") | {
        "said": "A mark.",
        "name": "Robin M., about two",
    }
    form = SimpleNamespace(cleaned_data=told, says_of=lambda teller: "")
    assert _words(form, None) == "A mark.\n\nThe child’s name, as told: Robin M., about two"
    told["name"] = "Robin Marsh"
    assert _words(form, None) == "A mark."
