"""How long police protection and court orders last at most, and what comes before an application."""

from kith.policy.standards import sources
from kith.policy.standards.standard import START_AWAITED, Counting, Standard, Unit, Value, at
from kith.vocabulary import Clock, Standing

POLICE_PROTECTION_ENDS = Standard(
    name="police_protection_ends",
    what="Police protection ends.",
    values=at(72),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.STATUTORY,
    anchor="the child being taken into police protection",
    source=sources.POLICE_PROTECTION,
    edition=sources.ACT_EDITION,
)

POLICE_PROTECTION_FIRST_WARNING = Standard(
    name="police_protection_first_warning",
    what="What follows police protection is asked about for the first time.",
    values=at(24),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the child being taken into police protection",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

POLICE_PROTECTION_SECOND_WARNING = Standard(
    name="police_protection_second_warning",
    what="What follows police protection is asked about for the second time.",
    values=at(48),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the child being taken into police protection",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

# The order itself says when it ends. Read the shorter way, the first day as day 1: a day early warns sooner.
EMERGENCY_PROTECTION_ORDER_ENDS = Standard(
    name="emergency_protection_order_ends",
    what="An emergency protection order ends, at the latest.",
    values=at(8),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.STATUTORY,
    anchor="the day the order was made, or the first day of police protection before it",
    source=sources.EMERGENCY_PROTECTION_ORDER,
    edition=sources.ACT_EDITION,
    counting=Counting.FIRST_DAY_COUNTS,
)

EMERGENCY_PROTECTION_ORDER_EXTENSION_ENDS = Standard(
    name="emergency_protection_order_extension_ends",
    what="The one extension of an emergency protection order ends, at the latest.",
    values=at(7),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.STATUTORY,
    anchor="the last day of the order before it was extended",
    source=sources.EMERGENCY_PROTECTION_ORDER,
    edition=sources.ACT_EDITION,
)

# Section 43(5)(b): days "beginning with that date", so that date is day 1.
CHILD_ASSESSMENT_ORDER_ENDS = Standard(
    name="child_assessment_order_ends",
    what="A child assessment order ends, at the latest.",
    values=at(7),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.STATUTORY,
    anchor="the date by which the order says the assessment is to begin",
    source=sources.CHILD_ASSESSMENT_ORDER,
    edition=sources.ACT_EDITION,
    counting=Counting.FIRST_DAY_COUNTS,
)

# Urgent applications to protect a child never wait for this: the rule that reads the number says so.
FAMILY_GROUP_MEETING_OFFERED = Standard(
    name="family_group_meeting_offered",
    what="A family group decision-making meeting is offered before a care or supervision application.",
    values=(Value(0, START_AWAITED),),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.STATUTORY,
    anchor="the application being made",
    source=sources.FAMILY_GROUP_MEETINGS,
    edition=sources.ACT_EDITION,
    counting=Counting.BEFORE,
)

FAMILY_GROUP_MEETING_HELD = Standard(
    name="family_group_meeting_held",
    what="A family group decision-making meeting that somebody accepted is held before the application.",
    values=(Value(0, START_AWAITED),),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.STATUTORY,
    anchor="the application being made",
    source=sources.FAMILY_GROUP_MEETINGS,
    edition=sources.ACT_EDITION,
    counting=Counting.BEFORE,
)
