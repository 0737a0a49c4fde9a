"""`attach`: the one way a document is kept, with the entry it came with."""

import hashlib

from kith.chronology.entry import Entry
from kith.chronology.media import media_type_of, tidy, why_refused
from kith.chronology.models import Attachment
from kith.occasions.record import write
from kith.occasions.ticket import Refused, Ticket
from kith.policy.permissions import Doing


def attach(occasion: Ticket, entry: Entry, *, title: str, media_type: str, content: bytes) -> Attachment:
    """Keep a document with the entry it came with. `media_type` is what it is said to be; what it is, its bytes tell.

    Raises Refused, in words, for one too large, of no sort that Kith keeps, or brought to an entry made before.
    """
    occasion.permit(Doing.RECORD)
    if entry.occasion_id != occasion.id:
        raise Refused("A document is kept with what is written down at the same moment. Add a note, and put it there.")
    if refused := why_refused(title, media_type, content):
        raise Refused(refused)
    return write(
        Attachment,
        entry=entry,
        title=tidy(title),
        media_type=media_type_of(content),
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
    )
