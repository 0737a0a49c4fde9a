"""The traps of matching, each a pair of people: what must not be taken for one person, and what must not be missed."""

import pytest
from tests.people.matching.pairs import ANOTHER_NHS, NHS, told, weighed

from kith.people.matching.cleaning.clean import clean
from kith.people.matching.grades import POSSIBLE, _with_initial
from kith.people.matching.keys import keys_asked, keys_of
from kith.people.matching.scorer import model
from kith.vocabulary import MatchGrade, Sex

HOME = "M14 4AA"
LIKELY = (MatchGrade.VERY_PROBABLE, MatchGrade.PROBABLE)


def meet(one, other):
    """Whether the one, asked about, is compared with the other at all."""
    asked = {made for each in clean(one) for _, made, _ in keys_asked(each)}
    return any(made in asked for each in clean(other) for _, made in keys_of(each))


# -- who must not be taken for one ------------------------------------------------------------------------------------


UNLIKE_TWINS = [
    ("Amina Hussain", "Zainab Hussain"),
    ("Jack Ashworth", "Oliver Ashworth"),
    ("Taiwo Adeyemi", "Kehinde Adeyemi"),
    ("Zofia Nowak", "Maja Nowak"),
    ("Harpreet Kaur Gill", "Jasleen Kaur Gill"),
    ("Mia Smith-Jones", "Isla Jones"),
]


@pytest.mark.parametrize(("one", "other"), UNLIKE_TWINS)
@pytest.mark.parametrize("numbers", [{}, {"nhs": NHS}])
def test_twins_with_unlike_first_names_are_never_very_probable(one, other, numbers):
    pair = weighed(told(one, "2021-03-09", HOME, **numbers), told(other, "2021-03-09", HOME, **numbers))
    assert pair.grade not in (MatchGrade.VERY_PROBABLE, *(() if numbers else LIKELY))
    assert "twin" in pair.may_be


def test_twins_with_unlike_first_names_and_numbers_of_their_own_are_not_even_probable():
    pair = weighed(
        told("Amina Hussain", "2021-03-09", HOME, nhs=NHS), told("Zainab Hussain", "2021-03-09", HOME, nhs=ANOTHER_NHS)
    )
    assert pair.grade not in LIKELY


def test_twins_with_names_almost_alike_are_told_apart_by_their_numbers():
    pair = weighed(
        told("Amina Hussain", "2021-03-09", HOME, nhs=NHS), told("Aminah Hussain", "2021-03-09", HOME, nhs=ANOTHER_NHS)
    )
    assert pair.grade not in LIKELY
    assert "numbers differ" in pair.may_be


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jack Ashworth", "John Ashworth"), ("Liam Ashworth", "William Ashworth"), ("Amina Zara Khan", "Zara Khan")],
)
def test_twins_whose_names_may_be_one_childs_are_never_very_probable_without_a_number(one, other):
    pair = weighed(told(one, "2021-03-09", HOME), told(other, "2021-03-09", HOME))
    assert pair.grade != MatchGrade.VERY_PROBABLE
    assert "twin" in pair.may_be
    with_number = weighed(told(one, "2021-03-09", HOME, nhs=NHS), told(other, "2021-03-09", HOME, nhs=NHS))
    assert with_number.grade == MatchGrade.VERY_PROBABLE


def test_two_ways_to_write_one_name_are_no_twins():
    pair = weighed(told("Mohammed Hussain", "2021-03-09", HOME), told("Muhammad Hussein", "2021-03-09", HOME))
    assert (pair.grade, pair.may_be) == (MatchGrade.VERY_PROBABLE, "")


def test_a_brother_whose_birth_date_is_the_other_way_round_is_not_probable():
    pair = weighed(told("Jack Ashworth", "2019-03-05", HOME), told("Oliver Ashworth", "2019-05-03", HOME))
    assert pair.grade not in LIKELY


