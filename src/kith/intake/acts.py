"""Receiving contacts, reading history, deciding what response a contact gets."""

from datetime import datetime
from uuid import UUID

from kith.chronology.enter import NewEntry, enter
from kith.chronology.entry import Entry
from kith.intake import models
from kith.occasions.ticket import Refused, Ticket
from kith.policy.permissions import Doing
from kith.vocabulary import Act, Answered, Harm, HistorySource, ReasonGiven, ThresholdOutcome, Through, Urgency


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


def record_history_check(
    occasion: Ticket,
    entry: NewEntry,
    *,
    read: tuple[UUID, ...] = (),
    read_in: tuple[HistorySource, ...] = (),
    asked_for_from: tuple[HistorySource, ...] = (),
    not_to_be_had_from: tuple[HistorySource, ...] = (),
) -> Entry:
    """Past contacts and episodes were read: which, where one looked, and what they change."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.HistoryCheck,
        entry,
        read=list(read),
        read_in=list(read_in),
        asked_for_from=list(asked_for_from),
        not_to_be_had_from=list(not_to_be_had_from),
    )


def rate_contact(occasion: Ticket, entry: NewEntry, *, contact: UUID, urgency: Urgency) -> Entry:
    """How urgent a contact is held to be, and why. Rated anew as information arrives."""
    occasion.permit(Doing.DECIDE)
    return enter(occasion, models.Priority, entry, contact_id=contact, urgency=urgency)


def ask_for_information(
    occasion: Ticket, entry: NewEntry, *, contact: UUID, of_agency: UUID, due_at: datetime | None = None
) -> Entry:
    """An agency is asked what it knows of the child or the family, and by when."""
    occasion.permit(Doing.RECORD)
    return enter(occasion, models.InformationAsked, entry, contact_id=contact, of_agency_id=of_agency, due_at=due_at)


def return_information(
    occasion: Ticket, entry: NewEntry, *, asked: UUID, knows_them: Answered = Answered.NOT_RECORDED
) -> Entry:
    """What an agency that was asked knows."""
    occasion.permit(Doing.RECORD)
    return enter(occasion, models.InformationReturned, entry, asked_id=asked, knows_them=knows_them)


def send_back(occasion: Ticket, entry: NewEntry, *, contact: UUID) -> Entry:
    """A contact goes back to whoever told us: not enough to decide on, and what is missing."""
    occasion.permit(Doing.DECIDE)
    return enter(occasion, models.SentBack, entry, contact_id=contact)


def authorise(occasion: Ticket, entry: NewEntry, *, decision: UUID, agrees: Answered) -> Entry:
    """A second person read what was decided, and agrees or does not. Raises Refused for one's own decision."""
    occasion.permit(Doing.DECIDE)
    decider = Entry.objects.filter(id=decision).values_list("occasion__by_id", flat=True).first()
    if occasion.through != Through.IMPORT and decider == occasion.actor.id:
        raise Refused("You decided this yourself. Somebody else who decides reads it and agrees, or does not.")
    return enter(occasion, models.Authorisation, entry, decision_id=decision, agrees=agrees)


def decide_threshold(
    occasion: Ticket,
    entry: NewEntry,
    *,
    contact: UUID,
    outcome: ThresholdOutcome,
    reasons: tuple[ReasonGiven, ...] = (),
    risk_now: str = "",
) -> Entry:
    """What response a contact gets, and why: what it rests on, and what the decider holds the risk to be now."""
    occasion.permit(Doing.DECIDE)
    if outcome in _MAY_WAIT:
        occasion.wait_for_holds(_MAY_WAIT[outcome], entry.about)
    return enter(
        occasion,
        models.ThresholdDecision,
        entry,
        contact_id=contact,
        outcome=outcome,
        reasons=list(reasons),
        risk_now=risk_now,
    )


#: Which responses may have to wait. Those that protect are not here, and never will be.
_MAY_WAIT = {
    ThresholdOutcome.NO_FURTHER_ACTION: Act.NO_FURTHER_ACTION,
    ThresholdOutcome.ADVICE: Act.ADVICE,
    ThresholdOutcome.EARLY_HELP: Act.EARLY_HELP,
}
