"""What a rule may say, and what the rulebook makes of it: Alert (look), Obligation (somebody must), Hold (an act waits).

A rule yields drafts. The rulebook stamps each with rule, subject, learning points and source, and it becomes a Finding.
A finding's key is (rule, subject, about); evidence, severity and due time may change under the same key.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from kith.policy import calendar
from kith.vocabulary import Act, Clock, FindingKind, Role, Severity, SubjectKind

#: Names the ids of duties; made once, never changed, or every stored id would.
DUTY_NAMESPACE = UUID("6f0d7c52-3a53-5f0e-9d0c-0b9a7c1f2e11")


class Key(NamedTuple):
    """What makes two findings the same one, told at different moments."""

    rule: str
    subject: UUID
    about: UUID

    def id(self, times_opened: int) -> UUID:
        """The duty's id: the same in a replay and in the record. `times_opened` counts from 1."""
        return uuid5(uuid5(DUTY_NAMESPACE, f"{self.rule}|{self.subject}|{self.about}"), str(times_opened))


@dataclass(frozen=True, slots=True)
class OwedBy:
    """The role and agency that owe it. Never the person it resolves to: a picture has no rota."""

    role: Role
    agency: UUID | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose finding it is."""

    kind: SubjectKind
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a rule yields. `about` is an entry's, a person's or an involvement's id; evidence is entry ids, in order."""

    about: UUID
    sentence: str
    do_next: str
    evidence: tuple[UUID, ...]
    owed_by: OwedBy
    severity: Severity = Severity.MANDATORY
    due_at: datetime | None = None
    clock: Clock | None = None
    holds: Act | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("A finding names the entries it rests on.")
        if (self.due_at is None) != (self.clock is None):
            raise ValueError("A due time and the clock it keeps come together.")
        if self.severity == Severity.SUSPECT and self.clock != Clock.ELAPSED:
            raise ValueError("A serious concern keeps elapsed time, never working days.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert(Draft):
    """Look at this. `severity` is consider or suspect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(Draft):
    """Somebody must, by a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Draft):
    """An act that ends or lessens help waits until this is answered. Nothing that protects is ever held."""

    def __post_init__(self) -> None:
        Draft.__post_init__(self)
        if not isinstance(self.holds, Act):
            raise ValueError("A hold names one of the acts that may be held.")


#: Who may not lessen help may not end it; and what must be answered before any decision not to act must be before each.
_ALSO_STOPPED_BY: dict[Act, tuple[Act, ...]] = {
    Act.ADVICE: (Act.NO_FURTHER_ACTION,),
    Act.EARLY_HELP: (Act.NO_FURTHER_ACTION,),
    Act.STEP_DOWN: (Act.NO_FURTHER_ACTION,),
    Act.CLOSE: (Act.STEP_DOWN, Act.NO_FURTHER_ACTION),
}


def stopped_by(act: Act) -> tuple[Act, ...]:
    """What a hold may name to stand before an act: the act itself, and the milder ones that include it."""
    return (act, *_ALSO_STOPPED_BY.get(act, ()))


_KIND_OF: dict[type[Draft], FindingKind] = {
    Alert: FindingKind.ALERT,
    Obligation: FindingKind.OBLIGATION,
    Hold: FindingKind.HOLD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A draft with its rule's name on it."""

    rule: str
    subject: Subject
    kind: FindingKind
    severity: Severity
    learning: tuple[int, ...]
    about: UUID
    sentence: str
    do_next: str
    evidence: tuple[UUID, ...]
    owed_by: OwedBy
    due_at: datetime | None
    clock: Clock | None
    holds: Act | None
    source: str

    @property
    def key(self) -> Key:
        """(rule, subject, about)."""
        return Key(self.rule, self.subject.id, self.about)

    @property
    def is_serious(self) -> bool:
        """An alert at suspect."""
        return self.kind == FindingKind.ALERT and self.severity == Severity.SUSPECT

    @property
    def may_lapse(self) -> bool:
        """Only a look, or a hold that ends on a date, may end by time alone."""
        if self.kind == FindingKind.HOLD:
            return self.due_at is not None
        return self.kind == FindingKind.ALERT and not self.is_serious

    def as_json(self, times_opened: int) -> dict[str, Any]:
        """The finding as the documented JSON object. Times in ISO 8601 with offset."""
        return {
            "id": str(self.key.id(times_opened)),
            "rule": self.rule,
            "kind": self.kind.value,
            "severity": self.severity.value,
            "learning": list(self.learning),
            "subject": {"kind": self.subject.kind.value, "id": str(self.subject.id)},
            "sentence": self.sentence,
            "do_next": self.do_next,
            "evidence": [str(entry) for entry in self.evidence],
            "owed_by": {
                "role": self.owed_by.role.value,
                "agency": str(self.owed_by.agency) if self.owed_by.agency else None,
            },
            "due_at": calendar.written(self.due_at) if self.due_at else None,
            "clock": self.clock.value if self.clock else None,
            "holds": self.holds.value if self.holds else None,
            "source": self.source,
        }


def stamp(draft: Draft, *, rule: str, subject: Subject, learning: tuple[int, ...], source: str) -> Finding:
    """Make a finding of what a rule yielded."""
    return Finding(
        rule=rule,
        subject=subject,
        kind=_KIND_OF[type(draft)],
        severity=draft.severity,
        learning=learning,
        about=draft.about,
        sentence=draft.sentence,
        do_next=draft.do_next,
        evidence=_once(draft.evidence),
        owed_by=draft.owed_by,
        due_at=calendar.instant(draft.due_at) if draft.due_at else None,
        clock=draft.clock,
        holds=draft.holds,
        source=source,
    )


def _once(entries: Iterable[UUID]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(entries))
