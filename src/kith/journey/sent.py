"""What somebody told the front door, as they read it once it is sent: their own, and nobody else's. Looking is an occasion."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.agencies.queries import agencies
from kith.journey.clock import now
from kith.journey.picture import gather_entries
from kith.journey.reading import looked, named
from kith.people.queries import added_in, people_as_entered
from kith.policy.facts import Person
from kith.policy.facts.front_door import Contact
from kith.policy.permissions import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A contact and the child it is about. `is_new`: nobody had entered the child before, who stands here as they were told.

    `told_from` is what sort of agency it was told from.
    """

    now: datetime
    contact: Contact
    child: Person
    is_new: bool
    told_from: str


def open_sent(actor: Actor, contact: UUID) -> Sent:
    """What the reader told. Raises Refused to anybody else, whether or not there is such a contact."""
    at = now()
    told = gather_entries((contact,)).get(contact)
    theirs = isinstance(told, Contact) and (told.by_name, told.agency) == (actor.name, actor.agency)
    looked(actor, at, f"what was sent as contact {contact}", "" if theirs else "This was not sent by you.")
    assert isinstance(told, Contact), "looked() refuses everybody else"
    return _sent(told, at, actor.agency_type)


def open_receipt(contact: UUID) -> Sent:
    """The same for whoever told it a moment ago without an account, in the window that they told it in."""
    at = now()
    told = gather_entries((contact,))[contact]
    assert isinstance(told, Contact), "a window remembers contacts alone"
    place = agencies((told.agency,))[told.agency]
    who = Actor(name=told.by_name, role=told.role, agency=place.id, agency_name=place.name, agency_type=place.type)
    looked(who, at, f"what was sent as contact {contact}")
    return _sent(told, at, place.type)


def _sent(told: Contact, at: datetime, told_from: str) -> Sent:
    (child,) = told.about
    is_new = child in added_in(told.occasion)
    person = people_as_entered((child,))[child] if is_new else named((child,))[child]
    return Sent(now=at, contact=told, child=person, is_new=is_new, told_from=told_from)
