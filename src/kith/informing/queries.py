"""Notices, as the agency that must hear of them sees them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

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
    unopened, lately = found.filter(opened=False), found.filter(at__gte=since)
    return _read((unopened | lately).order_by("-at", "id"))


def notice(id: UUID) -> MustHear | None:
    """One notice. One statement."""
    return next(iter(_read(_with_opened().filter(id=id))), None)


def _with_opened() -> QuerySet[Notice]:
    told = Told.objects.filter(of=OuterRef(OuterRef("entry"))).values("entry")
    came_back = Answer.objects.filter(told__in=told, entry__agency=OuterRef("agency"))
    return Notice.objects.annotate(opened=Exists(came_back))


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
