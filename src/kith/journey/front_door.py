"""The front door: contacts that wait, what is known round each, and how far each has come. Looking is an occasion."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.intake.queries import contacts_at_the_door, police_children_waiting
from kith.journey.clock import now
from kith.journey.picture import gather, gather_entries
from kith.journey.reading import looked
from kith.journey.worries import Worry, worry
from kith.policy.facts import Agency, Person
from kith.policy.facts.chronology import Injury
from kith.policy.facts.front_door import Contact
from kith.policy.permissions import FRONT_DOOR, Actor, Refusal
from kith.policy.picture import ChildPicture
from kith.policy.readings import SOCIAL_CARE_SERVICES, is_explained, open_involvements

#: How long a decided contact stays on the board (ours).
SHOWN_FOR = timedelta(days=7)
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtTheDoor:
    """One contact, and how it stands for the first of the children it is about; `others` are the rest of them.

    `siblings` counts brothers and sisters it is not about; `open_with` names the team that has the child already, or is
    "". `injuries` counts the marks of a year, `explained` those of them that something on record explains.
    """

    worry: Worry
    child: Person
    others: tuple[Person, ...]
    siblings: int
    told_us: Agency
    injuries: int
    explained: int
    open_with: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontDoor:
    """`police_waiting` counts the children in files from the police that are no contact yet."""

    now: datetime
    police_waiting: int
    contacts: tuple[AtTheDoor, ...]


def open_front_door(actor: Actor) -> FrontDoor:
    """Contacts undecided, and decided in the last seven days, the longest waiting first. Raises Refused to anybody else."""
    at = now()
    refused = None if actor.agency_type in FRONT_DOOR else Refusal("The front door's board is the front door's own.")
    looked(actor, at, "the front door", refused.sentence if refused else "")
    contacts = gather_entries(contacts_at_the_door(at - SHOWN_FOR))
    about = {child for contact in contacts.values() for child in contact.about}
    shelves, facts = gather(about) if about else (None, {})
    told = (facts.get(entry) for entry in contacts)  # as gathered: about the one a child is shown as
    shown = [
        _at_the_door(contact, ChildPicture(id=contact.about[0], at=at, shelves=shelves))
        for contact in told
        if isinstance(contact, Contact) and shelves
    ]
    return FrontDoor(
        now=at,
        police_waiting=police_children_waiting(),
        contacts=tuple(sorted(shown, key=lambda one: (one.worry.by.at, one.worry.contact.entry))),
    )


def _at_the_door(contact: Contact, picture: ChildPicture) -> AtTheDoor:
    open_with = open_involvements(picture, *SOCIAL_CARE_SERVICES)
    marks = [
        mark
        for child in contact.about
        for mark in ChildPicture(id=child, at=picture.at, shelves=picture.shelves).of(Injury).within(A_YEAR)
    ]
    return AtTheDoor(
        worry=worry(picture, contact),
        child=picture.child,
        others=tuple(picture.person(who) for who in contact.about[1:]),
        siblings=sum(one.id not in contact.about for one in picture.siblings()),
        told_us=picture.agency(contact.agency),
        injuries=len(marks),
        explained=sum(is_explained(picture, one) for one in marks),
        open_with=picture.agency(open_with[0].with_agency).name if open_with else "",
    )
