"""Looking for people among many: how long it takes beside one read by primary key, and whom it finds.

Nobody in it exists (`bench/population`). People are put in by COPY as the owner; every key is made by the code that
keeps keys in use, and each search is the one that screens make.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import Any
from uuid import UUID

import psycopg

from bench.figures import Figure
from bench.population.errors import Told, mixed, with_errors
from bench.population.families import Someone, population

AT_ONCE = 5_000
SEARCHES, HOUSEHOLDS = 1_500, 200
HOW = ("mixed", "one error", "two errors", "three errors")
#: The goals: of candidate recall by how people are told of (issue 4), and of time by how many people there are.
RECALL = {"mixed": 0.994, "one error": 1.0, "two errors": 0.998, "three errors": 0.80}
P95 = {1_000_000: 3.0, 5_000_000: 10.0}
TIMES_FLOOR, HOUSEHOLD_TIMES = 6.0, 3.0
WHEN = datetime(2026, 9, 1, tzinfo=UTC)


def id_of(number: int) -> UUID:
    """The id of an invented person, in no order: as ids of an import are."""
    return UUID(int=(number * 0x9E3779B97F4A7C15F39CC0605CEDC835) % (1 << 128))


def seed(owner_url: str, size: int, say: Callable[[str], None]) -> list[Someone]:
    """Put so many invented people in, with all their keys. Those to be looked for, at random, come back."""
    from kith.people import keyed

    chance = random.Random(11)
    looked_for: list[Someone] = []
    with psycopg.connect(owner_url) as owner:
        occasion = UUID(int=1)
        owner.execute(
            "INSERT INTO occasions_occasion (id, by_name, role, agency_name, through, purpose) "
            "VALUES (%s, 'A benchmark', 'unknown', '', 'import', 'recording')",
            [occasion],
        )
        owner.execute("ALTER TABLE people_matchkey DROP CONSTRAINT people_matchkey_pkey")
        done = 0
        with ProcessPoolExecutor() as workers:
            for some, codes in workers.map(_keyed, _chunks(population(size))):
                _copy(owner, some, codes, occasion)
                looked_for += chance.sample(some, max(1, len(some) * 8_000 // size)) if size > 8_000 else some
                done += len(some)
                if done % 100_000 < AT_ONCE:
                    say(f"{done:,} of {size:,} people in")
        say("indexing their keys")
        owner.execute("ALTER TABLE people_matchkey ADD PRIMARY KEY (key, person)")
        owner.execute("INSERT INTO people_keyedunder VALUES (%s, true)", [keyed.secret().fingerprint])
        owner.commit()
        owner.autocommit = True
        owner.execute("VACUUM ANALYZE")
    chance.shuffle(looked_for)
    return looked_for


def _chunks(people: Iterator[Someone]) -> Iterator[list[Someone]]:
    while some := list(islice(people, AT_ONCE)):
        yield some


def _keyed(some: list[Someone]) -> tuple[list[Someone], list[set[int]]]:
    from kith.people.keyed import codes_of

    return some, [codes_of(known(one)) for one in some]


def known(one: Someone) -> Any:
    """Somebody as the record knows them: a name and birth date, then an address with their numbers, then one before it."""
    from kith.people.known import Known, add_claim, add_person

    made = Known(id_of(one.number))
    add_person(made, one.name, one.sex, (one.born, one.born), None)
    for claim in _claims(one):
        add_claim(made, claim)
    return made


def _claims(one: Someone) -> Iterator[tuple[Any, ...]]:
    for at, code in enumerate(one.postcodes):
        numbers = ("", "") if at else (one.nhs, one.upn)
        yield "", "not_recorded", None, None, code, None, None, False, *numbers, False


def _copy(owner: psycopg.Connection, some: list[Someone], codes: list[set[int]], occasion: UUID) -> None:
    with owner.cursor() as cursor:
        with cursor.copy(
            "COPY people_person (id, name, identity, sex, born_from, born_until, stage_said, occasion_id, salt, digest) FROM STDIN"
        ) as rows:
            for one in some:
                rows.write_row(
                    (id_of(one.number), one.name, "known", one.sex, one.born, one.born, "not_known", occasion, "", "")
                )
        with cursor.copy(
            "COPY people_identityclaim (id, person_id, name, name_use, sex, address, is_protected, nhs_number, upn, "
            "occasion_id, salt, digest) FROM STDIN"
        ) as rows:
            for one in some:
                for at, (_, _, _, _, address, _, _, _, nhs, upn, _) in enumerate(_claims(one)):
                    id = UUID(int=id_of(one.number).int ^ (at + 1))
                    person = id_of(one.number)
                    rows.write_row(
                        (id, person, "", "not_said", "not_recorded", address, False, nhs, upn, occasion, "", "")
                    )
        with cursor.copy("COPY people_matchkey (key, person) FROM STDIN (FORMAT BINARY)") as rows:
            rows.set_types(("int8", "uuid"))
            for one, keys in zip(some, codes, strict=True):
                for code in keys:
                    rows.write_row((code, id_of(one.number)))


@dataclass
class Searched:
    """What searches of one kind came to: milliseconds of each, the floor's beside it, and whom they found."""

    how: str
    took: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    compared: list[int] = field(default_factory=list)
    among: int = 0
    shown: int = 0
    asked: int = 0
    by_culture: dict[str, list[int]] = field(default_factory=dict)

    def note(self, one: Someone, is_among: bool, is_shown: bool) -> None:
        self.asked += 1
        self.among += is_among
        self.shown += is_shown
        had = self.by_culture.setdefault(one.culture, [0, 0])
        had[0] += is_among
        had[1] += 1

    @property
    def recall(self) -> float:
        return self.among / self.asked


