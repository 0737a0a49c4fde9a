"""Whoever is asked what they know of a child answers, while the worry is still to be decided; nothing known is an answer."""

from collections.abc import Iterator
from datetime import date, datetime

from kith.policy import standards
from kith.policy.facts.front_door import Contact, InformationAsked, InformationReturned
from kith.policy.findings import Obligation, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings.front_door import ratings
from kith.policy.readings.history import decision_on
from kith.policy.readings.telling import as_sentence, day_in_words
from kith.policy.rulebook import rule
from kith.policy.standards import Standard
from kith.vocabulary import Clock, Role, Urgency

_WHERE_NO_TIME_WAS_SAID: dict[Urgency, Standard] = {
    Urgency.RED: standards.INFORMATION_RETURNED_RED,
    Urgency.AMBER: standards.INFORMATION_RETURNED_AMBER,
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    return None if picture.of(InformationAsked) else "an agency that was asked what it knows"


@rule(
    reads=ChildPicture,
    learning=(1, 7),
    why="A decision is only as good as what each agency brings to it. Who was asked, and has not answered, is seen.",
    source="Case Study Luke, Summary of Learning, points 1 and 7. The hours for RED and AMBER are local (Merton); the working "
    "day is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 29),
    missing=_what_is_missing,
    met_by=("information_returned",),
)
def information_asked_for_comes_back(picture: ChildPicture) -> Iterator[Obligation]:
    """Answer what was asked about a worry that is still to be decided. That you know nothing is an answer."""
    for contact in picture.contacts.backwards():
        for asked in picture.of(InformationAsked).belonging_to(contact.entry):
            if decision_on(picture, contact) or picture.of(InformationReturned).belonging_to(asked.entry):
                continue
            due_at, clock = _due(picture, contact, asked)
            yield Obligation(
                about=asked.entry,
                sentence=_sentence(picture, asked),
                do_next="write what you know, or that you know nothing. Who asked is on the entry, with what they asked.",
                evidence=(asked.entry, contact.entry),
                owed_by=OwedBy(Role.UNKNOWN, asked.of_agency),
                due_at=due_at,
                clock=clock,
            )


def _due(picture: ChildPicture, contact: Contact, asked: InformationAsked) -> tuple[datetime, Clock]:
    if asked.due_at:
        return asked.due_at, Clock.ELAPSED
    rated = ratings(picture, contact)
    standard = _WHERE_NO_TIME_WAS_SAID.get(rated[-1].urgency) if rated else None
    standard = standard or standards.INFORMATION_RETURNED
    return picture.numbers.due(standard, asked.at), standard.clock


def _sentence(picture: ChildPicture, asked: InformationAsked) -> str:
    agency = picture.agency(asked.of_agency).name
    day = day_in_words(asked.at)
    return as_sentence(f"{agency} was asked on {day} what it knows about {picture.child.called}, and has not answered.")
