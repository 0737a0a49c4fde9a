"""Assessments, core groups, reviews, and how often a child is seen."""

from kith.policy.standards import sources
from kith.policy.standards.standard import Standard, Unit, at
from kith.vocabulary import Clock, Standing

CHILD_AND_FAMILY_ASSESSMENT_AUTHORISED = Standard(
    name="child_and_family_assessment_authorised",
    what="A child and family assessment is completed and a manager has authorised it.",
    values=at(45),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.STATUTORY,
    anchor="the referral being received",
    source=sources.together(sources.PARTNERSHIP_SECTION_47, sources.WORKING_TOGETHER),
    edition=sources.GUIDANCE_EDITION,
)

FIRST_CORE_GROUP_HELD = Standard(
    name="first_core_group_held",
    what="The first core group meets after a child protection plan is made.",
    values=at(10),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.STATUTORY,
    anchor="the day of the initial conference",
    source=sources.together(sources.LIVERPOOL_PLAN_VISITS, sources.WORKING_TOGETHER),
    edition=sources.GUIDANCE_EDITION,
)

CORE_GROUP_HELD = Standard(
    name="core_group_held",
    what="The core group meets again.",
    values=at(1),
    unit=Unit.MONTHS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="the last core group",
    source=sources.LIVERPOOL_PLAN_VISITS,
    edition=sources.LOCAL_EDITION,
)

FIRST_REVIEW_CONFERENCE_HELD = Standard(
    name="first_review_conference_held",
    what="The first review conference is held while the plan continues.",
    values=at(3),
    unit=Unit.MONTHS,
    clock=Clock.ELAPSED,
    standing=Standing.STATUTORY,
    anchor="the day of the initial conference",
    source=sources.together(sources.NORTH_YORKSHIRE_PLANS, sources.WORKING_TOGETHER),
    edition=sources.GUIDANCE_EDITION,
)

LATER_REVIEW_CONFERENCE_HELD = Standard(
    name="later_review_conference_held",
    what="A further review conference is held while the plan continues.",
    values=at(6),
    unit=Unit.MONTHS,
    clock=Clock.ELAPSED,
    standing=Standing.STATUTORY,
    anchor="the day of the last review conference",
    source=sources.together(sources.NORTH_YORKSHIRE_PLANS, sources.WORKING_TOGETHER),
    edition=sources.GUIDANCE_EDITION,
)

CHILD_PROTECTION_PLAN_SEEN = Standard(
    name="child_protection_plan_seen",
    what="A child on a child protection plan is seen by the lead social worker.",
    values=at(10),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.LOCAL,
    anchor="the child last being seen by the lead social worker",
    source=sources.together(sources.LIVERPOOL_PLAN_VISITS, sources.WALSALL_PLAN_VISITS, sources.SOUTHWARK_VISITS),
    edition=sources.LOCAL_EDITION,
)

CHILD_PROTECTION_PLAN_UNSEEN_BY_SOCIAL_WORKER = Standard(
    name="child_protection_plan_unseen_by_social_worker",
    what="The longest a child on a child protection plan goes without any social worker seeing them.",
    values=at(4),
    unit=Unit.WEEKS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="the child last being seen by a social worker",
    source=sources.SOUTHWARK_VISITS,
    edition=sources.LOCAL_EDITION,
)

CHILD_PROTECTION_PLAN_UNSEEN_BY_ANYONE = Standard(
    name="child_protection_plan_unseen_by_anyone",
    what="The longest a child on a child protection plan goes without anybody from any agency seeing them.",
    values=at(6),
    unit=Unit.WEEKS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="the child last being seen by anybody from any agency",
    source=sources.SOUTHWARK_VISITS,
    edition=sources.LOCAL_EDITION,
)

SLEEP_PLACE_SEEN = Standard(
    name="sleep_place_seen",
    what="Where the child sleeps is seen at least at every second home visit, and once between conferences.",
    values=at(2),
    unit=Unit.VISITS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="the last home visit at which the sleeping place was seen",
    source=sources.together(sources.CENTRAL_BEDFORDSHIRE_VISITS, sources.SOUTHWARK_VISITS, sources.WALSALL_PLAN_VISITS),
    edition=sources.LOCAL_EDITION,
)

CHILD_IN_NEED_SEEN = Standard(
    name="child_in_need_seen",
    what="A child in need is seen.",
    values=at(20),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.LOCAL,
    anchor="the child last being seen on a visit",
    source=sources.OWN_KNOWLEDGE,
    edition=sources.LOCAL_EDITION,
)
