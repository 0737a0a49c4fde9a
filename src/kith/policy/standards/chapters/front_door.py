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

HISTORY_READ_AFTER_PROTECTING_AT_ONCE = Standard(
    name="history_read_after_protecting_at_once",
    what="Whoever called a strategy discussion or protected a child at once has read the history.",
    values=at(4),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the decision to protect being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

PROTECTING_AT_ONCE_COUNTERSIGNED = Standard(
    name="protecting_at_once_countersigned",
    what="A second person has read a decision that protected a child at once on one person's word.",
    values=at(4),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the decision to protect being recorded",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

DOING_LESS_AUTHORISED = Standard(
    name="doing_less_authorised",
    what="A second person has read a decision to take a worry no further, to advise, or to pass it to early help.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the decision being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

DOING_LESS_TAKES_EFFECT = Standard(
    name="doing_less_takes_effect",
    what="A decision to take a worry no further takes effect, unless whoever told us disputes it.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="whoever told us being told of it",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

INFORMATION_RETURNED = Standard(
    name="information_returned",
    what="An agency that was asked what it knows of a child has answered, where no time was said.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the question being asked",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

INFORMATION_RETURNED_RED = Standard(
    name="information_returned_red",
    what="An agency that was asked about a contact rated RED has answered, where no time was said.",
    values=at(2),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="the question being asked",
    source=sources.MERTON_HUB,
    edition=sources.LOCAL_EDITION,
)

INFORMATION_RETURNED_AMBER = Standard(
    name="information_returned_amber",
    what="An agency that was asked about a contact rated AMBER has answered, where no time was said.",
    values=at(6),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.LOCAL,
    anchor="the question being asked",
    source=sources.MERTON_HUB,
    edition=sources.LOCAL_EDITION,
)

SENT_BACK_ANSWERED = Standard(
    name="sent_back_answered",
    what="Whoever told us of a worry has answered what the front door asked them to add.",
    values=at(1),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the contact being sent back",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

NO_FURTHER_ACTION_FADES = Standard(
    name="no_further_action_fades",
    what="A worry that ended with no further action leaves the pages of agencies that did not tell it.",
    values=at(365),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the decision being recorded",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)
