"""Entering a chronology file through the acts: one transaction, one occasion a moment, time passing between them.

Same id and content is nothing to do; same id with other content is refused by line. Nothing is half imported.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Min

from kith.agencies.acts import add_agency
from kith.agencies.models import Agency
from kith.chronology.enter import NewEntry
from kith.duties.acts import stop_watching
from kith.duties.models import SettingWatch, Watch
from kith.duties.queries import last_read
from kith.family import acts as family
from kith.family.models import Household
from kith.journey.entering import ACTS, MAY_WAIT
from kith.journey.facts_read import columns_of_fact
from kith.journey.occasion import imported_occasion
from kith.journey.picture import gather_entries
from kith.journey.respond import book
from kith.journey.time import CLOCK
from kith.occasions.record import new_id
from kith.occasions.ticket import Refused, Ticket
from kith.people.acts import add_person
from kith.people.models import Person
from kith.policy.facts import Fact
from kith.policy.facts.fields import own_fields
from kith.policy.permissions import Actor
from kith.replay.chronology_file import BadLines, Chronology, Moment, namespace_of
from kith.vocabulary import Through


@dataclass(frozen=True, slots=True)
class Near:
    """Whom a file has told of so far: time passes for these."""

    children: set[UUID] = field(default_factory=set)
    settings: set[UUID] = field(default_factory=set)


def import_chronology(
    chronology_: Chronology, *, until: datetime | None = None, through: Through = Through.IMPORT
) -> int:
    """Enter a file's moments (those up to `until`), and say how many entries were new. Raises BadLines.

    `through` a review, its agencies stand in its own children's records and are nobody else's to choose.
    """
    moments = [moment for moment in chronology_.moments if until is None or moment.at <= until]
    with transaction.atomic():
        new = _moments_not_on_record(chronology_, moments)
        if not new:
            return 0
        importer = _importer(chronology_.source)
        near = Near()
        left: set[UUID] = set()
        _add_who_and_where(chronology_, importer, new[0].at, through)
        for moment in new:
            _pass_time(chronology_, near, moment.at)
            _enter(chronology_, moment, near, left)
        _respond_for_late_news(left)
        if until is not None:
            _pass_time(chronology_, near, until)
    return sum(len(moment.facts) for moment in new)


def _moments_not_on_record(chronology_: Chronology, moments: list[Moment]) -> list[Moment]:
    stored = gather_entries([fact.entry for moment in moments for fact in moment.facts])
    differ = [
        (
            chronology_.line_of[fact.entry],
            "This id is on record with other content. Enter a correction with an id of its own.",
        )
        for moment in moments
        for fact in moment.facts
        if fact.entry in stored and _whole(stored[fact.entry]) != _whole(fact)
    ]
    if differ:
        raise BadLines(differ)
    return [moment for moment in moments if any(fact.entry not in stored for fact in moment.facts)]


def _whole(fact: Fact) -> Fact:
    """An entry to be compared: whom it is about has no order."""
    return replace(fact, about=tuple(sorted(fact.about)))


def _importer(source: str) -> Actor:
    return Actor(name=f"Import of {source}", is_machine=True)


def _add_who_and_where(chronology_: Chronology, importer: Actor, at: datetime, through: Through) -> None:
    known = set(Agency.objects.filter(id__in=[one.id for one in chronology_.agencies]).values_list("id", flat=True))
    known |= set(Person.objects.filter(id__in=[one.id for one in chronology_.people]).values_list("id", flat=True))
    known |= set(
        Household.objects.filter(id__in=[one.id for one in chronology_.households]).values_list("id", flat=True)
    )
    begins = _id(chronology_, f"begins:{at.isoformat()}")
    with imported_occasion(importer, about=(), at=at, id=begins, through=through) as occasion:
        for agency in chronology_.agencies:
            if agency.id not in known:
                add_agency(occasion, id=agency.id, name=agency.name, type=agency.type)
        for person in chronology_.people:
            if person.id not in known:
                add_person(occasion, person)
        for household in chronology_.households:
            if household.id not in known:
                family.add_household(occasion, id=household.id, said=household.said)


def _respond_for_late_news(left: set[UUID]) -> None:
    """A file that has grown, or another agency's, tells of moments long past: its children are read again as last read."""
    for child, at in last_read(left).items():
        with imported_occasion(CLOCK, about=(), at=at, id=new_id(), through=Through.CLOCK) as occasion:
            occasion.touched.add(child)


