"""Whom to ring about a child: the one who answers at this hour first, the next hour's second, then everybody involved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from kith.journey.answering import allocated
from kith.journey.reading import Record
from kith.policy.facts.family import Allocation, Involvement
from kith.policy.leave import Worker
from kith.policy.permissions import refusal_to_share_out
from kith.policy.reach import Reach, Ring, on_duty_as
from kith.policy.readings import open_involvements, open_social_care
from kith.replay.entry_in_words import role_in_words, word_in_words
from kith.vocabulary import Role, Service
from kith.web.ringing import hours_words, leave_words, moment_words, not_known_words, shut_words
from kith.web.shown import ShownPanel, ShownPerson, ShownPlace
from kith.web.telling import ALLOCATES, team_url
from kith.web.words import capital

TITLE = "Whom to ring now"
NOBODY = "Nobody has entered that a service is open to this child, or whom to ring."


def whom_to_ring_panel(record: Record) -> ShownPanel:
    """Who answers for the child at this hour and after it, and how each agency with a service open is reached."""
    picture = record.picture
    services = {one.with_agency: one for one in open_involvements(picture, *Service)}
    workers = _workers(record)
    first = _first(record)
    rows = list(_first_rows(record, first, workers.get(first.agency))) if first else []
    answered = {first.agency} if first else set()
    for agency, involvement in services.items():
        if agency not in answered:
            rows.append(_involved(record, involvement, workers.get(agency)))
    link = ("Every agency’s hours and numbers", "/hours/") if record.ringing.reachable else ("", "")
    return ShownPanel(
        TITLE, tuple(rows), NOBODY, link_words=link[0], link_url=link[1], links=tuple(_who_works_with(record, workers))
    )


def _who_works_with(record: Record, workers: Mapping[UUID, object]) -> Iterator[ShownPlace]:
    """For each team that is open to the child, where the reader says who of it works with the child."""
    for agency in dict.fromkeys(one.with_agency for one in open_involvements(record.picture, *Service)):
        known = record.names.agencies.get(agency)
        if known and known.type in ALLOCATES and refusal_to_share_out(record.actor, agency) is None:
            words = "Change who works with the child" if agency in workers else "Choose who works with the child"
            yield ShownPlace(f"{words}, {known.name}", f"{team_url(agency)}?child={record.picture.id}")


@dataclass(frozen=True)
class _WorksWith:
    """Who works with the child for an agency: the worker, or who stands in; `name` is "" where the desk does."""

    name: str
    part: str
    away: str = ""


def _workers(record: Record) -> dict[UUID, _WorksWith]:
    """Who works with the child, by agency, for the service that began last; while they are away, who stands in."""
    by_service = allocated(record.picture)
    services = open_involvements(record.picture, *Service)
    return {
        one.with_agency: _works_with(record, one.with_agency, by_service[one.entry])
        for one in services
        if one.entry in by_service
    }


def _works_with(record: Record, agency: UUID, said: Allocation) -> _WorksWith:
    place, leave, at = record.ringing.reachable.get(agency), record.ringing.leave, record.now
    where = place.name if place else record.names.agency(agency)
    worker = Worker(name=said.worker_name, role=said.worker_role, agency=agency, agency_name=where)
    away = leave.of(worker, at)
    if away is None:
        return _WorksWith(worker.name, f"{capital(role_in_words(worker.role))}, {where}")
    manager = on_duty_as(place, at, Role.SOCIAL_CARE_MANAGER) if place else None
    other = leave.stands_in(away, at, [manager] if manager else ())
    until = leave_words(away.ends)
    if other is None:
        return _WorksWith("", "", f"{worker.name} is away until {until}")
    why = f"Covers for {worker.name}" if other == away.cover else f"{worker.name} is away"
    return _WorksWith(other.name, f"{capital(role_in_words(other.role))}, {other.agency_name}", f"{why} until {until}")


def _first(record: Record) -> Reach | None:
    """Who answers for the child: social care's team, or the front door when it has none.

    A team whose hours nobody entered is said to be one: no other agency is put in its place.
    """
    rings, team = record.ringing, open_social_care(record.picture)
    agency = team.with_agency if team else rings.front_door
    return rings.reach(agency) if agency else None


def _first_rows(record: Record, reach: Reach, worker: _WorksWith | None) -> tuple[ShownPerson, ...]:
    at = record.now
    if reach.now is None or reach.is_open is None:
        return (_person(record, reach, worker, ""),)
    rows = [_rung(reach, reach.now, worker, until=hours_words(reach.now, at), ring_now=True)]
    if reach.then:
        rows.append(_rung(reach, reach.then, worker, detail=capital(hours_words(reach.then, at))))
    return tuple(rows)


def _rung(
    reach: Reach, ring: Ring, worker: _WorksWith | None, *, detail: str = "", until: str = "", ring_now: bool = False
) -> ShownPerson:
    """Who answers at a number: the child's own worker at their own desk, else whoever is on duty there, else the desk."""
    shift = ring.on_duty
    if ring.agency != reach.agency:
        on = f"{shift.name} is on duty then, for" if shift and ring.begins else f"{shift.name}, for" if shift else "For"
        name, part = ring.agency_name, f"{on} {reach.name}"
    elif worker and worker.name:
        name, part = worker.name, worker.part
    elif shift:
        name, part = shift.name, f"{capital(role_in_words(shift.role))}, {reach.name}"
    else:
        name, part = ring.name, reach.name if reach.name != ring.name else ""
    if worker and ring.agency == reach.agency:
        detail = ". ".join(one for one in (worker.away, detail) if one)
    return ShownPerson(
        name=name, part=part, detail=detail, unknown=False, number=ring.number, until=until, ring_now=ring_now
    )


def _involved(record: Record, involvement: Involvement, worker: _WorksWith | None) -> ShownPerson:
    reach = record.ringing.reach(involvement.with_agency)
    service = capital(word_in_words(involvement.service))
    if reach is None:
        name = record.names.agency(involvement.with_agency)
        return ShownPerson(name=name, part=service, detail=not_known_words(name), unknown=False)
    return _person(record, reach, worker, service)


def _person(record: Record, reach: Reach, worker: _WorksWith | None, service: str) -> ShownPerson:
    """One agency in one row: who works there with the child, whether it is open, and its own number."""
    at, own = record.now, next((one for one in (reach.now, reach.then) if one and one.agency == reach.agency), None)
    named = worker if worker and worker.name else None
    name, part = (named.name, named.part) if named else (reach.name, service)
    detail, until = "", ""
    if reach.is_open is None:
        detail = not_known_words(reach.name)
    elif reach.is_open and own is None:
        detail = f"Nobody has entered a number for {reach.name}."
    elif reach.is_open and own:
        until = hours_words(own, at)
    else:
        until = f"from {moment_words(reach.opens_at, at)}" if own and own.begins and reach.opens_at else ""
        detail = "Shut now" if until else shut_words(reach, at)
    detail = ". ".join(one for one in (worker.away if worker else "", detail) if one)
    return ShownPerson(
        name=name, part=part, detail=detail, unknown=False, number=own.number if own else "", until=until
    )
