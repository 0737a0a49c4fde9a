"""Duties as they are told: each with the last change of it, in one statement, as values and no model objects."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kith.duties.models import TOLD, Duty, DutyChange
from kith.policy.findings import Finding, OwedBy, Subject
from kith.policy.picture import kind_of_setting
from kith.vocabulary import Act, Clock, FindingKind, Role, Severity, SubjectKind

_TOLD = ", ".join(f"CASE WHEN c.id IS NULL THEN d.{name} ELSE c.{name} END" for name in TOLD)
_DUTIES = (
    f"SELECT d.id, d.rule, d.subject_id, d.setting_id, s.type, d.about, d.times_opened, d.opened_at, {_TOLD} "
    "FROM duties_duty d LEFT JOIN agencies_agency s ON s.id = d.setting_id "
    "LEFT JOIN LATERAL (SELECT * FROM duties_dutychange c WHERE c.duty_id = d.id "
    "AND (%(told_at)s::timestamptz IS NULL OR c.at <= %(told_at)s) ORDER BY c.at DESC, c.id DESC LIMIT 1) c ON true "
    "WHERE {which} ORDER BY d.rule, d.about, d.id"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDuty:
    """A duty as it is told at a moment, and how many times its key had been opened with this one."""

    id: UUID
    finding: Finding
    opened_at: datetime
    times_opened: int


def told(which: str, at: datetime | None = None, **asked: Any) -> tuple[ToldDuty, ...]:
    """The duties (`d` in the condition), as told now or at a moment that has passed. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_DUTIES.replace("{which}", which), {**asked, "told_at": at})
        return tuple(_duty(*row) for row in cursor.fetchall())


def _duty(
    id: UUID,
    rule: str,
    child: UUID | None,
    setting: UUID | None,
    setting_type: str | None,
    about: UUID,
    times_opened: int,
    opened_at: datetime,
    *said: Any,
) -> ToldDuty:
    finding = _finding(rule, _subject(child, setting, setting_type), about, dict(zip(TOLD, said, strict=True)))
    return ToldDuty(id=id, finding=finding, opened_at=opened_at, times_opened=times_opened)


def finding_of(duty: Duty, told: Duty | DutyChange) -> Finding:
    """The finding that a duty keeps, as it was told when it was opened, or by one change of it."""
    setting = duty.setting
    subject = _subject(duty.subject_id, setting.id if setting else None, setting.type if setting else None)
    return _finding(duty.rule, subject, duty.about, {name: getattr(told, name) for name in TOLD})


def _finding(rule: str, subject: Subject, about: UUID, words: dict[str, Any]) -> Finding:
    return Finding(
        rule=rule,
        subject=subject,
        kind=FindingKind(words["kind"]),
        severity=Severity(words["severity"]),
        learning=tuple(words["learning"]),
        about=about,
        sentence=words["sentence"],
        do_next=words["do_next"],
        evidence=tuple(words["evidence"]),
        owed_by=OwedBy(Role(words["owed_role"]), words["owed_agency"]),
        due_at=words["due_at"],
        clock=Clock(words["clock"]) if words["clock"] else None,
        holds=Act(words["holds"]) if words["holds"] else None,
        source=words["source"],
    )


def _subject(child: UUID | None, setting: UUID | None, setting_type: str | None) -> Subject:
    if child:
        return Subject(SubjectKind.CHILD, child)
    assert setting and setting_type
    return Subject(kind_of_setting(setting_type), setting)
