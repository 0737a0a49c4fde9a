"""How a worry stands at the front door, worked out from a picture: what was asked, read, decided, agreed and told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from kith.policy.facts.casework import SteppedDown
from kith.policy.facts.family import Involvement
from kith.policy.facts.front_door import (
    Authorisation,
    Contact,
    HistoryCheck,
    InformationAsked,
    InformationReturned,
    SentBack,
    ThresholdDecision,
)
from kith.policy.facts.informed import Told
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings.front_door import (
    DecideBy,
    decide_by,
    is_disputed,
    is_told,
    takes_effect_at,
)
from kith.policy.readings.history import decision_on, does_less, entries_read, history, history_of, is_read, second_word
from kith.vocabulary import AgencyType, Answered

Stage = Literal["contact", "gathering", "decision", "told"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to an agency, and what came back."""

    asked: InformationAsked
    returned: InformationReturned | None


@dataclass(frozen=True, slots=True)
class Past:
    """One contact or service of before: whose it is, what was decided, what followed, whether somebody who decides read it."""

    of: UUID
    fact: Contact | Involvement
    decided: ThresholdDecision | None
    ended: SteppedDown | None
    is_read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Worry:
    """`checked` is the last reading of the history since the contact; `second` what a second person said of the decision."""

    contact: Contact
    by: DecideBy
    past: tuple[Past, ...]
    checked: HistoryCheck | None
    asked: tuple[Asked, ...]
    sent_back: SentBack | None
    decided: ThresholdDecision | None
    second: Authorisation | None
    told: Told | None
    does_less: bool
    is_disputed: bool
    teller_can_be_told: bool
    takes_effect_at: datetime | None

    @property
    def needs_a_second(self) -> bool:
        """Whether it does less, and nobody else has agreed."""
        agreed = self.second is not None and self.second.agrees == Answered.YES
        return self.does_less and not agreed

    @property
    def waits_for_answers(self) -> bool:
        return any(one.returned is None for one in self.asked)

    @property
    def unread(self) -> int:
        return sum(not one.is_read for one in self.past)

    @property
    def stage(self) -> Stage:
        """How far it has come. What waits for a second person is still being decided."""
        if self.decided:
            return "decision" if self.needs_a_second else "told"
        if self.waits_for_answers:
            return "gathering"
        if self.checked:
            return "decision"
        return "gathering" if self.asked or self.sent_back or self.by.rated else "contact"


def worry(picture: ChildPicture, contact: Contact) -> Worry:
    """How one contact about a child stands."""
    decided = decision_on(picture, contact)
    told = is_told(picture, contact, decided) if decided else None
    back = picture.of(SentBack).belonging_to(contact.entry)
    checks = (one for one in picture.of(HistoryCheck).backwards() if one.at >= contact.at and one.role in DECIDERS)
    return Worry(
        contact=contact,
        by=decide_by(picture, contact),
        past=_past(picture, contact),
        checked=next(checks, None),
        asked=tuple(_asked(picture, one) for one in picture.of(InformationAsked).belonging_to(contact.entry)),
        sent_back=back[-1] if back else None,
        decided=decided,
        second=second_word(picture, decided) if decided else None,
        told=told,
        does_less=decided is not None and does_less(picture, decided),
        is_disputed=told is not None and is_disputed(picture, told),
        teller_can_be_told=not picture.agency_is(contact.agency, AgencyType.PUBLIC, AgencyType.UNKNOWN),
        takes_effect_at=takes_effect_at(picture, contact, decided) if decided else None,
    )


def _asked(picture: ChildPicture, asked: InformationAsked) -> Asked:
    returned = picture.of(InformationReturned).belonging_to(asked.entry)
    return Asked(asked, returned[-1] if returned else None)


def _past(picture: ChildPicture, contact: Contact) -> tuple[Past, ...]:
    """The child's own contacts and services from before, and other children's, the oldest first."""
    read = entries_read(picture, since=contact.at)
    before = [(picture.id, one) for one in history(picture) if one.at < contact.at and one.entry != contact.entry]
    for other in picture.siblings():
        before += [(other.id, one) for one in history_of(picture, other.id) if one.at < contact.at]
    before.sort(key=lambda pair: (pair[1].happened.start, pair[1].entry))
    return tuple(_one_of_before(picture, of, fact, is_read(picture, fact, read)) for of, fact in before)


def _one_of_before(picture: ChildPicture, of: UUID, fact: Contact | Involvement, read: bool) -> Past:
    if isinstance(fact, Contact):
        decided = picture.of_person(of, ThresholdDecision).belonging_to(fact.entry)
        last = next((one for one in reversed(decided) if one.role in DECIDERS), None)
        return Past(of, fact, last, None, read)
    ended = picture.of_person(of, SteppedDown).belonging_to(fact.entry)
    return Past(of, fact, None, ended[-1] if ended else None, read)
