"""What a model compares, before anything is learnt: the comparisons, their levels from most alike to least, and what is set by hand.

A level's label is the word that grades and reasons read. Numbers set by hand are ours unless they say otherwise.
"""

from typing import Any

#: Odds before anything is compared: one in a million people. Set by hand, so that grades mean the same everywhere.
ONE_IN_A_MILLION = 1e-6

#: Two names swapped are one likeness: the first name's comparison counts it, and the surname's does not again.
COUNTED_ALREADY = (0.014, 0.014)

#: For each comparison, its levels: label, condition (of the closed list), and m and u where they are set by hand.
#: Numbers are set by hand because pairs are learnt from among those whose NHS numbers are equal.
LEVELS: dict[str, list[tuple[str, str, tuple[float, float] | None]]] = {
    "forename": [
        ("same", '"forename_l" = "forename_r"', None),
        ("written another way", '"forename_root_l" = "forename_root_r"', None),
        (
            "swapped",
            'list_contains("surname_parts_r", "forename_l") AND list_contains("surname_parts_l", "forename_r")',
            None,
        ),
        ("middle", '"forename_l" = "middle_r" OR "middle_l" = "forename_r"', None),
        ("nearly the same", 'jaro_winkler_similarity("forename_l", "forename_r") >= 0.92', None),
        ("alike", 'jaro_winkler_similarity("forename_l", "forename_r") >= 0.85', None),
        ("unlike", "ELSE", None),
    ],
    "middle": [
        ("same", '"middle_l" = "middle_r"', None),
        ("initial", 'substr("middle_l", 1, 1) = substr("middle_r", 1, 1)', None),
        ("unlike", "ELSE", None),
    ],
    "surname": [
        ("same", '"surname_l" = "surname_r"', None),
        (
            "part",
            'list_has_any("surname_parts_l", "later_names_r") OR list_has_any("later_names_l", "surname_parts_r")',
            None,
        ),
        (
            "swapped",
            'list_contains("surname_parts_r", "forename_l") AND list_contains("surname_parts_l", "forename_r")',
            COUNTED_ALREADY,
        ),
        ("nearly the same", 'jaro_winkler_similarity("surname_l", "surname_r") >= 0.92', None),
        ("sounds alike", '"surname_sound_l" = "surname_sound_r"', None),
        ("alike", 'jaro_winkler_similarity("surname_l", "surname_r") >= 0.85', None),
        ("unlike", "ELSE", None),
    ],
    "dob": [
        ("1 January", '"dob_l" = "dob_r" AND substr("dob_l", 6, 5) = \'01-01\'', (0.01, 0.0005)),
        ("same", '"dob_l" = "dob_r"', None),
        (
            "may be",
            '("dob_l" IS NULL OR "dob_r" IS NULL) AND "born_from_l" <= "born_until_r" AND "born_from_r" <= "born_until_l"',
            (0.97, 0.12),
        ),
        ("apart", '"dob_l" IS NULL OR "dob_r" IS NULL', (0.03, 0.88)),
        ("swapped", '"dob_swapped_l" = "dob_r"', None),
        ("one digit", 'levenshtein("dob_l", "dob_r") <= 1', None),
        (
            "half",
            'substr("dob_l", 1, 7) = substr("dob_r", 1, 7) OR substr("dob_l", 6, 5) = substr("dob_r", 6, 5)',
            None,
        ),
        ("year", 'substr("dob_l", 1, 4) = substr("dob_r", 1, 4)', None),
        ("unlike", "ELSE", None),
    ],
    "sex": [("same", '"sex_l" = "sex_r"', (0.99, 0.5)), ("unlike", "ELSE", (0.01, 0.5))],
    "postcode": [
        ("same", 'list_has_any("postcodes_l", "postcodes_r")', None),
        ("streets", 'list_has_any("sectors_l", "sectors_r")', None),
        ("district", 'list_has_any("outcodes_l", "outcodes_r")', None),
        ("unlike", "ELSE", None),
    ],
    "nhs": [("same", '"nhs_l" = "nhs_r"', (0.985, 1e-9)), ("unlike", "ELSE", (0.005, 1.0 - 1e-9))],
    "upn": [("same", '"upn_l" = "upn_r"', (0.98, 1e-9)), ("unlike", "ELSE", (0.2, 1.0 - 1e-9))],
}
#: The column whose absence means there is nothing to compare, where it is not the comparison's own name.
ABSENT = {"dob": "born_from", "postcode": "postcodes"}
#: The columns of which a rare value in common says more.
TERMS = ("forename", "surname")


def design() -> dict[str, Any]:
    """A model of which nothing is learnt yet, in Splink's format."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": ONE_IN_A_MILLION,
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
        "blocking_rules_to_generate_predictions": [],
        "comparisons": [_comparison(name, levels) for name, levels in LEVELS.items()],
    }


def _comparison(name: str, levels: list[tuple[str, str, tuple[float, float] | None]]) -> dict[str, Any]:
    absent = ABSENT.get(name, name)
    nothing = {
        "sql_condition": f'"{absent}_l" IS NULL OR "{absent}_r" IS NULL',
        "label_for_charts": "nothing",
        "is_null_level": True,
    }
    return {
        "output_column_name": name,
        "comparison_description": name,
        "comparison_levels": [nothing, *(_level(name, *one) for one in levels)],
    }


def _level(name: str, label: str, condition: str, by_hand: tuple[float, float] | None) -> dict[str, Any]:
    level: dict[str, Any] = {"sql_condition": condition, "label_for_charts": label}
    if by_hand:
        level |= {"m_probability": by_hand[0], "u_probability": by_hand[1]}
        level |= {"fix_m_probability": True, "fix_u_probability": True}
    if label == "same" and name in TERMS:
        level["tf_adjustment_column"] = name
    return level
