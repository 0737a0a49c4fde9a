"""Which tables make which facts. Runs nothing: journey makes one statement of all rooms' declarations."""

from kith.care import models
from kith.chronology.entry import EntryRow

MAKES: tuple[type[EntryRow], ...] = (
    models.Assessment,
    models.FamilyMeeting,
    models.SteppedDown,
    models.ToolGrade,
)
