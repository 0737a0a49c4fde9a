"""The pages on which somebody chooses who a person is: candidates with their grade and reasons, in words."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.forms import BoundField

from kith.journey.identities import MayBe, Near, Searched, WhoIsThis
from kith.people.queries import Link, LinkStands
from kith.policy.calendar import london_day
from kith.policy.facts import Person
from kith.policy.permissions import Actor
from kith.vocabulary import LinkVerdict, MatchGrade
from kith.web.child.head import Head, head_of
from kith.web.ringing import front_door
from kith.web.shown import ShownPerson
from kith.web.telling import child_url, worry_url
from kith.web.who.forms import ChooseForm, SearchForm, TakeBackForm
from kith.web.words import age_of, day_words, first_name

GRADES = {
    MatchGrade.VERY_PROBABLE: "Very likely the same",
    MatchGrade.PROBABLE: "Likely the same",
    MatchGrade.POSSIBLE: "Possible",
    MatchGrade.UNLIKELY: "Little speaks for it",
    MatchGrade.CONFLICT: "Look closely: this does not fit together",
}
_NEAR = {
    MatchGrade.VERY_PROBABLE: "very likely on record already: look",
    MatchGrade.PROBABLE: "may be on record already: look",
    MatchGrade.POSSIBLE: "may be on record already: look",
    MatchGrade.CONFLICT: "may be on record already, but something does not fit: look",
}
_DECIDED = {
    LinkVerdict.SAME: "Decided: the same",
    LinkVerdict.NOT_SAME: "Decided: not the same",
    LinkVerdict.CANNOT_TELL: "Nobody could tell yet",
}
_STANDS = {
    LinkStands.WAITS_FOR_SECOND: "It waits for a second person.",
    LinkStands.WITHDRAWAL_WAITS_FOR_SECOND: "Somebody took it back. That waits for a second person.",
}


@dataclass(frozen=True)
class ShownCandidate:
    """`name` is empty where the reader may not open the record; `choice` is the form's question for them, if any."""

    name: str
    also: str
    grade: str
    may_be: str
    agrees: tuple[str, ...]
    differs: tuple[str, ...]
    nothing: tuple[str, ...]
    url: str
    decided: str
    choice: BoundField | None


@dataclass(frozen=True)
class ShownNear:
    name: str
    words: str
    url: str
    is_asked: bool


@dataclass(frozen=True)
class ShownLink:
    """A decision that two are one: in words, and the forms that may be sent about it."""

    words: str
    decision: str
    may_agree: bool
    take_back: TakeBackForm


@dataclass(frozen=True)
class WhoPage:
    head: Head
    name: str
    called: str
    sentence: str
    candidates: tuple[ShownCandidate, ...]
    too_common: str
    confusable: tuple[str, ...]
    near: tuple[ShownNear, ...]
    joined: tuple[ShownLink, ...]
    looked_in: str
    not_asked: str
    form: ChooseForm
    ring: ShownPerson
    worry_url: str


@dataclass(frozen=True)
class SearchPage:
    """`candidates` is None before anybody was looked for."""

    form: SearchForm
    candidates: tuple[ShownCandidate, ...] | None
    too_common: str
    looked_in: str
    ring: ShownPerson


def who_page(who: WhoIsThis, form: ChooseForm, worry: UUID | None = None) -> WhoPage:
    """The candidates for one person of a child's household; `worry` is where the reader came from."""
    record, today = who.record, london_day(who.record.now)
    return WhoPage(
        head=head_of(record, ""),
        name=with_age(who.asked, today),
        called=who.asked.called,
        sentence=_sentence(who),
        candidates=tuple(_candidate(one, today, form) for one in who.may_be),
        too_common=_too_common(who.too_common),
        confusable=tuple(_confusable(who)),
        near=tuple(_near(who, one, today) for one in who.near),
        joined=tuple(_link(record.actor, link, other, today) for link, other in who.joined),
        looked_in=who.looked_in,
        not_asked=who.not_asked,
        form=form,
        ring=front_door(record.now),
        worry_url=worry_url(record.picture.id, worry) if worry else "",
    )


