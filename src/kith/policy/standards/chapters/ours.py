"""Numbers nobody has published: ours until a practitioner checks them, and any partnership's to change."""

from kith.policy.standards import sources
from kith.policy.standards.standard import Counting, Standard, Unit, at
from kith.vocabulary import Clock, Standing

REPEATED_INJURIES_WINDOW = Standard(
    name="repeated_injuries_window",
    what="Separate injuries this close together are looked at as one history.",
    values=at(90),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the latest injury, looking back",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

REPEATED_INJURIES_DECIDED = Standard(
    name="repeated_injuries_decided",
    what="A manager and a paediatrician have looked at repeated injuries.",
    values=at(24),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the news that raised the concern being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

LOW_WARMTH_WINDOW = Standard(
    name="low_warmth_window",
    what="Low warmth or hostility seen this long before an injury is read together with it.",
    values=at(60),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the injury, looking back",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

OPEN_CONCERN_WINDOW = Standard(
    name="open_concern_window",
    what="An earlier concern of neglect or physical harm counts as recent history for this long.",
    values=at(365),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the moment of looking, back in time",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

LOOK_ANSWERED = Standard(
    name="look_answered",
    what="Somebody answers a concern that asks to be looked at.",
    values=at(10),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the concern being raised",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

DUTY_ANSWERED = Standard(
    name="duty_answered",
    what="Somebody answers a duty for which no other limit is set.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the duty being opened",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

VISIT_WARNING = Standard(
    name="visit_warning",
    what="The owner of a limit is warned that it is near.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the day it falls due",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
    counting=Counting.BEFORE,
)
