"""What a form may choose from: people, places and entries round a child, as the reader may see them; and any agency."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from kith.agencies.queries import CANNOT_BE_RUNG, all_agencies
from kith.journey.reading import Record, may_write_about
from kith.policy.calendar import london_day
from kith.policy.facts import Fact
from kith.policy.facts.family import HouseholdMembership
from kith.web.telling import newest_first, shown_entry
from kith.web.words import age_of, first_words, quoted

Choice = tuple[str, str]
WORDS_SHOWN = 120


@dataclass(frozen=True)
class Around:
    """Choices, each an id and its words. `entries(kind)` gives the child's entries of a kind, newest first; "" gives all."""

    children: tuple[Choice, ...]
    people: tuple[Choice, ...]
    agencies: tuple[Choice, ...]
    households: tuple[Choice, ...]
    entries: Callable[[str], tuple[Choice, ...]]


def around(record: Record) -> Around:
    """What a child's record offers a form, the child first, with those brothers and sisters whose record may be opened too.

    Every agency that can be rung is offered, for a child new to us has met none yet; and those this record tells of.
    """
    picture, names = record.picture, record.names
    today = london_day(record.now)
    siblings = picture.siblings()
    may = may_write_about(record.actor, (one.id for one in siblings))
    children = (picture.child, *(one for one in siblings if one.id in may))
    mine = [fact for fact in record.facts.values() if picture.id in fact.about]
    mine.sort(key=newest_first, reverse=True)
    homes = {fact.household for fact in record.facts.values() if isinstance(fact, HouseholdMembership)}
    people = sorted(names.people.values(), key=lambda one: (one.id not in {who.id for who in children}, one.called))

    def entries(kind: str) -> tuple[Choice, ...]:
        return tuple((str(fact.entry), _in_one_line(fact, record)) for fact in mine if kind in ("", fact.kind))

    return Around(
        children=tuple((str(one.id), _with_age(one.called, age_of(one, today))) for one in children),
        people=tuple((str(one.id), one.called) for one in people),
        agencies=_agencies(record),
        households=tuple((str(home), names.place(home) or "a household without a name") for home in sorted(homes)),
        entries=entries,
    )


def _agencies(record: Record) -> tuple[Choice, ...]:
    met = {id: one for id, one in record.names.agencies.items() if one.type not in CANNOT_BE_RUNG}
    known = sorted((all_agencies() | met).values(), key=lambda one: (one.name, one.id))
    return tuple((str(one.id), one.name) for one in known)


def choices_of(record: Record, entries: tuple[UUID, ...]) -> tuple[Choice, ...]:
    """These entries, of those the reader may see, in one line each, newest first."""
    facts = sorted((record.facts[id] for id in entries if id in record.facts), key=newest_first, reverse=True)
    return tuple((str(fact.entry), _in_one_line(fact, record)) for fact in facts)


def _with_age(name: str, age: str) -> str:
    return f"{name}, {age.removeprefix('aged ')}" if age else name


def _in_one_line(fact: Fact, record: Record) -> str:
    shown = shown_entry(fact, record.names, record.now)
    if not shown.quote:
        return f"{shown.day_words}: {shown.what}"
    said, more = first_words(shown.quote, WORDS_SHOWN)
    return f"{shown.day_words}: {shown.what}. {quoted(said)}{more}"
