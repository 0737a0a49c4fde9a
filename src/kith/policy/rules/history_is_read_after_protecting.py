"""Whoever protected a child before reading the history reads it afterwards."""

from collections.abc import Iterable, Iterator
from datetime import date

from kith.policy import calendar, standards
from kith.policy.facts import Fact
from kith.policy.facts.front_door import Contact, ThresholdDecision
from kith.policy.findings import Obligation, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, open_involvements
from kith.policy.readings.discussions import AT_ONCE
from kith.policy.readings.history import (
    HELP,
    PROTECTING,
    decision_on,
    entries_read,
    history,
    history_in_words,
    is_read,
)
from kith.policy.rulebook import rule
from kith.policy.standards import Standard


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not _protected(picture):
        return "a contact on which somebody decided to protect, and whose work has not ended"
    return "an earlier contact or service that nobody has read"


@rule(
    reads=ChildPicture,
    learning=(7,),
    why="To protect a child, nobody waits for the file. What came before is read soon after: within hours, or the next day.",
    source="Case Study Luke, Summary of Learning, point 7. That it may follow, and by when, is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("history_check",),
)
def history_is_read_after_protecting(picture: ChildPicture) -> Iterator[Obligation]:
    """Read the child's earlier contacts and services soon after a decision to protect that did not wait for them."""
    protected = _protected(picture)
    if not protected:
        return
    read = entries_read(picture)
    unread = [one for one in history(picture) if not is_read(picture, one, read)]
    first = next((pair for pair in protected if _known_before(unread, *pair)), None)
    if first is None:
        return
    decision = first[1]
    before = tuple(one for one in unread if any(_known_before([one], *pair) for pair in protected))
    yield Obligation(
        about=picture.id,
        sentence=_sentence(picture, decision, before),
        do_next="read it, and write what it changes.",
        evidence=(decision.entry, *entries_of(before)),
        owed_by=OwedBy(decision.role, decision.agency),
        due_at=picture.numbers.due(_standard(decision), decision.at),
        clock=_standard(decision).clock,
    )


def _standard(decision: ThresholdDecision) -> Standard:
    at_once = decision.outcome in AT_ONCE
    return standards.HISTORY_READ_AFTER_PROTECTING_AT_ONCE if at_once else standards.HISTORY_READ_AFTER_PROTECTING


def _protected(picture: ChildPicture) -> list[tuple[Contact, ThresholdDecision]]:
    """Contacts on which somebody decided to protect, in the order of deciding, but for work that has ended since."""
    decided = ((one, decision_on(picture, one)) for one in picture.contacts.backwards())
    found = [(one, decision) for one, decision in decided if decision and decision.outcome in PROTECTING]
    ended = None if open_involvements(picture, *HELP) else picture.step_downs.last()
    going_on = [pair for pair in found if ended is None or pair[1].at >= ended.at]
    return sorted(going_on, key=lambda pair: (pair[1].at, pair[1].entry))


def _known_before(unread: Iterable[Fact], contact: Contact, decision: ThresholdDecision) -> tuple[Fact, ...]:
    began = contact.happened.start
    return tuple(one for one in unread if one.happened.end < began and one.at <= decision.at)


def _sentence(picture: ChildPicture, decision: ThresholdDecision, before: tuple[Fact, ...]) -> str:
    day, words = calendar.london_day(decision.happened.start), history_in_words(picture, before)
    return (
        f"The decision of {day.day} {day:%B %Y} protects {picture.child.called}, "
        f"and nobody who decides has read what came before: {words}."
    )
