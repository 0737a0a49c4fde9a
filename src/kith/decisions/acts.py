"""Recording strategy discussions, decisions, and the actions that carry them out."""

from datetime import datetime
from uuid import UUID

from kith.chronology.enter import NewEntry, enter
from kith.chronology.entry import Entry
from kith.decisions import models
from kith.occasions.ticket import Ticket
from kith.policy.permissions import Doing
from kith.vocabulary import DecisionKind, Role


def set_action(
    occasion: Ticket,
    entry: NewEntry,
    *,
    decision: UUID,
    owner_role: Role,
    owner_agency: UUID,
    due_at: datetime | None = None,
    shown_done_by: str = "",
) -> Entry:
    """What somebody must do because of a decision, by when, and what will show it done."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Action,
        entry,
        decision_id=decision,
        owner_role=owner_role,
        owner_agency_id=owner_agency,
        due_at=due_at,
        shown_done_by=shown_done_by,
    )


def record_action_done(occasion: Ticket, entry: NewEntry, *, action: UUID) -> Entry:
    """An action was done, and what shows it."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.ActionDone,
        entry,
        action_id=action,
    )


def record_decision(occasion: Ticket, entry: NewEntry, *, what: DecisionKind, discussion: UUID | None = None) -> Entry:
    """What was decided, by whom, and why. It may be revisited by another; it is never edited."""
    occasion.permit(Doing.DECIDE)
    return enter(
        occasion,
        models.Decision,
        entry,
        what=what,
        discussion_id=discussion,
    )


def record_strategy_discussion(
    occasion: Ticket, entry: NewEntry, *, heard: tuple[Role, ...], prompted_by: UUID | None = None
) -> Entry:
    """Social care, police and health talk about whether a child is being harmed: who was heard, present or consulted."""
    occasion.permit(Doing.DECIDE)
    return enter(
        occasion,
        models.StrategyDiscussion,
        entry,
        heard=list(heard),
        prompted_by_id=prompted_by,
    )
