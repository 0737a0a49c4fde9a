"""What any picture is: facts as known at a moment, read through windows, which note when an answer could next change.

Each question that time alone could answer otherwise notes when that would be, so the rulebook can say when the answer
could next change without being asked every day.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar
from uuid import UUID

from kith.policy import calendar
from kith.policy.facts import Agency, Fact, Person
from kith.policy.facts.family import Naming
from kith.policy.findings import Subject
from kith.policy.shelves import Shelf, Shelves, after, in_order
from kith.policy.standards import Numbers
from kith.vocabulary import AgencyType

F = TypeVar("F", bound=Fact)
P = TypeVar("P", bound="Picture")


@dataclass(frozen=True, slots=True)
class Window(Generic[F]):
    """Facts of one kind about somebody. It cannot be run through whole: ask for a span, the last, or what belongs."""

    _shelf: Shelf
    _picture: "Picture"

    def within(self, span: timedelta) -> tuple[F, ...]:
        """Those that ended less than `span` ago, in order. Notes when the earliest of them will have left."""
        facts = self._shelf.facts
        found = facts[after(facts, self._picture.at - span) :]
        if found:
            self._picture.note(found[0].happened.end + span)
        return found  # type: ignore[return-value]

    def last(self) -> F | None:
        """The one that happened last."""
        return self._shelf.facts[-1] if self._shelf.facts else None  # type: ignore[return-value]

    def belonging_to(self, what: UUID | str) -> tuple[F, ...]:
        """Those that belong to something: the accounts of an injury, the decision on a contact, contacts about a harm."""
        ids = self._picture.shelves.as_ever_entered(what)
        if len(ids) == 1:
            return self._shelf.belonging.get(what, ())  # type: ignore[return-value]
        found = (fact for one in ids for fact in self._shelf.belonging.get(one, ()))
        return tuple(sorted(found, key=in_order))  # type: ignore[arg-type]

    def backwards(self) -> Iterator[F]:
        """From the last to the first, for a rule that stops at the one it needs."""
        return iter(self._shelf.facts[::-1])  # type: ignore[arg-type]

    def __bool__(self) -> bool:
        return bool(self._shelf.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(ABC):
    """One subject at one moment. `at` is held in UTC; what was entered later is not in it."""

    id: UUID
    at: datetime
    shelves: Shelves
    numbers: Numbers = field(default_factory=Numbers)
    _flips: list[datetime] = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", calendar.instant(self.at))

    @property
    @abstractmethod
    def subject(self) -> Subject:
        """Whose picture it is."""

    @property
    @abstractmethod
    def about(self) -> tuple[UUID, ...]:
        """Whom the entries are about on which findings rest, and by which they are answered."""

    # -- the moment -----------------------------------------------------------------------------------------------

    def seen_with(self: P, numbers: Numbers) -> P:
        """The same picture, to be read by a rulebook with its numbers; what it notes is its own."""
        return replace(self, numbers=numbers, _flips=[])

    def note(self, moment: datetime) -> None:
        """Remember that an answer given could change at a moment by time alone."""
        moment = calendar.instant(moment)
        if moment > self.at:
            self._flips.append(moment)

    def has_passed(self, moment: datetime) -> bool:
        """Whether a moment has come. Notes it when it has not."""
        self.note(moment)
        return self.at >= calendar.instant(moment)

    @property
    def next_flip(self) -> datetime | None:
        """The first moment noted, or None when time alone changes nothing."""
        return min(self._flips, default=None)

    def with_entries(self: P, facts: tuple[Fact, ...], at: datetime) -> P:
        """The picture at a later moment, with these entries too; it shares all that stayed the same."""
        return replace(self, at=at, shelves=self.shelves.with_facts(facts), _flips=[])

    # -- whoever is in it -----------------------------------------------------------------------------------------

    def person(self, who: UUID) -> Person:
        """Somebody, with what was last said of their name."""
        person = self.shelves.people.get(who) or Person(id=who)
        for naming in self.shelves.shelf(who, Naming).facts:
            assert isinstance(naming, Naming)
            person = named_as(person, naming.name, naming.born_from, naming.born_until)
        return person

    def agency(self, which: UUID) -> Agency:
        """An agency by its id."""
        return self.shelves.agencies.get(which) or Agency(id=which, name="an agency")

    def agency_is(self, which: UUID, *types: AgencyType) -> bool:
        """Whether an agency is one of these types."""
        return self.agency(which).type in types

    def of_person(self, who: UUID, kind: type[F]) -> Window[F]:
        """The window on a kind of fact about somebody in the picture: a sibling, an adult who matters, staff."""
        return Window(self.shelves.shelf(who, kind), self)


def named_as(person: Person, name: str, born_from: date | None, born_until: date | None) -> Person:
    """Somebody with what was said of their name or birthday since; what was not said stays as it was."""
    if name:
        person = replace(person, name=name)
    return replace(person, born_from=born_from, born_until=born_until) if born_from else person
