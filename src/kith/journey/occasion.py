"""`open_occasion`: who, when, from where, why; the children locked before the act; what follows, after it.

The occasion's own row is written first and in its own transaction, so a refused act leaves it. Then the act's
transaction begins: every child whose picture reads this act is locked, in one ordered statement, the set is worked out
again (if it grew, all is rolled back and begun again), and only then is `at` taken. READ COMMITTED.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from kith.duties.models import Watch
from kith.duties.queries import holds_on, read_after
from kith.journey.clock import now
from kith.journey.respond import children_to_respond_for, respond, still_speaks
from kith.journey.setting import respond_for_settings
from kith.occasions import acts as occasions
from kith.occasions.ticket import Refused, Ticket
from kith.policy.permissions import Actor
from kith.vocabulary import Act, Outcome, Purpose, Through


class NotLocked(RuntimeError):
    """An act turned out to be about a child who was not named when the occasion was opened. Nothing of it is kept."""


@contextmanager
def open_occasion(
    actor: Actor,
    *,
    about: Iterable[UUID] = (),
    through: Through = Through.SCREEN,
    purpose: Purpose = Purpose.RECORDING,
    token: str | None = None,
) -> Iterator[Ticket]:
    """One act or a few by one person at one moment, about these people. Name everybody it is about before it begins.

    Raises what the act raises, after writing that the occasion was refused or failed; AlreadyDone on a used token.
    """
    people = frozenset(about)
    occasion = occasions.begin(actor=actor, through=through, purpose=purpose, token=token)
    try:
        with transaction.atomic():
            children = lock(people)
            at = now()
            occasions.take_time(occasion, at)
            ticket = _ticket(occasion.id, at, actor, through, purpose, children)
            yield ticket
            _respond_to(ticket)
            occasions.conclude(occasion, Outcome.DONE, at)
    except Refused as refused:
        occasions.conclude(occasion, Outcome.REFUSED, now(), str(refused))
        raise
    except Exception:
        occasions.conclude(occasion, Outcome.FAILED, now())
        raise


@contextmanager
def imported_occasion(
    actor: Actor,
    *,
    about: Iterable[UUID],
    at: datetime,
    id: UUID,
    through: Through = Through.IMPORT,
    left: set[UUID] | None = None,
) -> Iterator[Ticket]:
    """One moment of a file, inside the import's one transaction: the exception to the occasion's own.

    An importer, and the clock while a file is imported, are the only ones who say when they acted. A child whose picture
    was read later than this moment is not set back to it: they are added to `left`, and the importer responds for them
    when all is in.
    """
    purpose = Purpose.PASSING_TIME if through == Through.CLOCK else Purpose.RECORDING
    occasion = occasions.begin(actor=actor, through=through, purpose=purpose, id=id, at=at)
    ticket = _ticket(occasion.id, at, actor, through, purpose, lock(frozenset(about), at))
    yield ticket
    children = ticket.children | lock(frozenset(ticket.touched), at)
    later = read_after(children, at)
    _respond_to(replace(ticket, children=children), leaving=later)
    if left is not None:
        left |= later
    occasions.conclude(occasion, Outcome.DONE, at)


class _Grew(Exception):
    """Another act brought more children near while we waited for the lock."""


def lock(people: frozenset[UUID], at: datetime | None = None) -> frozenset[UUID]:
    """Lock every child whose picture reads what is about these people, in the order of their ids, and say which.

    Worked out again once locked: if the set grew, the locks are let go and taken anew in order. The lock is on the
    child's watch: the application's role may not so much as lock a row that is never altered.
    """
    children = children_to_respond_for(people, at or now()) if people else frozenset()
    while children:
        try:
            with transaction.atomic():
                _lock_watches(sorted(children))
                again = children_to_respond_for(people, at or now())
                if not again <= children:
                    raise _Grew
                return children
        except _Grew:
            children = children | again
    return children


def _lock_watches(children: list[UUID]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO duties_watch (child_id, rulebook_hash, could_not_check) SELECT unnest(%s::uuid[]), '', '{}' "
            "ON CONFLICT DO NOTHING",
            [children],
        )
        cursor.execute(
            "SELECT child_id FROM duties_watch WHERE child_id = ANY(%s) ORDER BY child_id FOR NO KEY UPDATE", [children]
        )


def pass_time_for(ticket: Ticket) -> None:
    """Before holds are read: let time that has passed unnoticed have its consequences."""
    due = Watch.objects.filter(child__in=ticket.children, next_change_at__lte=ticket.at).values_list("child", flat=True)
    respond(ticket, due)


def standing_holds(ticket: Ticket, act: Act, people: tuple[UUID, ...]) -> tuple[str, ...]:
    """What must be answered before an act, in sentences: holds that stand, but for those this very occasion answers."""
    pass_time_for(ticket)
    return tuple(
        f"{hold.finding.sentence} To go on, {hold.finding.do_next}"
        for hold in holds_on(act, people)
        if still_speaks(ticket, hold.finding)
    )


def _ticket(
    id: UUID, at: datetime, actor: Actor, through: Through, purpose: Purpose, children: frozenset[UUID]
) -> Ticket:
    ticket = Ticket(id=id, at=at, actor=actor, through=through, purpose=purpose, children=children)
    if through == Through.IMPORT:  # a file tells what was done: too late to hold it, and never refused for it
        return ticket
    return replace(ticket, holds=lambda act, people: standing_holds(ticket, act, people))


def _respond_to(ticket: Ticket, leaving: frozenset[UUID] = frozenset()) -> None:
    """Respond for the children locked, and for those an act turned out to be about if nobody else can see them yet."""
    now_about = children_to_respond_for(ticket.touched, ticket.at) if ticket.touched else frozenset()
    strangers = now_about - ticket.children
    if strangers and Watch.objects.filter(child__in=strangers).exists():
        raise NotLocked("This act is also about a child it did not name. Name everybody it is about before it begins.")
    Watch.objects.bulk_create([Watch(child_id=child) for child in sorted(strangers)])
    respond(ticket, (ticket.children | strangers) - leaving)
    respond_for_settings(ticket)
