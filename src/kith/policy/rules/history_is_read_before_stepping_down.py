"""Nobody decides to do nothing, or less, before the child's history has been read. Protecting never waits for it."""

from collections.abc import Iterator
from datetime import date

from kith.policy.facts import Fact
from kith.policy.facts.front_door import Contact
from kith.policy.findings import Hold
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, who_answers_for
from kith.policy.readings.history import decision_on, history_in_words, matters_open, unread_before_deciding
from kith.policy.rulebook import rule
from kith.vocabulary import Act, Role, ThresholdOutcome


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not matters_open(picture):
        return "a contact that nobody has decided, or a service that is open to the child"
    return "an earlier contact or service that nobody has read since the latest contact"


@rule(
    reads=ChildPicture,
    learning=(7,),
    why="What happened before tells what a worry means. Whoever decides to do less reads it first; protecting goes ahead.",
    source="Case Study Luke, Summary of Learning, point 7. That it holds, and what has to be read, is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("history_check",),
)
def history_is_read_before_stepping_down(picture: ChildPicture) -> Iterator[Hold]:
    """Read the child's earlier contacts and services, and other children's, before deciding to do nothing or less."""
    if not matters_open(picture):
        return
    unread = unread_before_deciding(picture)
    if not unread:
        return
    yield Hold(
        about=picture.id,
        holds=Act.NO_FURTHER_ACTION,
        sentence=_sentence(picture, unread),
        do_next=f"read it and write what it changes; to protect {picture.child.called}, go ahead and read it afterwards.",
        evidence=entries_of(unread),
        owed_by=who_answers_for(picture, Role.SOCIAL_CARE_MANAGER),
    )


def _sentence(picture: ChildPicture, unread: tuple[Fact, ...]) -> str:
    ended = sum(_ended_with_nothing(picture, one) for one in unread if isinstance(one, Contact))
    words = history_in_words(picture, unread, of_contacts=f" ({ended} with no further action)" if ended else "")
    return f"The person deciding has not read about {picture.child.called}: {words}."


def _ended_with_nothing(picture: ChildPicture, contact: Contact) -> bool:
    decision = decision_on(picture, contact)
    return decision is not None and decision.outcome == ThresholdOutcome.NO_FURTHER_ACTION
