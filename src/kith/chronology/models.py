"""The chronology's tables: the entry, whom it is about, and a typed row for each kind of thing seen, said or done."""

from kith.chronology.documents import Attachment
from kith.chronology.entry import Entry, EntryAbout
from kith.chronology.kinds import (
    Account,
    AccountJudgement,
    Admission,
    Attendance,
    CarerStatement,
    Consideration,
    Development,
    Discharge,
    DomesticIncident,
    Injury,
    Medical,
    Note,
    Observation,
    Retraction,
    Visit,
    Waiver,
)

__all__ = [
    "Account",
    "AccountJudgement",
    "Admission",
    "Attachment",
    "Attendance",
    "CarerStatement",
    "Consideration",
    "Development",
    "Discharge",
    "DomesticIncident",
    "Entry",
    "EntryAbout",
    "Injury",
    "Medical",
    "Note",
    "Observation",
    "Retraction",
    "Visit",
    "Waiver",
]
