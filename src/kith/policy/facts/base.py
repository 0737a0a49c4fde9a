"""What every fact has: what it is, about whom, when it happened, when and by whom it was entered.

A fact is one entry as a rule may read it: frozen, and validated when it is built. No fact holds what a rule is
meant to conclude; a person's judgement is a fact only with its teller and its time.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, ClassVar
from uuid import UUID

from kith.policy import calendar
from kith.policy.facts.reading_order import one_way
from kith.vocabulary import Certainty, Identity, LifeStage, Role, Sex

#: Ids say what they point at, so that file, schema and tables can check them.
PersonId = Annotated[UUID, "person"]
AgencyId = Annotated[UUID, "agency"]
HouseholdId = Annotated[UUID, "household"]
EntryId = Annotated[UUID, "entry"]
#: What comes after "entry" is the kind of entry it must be.
ActionId = Annotated[UUID, "entry", "action"]
AskedId = Annotated[UUID, "entry", "information_asked"]
ContactId = Annotated[UUID, "entry", "contact"]
DecisionId = Annotated[UUID, "entry", "decision"]
DiscussionId = Annotated[UUID, "entry", "strategy_discussion"]
EscalationId = Annotated[UUID, "entry", "escalation"]
HandoverId = Annotated[UUID, "entry", "handover"]
OpinionId = Annotated[UUID, "entry", "professional_opinion"]
InjuryId = Annotated[UUID, "entry", "injury"]
InvolvementId = Annotated[UUID, "entry", "involvement"]
SilenceId = Annotated[UUID, "entry", "not_to_be_told"]
ThresholdId = Annotated[UUID, "entry", "threshold_decision"]
ToldId = Annotated[UUID, "entry", "told"]
UpdateId = Annotated[UUID, "entry", "practice_update"]
#: A finding's own subject: an entry, an involvement, a person.
AboutId = Annotated[UUID, "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """When something happened: two instants, held in UTC, and how surely we know. An instant has both ends equal.

    Raises ValueError when an end is naive or the range runs backwards.
    """

    start: datetime
    end: datetime
    certainty: Certainty = Certainty.EXACT

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("When it happened needs a time zone.")
        object.__setattr__(self, "start", calendar.instant(self.start))
        object.__setattr__(self, "end", calendar.instant(self.end))
        if self.end < self.start:
            raise ValueError("When it happened runs backwards: its end is before its start.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One entry, as known at a moment.

    `at` is when it was entered (on record from then on; held in UTC), `at_assumed` says that nobody published or noted that time.
    `known_to` names the agencies that knew it apart from the one that entered it; None means the shared record.
    `said` is what was seen, said or thought, word for word.
    """

    kind: ClassVar[str] = ""
    room: ClassVar[str] = ""

    entry: EntryId
    about: tuple[PersonId, ...]
    happened: Happened
    at: datetime
    role: Role
    agency: AgencyId
    occasion: UUID
    by_name: str = ""
    at_assumed: bool = False
    known_to: tuple[AgencyId, ...] | None = None
    corrects: EntryId | None = None
    said: str = ""

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("The time of entry needs a time zone.")
        object.__setattr__(self, "at", calendar.instant(self.at))
        if not self.about:
            raise ValueError("An entry is about at least one person.")


def refuse_half_a_birthday(born_from: date | None, born_until: date | None) -> None:
    """Raises ValueError when one end of a day of birth is missing, or it runs backwards."""
    if (born_from is None) != (born_until is None):
        raise ValueError("Give both ends of the day of birth, or neither.")
    if born_from and born_until and born_until < born_from:
        raise ValueError("The day of birth runs backwards.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody: known, known in part, or not known. Whether a child is an age at a moment, never a type.

    `born_from` and `born_until` bound the day of birth; both None when nobody has it. `stage_said` is used only then.
    """

    id: PersonId
    name: str = ""
    identity: Identity = Identity.KNOWN
    sex: Sex = Sex.NOT_RECORDED
    born_from: date | None = None
    born_until: date | None = None
    expected_on: date | None = None
    stage_said: LifeStage = LifeStage.NOT_KNOWN

    def __post_init__(self) -> None:
        refuse_half_a_birthday(self.born_from, self.born_until)

    @property
    def called(self) -> str:
        """How to speak of this person in a sentence."""
        if name := one_way(self.name):
            return name
        return "a person we have not identified yet" if self.identity != Identity.KNOWN else "this person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An agency, team or setting as a sentence names it."""

    id: AgencyId
    name: str
    type: str = field(default="unknown")
