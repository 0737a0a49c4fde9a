"""Facts kept in order, so that a picture can be had of any moment and the next one costs little more.

`Shelves` never changes: `with_facts` gives new shelves that share all that stayed the same. A correction takes the
place of what it corrects; a retraction takes the entry away.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from kith.policy.facts import Agency, Fact, Person
from kith.policy.facts.casework import (
    Action,
    ActionDone,
    Decision,
    DiscussionFinished,
    EscalationAnswered,
    ProfessionalOpinion,
    SteppedDown,
)
from kith.policy.facts.chronology import Account, AccountJudgement, Consideration, Retraction, Waiver
from kith.policy.facts.family import (
    AdultCheck,
    AdultPlan,
    AdultSpokenTo,
    Allocation,
    HouseholdMembership,
    Involvement,
    KeyAdult,
)
from kith.policy.facts.front_door import (
    Authorisation,
    Contact,
    InformationAsked,
    InformationReturned,
    Priority,
    SentBack,
    ThresholdDecision,
)
from kith.policy.facts.informed import Answer, Handover, HandoverAccepted, Told
from kith.policy.facts.learned import Training, UpdateRead, WorksAt

F = TypeVar("F", bound=Fact)

#: Facts that are looked for by what they belong to, and the field that names it: an entry, a person, or a closed word.
_BELONGS: dict[type[Fact], str] = {
    Account: "injury",
    AccountJudgement: "injury",
    Action: "decision",
    ActionDone: "action",
    AdultCheck: "adult",
    AdultPlan: "adult",
    AdultSpokenTo: "adult",
    Allocation: "involvement",
    Answer: "told",
    Authorisation: "decision",
    Consideration: "rule",
    Contact: "harm",
    Decision: "discussion",
    DiscussionFinished: "discussion",
    EscalationAnswered: "escalation",
    Handover: "of",
    HandoverAccepted: "handover",
    InformationAsked: "contact",
    InformationReturned: "asked",
    Priority: "contact",
    ProfessionalOpinion: "differs_from",
    SentBack: "contact",
    SteppedDown: "involvement",
    Told: "of",
    ThresholdDecision: "contact",
    Training: "topic",
    UpdateRead: "update",
    Waiver: "rule",
    WorksAt: "setting",
}


def in_order(fact: Fact) -> tuple[object, ...]:
    """When it happened, then when it was entered, then its id: the same order however entries arrive."""
    return (fact.happened.end, fact.at, fact.entry)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Facts of one kind about one person, in order."""

    facts: tuple[Fact, ...] = ()
    belonging: Mapping[UUID | str, tuple[Fact, ...]] = field(default_factory=dict)

    def with_facts(self, arriving: list[Fact]) -> "Shelf":
        """A shelf that holds these too: one or more, all of its kind."""
        owner = _BELONGS.get(type(arriving[0]))
        named: dict[UUID | str, list[Fact]] = {}
        for fact in arriving if owner else ():
            if (what := getattr(fact, str(owner))) is not None:
                named.setdefault(what, []).append(fact)
        belonging = self.belonging
        if named:
            belonging = {**belonging, **{what: _put_in(belonging.get(what, ()), some) for what, some in named.items()}}
        return Shelf(_put_in(self.facts, arriving), belonging)

    def without(self, entry: UUID) -> "Shelf":
        kept = tuple(fact for fact in self.facts if fact.entry != entry)
        belonging = {
            named: left
            for named, facts in self.belonging.items()
            if (left := tuple(fact for fact in facts if fact.entry != entry))
        }
        return Shelf(kept, belonging)


EMPTY_SHELF = Shelf()


