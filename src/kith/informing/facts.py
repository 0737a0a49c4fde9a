"""Which tables make which facts. Runs nothing: journey makes one statement of all rooms' declarations."""

from kith.chronology.entry import EntryRow
from kith.informing import models

MAKES: tuple[type[EntryRow], ...] = (
    models.Answer,
    models.Handover,
    models.HandoverAccepted,
    models.Liaison,
    models.Told,
)
