"""How the front door works a contact through: how urgent it is, what others were asked and said, who agreed."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from kith.policy.facts.base import AgencyId, AskedId, ContactId, Fact, ThresholdId
from kith.vocabulary import Answered, Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority(Fact):
    """How urgent a contact is held to be, and why: a place in the queue, never a score. The last one said stands."""

    kind: ClassVar[str] = "priority"
    room: ClassVar[str] = "intake"

    contact: ContactId
    urgency: Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationAsked(Fact):
    """An agency was asked what it knows of the child or the family, and by when. What was asked is in the words."""

    kind: ClassVar[str] = "information_asked"
    room: ClassVar[str] = "intake"

    contact: ContactId
    of_agency: AgencyId
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationReturned(Fact):
    """What an agency that was asked knows. That it knows nothing is an answer; what it knows is in the words."""

    kind: ClassVar[str] = "information_returned"
    room: ClassVar[str] = "intake"

    asked: AskedId
    knows_them: Answered = Answered.NOT_RECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBack(Fact):
    """A contact goes back to whoever told us: not enough to decide on, and what is missing. It stays undecided."""

    kind: ClassVar[str] = "sent_back"
    room: ClassVar[str] = "intake"

    contact: ContactId


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorisation(Fact):
    """A second person read what was decided on a contact, and agrees or does not. Nobody authorises their own."""

    kind: ClassVar[str] = "authorisation"
    room: ClassVar[str] = "intake"

    decision: ThresholdId
    agrees: Answered
