"""A GP who is worried while offices are closed speaks with somebody who can act, and says with whom."""

from collections.abc import Iterator
from datetime import date

from kith.policy import calendar, standards
from kith.policy.facts.front_door import Contact
from kith.policy.facts.informed import Handover, Told
from kith.policy.findings import Obligation, OwedBy
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings.telling import DAY_TEAMS, hour_in_words, was_heard
from kith.policy.rulebook import rule
from kith.vocabulary import AgencyType, Clock, Role

_CAN_ACT = (AgencyType.EMERGENCY_DUTY, AgencyType.POLICE, AgencyType.HOSPITAL, *DAY_TEAMS)


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not any(_is_a_gps_out_of_hours(contact) for contact in picture.contacts.backwards()):
        return "a worry that a GP entered while offices were closed"
    return None


@rule(
    reads=ChildPicture,
    learning=(1,),
    why="Offices close and children do not. A GP who is worried at night must know whom to ring, and reach them.",
    source="Case Study Luke, Summary of Learning, point 1. The hour, and whom it may have reached, are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("told", "handover", "threshold_decision"),
)
def out_of_hours_contact_names_whom_it_reached(picture: ChildPicture) -> Iterator[Obligation]:
    """Ring the Emergency Duty Service when a GP is worried and offices are closed, and record who was reached."""
    for contact in picture.contacts.backwards():
        if not _is_a_gps_out_of_hours(contact) or _reached_somebody(picture, contact):
            continue
        surgery, who = picture.agency(contact.agency).name, picture.child.called
        yield Obligation(
            about=contact.entry,
            sentence=f"Nobody has recorded whom {surgery} reached about {who} at {hour_in_words(contact.at)}, "
            "when offices were closed.",
            do_next="ring the Emergency Duty Service now; say who the child is and where, what you saw and who is at "
            "home, and record whom you reached. Danger now: 999.",
            evidence=(contact.entry,),
            owed_by=OwedBy(Role.GP, contact.agency),
            due_at=picture.numbers.due(standards.CALLER_REACHED_SOMEBODY, contact.at),
            clock=Clock.ELAPSED,
        )


def _is_a_gps_out_of_hours(contact: Contact) -> bool:
    """A time that nobody noted is not known to be out of hours."""
    return contact.role == Role.GP and not contact.at_assumed and not calendar.is_office_hours(contact.at)


def _reached_somebody(picture: ChildPicture, contact: Contact) -> bool:
    """Handed on, decided on, or heard by somebody who can act; a message that lies unopened has reached nobody."""
    if picture.of(Handover).belonging_to(contact.entry):
        return True
    if any(one.role in DECIDERS for one in picture.threshold_decisions.belonging_to(contact.entry)):
        return True
    told = picture.of(Told).belonging_to(contact.entry)
    return any(picture.agency_is(one.told_agency, *_CAN_ACT) and was_heard(picture, one) for one in told)
