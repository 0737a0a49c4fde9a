"""Worries from people who do not belong together are read as one story, however each of them ended alone."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from kith.policy import calendar, standards
from kith.policy.facts.front_door import Contact
from kith.policy.findings import Alert, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of
from kith.policy.readings.history import ENDED_WITHOUT_HELP, contacts_that_led_to
from kith.policy.rulebook import rule
from kith.vocabulary import AgencyType, Clock, Role, Severity

_TOGETHER = 3
#: People who belong to no agency: each is a teller of their own, by whatever name they gave.
_PEOPLE = (AgencyType.FAMILY, AgencyType.PUBLIC, AgencyType.UNKNOWN)


def _what_is_missing(picture: ChildPicture) -> str | None:
    ended = contacts_that_led_to(
        picture, ENDED_WITHOUT_HELP, picture.numbers.span(standards.CONTACTS_READ_TOGETHER_WINDOW)
    )
    if len({_teller(picture, contact) for contact, _ in ended}) < _TOGETHER:
        return "three contacts in the last year, each from somebody else, that ended with no further action or advice"
    return None


@rule(
    reads=ChildPicture,
    learning=(7, 9),
    why="One worry may be small. Three, from people who do not belong together, are looked at as one.",
    source="Case Study Luke, Summary of Learning, points 7 and 9. The number, the year and the clock are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
)
def contacts_from_unlinked_tellers_add_up(picture: ChildPicture) -> Iterator[Alert]:
    """Read together three contacts of one year from tellers who do not belong together and that led to no help."""
    span = picture.numbers.span(standards.CONTACTS_READ_TOGETHER_WINDOW)
    ended = contacts_that_led_to(picture, ENDED_WITHOUT_HELP, span)
    if len({_teller(picture, contact) for contact, _ in ended}) < _TOGETHER:
        return
    latest = ended[-1][1]
    contacts = tuple(sorted((one for one, _ in ended), key=lambda one: (one.happened.end, one.entry)))
    yield Alert(
        about=picture.id,
        severity=Severity.CONSIDER,
        sentence=_sentence(picture, contacts),
        do_next=f"read these {len(contacts)} together, as one story, and record what you decide.",
        evidence=entries_of(contacts),
        owed_by=OwedBy(Role.HUB_DECISION_MAKER, latest.agency),
        due_at=picture.numbers.due(standards.CONTACTS_READ_TOGETHER, latest.at),
        clock=Clock.WORKING,
    )


def _teller(picture: ChildPicture, contact: Contact) -> UUID | str:
    """Who told it: a person where somebody is known or named, else the agency. Nameless people are one teller."""
    if not picture.agency_is(contact.agency, *_PEOPLE):
        return contact.agency
    return contact.told_by or " ".join(contact.by_name.split()).casefold() or contact.agency


def _sentence(picture: ChildPicture, contacts: tuple[Contact, ...]) -> str:
    tellers = len({_teller(picture, one) for one in contacts})
    first, last = (calendar.london_day(one.happened.end) for one in (contacts[0], contacts[-1]))
    days = max(1, (last - first).days)
    return (
        f"{tellers} people or agencies have worried about {picture.child.called} in "
        f"{days} day{'' if days == 1 else 's'}, and each contact ended with no further action or advice."
    )
