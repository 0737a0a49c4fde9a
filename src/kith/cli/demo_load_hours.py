"""Load the made-up partnership's hours, numbers, rota and leave, and who works with which child. Safe to run again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from kith.cli.demo_hours import LEAVE, PLACES, SINCE, TRIED_ON, Place, rota, shut_days, worker_for
from kith.cli.demo_partnership import STARTS, agency_id
from kith.policy.facts import Happened
from kith.policy.facts.family import Allocation, Involvement
from kith.replay.chronology_file import Chronology, Moment, namespace_of
from kith.replay.entry_in_words import role_in_words
from kith.vocabulary import Role, RouteKind

if TYPE_CHECKING:
    from kith.occasions.ticket import Ticket

SOURCE = "urn:kith:demonstration:who-works-with-whom"
SOON_AFTER = timedelta(minutes=5)


def add_hours() -> None:
    """Hours, numbers and the rota of those agencies that are there and have none yet."""
    from kith.agencies.acts import put_on_duty, set_hours_on
    from kith.agencies.models import Agency, DutyHours
    from kith.journey.occasion import open_occasion
    from kith.policy.permissions import Actor

    there = set(Agency.objects.values_list("id", flat=True))
    known = set(DutyHours.objects.values_list("agency", flat=True))
    new = {slug: place for slug, place in PLACES.items() if agency_id(slug) in there - known}
    if not new:
        return
    with open_occasion(Actor(name="Setting up the demonstration", is_machine=True)) as occasion:
        for slug, place in new.items():
            _add_place(occasion, agency_id(slug), place)
        for slug, day in shut_days():
            if slug in new:
                set_hours_on(occasion, agency=agency_id(slug), on=day)
        for turn in rota():
            if turn.agency in new:
                put_on_duty(
                    occasion,
                    agency=agency_id(turn.agency),
                    name=turn.name,
                    role=turn.role,
                    from_at=turn.from_at,
                    until_at=turn.until_at,
                )


def add_leave() -> None:
    """Who is away over Christmas and who covers, where nobody has entered that anybody is away."""
    from kith.agencies.acts import say_away
    from kith.agencies.models import Away
    from kith.agencies.queries import sign_ins
    from kith.journey.occasion import open_occasion
    from kith.policy.permissions import Actor

    if Away.objects.exists():
        return
    known = {one.username: one.actor.id for one in sign_ins()}
    with open_occasion(Actor(name="Setting up the demonstration", is_machine=True)) as occasion:
        for one in LEAVE:
            who, cover = known.get(one.username), known.get(one.cover)
            if who and cover:
                say_away(occasion, professional=who, from_at=one.from_at, until_at=one.until_at, covered_by=cover)


def _add_place(occasion: Ticket, agency: UUID, place: Place) -> None:
    from kith.agencies.acts import set_hours

    set_hours(occasion, agency=agency, week=place.week, from_on=SINCE)
    _add_number(occasion, agency, RouteKind.OFFICE_HOURS, place.answers, place.number)
    if place.covered_by:
        cover = PLACES[place.covered_by]
        by = agency_id(place.covered_by)
        _add_number(occasion, agency, RouteKind.OUT_OF_HOURS, cover.answers, cover.number, by)
    if place.on_call:
        _add_number(occasion, agency, RouteKind.ON_CALL, *place.on_call)


def _add_number(
    occasion: Ticket, agency: UUID, kind: RouteKind, name: str, number: str, by: UUID | None = None
) -> None:
    from kith.agencies.acts import add_route

    add_route(
        occasion,
        agency=agency,
        kind=kind,
        name=name,
        number=number,
        answered_by=by,
        checked_on=TRIED_ON,
        from_on=SINCE,
    )


def allocate_workers() -> None:
    """Enter who works with each child, soon after the service was opened, as its own file would tell it."""
    from kith.agencies.queries import agencies
    from kith.exchange.chronology_import import import_chronology

    moments = tuple(sorted(_moments(), key=lambda moment: (moment.at, moment.occasion)))
    named = agencies(fact.agency for moment in moments for fact in moment.facts)
    told = Chronology(
        source=SOURCE,
        title="Who works with whom",
        people=(),
        agencies=tuple(named.values()),
        households=(),
        moments=moments,
        line_of={fact.entry: number for number, moment in enumerate(moments, 1) for fact in moment.facts},
    )
    import_chronology(told, until=STARTS)


def _moments() -> Iterator[Moment]:
    for involvement in _involvements():
        worker = _worker(involvement)
        if involvement.agency != involvement.with_agency or not worker[0]:
            continue
        at, occasion = involvement.at + SOON_AFTER, _id(involvement, "occasion")
        yield Moment(occasion=occasion, at=at, facts=(_allocation(involvement, occasion, *worker),))


def _worker(involvement: Involvement) -> tuple[str, Role]:
    """The team's social worker who first wrote of the child; for a service without a manager, whoever opened it."""
    from kith.chronology.models import Entry

    usual = worker_for(involvement.with_agency)
    if usual is None:
        return involvement.by_name, involvement.role
    wrote = Entry.objects.filter(
        about__person__in=involvement.about,
        agency=involvement.with_agency,
        role=usual[1],
        at__gte=involvement.at,
        at__lte=STARTS,
    )
    name = wrote.exclude(by_name="").order_by("at", "id").values_list("by_name", flat=True).first()
    return name or usual[0], usual[1]


def _allocation(involvement: Involvement, occasion: UUID, name: str, role: Role) -> Allocation:
    at = involvement.at + SOON_AFTER
    return Allocation(
        entry=_id(involvement, "entry"),
        about=involvement.about,
        happened=Happened(start=at, end=at),
        at=at,
        role=involvement.role,
        agency=involvement.agency,
        occasion=occasion,
        by_name=involvement.by_name,
        said=f"{name} is the {role_in_words(role)}.",
        involvement=involvement.entry,
        worker_name=name,
        worker_role=role,
    )


def _involvements() -> Iterator[Involvement]:
    """Services of the partnership's own agencies for which nobody has told who works with the child.

    None of Luke's: his page holds what his review published, and nothing else.
    """
    from kith.family.models import Allocation as Told
    from kith.family.models import Involvement as Row
    from kith.journey.picture import gather_entries

    ours = [agency_id(slug) for slug in PLACES]
    rows = Row.objects.filter(with_agency__in=ours).exclude(entry__in=Told.objects.values("involvement"))
    facts = gather_entries(rows.values_list("entry", flat=True))
    for entry in sorted(facts):
        fact = facts[entry]
        if isinstance(fact, Involvement) and fact.at + SOON_AFTER <= STARTS:
            yield fact


def _id(involvement: Involvement, what: str) -> UUID:
    return uuid5(namespace_of(SOURCE), f"{what}:{involvement.entry}")
