"""A worry that goes back because something is missing is answered by whoever told it, and never ends there."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts import Fact
from kith.policy.facts.chronology import Account, Injury, Note, Observation
from kith.policy.facts.front_door import Contact, SentBack
from kith.policy.findings import Obligation, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings.history import decision_on
from kith.policy.readings.telling import day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import AgencyType, Clock, Role

#: What whoever told us may answer with, when they have more to say.
_MORE: tuple[type[Fact], ...] = (Note, Account, Injury, Observation, Contact)
#: Who is rung back, for nobody can be asked to write in Kith.
_PEOPLE = (AgencyType.FAMILY, AgencyType.PUBLIC, AgencyType.UNKNOWN)


def _what_is_missing(picture: ChildPicture) -> str | None:
    return None if picture.of(SentBack) else "a worry that was sent back, with what is missing"


@rule(
    reads=ChildPicture,
    learning=(1, 7),
    why="Sent back is not decided. Whoever told us may hold the one fact that matters, and we go on asking for it.",
    source="Kith's own design; to be checked by a practitioner.",
    checked_by="to be named",
    review_by=date(2027, 11, 29),
    missing=_what_is_missing,
    met_by=("note", "contact", "account", "injury", "observation", "threshold_decision"),
)
def worry_sent_back_is_answered(picture: ChildPicture) -> Iterator[Obligation]:
    """Answer what the front door asked you to add to the worry you told it of."""
    for contact in picture.contacts.backwards():
        if decision_on(picture, contact):
            continue
        back = picture.of(SentBack).belonging_to(contact.entry)
        if not back or _has_said_more(picture, contact, back[-1]):
            continue
        cannot_write = picture.agency_is(contact.agency, *_PEOPLE)
        yield Obligation(
            about=contact.entry,
            sentence=f"The worry about {picture.child.called} of {day_in_words(contact.at)} was sent back, and nobody has "
            "written what was missing.",
            do_next="ring whoever told us, and write what they add."
            if cannot_write
            else "write what you were asked to add, or that you cannot. Do not wait if the child may be in danger: ring.",
            evidence=(contact.entry, back[-1].entry),
            owed_by=OwedBy(Role.HUB_DECISION_MAKER, back[-1].agency)
            if cannot_write
            else OwedBy(contact.role, contact.agency),
            due_at=picture.numbers.due(standards.SENT_BACK_ANSWERED, back[-1].at),
            clock=Clock.WORKING,
        )


def _has_said_more(picture: ChildPicture, contact: Contact, back: SentBack) -> bool:
    who = {contact.agency} | ({back.agency} if picture.agency_is(contact.agency, *_PEOPLE) else set())
    later = (one for kind in _MORE for one in picture.of(kind).backwards() if one.at > back.at)
    return any(one.agency in who for one in later)
