"""Rows become facts. A fact once read is kept in memory, for an entry never changes (docs/decisions/0012).

What is kept of an entry holds for the very row it was read from: a row that was written anew, by a redaction or after
an act that was rolled back, is read again.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints
from uuid import UUID

from django.db import connection

from kith.care.facts import MAKES as CARE
from kith.chronology.entry import EntryRow, columns_of
from kith.chronology.facts import MAKES as CHRONOLOGY
from kith.decisions.facts import MAKES as DECISIONS
from kith.family.facts import MAKES as FAMILY
from kith.informing.facts import MAKES as INFORMING
from kith.intake.facts import MAKES as INTAKE
from kith.learning.facts import MAKES as LEARNING
from kith.policy.facts import Fact, Happened
from kith.policy.facts.fields import fields_naming, without_none
from kith.policy.shelves import Shelves
from kith.vocabulary import Certainty, Role

MAKES: tuple[type[EntryRow], ...] = (*CHRONOLOGY, *FAMILY, *INTAKE, *DECISIONS, *CARE, *INFORMING, *LEARNING)

#: An entry's id and the transaction that wrote its row, as PostgreSQL names it.
Written = tuple[UUID, str]
_KEPT: dict[Written, Fact] = {}
_SHELVED: dict[tuple[frozenset[Written], frozenset[tuple[UUID, UUID]]], "Shelved"] = {}
#: How many facts a process keeps, and pictures' shelves, some tens of megabytes each; when there are more, all are let
#: go and read again.
MOST_KEPT = 20_000
MOST_SHELVED = 200


@dataclass(frozen=True, slots=True)
class Shelved:
    """Facts on shelves, and everybody and every agency they are about, or name."""

    shelves: Shelves
    people: frozenset[UUID]
    agencies: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Found:
    """Facts as they were found, by the row that each was read from. `one` says whom people are shown as, where not as
    themselves."""

    by_row: dict[Written, Fact]
    one: frozenset[tuple[UUID, UUID]] = frozenset()

    def shown_as(self, one: Mapping[UUID, UUID]) -> "Found":
        """The same facts, each about and naming the one of several identities. As they are, where there is one of each."""
        if not one:
            return self
        return Found({row: _of_one(fact, one) for row, fact in self.by_row.items()}, frozenset(one.items()))

    @property
    def by_entry(self) -> dict[UUID, Fact]:
        """The facts, by the entry's id."""
        return {fact.entry: fact for fact in self.by_row.values()}

    def shelved(self) -> Shelved:
        """All of them on shelves; the same shelves while the same rows are found."""
        rows = (frozenset(self.by_row), self.one)
        shelved = _SHELVED.get(rows)
        if shelved is None:
            if len(_SHELVED) >= MOST_SHELVED:
                _SHELVED.clear()
            facts = tuple(self.by_row.values())
            shelved = Shelved(Shelves().with_facts(facts), people_named(facts), agencies_named(facts))
            _SHELVED[rows] = shelved
        return shelved