@dataclass(frozen=True, slots=True)
class Shelves:
    """All that is known at a moment about people who belong together. Ask a `ChildPicture` rather than this."""

    people: Mapping[UUID, Person] = field(default_factory=dict)
    agencies: Mapping[UUID, Agency] = field(default_factory=dict)
    by_person: Mapping[UUID, Mapping[type[Fact], Shelf]] = field(default_factory=dict)
    in_household: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)
    cared_for_by: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)
    #: Whoever was ever said to work at an agency, and the children it was ever open to.
    at_agency: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)
    #: A correction to what it corrects: what belonged to the old entry belongs to the new one.
    corrects: Mapping[UUID, UUID] = field(default_factory=dict)

    def shelf(self, person: UUID, kind: type[Fact]) -> Shelf:
        """The facts of a kind about a person."""
        return self.by_person.get(person, {}).get(kind, EMPTY_SHELF)

    def with_people(self, people: Iterable[Person]) -> "Shelves":
        return replace(self, people={**self.people, **{person.id: person for person in people}})

    def with_agencies(self, agencies: Iterable[Agency]) -> "Shelves":
        return replace(self, agencies={**self.agencies, **{agency.id: agency for agency in agencies}})

    def with_facts(self, facts: Iterable[Fact]) -> "Shelves":
        """New shelves that hold these too. What one of them corrects or retracts is there no longer."""
        by_person = self._with_each_on_its_shelf(arriving := tuple(facts))
        households = dict(self.in_household)
        carers = dict(self.cared_for_by)
        agencies = dict(self.at_agency)
        for fact in arriving:
            for person in fact.about:
                if isinstance(fact, HouseholdMembership):
                    households[fact.household] = households.get(fact.household, frozenset()) | {person}
                if isinstance(fact, KeyAdult):
                    carers[fact.adult] = carers.get(fact.adult, frozenset()) | {person}
                if isinstance(fact, WorksAt | Involvement):
                    which = fact.setting if isinstance(fact, WorksAt) else fact.with_agency
                    agencies[which] = agencies.get(which, frozenset()) | {person}
        for fact in arriving:  # after all have arrived, so that their order at one moment does not matter
            if isinstance(fact, Retraction):
                _take_away(by_person, fact.retracts, fact.about)
            if fact.corrects is not None:
                _take_away(by_person, fact.corrects, tuple(by_person))
        corrects = {fact.entry: fact.corrects for fact in arriving if fact.corrects is not None}
        return replace(
            self,
            by_person=by_person,
            in_household=households,
            cared_for_by=carers,
            at_agency=agencies,
            corrects={**self.corrects, **corrects} if corrects else self.corrects,
        )

    def _with_each_on_its_shelf(self, arriving: tuple[Fact, ...]) -> dict[UUID, Mapping[type[Fact], Shelf]]:
        for_shelf: dict[UUID, dict[type[Fact], list[Fact]]] = {}
        for fact in arriving:
            for person in fact.about:
                for_shelf.setdefault(person, {}).setdefault(type(fact), []).append(fact)
        by_person = dict(self.by_person)
        for person, kinds in for_shelf.items():
            had = by_person.get(person, {})
            by_person[person] = {
                **had,
                **{kind: had.get(kind, EMPTY_SHELF).with_facts(some) for kind, some in kinds.items()},
            }
        return by_person

    def hold(self, people: Iterable[UUID], entries: Iterable[UUID]) -> bool:
        """Whether all of these entries about somebody of these stand: none was retracted or corrected."""
        shelves = (shelf for person in people for shelf in self.by_person.get(person, {}).values())
        return {fact.entry for shelf in shelves for fact in shelf.facts}.issuperset(entries)

    def as_ever_entered(self, what: UUID | str) -> tuple[UUID | str, ...]:
        """An entry and every entry it corrects, back to the first."""
        ids = [what]
        while isinstance(ids[-1], UUID) and (old := self.corrects.get(ids[-1])) and old not in ids:
            ids.append(old)
        return tuple(ids)

    def connected(self, people: Iterable[UUID]) -> frozenset[UUID]:
        """These people and all who ever shared a household or a key adult with them."""
        near = set(people)
        for person in tuple(near):
            near |= self.cared_for_by.get(person, frozenset())
        for person in tuple(near):
            for adult in self.shelf(person, KeyAdult).facts:
                assert isinstance(adult, KeyAdult)
                near |= {adult.adult, *self.cared_for_by[adult.adult]}
            for member in self.shelf(person, HouseholdMembership).facts:
                assert isinstance(member, HouseholdMembership)
                near |= self.in_household[member.household]
        return frozenset(near)


def _take_away(by_person: dict[UUID, Mapping[type[Fact], Shelf]], entry: UUID, people: tuple[UUID, ...]) -> None:
    for person in people:
        kinds = by_person.get(person, {})
        for kind, shelf in kinds.items():
            if any(fact.entry == entry for fact in shelf.facts):
                by_person[person] = {**kinds, kind: shelf.without(entry)}
                break


def _put_in(facts: tuple[Fact, ...], arriving: list[Fact]) -> tuple[Fact, ...]:
    if len(arriving) > 1:
        return tuple(sorted((*facts, *arriving), key=in_order))
    (fact,) = arriving
    if not facts or in_order(facts[-1]) <= in_order(fact):
        return (*facts, fact)
    late = list(facts)
    insort(late, fact, key=in_order)
    return tuple(late)


def after(facts: tuple[Fact, ...], moment: datetime) -> int:
    """The place of the first fact that ended later than a moment."""
    return bisect_right(facts, moment, key=_ended)


def _ended(fact: Fact) -> datetime:
    return fact.happened.end
