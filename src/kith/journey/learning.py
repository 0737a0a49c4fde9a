"""Looking at what is learned: how often each rule spoke here and how it ended. Whoever is signed in may; no child is in it."""

from dataclasses import dataclass
from datetime import date, datetime

from kith.duties.counted import Counted, counted, quarters_until
from kith.journey.clock import now
from kith.journey.reading import looked
from kith.journey.respond import book
from kith.policy.calendar import london_day
from kith.policy.permissions import Actor
from kith.policy.rulebook import Rulebook

QUARTERS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """`quarters` are the first days of the quarters counted, the one we are in last; `book` is today's."""

    now: datetime
    book: Rulebook
    quarters: tuple[date, ...]
    counted: tuple[Counted, ...]


def open_learning(actor: Actor, what: str) -> Learning:
    """What the rules did in the last six quarters, this one so far among them. `what` says in words what is looked at."""
    at = now()
    looked(actor, at, what)
    quarters = quarters_until(london_day(at), QUARTERS)
    return Learning(now=at, book=book(), quarters=quarters, counted=counted(since=quarters[0]))
