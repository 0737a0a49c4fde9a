"""Notices, as the agency that must hear of them sees them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.informing.models import Answer, Notice, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class MustHear:
    """That an agency must hear of an entry, since when, and whether somebody there has opened it."""

    id: UUID
    child: UUID
    entry: UUID
    agency: UUID
    why: str
    in_full: bool
    at: datetime
    opened: bool


def notices_of(agency: UUID | None, since: datetime) -> tuple[MustHear, ...]:
    """What nobody there has opened, however old, and what came since a moment. Newest first. One statement."""
    found = _with_opened().filter(agency=agency)
    return _read(found.filter(Q(at__gte=since) | ~Q(_came_back())).order_by("-at", "id"))


def notice(id: UUID) -> MustHear | None:
    """One notice. One statement."""
    return next(iter(_read(_with_opened().filter(id=id))), None)


def opened_of(entries: Iterable[UUID]) -> dict[UUID, tuple[int, int]]:
    """Of each of these entries that somebody must hear of: how many agencies must, and how many have opened it."""
    wanted = set(entries)
    counted: dict[UUID, tuple[int, int]] = {}
    for one in _read(_with_opened().filter(entry__in=wanted)) if wanted else ():
        must, have = counted.get(one.entry, (0, 0))
        counted[one.entry] = (must + 1, have + int(one.opened))
    return counted


def _with_opened() -> QuerySet[Notice]:
    return Notice.objects.annotate(opened=_came_back())


def _came_back() -> Exists:
    """Whether something came back from the agency on being told of the notice's entry."""
    told = Told.objects.filter(of=OuterRef(OuterRef("entry"))).values("entry")
    return Exists(Answer.objects.filter(told__in=told, entry__agency=OuterRef("agency")))


def _read(found: QuerySet[Notice]) -> tuple[MustHear, ...]:
    return tuple(
        MustHear(
            id=one.id,
            child=one.child_id,
            entry=one.entry_id,
            agency=one.agency_id,
            why=one.why,
            in_full=one.in_full,
            at=one.at,
            opened=vars(one)["opened"],
        )
        for one in found
    )
