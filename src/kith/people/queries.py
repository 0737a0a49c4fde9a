"""Who is who."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from kith.policy.facts import Person
from kith.vocabulary import Identity, LifeStage, Sex

_NAMED = "SELECT id, name, identity, sex, born_from, born_until, expected_on, stage_said FROM people_person"


def same_as(people: Iterable[UUID]) -> frozenset[UUID]:
    """These people and every identity known to be theirs.

    Each is a set of one until identities can be joined at the front door; whoever gathers, locks or shows
    duties asks here already, so that joining changes one place.
    """
    return frozenset(people)


def added_in(occasion: UUID) -> frozenset[UUID]:
    """Whom somebody added in one occasion: nobody had entered them before. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM people_person WHERE occasion_id = %s", [occasion])
        return frozenset(row[0] for row in cursor.fetchall())


def people_as_entered(who: Iterable[UUID] | None = None) -> dict[UUID, Person]:
    """These people (None: everybody) as first entered. What was said of a name later is not in it. One statement."""
    with connection.cursor() as cursor:
        if who is None:
            cursor.execute(_NAMED)
        else:
            cursor.execute(f"{_NAMED} WHERE id = ANY(%s)", [list(set(who))])
        return {
            id: Person(
                id=id,
                name=name,
                identity=Identity(identity),
                sex=Sex(sex),
                born_from=born_from,
                born_until=born_until,
                expected_on=expected_on,
                stage_said=LifeStage(stage),
            )
            for id, name, identity, sex, born_from, born_until, expected_on, stage in cursor.fetchall()
        }
