"""Who a child on record, and everybody named with them, may be; and what was decided of it. A look and a search at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.journey.clock import now
from kith.journey.names import named
from kith.journey.reading import Record, may_write_about, open_record
from kith.journey.who_is_this import who_might_these_be
from kith.people.finding.known import said_of
from kith.people.matching.cleaning.clean import Said
from kith.people.matching.confusable import Confusable
from kith.people.matching.grades import A_GENERATION
from kith.people.queries import Candidate, Found, Link, LinkStands, as_one, links_of
from kith.policy import calendar
from kith.policy.facts import Person
from kith.policy.permissions import Actor
from kith.policy.picture import ADULT
from kith.vocabulary import Identity, LifeStage, LinkVerdict, MatchGrade

NOBODY = Found(candidates=(), too_common=(), compared=0)
_ME = "asked"
#: What is compared and comes to this keeps somebody offered whatever their age is said to be: one of the two may be a slip.
_HOLDS = frozenset(
    {
        ("nhs", "same"),
        ("upn", "same"),
        ("dob", "same"),
        ("dob", "1 January"),
        ("dob", "may be"),
        ("dob", "swapped"),
        ("dob", "one digit"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBe:
    """Somebody on record who may be the person asked about. `person` is None where the actor may not open their record.

    `decided` is what was last decided of the two and still stands or waits.
    """

    candidate: Candidate
    person: Person | None
    decided: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Somebody named with the child, and how likely the likeliest on record is them; None where nobody was found."""

    person: Person
    best: Candidate | None
    is_decided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoIsThis:
    """`asked` is the person of this child's household the page is about; `joined` are decisions that made them one with others."""

    record: Record
    asked: Person
    may_be: tuple[MayBe, ...]
    too_common: tuple[str, ...]
    near: tuple[Near, ...]
    joined: tuple[tuple[Link, Person], ...]
    confusable: tuple[Confusable, ...]
    looked_in: str
    not_asked: str