def search_page(form: SearchForm, found: Searched | None, at: datetime) -> SearchPage:
    """The search, with whom it found."""
    return SearchPage(
        form=form,
        candidates=tuple(_candidate(one, london_day(at), None) for one in found.may_be) if found else None,
        too_common=_too_common(found.too_common) if found else "",
        looked_in=f"{found.looked_in}. {found.not_asked}" if found else "",
        ring=front_door(at),
    )


def with_age(person: Person, today: date) -> str:
    """ "Robin Marsh, 2"; the name alone of somebody whose age nobody has said."""
    age = age_of(person, today).removeprefix("aged ")
    return f"{person.called}, {age}" if age and age != "age not known" else person.called


def _sentence(who: WhoIsThis) -> str:
    count = len(who.may_be)
    if not count:
        return f"Nobody on record was found who may be {first_name(who.asked)}. That is no proof that there is nobody."
    found = "1 person was" if count == 1 else f"{count} people were"
    return f"{found} found. Kith joins nobody: you choose, and a choice can be taken back."


def _candidate(one: MayBe, today: date, form: ChooseForm | None) -> ShownCandidate:
    candidate, person = one.candidate, one.person
    shown = with_age(person, today) if person else ""
    others = [name for name in candidate.names if person and name != person.name]
    return ShownCandidate(
        name=shown,
        also=f"Also entered as {', '.join(others)}." if others else "",
        grade=GRADES[candidate.grade],
        may_be=f"May be {candidate.may_be}." if candidate.may_be else "",
        agrees=candidate.agrees,
        differs=candidate.differs,
        nothing=candidate.not_compared,
        url=child_url(person.id) if person else "",
        decided=_decided(one.decided),
        choice=form[str(candidate.person)] if form else None,
    )


def _decided(link: Link | None) -> str:
    return f"{_DECIDED[link.verdict]}, by {link.by_name}. {_STANDS.get(link.stands, '')}".strip() if link else ""


def _too_common(fields: tuple[str, ...]) -> str:
    if not fields:
        return ""
    return f"Too many people share what is known here, so that not all were compared. Add {' or '.join(fields)}."


def _confusable(who: WhoIsThis) -> list[str]:
    """Pairs that are easily taken for one, with the person the page is about among them."""
    names = {str(one.person.id): one.person.called for one in who.near}
    names |= {str(one.candidate.person): one.person.called for one in who.may_be if one.person}
    mine = str(who.asked.id)
    said = []
    for pair in who.confusable:
        one, other = names.get(str(pair.one)), names.get(str(pair.other))
        if one and other and mine in (str(pair.one), str(pair.other)):
            said.append(f"{one} and {other} {pair.may_be}.")
    return said


def _near(who: WhoIsThis, one: Near, today: date) -> ShownNear:
    words = _NEAR.get(one.best.grade, "nobody like them found") if one.best else "nobody like them found"
    if not one.person.name:
        words = "no name to look by"
    url = f"{child_url(who.record.picture.id)}who/?of={one.person.id}"
    return ShownNear(with_age(one.person, today), words, url, one.person.id == who.asked.id)


def _link(actor: Actor, link: Link, other: Person, today: date) -> ShownLink:
    day = f", {day_words(london_day(link.at), today)}" if link.at else ""
    stands = _STANDS.get(link.stands, "")
    return ShownLink(
        words=f"The same as {other.called}: decided by {link.by_name or 'somebody'}{day}. {link.why} {stands}".strip(),
        decision=str(link.id),
        may_agree=link.stands == LinkStands.WAITS_FOR_SECOND and link.by != actor.id,
        take_back=TakeBackForm(None, decision=link.id),
    )


def candidate_ids(who: WhoIsThis) -> tuple[UUID, ...]:
    """Those that may be chosen about."""
    return tuple(one.candidate.person for one in who.may_be)
