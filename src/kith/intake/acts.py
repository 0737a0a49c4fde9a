"""Receiving contacts, reading history, deciding what response a contact gets."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection

from kith.agencies.queries import agencies
from kith.chronology.enter import NewEntry, enter
from kith.chronology.entry import Entry
from kith.intake import models, police_file
from kith.intake.queries import questions_waiting, row_as_kept
from kith.occasions.record import new_id, write
from kith.occasions.ticket import Refused, Ticket
from kith.policy.permissions import FRONT_DOOR, Doing
from kith.vocabulary import (
    Act,
    AgencyType,
    Answered,
    Harm,
    HistorySource,
    LinkVerdict,
    ReasonGiven,
    ThresholdOutcome,
    Through,
    Urgency,
)


def receive_contact(
    occasion: Ticket,
    entry: NewEntry,
    *,
    harm: Harm = Harm.NOT_SAID,
    in_danger: Answered = Answered.NOT_RECORDED,
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
        in_danger=in_danger,
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
    """An agency is asked what it knows of the child or the family, and by when.

    Raises Refused where the same was asked of it and is not answered: the same question twice is two to answer.
    """
    occasion.permit(Doing.RECORD)
    waits = questions_waiting(contact, of_agency, entry.said) - {entry.corrects}
    if occasion.through != Through.IMPORT and waits:
        name = agencies((of_agency,))[of_agency].name
        raise Refused(f"{name} was asked this already and has not answered yet. Ring them, or ask them something else.")
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
    outcome = models.ThresholdDecision.objects.filter(entry=decision).values_list("outcome", flat=True).first()
    waits = _AGREED_ONLY_WITH.get(ThresholdOutcome(outcome)) if outcome else None
    if waits and agrees == Answered.YES:
        occasion.wait_for_holds(waits, entry.about)
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
#: What stands before a second person's agreeing. To leave a child to work that nobody has opened is to do nothing; where
#: work is open nobody is asked to agree.
_AGREED_ONLY_WITH = {**_MAY_WAIT, ThresholdOutcome.ALREADY_OPEN: Act.NO_FURTHER_ACTION}


def receive_police_batch(occasion: Ticket, *, force: UUID, file_name: str, content: bytes) -> UUID:
    """Keep a file of police notifications as received, and what of it is new, to be looked at; give the batch's id.

    The same file again is the batch it was; a child at an incident who is here already is not kept twice. Raises Refused
    when nothing of it can be read, or nothing is new.
    """
    occasion.permit(Doing.DECIDE)
    if occasion.actor.agency_type not in FRONT_DOOR:
        raise Refused("Police notifications are received by the front door hub and Emergency Duty.")
    sender = agencies((force,)).get(force)
    if sender is None or sender.type != AgencyType.POLICE:
        raise Refused("Choose the police force that sent this file.")
    _one_batch_at_a_time()
    fingerprint = hashlib.sha256(content).hexdigest()
    before = (
        models.PoliceBatch.objects.filter(force=force, fingerprint=fingerprint).values_list("id", flat=True).first()
    )
    if before:
        return before
    try:
        told = police_file.read(content, force=force, at=occasion.at)
    except police_file.NotAPoliceFile as why:
        raise Refused(str(why)) from why
    new, not_read = _what_is_new(told)
    if not new and not not_read:
        raise Refused("Every child and incident in this file is here already. Nothing is added.")
    batch = write(
        models.PoliceBatch, id=new_id(), force_id=force, file_name=file_name, fingerprint=fingerprint, received=content,
        not_read=not_read, at=occasion.at, occasion_id=occasion.id,
    )  # fmt: skip
    models.PoliceRow.objects.bulk_create([_kept(batch, row) for row in new], batch_size=500)
    return batch.id


def settle_police_rows(
    occasion: Ticket,
    *,
    contact: UUID,
    settled: Iterable[tuple[UUID, UUID, LinkVerdict, str, str]],
) -> None:
    """These rows have become a contact: each with its child, whether that is somebody on record, and why it was thought so.

    Raises Refused when somebody else settled one of them meanwhile.
    """
    occasion.permit(Doing.DECIDE)
    for row, child, verdict, grade, reasons in settled:
        waiting = models.PoliceRow.objects.filter(id=row, contact=None)
        if not waiting.update(contact_id=contact, child_id=child, verdict=verdict, grade=grade, reasons=reasons):
            raise Refused("Somebody else has just dealt with this one. What they saved counts.")


def _what_is_new(told: police_file.PoliceFile) -> tuple[list[police_file.Row], list[str]]:
    """Rows that nobody has received, and a sentence for every line that is not kept and says something new."""
    before = {
        one.id: one
        for one in models.PoliceRow.objects.filter(id__in=[row.id for row in told.rows]).select_related("batch")
    }
    wrong = list(told.not_read)
    for row in told.rows:
        if row.id in before and not police_file.is_same(row, row_as_kept(before[row.id])):
            name = before[row.id].batch.file_name
            wrong.append(police_file.NotRead(row.line, f"Line {row.line}: {_OTHER_WORDS.format(name=name)}"))
    new = [row for row in told.rows if row.id not in before]
    return new, [one.sentence for one in sorted(wrong, key=lambda one: one.line)]


_OTHER_WORDS = (
    "this child and incident came before, in {name}, with other words. The first are kept: "
    "write what has changed as a note about the child."
)


def _kept(batch: models.PoliceBatch, row: police_file.Row) -> models.PoliceRow:
    return models.PoliceRow(
        id=row.id,
        batch=batch,
        line=row.line,
        incident=row.incident,
        happened_start=row.happened.start,
        happened_end=row.happened.end,
        certainty=row.happened.certainty,
        address=row.address,
        adult_names=[one.name for one in row.adults],
        adults_born=[one.born for one in row.adults],
        child_name=row.child_name,
        child_born=row.child_born,
        child_sex=row.child_sex,
        school=row.school,
        child_was=row.child_was,
        grading=row.grading,
        words=row.words,
    )


def _one_batch_at_a_time() -> None:
    """Two files received at once, or one twice, come one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('kith.intake.police'))")
