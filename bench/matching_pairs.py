"""Pairs in batch: how many of those called one person are, and how many that are one person are called so."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Any

import duckdb
import pyarrow as pa

from bench.in_turn import few_at_a_time
from bench.population.errors import as_held, mixed
from bench.population.families import Someone, population
from kith.people.matching.batch.splink_on_duckdb import connected, fill, table_of, weigh
from kith.people.matching.cleaning.clean import Claimed, clean
from kith.people.matching.grades import POSSIBLE, PROBABLE, VERY_PROBABLE
from kith.people.matching.grades import weigh as graded
from kith.people.matching.scorer import model, settings
from kith.vocabulary import MatchGrade

AT_ONCE = 20_000
#: How many are told of twice.
TWICE = 0.25
GRADES = (MatchGrade.VERY_PROBABLE, MatchGrade.PROBABLE, MatchGrade.POSSIBLE)

Row = tuple[int, Claimed]


def rows(size: int, *, seed: int) -> Iterator[tuple[Someone, list[Row]]]:
    """Everybody as held, and every fourth told of again by somebody else. A row's number is twice the person's, or one more."""
    chance = random.Random(seed)
    for one in population(size, seed=seed):
        (held,) = clean(as_held(one).said())
        told = [(one.number * 2, held)]
        if chance.random() < TWICE:
            told.append((one.number * 2 + 1, clean(mixed(one, chance).said())[0]))
        yield one, told


def table(size: int, *, seed: int) -> tuple[duckdb.DuckDBPyConnection, int]:
    """A DuckDB with the table `claimed` of so many people, and how many were told of twice."""
    connection = connected()
    twice = 0

    def parts() -> Iterator[pa.Table]:
        nonlocal twice
        with ProcessPoolExecutor(2) as workers:
            for part, many in few_at_a_time(workers, _part, _told(size, seed)):
                twice += many
                yield part

    fill(connection, parts())
    return connection, twice


def _told(size: int, seed: int) -> Iterator[list[tuple[Any, Any]]]:
    chance = random.Random(seed)
    people = (
        (as_held(one).said(), mixed(one, chance).said() if chance.random() < TWICE else None)
        for one in population(size, seed=seed)
    )
    number = 0
    while some := list(islice(people, AT_ONCE)):
        yield [((number + at) * 2, pair) for at, pair in enumerate(some)]
        number += len(some)


def _part(told: list[tuple[int, tuple[Any, Any]]]) -> tuple[pa.Table, int]:
    made = [(number, clean(held)[0]) for number, (held, _) in told]
    again = [(number + 1, clean(other)[0]) for number, (_, other) in told if other is not None]
    return table_of((*made, *again)), len(again)


@dataclass(frozen=True)
class Judged:
    """Of the pairs at a grade or above it: how many are one person, how many not and who those are, and how many there are."""

    grade: MatchGrade
    right: int
    wrong: Counter[str]
    true: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + sum(self.wrong.values()))

    @property
    def recall(self) -> float:
        return self.right / max(1, self.true)


def judge(
    size: int, *, seed: int, say: Callable[[str], None] = print
) -> tuple[list[Judged], dict[float, tuple[int, int]], int]:
    """Match a population in batch. By grade (twins and others held apart), and by weight alone; and how many are one person."""
    from kith.people.matching.batch.predict import predict

    people: dict[int, Someone] = {}
    claimed: dict[int, Claimed] = {}
    for one, told in rows(size, seed=seed):
        people[one.number] = one
        claimed.update(told)
    true = len(claimed) - len(people)
    connection = connected()
    fill(connection, [table_of(claimed.items())])
    right: Counter[MatchGrade] = Counter()
    wrong: dict[MatchGrade, Counter[str]] = {grade: Counter() for grade in GRADES}
    by_weight: dict[float, list[int]] = {bits: [0, 0] for bits in (POSSIBLE, 8.0, PROBABLE, VERY_PROBABLE)}
    for a, b, weight in predict(connection, settings(), model().terms, least=POSSIBLE, say=say):
        is_one = a // 2 == b // 2
        for bits, counts in by_weight.items():
            counts[0 if is_one else 1] += weight >= bits
        grade = graded(model(), claimed[a], claimed[b]).grade
        for at in GRADES[GRADES.index(grade) :] if grade in GRADES else ():
            if is_one:
                right[at] += 1
            else:
                wrong[at][_who(people[a // 2], people[b // 2])] += 1
    judged = [Judged(grade, right[grade], wrong[grade], true) for grade in GRADES]
    return judged, {bits: (good, bad) for bits, (good, bad) in by_weight.items()}, true


def _who(one: Someone, other: Someone) -> str:
    if one.household != other.household:
        return "strangers"
    if one.born == other.born:
        return "twins"
    return "one household"


def parity(many: int, *, seed: int) -> tuple[int, float]:
    """How many pairs were weighed by Splink and by the scorer, and how far apart the furthest two weights are, in bits."""
    from kith.people.matching.batch.predict import find_pairs

    size = max(200, many)
    claimed = {number: one for _, told in rows(size, seed=seed) for number, one in told}
    connection = connected()
    fill(connection, [table_of(claimed.items())])
    find_pairs(connection)
    connection.execute(f"CREATE OR REPLACE TABLE asked AS SELECT * FROM asked ORDER BY hash(a, b) LIMIT {many}")
    name = weigh(connection, settings(), model().terms, "asked")
    pairs = connection.execute(f"SELECT unique_id_l, unique_id_r, match_weight FROM {name}").fetchall()
    apart = max(abs(model().weight(claimed[a], claimed[b]) - weight) for a, b, weight in pairs)
    return len(pairs), apart
