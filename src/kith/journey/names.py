"""What to call everybody and everything that a page names, as last said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from kith.agencies.queries import agencies
from kith.chronology.queries import STANDS
from kith.duties.told import ToldDuty
from kith.family.queries import places
from kith.journey.answering import Answerers, OnCall
from kith.journey.facts_read import agencies_named, people_named
from kith.people.queries import people_as_entered
from kith.policy.facts import Agency, Fact, Person
from kith.policy.facts.family import HouseholdMembership
from kith.policy.findings import Key
from kith.policy.windows import named_as


@dataclass(frozen=True, slots=True)
class Names:
    """What to call people, agencies and places; a plain word where nobody has said."""

    people: Mapping[UUID, Person]
    agencies: Mapping[UUID, Agency]
    places: Mapping[UUID, str]
    #: Who answers for each duty, of those for whom somebody entered it.
    answerers: Answerers = field(default_factory=Answerers)
    #: The reader's own duties, by key: told whole, whatever they rest on, for nobody can do what they may not read.
    theirs: frozenset[Key] = frozenset()
    on_call: OnCall = field(default_factory=OnCall)

    def person(self, who: UUID) -> str:
        return self.people[who].called if who in self.people else "somebody"

    def agency(self, which: UUID) -> str:
        return self.agencies[which].name if which in self.agencies else "an agency"

    def place(self, home: UUID) -> str:
        return self.places.get(home, "")


def names_of(facts: Iterable[Fact], *, owed: Iterable[ToldDuty] = (), people: set[UUID]) -> Names:
    """What to call everybody and everything that these entries and duties name."""
    facts = tuple(facts)
    homes = {fact.household for fact in facts if isinstance(fact, HouseholdMembership)}
    return Names(named(people | people_named(facts)), agencies(agencies_named(facts) | owing(owed)), places(homes))


def owing(duties: Iterable[ToldDuty]) -> set[UUID]:
    """The agencies that owe these."""
    return {which for one in duties if (which := one.finding.owed_by.agency)}


def named(which: Iterable[UUID]) -> dict[UUID, Person]:
    """People with what was last said of their names. Two statements, none for nobody."""
    asked = set(which)
    if not asked:
        return {}
    people = people_as_entered(asked)
    with connection.cursor() as cursor:
        cursor.execute(_NAMINGS, {"who": list(people)})
        for who, *said in cursor.fetchall():
            people[who] = named_as(people[who], *said)
    return people


_NAMINGS = f"""
    SELECT a.person_id, n.name, n.born_from, n.born_until
      FROM chronology_entryabout a JOIN chronology_entry e ON e.id = a.entry_id JOIN family_naming n ON n.entry_id = e.id
     WHERE a.person_id = ANY(%(who)s) AND {STANDS} ORDER BY e.happened_end, e.at, e.id
"""
