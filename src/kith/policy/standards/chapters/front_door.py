"""How soon a contact or a referral is decided. RED, AMBER and GREEN are local words with local numbers."""

from kith.policy.standards import sources
from kith.policy.standards.standard import Standard, Unit, at
from kith.vocabulary import Clock, Standing

REFERRAL_DECIDED = Standard(
    name="referral_decided",
    what="A referral is acknowledged to the referrer and a social worker decides what response it gets.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.STATUTORY,
    anchor="the referral being received",
    source=sources.together(sources.REFERRAL_PROCESSES, sources.WORKING_TOGETHER, sources.OWN_KNOWLEDGE),
    edition=sources.GUIDANCE_EDITION,
)

CONTACT_RATED_RED_DECIDED = Standard(
    name="contact_rated_red_decided",
    what="A contact rated RED, possible significant harm, is decided.",
    values=at(4),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="the contact being received",
    source=sources.together(sources.LUTON_HUB, sources.MERTON_HUB, sources.SURREY_POLICE, sources.LONDON_CONTINUUM),
    edition=sources.LOCAL_EDITION,
)

CONTACT_RATED_AMBER_DECIDED = Standard(
    name="contact_rated_amber_decided",
    what="A contact rated AMBER, significant concern but not immediate, is decided.",
    values=at(24),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="the contact being received",
    source=sources.together(sources.LUTON_HUB, sources.MERTON_HUB, sources.SURREY_POLICE),
    edition=sources.LOCAL_EDITION,
)

CONTACT_RATED_GREEN_DECIDED = Standard(
    name="contact_rated_green_decided",
    what="A contact rated GREEN, a worry below the statutory threshold, is decided.",
    values=at(72),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="the contact being received",
    source=sources.together(sources.MERTON_HUB, sources.SURREY_POLICE, sources.LONDON_CONTINUUM),
    edition=sources.LOCAL_EDITION,
)
