"""How fresh the picture of a child's life is kept, and when patterns in it are looked at."""

from kith.policy.standards import sources
from kith.policy.standards.standard import Standard, Unit, at
from kith.vocabulary import Clock, Standing

_OURS_AFTER_THE_REVIEW = sources.together(sources.LEARNING, sources.OWN_DESIGN)

SEEN_ALONE_VISITS = Standard(
    name="seen_alone_visits",
    what="A child who is old enough is seen alone at least once in this many visits running.",
    values=at(3),
    unit=Unit.VISITS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the child last being seen alone, or the work beginning",
    source=_OURS_AFTER_THE_REVIEW,
    edition=sources.OWN_EDITION,
)

SEEN_ALONE_WITHIN = Standard(
    name="seen_alone_within",
    what="A child who is visited and is old enough is seen alone.",
    values=at(20),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the child last being seen alone, or the work beginning",
    source=_OURS_AFTER_THE_REVIEW,
    edition=sources.OWN_EDITION,
)

HOME_PICTURE_FRESH = Standard(
    name="home_picture_fresh",
    what="Somebody records what home, or the place where the child sleeps, is like.",
    values=at(20),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="home last being recorded, or the work beginning",
    source=_OURS_AFTER_THE_REVIEW,
    edition=sources.OWN_EDITION,
)

HOME_PICTURE_FRESH_WHEN_YOUNG_OR_HURT = Standard(
    name="home_picture_fresh_when_young_or_hurt",
    what="Somebody records what home is like for a child under two, or one with a recent injury that nothing explains.",
    values=at(10),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="home last being recorded, or the work beginning",
    source=_OURS_AFTER_THE_REVIEW,
    edition=sources.OWN_EDITION,
)

VISITS_THAT_FAILED_TOGETHER = Standard(
    name="visits_that_failed_together",
    what="Two visits this close together on which nobody got to see the child are looked at.",
    values=at(10),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the first of the two visits",
    source=_OURS_AFTER_THE_REVIEW,
    edition=sources.OWN_EDITION,
)

VISITS_THAT_FAILED_WINDOW = Standard(
    name="visits_that_failed_window",
    what="Visits on which nobody got to see the child are read together for this long.",
    values=at(90),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the moment of looking, back in time",
    source=_OURS_AFTER_THE_REVIEW,
    edition=sources.OWN_EDITION,
)

CARERS_WORDS_ANSWERED = Standard(
    name="carers_words_answered",
    what="Somebody who decides answers a carer who said that they may hurt the child or cannot cope.",
    values=at(24),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the carer's words being recorded",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

DOMESTIC_INCIDENTS_WINDOW = Standard(
    name="domestic_incidents_window",
    what="Domestic incidents this close together are read as one history.",
    values=at(365),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the moment of looking, back in time",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

DOMESTIC_INCIDENTS_WINDOW_OF_A_YOUNG_CHILD = Standard(
    name="domestic_incidents_window_of_a_young_child",
    what="Domestic incidents this close together, with children present, are serious for a child under five.",
    values=at(90),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the moment of looking, back in time",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

DOMESTIC_INCIDENTS_DECIDED = Standard(
    name="domestic_incidents_decided",
    what="Somebody who decides has looked at domestic incidents that come close together round a young child.",
    values=at(24),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the latest incident being recorded",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

CARE_WORRIES_WINDOW = Standard(
    name="care_worries_window",
    what="Worries about food, growth, cleanliness, home, sleep and supervision this close together are read as one history.",
    values=at(90),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the moment of looking, back in time",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

MISSED_APPOINTMENTS_WINDOW = Standard(
    name="missed_appointments_window",
    what="Health appointments to which a child was not brought are read together for half a year.",
    values=at(183),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the moment of looking, back in time",
    source=sources.together(sources.OWN_KNOWLEDGE, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

MISSED_APPOINTMENTS_ANSWERED = Standard(
    name="missed_appointments_answered",
    what="Somebody who decides looks at why a child was not brought to health appointments.",
    values=at(5),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the latest missed appointment being recorded",
    source=sources.together(sources.OWN_KNOWLEDGE, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

LOW_WARMTH_AGAIN_WINDOW = Standard(
    name="low_warmth_again_window",
    what="Worries about how a child and a carer are together, this close to each other, are read together.",
    values=at(60),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the moment of looking, back in time",
    source=_OURS_AFTER_THE_REVIEW,
    edition=sources.OWN_EDITION,
)

ADULT_CHECK_ASKED = Standard(
    name="adult_check_asked",
    what="A check is asked for of an adult with care of the child, or who lives with the child.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the adult first being recorded, or the work beginning",
    source=_OURS_AFTER_THE_REVIEW,
    edition=sources.OWN_EDITION,
)

ADULT_CHECK_CHASED = Standard(
    name="adult_check_chased",
    what="A check on an adult that has not been answered is chased.",
    values=at(5),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the check first being asked for",
    source=_OURS_AFTER_THE_REVIEW,
    edition=sources.OWN_EDITION,
)

FATHER_THOUGHT_ABOUT = Standard(
    name="father_thought_about",
    what="A child's father is spoken to, or there is a plan that says whether and how that is safe.",
    values=at(10),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the work beginning, or the father first being recorded",
    source=_OURS_AFTER_THE_REVIEW,
    edition=sources.OWN_EDITION,
)
