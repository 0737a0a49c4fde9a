"""Writing what policy decided of duties: opened, changed, ended. Nothing is deleted, and nothing is decided here."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.duties.models import Duty, DutyChange, SettingWatch, Watch
from kith.duties.queries import times_opened
from kith.duties.told import ToldDuty
from kith.occasions.record import write
from kith.occasions.ticket import Ticket
from kith.policy.change import Changes
from kith.policy.findings import Finding, Key, Subject
from kith.vocabulary import Ending, SubjectKind


def reconcile(occasion: Ticket, *, changes: Changes, open_now: dict[Key, ToldDuty], rulebook_hash: str) -> None:
    """Write one subject's changes of a moment."""
    if not changes:
        return
    counted = times_opened(finding.key for finding in changes.opened) if changes.opened else {}
    for finding in changes.opened:
        _open(occasion, finding, counted[finding.key] + 1, rulebook_hash)
    for finding in changes.changed:
        write(
            DutyChange,
            duty_id=open_now[finding.key].id,
            occasion_id=occasion.id,
            at=occasion.at,
            **_told(finding),
        )
    for ending in Ending:
        ids = [open_now[key].id for key in getattr(changes, ending.value)]
        if ids:
            Duty.objects.filter(id__in=ids, ending=None).update(
                closed_by=occasion.id, closed_at=occasion.at, ending=ending
            )


def watch(
    subject: Subject,
    *,
    next_change_at: datetime | None,
    rulebook_hash: str,
    assessed_at: datetime,
    could_not_check: Iterable[str],
) -> None:
    """Remember when this picture could next change by time alone, and by name the rules that broke on it."""
    is_child = subject.kind == SubjectKind.CHILD
    watching = Watch.objects.all() if is_child else SettingWatch.objects.all()
    watching.filter(pk=subject.id).update(
        next_change_at=next_change_at,
        rulebook_hash=rulebook_hash,
        assessed_at=assessed_at,
        could_not_check=list(could_not_check),
    )


def stop_watching(grown_up: UUID, rulebook_hash: str) -> None:
    """Time changes nothing more for somebody who is no child any longer. What stands open stays until it is answered."""
    Watch.objects.filter(child_id=grown_up).update(next_change_at=None, rulebook_hash=rulebook_hash)


def _open(occasion: Ticket, finding: Finding, times: int, rulebook_hash: str) -> None:
    write(
        Duty,
        id=finding.key.id(times),
        rule=finding.rule,
        **_subject(finding.subject),
        about=finding.about,
        times_opened=times,
        rulebook_hash=rulebook_hash,
        opened_by_id=occasion.id,
        opened_at=occasion.at,
        **_told(finding),
    )


def _subject(subject: Subject) -> dict[str, UUID]:
    return {"subject_id" if subject.kind == SubjectKind.CHILD else "setting_id": subject.id}


def _told(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "learning": list(finding.learning),
        "sentence": finding.sentence,
        "do_next": finding.do_next,
        "evidence": list(finding.evidence),
        "owed_role": finding.owed_by.role,
        "owed_agency": finding.owed_by.agency,
        "due_at": finding.due_at,
        "clock": finding.clock,
        "holds": finding.holds,
        "source": finding.source,
    }
