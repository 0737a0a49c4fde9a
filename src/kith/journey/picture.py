"""`gather`: everything a child's picture needs, in one statement made from what the rooms declare.

Rows come back as values, not model objects, and become the same facts that a replay reads from a file.
"""

import json
from collections.abc import Iterable
from dataclasses import fields
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
from kith.people.queries import same_as
from kith.policy.facts import Agency, Fact, Happened, Person
from kith.policy.facts.fields import fields_naming, without_none
from kith.policy.facts.learned import WorksAt
from kith.policy.picture import READ_OF_A_SETTING
from kith.policy.shelves import Shelves
from kith.vocabulary import Certainty, Identity, LifeStage, Role, Sex

MAKES: tuple[type[EntryRow], ...] = (*CHRONOLOGY, *FAMILY, *INTAKE, *DECISIONS, *CARE, *INFORMING, *LEARNING)

#: No entry about staff is in a child's picture, not even about somebody in the family.
_OF_CHILDREN = tuple(model for model in MAKES if model not in LEARNING)
_OF_SETTINGS = tuple(model for model in MAKES if model.fact.kind in READ_OF_A_SETTING)

#: People, households and key adults are few; entries are looked up by whom they are about.
_NEAR = """
    WITH RECURSIVE homes AS (
        SELECT m.household_id FROM family_householdmembership m
          JOIN chronology_entryabout a USING (entry_id) WHERE a.person_id = ANY(%(people)s)
    ), carers AS (
        SELECT k.adult_id FROM family_keyadult k
          JOIN chronology_entryabout a USING (entry_id) WHERE a.person_id = ANY(%(people)s)
        UNION SELECT unnest(%(people)s::uuid[])
    ), near AS (
        SELECT unnest(%(people)s::uuid[]) AS id
        UNION SELECT a.person_id FROM family_householdmembership m
          JOIN chronology_entryabout a USING (entry_id) WHERE m.household_id IN (SELECT household_id FROM homes)
        UNION SELECT adult_id FROM carers
        UNION SELECT a.person_id FROM family_keyadult k
          JOIN chronology_entryabout a USING (entry_id) WHERE k.adult_id IN (SELECT adult_id FROM carers)
    )
"""


def connected(people: Iterable[UUID]) -> frozenset[UUID]:
    """These people and all who ever shared a household or a key adult with them. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_NEAR + "SELECT id FROM near", {"people": list(same_as(people))})
        return frozenset(row[0] for row in cursor.fetchall())


def gather(people: Iterable[UUID], *, until: datetime | None = None) -> tuple[Shelves, dict[UUID, Fact]]:
    """Shelves of everything known about these people at a moment (None: all there is), and the facts by entry.

    Two statements: the people and agencies named, and every entry about the people with its typed columns.
    """
    who = list(same_as(people))
    facts = tuple(_facts(who, until))
    named = {*who, *people_named(facts)}
    shelves = Shelves().with_people(_people(named)).with_agencies(_agencies(agencies_named(facts))).with_facts(facts)
    return shelves, {fact.entry: fact for fact in facts}


def gather_setting(setting: UUID, *, until: datetime | None = None) -> tuple[Shelves, dict[UUID, Fact]]:
    """The same of a team or setting: its staff, and the children it was ever open to. Three statements."""
    with connection.cursor() as cursor:
        cursor.execute(_statement(_HERE, _OF_SETTINGS), {"setting": setting, "until": until})
        facts = tuple(map(_fact, cursor.fetchall()))
    staff = {who for fact in facts if isinstance(fact, WorksAt) for who in fact.about}
    shelves = Shelves().with_people(_people(staff)).with_agencies(_agencies((setting,))).with_facts(facts)
    return shelves, {fact.entry: fact for fact in facts}


def gather_entries(entries: Iterable[UUID]) -> dict[UUID, Fact]:
    """These entries, of those that are on record. One statement, none when none is asked for."""
    asked = list(entries)
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_statement(_THESE, MAKES), {"entries": asked, "until": None})
        return {fact.entry: fact for fact in map(_fact, cursor.fetchall())}


def people_named(facts: Iterable[Fact]) -> set[UUID]:
    """Everybody whom these entries are about or name."""
    return {person for fact in facts for person in (*fact.about, *_named(fact, "person"))}


def agencies_named(facts: Iterable[Fact]) -> set[UUID]:
    """Every agency that entered or is named in one of these entries."""
    return {which for fact in facts for which in (fact.agency, *_named(fact, "agency"))}


def columns_of_fact(kind: type[Fact]) -> tuple[str, ...]:
    """The fields a kind of fact has of its own."""
    return tuple(name for name, _ in _by_kind()[kind.kind][1])


def _facts(people: list[UUID], until: datetime | None) -> Iterable[Fact]:
    with connection.cursor() as cursor:
        cursor.execute(_statement(_ABOUT, _OF_CHILDREN), {"people": people, "until": until})
        for row in cursor.fetchall():
            yield _fact(row)


_THESE = "SELECT unnest(%(entries)s::uuid[]) AS entry_id"
_ABOUT = "SELECT DISTINCT entry_id FROM chronology_entryabout WHERE person_id = ANY(%(people)s)"
#: About whoever ever worked there, and whoever it was ever open to.
_HERE = """
    SELECT DISTINCT entry_id FROM chronology_entryabout WHERE person_id IN (
        SELECT a.person_id FROM learning_worksat w
          JOIN chronology_entryabout a USING (entry_id) WHERE w.setting_id = %(setting)s
        UNION SELECT a.person_id FROM family_involvement i
          JOIN chronology_entryabout a USING (entry_id) WHERE i.with_agency_id = %(setting)s)