def test_brothers_and_sisters_of_one_household_are_said_to_be_that():
    pair = weighed(told("Jack Ashworth", "2019-03-05", HOME), told("Oliver Ashworth", "2021-08-11", HOME))
    assert pair.grade not in LIKELY
    assert pair.may_be == "a brother or sister"


def test_half_siblings_of_one_household_with_other_surnames_are_not_probable():
    pair = weighed(told("Jack Ashworth", "2019-03-05", HOME), told("Oliver Brennan", "2021-08-11", HOME))
    assert pair.grade not in LIKELY


@pytest.mark.parametrize("name", ["Mohammed Hussain", "Jack Ashworth", "Robin Mbeki"])
def test_a_parent_and_a_child_of_one_name_are_not_probable_and_are_said_to_be_that(name):
    pair = weighed(told(name, "1990-03-05", HOME), told(name, "2019-03-05", HOME))
    assert pair.grade not in LIKELY
    assert "parent" in pair.may_be


def test_an_nhs_number_that_is_equal_while_name_and_birth_date_disagree_is_a_conflict_for_a_person():
    pair = weighed(told("Amina Hussain", "2021-03-09", nhs=NHS), told("Jack Ashworth", "2014-11-30", nhs=NHS))
    assert pair.grade == MatchGrade.CONFLICT
    assert "mistake" in pair.may_be


def test_an_nhs_number_that_is_equal_is_no_conflict_while_either_name_or_birth_date_agrees():
    by_day = weighed(told("Amina Hussain", "2021-03-09", nhs=NHS), told("Jack Ashworth", "2021-03-09", nhs=NHS))
    by_name = weighed(told("Amina Hussain", "2021-03-09", nhs=NHS), told("Amina Hussain", "2014-11-30", nhs=NHS))
    assert MatchGrade.CONFLICT not in (by_day.grade, by_name.grade)


def test_nhs_numbers_that_differ_keep_one_name_and_birth_date_from_being_probable():
    pair = weighed(
        told("Amina Hussain", "2021-03-09", HOME, nhs=NHS), told("Amina Hussain", "2021-03-09", HOME, nhs=ANOTHER_NHS)
    )
    assert pair.grade not in LIKELY


def test_a_number_whose_check_digit_does_not_fit_counts_neither_for_nor_against():
    without = weighed(told("Amina Hussain", "2021-03-09"), told("Amina Hussain", "2021-03-09", nhs=NHS))
    wrong = weighed(told("Amina Hussain", "2021-03-09", nhs="9990000019"), told("Amina Hussain", "2021-03-09", nhs=NHS))
    assert wrong == without


def test_a_birthday_on_1_january_is_weak_evidence():
    given = weighed(told("Abdi Warsame", "2010-01-01"), told("Yusuf Farah", "2010-01-01"))
    other = weighed(told("Abdi Warsame", "2010-03-07"), told("Yusuf Farah", "2010-03-07"))
    assert given.weight < other.weight - 5
    assert given.labels["dob"] == "1 January"


def test_a_rare_name_in_common_says_more_than_a_common_one():
    rare = min(model().terms["surname"], key=model().terms["surname"].__getitem__).title()
    common = weighed(told("Robin Khan", "2021-03-09"), told("Robin Khan", "2021-03-09"))
    assert weighed(told(f"Robin {rare}", "2021-03-09"), told(f"Robin {rare}", "2021-03-09")).weight > common.weight + 4


@pytest.mark.parametrize("middle", ["Kaur", "Bibi"])
def test_a_word_half_a_community_bears_joins_nobody(middle):
    pair = weighed(told(f"Harpreet {middle} Gill", "2012-03-09"), told(f"Nasreen {middle} Malik", "2012-07-01"))
    assert pair.labels["surname"] == "unlike"


# -- who must not be missed -------------------------------------------------------------------------------------------

