"""Places where people live, in the words of whoever told of them."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from kith.chronology.queries import STANDS
from kith.vocabulary import Living


def places(which: Iterable[UUID]) -> dict[UUID, str]:
    """Households by id, as somebody said them. One statement, none when none is asked for."""
    wanted = set(which)
    if not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, said FROM family_household WHERE id = ANY(%s)", [list(wanted)])
        return dict(cursor.fetchall())


def homes_of(people: Iterable[UUID]) -> dict[UUID, UUID]:
    """The household each of these people lives in, as last said. One statement, none for nobody."""
    wanted = set(people)
    if not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_HOMES, {"who": list(wanted), "living": [Living.LIVES_THERE.value, Living.PART_TIME.value]})
        return dict(cursor.fetchall())


_HOMES = f"""
    SELECT a.person_id, m.household_id
      FROM chronology_entryabout a JOIN chronology_entry e ON e.id = a.entry_id
      JOIN family_householdmembership m ON m.entry_id = e.id
     WHERE a.person_id = ANY(%(who)s) AND m.living = ANY(%(living)s) AND {STANDS} ORDER BY e.happened_end, e.at, e.id
"""
