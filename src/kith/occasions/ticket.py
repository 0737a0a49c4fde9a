"""The ticket that journey hands to an act: there is no other way to learn who acts, or when."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from kith.policy.permissions import Actor, Doing, refusal
from kith.vocabulary import Act, Purpose, Through


class Refused(Exception):
    """An act that may not go ahead: one sentence that says why and what to do. Nothing of the act is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """An open occasion. `at` is aware. `children` are those locked, and `touched` those an act turned out to be about.

    `entered` are the kinds of entry made; `settings` the teams and settings to be read again though none was; `who_is_who`
    are people of whom it was decided that they are one with somebody, or no longer.
    """

    id: UUID
    at: datetime
    actor: Actor
    through: Through
    purpose: Purpose
    children: frozenset[UUID] = frozenset()
    touched: set[UUID] = field(default_factory=set)
    entered: set[str] = field(default_factory=set)
    settings: set[UUID] = field(default_factory=set)
    who_is_who: set[UUID] = field(default_factory=set)
    holds: Callable[[Act, tuple[UUID, ...]], tuple[str, ...]] = lambda act, about: ()

    def permit(self, doing: Doing) -> None:
        """Go on, or raise Refused with the sentence the actor reads."""
        refused = refusal(self.actor, doing)
        if refused:
            raise Refused(refused.sentence)

    def as_told_by(self, teller: Actor) -> "Ticket":
        """The same occasion, to enter what somebody elsewhere told: the entry names the teller, the occasion who entered it."""
        return replace(self, actor=teller)

    def wait_for_holds(self, act: Act, about: tuple[UUID, ...]) -> None:
        """Go on, or raise Refused with what must be answered first. Only an act of the closed list ever waits."""
        for sentence in self.holds(act, about):
            raise Refused(sentence)


class AlreadyDone(Exception):
    """The same form was sent twice. The first one counts."""
