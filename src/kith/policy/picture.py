"""`ChildPicture`: all facts of one child as known at one moment, household and siblings included.

Rules read through windows. Each question that time alone could answer otherwise notes when that would be, so the
rulebook can say when the answer could next change without being asked every day.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar
from uuid import UUID

from kith.policy import calendar
from kith.policy.facts import Agency, Fact, Person
from kith.policy.facts import casework as work
from kith.policy.facts import chronology as seen
from kith.policy.facts import family as near
from kith.policy.shelves import Shelf, Shelves, after, in_order
from kith.policy.standards import Numbers
from kith.vocabulary import AgencyType, LifeStage, Living

F = TypeVar("F", bound=Fact)

ADULT = 18


@dataclass(frozen=True, slots=True)
class Window(Generic[F]):
    """Facts of one kind about the child. It cannot be run through whole: ask for a span, the last, or what belongs."""

    _shelf: Shelf
    _picture: "ChildPicture"

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
class ChildPicture:
    """One child at one moment. `at` is held in UTC; what was entered later is not in it."""

    id: UUID
    at: datetime
    shelves: Shelves
    numbers: Numbers = field(default_factory=Numbers)
    _flips: list[datetime] = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", calendar.instant(self.at))

    # -- the moment -----------------------------------------------------------------------------------------------

    def seen_with(self, numbers: Numbers) -> "ChildPicture":
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

    def with_entries(self, facts: tuple[Fact, ...], at: datetime) -> "ChildPicture":
        """The picture at a later moment, with these entries too; it shares all that stayed the same."""
        return replace(self, at=at, shelves=self.shelves.with_facts(facts), _flips=[])

    # -- the child ------------------------------------------------------------------------------------------------

    @property
    def child(self) -> Person:
        """The child, named as last said."""
        return self.person(self.id)

    def person(self, who: UUID) -> Person:
        """Somebody, with what was last said of their name."""
        person = self.shelves.people.get(who) or Person(id=who)
        for naming in self.shelves.shelf(who, near.Naming).facts:
            assert isinstance(naming, near.Naming)
            person = named_as(person, naming.name, naming.born_from, naming.born_until)
        return person

    def is_older_than(self, years: int) -> bool:
        """Whether the child is surely older. Not knowing the birth date is not knowing: the answer is no."""
        born = self.child.born_until
        if born is None:
            return False
        return self.has_passed(calendar.start_of_day(calendar.birthday(born, years)))

    def agency(self, which: UUID) -> Agency:
        """An agency by its id."""
        return self.shelves.agencies.get(which) or Agency(id=which, name="an agency")

    def agency_is(self, which: UUID, *types: AgencyType) -> bool:
        """Whether an agency is one of these types."""
        return self.agency(which).type in types

    # -- the household --------------------------------------------------------------------------------------------

    def household(self) -> tuple[near.HouseholdMembership, ...]:
        """Where the child lives or stays, and everybody who is said to live or stay there too, as last said."""
        mine = {one.household for one in self._living(self.id)}
        people = sorted({who for home in mine for who in self.shelves.in_household[home]})
        return tuple(one for who in people for one in self._living(who) if one.household in mine)

    def siblings(self) -> tuple[Person, ...]:
        """Other children who share a household or a key adult with this one, who are one, or for whom this one is."""
        near = {who for one in self.household() for who in one.about}
        carers = self.shelves.cared_for_by
        for adult in {self.id, *(one.adult for one in self.key_adults.backwards())}:
            near |= {adult, *(child for child in carers.get(adult, ()) if self._names(child, adult))}
        others = sorted(near - {self.id})
        return tuple(person for who in others if self._is_child_now(person := self.person(who)))

    def _names(self, child: UUID, adult: UUID) -> bool:
        """Whether somebody said, and nobody took back, that this adult matters to a child."""
        said = self.shelves.shelf(child, near.KeyAdult).facts
        return any(isinstance(one, near.KeyAdult) and one.adult == adult for one in said)

    def _is_child_now(self, person: Person) -> bool:
        if person.born_until is not None:
            self.note(calendar.start_of_day(calendar.birthday(person.born_until, ADULT)))
        return is_child(person, self.at)

    def _living(self, who: UUID) -> tuple[near.HouseholdMembership, ...]:
        last: dict[UUID, near.HouseholdMembership] = {}
        for fact in self.shelves.shelf(who, near.HouseholdMembership).facts:
            assert isinstance(fact, near.HouseholdMembership)
            last[fact.household] = fact
        return tuple(one for one in last.values() if one.living != Living.LEFT)

    # -- the windows ----------------------------------------------------------------------------------------------

    def of(self, kind: type[F]) -> Window[F]:
        """The window on a kind of fact about this child."""
        return self.of_person(self.id, kind)

    def of_person(self, who: UUID, kind: type[F]) -> Window[F]:
        """The window on a kind of fact about somebody in the picture: a sibling, an adult who matters."""
        return Window(self.shelves.shelf(who, kind), self)

    @property
    def injuries(self) -> Window[seen.Injury]:
        return self.of(seen.Injury)

    @property
    def accounts(self) -> Window[seen.Account]:
        return self.of(seen.Account)

    @property
    def account_judgements(self) -> Window[seen.AccountJudgement]:
        return self.of(seen.AccountJudgement)

    @property
    def developments(self) -> Window[seen.Development]:
        return self.of(seen.Development)

    @property
    def visits(self) -> Window[seen.Visit]:
        return self.of(seen.Visit)

    @property
    def observations(self) -> Window[seen.Observation]:
        return self.of(seen.Observation)

    @property
    def considerations(self) -> Window[seen.Consideration]:
        return self.of(seen.Consideration)

    @property
    def waivers(self) -> Window[seen.Waiver]:
        return self.of(seen.Waiver)

    @property
    def involvements(self) -> Window[near.Involvement]:
        return self.of(near.Involvement)

    @property
    def step_downs(self) -> Window[work.SteppedDown]:
        return self.of(work.SteppedDown)

    @property
    def key_adults(self) -> Window[near.KeyAdult]:
        return self.of(near.KeyAdult)

    @property
    def adult_checks(self) -> Window[near.AdultCheck]:
        return self.of(near.AdultCheck)

    @property
    def contacts(self) -> Window[work.Contact]:
        return self.of(work.Contact)

    @property
    def threshold_decisions(self) -> Window[work.ThresholdDecision]:
        return self.of(work.ThresholdDecision)


#: Entries that are made about children. Whoever has one, and of whom nobody said an age, is taken for a child.
OF_A_CHILD = frozenset(
    {"admission", "attendance", "development", "injury", "involvement", "medical", "threshold_decision"}
)


def is_child(person: Person, at: datetime, *, has_childs_entry: bool = False) -> bool:
    """Whether somebody is a child at a moment: under eighteen, unborn, or said to be one when no birth date is known.

    Not knowing is not knowing that somebody is grown up: it is enough that an entry of a child's was made about them.
    """
    if person.born_until is not None:
        return at < calendar.start_of_day(calendar.birthday(person.born_until, ADULT))
    if person.expected_on is not None:
        return True
    if person.stage_said == LifeStage.NOT_KNOWN:
        return has_childs_entry
    return person.stage_said in (LifeStage.CHILD, LifeStage.UNBORN)


def named_as(person: Person, name: str, born_from: date | None, born_until: date | None) -> Person:
    """Somebody with what was said of their name or birthday since; what was not said stays as it was."""
    if name:
        person = replace(person, name=name)
    return replace(person, born_from=born_from, born_until=born_until) if born_from else person


def age_in_words(person: Person, on: date) -> str:
    """How old, as a sentence says it: "2", "11 weeks", or nothing when nobody knows."""
    if person.born_from is None or person.born_until is None or person.born_from != person.born_until:
        return ""
    years = 0
    while calendar.birthday(person.born_from, years + 1) <= on:
        years += 1
    if years:
        return str(years)
    return f"{(on - person.born_from).days // 7} weeks"
