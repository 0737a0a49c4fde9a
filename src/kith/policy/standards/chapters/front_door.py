"""How soon a contact or a referral is decided, and its history read. RED, AMBER and GREEN are local words and numbers."""

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

HISTORY_READ_AFTER_PROTECTING = Standard(
    name="history_read_after_protecting",
    what="Whoever protected a child before reading the history has read it.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the decision to protect being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

LATE_HISTORY_READ = Standard(
    name="late_history_read",
    what="History that became known after a decision is read, and somebody says whether the decision stands.",
    values=at(2),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the earlier contact or service being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)
