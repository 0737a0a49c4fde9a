"""Keys: made with a secret, in any order of names, wider only where little is known, and never the words themselves."""

import pytest
from tests.people.matching.pairs import NHS, told

from kith.people.matching.cleaning.clean import Said, clean
from kith.people.matching.keys import CLAUSES, Secret, keys_asked, keys_of, to_add


def made(said: Said) -> set[str]:
    return {key.name for one in clean(said) for key, _ in keys_of(one)}


def test_every_clause_makes_a_key_of_somebody_of_whom_all_is_known():
    assert made(told("Robin Lee Ashdown", "2021-03-09", "M14 4AA", nhs=NHS, upn=_upn())) == {
        key.name for key in CLAUSES if not key.is_of_those_in_part
    }


def _upn() -> str:
    digits = "823432112001"
    return "ABCDEFGHJKLMNPQRTUVWXYZ"[sum(int(d) * w for d, w in zip(digits, range(2, 14), strict=True)) % 23] + digits


def test_of_nobody_nothing_is_made():
    assert made(Said()) == set()
    assert made(told("?")) == set()


def test_two_people_with_nothing_in_common_share_no_key():
    one, other = (
        {key for each in clean(said) for _, key in keys_of(each)}
        for said in (told("Robin Ashdown", "2021-03-09", "M14 4AA"), told("Zara Malik", "2014-11-30", "SW1A 1AA"))
    )
    assert not one & other


def test_a_last_resort_is_asked_only_where_a_name_or_the_day_is_missing():
    def asked(said):
        return {key.name for one in clean(said) for key, _, _ in keys_asked(one) if key.is_last_resort}

    assert asked(told("Robin Ashdown", "2021-03-09")) == set()
    assert asked(told("Robin", "2021-03-09")) == {
        "born_that_day_with_a_name_that_begins_so",
        "born_that_year_with_a_first_name_that_sounds_so",
    }
    assert len(asked(told("Robin Ashdown", "2020..2021"))) == 3


def test_an_age_of_many_years_makes_no_key_of_a_year():
    assert not [name for name in made(told("Robin Ashdown", "2000..2020")) if "year" in name]


def test_codes_differ_by_secret_and_say_nothing_of_the_words():
    one, other = Secret("one"), Secret("other")
    assert one.code("5:ROBIN") == Secret("one").code("5:ROBIN") != other.code("5:ROBIN")
    assert one.fingerprint != other.fingerprint
    assert -(2**63) <= one.code("5:ROBIN") < 2**63


def test_everybody_is_looked_for_among_those_known_in_part_and_only_those_are_written_there():
    def in_part(keys):
        return {key[1] for key in keys if key[0].is_of_those_in_part}

    (whole,), (part,) = clean(told("Robin Ashdown", "2024-05-17")), clean(told("Robin M.", "2024..2025"))
    assert in_part(keys_of(whole)) == set()
    assert in_part(keys_asked(whole)) & in_part(keys_of(part))


@pytest.mark.parametrize(
    ("said", "add"),
    [
        (told("Mohammed Khan"), "the day of birth"),
        (told("Mohammed Khan", "2019-02-06"), "a postcode"),
        (told("Mohammed Khan", "2019-02-06", "M14 4AA"), "an NHS number"),
        (told("Mohammed Khan", "2019-02-06", "M14 4AA", nhs=NHS), "the day of birth"),
    ],
)
def test_what_is_asked_for_is_what_was_not_said_yet(said, add):
    key = next(key for key in CLAUSES if key.name == "exactly_that_name")
    assert to_add(key, clean(said)) == add


@pytest.mark.parametrize("key", CLAUSES, ids=lambda key: key.name)
def test_a_clause_that_many_may_share_says_what_to_add(key):
    assert bool(key.add) != key.name.startswith("same_")
