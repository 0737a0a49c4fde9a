"""`enter`: the one way an entry and its typed row are written, in the order permit, hold, write, enter."""

from dataclasses import dataclass
from typing import Any, get_args, get_origin
from uuid import UUID

from kith.chronology.entry import Entry, EntryAbout, EntryRow
from kith.occasions.record import new_id, write
from kith.occasions.ticket import Refused, Ticket
from kith.people.acts import withdraw_what_an_entry_claimed
from kith.policy import calendar
from kith.policy.facts import Fact, Happened
from kith.policy.facts.fields import own_fields, without_none
from kith.policy.permissions import is_known_to_all_who_knew, may_mend
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
    if mended := entry.corrects or own.get("retracts_id"):
        _refuse_mending_wrongly(occasion, model.fact.kind, entry, mended)
        withdraw_what_an_entry_claimed(occasion, entry=mended, of=None if entry.corrects else entry.about)
    _refuse_names_of_other_kinds(model.fact, own)
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
    occasion.entered.add(model.fact.kind)
    return written


def _refuse_mending_wrongly(occasion: Ticket, kind: str, entry: NewEntry, mended: UUID) -> None:
    """Only the agency that made an entry, and those who decide, correct or retract it.

    A correction is of its kind, and known to all who knew it.
    """
    found = Entry.objects.filter(id=mended).values_list("kind", "agency", "known_to").first()
    if found is None:
        raise Refused("The entry this corrects is not on record. Choose it from the record.")
    if not may_mend(occasion.actor.role, occasion.actor.agency, found[1]):
        raise Refused("Another agency made this entry. Tell them, or social care: one of them must mend it.")
    if entry.corrects and kind != found[0]:
        raise Refused("This corrects an entry of another kind. Retract that one and enter this.")
    if entry.corrects and not is_known_to_all_who_knew(entry.known_to, found[2]):
        raise Refused("Some who knew of what this corrects would not know of the correction. Let them know of both.")


def _refuse_names_of_other_kinds(fact: type[Fact], own: dict[str, Any]) -> None:
    """An account is of an injury: what an entry names must be on record, and of the kind it is said to be."""
    for name, (_, hint) in own_fields(fact).items():
        hint, _ = without_none(hint)
        points = get_args(get_args(hint)[0] if get_origin(hint) is tuple else hint)[1:]
        named = own.get(f"{name}_id", own.get(name))
        if points[:1] != ("entry",) or not named:
            continue
        wanted = set(named) if isinstance(named, list | tuple) else {named}
        found = Entry.objects.filter(id__in=wanted, **({"kind": points[1]} if points[1:] else {}))
        if found.count() < len(wanted):
            asked = points[1].replace("_", " ") if points[1:] else "entry"
            raise Refused(f"This names something that is not on record as {_a(asked)}. Choose it from the record.")


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