def open_who_is_this(actor: Actor, child: UUID, of: UUID | None = None) -> WhoIsThis:
    """Look for a child and everybody named with them, at once. Raises Refused to whoever may not search, and NotKeyed."""
    record = open_record(actor, child)
    people = _household(record)
    asked = people.get(of or record.picture.id) or people[record.picture.id]
    said = said_of(people)
    answer = who_might_these_be(
        actor,
        {str(who): one for who, one in said.items() if one.names},
        why=f"child {record.picture.id}",
        without=_all_of(people),
    )
    links = links_of(_all_of((asked.id,)))
    offers = _Offers.of(answer.found, calendar.london_day(record.now))
    found = answer.found.get(str(asked.id), NOBODY)
    return WhoIsThis(
        record=record,
        asked=asked,
        may_be=_may_be(actor, found.candidates, links, offers, asked),
        too_common=found.too_common,
        near=tuple(_near(person, answer.found.get(str(who), NOBODY), offers) for who, person in people.items()),
        joined=_joined(links, asked),
        confusable=answer.confusable,
        looked_in=answer.looked_in,
        not_asked=answer.not_asked,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """Whom somebody asked about may be, before anybody is entered."""

    may_be: tuple[MayBe, ...]
    too_common: tuple[str, ...]
    looked_in: str
    not_asked: str


def search(actor: Actor, said: Said, *, why: str) -> Searched:
    """Look for one person by what is said of them. Raises Refused to whoever may not search, and NotKeyed."""
    answer = who_might_these_be(actor, {_ME: said}, why=why)
    found = answer.found[_ME]
    offers = _Offers.of(answer.found, calendar.london_day(now()))
    return Searched(
        may_be=_may_be(actor, found.candidates, (), offers, None),
        too_common=found.too_common,
        looked_in=answer.looked_in,
        not_asked=answer.not_asked,
    )


def _household(record: Record) -> dict[UUID, Person]:
    """The child, then everybody who lives with them or matters to them, by name."""
    picture = record.picture
    adults = {one.adult for one in picture.key_adults.backwards()}
    home = {who for one in picture.household() for who in one.about}
    others = {*adults, *home, *(one.id for one in picture.siblings())} - {picture.id}
    people = sorted((picture.person(who) for who in others), key=lambda one: (one.called, one.id))
    return {picture.id: picture.child, **{one.id: one for one in people}}


def _all_of(people: Iterable[UUID]) -> frozenset[UUID]:
    asked = frozenset(people)
    return asked | frozenset(as_one(asked))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offers:
    """Everybody found for a household: `ones` has whom each is shown as, `people` who those are."""

    ones: Mapping[UUID, UUID]
    people: Mapping[UUID, Person]
    on: date

    @classmethod
    def of(cls, found: Mapping[str, Found], on: date) -> "_Offers":
        who = {one.person for each in found.values() for one in each.candidates}
        ones = as_one(who)
        return cls(ones=ones, people=named({ones.get(one, one) for one in who}), on=on)

    def shown_as(self, candidate: Candidate) -> UUID:
        return self.ones.get(candidate.person, candidate.person)

    def may_be(self, asked: Person, candidate: Candidate) -> bool:
        """Whether somebody is offered: never an adult for a child. What only a slip explains is a person's to look at."""
        if candidate.grade == MatchGrade.CONFLICT or any((s.comparison, s.label) in _HOLDS for s in candidate.compared):
            return True
        return not _are_of_two_ages(asked, self.people[self.shown_as(candidate)], self.on)


def _are_of_two_ages(one: Person, other: Person, on: date) -> bool:
    """Whether one is a child and the other an adult, or they were born a generation apart, as far as anything is known."""
    mine, theirs = (one.born_from, one.born_until), (other.born_from, other.born_until)
    if mine[0] and mine[1] and theirs[0] and theirs[1]:
        return calendar.years_after(min(mine[1], theirs[1]), A_GENERATION) < max(mine[0], theirs[0])
    return {_stage(one, on), _stage(other, on)} == {LifeStage.CHILD, LifeStage.ADULT}


def _stage(person: Person, on: date) -> LifeStage:
    """Child or adult by their birth date, else as was said of them; not known where the one or the other may be so."""
    if person.born_from and person.born_until:
        if calendar.birthday(person.born_until, ADULT) <= on:
            return LifeStage.ADULT
        return LifeStage.CHILD if calendar.birthday(person.born_from, ADULT) > on else LifeStage.NOT_KNOWN
    if person.expected_on or person.stage_said == LifeStage.UNBORN:
        return LifeStage.CHILD
    return person.stage_said


def _may_be(
    actor: Actor, candidates: tuple[Candidate, ...], links: tuple[Link, ...], offers: _Offers, asked: Person | None
) -> tuple[MayBe, ...]:
    """Each person once, by the likeliest of their identities; without a name where their record may not be opened.

    Who is of another age than the one asked about is left out, unless something was decided of the two.
    """
    first: dict[UUID, Candidate] = {}
    for one in candidates:
        first.setdefault(offers.shown_as(one), one)
    open_to = may_write_about(actor, first)
    decided = {who: one for one in links if one.stands != LinkStands.WITHDRAWN for who in (one.one, one.other)}
    known = tuple(
        MayBe(
            candidate=one,
            person=offers.people[who] if who in open_to else None,
            decided=decided.get(one.person) or decided.get(who),
        )
        for who, one in first.items()
    )
    return tuple(one for one in known if asked is None or one.decided or offers.may_be(asked, one.candidate))


def _near(person: Person, found: Found, offers: _Offers) -> Near:
    best = next((one for one in found.candidates if offers.may_be(person, one)), None)
    return Near(person=person, best=best, is_decided=person.identity == Identity.KNOWN)


def _joined(links: tuple[Link, ...], asked: Person) -> tuple[tuple[Link, Person], ...]:
    """Decisions that two are the same, which stand or wait for a second person, each with the other of the two."""
    same = [one for one in links if one.verdict == LinkVerdict.SAME and one.stands != LinkStands.WITHDRAWN]
    others = named({who for one in same for who in (one.one, one.other)})
    return tuple((one, others[one.other if one.one == asked.id else one.one]) for one in same)
