"""Learning a model: how often pairs that are one person agree, and how often strangers do, field by field.

Agreement of one person's records is learnt only from pairs whose NHS numbers are equal; learnt from all pairs it is
spoilt by strangers of common names (tried: best F1 .936 instead of .966). Numbers themselves are set by hand.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from kith.people.matching.batch.design import ONE_IN_A_MILLION, TERMS, design
from kith.people.matching.batch.splink_on_duckdb import linker
from kith.people.matching.cleaning.clean import CLEANING
from kith.people.matching.keys import VERSION
from kith.people.matching.scorer import FILES, digest_of

#: A name borne by fewer than this many of the rows learnt from counts as one never met.
MET = 5
#: The least an agreement or a disagreement may come to: of what was never seen in learning nothing is certain.
LEAST = 1e-7


def learn(
    connection: duckdb.DuckDBPyConnection,
    *,
    begin_with: dict[str, Any] | None = None,
    then_among: tuple[str, ...] = (),
    pairs_of_strangers: float = 2e7,
    seed: int = 1,
    say: Callable[[str], None] = lambda line: None,
) -> tuple[dict[str, Any], dict[str, dict[str, float]]]:
    """A model in Splink's format, and the shares of names, from the table `claimed`.

    Begins with the design, or another; what it sets by hand stays. `then_among` are further conditions of pairs to learn
    from, for what pairs of equal numbers cannot teach: the numbers themselves.
    """
    terms = {column: _shares(connection, column) for column in TERMS}
    made = linker(connection, begin_with or design(), terms)
    say("strangers: how often they agree")
    made.training.estimate_u_using_random_sampling(max_pairs=pairs_of_strangers, seed=seed)
    say("one person: how often two records agree, among those with equal NHS numbers")
    for condition in ("l.nhs = r.nhs", *then_among):
        made.training.estimate_parameters_using_expectation_maximisation(
            condition, estimate_without_term_frequencies=True
        )
    settings = made.misc.save_model_to_json()
    settings["probability_two_random_records_match"] = ONE_IN_A_MILLION
    settings.pop("linker_uid", None)
    return _whole(settings), terms


def save(
    folder: Path, settings: dict[str, Any], terms: dict[str, dict[str, float]], *, version: str, learnt_from: str
) -> None:
    """Write a model's three files. `learnt_from` says from what, in words."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = (f"{column}\t{word}\t{share!r}\n" for column in TERMS for word, share in sorted(terms[column].items()))
    (folder / "model.json").write_text(json.dumps(settings, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "terms.tsv").write_text("".join(lines), encoding="utf-8")
    made = {
        "version": version,
        "cleaning": CLEANING,
        "keys": VERSION,
        "learnt_from": learnt_from,
        "digests": {file: digest_of((folder / file).read_bytes()) for file in FILES},
    }
    (folder / "made.json").write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _shares(connection: duckdb.DuckDBPyConnection, column: str) -> dict[str, float]:
    found = connection.execute(
        f"SELECT {column}, count(*) / (SELECT count({column}) FROM claimed) FROM claimed WHERE {column} IS NOT NULL "
        f"GROUP BY 1 HAVING count(*) >= {MET} ORDER BY 1"
    ).fetchall()
    return {word: float(f"{share:.6g}") for word, share in found}


def _whole(settings: dict[str, Any]) -> dict[str, Any]:
    """Every level with numbers, none of them nought: what learning never met is rare, not impossible."""
    for comparison in settings["comparisons"]:
        for level in comparison["comparison_levels"]:
            if level.get("is_null_level") or level.get("fix_u_probability"):
                continue
            for chance in ("m_probability", "u_probability"):
                learnt = level.get(chance)
                level[chance] = max(float(f"{learnt:.8g}"), LEAST) if isinstance(learnt, float) else LEAST
    return settings
