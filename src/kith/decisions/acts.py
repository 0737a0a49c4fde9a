"""Recording strategy discussions, decisions, and the actions that carry them out."""

from datetime import date, datetime
from uuid import UUID

from kith.chronology.enter import NewEntry, enter
from kith.chronology.entry import Entry
from kith.decisions import models
from kith.occasions.ticket import Ticket
from kith.policy.permissions import Doing
from kith.vocabulary import Act, DecisionKind, ReasonGiven, Role, SupervisionLine


def set_action(
    occasion: Ticket,
    entry: NewEntry,
    *,
    decision: UUID,
    owner_role: Role = Role.UNKNOWN,
    owner_agency: UUID | None = None,
    owner_name: str = "",
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
        owner_name=owner_name,
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


def record_decision(
    occasion: Ticket,
    entry: NewEntry,
    *,
    what: DecisionKind,
    discussion: UUID | None = None,
    revisits: UUID | None = None,
    rests_on: tuple[UUID, ...] = (),
    reasons: tuple[ReasonGiven, ...] = (),
) -> Entry:
    """What was decided, by whom, and why. It may be revisited by another; it is never edited."""
    occasion.permit(Doing.DECIDE)
    return enter(
        occasion,
        models.Decision,
        entry,
        what=what,
        discussion_id=discussion,
        revisits_id=revisits,
        rests_on=list(rests_on),
        reasons=list(reasons),
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


def finish_discussion(
    occasion: Ticket,
    entry: NewEntry,
    *,
    discussion: UUID,
) -> Entry:
    """The record of a strategy discussion is finished. What it decided counted from the moment it was entered."""
    occasion.permit(Doing.DECIDE)
    occasion.wait_for_holds(Act.FINISH_DISCUSSION_RECORD, entry.about)
    return enter(
        occasion,
        models.DiscussionFinished,
        entry,
        discussion_id=discussion,
    )


def escalate(
    occasion: Ticket,
    entry: NewEntry,
    *,
    against: UUID,
) -> Entry:
    """A professional disagrees, and takes it up."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Escalation,
        entry,
        against_id=against,
    )


def answer_escalation(
    occasion: Ticket,
    entry: NewEntry,
    *,
    escalation: UUID,
) -> Entry:
    """What came of a disagreement that was taken up, and who says so."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.EscalationAnswered,
        entry,
        escalation_id=escalation,
    )


def record_opinion(
    occasion: Ticket,
    entry: NewEntry,
    *,
    question: str,
    differs_from: UUID | None = None,
) -> Entry:
    """What one professional holds about a question on which another may hold otherwise."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.ProfessionalOpinion,
        entry,
        question=question,
        differs_from_id=differs_from,
    )


def start_enquiry(
    occasion: Ticket,
    entry: NewEntry,
    *,
    discussion: UUID | None = None,
) -> Entry:
    """A section 47 enquiry begun on the level of risk (Children Act 1989, section 47)."""
    occasion.permit(Doing.DECIDE)
    return enter(
        occasion,
        models.Section47Enquiry,
        entry,
        discussion_id=discussion,
    )


def record_supervision(
    occasion: Ticket,
    entry: NewEntry,
    *,
    next_on: date | None = None,
    open_lines: tuple[SupervisionLine, ...] = (),
) -> Entry:
    """A discussion about the work with a child; it may revisit a decision. `open_lines` are the questions it left open."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Supervision,
        entry,
        next_on=next_on,
        open_lines=list(open_lines),
    )
