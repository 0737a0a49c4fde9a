"""The closed list of conditions that a model may compare by: each in SQL as Splink runs it, and as Python reads it.

The two must say the same of every pair. A model with a condition that is not here is refused when it is read, never
guessed at. Jaro-Winkler is DuckDB's and rapidfuzz's, which agree; Spark's own counts otherwise and is not used.
"""

from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from kith.people.matching.cleaning.clean import Claimed

Predicate = Callable[[Claimed, Claimed], bool]


@lru_cache(maxsize=65_536)
def alike(left: str, right: str) -> float:
    return JaroWinkler.similarity(left, right)


def _place(column: str) -> int:
    return Claimed._fields.index(column)


def _unknown(column: str) -> str:
    return f'"{column}_l" IS NULL OR "{column}_r" IS NULL'


def _same(column: str) -> tuple[str, Predicate]:
    at = _place(column)

    def are_same(left: Claimed, right: Claimed) -> bool:
        return left[at] is not None and left[at] == right[at]

    return f'"{column}_l" = "{column}_r"', are_same


def _share(column: str) -> tuple[str, Predicate]:
    at = _place(column)

    def have_one_in_common(left: Claimed, right: Claimed) -> bool:
        mine, theirs = left[at], right[at]
        return isinstance(mine, tuple) and isinstance(theirs, tuple) and any(map(theirs.__contains__, mine))

    return f'list_has_any("{column}_l", "{column}_r")', have_one_in_common


def _alike(column: str, least: float) -> tuple[str, Predicate]:
    def are_alike(left: Claimed, right: Claimed) -> bool:
        mine, theirs = getattr(left, column), getattr(right, column)
        return mine is not None and theirs is not None and alike(mine, theirs) >= least

    return f'jaro_winkler_similarity("{column}_l", "{column}_r") >= {least}', are_alike


def _begin(column: str, first: int, length: int) -> tuple[str, Predicate]:
    span = slice(first - 1, first - 1 + length)

    def are_same_there(left: Claimed, right: Claimed) -> bool:
        mine, theirs = getattr(left, column), getattr(right, column)
        return mine is not None and theirs is not None and mine[span] == theirs[span]

    return f'substr("{column}_l", {first}, {length}) = substr("{column}_r", {first}, {length})', are_same_there


def _names_are_swapped(left: Claimed, right: Claimed) -> bool:
    return (
        left.forename is not None
        and right.forename is not None
        and left.forename in (right.surname_parts or ())
        and right.forename in (left.surname_parts or ())
    )


def _first_is_the_others_middle(left: Claimed, right: Claimed) -> bool:
    return (left.forename is not None and left.forename == right.middle) or (
        left.middle is not None and left.middle == right.forename
    )


def _shares_a_later_name(left: Claimed, right: Claimed) -> bool:
    return bool(
        (left.surname_parts and right.later_names and any(one in right.later_names for one in left.surname_parts))
        or (left.later_names and right.surname_parts and any(one in left.later_names for one in right.surname_parts))
    )


def _was_born_on_1_january(left: Claimed, right: Claimed) -> bool:
    return left.dob is not None and left.dob == right.dob and left.dob[5:] == "01-01"


def _day_of_either_is_unknown(left: Claimed, right: Claimed) -> bool:
    return left.dob is None or right.dob is None


def _may_be_born_together(left: Claimed, right: Claimed) -> bool:
    if left.born_from is None or right.born_from is None or left.born_until is None or right.born_until is None:
        return False
    unknown = _day_of_either_is_unknown(left, right)
    return unknown and left.born_from <= right.born_until and right.born_from <= left.born_until


def _day_and_month_are_swapped(left: Claimed, right: Claimed) -> bool:
    return left.dob is not None and left.dob_swapped == right.dob


def _day_differs_by_one_digit(left: Claimed, right: Claimed) -> bool:
    return left.dob is not None and right.dob is not None and Levenshtein.distance(left.dob, right.dob) <= 1


def _half_of_the_day_agrees(left: Claimed, right: Claimed) -> bool:
    if left.dob is None or right.dob is None:
        return False
    return left.dob[:7] == right.dob[:7] or left.dob[5:] == right.dob[5:]


def _sound_alike(left: Claimed, right: Claimed) -> bool:
    return left.surname is not None and left.surname_sound == right.surname_sound


#: Where nothing can be compared: the condition, and the place of the column that either lacks.
NOTHING: dict[str, int] = {
    _unknown(column): _place(column)
    for column in ("forename", "surname", "middle", "born_from", "sex", "postcodes", "nhs", "upn")
}
ONE_DIGIT = 'levenshtein("dob_l", "dob_r") <= 1'
VOCABULARY: dict[str, Predicate] = dict(
    (
        *(_same(column) for column in ("forename", "forename_root", "surname", "middle", "dob", "sex", "nhs", "upn")),
        *(_share(column) for column in ("postcodes", "sectors", "outcodes")),
        (
            'list_has_any("surname_parts_l", "later_names_r") OR list_has_any("later_names_l", "surname_parts_r")',
            _shares_a_later_name,
        ),
        *(_alike(column, least) for column in ("forename", "surname") for least in (0.92, 0.85)),
        _begin("middle", 1, 1),
        _begin("dob", 1, 4),
        ('"surname_sound_l" = "surname_sound_r"', _sound_alike),
        ('list_contains("surname_parts_r", "forename_l") AND list_contains("surname_parts_l", "forename_r")', _names_are_swapped),
        ('"forename_l" = "middle_r" OR "middle_l" = "forename_r"', _first_is_the_others_middle),
        ('"dob_l" = "dob_r" AND substr("dob_l", 6, 5) = \'01-01\'', _was_born_on_1_january),
        (
            '("dob_l" IS NULL OR "dob_r" IS NULL) AND "born_from_l" <= "born_until_r" AND "born_from_r" <= "born_until_l"',
            _may_be_born_together,
        ),
        ('"dob_l" IS NULL OR "dob_r" IS NULL', _day_of_either_is_unknown),
        ('"dob_swapped_l" = "dob_r"', _day_and_month_are_swapped),
        (ONE_DIGIT, _day_differs_by_one_digit),
        (
            'substr("dob_l", 1, 7) = substr("dob_r", 1, 7) OR substr("dob_l", 6, 5) = substr("dob_r", 6, 5)',
            _half_of_the_day_agrees,
        ),
        ("ELSE", lambda left, right: True),
    )
)  # fmt: skip