WRITTEN_OTHERWISE = [
    ("Mohammed Hussain", "Muhammad Hussein"),
    ("Mohammed Yusuf Ali", "Maxamed Yuusuf Cali"),
    ("Katarzyna Kowalska", "Kasia Kowalski"),
    ("Agnieszka Wiśniewska", "Agnieszka Wisniewski"),
    ("Nguyen Van Minh", "Minh Nguyen"),
    ("Chan Siu-Ling", "Siu Ling Chan"),
    ("Zeynep Öztürk", "Zainab Ozturk"),
    ("Layla Al-Khatib", "Laila Elkhatib"),
    ("Amelia Smith-Jones", "Amelia Jones"),
    ("Maria Ferreira Costa", "Maria Ferreira"),
    ("Harpreet Kaur", "Harpreet Kaur Gill"),
    ("Siobhán O’Brien", "Siobhan OBrien"),
    ("Ștefan Lăcătuș", "Stefan Lacatus"),
    ("Oluwaseun Adeyemi", "Seun Adeyemi"),
    ("Kwame Boateng", "Kwame Boatang"),
    ("Prince", "Prince"),
    ("Иван Петров", "Ivan Petrov"),
]


@pytest.mark.parametrize(("one", "other"), WRITTEN_OTHERWISE)
def test_one_name_written_otherwise_is_found_by_its_birth_date_and_by_its_address(one, other):
    by_day, by_home = told(one, "2021-03-09"), told(one, "", HOME)
    assert meet(by_day, told(other, "2021-03-09"))
    assert meet(by_home, told(other, "2019-01-30", HOME)) or "Seun" in other
    pair = weighed(told(one, "2021-03-09", HOME), told(other, "2021-03-09", HOME))
    assert pair.grade != MatchGrade.UNLIKELY


def test_a_newborn_without_a_name_is_found_by_surname_and_birth_date():
    named, newborn = told("Robin Ashdown", "2026-12-20", HOME), told("Baby Ashdown", "2026-12-20", HOME)
    assert meet(newborn, named)
    assert weighed(newborn, named).grade != MatchGrade.UNLIKELY
    assert weighed(newborn, named).labels["forename"] == "nothing"


def test_a_child_of_whom_only_a_first_name_and_an_age_are_told_is_found_under_another_surname():
    told_of, on_record = told("Robin M.", "2024..2025"), told("Robin Ashdown", "2024-05-17")
    assert meet(told_of, on_record)
    assert weighed(told_of, on_record).labels["dob"] == "may be"


@pytest.mark.parametrize(
    ("one", "other", "compared"),
    [
        ("Robin M.", "Robin Marsh", "same"),
        ("Robin M", "Robin Smith-Marsh", "same"),
        ("Robin M.", "Robin M.", "same"),
        ("Robin Ł.", "Robin Lipa", "same"),
        ("Robin M.", "Robin Ashdown", "unlike"),
        ("Robin M.", "Robin", "nothing"),
        ("Robin Marsh", "Robin Ashdown", "nothing"),
    ],
)
def test_a_surname_of_which_only_a_letter_was_said_is_compared_by_it_and_is_no_part_of_the_weight(one, other, compared):
    for pair in (weighed(told(one), told(other)), weighed(told(other), told(one))):
        assert pair.labels["initial"] == compared
        assert pair.weight == pytest.approx(model().prior + sum(step.bits for step in pair.steps))


