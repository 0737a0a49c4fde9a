"""Which tables make which facts. Runs nothing: journey makes one statement of all rooms' declarations."""

from kith.chronology.entry import EntryRow
from kith.learning import models

MAKES: tuple[type[EntryRow], ...] = (
    models.PracticeUpdate,
    models.Training,
    models.UpdateRead,
    models.WorksAt,
)
