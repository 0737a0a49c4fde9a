"""What somebody answers for because a colleague is away: of the colleague's duties, those that pass to them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kith.agencies.queries import covered_by
from kith.chronology.queries import STANDS
from kith.duties.desk import owed_to
from kith.duties.told import ToldDuty
from kith.journey.answering import Ringing, say_who_works_with, workers_with
from kith.journey.picture import gather_entries
from kith.policy.leave import Away
from kith.policy.permissions import Actor


def covers_for(actor: Actor, at: datetime) -> tuple[Away, ...]:
    """Those who are away now and whose cover somebody is. One statement."""
    return covered_by(actor.id, at)


def owed_by_those_away(away: Iterable[Away]) -> tuple[ToldDuty, ...]:
    """All that their roles owe at their agencies. One statement, none where nobody is away."""
    return owed_to({(one.who.role, one.who.agency) for one in away})


def falls_to_cover(actor: Actor, theirs: tuple[ToldDuty, ...], rings: Ringing) -> tuple[ToldDuty, ...]:
    """Of what those who are away owe, what somebody answers for in their place. No statement where that is nothing."""
    if not theirs:
        return ()
    children = {one.finding.subject.id for one in theirs}
    said = gather_entries(say_who_works_with(children))
    answerers = rings.answerers(theirs, workers_with(children, said.values(), rings.at))
    return tuple(one for one in theirs if answerers.is_by(actor, one.finding.key))


#: Said to be with a worker, for a service of that worker's agency, that stands.
_WITH_THEM = f"""
    SELECT DISTINCT a.person_id FROM chronology_entryabout a JOIN chronology_entry e ON e.id = a.entry_id
      JOIN family_allocation w ON w.entry_id = e.id JOIN family_involvement i ON i.entry_id = w.involvement_id
      JOIN unnest(%(names)s::text[], %(agencies)s::uuid[]) AS away (name, agency)
        ON (w.worker_name, i.with_agency_id) = (away.name, away.agency)
     WHERE (%(who)s::uuid[] IS NULL OR a.person_id = ANY(%(who)s)) AND {STANDS}
"""


def involved_as_cover(actor: Actor, at: datetime, who: Iterable[UUID] | None) -> set[UUID]:
    """Whom (of these people, or of all) somebody may read about because they cover for whoever works with the child.

    One statement where they cover for nobody.
    """
    away = covers_for(actor, at)
    if not away:
        return set()
    asked: dict[str, Any] = {
        "names": [one.who.name for one in away],
        "agencies": [one.who.agency for one in away],
        "who": None if who is None else list(who),
    }
    with connection.cursor() as cursor:
        cursor.execute(_WITH_THEM, asked)
        return {row[0] for row in cursor.fetchall()}