def test_a_letter_in_common_makes_nobody_probable_and_another_letter_takes_a_little_away():
    for born in ("2021-03-09", "2020..2021"):
        same, another = (
            weighed(told("Robin M.", born, HOME), told(name, born, HOME)) for name in ("Robin Marsh", "Robin Ashdown")
        )
        unsaid = weighed(told("Robin", born, HOME), told("Robin Marsh", born, HOME))
        assert same.grade == unsaid.grade
        assert same.weight == another.weight == unsaid.weight
    assert _with_initial(3.0, {"initial": "same"}) == POSSIBLE
    assert _with_initial(13.0, {"initial": "same"}) == 13.0
    assert _with_initial(5.0, {"initial": "unlike"}) == 3.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("Robin M.", "2024..2025"), told("Robin Ashdown", "2024-05-17")),
        (told("Robin Mbeki", "2024..2025"), told("Robin Ashdown", "2024-05-17")),
        (told("Zac", "2023..2024"), told("Zachary Penrose", "2022..2023")),
        (told("Mohammed", "2023..2024"), told("Muhammad Khan", "2024-01-30")),
    ],
)
def test_of_somebody_known_in_part_with_whom_all_that_is_known_agrees_it_is_never_said_that_it_is_not_likely(
    one, other
):
    assert weighed(one, other).grade == weighed(other, one).grade == MatchGrade.POSSIBLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("Zac", "2023..2024"), told("Robin Penrose", "2023-05-17")),
        (told("Zac", "2023..2024"), told("Zac Penrose", "2012-05-17")),
        (told("Zac"), told("Zac Penrose", "2012-05-17")),
        (told("Zac", "2023..2024", sex=Sex.MALE), told("Zac Penrose", "2023-05-17", sex=Sex.FEMALE)),
        (told("Zac", "2023..2024", "SW1A 1AA"), told("Zac Penrose", "2023-05-17", HOME)),
        (told("Zac", "2023..2024", nhs=NHS), told("Zac Penrose", "2023-05-17", nhs=ANOTHER_NHS)),
        (told("Zac Lee M.", "2023..2024"), told("Zac Ahmed Penrose", "2023-05-17")),
    ],
)
def test_where_anything_but_a_surname_speaks_against_it_or_no_age_is_known_the_weight_alone_says_how_likely(one, other):
    pair = weighed(one, other)
    assert pair.grade == MatchGrade.UNLIKELY


@pytest.mark.parametrize("born", ["2021-03-09", "2021..2022"])
def test_what_is_known_in_part_makes_nobody_more_than_possible_that_the_weight_does_not(born):
    assert weighed(told("Robin", "2021..2022"), told("Robin Ashdown", born)).grade == MatchGrade.POSSIBLE


def test_an_age_that_cannot_be_right_speaks_against():
    assert weighed(told("Robin", "2024..2025"), told("Robin Ashdown", "2012-05-17")).labels["dob"] == "apart"


@pytest.mark.parametrize(
    ("born", "level"),
    [
        ("2021-09-03", "swapped"),
        ("2021-03-19", "one digit"),
        ("2020-03-09", "one digit"),
        ("2021-03-27", "half"),
        ("2021-11-30", "year"),
        ("2011-12-25", "unlike"),
    ],
)
def test_a_birth_date_that_was_mistaken_is_compared_by_how(born, level):
    assert weighed(told("Robin Ashdown", "2021-03-09"), told("Robin Ashdown", born)).labels["dob"] == level


def test_day_and_month_the_other_way_round_are_found():
    assert meet(told("Robin Ashdown", "2021-03-09"), told("Zara Malik", "2021-09-03", HOME)) is False
    assert meet(told("Robin Ashdown", "2021-03-09", HOME), told("Rob", "2021-09-03", HOME))


def test_a_first_name_that_is_only_an_initial_agrees_with_nothing_and_disagrees_with_nothing():
    assert weighed(told("K. Dunn", "1990-03-09"), told("Kyle Dunn", "1990-03-09")).labels["forename"] == "nothing"


def test_the_other_sex_on_record_speaks_against_but_hides_nobody():
    one = told("Robin Ashdown", "2021-03-09", HOME, sex=Sex.MALE)
    assert weighed(one, told("Robin Ashdown", "2021-03-09", HOME, sex=Sex.FEMALE)).grade in LIKELY


def test_an_unborn_child_is_looked_for_round_the_day_it_is_expected():
    from datetime import date

    from kith.people.matching.cleaning.clean import Said

    (unborn,) = clean(Said(names=("Baby Ashdown",), expected_on=date(2026, 12, 20)))
    assert unborn.dob is None
    assert unborn.born_from < "2026-12-01" < "2026-12-24" < unborn.born_until
