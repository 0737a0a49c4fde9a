"""Notices, as the agency that must hear of them sees them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection


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


#: Whether something came back from the agency on being told of the notice's entry.
_OPENED = (
    "EXISTS (SELECT FROM informing_told t JOIN informing_answer w ON w.told_id = t.entry_id "
    "JOIN chronology_entry we ON we.id = w.entry_id WHERE t.of_id = n.entry_id AND we.agency_id = n.agency_id)"
)
_NOTICES = f"SELECT n.id, n.child_id, n.entry_id, n.agency_id, n.why, n.in_full, n.at, {_OPENED} FROM informing_notice n WHERE "


def notices_of(agency: UUID | None, since: datetime) -> tuple[MustHear, ...]:
    """What nobody there has opened, however old, and what came since a moment. Newest first. One statement."""
    which = f"n.agency_id = %(agency)s AND (n.at >= %(since)s OR NOT {_OPENED}) ORDER BY n.at DESC, n.id"
    return _notices(which, agency=agency, since=since)


def notice(id: UUID) -> MustHear | None:
    """One notice. One statement."""
    return next(iter(_notices("n.id = %(id)s", id=id)), None)


def opened_of(entries: Iterable[UUID]) -> dict[UUID, tuple[int, int]]:
    """Of each of these entries that somebody must hear of: how many agencies must, and how many have opened it."""
    wanted = set(entries)
    counted: dict[UUID, tuple[int, int]] = {}
    for one in _notices("n.entry_id = ANY(%(entries)s)", entries=list(wanted)) if wanted else ():
        must, have = counted.get(one.entry, (0, 0))
        counted[one.entry] = (must + 1, have + int(one.opened))
    return counted


def _notices(which: str, **asked: Any) -> tuple[MustHear, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_NOTICES + which, asked)
        return tuple(
            MustHear(id=id, child=child, entry=entry, agency=agency, why=why, in_full=in_full, at=at, opened=opened)
            for id, child, entry, agency, why, in_full, at, opened in cursor.fetchall()
        )
