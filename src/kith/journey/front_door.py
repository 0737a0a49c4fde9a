"""The front door: contacts that wait, what is known round each, and how far each has come. Looking is an occasion."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from kith.intake.queries import contacts_at_the_door
from kith.journey.clock import now
from kith.journey.picture import gather, gather_entries
from kith.journey.reading import looked
from kith.policy import standards
from kith.policy.facts import Agency, Person
from kith.policy.facts.casework import Contact, HistoryCheck, ThresholdDecision
from kith.policy.facts.chronology import Injury
from kith.policy.facts.informed import Told
from kith.policy.permissions import DECIDERS, FRONT_DOOR, Actor, Refusal
from kith.policy.picture import ChildPicture
from kith.policy.readings import SOCIAL_CARE_SERVICES
from kith.policy.standards import Numbers
from kith.vocabulary import AgencyType

Stage = Literal["contact", "gathering", "decision", "told"]

#: How long a decided contact stays on the board (ours).
SHOWN_FOR = timedelta(days=7)
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtTheDoor:
    """One contact about one child. `earlier` counts contacts and social care's episodes before it; `read_by` has read them."""

    contact: Contact
    child: Person
    siblings: int
    told_us: Agency
    earlier: int
    read_by: str
    injuries: int
    decided: ThresholdDecision | None
    teller_told: bool
    due_at: datetime

    @property
    def stage(self) -> Stage:
        if self.decided:
            return "told" if self.teller_told else "decision"
        return "gathering" if self.read_by else "contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontDoor:
    now: datetime
    contacts: tuple[AtTheDoor, ...]


def open_front_door(actor: Actor) -> FrontDoor:
    """Contacts undecided, and decided in the last seven days, the longest waiting first. Raises Refused to anybody else."""
    at = now()
    refused = None if actor.agency_type in FRONT_DOOR else Refusal("The front door's board is the front door's own.")
    looked(actor, at, "the front door", refused.sentence if refused else "")
    contacts = gather_entries(contacts_at_the_door(at - SHOWN_FOR))
    about = {child for contact in contacts.values() for child in contact.about}
    shelves, _ = gather(about, until=at) if about else (None, {})
    shown = [
        _at_the_door(contact, ChildPicture(id=child, at=at, shelves=shelves))
        for contact in contacts.values()
        if isinstance(contact, Contact) and shelves
        for child in contact.about
    ]
    return FrontDoor(now=at, contacts=tuple(sorted(shown, key=lambda one: (one.due_at, one.contact.entry))))


def _at_the_door(contact: Contact, picture: ChildPicture) -> AtTheDoor:
    before = [one for one in picture.contacts.backwards() if one.at < contact.at]
    before_open = [
        one for one in picture.involvements.backwards() if one.service in SOCIAL_CARE_SERVICES and one.at < contact.at
    ]
    read = next(
        (one for one in picture.of(HistoryCheck).backwards() if one.at >= contact.at and one.role in DECIDERS), None
    )
    decided = [one for one in picture.threshold_decisions.belonging_to(contact.entry) if one.role in DECIDERS]
    return AtTheDoor(
        contact=contact,
        child=picture.child,
        siblings=len(picture.siblings()),
        told_us=picture.agency(contact.agency),
        earlier=len(before) + len(before_open),
        read_by=(read.by_name or "somebody") if read else "",
        injuries=len(picture.of(Injury).within(A_YEAR)),
        decided=decided[-1] if decided else None,
        teller_told=_teller_was_told(picture, contact, decided),
        due_at=Numbers().due(standards.REFERRAL_DECIDED, contact.at),
    )


def _teller_was_told(picture: ChildPicture, contact: Contact, decided: list[ThresholdDecision]) -> bool:
    if picture.agency_is(contact.agency, AgencyType.FAMILY, AgencyType.PUBLIC, AgencyType.UNKNOWN):
        return bool(decided)
    told = (one for decision in decided for one in picture.of(Told).belonging_to(decision.entry))
    return any(one.told_agency == contact.agency for one in told)
