"""Preparing who must hear; recording who was told, and what came back."""

from collections.abc import Iterable
from uuid import UUID

from kith.chronology.enter import NewEntry, enter
from kith.chronology.entry import Entry
from kith.informing import models
from kith.occasions.record import write
from kith.occasions.ticket import Ticket
from kith.policy.circle import MustHear
from kith.policy.permissions import Doing
from kith.vocabulary import AnswerKind, HowTold, Role


def prepare_notices(occasion: Ticket, child: UUID, must_hear: Iterable[MustHear]) -> None:
    """Write that these agencies must hear, with the act and committed with it. Nothing leaves Kith here."""
    for one in must_hear:
        write(
            models.Notice,
            child_id=child,
            entry_id=one.entry,
            agency_id=one.agency,
            why=one.why,
            in_full=one.in_full,
            occasion_id=occasion.id,
            at=occasion.at,
        )


def record_answer(occasion: Ticket, entry: NewEntry, *, told: UUID, answer: AnswerKind) -> Entry:
    """What came back from somebody who was told."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Answer,
        entry,
        told_id=told,
        answer=answer,
    )


def record_told(
    occasion: Ticket,
    entry: NewEntry,
    *,
    of: UUID,
    told_agency: UUID,
    told_role: Role = Role.UNKNOWN,
    how: HowTold = HowTold.TELEPHONE,
) -> Entry:
    """Somebody who must know was told of an entry, by a named way."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Told,
        entry,
        of_id=of,
        told_agency_id=told_agency,
        told_role=told_role,
        how=how,
    )


def record_liaison(
    occasion: Ticket,
    entry: NewEntry,
    *,
    with_agency: UUID,
) -> Entry:
    """Two agencies talked about the child outside any decision: a GP practice and the health visiting team, mostly."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Liaison,
        entry,
        with_agency_id=with_agency,
    )


def hand_over(
    occasion: Ticket,
    entry: NewEntry,
    *,
    of: UUID,
    to_agency: UUID,
    to_name: str = "",
) -> Entry:
    """A child, with what came in, is handed on by name: from the Emergency Duty Service to a day team, or to the next shift."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Handover,
        entry,
        of_id=of,
        to_agency_id=to_agency,
        to_name=to_name,
    )


def accept_handover(
    occasion: Ticket,
    entry: NewEntry,
    *,
    handover: UUID,
) -> Entry:
    """Somebody took a child over, by name."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.HandoverAccepted,
        entry,
        handover_id=handover,
    )
