"""From reasonable cause to suspect, by strategy discussion and enquiry, to the initial conference."""

from kith.policy.standards import sources
from kith.policy.standards.standard import Counting, Standard, Unit, at
from kith.vocabulary import Clock, Standing

STRATEGY_DISCUSSION_HELD = Standard(
    name="strategy_discussion_held",
    what="A strategy discussion is held once significant harm is suspected.",
    values=at(24),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="reasonable cause to suspect significant harm being recorded",
    source=sources.together(
        sources.BUCKINGHAMSHIRE_DISCUSSIONS,
        sources.PARTNERSHIP_SECTION_47,
        sources.TEES_DISCUSSIONS,
        sources.DONCASTER_SECTION_47,
    ),
    edition=sources.LOCAL_EDITION,
)

STRATEGY_DISCUSSION_HELD_AT_IMMEDIATE_RISK = Standard(
    name="strategy_discussion_held_at_immediate_risk",
    what="A strategy discussion is held the same day, by telephone if need be, when the risk is immediate.",
    values=at(0),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="reasonable cause to suspect significant harm being recorded",
    source=sources.together(sources.TEES_DISCUSSIONS, sources.DONCASTER_SECTION_47, sources.PARTNERSHIP_SECTION_47),
    edition=sources.LOCAL_EDITION,
    never_under_hours=4,
)

STRATEGY_DISCUSSION_QUORATE = Standard(
    name="strategy_discussion_quorate",
    what="A social worker, the police and a health practitioner are heard before a discussion is finished.",
    values=at(0),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.STATUTORY,
    anchor="the record of the strategy discussion being finished",
    source=sources.together(sources.BUCKINGHAMSHIRE_DISCUSSIONS, sources.WORKING_TOGETHER),
    edition=sources.GUIDANCE_EDITION,
    counting=Counting.BEFORE,
)

STRATEGY_RECORD_CIRCULATED = Standard(
    name="strategy_record_circulated",
    what="The record and actions reach everybody invited to a strategy discussion, whether they came or not.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.LOCAL,
    anchor="the end of the strategy discussion",
    source=sources.PRACTICE_STANDARDS,
    edition=sources.LOCAL_EDITION,
)

SECTION_47_OUTCOME = Standard(
    name="section_47_outcome",
    what="A section 47 enquiry has its outcome in time for a conference.",
    values=at(15),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.STATUTORY,
    anchor="the strategy discussion that started the section 47 enquiry",
    source=sources.together(sources.PARTNERSHIP_SECTION_47, sources.WORKING_TOGETHER),
    edition=sources.GUIDANCE_EDITION,
)

# Some local procedures, Lincolnshire's among them, count from the last strategy discussion instead.
INITIAL_CONFERENCE_HELD = Standard(
    name="initial_conference_held",
    what="An initial child protection conference is held when the enquiry asks for one.",
    values=at(15),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.STATUTORY,
    anchor="the strategy discussion that started the section 47 enquiry",
    source=sources.together(sources.WARRINGTON_CONFERENCES, sources.LINCOLNSHIRE_DISCUSSIONS, sources.WORKING_TOGETHER),
    edition=sources.GUIDANCE_EDITION,
)

INITIAL_CONFERENCE_REPORT_SHARED = Standard(
    name="initial_conference_report_shared",
    what="The report for an initial conference reaches the family and the chair.",
    values=at(2),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.LOCAL,
    anchor="the day of the conference",
    source=sources.together(sources.LIVERPOOL_PLAN_VISITS, sources.NORTH_YORKSHIRE_PLANS),
    edition=sources.LOCAL_EDITION,
    counting=Counting.BEFORE,
)

REVIEW_CONFERENCE_REPORT_SHARED = Standard(
    name="review_conference_report_shared",
    what="The report for a review conference reaches the family and the chair.",
    values=at(5),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.LOCAL,
    anchor="the day of the conference",
    source=sources.together(sources.LIVERPOOL_PLAN_VISITS, sources.NORTH_YORKSHIRE_PLANS),
    edition=sources.LOCAL_EDITION,
    counting=Counting.BEFORE,
)
