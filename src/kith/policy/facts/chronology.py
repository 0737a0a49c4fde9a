"""What was seen, said and done: marks, accounts of them, visits, appointments, observations, examinations."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from kith.policy.facts.base import AboutId, AgencyId, EntryId, Fact, InjuryId, PersonId
from kith.vocabulary import (
    AccountGiven,
    AccountsJudged,
    Answered,
    Attended,
    CarerSays,
    CouldBeCaused,
    InjuryType,
    Mechanism,
    MedicalOpinion,
    MedicalStage,
    MotorStage,
    Pattern,
    Region,
    Sense,
    Side,
    Theme,
    VisitOutcome,
    Witness,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Injury(Fact):
    """A mark somebody saw. Its sizes are millimetres, its side the child's own."""

    kind: ClassVar[str] = "injury"
    room: ClassVar[str] = "chronology"

    type: InjuryType
    region: Region = Region.NOT_RECORDED
    side: Side = Side.NOT_RECORDED
    count: int = 1
    size_mm: int | None = None
    pattern: Pattern = Pattern.NOT_RECORDED
    witness: Witness = Witness.NOT_RECORDED
    needed_care: Answered = Answered.NOT_RECORDED

    def __post_init__(self) -> None:
        Fact.__post_init__(self)
        if self.count < 1:
            raise ValueError("Count how many marks there are: 1 or more.")
        if self.size_mm is not None and self.size_mm < 1:
            raise ValueError("Give the size in millimetres, 1 or more, or leave it out.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Fact):
    """What somebody said of how an injury came about, or that they were asked and said nothing.

    `teller` is None when nobody wrote down, or nobody published, who told it.
    """

    kind: ClassVar[str] = "account"
    room: ClassVar[str] = "chronology"

    injury: InjuryId
    teller: PersonId | None = None
    given: AccountGiven = AccountGiven.VOLUNTEERED
    mechanism: Mechanism = Mechanism.NOT_RECORDED
    place: str = ""
    claimed_at: datetime | None = None
    who_had_care: PersonId | None = None
    help_sought_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountJudgement(Fact):
    """What a person thinks of the accounts of an injury, and says so. Only a person may."""

    kind: ClassVar[str] = "account_judgement"
    room: ClassVar[str] = "chronology"

    injury: InjuryId
    judged: AccountsJudged


@dataclass(frozen=True, slots=True, kw_only=True)
class Development(Fact):
    """What the child was seen able to do, on a day, by somebody who watched."""

    kind: ClassVar[str] = "development"
    room: ClassVar[str] = "chronology"

    stage: MotorStage


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Fact):
    """What somebody saw or heard, before anybody sorts it. `said` is what was seen; the rest is kept and printed apart."""

    kind: ClassVar[str] = "note"
    room: ClassVar[str] = "chronology"

    their_words: str = ""
    thinks: str = ""
    could_show_wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Fact):
    """Going to see a child, whether or not anybody opened the door."""

    kind: ClassVar[str] = "visit"
    room: ClassVar[str] = "chronology"

    outcome: VisitOutcome
    seen: Answered = Answered.NOT_RECORDED
    seen_alone: Answered = Answered.NOT_RECORDED
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Fact):
    """An appointment or a session the child was brought to, or was not."""

    kind: ClassVar[str] = "attendance"
    room: ClassVar[str] = "chronology"

    attended: Attended
    what_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Fact):
    """Something noticed about the child's life: between child and carer, food, sleep, home, the child's own words."""

    kind: ClassVar[str] = "observation"
    room: ClassVar[str] = "chronology"

    theme: Theme
    sense: Sense = Sense.NEITHER
    with_person: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CarerStatement(Fact):
    """What a person who cares for the child said of coping, of the child, or of what they may do."""

    kind: ClassVar[str] = "carer_statement"
    room: ClassVar[str] = "chronology"

    teller: PersonId | None = None
    says: CarerSays


@dataclass(frozen=True, slots=True, kw_only=True)
class DomesticIncident(Fact):
    """An incident between adults where a child lives or stays.

    `schools` are the schools and nurseries that must hear of it before the child next comes, as whoever entered it decided.
    """

    kind: ClassVar[str] = "domestic_incident"
    room: ClassVar[str] = "chronology"

    adults: tuple[PersonId, ...] = ()
    children_present: Answered = Answered.NOT_RECORDED
    schools: tuple[AgencyId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Medical(Fact):
    """A medical examination asked for, booked, done, or thought not to be needed, and what the doctor thinks."""

    kind: ClassVar[str] = "medical"
    room: ClassVar[str] = "chronology"

    stage: MedicalStage
    opinion: MedicalOpinion = MedicalOpinion.NOT_GIVEN
    injuries: tuple[InjuryId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission(Fact):
    """A child taken into hospital."""

    kind: ClassVar[str] = "admission"
    room: ClassVar[str] = "chronology"

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discharge(Fact):
    """A child leaving hospital, and to whom."""

    kind: ClassVar[str] = "discharge"
    room: ClassVar[str] = "chronology"

    to_whom: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consideration(Fact):
    """A person's answer to an alert: what I looked at, what I think, why. It names the key and the evidence read.

    `could_be_caused` is what they think of it: whether somebody could have caused it. Only “could not” settles a mark.
    """

    kind: ClassVar[str] = "consideration"
    room: ClassVar[str] = "chronology"

    rule: str
    on: AboutId
    evidence: tuple[EntryId, ...]
    could_be_caused: CouldBeCaused = CouldBeCaused.NOT_RECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Fact):
    """A named person decided that a duty need not be done, and why. A second person may have to agree."""

    kind: ClassVar[str] = "waiver"
    room: ClassVar[str] = "chronology"

    rule: str
    on: AboutId
    evidence: tuple[EntryId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction(Fact):
    """An entry that was about the wrong child. Its words leave that child's page; the entry itself stays on record."""

    kind: ClassVar[str] = "retraction"
    room: ClassVar[str] = "chronology"

    retracts: EntryId
