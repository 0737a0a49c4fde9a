"""Finding and weighing every pair that may be one person, in batch. The keys are those of the search, as DuckDB joins them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import duckdb

from kith.people.matching.batch.splink_on_duckdb import weigh

#: A key that more rows share than this is left out of a batch, and counted: its pairs grow with the square of them (ours).
COMMON = 120
_DAY = "dob[1:4] || least(dob[6:7], dob[9:10]) || greatest(dob[6:7], dob[9:10])"
#: What two rows must share, each as a key that is null where nothing is known; and the lists it takes apart.
KEYS: tuple[tuple[str, str], ...] = (
    ("nhs", "claimed"),
    ("upn", "claimed"),
    (f"{_DAY} || postcode", "claimed, unnest(postcodes) AS p (postcode)"),
    (f"{_DAY} || outcode", "claimed, unnest(outcodes) AS o (outcode)"),
    (f"{_DAY} || heard", "claimed, unnest(sounds) AS s (heard)"),
    (f"{_DAY} || forename[1:2] || surname[1:2]", "claimed"),
    ("born_from[1:4] || two", "claimed, unnest(sound_pairs) AS s (two)"),
    ("dob[6:10] || two", "claimed, unnest(sound_pairs) AS s (two)"),
    ("postcode || heard", "claimed, unnest(postcodes) AS p (postcode), unnest(sounds) AS s (heard)"),
    ("outcode || two", "claimed, unnest(outcodes) AS o (outcode), unnest(sound_pairs) AS s (two)"),
    ("born_from[1:4] || forename[1:3] || surname[1:3]", "claimed"),
)
#: Keys that only a small file can bear: their pairs grow with the square of it, and find little that the others do not.
SMALL = 20_000
KEYS_OF_A_SMALL_FILE: tuple[tuple[str, str], ...] = (
    ("sector || heard", "claimed, unnest(sectors) AS o (sector), unnest(sounds) AS s (heard)"),
    ("two", "claimed, unnest(sound_pairs) AS s (two)"),
)


def find_pairs(
    connection: duckdb.DuckDBPyConnection, say: Callable[[str], None] = lambda line: None
) -> tuple[int, int]:
    """Make the table `asked` of pairs that share a key. How many there are, and how many keys were too common."""
    connection.execute("CREATE OR REPLACE TABLE keyed (key UBIGINT, unique_id BIGINT)")
    (rows,) = connection.execute("SELECT count(*) FROM claimed").fetchall()[0]
    for number, (key, among) in enumerate((*KEYS, *(KEYS_OF_A_SMALL_FILE if rows <= SMALL else ()))):
        connection.execute(
            f"INSERT INTO keyed SELECT DISTINCT hash({number}, {key}), unique_id FROM {among} WHERE {key} IS NOT NULL"
        )
    say("keys are made")
    connection.execute(
        "CREATE OR REPLACE TABLE shared AS SELECT key, count(*) AS many FROM keyed GROUP BY key HAVING count(*) > 1"
    )
    connection.execute(
        "CREATE OR REPLACE TABLE asked AS SELECT DISTINCT l.unique_id AS a, r.unique_id AS b FROM shared s "
        f"JOIN keyed l USING (key) JOIN keyed r USING (key) WHERE s.many <= {COMMON} AND l.unique_id < r.unique_id"
    )
    (pairs,) = connection.execute("SELECT count(*) FROM asked").fetchall()[0]
    (common,) = connection.execute(f"SELECT count(*) FROM shared WHERE many > {COMMON}").fetchall()[0]
    connection.execute("DROP TABLE keyed; DROP TABLE shared")
    say(f"{pairs:,} pairs share a key; {common:,} keys were too common")
    return pairs, common


def predict(
    connection: duckdb.DuckDBPyConnection,
    settings: dict[str, Any],
    terms: dict[str, dict[str, float]],
    *,
    least: float,
    say: Callable[[str], None] = lambda line: None,
) -> Iterator[tuple[int, int, float]]:
    """Every pair of rows of `claimed` that weighs at least so many bits: both numbers, the smaller first, and the weight."""
    find_pairs(connection, say)
    table = weigh(connection, settings, terms, "asked", least=least)
    found = connection.execute(
        f"SELECT unique_id_l, unique_id_r, match_weight FROM {table} ORDER BY match_weight DESC, unique_id_l, unique_id_r"
    )
    while rows := found.fetchmany(10_000):
        yield from rows
