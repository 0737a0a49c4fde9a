"""Notices to open and answer. Opening one is an act: the reader enters that they were told by Kith, and opened it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from kith.chronology.enter import NewEntry
from kith.informing.acts import record_answer, record_told
from kith.informing.queries import MustHear, notice, notices_of
from kith.journey.clock import now
from kith.journey.names import Names, names_of
from kith.journey.occasion import open_occasion
from kith.journey.picture import gather_entries
from kith.journey.reading import looked
from kith.occasions.ticket import Refused
from kith.policy.facts import Fact, Happened, Person
from kith.policy.permissions import Actor
from kith.vocabulary import AnswerKind, HowTold

#: How long a notice that was opened stays in the list (ours).
SHOWN_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """What an agency must hear: `facts` holds the entries it may read in full, and no other."""

    now: datetime
    notices: tuple[MustHear, ...]
    children: dict[UUID, Person]
    facts: dict[UUID, Fact] = field(default_factory=dict)
    names: Names = field(default_factory=lambda: Names({}, {}, {}))


def open_notices(actor: Actor) -> Notices:
    """What an agency must hear of: all that is unopened, and the last fortnight's."""
    at = now()
    looked(actor, at, "notices")
    return _told(at, notices_of(actor.agency, at - SHOWN_FOR))


def open_notice(actor: Actor, id: UUID) -> Notices:
    """One notice to one's own agency. Raises Refused when it is another's, or there is none."""
    at = now()
    found = notice(id)
    mine = found is not None and found.agency == actor.agency
    looked(actor, at, f"notice {id}", "" if mine else "This notice is not to your agency.")
    return _told(at, (found,) if found else ())


def say_opened(actor: Actor, id: UUID) -> None:
    """Enter that somebody here was told by Kith, and opened it. Once is enough."""
    found = _mine(actor, id)
    if found.opened:
        return
    answer(actor, id, AnswerKind.OPENED, "")


def answer(actor: Actor, id: UUID, what: AnswerKind, said: str, token: str | None = None) -> None:
    """Enter what an agency answers to a notice: that it knows, that it agrees, or that it does not and why."""
    found, at = _mine(actor, id), now()
    with open_occasion(actor, about=(found.child,), token=token) as occasion:
        entry = NewEntry(about=(found.child,), happened=Happened(start=at, end=at))
        told = record_told(
            occasion, entry, of=found.entry, told_agency=found.agency, told_role=actor.role, how=HowTold.KITH
        )
        reply = NewEntry(about=(found.child,), happened=Happened(start=at, end=at), said=said)
        record_answer(occasion, reply, told=told.id, answer=what)


def _mine(actor: Actor, id: UUID) -> MustHear:
    found = notice(id)
    if found is None or found.agency != actor.agency:
        raise Refused("This notice is not to your agency.")
    return found


def _told(at: datetime, notices: tuple[MustHear, ...]) -> Notices:
    facts = gather_entries({one.entry for one in notices if one.in_full})
    names = names_of(facts.values(), people={one.child for one in notices})
    children = {one.child: names.people[one.child] for one in notices if one.child in names.people}
    return Notices(now=at, notices=notices, children=children, facts=facts, names=names)
