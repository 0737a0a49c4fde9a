"""Whom to ring at an hour, and who answers for what is owed: a named person, or a desk that somebody staffs. Pure.

What is in force is worked out from what was entered of hours, numbers, rotas and leave. Danger that falls due while an office is
shut is answered by whoever answers for it then.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from kith.policy.calendar import instant, london_day
from kith.policy.findings import Finding
from kith.policy.hours import Hours
from kith.policy.leave import Away, Leave, Worker
from kith.policy.permissions import DECIDERS
from kith.vocabulary import Clock, Role, RouteKind

NOBODY_IS_AWAY = Leave()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A number for an agency: what answers there, for which hours, who staffs it, and on which day it was tried."""

    kind: RouteKind
    name: str
    number: str
    checked_on: date
    from_on: date
    answered_by: UUID
    answered_by_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Somebody is on duty for an agency by name, from a moment until just before another."""

    agency: UUID
    name: str
    role: Role
    begins: datetime
    ends: datetime

    def holds(self, at: datetime) -> bool:
        """Whether they are on duty at a moment."""
        return instant(self.begins) <= instant(at) < instant(self.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A number for some hours. `begins` is None when they have begun, `until` when no end is in sight or known."""

    name: str
    number: str
    checked_on: date
    agency: UUID
    agency_name: str
    on_duty: Shift | None
    begins: datetime | None
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How an agency is reached at a moment. `is_open` is None when nobody has said its hours; a ring, when no number.

    `on_call` is a number for every hour, where it is neither of the other two.
    """

    agency: UUID
    name: str
    is_open: bool | None
    opens_at: datetime | None = None
    now: Ring | None = None
    then: Ring | None = None
    on_call: Ring | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reachable:
    """What was entered of one agency's hours, numbers and rota, and of the rota of whoever answers for it."""

    agency: UUID
    name: str
    is_front_door: bool = False
    hours: Hours = field(default_factory=Hours)
    routes: tuple[Route, ...] = ()
    shifts: tuple[Shift, ...] = ()
    _reached: dict[datetime, Reach] = field(default_factory=dict, init=False, repr=False, compare=False)

    def at(self, moment: datetime) -> Reach:
        """Whom to ring at a moment, and whom in the hours after it. Worked out once for a moment."""
        if moment not in self._reached:
            self._reached[moment] = self._at(moment)
        return self._reached[moment]

    def _at(self, moment: datetime) -> Reach:
        opening = self.hours.opening(moment)
        if opening is None:
            either = self._route(moment, *RouteKind)
            return Reach(agency=self.agency, name=self.name, is_open=None, now=self._ring(either, moment, None, None))
        change, on_call = opening.until, self._route(moment, RouteKind.ON_CALL)
        first = self._route(moment, *_FOR[opening.is_open])
        now = self._ring(first, moment, None, change)
        then = second = None
        if change:
            after = self.hours.opening(change)
            second = self._route(change, *_FOR[not opening.is_open])
            if second != first:
                then = self._ring(second, change, change, after.until if after else None)
        return Reach(
            agency=self.agency,
            name=self.name,
            is_open=opening.is_open,
            opens_at=None if opening.is_open else change,
            now=now,
            then=then,
            on_call=None if on_call in (first, second) else self._ring(on_call, moment, None, None),
        )

    def shut_from(self, at: datetime, until: datetime) -> datetime | None:
        """From when, not before one moment, it is shut without a break until another; None if it is open then."""
        opening = self.hours.opening(at)
        while opening and opening.until and opening.until <= instant(until):
            at = opening.until
            opening = self.hours.opening(at)
        return None if opening is None or opening.is_open else at

    def on_duty(self, at: datetime, agency: UUID, role: Role | None = None) -> Shift | None:
        """Who is on duty at a moment, in a role if one is asked for; the last entered stands."""
        found = (one for one in reversed(self.shifts) if one.agency == agency and role in (None, one.role))
        return next((one for one in found if one.holds(at)), None)

    def any_number(self, at: datetime) -> str:
        """A number for it in force on the day, whatever hours it was given for; "" where nobody entered one."""
        route = self._route(at, *RouteKind)
        return route.number if route else ""

    def _route(self, at: datetime, *kinds: RouteKind) -> Route | None:
        """The first kind that there is a number of; of each kind, the latest in force on the day."""
        day = london_day(at)
        for kind in kinds:
            found = [one for one in self.routes if one.kind == kind and one.from_on <= day]
            if found:
                return max(reversed(found), key=lambda one: one.from_on)
        return None

    def _ring(self, route: Route | None, at: datetime, begins: datetime | None, until: datetime | None) -> Ring | None:
        if route is None:
            return None
        return Ring(
            name=route.name,
            number=route.number,
            checked_on=route.checked_on,
            agency=route.answered_by,
            agency_name=route.answered_by_name,
            on_duty=self.on_duty(at, route.answered_by),
            begins=begins,
            until=until,
        )


