"""A chronology made into the rows that Kith would have kept of it: every entry, and the duties its replay opened.

Nothing is invented here: who, what and when come from the file's lines; duties, their changes, their endings and the
next change come from `kith.replay`, which tells what the record tells. `honest.py` then asks the record itself.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from kith.agencies.models import Agency
from kith.chronology.entry import columns_of
from kith.chronology.models import Entry, EntryAbout
from kith.duties.acts import _told as told_of
from kith.duties.models import Duty, DutyChange, Watch
from kith.family.models import Household
from kith.journey.facts_read import MAKES
from kith.occasions.models import Occasion, OccasionOutcome
from kith.occasions.record import EnteredRow, digest_of, new_id
from kith.people.models import Person
from kith.policy.facts import Fact
from kith.policy.facts import Person as PersonFact
from kith.replay.chronology_file import Chronology
from kith.replay.replay import Replay, Told
from kith.vocabulary import Ending, Outcome, Purpose, Through

BY_KIND = {model.fact.kind: model for model in MAKES}
ENDINGS = tuple(Ending)


def rows_of_agencies(chronology: Chronology, at: datetime) -> Iterator[models.Model]:
    """The partnership's agencies, once for all children."""
    begun = new_id()
    yield from _occasion(begun, at, Through.IMPORT, "Setting up the bench")
    for agency in chronology.agencies:
        yield _signed(Agency(id=agency.id, name=agency.name, type=agency.type, occasion_id=begun))


def rows_of(chronology: Chronology, until: datetime) -> Iterator[models.Model]:
    """All rows of one file's people, with time passed up to a moment."""
    begun, first = new_id(), chronology.moments[0].at
    yield from _occasion(begun, first, Through.IMPORT, f"Import of {chronology.source}")
    for person in chronology.people:
        yield _signed(_person(person, begun))
    for household in chronology.households:
        yield _signed(Household(id=household.id, said=household.said, occasion_id=begun))
    replay = Replay(chronology)
    kept = _Kept(replay.book.hash)
    names = {agency.id: agency.name for agency in chronology.agencies}
    for told in replay.moments(until):
        by = told.facts[0] if told.facts else None
        acted = by.occasion if by else new_id()
        if by:
            yield from _occasion(acted, told.at, Through.SCREEN, by.by_name, by.role, by.agency, names[by.agency])
        else:
            yield from _occasion(acted, told.at, Through.CLOCK, "Kith's clock")
        for fact in told.facts:
            yield from _entry(fact)
        yield from kept.take(told, acted)
    yield from kept.duties.values()
    for child, standing in replay.standing.items():
        yield Watch(
            child_id=child,
            next_change_at=standing.next_change_at,
            rulebook_hash=replay.book.hash,
            assessed_at=until,
        )


class _Kept:
    """Duties as a replay opens, changes and ends them."""

    def __init__(self, rulebook_hash: str) -> None:
        self.duties: dict[UUID, Duty] = {}
        self._hash = rulebook_hash

    def take(self, told: Told, occasion: UUID) -> Iterator[models.Model]:
        for changes in told.changes:
            for finding in changes.opened:
                times = told.times_opened[finding.key]
                self.duties[finding.key.id(times)] = Duty(
                    id=finding.key.id(times),
                    rule=finding.rule,
                    subject_id=finding.subject.id,
                    about=finding.about,
                    times_opened=times,
                    rulebook_hash=self._hash,
                    opened_by_id=occasion,
                    opened_at=told.at,
                    **told_of(finding),
                )
            for finding in changes.changed:
                duty = finding.key.id(told.times_opened[finding.key])
                yield _signed(DutyChange(duty_id=duty, occasion_id=occasion, at=told.at, **told_of(finding)))
            for ending in ENDINGS:
                for key in getattr(changes, ending.value):
                    duty_ended = self.duties[key.id(told.times_opened[key])]
                    duty_ended.closed_by_id, duty_ended.closed_at = occasion, told.at
                    duty_ended.ending = ending


def _occasion(
    id: UUID,
    at: datetime,
    through: Through,
    name: str,
    role: str = "unknown",
    agency: UUID | None = None,
    team: str = "",
) -> Iterator[models.Model]:
    purpose = Purpose.PASSING_TIME if through == Through.CLOCK else Purpose.RECORDING
    said = {"by_name": name, "role": role, "agency_id": agency, "agency_name": team}
    yield Occasion(id=id, through=through, purpose=purpose, at=at, **said)
    yield _signed(OccasionOutcome(occasion_id=id, outcome=Outcome.DONE, at=at))


def _person(person: PersonFact, occasion: UUID) -> Person:
    names = [one.name for one in Person._meta.concrete_fields if hasattr(person, one.name)]
    return Person(occasion_id=occasion, **{name: getattr(person, name) for name in names})


def _entry(fact: Fact) -> Iterator[models.Model]:
    yield _signed(
        Entry(
            id=fact.entry,
            kind=fact.kind,
            happened_start=fact.happened.start,
            happened_end=fact.happened.end,
            certainty=fact.happened.certainty,
            at=fact.at,
            at_assumed=fact.at_assumed,
            by_name=fact.by_name,
            role=fact.role,
            agency_id=fact.agency,
            occasion_id=fact.occasion,
            known_to=None if fact.known_to is None else list(fact.known_to),
            corrects_id=fact.corrects,
            said=fact.said,
        )
    )
    for person in sorted(set(fact.about)):
        yield _signed(EntryAbout(entry_id=fact.entry, person_id=person))
    model = BY_KIND[fact.kind]
    own = {column: _listed(getattr(fact, name)) for name, column in columns_of(model).items()}
    yield _signed(model(entry_id=fact.entry, **own))


def _signed(row: EnteredRow) -> EnteredRow:
    row.salt = secrets.token_hex(16)
    row.digest = digest_of(row)
    return row


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
