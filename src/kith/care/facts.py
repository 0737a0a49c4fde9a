"""Which tables make which facts. Runs nothing: journey makes one statement of all rooms' declarations."""

from kith.care import models
from kith.chronology.entry import EntryRow

MAKES: tuple[type[EntryRow], ...] = (
    models.Assessment,
    models.ClosingProposed,
    models.CourtOrder,
    models.FamilyMeeting,
    models.FamilyTime,
    models.Placement,
    models.PolicePower,
    models.ReturnHome,
    models.SteppedDown,
    models.ToolGrade,
)
