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
