"""`enter`: the one way an entry and its typed row are written, in the order permit, hold, write, enter."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kith.chronology.entry import Entry, EntryAbout, EntryRow
from kith.occasions.record import new_id, write
from kith.occasions.ticket import Refused, Ticket
from kith.policy import calendar
from kith.policy.facts import Happened
from kith.vocabulary import Through


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """What every act that enters something is told: about whom, when it happened, and the words.

    `id` and `at_assumed` are an importer's; anybody else leaves them out.
    """

    about: tuple[UUID, ...]
    happened: Happened
    said: str = ""
    known_to: tuple[UUID, ...] | None = None
    corrects: UUID | None = None
    id: UUID | None = None
    at_assumed: bool = False


def enter(occasion: Ticket, model: type[EntryRow], entry: NewEntry, **own: Any) -> Entry:
    """Write an entry, whom it is about, and its typed row. Raises Refused when it is said to happen in the future."""
    if not entry.about:
        raise Refused("Say whom this is about. If you do not know the name, choose “somebody we have not identified”.")
    if entry.happened.start > occasion.at:
        raise Refused("This is in the future. Enter the day it happened; if you are not sure, choose “about”.")
    if occasion.actor.agency is None:
        raise Refused("An entry is made from an agency. Sign in with the agency you work for.")
    if occasion.through != Through.IMPORT and entry.happened.end > calendar.end_of_day(
        calendar.london_day(occasion.at)
    ):
        raise Refused("This ends in the future. Enter the last day it can have happened.")
    written = write(
        Entry,
        id=entry.id or new_id(),
        kind=model.fact.kind,
        happened_start=entry.happened.start,
        happened_end=entry.happened.end,
        certainty=entry.happened.certainty,
        at=occasion.at,
        at_assumed=entry.at_assumed,
        by_name=occasion.actor.name,
        role=occasion.actor.role,
        agency_id=occasion.actor.agency,
        occasion_id=occasion.id,
        known_to=None if entry.known_to is None else list(entry.known_to),
        corrects_id=entry.corrects,
        said=entry.said,
    )
    for person in sorted(set(entry.about)):
        write(EntryAbout, entry=written, person_id=person)
    write(model, entry=written, **own)
    occasion.touched.update(entry.about)
    return written
