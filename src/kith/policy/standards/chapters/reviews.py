"""After a child has died or been seriously harmed: notification, rapid review, publication."""

from kith.policy.standards import sources
from kith.policy.standards.standard import Counting, Standard, Unit, at
from kith.vocabulary import Clock, Standing

SERIOUS_INCIDENT_NOTIFIED = Standard(
    name="serious_incident_notified",
    what="A serious incident is notified to the national Panel.",
    values=at(5),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.STATUTORY,
    anchor="the local authority becoming aware of the incident",
    source=sources.together(sources.DEVON_RAPID_REVIEW, sources.SOUTH_TYNESIDE_REVIEWS, sources.WORKING_TOGETHER),
    edition=sources.GUIDANCE_EDITION,
)

# Some count from the notification; awareness is the earlier.
RAPID_REVIEW_COMPLETED = Standard(
    name="rapid_review_completed",
    what="A rapid review is completed and sent to the national Panel.",
    values=at(15),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.STATUTORY,
    anchor="the local authority becoming aware of the incident",
    source=sources.together(sources.NATIONAL_PANEL, sources.TRAFFORD_REVIEWS, sources.WORKING_TOGETHER),
    edition=sources.GUIDANCE_EDITION,
)

PRACTICE_REVIEW_PUBLISHED = Standard(
    name="practice_review_published",
    what="A local child safeguarding practice review is published.",
    values=at(6),
    unit=Unit.MONTHS,
    clock=Clock.ELAPSED,
    standing=Standing.STATUTORY,
    anchor="the decision to start the review",
    source=sources.together(sources.TRAFFORD_REVIEWS, sources.WORKING_TOGETHER),
    edition=sources.GUIDANCE_EDITION,
)

PRACTICE_REVIEW_SENT_TO_PANEL = Standard(
    name="practice_review_sent_to_panel",
    what="A practice review reaches the national Panel before it is published.",
    values=at(7),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.STATUTORY,
    anchor="the day of publication",
    source=sources.together(sources.WORKING_TOGETHER, sources.OWN_KNOWLEDGE),
    edition=sources.GUIDANCE_EDITION,
    counting=Counting.BEFORE,
)
