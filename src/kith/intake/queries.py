"""Contacts, as the front door works through them; and what the police sent that is not a contact yet."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kith.chronology.models import Entry, Retraction
from kith.intake.models import (
    Contact,
    InformationAsked,
    InformationReturned,
    PoliceBatch,
    PoliceRow,
    ThresholdDecision,
)
from kith.intake.police_file import Adult, Row
from kith.policy.facts import Happened
from kith.policy.permissions import DECIDERS
from kith.vocabulary import AtTheIncident, Certainty, Sex


def contact_told_with(token: str) -> UUID | None:
    """The contact that was told under this token, at the first attempt or a later one. One statement."""
    told = Q(entry__occasion__token=token) | Q(entry__occasion__token__startswith=f"{token} ")
    return Contact.objects.filter(told).order_by("entry_id").values_list("entry_id", flat=True).first()


def contacts_told_by(name: str, agency: UUID | None, since: datetime) -> tuple[UUID, ...]:
    """What somebody told from where they work since a moment, the newest first. One statement."""
    theirs = Contact.objects.filter(entry__by_name=name, entry__agency=agency, entry__at__gte=since)
    return tuple(theirs.order_by("-entry__at", "-entry_id").values_list("entry_id", flat=True))


def told_under(contact: UUID) -> UUID | None:
    """As whom a contact was told: a professional, or the one-time code somebody had. One statement."""
    return Contact.objects.filter(entry=contact).values_list("entry__occasion__by_id", flat=True).first()


def contacts_at_the_door(since: datetime) -> tuple[UUID, ...]:
    """Contacts nobody who decides has decided on, however old; and those decided since a moment. Oldest first. One statement."""
    corrected = Entry.objects.filter(corrects=OuterRef("entry"))
    decided = ThresholdDecision.objects.filter(contact=OuterRef("entry"), entry__role__in=DECIDERS)
    lately = decided.filter(entry__at__gte=since)
    found = Contact.objects.exclude(Exists(corrected)).filter(~Q(Exists(decided)) | Q(Exists(lately)))
    return tuple(found.order_by("entry__at", "entry_id").values_list("entry_id", flat=True))


def questions_waiting(contact: UUID, of_agency: UUID, said: str) -> set[UUID | None]:
    """What was asked of an agency about a contact in these words, stands, and is not answered. One statement."""
    asked = InformationAsked.objects.filter(contact=contact, of_agency=of_agency)
    corrected = Entry.objects.filter(corrects=OuterRef("entry"))
    taken_off = Retraction.objects.filter(retracts=OuterRef("entry"))
    answered = InformationReturned.objects.filter(asked=OuterRef("entry"))
    found = asked.exclude(Exists(corrected)).exclude(Exists(taken_off)).exclude(Exists(answered))
    words = said.casefold().split()
    return {id for id, told in found.values_list("entry_id", "entry__said") if told.casefold().split() == words}


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A file of police notifications, how many of its children wait, and how many contacts the others became.

    `not_read` are the lines that could not be read.
    """

    id: UUID
    force: UUID
    force_name: str
    file_name: str
    at: datetime
    not_read: tuple[str, ...]
    rows: int
    waiting: int
    contacts: int


def _counted() -> QuerySet[PoliceBatch]:
    return PoliceBatch.objects.annotate(
        count=Count("rows"),
        waiting=Count("rows", filter=Q(rows__contact=None)),
        contacts=Count("rows__contact", distinct=True),
    )


def police_batches(since: datetime) -> tuple[Batch, ...]:
    """Batches with anything waiting, however old; and all received since a moment. The oldest first. One statement."""
    batches = _counted()
    shown = batches.filter(Q(waiting__gt=0) | Q(at__gte=since)).defer("received").select_related("force")
    return tuple(_batch(one) for one in shown.order_by("at", "id"))


def police_children_waiting() -> int:
    """How many children of all that the police sent wait to be looked at. One statement."""
    return PoliceRow.objects.filter(contact=None).count()


def police_batch(id: UUID) -> Batch | None:
    """One batch. One statement."""
    batches = _counted()
    found = batches.filter(id=id).defer("received").select_related("force").first()
    return _batch(found) if found else None


def police_rows_waiting(batch: UUID, most: int) -> tuple[Row, ...]:
    """The first children of a batch that wait, whole incidents together, some `most` of them; one incident at least.

    What the police graded high comes first; else in the order of the file. Two statements.
    """
    waiting = PoliceRow.objects.filter(batch=batch, contact=None)
    incidents: dict[str, list[UUID]] = {}
    high: set[str] = set()
    for id, told, grading in waiting.order_by("line").values_list("id", "incident", "grading"):
        incident = told.casefold()
        incidents.setdefault(incident, []).append(id)
        high |= {incident} if is_high(grading) else set()
    chosen: list[UUID] = []
    for incident in sorted(incidents, key=lambda one: one not in high):
        ids = incidents[incident]
        if chosen and len(chosen) + len(ids) > most:
            break
        chosen += ids
    rows = {one.id: row_as_kept(one) for one in PoliceRow.objects.filter(id__in=chosen)}
    return tuple(rows[id] for id in chosen if id in rows)


def is_high(grading: str) -> bool:
    """Whether the police graded it high, in whichever words."""
    return "high" in grading.lower()


def row_as_kept(row: PoliceRow) -> Row:
    """A row as it was read from its file."""
    return Row(
        id=row.id,
        line=row.line,
        incident=row.incident,
        happened=Happened(start=row.happened_start, end=row.happened_end, certainty=Certainty(row.certainty)),
        address=row.address,
        adults=tuple(Adult(name, born) for name, born in zip(row.adult_names, row.adults_born, strict=True)),
        child_name=row.child_name,
        child_born=row.child_born,
        child_sex=Sex(row.child_sex),
        school=row.school,
        child_was=AtTheIncident(row.child_was),
        grading=row.grading,
        words=row.words,
    )


def _batch(one: PoliceBatch) -> Batch:
    return Batch(
        id=one.id,
        force=one.force_id,
        force_name=one.force.name,
        file_name=one.file_name,
        at=one.at,
        not_read=tuple(one.not_read),
        rows=vars(one)["count"],
        waiting=vars(one)["waiting"],
        contacts=vars(one)["contacts"],
    )