def _enter(chronology_: Chronology, moment: Moment, near: Near, left: set[UUID]) -> None:
    first = moment.facts[0]
    names = {agency.id: agency for agency in chronology_.agencies}
    actor = Actor(
        name=first.by_name,
        role=first.role,
        agency=first.agency,
        agency_name=names[first.agency].name,
        agency_type=names[first.agency].type,
        is_machine=True,
    )
    about = {person for fact in moment.facts for person in fact.about}
    with imported_occasion(actor, about=about, at=moment.at, id=moment.occasion, left=left) as occasion:
        for fact in _in_writing_order(moment.facts):
            try:
                _write(occasion, fact)
            except Refused as refused:
                raise BadLines([(chronology_.line_of[fact.entry], str(refused))]) from refused
    near.children.update(occasion.touched | occasion.children)
    near.settings.update(occasion.settings)


def _in_writing_order(facts: Iterable[Fact]) -> list[Fact]:
    """What names another entry of the same moment comes after it; what may have to wait for an answer comes last."""
    waiting = {fact.entry: fact for fact in sorted(facts, key=lambda fact: (fact.kind in MAY_WAIT, fact.entry))}
    ordered: list[Fact] = []
    while waiting:
        ready = [fact for fact in waiting.values() if not _names(fact) & (waiting.keys() - {fact.entry})]
        for fact in ready or list(waiting.values()):
            ordered.append(waiting.pop(fact.entry))
    return ordered


def _names(fact: Fact) -> set[UUID]:
    values = [getattr(fact, name) for name in (*columns_of_fact(type(fact)), "corrects")]
    listed = (one for value in values if isinstance(value, tuple) for one in value)
    return {value for value in (*values, *listed) if isinstance(value, UUID)}


def _write(occasion: Ticket, fact: Fact) -> None:
    entry = NewEntry(
        id=fact.entry,
        about=fact.about,
        happened=fact.happened,
        said=fact.said,
        known_to=fact.known_to,
        corrects=fact.corrects,
        at_assumed=fact.at_assumed,
    )
    ACTS[fact.kind](occasion, entry, **{name: getattr(fact, name) for name in own_fields(type(fact))})


def _pass_time(chronology_: Chronology, near: Near, until: datetime) -> None:
    """Let time pass for whom this file tells of, moment by moment, as it would have."""
    while first := _next_due(near, until):
        children = Watch.objects.filter(child__in=near.children, next_change_at=first)
        for child in list(children.order_by("child").values_list("child", flat=True)):
            with _clock(chronology_, child, first) as occasion:
                occasion.touched.add(child)
            if Watch.objects.filter(child=child, next_change_at=first).exists():
                stop_watching(child, book().hash)
        settings = SettingWatch.objects.filter(setting__in=near.settings, next_change_at=first)
        for setting in list(settings.order_by("setting").values_list("setting", flat=True)):
            with _clock(chronology_, setting, first) as occasion:
                occasion.settings.add(setting)


def _next_due(near: Near, until: datetime) -> datetime | None:
    """The first moment, until another, at which time alone could change a picture."""
    children = Watch.objects.filter(child__in=near.children, next_change_at__lte=until)
    settings = SettingWatch.objects.filter(setting__in=near.settings, next_change_at__lte=until)
    firsts = (due.aggregate(first=Min("next_change_at"))["first"] for due in (children, settings))
    return min((first for first in firsts if first), default=None)


def _clock(chronology_: Chronology, who: UUID, at: datetime) -> AbstractContextManager[Ticket]:
    id = _id(chronology_, f"time:{who}:{at.timestamp()}")
    return imported_occasion(CLOCK, about=(), at=at, id=id, through=Through.CLOCK)


def _id(chronology_: Chronology, name: str) -> UUID:
    return uuid5(namespace_of(chronology_.source), name)
