"""What agencies received, decided, planned, did, and told one another."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from kith.policy.facts.base import (
    ActionId,
    AgencyId,
    ContactId,
    DecisionId,
    DiscussionId,
    EntryId,
    Fact,
    InvolvementId,
    PersonId,
    ToldId,
)
from kith.vocabulary import (
    AnswerKind,
    AssessmentStage,
    DecisionKind,
    Harm,
    HowTold,
    Role,
    StepDownTo,
    ThresholdOutcome,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Fact):
    """Somebody tells us something about a child, before any decision. A relative's worry weighs the same as ours."""

    kind: ClassVar[str] = "contact"
    room: ClassVar[str] = "intake"

    harm: Harm = Harm.NOT_SAID
    asks_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdDecision(Fact):
    """What response a contact gets, and why."""

    kind: ClassVar[str] = "threshold_decision"
    room: ClassVar[str] = "intake"

    contact: ContactId
    outcome: ThresholdOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryCheck(Fact):
    """Past contacts and episodes were read: which, and what they change."""

    kind: ClassVar[str] = "history_check"
    room: ClassVar[str] = "intake"

    read: tuple[EntryId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyDiscussion(Fact):
    """Social care, police and health talk about whether a child is being harmed: who was heard, present or consulted."""

    kind: ClassVar[str] = "strategy_discussion"
    room: ClassVar[str] = "decisions"

    heard: tuple[Role, ...]
    prompted_by: EntryId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Fact):
    """What was decided, by whom, and why. It may be revisited by another; it is never edited."""

    kind: ClassVar[str] = "decision"
    room: ClassVar[str] = "decisions"

    what: DecisionKind
    discussion: DiscussionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Fact):
    """What somebody must do because of a decision, by when, and what will show it done."""

    kind: ClassVar[str] = "action"
    room: ClassVar[str] = "decisions"

    decision: DecisionId
    owner_role: Role
    owner_agency: AgencyId
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
class Told(Fact):
    """Somebody who must know was told of an entry, by a named way."""

    kind: ClassVar[str] = "told"
    room: ClassVar[str] = "informing"

    of: EntryId
    told_agency: AgencyId
    told_role: Role = Role.UNKNOWN
    how: HowTold = HowTold.TELEPHONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Fact):
    """What came back from somebody who was told."""

    kind: ClassVar[str] = "answer"
    room: ClassVar[str] = "informing"

    told: ToldId
    answer: AnswerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfessionalOpinion(Fact):
    """What one professional holds about a question on which another may hold otherwise."""

    kind: ClassVar[str] = "professional_opinion"
    room: ClassVar[str] = "decisions"

    question: str


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
class Supervision(Fact):
    """A discussion about the work with a child; it may revisit a decision."""

    kind: ClassVar[str] = "supervision"
    room: ClassVar[str] = "decisions"

    next_on: date | None = None


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
