"""What stands open, as a desk shows it: for these children, or owed by somebody in a role at an agency."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kith.duties.told import ToldDuty, told
from kith.policy.findings import Finding
from kith.policy.permissions import Actor
from kith.vocabulary import AgencyType, Clock, Role


def standing_for(children: Iterable[UUID]) -> tuple[ToldDuty, ...]:
    """All that stands open for these children, most urgent first. One statement."""
    return by_urgency(told("d.ending IS NULL AND d.subject_id = ANY(%(who)s)", who=list(children)))


def standing_at(settings: Iterable[UUID]) -> tuple[ToldDuty, ...]:
    """All that stands open for these teams and settings, most urgent first. One statement."""
    return by_urgency(told("d.ending IS NULL AND d.setting_id = ANY(%(places)s)", places=list(settings)))


def stood_for(children: Iterable[UUID], at: datetime) -> tuple[ToldDuty, ...]:
    """All that stood open for these children at a moment that has passed, as it was told then. One statement."""
    stood = (
        "d.subject_id = ANY(%(who)s) AND d.opened_at <= %(then)s AND (d.closed_at IS NULL OR d.closed_at > %(then)s)"
    )
    return by_urgency(told(stood, at, who=list(children), then=at))


def duty(id: UUID) -> ToldDuty | None:
    """A duty by its id, open or ended, as it was told last. One statement."""
    return next(iter(told("d.id = %(id)s", id=id)), None)


def standing_danger(until: datetime) -> tuple[ToldDuty, ...]:
    """All that keeps elapsed time and is due by a moment, for whichever child. One statement."""
    soon = _ever("({row}.clock = %(elapsed)s AND {row}.due_at <= %(until)s)")
    found = told(f"d.ending IS NULL AND {soon}", elapsed=Clock.ELAPSED.value, until=until)
    return by_urgency(one for one in found if one.finding.clock == Clock.ELAPSED)


def next_due(at: datetime) -> datetime | None:
    """When the next thing that stands open is due after a moment, for whichever child. One statement."""
    due = (one.finding.due_at for one in told("d.ending IS NULL"))
    return min((moment for moment in due if moment and moment > at), default=None)


def owed_by(actor: Actor) -> tuple[ToldDuty, ...]:
    """What somebody owes: their role's at their agency; for who answers for a team or the hub, all that it owes.

    One statement. What no agency is named for is the front door hub's.
    """
    found = told(f"d.ending IS NULL AND {_ever(_owed(actor))}", agency=actor.agency, role=actor.role.value)
    return by_urgency(one for one in found if is_owed_by(one.finding, actor))


def owed_to(roles: Iterable[tuple[Role, UUID]]) -> tuple[ToldDuty, ...]:
    """What these roles owe, each at its agency, most urgent first. One statement, none where there is no role."""
    asked = set(roles)
    if not asked:
        return ()
    theirs = "({row}.owed_role, {row}.owed_agency) IN (SELECT * FROM unnest(%(roles)s::text[], %(places)s::uuid[]))"
    found = told(
        f"d.ending IS NULL AND {_ever(theirs)}",
        roles=[role.value for role, _ in asked],
        places=[agency for _, agency in asked],
    )
    return by_urgency(one for one in found if (one.finding.owed_by.role, one.finding.owed_by.agency) in asked)


def is_owed_by(finding: Finding, actor: Actor) -> bool:
    """Whether it is theirs to answer. What an agency owes, and no role of it, is everybody's there."""
    owed = finding.owed_by
    if owed.agency is None:
        return actor.agency_type == AgencyType.HUB and owed.role == Role.HUB_DECISION_MAKER
    return owed.agency == actor.agency and (owed.role in (actor.role, Role.UNKNOWN) or _answers_for_all(actor))


def is_asked_of(finding: Finding, actor: Actor) -> bool:
    """Whether their agency owes it, and no role there is named: anybody of it may answer."""
    owed = finding.owed_by
    return owed.role == Role.UNKNOWN and owed.agency is not None and owed.agency == actor.agency


def _owed(actor: Actor) -> str:
    mine = "{row}.owed_agency = %(agency)s"
    if not _answers_for_all(actor):
        mine = f"({mine} AND {{row}}.owed_role IN (%(role)s, '{Role.UNKNOWN.value}'))"
    return f"({mine} OR {{row}}.owed_agency IS NULL)" if actor.agency_type == AgencyType.HUB else mine


def _ever(so: str) -> str:
    """That something is so of a duty as it was opened, or as it was told at any time since."""
    changed = f"SELECT FROM duties_dutychange o WHERE o.duty_id = d.id AND {so.format(row='o')}"
    return f"({so.format(row='d')} OR EXISTS ({changed}))"


def _answers_for_all(actor: Actor) -> bool:
    return actor.role == Role.SOCIAL_CARE_MANAGER or actor.agency_type == AgencyType.HUB


def by_urgency(duties: Iterable[ToldDuty]) -> tuple[ToldDuty, ...]:
    """Serious concerns first, then what is due soonest, then what has no time, longest open first."""
    return tuple(sorted(duties, key=_urgency))


def _urgency(one: ToldDuty) -> tuple[object, ...]:
    finding = one.finding
    due = finding.due_at.timestamp() if finding.due_at else float("inf")
    return (not finding.is_serious, due, one.opened_at, finding.key)
