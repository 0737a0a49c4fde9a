"""Who works where, who may sign in, and who is away; when an agency is open, and whom to ring there at an hour."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from kith.agencies.models import Agency, Away, SignIn
from kith.policy.calendar import london_day
from kith.policy.facts import Agency as AgencyFact
from kith.policy.hours import Hours, SaidHours
from kith.policy.leave import Away as AwayUntil
from kith.policy.leave import Leave, Worker
from kith.policy.permissions import Actor
from kith.policy.reach import Reachable, Shift
from kith.policy.reach import Route as RouteTo
from kith.vocabulary import AgencyType, OpenDay, Role, RouteKind, Through


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSignIn:
    """A sign-in, as a list to choose from shows it."""

    username: str
    actor: Actor


def actor_signed_in(user: object) -> Actor | None:
    """Whoever a request says is signed in, as they are today. No statement: they were read with their agency."""
    return _actor(user) if isinstance(user, SignIn) else None


def sign_ins() -> tuple[KnownSignIn, ...]:
    """Everybody who may sign in, in the order they were added. One statement."""
    return _known(SignIn.objects.order_by("made_at", "id"))


def sign_in_named(username: str) -> SignIn | None:
    """The credentials by that name, for whoever logs somebody in."""
    return SignIn.objects.filter(username=username).first()


def agencies(which: Iterable[UUID]) -> dict[UUID, AgencyFact]:
    """Agencies by id. One statement, none when none is asked for."""
    asked = list(set(which))
    found = _rows(_NAMES, agencies=asked, door=False, hub="") if asked else []
    return {id: AgencyFact(id=id, name=name, type=type) for id, name, type in found}


def agency_of_people(type: AgencyType, made: UUID) -> AgencyFact | None:
    """The first agency that stands for families or for the public; of those not confirmed, only the one that Kith made."""
    known = Agency.objects.exclude(occasion__through=Through.REVIEW).order_by("recorded_at", "id")
    one = (known.filter(id=made) if type == AgencyType.UNKNOWN else known.filter(type=type)).first()
    return AgencyFact(id=one.id, name=one.name, type=one.type) if one else None


#: Who tells or knows of a child without being anywhere that can be rung.
CANNOT_BE_RUNG = (AgencyType.FAMILY, AgencyType.PUBLIC, AgencyType.UNKNOWN)


def all_agencies() -> dict[UUID, AgencyFact]:
    """Every agency that can be rung, by name: none that only a published review tells of. One statement."""
    found = Agency.objects.exclude(type__in=CANNOT_BE_RUNG).exclude(occasion__through=Through.REVIEW)
    return {one.id: AgencyFact(id=one.id, name=one.name, type=one.type) for one in found.order_by("name", "id")}


#: How far ahead a rota is read: past the longest run of days on which offices are shut.
AHEAD = timedelta(days=8)


def reachable(*, agencies: Iterable[UUID], at: datetime, and_front_door: bool = False) -> dict[UUID, Reachable]:
    """What was entered of these agencies' hours, numbers, and rotas that have not ended by a moment. Four statements.

    An agency of which nothing was entered is there too: that it cannot be said when it is reached is an answer. The
    front door is the hub that was added first: it answers for what no agency is named for.
    """
    names, door = _names(set(agencies), and_front_door)
    routes: dict[UUID, list[RouteTo]] = {}
    for agency, kind, *told in _rows(_ROUTES, agencies=list(names)):
        routes.setdefault(agency, []).append(_route(RouteKind(kind), *told))
    hours: dict[UUID, list[SaidHours]] = {}
    for agency, on, day, from_on, opens, closes in _rows(_HOURS, agencies=list(names)):
        hours.setdefault(agency, []).append(SaidHours(on or OpenDay(day), from_on, opens, closes))
    answering = {one.answered_by for found in routes.values() for one in found}
    shifts = tuple(
        Shift(agency=agency, name=name, role=Role(role), begins=begins, ends=ends)
        for agency, name, role, begins, ends in _rows(
            _SHIFTS, agencies=list({*names, *answering}), at=at, ahead=at + AHEAD
        )
    )
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


def staff_of(*, agency: UUID | None = None, type: str = "") -> tuple[Actor, ...]:
    """Whoever may sign in at an agency, or at the agencies of a type, by name. One statement."""
    found = SignIn.objects.order_by("professional__name", "id")
    which = {"professional__agency": agency} if agency else {"professional__agency__type": type}
    return tuple(one.actor for one in _known(found.filter(**which)))


def leave(agencies: Iterable[UUID], at: datetime) -> Leave:
    """Who is away from these agencies, or will be, with their covers' own leave; and who manages there.

    One statement, and one more where somebody is away.
    """
    asked = list(set(agencies))
    said = tuple(_away(*row) for row in _rows(_AWAY, agencies=asked, at=at))
    managed = _rows(_MANAGERS, agencies=asked, manager=Role.SOCIAL_CARE_MANAGER.value) if said else []
    return Leave(said, tuple(_worker(*row) for row in managed))


def covered_by(professional: UUID | None, at: datetime) -> tuple[AwayUntil, ...]:
    """Those who are away at a moment and for whom somebody covers. One statement."""
    return tuple(_away(*row) for row in _rows(_COVERED, cover=professional, at=at))


def standing_leave(professional: UUID, at: datetime) -> tuple[Away, ...]:
    """Somebody's leave that has not ended by a moment and that no later row is in place of. One statement."""
    later = Away.objects.filter(in_place_of=OuterRef("pk"))
    found = Away.objects.filter(~Exists(later), professional=professional, until_at__gt=at)
    return tuple(found.order_by("recorded_at", "id"))


