"""Receiving contacts, reading history, deciding what response a contact gets."""

from uuid import UUID

from kith.chronology.enter import NewEntry, enter
from kith.chronology.entry import Entry
from kith.intake import models
from kith.occasions.ticket import Ticket
from kith.policy.permissions import Doing
from kith.vocabulary import Act, Answered, Harm, ThresholdOutcome


def receive_contact(
    occasion: Ticket,
    entry: NewEntry,
    *,
    harm: Harm = Harm.NOT_SAID,
    asks_for: str = "",
    where_now: str = "",
    ring_back: str = "",
    family_aware: Answered = Answered.NOT_RECORDED,
    told_by: UUID | None = None,
) -> Entry:
    """Somebody tells us something about a child, before any decision. A relative's worry weighs the same as ours."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Contact,
        entry,
        harm=harm,
        asks_for=asks_for,
        where_now=where_now,
        ring_back=ring_back,
        family_aware=family_aware,
        told_by_id=told_by,
    )


def record_history_check(occasion: Ticket, entry: NewEntry, *, read: tuple[UUID, ...] = ()) -> Entry:
    """Past contacts and episodes were read: which, and what they change."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.HistoryCheck,
        entry,
        read=list(read),
    )


def decide_threshold(occasion: Ticket, entry: NewEntry, *, contact: UUID, outcome: ThresholdOutcome) -> Entry:
    """What response a contact gets, and why."""
    occasion.permit(Doing.DECIDE)
    if outcome in _MAY_WAIT:
        occasion.wait_for_holds(_MAY_WAIT[outcome], entry.about)
    return enter(
        occasion,
        models.ThresholdDecision,
        entry,
        contact_id=contact,
        outcome=outcome,
    )


#: Which responses may have to wait. Those that protect are not here, and never will be.
_MAY_WAIT = {
    ThresholdOutcome.NO_FURTHER_ACTION: Act.NO_FURTHER_ACTION,
    ThresholdOutcome.ADVICE: Act.ADVICE,
    ThresholdOutcome.EARLY_HELP: Act.EARLY_HELP,
}
