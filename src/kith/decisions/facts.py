"""Which tables make which facts. Runs nothing: journey makes one statement of all rooms' declarations."""

from kith.chronology.entry import EntryRow
from kith.decisions import models

MAKES: tuple[type[EntryRow], ...] = (
    models.Action,
    models.ActionDone,
    models.Decision,
    models.DiscussionFinished,
    models.Escalation,
    models.EscalationAnswered,
    models.ProfessionalOpinion,
    models.Section47Enquiry,
    models.StrategyDiscussion,
    models.Supervision,
)
