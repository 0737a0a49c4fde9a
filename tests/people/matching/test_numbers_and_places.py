"""Numbers whose check fits, and postcodes that can be one; all else is kept as typed and compared with nothing."""

import pytest

from kith.people.matching.cleaning import numbers, places


@pytest.mark.parametrize("written", ["943 476 5919", "9434765919", " 943-476-5919 "])
def test_an_nhs_number_whose_check_digit_fits_is_read(written):
    assert numbers.nhs_number(written) == "9434765919"


@pytest.mark.parametrize(
    "written", ["943 476 5918", "9434765991", "943476591", "94347659190", "ABCDEFGHIJ", "", "0000000000", "٩٤٣٤٧٦٥٩١٩"]
)
def test_an_nhs_number_that_cannot_be_right_is_compared_with_nothing(written):
    assert numbers.nhs_number(written) is None


def test_an_nhs_number_whose_check_would_be_ten_is_nobodys():
    nine = next(
        f"99900{four:04d}"
        for four in range(10_000)
        if (11 - sum(int(d) * w for d, w in zip(f"99900{four:04d}", range(10, 1, -1), strict=True)) % 11) == 10
    )
    assert not any(numbers.nhs_number(nine + str(last)) for last in range(10))


def test_any_one_digit_wrong_in_an_nhs_number_is_noticed():
    right = "9434765919"
    for at in range(10):
        for digit in "0123456789":
            if digit != right[at]:
                assert numbers.nhs_number(right[:at] + digit + right[at + 1 :]) is None


def test_a_unique_pupil_number_is_read_with_its_check_letter_and_a_temporary_one_is_told():
    digits = "823432112001"
    remainder = sum(int(d) * w for d, w in zip(digits, range(2, 14), strict=True)) % 23
    right = "ABCDEFGHJKLMNPQRTUVWXYZ"[remainder] + digits
    assert numbers.upn(right.lower()) == right
    assert any(numbers.upn(letter + digits[:-1] + "B") for letter in "ABCDEFGHJKLMNPQRTUVWXYZ"), "a temporary one"


@pytest.mark.parametrize("written", ["I823432112001", "A8234321120", "", "A82343211200I", "A823432112O01"])
def test_a_unique_pupil_number_that_cannot_be_right_is_compared_with_nothing(written):
    assert numbers.upn(written) is None


@pytest.mark.parametrize(
    ("written", "read"),
    [("m14 4aa", "M144AA"), ("SW1A 1AA", "SW1A1AA"), ("M14 OAA", "M140AA"), ("E1  6AN.", "E16AN")],
)
def test_a_postcode_is_read(written, read):
    assert places.postcode(written) == read


@pytest.mark.parametrize("written", ["", "Manchester", "M14", "ZZ99 3VZ", "ZZ99 3CZ", "M14 4A4", "12345"])
def test_what_is_no_place_is_compared_with_nothing(written):
    assert places.postcode(written) is None


def test_the_postcode_of_an_address_is_the_last_one_in_it():
    assert places.postcode_in("Flat 2, 14 Ash Lane, Northtown, N1 9GU") == "N19GU"
    assert places.postcode_in("moved from N1 9GU to M14 4AA last week") == "M144AA"
    assert places.postcode_in("behind the shop") is None
