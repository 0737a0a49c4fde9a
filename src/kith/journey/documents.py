"""Opening a document: as its entry may be read, and every time an occasion, whether or not it was allowed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.chronology.queries import KnownDocument, content_of, document, still_about
from kith.journey.clock import now
from kith.journey.picture import gather_entries
from kith.journey.reading import NotOnRecord, looked, may_read
from kith.people.queries import same_as
from kith.policy.permissions import Actor, Doing, may_see, refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedDocument:
    """A document with its content, byte for byte."""

    known: KnownDocument
    content: bytes


_KEPT_CLOSE = "You may not read the entry that this came with. The front door hub can tell you what you need."


def open_document(actor: Actor, id: UUID) -> OpenedDocument:
    """A document of an entry that the actor may read, on the record of somebody the entry is still about.

    Raises Refused with the same sentence whether or not there is such a document, or NotOnRecord to those who see every
    child. An entry taken off a child's page takes its documents with it.
    """
    at = now()
    known = document(id)
    child = _whose_record(actor, still_about(known.entry), at) if known else None
    if known is None or child is None:
        refused = refusal(actor, Doing.READ, is_involved=False)
        looked(actor, at, f"document {id}", refused.sentence if refused else "")
        raise NotOnRecord("There is no document of this address.")
    sees = may_see(actor, gather_entries((known.entry,))[known.entry])
    looked(actor, at, f"document {id} of child {child}", "" if sees else _KEPT_CLOSE)
    return OpenedDocument(known=known, content=content_of(id))


def _whose_record(actor: Actor, about: Iterable[UUID], at: datetime) -> UUID | None:
    """The first of these whose record the actor may open."""
    for person in about:
        try:
            if not may_read(actor, person, at, same_as((person,))):
                return person
        except NotOnRecord:
            continue
    return None