def read(which: str, asked: dict[str, Any], kinds: frozenset[str]) -> Found:
    """The facts of these kinds that a statement names by `entry_id`, entered by `asked["until"]` (None: all).

    Two statements, or one when every one of them is kept.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT e.id, e.xmin::text, e.kind FROM chronology_entry e JOIN ({which}) mine ON mine.entry_id = e.id "
            "WHERE %(until)s::timestamptz IS NULL OR e.at <= %(until)s::timestamptz",
            asked,
        )
        found = {(id, row): kind for id, row, kind in cursor.fetchall() if kind in kinds}
        kept = {written: fact for written in found if (fact := _KEPT.get(written))}
        missing = {written: kind for written, kind in found.items() if written not in kept}
        if missing:
            cursor.execute(_statement(frozenset(missing.values())), {"entries": [id for id, _ in missing]})
            kept |= _keep(dict(missing), [_fact(row) for row in cursor.fetchall()])
    return Found(kept)


def forget() -> None:
    """Let go of every fact that is kept; each is read again when it is asked for."""
    _KEPT.clear()
    _SHELVED.clear()


def _keep(missing: dict[Written, str], facts: list[Fact]) -> dict[Written, Fact]:
    by_id = {fact.entry: fact for fact in facts}
    read_now = {written: by_id[written[0]] for written in missing if written[0] in by_id}
    if len(_KEPT) + len(read_now) > MOST_KEPT:
        _KEPT.clear()
    _KEPT.update(read_now)
    return read_now


def _of_one(fact: Fact, one: Mapping[UUID, UUID]) -> Fact:
    told: dict[str, Any] = {}
    if not one.keys().isdisjoint(fact.about):
        told["about"] = tuple(sorted({one.get(who, who) for who in fact.about}))
    for name in fields_naming(type(fact), "person"):
        value = getattr(fact, name)
        if isinstance(value, tuple):
            told[name] = tuple(dict.fromkeys(one.get(who, who) for who in value))
        elif value in one:
            told[name] = one[value]
    return replace(fact, **told) if told else fact


def people_named(facts: Iterable[Fact]) -> frozenset[UUID]:
    """Everybody whom these entries are about or name."""
    return frozenset(person for fact in facts for person in (*fact.about, *_named(fact, "person")))


def agencies_named(facts: Iterable[Fact]) -> frozenset[UUID]:
    """Every agency that entered or is named in one of these entries."""
    return frozenset(which for fact in facts for which in (fact.agency, *_named(fact, "agency")))


def _named(fact: Fact, what: str) -> Iterable[UUID]:
    """What an entry names, in its own fields, of people or of agencies."""
    for name in fields_naming(type(fact), what):
        value = getattr(fact, name)
        if isinstance(value, tuple):
            yield from value
        elif value is not None:
            yield value


def columns_of_fact(kind: type[Fact]) -> tuple[str, ...]:
    """The fields a kind of fact has of its own."""
    return tuple(name for name, _ in _by_kind()[kind.kind][1])


@cache
def _statement(kinds: frozenset[str]) -> str:
    """One statement that reads entries of these kinds: a union of a few tables is planned in a fraction of all sixty."""
    parts = []
    for model in (one for one in MAKES if one.fact.kind in kinds):
        columns = ", ".join(f't."{column}"' for column in columns_of(model).values())
        parts.append(
            f"SELECT e.*, jsonb_build_array({columns}) FROM e JOIN {model._meta.db_table} t ON t.entry_id = e.id "
            f"WHERE e.kind = '{model.fact.kind}'"
        )
    return (
        "WITH e AS MATERIALIZED (SELECT e.id, e.kind, e.happened_start, e.happened_end, e.certainty, e.at, e.at_assumed, "
        "e.by_name, e.role, e.agency_id, e.occasion_id, e.known_to, e.corrects_id, e.said, "
        "ARRAY(SELECT a.person_id FROM chronology_entryabout a WHERE a.entry_id = e.id ORDER BY a.person_id) AS about "
        "FROM chronology_entry e WHERE e.id = ANY(%(entries)s)) " + " UNION ALL ".join(parts)
    )


@cache
def _by_kind() -> dict[str, tuple[type[Fact], tuple[tuple[str, Any], ...]]]:
    found = {}
    for model in MAKES:
        hints = get_type_hints(model.fact, include_extras=True)
        found[model.fact.kind] = (model.fact, tuple((name, _reader(hints[name])) for name in columns_of(model)))
    return found


def _fact(row: tuple[Any, ...]) -> Fact:
    (
        id,
        kind,
        start,
        end,
        certainty,
        at,
        assumed,
        name,
        role,
        agency,
        occasion,
        known_to,
        corrects,
        said,
        about,
        own,
    ) = row
    made, readers = _by_kind()[kind]
    return made(
        entry=id,
        about=tuple(about),
        happened=Happened(start=start, end=end, certainty=Certainty(certainty)),
        at=at,
        at_assumed=assumed,
        by_name=name,
        role=Role(role),
        agency=agency,
        occasion=occasion,
        known_to=None if known_to is None else tuple(known_to),
        corrects=corrects,
        said=said,
        **{name: read(value) for (name, read), value in zip(readers, json.loads(own), strict=True)},
    )


def _reader(hint: Any) -> Any:
    hint, optional = without_none(hint)
    if get_origin(hint) is tuple:
        one = _reader(get_args(hint)[0])
        return lambda values: tuple(one(value) for value in values)
    if get_origin(hint) is Annotated:
        read: Any = UUID
    elif isinstance(hint, type) and issubclass(hint, StrEnum):
        read = hint
    elif hint in (datetime, date):
        read = hint.fromisoformat
    else:
        return lambda value: value
    return (lambda value: None if value is None else read(value)) if optional else read
