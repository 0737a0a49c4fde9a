"""`gather`: everything a child's picture needs, from what the rooms declare.

Rows come back as values, not model objects, and become the same facts that a replay reads from a file.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.db import connection

from kith.agencies.queries import agencies
from kith.journey.facts_read import MAKES, read
from kith.learning.facts import MAKES as LEARNING
from kith.people.queries import people_as_entered
from kith.policy.facts import Fact
from kith.policy.facts.learned import WorksAt
from kith.policy.picture import READ_OF_A_SETTING
from kith.policy.shelves import Shelves

_ALL = frozenset(model.fact.kind for model in MAKES)
#: No entry about staff is in a child's picture, not even about somebody in the family.
_OF_CHILDREN = _ALL - {model.fact.kind for model in LEARNING}
_OF_SETTINGS = _ALL & READ_OF_A_SETTING

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

#: People, households and key adults are few; entries are looked up by whom they are about. Whoever was decided to be one
#: with somebody asked for is asked for too, and so is whoever is one with somebody near.
_NEAR = """
    WITH mine AS (
        SELECT unnest(%(people)s::uuid[]) AS id
        UNION SELECT s.person FROM people_sameas m JOIN people_sameas s ON s.one = m.one WHERE m.person = ANY(%(people)s)
    ), homes AS (
        SELECT m.household_id FROM family_householdmembership m
          JOIN chronology_entryabout a USING (entry_id) WHERE a.person_id IN (SELECT id FROM mine)
    ), carers AS (
        SELECT k.adult_id FROM family_keyadult k
          JOIN chronology_entryabout a USING (entry_id) WHERE a.person_id IN (SELECT id FROM mine)
        UNION SELECT id FROM mine
    ), around AS (
        SELECT id FROM mine
        UNION SELECT a.person_id FROM family_householdmembership m
          JOIN chronology_entryabout a USING (entry_id) WHERE m.household_id IN (SELECT household_id FROM homes)
        UNION SELECT adult_id FROM carers
        UNION SELECT a.person_id FROM family_keyadult k
          JOIN chronology_entryabout a USING (entry_id) WHERE k.adult_id IN (SELECT adult_id FROM carers)
    ), near AS (
        SELECT id FROM around
        UNION SELECT s.person FROM people_sameas m JOIN people_sameas s ON s.one = m.one JOIN around ON around.id = m.person
    )
"""


def connected(people: Iterable[UUID]) -> dict[UUID, UUID]:
    """These people and all who ever shared a household or a key adult with them, each with whom they are shown as: most
    with themselves, whoever was decided to be one with somebody with the one of them all. One statement.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            _NEAR
            + "SELECT near.id, coalesce(s.one, near.id) FROM near LEFT JOIN people_sameas s ON s.person = near.id",
            {"people": list(people)},
        )
        return dict(cursor.fetchall())


def gather(people: Iterable[UUID], *, until: datetime | None = None) -> tuple[Shelves, dict[UUID, Fact]]:
    """Shelves of everything known at a moment (None: all there is) about these people and all who are connected with them,
    and the facts by entry. What was entered of whoever was decided to be one with somebody is about that one.

    Four statements, and one more for entries that this process has not read yet.
    """
    who = connected(people)
    shown_as = {person: one for person, one in who.items() if person != one}
    found = read(_ABOUT, {"people": list(who), "until": until}, _OF_CHILDREN).shown_as(shown_as)
    shelved = found.shelved()
    people_in_it, theirs = people_as_entered({*who.values(), *shelved.people}), agencies(shelved.agencies)
    return shelved.shelves.with_people(people_in_it.values()).with_agencies(theirs.values()), found.by_entry


def gather_setting(setting: UUID, *, until: datetime | None = None) -> tuple[Shelves, dict[UUID, Fact]]:
    """The same of a team or setting: its staff, and the children it was ever open to."""
    found = read(_HERE, {"setting": setting, "until": until}, _OF_SETTINGS)
    staff = {who for fact in found.by_entry.values() if isinstance(fact, WorksAt) for who in fact.about}
    shelves = found.shelved().shelves.with_people(people_as_entered(staff).values())
    return shelves.with_agencies(agencies((setting,)).values()), found.by_entry


def gather_entries(entries: Iterable[UUID], shown_as: Mapping[UUID, UUID] = MappingProxyType({})) -> dict[UUID, Fact]:
    """These entries, of those that are on record, each about the one of several identities. No statement for none."""
    asked = list(entries)
    if not asked:
        return {}
    return read(_THESE, {"entries": asked, "until": None}, _ALL).shown_as(shown_as).by_entry
