"""What somebody did this week, and who has heard of it; and what waits to be opened. Part of looking at one's own work."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from kith.chronology.queries import made_by
from kith.family.queries import homes_of
from kith.informing.queries import MustHear, notices_of, opened_of
from kith.journey.clock import now
from kith.journey.names import Names, names_of
from kith.journey.picture import gather_entries
from kith.policy.facts import Fact
from kith.policy.permissions import Actor

THIS_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lately:
    """`done` is newest first; `heard` says of an entry how many agencies must hear of it and how many opened it."""

    done: tuple[Fact, ...] = ()
    heard: Mapping[UUID, tuple[int, int]] = field(default_factory=dict)
    to_open: tuple[MustHear, ...] = ()
    names: Names = field(default_factory=lambda: Names({}, {}, {}))


def lately(actor: Actor) -> Lately:
    """Somebody's own week, and the notices nobody at their agency has opened. A constant number of statements."""
    at = now()
    to_open = tuple(one for one in notices_of(actor.agency, at) if not one.opened)
    mine = made_by(actor.name, actor.agency, at - THIS_WEEK)
    facts = gather_entries({*mine, *(one.entry for one in to_open if one.in_full)})
    return Lately(
        done=tuple(facts[id] for id in mine if id in facts),
        heard=opened_of(mine),
        to_open=to_open,
        names=names_of(facts.values(), people={one.child for one in to_open}),
    )


def households(children: Iterable[UUID]) -> dict[UUID, UUID]:
    """In which household each of these children lives, as last said; a child of whom nobody said is left out."""
    return homes_of(children)
