"""Which entries stand, about whom, and with which documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from kith.chronology.models import Attachment, Entry, EntryAbout, Retraction


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDocument:
    """A document of an entry, without its content. `size` is in bytes."""

    id: UUID
    entry: UUID
    title: str
    media_type: str
    size: int


#: In a statement: that an entry `e` stands, which is about somebody (`a`): no correction took its place, and it was not
#: taken off their page.
STANDS = (
    "NOT EXISTS (SELECT FROM chronology_entry c WHERE c.corrects_id = e.id) "
    "AND NOT EXISTS (SELECT FROM chronology_retraction r JOIN chronology_entryabout off USING (entry_id) "
    "WHERE r.retracts_id = e.id AND off.person_id = a.person_id)"
)


def made_by(name: str, agency: UUID | None, since: datetime) -> tuple[UUID, ...]:
    """The entries somebody made since a moment, newest first. One statement."""
    found = Entry.objects.filter(by_name=name, agency=agency, at__gte=since).order_by("-at", "-id")
    return tuple(found.values_list("id", flat=True))


def documents_about(people: Iterable[UUID]) -> dict[UUID, tuple[KnownDocument, ...]]:
    """The documents of the entries about any of these people, by entry, in the order they were put there. One statement."""
    found: dict[UUID, tuple[KnownDocument, ...]] = {}
    for one in _known(
        "entry_id IN (SELECT entry_id FROM chronology_entryabout WHERE person_id = ANY(%s))", list(people)
    ):
        found[one.entry] = (*found.get(one.entry, ()), one)
    return found


def document(id: UUID) -> KnownDocument | None:
    """A document by its id. One statement."""
    return next(iter(_known("id = %s", id)), None)


def content_of(id: UUID) -> bytes:
    """A document's content, byte for byte. One statement."""
    return bytes(Attachment.objects.values_list("content", flat=True).get(pk=id))


def still_about(entry: UUID) -> tuple[UUID, ...]:
    """Whom an entry is about, but for those from whose page it was taken. One statement."""
    found = _not_taken_off().filter(entry=entry).order_by("person_id")
    return tuple(found.values_list("person_id", flat=True))


def _not_taken_off() -> QuerySet[EntryAbout]:
    retracted = Retraction.objects.filter(retracts=OuterRef("entry"), entry__about__person=OuterRef("person"))
    return EntryAbout.objects.exclude(Exists(retracted))


def _known(which: str, asked: UUID | list[UUID]) -> list[KnownDocument]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, entry_id, title, media_type, size FROM chronology_attachment "
            f"WHERE {which} ORDER BY entry_id, id",
            [asked],
        )
        return [
            KnownDocument(id=id, entry=entry, title=title, media_type=media_type, size=size)
            for id, entry, title, media_type, size in cursor.fetchall()
        ]
