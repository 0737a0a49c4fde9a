"""Which tables make which facts. Runs nothing: journey makes one statement of all rooms' declarations."""

from kith.chronology import kinds
from kith.chronology.entry import EntryRow

MAKES: tuple[type[EntryRow], ...] = (
    kinds.Account,
    kinds.AccountJudgement,
    kinds.Admission,
    kinds.Attendance,
    kinds.CarerStatement,
    kinds.Consideration,
    kinds.Development,
    kinds.Discharge,
    kinds.DomesticIncident,
    kinds.Injury,
    kinds.Medical,
    kinds.Note,
    kinds.Observation,
    kinds.Retraction,
    kinds.Visit,
    kinds.Waiver,
)
