"""Recording assessments, tools and meetings, and stepping services down."""

from uuid import UUID

from kith.care import models
from kith.chronology.enter import NewEntry, enter
from kith.chronology.entry import Entry
from kith.occasions.ticket import Ticket
from kith.policy.permissions import Doing
from kith.vocabulary import Act, AssessmentStage, StepDownTo


def record_assessment(occasion: Ticket, entry: NewEntry, *, stage: AssessmentStage, recommends: str = "") -> Entry:
    """A child and family assessment, or early help's, and how far it has come."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Assessment,
        entry,
        stage=stage,
        recommends=recommends,
    )


def record_family_meeting(occasion: Ticket, entry: NewEntry, *, what: str, heard: tuple[UUID, ...] = ()) -> Entry:
    """A meeting held with the family or about the child that is not a strategy discussion, and who was heard."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.FamilyMeeting,
        entry,
        what=what,
        heard=list(heard),
    )


def step_down(occasion: Ticket, entry: NewEntry, *, involvement: UUID, to: StepDownTo) -> Entry:
    """An open service was stepped down or closed, to what, and why."""
    occasion.permit(Doing.DECIDE)
    occasion.wait_for_holds(Act.CLOSE if to == StepDownTo.CLOSED else Act.STEP_DOWN, entry.about)
    return enter(
        occasion,
        models.SteppedDown,
        entry,
        involvement_id=involvement,
        to=to,
    )


def record_tool_grade(occasion: Ticket, entry: NewEntry, *, tool: str, worst_grade: int | None = None) -> Entry:
    """That a graded tool was used, and its worst grade where given (1 best, 5 worst). Evidence, never a decision."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.ToolGrade,
        entry,
        tool=tool,
        worst_grade=worst_grade,
    )


def propose_closing(
    occasion: Ticket,
    entry: NewEntry,
    *,
    what: Act,
    involvement: UUID | None = None,
) -> Entry:
    """Somebody means to close, step down, return a child home or discharge a child, and says why before doing it."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.ClosingProposed,
        entry,
        what=what,
        involvement_id=involvement,
    )


def return_home(
    occasion: Ticket,
    entry: NewEntry,
    *,
    to_whom: UUID | None = None,
) -> Entry:
    """A child who lived elsewhere to be safe goes home, and to whom."""
    occasion.permit(Doing.DECIDE)
    occasion.wait_for_holds(Act.RETURN_HOME, entry.about)
    return enter(
        occasion,
        models.ReturnHome,
        entry,
        to_whom_id=to_whom,
    )


def record_court_order(
    occasion: Ticket,
    entry: NewEntry,
    *,
    order: str,
) -> Entry:
    """An order of a court about the child."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.CourtOrder,
        entry,
        order=order,
    )


def record_family_time(
    occasion: Ticket,
    entry: NewEntry,
    *,
    came: tuple[UUID, ...] = (),
) -> Entry:
    """Time a looked-after child spends with family, and who came."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.FamilyTime,
        entry,
        came=list(came),
    )


def record_placement(
    occasion: Ticket,
    entry: NewEntry,
    *,
    with_whom: str,
) -> Entry:
    """Where a child who is looked after lives."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Placement,
        entry,
        with_whom=with_whom,
    )


def record_police_power(
    occasion: Ticket,
    entry: NewEntry,
) -> Entry:
    """Police protection: Children Act 1989, section 46, at most 72 hours."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.PolicePower,
        entry,
    )
