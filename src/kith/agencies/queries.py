"""Who works where, and who may sign in; when an agency is open, and whom to ring there at an hour."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.agencies.models import Agency, DutyHours, OnDuty, Route, SignIn
from kith.policy.facts import Agency as AgencyFact
from kith.policy.hours import Hours, SaidHours
from kith.policy.permissions import Actor
from kith.policy.reach import Reach, Reachable, Shift
from kith.policy.reach import Route as RouteTo
from kith.vocabulary import AgencyType, OpenDay, Role, RouteKind


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSignIn:
    """A sign-in, as a list to choose from shows it."""

    username: str
    actor: Actor


def actor_of(sign_in: UUID) -> Actor | None:
    """Whoever signed in, with role and agency as they are today. One statement."""
    return next((one.actor for one in _known(SignIn.objects.filter(pk=sign_in))), None)


def sign_ins() -> tuple[KnownSignIn, ...]:
    """Everybody who may sign in, in the order they were added. One statement."""
    return _known(SignIn.objects.order_by("made_at", "id"))


def sign_in_named(username: str) -> SignIn | None:
    """The credentials by that name, for whoever logs somebody in."""
    return SignIn.objects.filter(username=username).first()


def agencies(which: Iterable[UUID]) -> dict[UUID, AgencyFact]:
    """Agencies by id. One statement."""
    found = Agency.objects.filter(id__in=set(which))
    return {one.id: AgencyFact(id=one.id, name=one.name, type=one.type) for one in found}


def all_agencies() -> dict[UUID, AgencyFact]:
    """Every agency that can be rung, by name. One statement."""
    found = Agency.objects.exclude(type__in=(AgencyType.FAMILY, AgencyType.PUBLIC, AgencyType.UNKNOWN))
    return {one.id: AgencyFact(id=one.id, name=one.name, type=one.type) for one in found.order_by("name", "id")}


#: How far ahead a rota is read: past the longest run of days on which offices are shut.
AHEAD = timedelta(days=8)


def whom_to_ring(*, agencies: Iterable[UUID], at: datetime) -> dict[UUID, Reach]:
    """How each of these agencies is reached at a moment, and in the hours after it. Four statements."""
    return {id: one.at(at) for id, one in reachable(agencies=agencies, at=at).items()}


def reachable(*, agencies: Iterable[UUID], at: datetime, and_front_door: bool = False) -> dict[UUID, Reachable]:
    """What was entered of these agencies' hours, numbers, and rotas that have not ended by a moment. Four statements.

    An agency of which nothing was entered is there too: that it cannot be said when it is reached is an answer. The
    front door is the hub that was added first: it answers for what no agency is named for.
    """
    names, door = _names(set(agencies), and_front_door)
    routes: dict[UUID, list[RouteTo]] = {}
    for row in Route.objects.filter(agency__in=names).select_related("answered_by").order_by("recorded_at", "id"):
        routes.setdefault(row.agency_id, []).append(_route(row))
    hours: dict[UUID, list[SaidHours]] = {}
    for said in DutyHours.objects.filter(agency__in=names).order_by("recorded_at", "id"):
        hours.setdefault(said.agency_id, []).append(
            SaidHours(said.on or OpenDay(said.day), said.from_on, said.opens, said.closes)
        )
    answering = {one.answered_by for found in routes.values() for one in found}
    shifts = _shifts({*names, *answering}, at)
    return {
        id: Reachable(
            agency=id,
            name=name,
            is_front_door=id == door,
            hours=Hours(tuple(hours.get(id, ()))),
            routes=tuple(routes.get(id, ())),
            shifts=tuple(one for one in shifts if one.agency in {id, *(to.answered_by for to in routes.get(id, ()))}),
        )
        for id, name in names.items()
    }


def _names(wanted: set[UUID], and_front_door: bool) -> tuple[dict[UUID, str], UUID | None]:
    """These agencies by name, and the front door if it is asked for."""
    asked = Q(id__in=wanted) | Q(type=AgencyType.HUB) if and_front_door else Q(id__in=wanted)
    found = list(Agency.objects.filter(asked).order_by("recorded_at", "id"))
    door = next((one.id for one in found if and_front_door and one.type == AgencyType.HUB), None)
    return {one.id: one.name for one in found if one.id in wanted or one.id == door}, door


def _route(row: Route) -> RouteTo:
    return RouteTo(
        kind=RouteKind(row.kind),
        name=row.name,
        number=row.number,
        checked_on=row.checked_on,
        from_on=row.from_on,
        answered_by=row.answered_by_id,
        answered_by_name=row.answered_by.name,
    )


def _shifts(agencies: set[UUID], at: datetime) -> tuple[Shift, ...]:
    found = OnDuty.objects.filter(agency__in=agencies, until_at__gt=at, from_at__lt=at + AHEAD)
    found = found.order_by("recorded_at", "id")
    return tuple(
        Shift(agency=one.agency_id, name=one.name, role=Role(one.role), begins=one.from_at, ends=one.until_at)
        for one in found
    )


def _known(found: QuerySet[SignIn]) -> tuple[KnownSignIn, ...]:
    rows = found.select_related("professional__agency")
    return tuple(KnownSignIn(username=one.username, actor=_actor(one)) for one in rows)


def _actor(sign_in: SignIn) -> Actor:
    who = sign_in.professional
    return Actor(
        id=who.id,
        name=who.name,
        role=Role(who.role),
        agency=who.agency_id,
        agency_name=who.agency.name,
        agency_type=who.agency.type,
    )
