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
from kith.policy.findings import Finding, Key
from kith.policy.picture import OF_A_CHILD, ChildPicture, is_child
from kith.policy.rulebook import Assessment, CouldNotCheck, Rulebook, assess, rulebook
from kith.policy.shelves import Shelves
from kith.replay.chronology_file import Chronology, Moment


@dataclass(slots=True)
class Standing:
    """What stands open for one child, and how often each key has been opened."""

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
    """One moment of a replay. `open` counts duties open for every child of the file after it.

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
        told = [self._respond(child, at, was) for child in children]
        return self._told(at, facts, told)

    def _pass_time(self, until: datetime) -> Iterator[Told]:
        while self._waiting and self._waiting[0][0] <= until:
            at = self._waiting[0][0]
            told = []
            for child in self._due_at(at):
                told.append(self._respond(child, at, self.shelves))
            if any(changes or broken for changes, broken in told):
                yield self._told(at, (), told)

    def _due_at(self, at: datetime) -> list[UUID]:
        due = set()
        while self._waiting and self._waiting[0][0] == at:
            _, child = heapq.heappop(self._waiting)
            if self.standing[child].next_change_at == at and self._is_child(child, at):
                due.add(child)
        return sorted(due)

    def _respond(self, child: UUID, at: datetime, was: Shelves) -> tuple[Changes, tuple[CouldNotCheck, ...]]:
        standing = self.standing.setdefault(child, Standing())
        after = assess(ChildPicture(id=child, at=at, shelves=self.shelves), self.book)
        changes = change(standing.open_now, _once(lambda: self._without(child, at, was, after)), after)
        was_open = len(standing.open_now)
        standing.take(changes)
        self._open += len(standing.open_now) - was_open
        standing.next_change_at = after.next_change_at
        if after.next_change_at is not None:
            heapq.heappush(self._waiting, (after.next_change_at, child))
        return changes, after.could_not_check

    def _without(self, child: UUID, at: datetime, was: Shelves, after: Assessment) -> Assessment:
        if was is self.shelves:
            return after
        return assess(ChildPicture(id=child, at=at, shelves=was), self.book)

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
        child: replace(ChildPicture(id=child, at=at, shelves=replay.shelves), numbers=replay.book.numbers)
        for child in replay.standing
    }


def _once(ask: Callable[[], Assessment]) -> Callable[[], Assessment]:
    answer: list[Assessment] = []

    def asked() -> Assessment:
        if not answer:
            answer.append(ask())
        return answer[0]

    return asked
