"""What stands open, as a desk shows it: for these children, or owed by somebody in a role at an agency."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.duties.models import Duty, DutyChange
from kith.duties.queries import finding_of
from kith.people.queries import same_as
from kith.policy.findings import Finding
from kith.policy.permissions import Actor
from kith.vocabulary import AgencyType, Role, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDesk:
    """A duty as it is told, and since when it stands."""

    id: UUID
    finding: Finding
    opened_at: datetime


def standing_for(children: Iterable[UUID]) -> tuple[OnDesk, ...]:
    """All that stands open for these children, most urgent first. Two statements."""
    return _as_told(Duty.objects.filter(subject__in=same_as(children), ending=None))


def standing_at(settings: Iterable[UUID]) -> tuple[OnDesk, ...]:
    """All that stands open for these teams and settings, most urgent first. Two statements."""
    return _as_told(Duty.objects.filter(setting__in=set(settings), ending=None))


def stood_for(children: Iterable[UUID], at: datetime) -> tuple[OnDesk, ...]:
    """All that stood open for these children at a moment that has passed, as it was told then. Two statements."""
    opened = Duty.objects.filter(subject__in=same_as(children), opened_at__lte=at)
    return _as_told(opened.filter(Q(closed_at=None) | Q(closed_at__gt=at)), at)


def duty(id: UUID) -> OnDesk | None:
    """A duty by its id, open or ended, as it was told last. Two statements."""
    return next(iter(_as_told(Duty.objects.filter(pk=id))), None)


def standing_danger() -> tuple[OnDesk, ...]:
    """Every serious concern that stands open, for whichever child. Two statements."""
    serious = Q(severity=Severity.SUSPECT)
    changed = DutyChange.objects.filter(serious, duty=OuterRef("pk"))
    told = _as_told(Duty.objects.filter(serious | Q(Exists(changed)), ending=None))
    return tuple(one for one in told if one.finding.severity == Severity.SUSPECT)


def next_due(at: datetime) -> datetime | None:
    """When the next thing that stands open is due after a moment, for whichever child. Two statements."""
    due = (one.finding.due_at for one in _as_told(Duty.objects.filter(ending=None)))
    return min((moment for moment in due if moment and moment > at), default=None)


def owed_by(actor: Actor) -> tuple[OnDesk, ...]:
    """What somebody owes: their role's at their agency; for who answers for a team or the hub, all that it owes.

    Two statements. What no agency is named for is the front door hub's.
    """
    mine = _owed(actor)
    changed = DutyChange.objects.filter(mine, duty=OuterRef("pk"))
    told = _as_told(Duty.objects.filter(mine | Q(Exists(changed)), ending=None))
    return tuple(one for one in told if is_owed_by(one.finding, actor))


def is_owed_by(finding: Finding, actor: Actor) -> bool:
    """Whether it is theirs to answer."""
    owed = finding.owed_by
    if owed.agency is None:
        return actor.agency_type == AgencyType.HUB and owed.role == Role.HUB_DECISION_MAKER
    return owed.agency == actor.agency and (owed.role == actor.role or _answers_for_all(actor))


def _owed(actor: Actor) -> Q:
    at_my_agency = Q(owed_agency=actor.agency)
    mine = at_my_agency if _answers_for_all(actor) else at_my_agency & Q(owed_role=actor.role)
    return mine | Q(owed_agency=None) if actor.agency_type == AgencyType.HUB else mine


def _answers_for_all(actor: Actor) -> bool:
    return actor.role == Role.SOCIAL_CARE_MANAGER or actor.agency_type == AgencyType.HUB


def _as_told(duties: QuerySet[Duty], at: datetime | None = None) -> tuple[OnDesk, ...]:
    found = list(duties.select_related("setting"))
    changes = DutyChange.objects.filter(duty__in=[duty.id for duty in found]).order_by("at", "id")
    last = {change.duty_id: change for change in changes if at is None or change.at <= at}
    told = (OnDesk(id=one.id, finding=finding_of(one, last.get(one.id, one)), opened_at=one.opened_at) for one in found)
    return tuple(sorted(told, key=_urgency))


def _urgency(one: OnDesk) -> tuple[object, ...]:
    """Serious concerns first, then what is due soonest, then what has no time, longest open first."""
    finding = one.finding
    due = finding.due_at.timestamp() if finding.due_at else float("inf")
    return (not finding.is_serious, due, one.opened_at, finding.key)
