"""Splink on DuckDB: rows in, pairs and their weights out. One process, as many threads as it is given."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import Any

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker

from kith.people.matching.batch.design import TERMS
from kith.people.matching.cleaning.clean import Claimed, pairs
from kith.people.matching.cleaning.names import sound

logging.getLogger("splink").setLevel(logging.ERROR)

_WORDS, _LISTS = pa.string(), pa.list_(pa.string())
_MANY = ("surname_parts", "later_names", "postcodes", "sectors", "outcodes", "sounds", "sound_pairs")
COLUMNS = (
    *(name for name in Claimed._fields if name != "name"),
    "dob_swapped",
    "surname_sound",
    "sounds",
    "sound_pairs",
)
SCHEMA = pa.schema([("unique_id", pa.int64()), *((name, _LISTS if name in _MANY else _WORDS) for name in COLUMNS)])
CHUNK = 50_000

Rows = Iterable[tuple[int, Claimed]]


def connected(*, threads: int = 2, gigabytes: float = 2, file: str = ":memory:") -> duckdb.DuckDBPyConnection:
    """A DuckDB that keeps to so many threads and so much memory, and spills what is more."""
    connection = duckdb.connect(file)
    connection.execute(
        f"SET threads = {threads}; SET memory_limit = '{gigabytes}GB'; SET preserve_insertion_order = false; SET enable_progress_bar = false"
    )
    return connection


def table_of(rows: Rows) -> pa.Table:
    """Rows as one table, with the sounds that batch finds its pairs by."""
    taken: dict[str, list[Any]] = {name: [] for name in ("unique_id", *COLUMNS)}
    for number, one in rows:
        heard = list(dict.fromkeys(sound(word) for word in one.name.words[:6]))
        lasts = one.name.family or one.name.given[1:]
        both = set(pairs({sound(word) for word in one.name.given[:2]}, {sound(word) for word in lasts[:3]}))
        row = {"unique_id": number, **one.as_row(), "sounds": heard or None, "sound_pairs": list(both) or None}
        for name, values in taken.items():
            values.append(row[name])
    return pa.Table.from_pydict(taken, schema=SCHEMA)


def chunks(rows: Rows, size: int = CHUNK) -> Iterator[list[tuple[int, Claimed]]]:
    taken: list[tuple[int, Claimed]] = []
    for row in rows:
        taken.append(row)
        if len(taken) == size:
            yield taken
            taken = []
    if taken:
        yield taken


def fill(connection: duckdb.DuckDBPyConnection, parts: Iterable[pa.Table], name: str = "claimed") -> None:
    """A table of rows, from tables of some each."""
    for number, part in enumerate(parts):
        connection.register("part", part)
        verb = f"INSERT INTO {name}" if number else f"CREATE TABLE {name} AS"
        connection.execute(f"{verb} SELECT * FROM part")
        connection.unregister("part")


def linker(
    connection: duckdb.DuckDBPyConnection,
    settings: dict[str, Any],
    terms: dict[str, dict[str, float]] | None = None,
    name: str = "claimed",
) -> Linker:
    """Splink with a model, on a table. With `terms` it takes these shares of names, never those of what it is given."""
    api = DuckDBAPI(connection=connection)
    made = Linker(api.register(name), settings, log_level=logging.ERROR)
    for column, shares in ((one, terms[one]) for one in TERMS) if terms else ():
        table = pa.table({column: list(shares), f"tf_{column}": list(shares.values())})
        made.table_management.register_term_frequency_lookup(api.register(table), column)
    return made


def weigh(
    connection: duckdb.DuckDBPyConnection,
    settings: dict[str, Any],
    terms: dict[str, dict[str, float]],
    pairs_asked: str,
    *,
    least: float | None = None,
) -> str:
    """The name of a table with what Splink says of the pairs (`a`, `b`) in a table: unique_id_l, _r and match_weight."""
    made = linker(connection, settings, terms)
    asked = connection.sql(f"SELECT 0 AS match_key, a AS join_key_l, b AS join_key_r FROM {pairs_asked}")
    made.table_management.register_blocked_pairs_for_predict(made._db_api.register(asked))
    return str(made.inference.predict(threshold_match_weight=least).physical_name)