_FOR = {
    True: (RouteKind.OFFICE_HOURS, RouteKind.ON_CALL),
    False: (RouteKind.OUT_OF_HOURS, RouteKind.ON_CALL),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerer:
    """Who answers for what is owed. `name` is a person's, or "" for a desk.

    `covers` when they answer for an office that is shut; then `beside` is who answers until it shuts, if it is open yet.
    `away` is who would answer and is on leave until `away_until`: another stands in, or, where nobody was entered who could,
    `away` and `name` are one. Of leave that begins before it is due, `beside` is who answers until then.
    `is_somebody_else` when whoever would answer decided it themselves.
    """

    name: str
    role: Role
    agency: UUID
    agency_name: str
    number: str = ""
    covers: bool = False
    beside: str = ""
    beside_until: datetime | None = None
    away: str = ""
    away_until: datetime | None = None
    is_cover: bool = False
    is_somebody_else: bool = False

    def but(self, who: str, agency: UUID) -> "Answerer":
        """Who answers where this person may not: somebody else of the agency, by desk, if it would have been them."""
        told = replace(self, beside="somebody else" if self.beside == who else self.beside)
        is_them = (self.name, self.agency) == (who, agency)
        return replace(told, name="", away="", away_until=None, is_somebody_else=True) if is_them else told


def who_answers(
    finding: Finding,
    *,
    allocated: Iterable[Worker],
    reachable: Mapping[UUID, Reachable],
    front_door: UUID | None,
    at: datetime,
    leave: Leave = NOBODY_IS_AWAY,
) -> Answerer | None:
    """The person or desk that a role resolves to, or None when nobody has entered who that is.

    What no agency is named for is the front door's. What somebody on leave would answer for passes to whoever stands in
    for them. What those who decide owe in elapsed time, and falls due or is late while their office is shut, is the
    Emergency Duty Service's, with whoever answers until the office shuts.
    """
    place = reachable.get(finding.owed_by.agency or front_door or finding.subject.id)
    if place is None:
        return None
    due = max(instant(finding.due_at or at), instant(at))
    by_day = _by_day(finding.owed_by.role, tuple(allocated), place, at, due, leave)
    goes_on = finding.clock == Clock.ELAPSED and finding.owed_by.role in DECIDERS
    return (goes_on and _by_night(place, by_day, due, at, leave)) or by_day


def _by_day(
    role: Role, allocated: tuple[Worker, ...], place: Reachable, at: datetime, due: datetime, leave: Leave
) -> Answerer | None:
    reach = place.at(at)
    opens = at if reach.is_open or reach.opens_at is None else reach.opens_at
    named = next((one for one in allocated if (one.agency, one.role) == (place.agency, role)), None)
    named = named or on_duty_as(place, opens, role)
    ring = reach.now if reach.now and reach.now.agency == place.agency else reach.then or reach.now
    number = ring.number if ring else place.any_number(at)
    desk = Answerer(name="", role=role, agency=place.agency, agency_name=place.name, number=number)
    if named is None:
        return desk if desk.number else None
    theirs = replace(desk, name=named.name)
    away_now, away_then = leave.of(named, opens), leave.of(named, max(due, instant(opens)))
    if away_now:
        return _passed_on(away_now, opens, theirs, place, leave)
    if away_then:
        passed = _passed_on(away_then, due, theirs, place, leave)
        return replace(passed, beside=named.name, beside_until=away_then.begins)
    return theirs


def on_duty_as(place: Reachable, at: datetime, role: Role) -> Worker | None:
    """Whoever is on duty at a place in a role at a moment, by name."""
    shift = place.on_duty(at, place.agency, role)
    return Worker(name=shift.name, role=shift.role, agency=shift.agency, agency_name=place.name) if shift else None


def _passed_on(away: Away, at: datetime, theirs: Answerer, place: Reachable, leave: Leave) -> Answerer:
    """Whoever stands in for somebody on leave: a person, else the desk, else themselves, said to be away."""
    manager = on_duty_as(place, at, Role.SOCIAL_CARE_MANAGER)
    other = leave.stands_in(away, at, [manager] if manager else ())
    told = replace(theirs, away=away.who.name, away_until=away.ends)
    if other is None:
        return replace(told, name="") if told.number else told
    return replace(
        told,
        name=other.name,
        role=other.role,
        agency=other.agency,
        agency_name=other.agency_name or place.name,
        number=told.number if other.agency == place.agency else "",
        is_cover=other == away.cover,
    )


def _by_night(place: Reachable, by_day: Answerer | None, due: datetime, at: datetime, leave: Leave) -> Answerer | None:
    """Whoever takes over when the office shuts, if something is due before it opens again; None when nobody does."""
    shut_from = place.shut_from(at, due)
    night = place.at(shut_from).now if shut_from else None
    if night is None or shut_from is None or night.agency == place.agency:
        return None
    today = place.at(at)
    on_duty = _of_the_night(night, shut_from, leave)
    until_then = (by_day.beside or by_day.name) if by_day else ""
    day_is_on = bool(until_then and today.is_open and today.now)
    return Answerer(
        name=on_duty.name if on_duty else "",
        role=on_duty.role if on_duty else Role.EMERGENCY_DUTY,
        agency=night.agency,
        agency_name=night.agency_name,
        number=night.number,
        covers=True,
        beside=until_then if day_is_on else "",
        beside_until=today.now.until if today.now and day_is_on else None,
    )


def _of_the_night(night: Ring, at: datetime, leave: Leave) -> Worker | None:
    """Who is on duty there by name, or their cover; None for the desk."""
    shift = night.on_duty
    if shift is None:
        return None
    named = Worker(name=shift.name, role=shift.role, agency=shift.agency, agency_name=night.agency_name)
    away = leave.of(named, at)
    return leave.stands_in(away, at) if away else named
