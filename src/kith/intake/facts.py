"""Which tables make which facts. Runs nothing: journey makes one statement of all rooms' declarations."""

from kith.chronology.entry import EntryRow
from kith.intake import models

MAKES: tuple[type[EntryRow], ...] = (
    models.Authorisation,
    models.Contact,
    models.HistoryCheck,
    models.InformationAsked,
    models.InformationReturned,
    models.Priority,
    models.SentBack,
    models.ThresholdDecision,
)