"""


@cache
def _statement(mine: str, models: tuple[type[EntryRow], ...]) -> str:
    """One statement that reads these entries, of the kinds that these tables keep."""
    parts = []
    for model in models:
        columns = ", ".join(f't."{column}"' for column in columns_of(model).values())
        parts.append(
            f"SELECT e.*, jsonb_build_array({columns}) FROM e JOIN {model._meta.db_table} t ON t.entry_id = e.id "
            f"WHERE e.kind = '{model.fact.kind}'"
        )
    return (
        f"WITH mine AS ({mine}), "
        "e AS MATERIALIZED (SELECT e.id, e.kind, e.happened_start, e.happened_end, e.certainty, e.at, e.at_assumed, "
        "e.by_name, e.role, e.agency_id, e.occasion_id, e.known_to, e.corrects_id, e.said, "
        "ARRAY(SELECT a.person_id FROM chronology_entryabout a WHERE a.entry_id = e.id ORDER BY a.person_id) AS about "
        "FROM chronology_entry e JOIN mine ON mine.entry_id = e.id "
        "WHERE %(until)s::timestamptz IS NULL OR e.at <= %(until)s::timestamptz) " + " UNION ALL ".join(parts)
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


def _named(fact: Fact, what: str) -> Iterable[UUID]:
    """What an entry names, in its own fields, of people or of agencies."""
    for name in fields_naming(type(fact), what):
        value = getattr(fact, name)
        if isinstance(value, tuple):
            yield from value
        elif value is not None:
            yield value


def _people(who: Iterable[UUID]) -> list[Person]:
    names = [one.name for one in fields(Person)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(names)} FROM people_person WHERE id = ANY(%s)", [list(who)])
        return [
            Person(
                id=row[0],
                name=row[1],
                identity=Identity(row[2]),
                sex=Sex(row[3]),
                born_from=row[4],
                born_until=row[5],
                expected_on=row[6],
                stage_said=LifeStage(row[7]),
            )
            for row in cursor.fetchall()
        ]


def _agencies(named: Iterable[UUID]) -> list[Agency]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name, type FROM agencies_agency WHERE id = ANY(%s)", [list(named)])
        return [Agency(id=row[0], name=row[1], type=row[2]) for row in cursor.fetchall()]
