"""Who answers for what stands open, by name or by desk; and how the agencies round a child are reached at this hour."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.db import connection

from kith.agencies.queries import OnCallNumber, leave, paediatricians_on_call, reachable
from kith.chronology.queries import STANDS
from kith.duties.told import ToldDuty
from kith.policy.facts import Fact
from kith.policy.facts.casework import SteppedDown
from kith.policy.facts.family import Allocation, Involvement
from kith.policy.findings import Key
from kith.policy.leave import Leave, Worker
from kith.policy.permissions import Actor
from kith.policy.picture import ChildPicture
from kith.policy.reach import NOBODY_IS_AWAY, Answerer, Reach, Reachable, who_answers
from kith.policy.readings import open_involvements
from kith.policy.shelves import Shelves
from kith.vocabulary import Service

#: The kinds of entry that say who works with a child.
_SAY_WHO_WORKS = (Involvement.kind, Allocation.kind, SteppedDown.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ringing:
    """What was entered of how agencies are reached, and of who is away, as it stands at a moment."""

    at: datetime
    reachable: Mapping[UUID, Reachable] = field(default_factory=dict)
    leave: Leave = NOBODY_IS_AWAY
    #: Who decided, by name and agency, of what somebody other than whoever decided must do; by the entry it is about.
    deciders: Mapping[UUID, tuple[str, UUID | None]] = field(default_factory=dict)

    @property
    def front_door(self) -> UUID | None:
        """The hub that answers for what no agency is named for."""
        return next((id for id, one in self.reachable.items() if one.is_front_door), None)

    def reach(self, agency: UUID) -> Reach | None:
        """Whom to ring there at this hour, and after it; None when there is no such agency."""
        return self.reachable[agency].at(self.at) if agency in self.reachable else None

    def answerers(self, duties: Iterable[ToldDuty], workers: Mapping[UUID, tuple[Worker, ...]]) -> "Answerers":
        """Who answers for each of these. `workers` are by child."""
        return Answerers(self, {one.finding.key: one for one in duties}, workers)

    def answers(self, one: ToldDuty, workers: tuple[Worker, ...]) -> Answerer | None:
        """Who answers for a duty, of those for whom somebody entered it: never whoever decided what another must read."""
        found = who_answers(
            one.finding,
            allocated=workers,
            reachable=self.reachable,
            front_door=self.front_door,
            at=self.at,
            leave=self.leave,
        )
        who, agency = self.deciders.get(one.finding.about, ("", None))
        return found.but(who, agency) if found and agency else found

    def is_for_another(self, actor: Actor, one: ToldDuty) -> bool:
        """Whether it asks for a second person, and somebody is the first."""
        return self.deciders.get(one.finding.about) == (actor.name, actor.agency)


@dataclass(frozen=True, slots=True)
class Answerers:
    """Who answers for duties, worked out when it is asked: a page shows four of a hundred."""

    _ringing: Ringing | None = None
    _duties: Mapping[Key, ToldDuty] = field(default_factory=dict)
    _workers: Mapping[UUID, tuple[Worker, ...]] = field(default_factory=dict)

    @property
    def of_today(self) -> bool:
        """Whether it was asked who answers: it is not, of an earlier day."""
        return self._ringing is not None and bool(self._ringing.reachable)

    def is_by(self, actor: Actor, key: Key) -> bool:
        """Whether somebody answers by name, as whoever covers does."""
        who = self.get(key)
        return who is not None and (who.name, who.agency) == (actor.name, actor.agency)

    def get(self, key: Key) -> Answerer | None:
        """Who answers, by name or by desk; None where nobody entered it."""
        one = self._duties.get(key)
        if one is None or self._ringing is None:
            return None
        return self._ringing.answers(one, self._workers.get(key.subject, ()))


@dataclass(frozen=True)
class OnCall:
    """Who is on call at a moment, asked for when a page tells somebody to ring them. `at` is None for an earlier day."""

    at: datetime | None = None

    @cached_property
    def paediatricians(self) -> tuple[OnCallNumber, ...]:
        """Where an on-call paediatrician is rung; nothing for an earlier day, or where nobody has entered a number."""
        return paediatricians_on_call(self.at) if self.at else ()


def ringing(duties: Iterable[ToldDuty], *, at: datetime, also: Iterable[UUID] = ()) -> Ringing:
    """How the agencies that owe these duties, the front door, and some others are reached, and who is away there.

    Five statements, and one more where somebody is away, and one where a second person is asked for.
    """
    duties = tuple(duties)
    owing = {which for one in duties if (which := one.finding.owed_by.agency)}
    found = reachable(agencies={*owing, *also}, at=at, and_front_door=True)
    answering = {route.answered_by for one in found.values() for route in one.routes}
    return Ringing(at=at, reachable=found, leave=leave({*found, *answering}, at), deciders=_deciders(duties))


#: What a duty says when it asks for a second person.
_ANOTHER = "somebody other than whoever decided"


def _deciders(duties: Iterable[ToldDuty]) -> dict[UUID, tuple[str, UUID | None]]:
    """Who decided what a second person must read. One statement, none where nothing asks for one."""
    about = [one.finding.about for one in duties if one.finding.do_next.startswith(_ANOTHER)]
    if not about:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, by_name, agency_id FROM chronology_entry WHERE id = ANY(%s)", [about])
        return {id: (name, agency) for id, name, agency in cursor.fetchall()}


def allocated(picture: ChildPicture) -> dict[UUID, Allocation]:
    """Who works with the child for each open service, by the service's entry, as last said."""
    said = {one.entry: picture.of(Allocation).belonging_to(one.entry) for one in open_involvements(picture, *Service)}
    return {service: found[-1] for service, found in said.items() if found}


def workers_of(picture: ChildPicture) -> tuple[Worker, ...]:
    """Who works with the child, the service that began last first."""
    by_service = allocated(picture)
    return tuple(
        Worker(name=one.worker_name, role=one.worker_role, agency=involvement.with_agency)
        for involvement in reversed(open_involvements(picture, *Service))
        if (one := by_service.get(involvement.entry))
    )


def say_who_works_with(children: Iterable[UUID]) -> tuple[UUID, ...]:
    """The entries that say who works with each of these children. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_WORKS, {"who": list(children), "kinds": list(_SAY_WHO_WORKS)})
        return tuple(row[0] for row in cursor.fetchall())


_WORKS = f"""
    SELECT e.id FROM chronology_entryabout a JOIN chronology_entry e ON e.id = a.entry_id
     WHERE a.person_id IN (
           SELECT unnest(%(who)s::uuid[])
           UNION SELECT s.person FROM people_sameas m JOIN people_sameas s ON s.one = m.one WHERE m.person = ANY(%(who)s))
       AND e.kind = ANY(%(kinds)s) AND {STANDS}
"""


def workers_with(children: Iterable[UUID], facts: Iterable[Fact], at: datetime) -> dict[UUID, tuple[Worker, ...]]:
    """Who works with each of these children, as these entries say it."""
    said = Shelves().with_facts(fact for fact in facts if fact.kind in _SAY_WHO_WORKS)
    return {child: workers_of(ChildPicture(id=child, at=at, shelves=said)) for child in children}


def falls_to_the_night(actor: Actor, danger: Iterable[ToldDuty], rings: Ringing) -> tuple[ToldDuty, ...]:
    """Of these serious concerns, those that somebody's own service answers for, for an office that is shut when they are due."""
    answerers = rings.answerers(danger, {})
    found = ((one, answerers.get(one.finding.key)) for one in danger)
    return tuple(one for one, who in found if who and who.covers and who.agency == actor.agency)
