"""A worry that somebody told us of is decided on within a working day, sooner where it is urgent; none waits unseen."""

from collections.abc import Iterator
from datetime import date

from kith.policy.facts.front_door import Contact
from kith.policy.findings import Obligation, OwedBy
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings.accounts import heard_by_who_decides
from kith.policy.readings.front_door import DecideBy, decide_by
from kith.policy.readings.telling import as_sentence, day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import AgencyType, Role


def _what_is_missing(picture: ChildPicture) -> str | None:
    return None if picture.contacts else "a worry that somebody told us of"


@rule(
    reads=ChildPicture,
    learning=(7, 14),
    why="Whoever told us has done their part. What follows is ours to decide, and it is not decided by waiting.",
    source="Working Together to Safeguard Children: a referral is decided within one working day. The hours of RED, AMBER and "
    "GREEN are local. That a worry about a child who is open already counts alike, and what besides a response decides "
    "it, are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 29),
    missing=_what_is_missing,
    met_by=("threshold_decision", "strategy_discussion", "decision"),
)
def contact_is_decided_on_in_time(picture: ChildPicture) -> Iterator[Obligation]:
    """Decide what response a worry gets within one working day of being told of it, and sooner where it is rated urgent."""
    waiting = [one for one in picture.contacts.backwards() if not _was_answered(picture, one)]
    heard = heard_by_who_decides(picture) if waiting else frozenset()
    for contact in (one for one in reversed(waiting) if one.entry not in heard):
        by = decide_by(picture, contact)
        yield Obligation(
            about=contact.entry,
            sentence=_sentence(picture, contact, by),
            do_next="read it with all that came before, decide what response it gets, and tell whoever told us. If "
            f"{picture.child.called} may be in danger now, do not wait: ring, and record it afterwards.",
            evidence=(contact.entry, *([by.rated.entry] if by.rated else [])),
            owed_by=OwedBy(Role.HUB_DECISION_MAKER, None),
            due_at=by.at,
            clock=by.clock,
        )


def _was_answered(picture: ChildPicture, contact: Contact) -> bool:
    decided = picture.threshold_decisions.belonging_to(contact.entry)
    return any(one.role in DECIDERS for one in decided)


def _sentence(picture: ChildPicture, contact: Contact, by: DecideBy) -> str:
    who, day = picture.child.called, day_in_words(contact.at)
    rated = f", rated {by.rated.urgency.upper()}," if by.rated else ", in danger now as told," if by.in_danger else ","
    if picture.agency_is(contact.agency, AgencyType.UNKNOWN):
        return f"Somebody told us of a worry about {who} on {day}{rated} and nobody has recorded what was decided."
    teller = picture.agency(contact.agency).name
    return as_sentence(
        f"{teller} told us of a worry about {who} on {day}{rated} and nobody has recorded what was decided."
    )
