"""What agencies received, decided, planned and did."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from kith.policy.facts.base import (
    ActionId,
    AgencyId,
    DecisionId,
    DiscussionId,
    EntryId,
    EscalationId,
    Fact,
    InvolvementId,
    OpinionId,
    PersonId,
)
from kith.vocabulary import (
    Act,
    AssessmentStage,
    DecisionKind,
    ReasonGiven,
    Role,
    StepDownTo,
    SupervisionLine,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyDiscussion(Fact):
    """Social care, police and health talk about whether a child is being harmed: who was heard, present or consulted."""

    kind: ClassVar[str] = "strategy_discussion"
    room: ClassVar[str] = "decisions"

    heard: tuple[Role, ...]
    prompted_by: EntryId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Fact):
    """What was decided, by whom, and why. It may be revisited by another; it is never edited.

    `revisits` names the decision looked at again (a decision or a threshold decision), `rests_on` the entries weighed,
    `reasons` what the decider says it rests on.
    """

    kind: ClassVar[str] = "decision"
    room: ClassVar[str] = "decisions"

    what: DecisionKind
    discussion: DiscussionId | None = None
    revisits: EntryId | None = None
    rests_on: tuple[EntryId, ...] = ()
    reasons: tuple[ReasonGiven, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Fact):
    """What somebody must do because of a decision, by when, and what will show it done.

    An action that nobody owns yet is still written down: that nobody owns it is what a rule then says.
    """

    kind: ClassVar[str] = "action"
    room: ClassVar[str] = "decisions"

    decision: DecisionId
    owner_role: Role = Role.UNKNOWN
    owner_agency: AgencyId | None = None
    owner_name: str = ""
    due_at: datetime | None = None
    shown_done_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDone(Fact):
    """An action was done, and what shows it."""

    kind: ClassVar[str] = "action_done"
    room: ClassVar[str] = "decisions"

    action: ActionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Fact):
    """A child and family assessment, or early help's, and how far it has come."""

    kind: ClassVar[str] = "assessment"
    room: ClassVar[str] = "care"

    stage: AssessmentStage
    recommends: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolGrade(Fact):
    """That a graded tool was used, and its worst grade where given (1 best, 5 worst). Evidence, never a decision."""

    kind: ClassVar[str] = "tool_grade"
    room: ClassVar[str] = "care"

    tool: str
    worst_grade: int | None = None

    def __post_init__(self) -> None:
        Fact.__post_init__(self)
        if self.worst_grade is not None and not 1 <= self.worst_grade <= 5:
            raise ValueError("A grade is 1 (best) to 5 (worst), or left out.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyMeeting(Fact):
    """A meeting held with the family or about the child that is not a strategy discussion, and who was heard."""

    kind: ClassVar[str] = "family_meeting"
    room: ClassVar[str] = "care"

    what: str
    heard: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SteppedDown(Fact):
    """An open service was stepped down or closed, to what, and why."""

    kind: ClassVar[str] = "stepped_down"
    room: ClassVar[str] = "care"

    involvement: InvolvementId
    to: StepDownTo


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfessionalOpinion(Fact):
    """What one professional holds about a question on which another may hold otherwise.

    `differs_from` is the other's opinion, where whoever writes this says that they differ.
    """

    kind: ClassVar[str] = "professional_opinion"
    room: ClassVar[str] = "decisions"

    question: str
    differs_from: OpinionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section47Enquiry(Fact):
    """A section 47 enquiry begun on the level of risk (Children Act 1989, section 47)."""

    kind: ClassVar[str] = "section_47_enquiry"
    room: ClassVar[str] = "decisions"

    discussion: DiscussionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation(Fact):
    """A professional disagrees, and takes it up."""

    kind: ClassVar[str] = "escalation"
    room: ClassVar[str] = "decisions"

    against: EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationAnswered(Fact):
    """What came of a disagreement that was taken up, and who says so."""

    kind: ClassVar[str] = "escalation_answered"
    room: ClassVar[str] = "decisions"

    escalation: EscalationId


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionFinished(Fact):
    """The record of a strategy discussion is finished. What it decided counted from the moment it was entered."""

    kind: ClassVar[str] = "discussion_finished"
    room: ClassVar[str] = "decisions"

    discussion: DiscussionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervision(Fact):
    """A discussion about the work with a child; it may revisit a decision. `open_lines` are the questions it left open."""

    kind: ClassVar[str] = "supervision"
    room: ClassVar[str] = "decisions"

    next_on: date | None = None
    open_lines: tuple[SupervisionLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingProposed(Fact):
    """Somebody means to close, step down, return a child home or discharge a child, and says why before doing it.

    From here the people round the child are told and may object; `involvement` is the service it would end or lessen.
    """

    kind: ClassVar[str] = "closing_proposed"
    room: ClassVar[str] = "care"

    what: Act
    involvement: InvolvementId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnHome(Fact):
    """A child who lived elsewhere to be safe goes home, and to whom."""

    kind: ClassVar[str] = "return_home"
    room: ClassVar[str] = "care"

    to_whom: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicePower(Fact):
    """Police protection: Children Act 1989, section 46, at most 72 hours."""

    kind: ClassVar[str] = "police_power"
    room: ClassVar[str] = "care"


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtOrder(Fact):
    """An order of a court about the child."""

    kind: ClassVar[str] = "court_order"
    room: ClassVar[str] = "care"

    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Fact):
    """Where a child who is looked after lives."""

    kind: ClassVar[str] = "placement"
    room: ClassVar[str] = "care"

    with_whom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyTime(Fact):
    """Time a looked-after child spends with family, and who came."""

    kind: ClassVar[str] = "family_time"
    room: ClassVar[str] = "care"

    came: tuple[PersonId, ...] = ()
