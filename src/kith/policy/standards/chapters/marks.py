"""How soon a mark is asked about and thought about, and how far back marks are read together."""

from kith.policy.standards import sources
from kith.policy.standards.standard import Standard, Unit, at
from kith.vocabulary import Clock, Standing

ACCOUNT_ASKED_FOR = Standard(
    name="account_asked_for",
    what="Somebody asks how a mark came about, and writes down what was said.",
    values=at(24),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the mark first being recorded",
    source=sources.together(sources.NICE_MALTREATMENT, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

ACCOUNT_TIMES_DIFFER = Standard(
    name="account_times_differ",
    what="Times told of one injury that lie further apart than this are told as different.",
    values=at(2),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the earliest time that was told",
    source=sources.together(sources.NICE_MALTREATMENT, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

DIFFERING_ACCOUNTS_DECIDED = Standard(
    name="differing_accounts_decided",
    what="Somebody who decides has read accounts of an injury that differ about how it happened or who had care.",
    values=at(24),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the account or judgement that made them differ being recorded",
    source=sources.together(sources.NICE_MALTREATMENT, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

MARK_SEEN_BEFORE_ITS_TIME_DECIDED = Standard(
    name="mark_seen_before_its_time_decided",
    what="Somebody who decides has read an account that puts an injury after the time its mark was seen.",
    values=at(1),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the account being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

INJURY_ON_AN_OPEN_CHILD_HEARD = Standard(
    name="injury_on_an_open_child_heard",
    what="A new injury to a child who is open to social care or early help is decided on, as a new referral is.",
    values=at(4),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the injury being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

ADULT_ESTABLISHED_AFTER_AN_INJURY = Standard(
    name="adult_established_after_an_injury",
    what="Who an adult with care of an injured child is has been established.",
    values=at(24),
    unit=Unit.HOURS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the injury and the adult both being on record",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)

DEVELOPMENT_SEEN_LATELY = Standard(
    name="development_seen_lately",
    what="What a child was seen able to do tells what the child can do now; longer ago, somebody is asked first.",
    values=at(28),
    unit=Unit.DAYS,
    clock=Clock.ELAPSED,
    standing=Standing.OURS,
    anchor="the child last being seen able to do something",
    source=sources.OWN_DESIGN,
    edition=sources.OWN_EDITION,
)

CANNOT_TELL_LOOKED_AT_AGAIN = Standard(
    name="cannot_tell_looked_at_again",
    what="A mark of which somebody could not tell whether it was caused is looked at again, or a paediatrician is asked.",
    values=at(3),
    unit=Unit.WORKING_DAYS,
    clock=Clock.WORKING,
    standing=Standing.OURS,
    anchor="the answer that nobody could tell being recorded",
    source=sources.together(sources.LEARNING, sources.OWN_DESIGN),
    edition=sources.OWN_EDITION,
)
