"""Whether people are found at all, and shown: by how they are told of, and by name culture. In memory, with the real keys."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import nlargest

from bench.population.errors import Told, as_held, mixed, with_errors
from bench.population.families import Someone
from kith.people.finding.search import SHOWN
from kith.people.matching.cleaning.clean import Claimed, clean
from kith.people.matching.keys import keys_asked, keys_of
from kith.people.matching.scorer import Model, model

HOW = ("mixed", "one error", "two errors", "three errors")
#: What must be reached, of candidates, by how people are told of.
GOALS = {"mixed": 0.994, "one error": 1.0, "two errors": 0.998, "three errors": 0.80}
#: No name culture may be found so much less often than everybody together.
POINTS_UNDER = 0.02


def told(how: str, one: Someone, chance: random.Random) -> Told:
    """How somebody is told of in a search of this kind."""
    return mixed(one, chance) if how == "mixed" else with_errors(one, HOW.index(how), chance)


@dataclass
class Recall:
    """Of so many looked for: how many were among those compared, and among the ten shown; by name culture too."""

    asked: int = 0
    among: int = 0
    shown: int = 0
    by_culture: dict[str, list[int]] = field(default_factory=dict)

    def note(self, culture: str, is_among: bool, is_shown: bool) -> None:
        self.asked += 1
        self.among += is_among
        self.shown += is_shown
        had = self.by_culture.setdefault(culture, [0, 0])
        had[0] += is_among
        had[1] += 1

    @property
    def share(self) -> float:
        return self.among / self.asked

    def far_under(self, least: int = 1) -> dict[str, float]:
        """Name cultures (of which so many were looked for) found more than two points less often than everybody."""
        shares = {name: among / asked for name, (among, asked) in self.by_culture.items() if asked >= least}
        return {name: share for name, share in shares.items() if share < self.share - POINTS_UNDER}


class Kept:
    """People with their keys, as the record keeps them, without a database."""

    def __init__(self, people: Sequence[Someone]) -> None:
        self.identities: dict[int, Claimed] = {}
        self.by_key: defaultdict[str, list[int]] = defaultdict(list)
        for one in people:
            (self.identities[one.number],) = clean(as_held(one).said())
            for _, made in keys_of(self.identities[one.number]):
                self.by_key[made].append(one.number)

    def near(self, one: Claimed) -> set[int]:
        """Everybody who shares a key that is not too common."""
        found = ((self.by_key.get(made, ()), most) for _, made, most in keys_asked(one))
        return {number for many, most in found if len(many) <= most for number in many}

    def shown(self, one: Claimed, near: set[int], weighing: Model) -> list[int]:
        """The ten that would be shown."""
        return nlargest(SHOWN, near, key=lambda number: weighing.weight(one, self.identities[number]))


def recall(kept: Kept, looked_for: Sequence[Someone], *, seed: int = 5) -> dict[str, Recall]:
    """Look for each of these people in every way they may be told of."""
    chance, weighing = random.Random(seed), model()
    found = {how: Recall() for how in HOW}
    for one in looked_for:
        for how, noted in found.items():
            (asked,) = clean(told(how, one, chance).said())
            near = kept.near(asked)
            noted.note(one.culture, one.number in near, one.number in kept.shown(asked, near, weighing))
    return found
