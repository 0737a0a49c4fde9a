"""Where a child lives or stays, and with whom, each as last said of that person."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kith.policy.facts.family import HouseholdMembership
from kith.policy.picture import ChildPicture
from kith.vocabulary import Living

#: What is said of whoever lives in a home, all the time or part of it. The others stay there, or are said to.
LIVES = (Living.LIVES_THERE, Living.PART_TIME)


@dataclass(frozen=True)
class Home:
    """One home: what was last said of the child, and of everybody else who has not left it."""

    own: HouseholdMembership
    others: Mapping[UUID, HouseholdMembership]


def homes(picture: ChildPicture) -> tuple[Home, ...]:
    """Every home of the child, the one said last at the end. Whoever has left one is in none."""
    near = {who for one in picture.household() for who in one.about}
    last: dict[UUID, dict[UUID, HouseholdMembership]] = {}
    for who in sorted(near):
        for fact in picture.shelves.shelf(who, HouseholdMembership).facts:
            if isinstance(fact, HouseholdMembership):
                last.setdefault(fact.household, {})[who] = fact
    there = [{who: one for who, one in people.items() if one.living != Living.LEFT} for people in last.values()]
    mine = [Home(people.pop(picture.id), people) for people in there if picture.id in people]
    return tuple(sorted(mine, key=lambda home: (home.own.happened.end, home.own.at)))
