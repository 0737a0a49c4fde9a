"""Numbers of ours until a practitioner checks them, and how often supervision is held: any partnership's to change."""

from kith.policy.standards import sources
from kith.policy.standards.standard import Counting, Standard, Unit, at
from kith.vocabulary import Clock, Standing

_NOTTINGHAMSHIRE_SUPERVISION = (
    "Nottinghamshire children's social care procedures, supervision, https://nottinghamshirecs.proceduresonline."
    "antser.com/chapter/childrens-social-care-supervision-supplementary-policy"
)
_WALSALL_SUPERVISION = (
    "Walsall children's services procedures, supervision, "
    "http://walsallchildcare.proceduresonline.com/chapters/g_supervision.html"
)

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

TRAINING_WARNING = Standard(
    name="training_warning",
    what="A team or setting is warned that training of its staff runs out.",
    values=at(30),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the last day on which it counts",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
    counting=Counting.BEFORE,
)

CONTACTS_READ_TOGETHER_WINDOW = Standard(
    name="contacts_read_together_window",
    what="Three contacts this close together that led to no help are read as one story.",
    values=at(365),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the moment of looking, back in time",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

CONTACTS_READ_TOGETHER = Standard(
    name="contacts_read_together",
    what="A manager has read as one story the contacts that led to no help.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the decision on the latest of them being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

CIRCLE_MAY_OBJECT = Standard(
    name="circle_may_object",
    what="Everybody round the child was told why help should lessen, and had time to object; silence is no objection.",
    values=at(3),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the last of them being told",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

OBJECTION_ANSWERED = Standard(
    name="objection_answered",
    what="A manager has answered a reasoned objection to lessening help, which waits no longer than this.",
    values=at(5),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the end of the time in which to object",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

CHILD_PROTECTION_PLAN_SUPERVISED = Standard(
    name="child_protection_plan_supervised",
    what="The work with a child on a child protection plan is talked through in supervision.",
    values=at(1),
    unit=Unit.MONTHS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="the last supervision about the child",
    source=sources.together(_NOTTINGHAMSHIRE_SUPERVISION, _WALSALL_SUPERVISION, sources.OWN_KNOWLEDGE),
    edition=sources.LOCAL_EDITION,
)

OTHER_SOCIAL_WORK_SUPERVISED = Standard(
    name="other_social_work_supervised",
    what="The work with a child in need, a looked-after child or any other child open to social care is talked through.",
    values=at(3),
    unit=Unit.MONTHS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="the last supervision about the child",
    source=sources.OWN_KNOWLEDGE,
    edition=sources.LOCAL_EDITION,
)