#: Leave that no later row is in place of, with who is away and who covers.
_AWAY_WITH = (
    "SELECT a.id, a.from_at, a.until_at, p.name, p.role, p.agency_id, g.name, c.name, c.role, c.agency_id, h.name "
    "FROM agencies_away a "
    "JOIN agencies_professional p ON p.id = a.professional_id JOIN agencies_agency g ON g.id = p.agency_id "
    "LEFT JOIN agencies_professional c ON c.id = a.covered_by_id LEFT JOIN agencies_agency h ON h.id = c.agency_id "
    "WHERE NOT EXISTS (SELECT FROM agencies_away l WHERE l.in_place_of_id = a.id) "
    "AND a.until_at > %(at)s AND a.until_at > a.from_at AND "
)
_AWAY = (
    _AWAY_WITH
    + "(p.agency_id = ANY(%(agencies)s) OR a.professional_id IN (SELECT o.covered_by_id FROM agencies_away o "
    "JOIN agencies_professional w ON w.id = o.professional_id "
    "WHERE w.agency_id = ANY(%(agencies)s) AND o.until_at > %(at)s)) ORDER BY a.recorded_at, a.id"
)
#: Not where something entered later says otherwise of the same moment.
_COVERED = (
    _AWAY_WITH + "a.covered_by_id = %(cover)s AND a.from_at <= %(at)s AND NOT EXISTS (SELECT FROM agencies_away n "
    "WHERE n.professional_id = a.professional_id AND (n.recorded_at, n.id) > (a.recorded_at, a.id) "
    "AND n.from_at <= %(at)s AND n.until_at > %(at)s "
    "AND NOT EXISTS (SELECT FROM agencies_away l WHERE l.in_place_of_id = n.id)) ORDER BY p.name, a.id"
)
_MANAGERS = (
    "SELECT p.name, p.role, p.agency_id, g.name FROM agencies_professional p JOIN agencies_signin s ON s.professional_id = p.id "
    "JOIN agencies_agency g ON g.id = p.agency_id "
    "WHERE p.agency_id = ANY(%(agencies)s) AND p.role = %(manager)s ORDER BY s.made_at, s.id"
)


def _away(id: UUID, begins: datetime, ends: datetime, *people: Any) -> AwayUntil:
    cover = _worker(*people[4:]) if people[4] else None
    return AwayUntil(id=id, who=_worker(*people[:4]), begins=begins, ends=ends, cover=cover)


def _worker(name: str, role: str, agency: UUID, agency_name: str) -> Worker:
    return Worker(name=name, role=Role(role), agency=agency, agency_name=agency_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCallNumber:
    """A number that answers at every hour, and where: "01632 960 142", "Northbrook General"."""

    number: str
    agency_name: str


def paediatricians_on_call(at: datetime) -> tuple[OnCallNumber, ...]:
    """The numbers on which hospitals' on-call paediatricians are rung, as last entered, by hospital. One statement."""
    found = _rows(_PAEDIATRICIANS, kind=RouteKind.ON_CALL, hospital=AgencyType.HOSPITAL, day=london_day(at))
    return tuple(OnCallNumber(number=number, agency_name=name) for name, number in sorted(found))


_PAEDIATRICIANS = (
    "SELECT DISTINCT ON (r.agency_id) a.name, r.number FROM agencies_route r JOIN agencies_agency a ON a.id = r.agency_id "
    "WHERE a.type = %(hospital)s AND r.kind = %(kind)s AND r.name ILIKE '%%paediatric%%' AND r.from_on <= %(day)s "
    "ORDER BY r.agency_id, r.from_on DESC, r.recorded_at DESC, r.id DESC"
)


#: In each, what was entered last stands: in the order in which it was.
_NAMES = (
    "SELECT id, name, type FROM agencies_agency WHERE id = ANY(%(agencies)s) OR (%(door)s AND type = %(hub)s) "
    "ORDER BY recorded_at, id"
)
_ROUTES = (
    "SELECT r.agency_id, r.kind, r.name, r.number, r.checked_on, r.from_on, r.answered_by_id, a.name "
    "FROM agencies_route r JOIN agencies_agency a ON a.id = r.answered_by_id "
    "WHERE r.agency_id = ANY(%(agencies)s) ORDER BY r.recorded_at, r.id"
)
_HOURS = (
    'SELECT agency_id, "on", day, from_on, opens, closes FROM agencies_dutyhours '
    "WHERE agency_id = ANY(%(agencies)s) ORDER BY recorded_at, id"
)
_SHIFTS = (
    "SELECT agency_id, name, role, from_at, until_at FROM agencies_onduty WHERE agency_id = ANY(%(agencies)s) "
    "AND until_at > %(at)s AND from_at < %(ahead)s ORDER BY recorded_at, id"
)


def _rows(statement: str, **asked: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        return cursor.fetchall()


def _names(wanted: set[UUID], and_front_door: bool) -> tuple[dict[UUID, str], UUID | None]:
    """These agencies by name, and the front door if it is asked for."""
    found = _rows(_NAMES, agencies=list(wanted), door=and_front_door, hub=AgencyType.HUB.value)
    door = next((id for id, _, type in found if and_front_door and type == AgencyType.HUB), None)
    return {id: name for id, name, _ in found if id in wanted or id == door}, door


def _route(
    kind: RouteKind, name: str, number: str, checked_on: date, from_on: date, answered_by: UUID, answered_by_name: str
) -> RouteTo:
    return RouteTo(
        kind=kind,
        name=name,
        number=number,
        checked_on=checked_on,
        from_on=from_on,
        answered_by=answered_by,
        answered_by_name=answered_by_name,
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
