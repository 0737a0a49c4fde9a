"""How soon what happened is written down, and how soon a worry that stays open is looked at again."""

from kith.policy.standards import sources
from kith.policy.standards.standard import Standard, Unit, at
from kith.vocabulary import Clock, Standing

CRITICAL_EVENT_RECORDED = Standard(
    name="critical_event_recorded",
    what="A critical event, such as a strategy discussion, an admission or coming into care, is recorded.",
    values=at(24),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="the event",
    source=sources.LIVERPOOL_PLAN_VISITS,
    edition=sources.LOCAL_EDITION,
)

STATUTORY_VISIT_RECORDED = Standard(
    name="statutory_visit_recorded",
    what="A statutory visit is recorded.",
    values=at(2),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.LOCAL,
    anchor="the visit",
    source=sources.LIVERPOOL_PLAN_VISITS,
    edition=sources.LOCAL_EDITION,
)

OTHER_WORK_RECORDED = Standard(
    name="other_work_recorded",
    what="Any other work is recorded.",
    values=at(5),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.LOCAL,
    anchor="the work",
    source=sources.LIVERPOOL_PLAN_VISITS,
    edition=sources.LOCAL_EDITION,
)

CONSIDERED_CONCERN_REVIEWED = Standard(
    name="considered_concern_reviewed",
    what="A concern that was considered and left open is reviewed.",
    values=at(10),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the concern being opened",
    source=sources.together(sources.NICE_MALTREATMENT, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)
