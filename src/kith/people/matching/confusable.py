"""Who may be confused with whom: twins, brothers and sisters, parent and child of one name, among people shown together."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from kith.people.matching.cleaning.clean import Claimed
from kith.people.matching.grades import may_be_a_generation_apart, may_be_siblings, may_be_twins
from kith.people.matching.scorer import Model

P = TypeVar("P", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Confusable:
    """Two people who are easily taken for one, and what they may be to each other."""

    one: Hashable
    other: Hashable
    may_be: str


def confusable(model: Model, people: Mapping[P, Sequence[Claimed]]) -> tuple[Confusable, ...]:
    """Pairs among these people that are easily taken for one, in the order given."""
    found = []
    for (one, mine), (other, theirs) in combinations(people.items(), 2):
        said = next((told for left in mine for right in theirs if (told := _may_be(model, left, right))), "")
        if said:
            found.append(Confusable(one, other, said))
    return tuple(found)


def _may_be(model: Model, left: Claimed, right: Claimed) -> str:
    if not _share_a_name_or_address(left, right):
        return ""
    labels = {comparison: label for comparison, label, _ in model.compare(left, right)[1]}
    if may_be_twins(labels, left, right):
        return "may be twins"
    if may_be_a_generation_apart(labels, left, right):
        return "may be parent and child of one name"
    return "may be brothers or sisters" if may_be_siblings(labels, left, right) else ""


def _share_a_name_or_address(left: Claimed, right: Claimed) -> bool:
    """Whether it is worth comparing two at all: most people found for a household have nothing to do with each other."""
    if any(code in (right.postcodes or ()) for code in left.postcodes or ()):
        return True
    if left.surname_sound is not None and left.surname_sound == right.surname_sound:
        return True
    return any(name in (right.later_names or ()) for name in left.later_names or ())