def told(how: str, one: Someone, chance: random.Random) -> Told:
    """How somebody is told of in a search of this kind."""
    return mixed(one, chance) if how == "mixed" else with_errors(one, HOW.index(how), chance)


def search(looked_for: list[Someone]) -> dict[str, Searched]:
    """Search for people in each way, a read by primary key beside every search."""
    from kith.people import search as looking
    from kith.people.matching.cleaning.clean import clean
    from kith.people.matching.keys import keys_asked

    chance = random.Random(5)
    found = {how: Searched(how) for how in HOW}
    _warm(looked_for[:200], chance)
    for one in looked_for[:SEARCHES]:
        for how, searched in found.items():
            said = told(how, one, chance).said()
            searched.floor.append(_timed(partial(_read_by_key, id_of(one.number)))[0])
            taken, answer = _timed(partial(looking.candidates, {"child": said}))
            searched.took.append(taken)
            searched.compared.append(answer.found["child"].compared)
            keys = {
                (looking.secret().code(made), 0): (key, most)
                for each in clean(said)
                for key, made, most in keys_asked(each)
            }
            among = id_of(one.number) in looking._looked_up(keys, frozenset())[0]
            is_shown = any(each.person == id_of(one.number) for each in answer.found["child"].candidates)
            searched.note(one, among, is_shown)
    return found


def households(looked_for: list[Someone]) -> tuple[list[float], list[float]]:
    """Five people looked for at once, and one, in turn: milliseconds of each."""
    from kith.people.queries import candidates

    chance = random.Random(6)
    five, one = [], []
    for at in range(HOUSEHOLDS):
        members = looked_for[at * 5 % len(looked_for) :][:5]
        asked = {str(number): mixed(member, chance).said() for number, member in enumerate(members)}
        one.append(_timed(partial(candidates, {"0": asked["0"]}))[0])
        five.append(_timed(partial(candidates, asked))[0])
    return five, one


def _warm(some: list[Someone], chance: random.Random) -> None:
    from kith.people.queries import candidates

    for one in some:
        candidates({"child": mixed(one, chance).said()})
        _read_by_key(id_of(one.number))


def _read_by_key(person: UUID) -> object:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_person WHERE id = %s", [person])
        return cursor.fetchone()


def _timed(once: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    answer = once()
    return (time.perf_counter() - begun) * 1000, answer


def part(values: list[float], share: float) -> float:
    """The value below which this share of them lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def median(values: list[float]) -> float:
    return statistics.median(values)


__all__ = ["Figure", "Searched", "households", "median", "part", "search", "seed"]
