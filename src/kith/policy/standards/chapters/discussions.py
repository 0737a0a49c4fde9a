"""What follows a strategy discussion: decisions, actions, and looking again."""

from kith.policy.standards import sources
from kith.policy.standards.standard import Standard, Unit, at
from kith.vocabulary import Clock, Standing

PAEDIATRICIAN_RUNG = Standard(
    name="paediatrician_rung",
    what="A paediatrician is rung when a strategy discussion about possible physical harm has heard none.",
    values=at(4),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the discussion and what says that harm may be physical both being on record",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

URGENT_DECISION_CARRIED = Standard(
    name="urgent_decision_carried",
    what="An enquiry, a medical examination or immediate safety that a discussion decided has an action with an owner.",
    values=at(24),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the decision being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

DECISION_CARRIED = Standard(
    name="decision_carried",
    what="Anything else that a discussion decided has an action with an owner.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the decision being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

HEALTH_ACTION_DONE = Standard(
    name="health_action_done",
    what="A health action for which nobody set a time is done.",
    values=at(24),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the action being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

DECISION_LOOKED_AT_AGAIN = Standard(
    name="decision_looked_at_again",
    what="A decision is looked at again after significant news.",
    values=at(2),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the news being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

REASON_OF_RISK_GIVEN = Standard(
    name="reason_of_risk_given",
    what="A decision about a section 47 enquiry that names no risk is given a reason that does.",
    values=at(24),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the decision being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)
