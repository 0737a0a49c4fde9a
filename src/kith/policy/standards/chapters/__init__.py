"""Every standard there is, in the order of the policy book. One written in a chapter is in the list."""

from kith.policy.standards.chapters import (
    discussions,
    front_door,
    informed,
    lives,
    marks,
    orders,
    ours,
    plans,
    recording,
    reviews,
    strategy,
)
from kith.policy.standards.standard import Standard

ALL: tuple[Standard, ...] = tuple(
    standard
    for chapter in (front_door, marks, strategy, discussions, informed, plans, lives, orders, reviews, recording, ours)
    for standard in vars(chapter).values()
    if isinstance(standard, Standard)
)
