"""Who answers while somebody is away: whoever covers; where the cover is away too, the team's manager. Pure.

A cover took on one colleague's work and nobody else's: what their own colleague covers for is not passed on to them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.policy.calendar import instant
from kith.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """Somebody by name, in a role at an agency: who works with a child for a service, as last said, or who may."""

    name: str
    role: Role
    agency: UUID
    agency_name: str = ""

    def is_the_same(self, other: "Worker") -> bool:
        """Whether both are one person: by name at an agency, whatever the role is that each was said to have."""
        return (self.name, self.agency) == (other.name, other.agency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Somebody is away from a moment until just before another; `cover` is None where nobody was named."""

    id: UUID
    who: Worker
    begins: datetime
    ends: datetime
    cover: Worker | None = None

    def holds(self, at: datetime) -> bool:
        """Whether they are away at a moment."""
        return instant(self.begins) <= instant(at) < instant(self.ends)


@dataclass(frozen=True, slots=True)
class Leave:
    """What was entered of who is away, in the order it was entered, and who manages the teams they are away from."""

    said: tuple[Away, ...] = ()
    managers: tuple[Worker, ...] = ()

    def of(self, who: Worker, at: datetime) -> Away | None:
        """The leave that somebody is on at a moment; the last entered stands."""
        return next((one for one in reversed(self.said) if one.who.is_the_same(who) and one.holds(at)), None)

    def stands_in(self, away: Away, at: datetime, on_duty: Iterable[Worker] = ()) -> Worker | None:
        """Who answers at a moment for somebody who is away: the cover, else the manager on duty, else a manager.

        None where each of them is away too, or nobody was entered: then it is the desk's.
        """
        managers = (one for one in self.managers if one.agency == away.who.agency)
        asked: tuple[Worker | None, ...] = (away.cover, *on_duty, *managers)
        for one in asked:
            if one and not one.is_the_same(away.who) and self.of(one, at) is None:
                return one
        return None
