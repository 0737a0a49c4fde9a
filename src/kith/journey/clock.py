"""`now()`: the only clock. The demonstration's runs ahead of the machine's, and can be moved on; it never goes back.

How far it was moved is kept in the database, because the web server and the worker are two processes. A request reads it
once; everything else reads it whenever it asks the time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection
from django.db.models import Sum

from kith.occasions import acts as occasions
from kith.occasions.models import ClockMoved
from kith.occasions.ticket import Refused, Ticket
from kith.policy.calendar import instant

LONDON = ZoneInfo("Europe/London")

#: What was read of how far the clock was moved, while it need not be read again; an empty list until it was.
_kept: ContextVar[list[int] | None] = ContextVar("kept", default=None)
#: One at a time moves the clock: whoever comes second finds it moved.
_LOCK = 20261224


def now() -> datetime:
    """The time it is, aware."""
    here = datetime.now(LONDON)
    return here + timedelta(seconds=settings.DEMO_CLOCK_AHEAD + moved()) if settings.DEMO else here


def moved() -> int:
    """By how many seconds the demonstration's clock was moved on since it was loaded. One statement, or none."""
    kept = _kept.get()
    if kept:
        return kept[0]
    seconds = ClockMoved.objects.aggregate(all=Sum("seconds"))["all"] or 0
    if kept is not None:
        kept.append(seconds)
    return int(seconds)


@contextmanager
def read_once() -> Iterator[None]:
    """While a request is answered, how far the clock was moved is read once; the clock itself runs on."""
    token = _kept.set([])
    try:
        yield
    finally:
        _kept.reset(token)


def move_clock(occasion: Ticket, *, to: datetime) -> None:
    """Move the demonstration's clock on to a moment. A moment that has come already changes nothing."""
    if not settings.DEMO:
        raise Refused("Only the demonstration's clock can be moved.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    _read_again()
    seconds = ceil((instant(to) - instant(now())).total_seconds())
    if seconds > 0:
        occasions.note_clock_moved(occasion.id, seconds=seconds, to=to)
    _read_again()


def _read_again() -> None:
    if kept := _kept.get():
        kept.clear()
