"""A replay told: as stable JSON lines, and as plain words for a terminal."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kith.policy import calendar
from kith.policy.facts import Fact
from kith.policy.findings import Finding, Key
from kith.replay.replay import Replay, Told, at_the_end, settings_at_the_end
from kith.vocabulary import FindingKind

LEARNING_POINTS = range(1, 15)
#: How a duty can end, in the order a line tells it.
ENDINGS = ("met", "lapsed", "waived", "rule_changed")
#: The words people read; never the code's own.
LABELS = {FindingKind.OBLIGATION: "To do", FindingKind.HOLD: "Answer this first"}


@dataclass(slots=True)
class Summary:
    """Per learning point: when Kith first spoke, how long before the end, and what is missing where it did not."""

    entries: int = 0
    first_spoke: dict[int, datetime] = field(default_factory=dict)

    def hear(self, told: Told) -> None:
        """Take a moment into account."""
        self.entries += len(told.facts)
        for finding in (finding for changes in told.changes for finding in changes.opened):
            for point in finding.learning:
                self.first_spoke.setdefault(point, told.at)

    def as_json(self, replay: Replay, ended: datetime | None) -> dict[str, Any]:
        """The last line of a replay."""
        return {
            "summary": {
                "entries": self.entries,
                "ended": calendar.written(ended) if ended else None,
                "learning": {str(point): self._point(point, replay, ended) for point in LEARNING_POINTS},
            }
        }

    def _point(self, point: int, replay: Replay, ended: datetime | None) -> dict[str, Any]:
        spoke = self.first_spoke.get(point)
        return {
            "first_spoke": calendar.written(spoke) if spoke else None,
            "days_before_end": (ended - spoke).days if spoke and ended else None,
            "missing": None if spoke else what_is_missing(point, replay, ended),
        }


def what_is_missing(point: int, replay: Replay, at: datetime | None) -> str:
    """Why a learning point stayed silent: which fact no line tells, or that no rule keeps it yet."""
    rules = [rule for rule in replay.book.rules if point in rule.learning]
    if not rules:
        return "No rule keeps this point yet."
    children = tuple(at_the_end(replay, at).values()) if at else ()
    if at is None or not children:
        return "The file tells of no child." if replay.chronology.moments else "The file has no entries."
    # What one child's entries tell is not missing from the file because another child's do not tell it.
    pictures = (*children, *settings_at_the_end(replay, at).values())
    asked = [[rule.missing(one) for one in pictures if isinstance(one, rule.reads)] for rule in rules]
    lacking = list(dict.fromkeys(words for answers in asked if all(answers) for words in answers if words))
    if not lacking:
        return "Its rules had what they read and nothing to say. That does not mean that a child is safe."
    return f"At its end the file does not tell of {'; or '.join(lacking)}."


def json_lines(replay: Replay, as_of: datetime | None = None) -> Iterator[dict[str, Any]]:
    """Every moment as the documented object, then the summary."""
    summary = Summary()
    for told in replay.moments(as_of):
        summary.hear(told)
        yield moment_as_json(told)
    yield summary.as_json(replay, as_of or replay.chronology.ended)


def moment_as_json(told: Told) -> dict[str, Any]:
    """One moment. Ids of duties that ended, findings of those that opened or changed, in the order of their keys."""
    return {
        "at": calendar.written(told.at),
        "entries": [entry_as_json(fact) for fact in told.facts],
        "opened": [_finding(told, one) for changes in told.changes for one in changes.opened],
        "changed": [_finding(told, one) for changes in told.changes for one in changes.changed],
        **{
            ending: [_id(told, key) for changes in told.changes for key in getattr(changes, ending)]
            for ending in ENDINGS
        },
        "could_not_check": [
            {"rule": one.rule, "subject": {"kind": one.subject.kind.value, "id": str(one.subject.id)}, "why": one.why}
            for one in told.could_not_check
        ],
        "open": told.open,
    }


def entry_as_json(fact: Fact) -> dict[str, Any]:
    """An entry's id, kind, and when it happened."""
    return {
        "id": str(fact.entry),
        "kind": fact.kind,
        "happened": {
            "from": calendar.written(fact.happened.start),
            "until": calendar.written(fact.happened.end),
            "certainty": fact.happened.certainty.value,
        },
    }


def _finding(told: Told, finding: Finding) -> dict[str, Any]:
    return finding.as_json(told.times_opened[finding.key])


def _id(told: Told, key: Key) -> str:
    return str(key.id(told.times_opened[key]))


def label(finding: Finding) -> str:
    """What a person reads above a finding."""
    if finding.kind == FindingKind.ALERT:
        return "Serious concern: decide now" if finding.is_serious else "Look into this"
    return LABELS[finding.kind]


def when(moment: datetime) -> str:
    """A moment as a person reads it: Thursday 24 December 2020, 4:50pm."""
    local = moment.astimezone(calendar.LONDON)
    end_of_day = (local.hour, local.minute, local.second) == (23, 59, 59)
    return f"{local:%A} {local.day} {local:%B %Y}, {'the end of the day' if end_of_day else calendar.time_in_words(moment)}"
