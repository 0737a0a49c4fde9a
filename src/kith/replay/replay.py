"""The loop of casework without a database: at each moment, what was entered and what the policy says of it.

Moments come in order of time. Between them time itself is a moment whenever an answer could change by time alone.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from uuid import UUID

from kith.policy.change import Changes, change
from kith.policy.facts import KINDS, AgencyId, Fact
from kith.policy.facts.fields import own_fields, without_none
from kith.policy.facts.learned import WorksAt
from kith.policy.findings import Finding, Key
from kith.policy.picture import OF_A_CHILD, READ_OF_A_SETTING, ChildPicture, SettingPicture, is_child
from kith.policy.rulebook import Assessment, CouldNotCheck, Rulebook, assess, rulebook
from kith.policy.shelves import Shelves
from kith.policy.windows import Picture
from kith.replay.chronology_file import Chronology, Moment


@dataclass(slots=True)
class Standing:
    """What stands open for one child, team or setting, and how often each key has been opened."""

    open_now: dict[Key, Finding] = field(default_factory=dict)
    times_opened: dict[Key, int] = field(default_factory=dict)
    next_change_at: datetime | None = None

    def take(self, changes: Changes) -> None:
        """Let a moment's changes stand."""
        for finding in changes.opened:
            self.open_now[finding.key] = finding
            self.times_opened[finding.key] = self.times_opened.get(finding.key, 0) + 1
        for finding in changes.changed:
            self.open_now[finding.key] = finding
        for key in (*changes.met, *changes.waived, *changes.lapsed, *changes.rule_changed):
            del self.open_now[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One moment of a replay. `open` counts duties open for everybody of the file after it.

    `times_opened` says of each key this moment's changes name how often it has been opened.
    """

    at: datetime
    facts: tuple[Fact, ...] = ()
    changes: tuple[Changes, ...] = ()
    could_not_check: tuple[CouldNotCheck, ...] = ()
    times_opened: dict[Key, int]
    open: int


class Replay:
    """A chronology told moment by moment. Iterate `moments()` once; then `standing` and `shelves` are as at the end.

    The picture is of the shared record unless `known_to` names an agency: then it is what that agency knew by itself.
    """

    def __init__(self, chronology: Chronology, *, known_to: UUID | None = None, book: Rulebook | None = None) -> None:
        self.chronology = chronology
        self.book = book or rulebook()
        self.standing: dict[UUID, Standing] = {}
        self.known_to = known_to
        self._knew: set[UUID] = set()
        self.shelves = Shelves().with_people(chronology.people).with_agencies(chronology.agencies)
        self._waiting: list[tuple[datetime, UUID]] = []
        self._open = 0

    def moments(self, as_of: datetime | None = None) -> Iterator[Told]:
        """Every moment up to and with `as_of`, or to the last entry."""
        ends = as_of or self.chronology.ended
        for moment in self.chronology.moments:
            if ends is not None and moment.at > ends:
                break
            yield from self._pass_time(moment.at)
            facts = self._known_of(moment)
            if facts:
                yield self._enter(moment.at, facts)
        if ends is not None:
            yield from self._pass_time(ends)

    def _enter(self, at: datetime, facts: tuple[Fact, ...]) -> Told:
        was = self.shelves
        self.shelves = was.with_facts(facts)
        about = {person for fact in facts for person in fact.about}
        children = self._children(was.connected(about) | self.shelves.connected(about), at)
        told = [self._respond(ChildPicture(id=child, at=at, shelves=self.shelves), was) for child in children]
        if any(fact.kind in READ_OF_A_SETTING for fact in facts):
            settings = (SettingPicture(id=one, at=at, shelves=self.shelves) for one in self._settings(about))
            told += [self._respond(picture, was) for picture in settings]
        return self._told(at, facts, told)

    def _pass_time(self, until: datetime) -> Iterator[Told]:
        while self._waiting and self._waiting[0][0] <= until:
            at = self._waiting[0][0]
            told = [self._respond(picture, self.shelves) for picture in self._due_at(at)]
            if any(changes or broken for changes, broken in told):
                yield self._told(at, (), told)

    def _due_at(self, at: datetime) -> list[Picture]:
        due = set()
        while self._waiting and self._waiting[0][0] == at:
            due.add(heapq.heappop(self._waiting)[1])
        due = {who for who in due if self.standing[who].next_change_at == at}
        children = [who for who in due if self._is_child(who, at)]
        settings = [who for who in due if who in self.shelves.agencies]
        return [
            *(ChildPicture(id=who, at=at, shelves=self.shelves) for who in sorted(children)),
            *(SettingPicture(id=who, at=at, shelves=self.shelves) for who in sorted(settings)),
        ]

    def _respond(self, picture: Picture, was: Shelves) -> tuple[Changes, tuple[CouldNotCheck, ...]]:
        standing = self.standing.setdefault(picture.id, Standing())
        after = assess(picture, self.book)
        changes = change(standing.open_now, _once(lambda: self._without(picture, was, after)), after)
        was_open = len(standing.open_now)
        standing.take(changes)
        self._open += len(standing.open_now) - was_open
        standing.next_change_at = after.next_change_at
        if after.next_change_at is not None:
            heapq.heappush(self._waiting, (after.next_change_at, picture.id))
        return changes, after.could_not_check

    def _without(self, picture: Picture, was: Shelves, after: Assessment) -> Assessment:
        if was is self.shelves:
            return after
        return assess(replace(picture, shelves=was), self.book)

    def _told(
        self, at: datetime, facts: tuple[Fact, ...], told: Iterable[tuple[Changes, tuple[CouldNotCheck, ...]]]
    ) -> Told:
        told = tuple(told)
        named = (key for changes, _ in told for key in changes.keys)
        return Told(
            at=at,
            facts=facts,
            changes=tuple(changes for changes, _ in told),
            could_not_check=tuple(one for _, broken in told for one in broken),
            times_opened={key: self.standing[key.subject].times_opened[key] for key in named},
            open=self._open,
        )

    def _known_of(self, moment: Moment) -> tuple[Fact, ...]:
        if self.known_to is None:
            return moment.facts
        known = tuple(fact for fact in moment.facts if self._knows(fact, self.known_to))
        self._knew.update(fact.entry for fact in known)
        return known

    def _knows(self, fact: Fact, agency: UUID) -> bool:
        """What it entered, what it was named for or had done with it, and what mends something it knew.

        An entry for all who share the record reaches nobody by that alone: before a record was shared, it did not.
        """
        return (
            agency == fact.agency
            or agency in (fact.known_to or ())
            or agency in agencies_named(fact)
            or bool(self._knew & {fact.corrects, getattr(fact, "retracts", None)})
        )

    def _settings(self, people: set[UUID]) -> list[UUID]:
        """Every team or setting with staff on record where one of these people ever worked, or that was ever open to one."""
        near = (which for which, who in self.shelves.at_agency.items() if not who.isdisjoint(people))
        return sorted(which for which in near if which in self.standing or self._has_staff(which))

    def _has_staff(self, which: UUID) -> bool:
        here = self.shelves.at_agency[which]
        return any(self.shelves.shelf(who, WorksAt).belonging.get(which) for who in here)

    def _children(self, people: Iterable[UUID], at: datetime) -> list[UUID]:
        return sorted(who for who in people if self._is_child(who, at))

    def _is_child(self, who: UUID, at: datetime) -> bool:
        kinds = {kind.kind for kind, shelf in self.shelves.by_person.get(who, {}).items() if shelf.facts}
        person = self.shelves.people.get(who)
        return person is not None and is_child(person, at, has_childs_entry=bool(kinds & OF_A_CHILD))


def agencies_named(fact: Fact) -> tuple[UUID, ...]:
    """The agencies a fact says something was done with: told, asked, handed to, talked with, given an action."""
    return tuple(getattr(fact, name) for name in _naming(fact.kind) if getattr(fact, name) is not None)


@cache
def _naming(word: str) -> tuple[str, ...]:
    hints = ((name, without_none(hint)[0]) for name, (_, hint) in own_fields(KINDS[word]).items())
    return tuple(name for name, hint in hints if hint == AgencyId)


def at_the_end(replay: Replay, at: datetime) -> dict[UUID, ChildPicture]:
    """The picture of each child of a finished replay at a moment, ready to be read with the book's numbers."""
    return {
        child: ChildPicture(id=child, at=at, shelves=replay.shelves, numbers=replay.book.numbers)
        for child in replay.standing
        if child not in replay.shelves.agencies
    }


def settings_at_the_end(replay: Replay, at: datetime) -> dict[UUID, SettingPicture]:
    """The picture of each agency of a finished replay at a moment, ready to be read with the book's numbers."""
    return {
        which: SettingPicture(id=which, at=at, shelves=replay.shelves, numbers=replay.book.numbers)
        for which in replay.shelves.agencies
    }


def _once(ask: Callable[[], Assessment]) -> Callable[[], Assessment]:
    answer: list[Assessment] = []

    def asked() -> Assessment:
        if not answer:
            answer.append(ask())
        return answer[0]

    return asked
