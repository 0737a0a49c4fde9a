"""Entering what was seen, said and done."""

from datetime import datetime
from uuid import UUID

from kith.chronology import models
from kith.chronology.enter import NewEntry, enter
from kith.chronology.entry import Entry
from kith.occasions.ticket import Ticket
from kith.policy.permissions import Doing
from kith.vocabulary import (
    AccountGiven,
    AccountsJudged,
    Act,
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


def record_account(
    occasion: Ticket,
    entry: NewEntry,
    *,
    injury: UUID,
    teller: UUID | None = None,
    given: AccountGiven = AccountGiven.VOLUNTEERED,
    mechanism: Mechanism = Mechanism.NOT_RECORDED,
    place: str = "",
    claimed_at: datetime | None = None,
    who_had_care: UUID | None = None,
    help_sought_at: datetime | None = None,
) -> Entry:
    """What somebody said of how an injury came about, or that they were asked and said nothing."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Account,
        entry,
        injury_id=injury,
        teller_id=teller,
        given=given,
        mechanism=mechanism,
        place=place,
        claimed_at=claimed_at,
        who_had_care_id=who_had_care,
        help_sought_at=help_sought_at,
    )


def judge_accounts(occasion: Ticket, entry: NewEntry, *, injury: UUID, judged: AccountsJudged) -> Entry:
    """What a person thinks of the accounts of an injury, and says so. Only a person may."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.AccountJudgement,
        entry,
        injury_id=injury,
        judged=judged,
    )


def record_admission(occasion: Ticket, entry: NewEntry, *, reason: str = "") -> Entry:
    """A child taken into hospital."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Admission,
        entry,
        reason=reason,
    )


def record_attendance(occasion: Ticket, entry: NewEntry, *, attended: Attended, what_for: str = "") -> Entry:
    """An appointment or a session the child was brought to, or was not."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Attendance,
        entry,
        attended=attended,
        what_for=what_for,
    )


def record_carer_statement(occasion: Ticket, entry: NewEntry, *, says: CarerSays, teller: UUID | None = None) -> Entry:
    """What a person who cares for the child said of coping, of the child, or of what they may do."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.CarerStatement,
        entry,
        teller_id=teller,
        says=says,
    )


def consider(
    occasion: Ticket,
    entry: NewEntry,
    *,
    rule: str,
    on: UUID,
    evidence: tuple[UUID, ...],
    could_be_caused: CouldBeCaused = CouldBeCaused.NOT_RECORDED,
) -> Entry:
    """A person's answer to an alert: what I looked at, what I think, why. It names the key and the evidence read."""
    occasion.permit(Doing.ANSWER)
    return enter(
        occasion,
        models.Consideration,
        entry,
        rule=rule,
        on=on,
        evidence=list(evidence),
        could_be_caused=could_be_caused,
    )


def record_development(occasion: Ticket, entry: NewEntry, *, stage: MotorStage) -> Entry:
    """What the child was seen able to do, on a day, by somebody who watched."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Development,
        entry,
        stage=stage,
    )


def record_injury(
    occasion: Ticket,
    entry: NewEntry,
    *,
    type: InjuryType,
    region: Region = Region.NOT_RECORDED,
    side: Side = Side.NOT_RECORDED,
    count: int = 1,
    size_mm: int | None = None,
    pattern: Pattern = Pattern.NOT_RECORDED,
    witness: Witness = Witness.NOT_RECORDED,
    needed_care: Answered = Answered.NOT_RECORDED,
) -> Entry:
    """A mark somebody saw. Its sizes are millimetres, its side the child's own."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Injury,
        entry,
        type=type,
        region=region,
        side=side,
        count=count,
        size_mm=size_mm,
        pattern=pattern,
        witness=witness,
        needed_care=needed_care,
    )


def record_medical(
    occasion: Ticket,
    entry: NewEntry,
    *,
    stage: MedicalStage,
    opinion: MedicalOpinion = MedicalOpinion.NOT_GIVEN,
    injuries: tuple[UUID, ...] = (),
) -> Entry:
    """A medical examination asked for, booked, done, or thought not to be needed, and what the doctor thinks."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Medical,
        entry,
        stage=stage,
        opinion=opinion,
        injuries=list(injuries),
    )


def record_observation(
    occasion: Ticket,
    entry: NewEntry,
    *,
    theme: Theme,
    sense: Sense = Sense.NEITHER,
    with_person: UUID | None = None,
) -> Entry:
    """Something noticed about the child's life: between child and carer, food, sleep, home, the child's own words."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Observation,
        entry,
        theme=theme,
        sense=sense,
        with_person_id=with_person,
    )


def retract(occasion: Ticket, entry: NewEntry, *, retracts: UUID) -> Entry:
    """An entry that was about the wrong child. Its words leave that child's page; the entry itself stays on record."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Retraction,
        entry,
        retracts_id=retracts,
    )


def record_visit(
    occasion: Ticket,
    entry: NewEntry,
    *,
    outcome: VisitOutcome,
    seen: Answered = Answered.NOT_RECORDED,
    seen_alone: Answered = Answered.NOT_RECORDED,
    place: str = "",
) -> Entry:
    """Going to see a child, whether or not anybody opened the door."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Visit,
        entry,
        outcome=outcome,
        seen=seen,
        seen_alone=seen_alone,
        place=place,
    )


def waive(occasion: Ticket, entry: NewEntry, *, rule: str, on: UUID, evidence: tuple[UUID, ...] = ()) -> Entry:
    """A named person decided that a duty need not be done, and why. A second person may have to agree."""
    occasion.permit(Doing.ANSWER)
    return enter(
        occasion,
        models.Waiver,
        entry,
        rule=rule,
        on=on,
        evidence=list(evidence),
    )


def record_note(
    occasion: Ticket,
    entry: NewEntry,
    *,
    their_words: str = "",
    thinks: str = "",
    could_show_wrong: str = "",
) -> Entry:
    """What somebody saw or heard, before anybody sorts it. `said` is what was seen; the rest is kept and printed apart."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Note,
        entry,
        their_words=their_words,
        thinks=thinks,
        could_show_wrong=could_show_wrong,
    )


def record_domestic_incident(
    occasion: Ticket,
    entry: NewEntry,
    *,
    adults: tuple[UUID, ...] = (),
    children_present: Answered = Answered.NOT_RECORDED,
    schools: tuple[UUID, ...] = (),
) -> Entry:
    """An incident between adults where a child lives or stays; `schools` must hear of it before the child next comes."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.DomesticIncident,
        entry,
        adults=list(adults),
        children_present=children_present,
        schools=list(schools),
    )


def record_discharge(
    occasion: Ticket,
    entry: NewEntry,
    *,
    to_whom: UUID | None = None,
) -> Entry:
    """A child leaving hospital, and to whom."""
    occasion.permit(Doing.RECORD)
    occasion.wait_for_holds(Act.DISCHARGE_HOME, entry.about)
    return enter(
        occasion,
        models.Discharge,
        entry,
        to_whom_id=to_whom,
    )
