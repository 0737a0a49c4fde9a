"""Adding agencies, the professionals who work there, and their sign-ins; their hours, numbers, rotas and leave."""

from collections.abc import Mapping
from datetime import date, datetime, time
from uuid import UUID

from kith.agencies.models import Agency, Away, DutyHours, OnDuty, Professional, Route, SignIn
from kith.agencies.queries import standing_leave
from kith.occasions.record import new_id, write
from kith.occasions.ticket import Refused, Ticket
from kith.policy.calendar import london_day
from kith.policy.permissions import Doing, refusal_to_say_away
from kith.vocabulary import OpenDay, Role, RouteKind


def add_agency(occasion: Ticket, *, name: str, type: str, id: UUID | None = None) -> Agency:
    """Add an agency, team or setting."""
    occasion.permit(Doing.SET_UP)
    return write(Agency, id=id or new_id(), name=name, type=type, occasion_id=occasion.id)


def add_professional(occasion: Ticket, *, name: str, role: str, agency: UUID) -> Professional:
    """Add somebody in a role at an agency."""
    occasion.permit(Doing.SET_UP)
    return write(Professional, name=name, role=role, agency_id=agency, occasion_id=occasion.id)


def add_sign_in(occasion: Ticket, *, professional: UUID, username: str) -> SignIn:
    """Let a professional sign in, without a password until they choose one."""
    occasion.permit(Doing.SET_UP)
    sign_in = SignIn(professional_id=professional, username=username)
    sign_in.set_unusable_password()
    sign_in.save(force_insert=True)
    return sign_in


def set_hours(
    occasion: Ticket, *, agency: UUID, week: Mapping[OpenDay, tuple[time, time]], from_on: date
) -> tuple[DutyHours, ...]:
    """Say an agency's hours from a day on: a week and its bank holidays. A day that is left out is shut.

    Closing at or before opening is closing on the next day; the same time twice is all day and night.
    """
    occasion.permit(Doing.SET_UP)
    return tuple(
        write(
            DutyHours,
            agency_id=agency,
            day=day,
            from_on=from_on,
            opens=week[day][0] if day in week else None,
            closes=week[day][1] if day in week else None,
            occasion_id=occasion.id,
        )
        for day in OpenDay
    )


def set_hours_on(
    occasion: Ticket, *, agency: UUID, on: date, opens: time | None = None, closes: time | None = None
) -> DutyHours:
    """Say that one date differs from the week: open at other hours, or shut."""
    occasion.permit(Doing.SET_UP)
    if (opens is None) != (closes is None):
        raise Refused("Enter both when it opens and when it closes, or neither if it is shut that day.")
    return write(DutyHours, agency_id=agency, on=on, from_on=on, opens=opens, closes=closes, occasion_id=occasion.id)


def add_route(
    occasion: Ticket,
    *,
    agency: UUID,
    kind: RouteKind,
    name: str,
    number: str,
    checked_on: date,
    answered_by: UUID | None = None,
    from_on: date | None = None,
) -> Route:
    """Give a number to ring for an agency, tried on a day. Somebody else may answer there, as the night does."""
    occasion.permit(Doing.SET_UP)
    if not (name.strip() and number.strip()):
        raise Refused("Enter what answers at this number, and the number.")
    if checked_on > london_day(occasion.at):
        raise Refused("Enter the day you last tried this number. It cannot be a day to come.")
    return write(
        Route,
        agency_id=agency,
        kind=kind,
        name=name,
        number=number,
        answered_by_id=answered_by or agency,
        checked_on=checked_on,
        from_on=from_on or checked_on,
        occasion_id=occasion.id,
    )


def put_on_duty(
    occasion: Ticket, *, agency: UUID, name: str, role: Role, from_at: datetime, until_at: datetime
) -> OnDuty:
    """Say who is on duty for an agency, by name, from a moment until just before another."""
    occasion.permit(Doing.SET_UP)
    if until_at <= from_at:
        raise Refused("This ends before it begins. Enter when they come off duty.")
    return write(
        OnDuty,
        agency_id=agency,
        name=name,
        role=role,
        from_at=from_at,
        until_at=until_at,
        occasion_id=occasion.id,
    )


def say_away(
    occasion: Ticket, *, professional: UUID, from_at: datetime, until_at: datetime, covered_by: UUID | None = None
) -> Away:
    """Say that somebody is away, from a moment until just before another, and who covers. Why is nobody's business here."""
    _permit_away(occasion, professional)
    if until_at <= from_at:
        raise Refused("This ends before it begins. Enter the day on which they are back.")
    if covered_by == professional:
        raise Refused("Nobody covers for themselves. Choose somebody else, or nobody yet: then the manager answers.")
    return write(
        Away,
        professional_id=professional,
        from_at=from_at,
        until_at=until_at,
        covered_by_id=covered_by,
        occasion_id=occasion.id,
    )


def back_early(occasion: Ticket, *, away: UUID) -> tuple[Away, ...]:
    """Say that somebody is back now, or that leave to come is called off. What was entered of it before stays.

    Leave of theirs that runs into it ends with it.
    """
    said = Away.objects.filter(pk=away).first()
    if said is None:
        raise Refused("Nobody is on this leave. Go back to the team’s page.")
    _permit_away(occasion, said.professional_id)
    return tuple(
        write(
            Away,
            professional_id=one.professional_id,
            from_at=one.from_at,
            until_at=max(one.from_at, occasion.at),
            covered_by_id=one.covered_by_id,
            in_place_of_id=one.id,
            occasion_id=occasion.id,
        )
        for one in standing_leave(said.professional_id, occasion.at)
        if one.from_at < said.until_at and said.from_at < one.until_at
    )


def _permit_away(occasion: Ticket, professional: UUID) -> None:
    who = Professional.objects.filter(pk=professional).first()
    if who is None:
        raise Refused("Nobody of this name works here. Choose whoever is away from the list.")
    refused = refusal_to_say_away(occasion.actor, who.id, who.agency_id)
    if refused:
        raise Refused(refused.sentence)
