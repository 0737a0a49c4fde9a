"""How a contact stands at the front door: how urgent it is held to be, by when it is decided, who else agreed.

`history` stands on the readings, so this one is asked for by its own name and not through the package.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from uuid import UUID

from kith.policy import standards
from kith.policy.calendar import instant
from kith.policy.facts.front_door import Contact, Priority, ThresholdDecision
from kith.policy.facts.informed import Answer, Told
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of
from kith.policy.readings.history import decision_on, does_less, second_word
from kith.policy.standards import Numbers, Standard
from kith.vocabulary import AgencyType, Answered, AnswerKind, Clock, ThresholdOutcome, Urgency

#: Those by which a contact is decided in hours that count day and night. Every other keeps the one working day.
_HOURS: dict[Urgency, Standard] = {
    Urgency.RED: standards.CONTACT_RATED_RED_DECIDED,
    Urgency.AMBER: standards.CONTACT_RATED_AMBER_DECIDED,
    Urgency.GREEN: standards.CONTACT_RATED_GREEN_DECIDED,
}


def ratings(picture: ChildPicture, contact: Contact) -> tuple[Priority, ...]:
    """How urgent those who decide have held a contact to be, from the first time to the last."""
    said = picture.of(Priority).belonging_to(contact.entry)
    return tuple(one for one in said if one.role in DECIDERS)


@dataclass(frozen=True, slots=True)
class DecideBy:
    """By when a contact is decided, by which clock, and the rating it goes by: None where nobody has rated it.

    `in_danger`: whoever told us said that the child is in danger now, and nobody who decides has rated it since.
    """

    at: datetime
    clock: Clock
    rated: Priority | None
    in_danger: bool = False


def danger_decided_by(numbers: Numbers, told_at: datetime) -> datetime:
    """By when a child told to be in danger now is decided on: hours that count day and night, the working day never put off."""
    standing = (one for one in (standards.CONTACT_RATED_RED_DECIDED, standards.REFERRAL_DECIDED) if one in numbers)
    return min((numbers.due(one, told_at) for one in standing), key=instant)


def decide_by(picture: ChildPicture, contact: Contact) -> DecideBy:
    """One working day, as for every contact; sooner by its rating, counted from the contact, or from being rated higher.

    A rating never puts the working day off. What was told as danger now is as urgent as RED until somebody rates it.
    """
    statutory = picture.numbers.due(standards.REFERRAL_DECIDED, contact.at)
    rated = ratings(picture, contact)
    if not rated and contact.in_danger == Answered.YES:
        return DecideBy(danger_decided_by(picture.numbers, contact.at), Clock.ELAPSED, None, in_danger=True)
    if not rated:
        return DecideBy(statutory, Clock.WORKING, None)
    last = rated[-1]
    standing = tuple(takewhile(lambda one: one.urgency == last.urgency, reversed(rated)))
    standard = _HOURS.get(last.urgency)
    if standard and standard in picture.numbers:
        since = contact.at if len(standing) == len(rated) else standing[-1].at
        hours = picture.numbers.due(standard, since)
        if hours < statutory:
            return DecideBy(hours, Clock.ELAPSED, last)
    return DecideBy(statutory, Clock.WORKING, last)


def is_told(picture: ChildPicture, contact: Contact, decision: ThresholdDecision) -> Told | None:
    """When whoever told us heard of the decision, if they did."""
    told = picture.of(Told).belonging_to(decision.entry)
    return next((one for one in told if one.told_agency == contact.agency), None)


def is_disputed(picture: ChildPicture, told: Told) -> bool:
    """Whether whoever was told disagrees."""
    return any(one.answer == AnswerKind.DISAGREES for one in picture.of(Answer).belonging_to(told.entry))


def takes_effect_at(picture: ChildPicture, contact: Contact, decision: ThresholdDecision) -> datetime | None:
    """When a decision to do less takes effect: a working day after whoever told us has heard it; None until then.

    What protects takes effect as it is decided. Until a second person agrees, or while it is disputed, less is not done.
    """
    if not does_less(picture, decision):
        return decision.at
    said, told = second_word(picture, decision), is_told(picture, contact, decision)
    if said is None or said.agrees != Answered.YES:
        return None
    if told is None:
        nobody_to_tell = picture.agency_is(contact.agency, AgencyType.PUBLIC, AgencyType.UNKNOWN)
        return said.at if nobody_to_tell else None
    if is_disputed(picture, told):
        return None
    return picture.numbers.due(standards.DOING_LESS_TAKES_EFFECT, max(told.at, said.at))


def faded(picture: ChildPicture) -> frozenset[UUID]:
    """Worries that ended with no further action so long ago that partners who did not tell them read them no longer.

    With each goes what was decided on it. Those who decide for the child, and whoever told us, go on reading them.
    """
    span = picture.numbers.span(standards.NO_FURTHER_ACTION_FADES)
    gone: set[UUID] = set()
    for contact in picture.contacts.backwards():
        decision = decision_on(picture, contact)
        ended = decision is not None and decision.outcome == ThresholdOutcome.NO_FURTHER_ACTION
        if decision and ended and picture.has_passed(decision.at + span):
            gone |= {contact.entry, *entries_of(picture.threshold_decisions.belonging_to(contact.entry))}
    return frozenset(gone)
