"""No service is stepped down or closed while a concern on record has no answer."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts import Fact
from kith.policy.facts.casework import Contact
from kith.policy.facts.chronology import Injury
from kith.policy.findings import Hold
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings import (
    SOCIAL_CARE_SERVICES,
    entries_of,
    open_involvements,
    settles_marks,
    unexplained_injuries,
    who_answers_for,
)
from kith.policy.rulebook import rule
from kith.vocabulary import Act, Role, Service


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not open_involvements(picture, *SOCIAL_CARE_SERVICES, Service.EARLY_HELP):
        return "a service that is open to the child"
    return "a concern that nobody has answered"


@rule(
    reads=ChildPicture,
    learning=(6, 9),
    why="Help may not be lessened while a mark, or somebody's worry, waits for an answer. Protecting never waits.",
    source="Case Study Luke, Summary of Learning, points 6 and 9. That it holds, and for how long, is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
)
def open_concern_is_answered_before_stepping_down(picture: ChildPicture) -> Iterator[Hold]:
    """Answer every open concern before a service is stepped down or closed."""
    if not open_involvements(picture, *SOCIAL_CARE_SERVICES, Service.EARLY_HELP):
        return
    concerns = (*_injuries_nobody_has_answered(picture), *_contacts_nobody_has_decided(picture))
    if not concerns:
        return
    yield Hold(
        about=picture.id,
        holds=Act.STEP_DOWN,
        sentence=_sentence(picture, concerns),
        do_next="answer each, or record why not, with a second name.",
        evidence=entries_of(concerns),
        owed_by=who_answers_for(picture, Role.SOCIAL_CARE_MANAGER),
    )


def _injuries_nobody_has_answered(picture: ChildPicture) -> tuple[Fact, ...]:
    span = picture.numbers.span(standards.OPEN_CONCERN_WINDOW)
    answered = {entry for one in picture.considerations.within(span) if settles_marks(one) for entry in one.evidence}
    return tuple(injury for injury in unexplained_injuries(picture, span) if injury.entry not in answered)


def _contacts_nobody_has_decided(picture: ChildPicture) -> tuple[Fact, ...]:
    span = picture.numbers.span(standards.OPEN_CONCERN_WINDOW)
    return tuple(contact for contact in picture.contacts.within(span) if not _is_decided(picture, contact))


def _is_decided(picture: ChildPicture, contact: Contact) -> bool:
    decided = picture.threshold_decisions.belonging_to(contact.entry)
    return any(one.role in DECIDERS for one in decided)


def _sentence(picture: ChildPicture, concerns: tuple[Fact, ...]) -> str:
    who = picture.child.called
    return f"{who[:1].upper()}{who[1:]} cannot be stepped down or closed yet: {_in_words(concerns)}."


def _in_words(concerns: tuple[Fact, ...]) -> str:
    injuries = sum(isinstance(one, Injury) for one in concerns)
    contacts = len(concerns) - injuries
    words = []
    if injuries:
        words.append(
            "a possible injury has no answer" if injuries == 1 else f"{injuries} possible injuries have no answer"
        )
    if contacts:
        words.append("a worry has no decision" if contacts == 1 else f"{contacts} worries have no decision")
    return " and ".join(words)
