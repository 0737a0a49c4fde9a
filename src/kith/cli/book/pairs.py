"""Of all that a rule's tests showed it, the two pictures of the fewest facts that differ by one, and it speaks of one only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from uuid import UUID

from kith.cli.book.heard import Heard
from kith.policy.facts import Fact
from kith.policy.shelves import in_order
from kith.policy.windows import Picture

#: Kinds that end what a rule asks without doing it: such an example says little of the rule, and teaches the wrong thing.
_ENDS_BESIDE = frozenset({"consideration", "retraction", "stepped_down", "waiver"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two pictures of one moment, and the one fact: None on the side on which nobody entered it."""

    speaks: Heard
    quiet: Heard
    there: Fact | None
    here: Fact | None


#: Who entered it and when, not what was entered: a difference that a reader looks past.
_AROUND = frozenset({"agency", "at", "at_assumed", "by_name", "corrects", "known_to", "occasion", "role"})


def pairs_of(heard: tuple[Heard, ...], met_by: tuple[str, ...] = ()) -> list[Pair]:
    """Every such pair of a rule, the plainest first; of equal ones, the one that its tests show first.

    `met_by` names the kinds of entry that do what the rule asks: of pairs as plain, one that shows this is better.
    """
    speaking = [one for one in heard if len(one.said) == 1]
    silent = [one for one in heard if not one.said]
    found = [pair for first in speaking for second in silent for pair in _pair(first, second)]
    return sorted(found, key=lambda pair: _plainness(pair, met_by))


def facts_of(picture: Picture) -> tuple[Fact, ...]:
    """Everything that stands entered about anybody in the picture, in the order in which it happened."""
    shelves = (shelf for kinds in picture.shelves.by_person.values() for shelf in kinds.values())
    return tuple(sorted({fact.entry: fact for shelf in shelves for fact in shelf.facts}.values(), key=in_order))


def _pair(first: Heard, second: Heard) -> Iterator[Pair]:
    one, other = first.picture, second.picture
    if (one.id, one.at, one.shelves.people) != (other.id, other.at, other.shelves.people):
        return
    here, there = _by_entry(one), _by_entry(other)
    apart = [entry for entry in here.keys() | there.keys() if here.get(entry) != there.get(entry)]
    if len(apart) != 1:
        return
    mine, theirs = here.get(apart[0]), there.get(apart[0])
    if mine is None or theirs is None or _differ_in_one_field(mine, theirs):
        yield Pair(speaks=first, quiet=second, here=mine, there=theirs)


def _differ_in_one_field(one: Fact, other: Fact) -> bool:
    return type(one) is type(other) and len(_fields_apart(one, other)) == 1


def _fields_apart(one: Fact, other: Fact) -> list[str]:
    return [field.name for field in fields(one) if getattr(one, field.name) != getattr(other, field.name)]


def _by_entry(picture: Picture) -> dict[UUID, Fact]:
    return {fact.entry: fact for fact in facts_of(picture)}


def _plainness(pair: Pair, met_by: tuple[str, ...]) -> tuple[bool, bool, bool, int, int, int]:
    """Smaller is plainer."""
    one = pair.there or pair.here
    assert one is not None
    around = pair.here and pair.there and _AROUND.issuperset(_fields_apart(pair.here, pair.there))
    return (
        not facts_of(pair.quiet.picture),
        one.kind in _ENDS_BESIDE,
        bool(around),
        len(facts_of(pair.speaks.picture)),
        met_by.index(one.kind) if pair.there and one.kind in met_by else len(met_by),
        0 if pair.here is None else 1 if pair.there else 2,
    )
