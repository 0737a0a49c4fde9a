"""What stands open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from kith.duties.models import TOLD, Duty, DutyChange, Watch
from kith.people.queries import same_as
from kith.policy.findings import Finding, Key, OwedBy, Subject, stopped_by
from kith.policy.picture import kind_of_setting
from kith.vocabulary import Act, Clock, FindingKind, Role, Severity, SubjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A duty that stands open, as it is told now."""

    id: UUID
    finding: Finding
    times_opened: int


def open_duties(subjects: Iterable[UUID]) -> dict[UUID, dict[Key, Open]]:
    """What stands open for each of these children, by key. Two statements, however many there are."""
    who = same_as(subjects)
    return _open(Duty.objects.filter(subject__in=who), who)


def open_at(settings: Iterable[UUID]) -> dict[UUID, dict[Key, Open]]:
    """What stands open for each of these teams and settings, by key. Two statements."""
    which = frozenset(settings)
    return _open(Duty.objects.filter(setting__in=which).select_related("setting"), which)


def _open(of_these: QuerySet[Duty], who: frozenset[UUID]) -> dict[UUID, dict[Key, Open]]:
    duties = list(of_these.filter(ending=None).order_by("rule", "about"))
    changes = DutyChange.objects.filter(duty__in=duties).order_by("at", "id")
    last = {change.duty_id: change for change in changes}
    found: dict[UUID, dict[Key, Open]] = {one: {} for one in who}
    for duty in duties:
        one = Open(id=duty.id, finding=finding_of(duty, last.get(duty.id, duty)), times_opened=duty.times_opened)
        found[one.finding.subject.id][one.finding.key] = one
    return found


def times_opened(keys: Iterable[Key]) -> dict[Key, int]:
    """How often each key has been opened before."""
    wanted = set(keys)
    subjects = {key.subject for key in wanted}
    rows = (
        Duty.objects.filter(Q(subject__in=subjects) | Q(setting__in=subjects), rule__in={key.rule for key in wanted})
        .values_list("rule", "subject", "setting", "about")
        .annotate(n=Max("times_opened"))
    )
    counted = {Key(rule, subject or setting, about): n for rule, subject, setting, about, n in rows}
    return {key: counted.get(key, 0) for key in wanted}


def holds_on(act: Act, subjects: Iterable[UUID]) -> tuple[Open, ...]:
    """The holds that stand before an act for these children."""
    names = stopped_by(act)
    found = open_duties(subjects).values()
    return tuple(one for duties in found for one in duties.values() if one.finding.holds in names)


def finding_of(duty: Duty, told: Duty | DutyChange) -> Finding:
    """The finding that a duty keeps, as told at one moment."""
    said = {name: getattr(told, name) for name in TOLD}
    return Finding(
        rule=duty.rule,
        subject=_subject_of(duty),
        kind=FindingKind(said["kind"]),
        severity=Severity(said["severity"]),
        learning=tuple(said["learning"]),
        about=duty.about,
        sentence=said["sentence"],
        do_next=said["do_next"],
        evidence=tuple(said["evidence"]),
        owed_by=OwedBy(Role(said["owed_role"]), said["owed_agency"]),
        due_at=said["due_at"],
        clock=Clock(said["clock"]) if said["clock"] else None,
        holds=Act(said["holds"]) if said["holds"] else None,
        source=said["source"],
    )


def _subject_of(duty: Duty) -> Subject:
    if duty.setting:
        return Subject(kind_of_setting(duty.setting.type), duty.setting.id)
    return Subject(SubjectKind.CHILD, UUID(str(duty.subject_id)))


def watched(people: Iterable[UUID]) -> set[UUID]:
    """Those of these people who are, or were, children with a picture of their own. One statement, none for nobody."""
    asked = set(people)
    return set(Watch.objects.filter(child__in=asked).values_list("child", flat=True)) if asked else set()


def read_after(children: Iterable[UUID], at: datetime) -> frozenset[UUID]:
    """Those of these children whose picture was last read after a moment."""
    found = Watch.objects.filter(child__in=set(children), assessed_at__gt=at)
    return frozenset(found.values_list("child", flat=True))


def last_read(children: Iterable[UUID]) -> dict[UUID, datetime]:
    """When each of these children's pictures was last read, the first of them first."""
    found = Watch.objects.filter(child__in=set(children)).exclude(assessed_at=None).order_by("assessed_at", "child")
    return {child: at for child, at in found.values_list("child", "assessed_at") if at}
