"""Contacts, and how the front door works them through: urgency, what others said, history, decision, who agreed."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from kith.policy.facts.base import AgencyId, AskedId, ContactId, EntryId, Fact, PersonId, ThresholdId
from kith.vocabulary import Answered, Harm, HistorySource, ReasonGiven, ThresholdOutcome, Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Fact):
    """Somebody tells us something about a child, before any decision. A relative's worry weighs the same as ours.

    `in_danger` is whether the teller says that the child is in danger now, `where_now` where the child is while it is
    told, `ring_back` how to reach the teller, `told_by` the person where they are known to Kith as one.
    """

    kind: ClassVar[str] = "contact"
    room: ClassVar[str] = "intake"

    harm: Harm = Harm.NOT_SAID
    in_danger: Answered = Answered.NOT_RECORDED
    asks_for: str = ""
    where_now: str = ""
    ring_back: str = ""
    family_aware: Answered = Answered.NOT_RECORDED
    told_by: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdDecision(Fact):
    """What response a contact gets, and why: what it rests on, and what the decider holds the risk to be now."""

    kind: ClassVar[str] = "threshold_decision"
    room: ClassVar[str] = "intake"

    contact: ContactId
    outcome: ThresholdOutcome
    reasons: tuple[ReasonGiven, ...] = ()
    risk_now: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryCheck(Fact):
    """Past contacts and episodes were read: which, where one looked, and, in the words, what they change.

    Of every place where history may lie, whoever signs says that it was read, that it was asked for and is due, or that
    it cannot be had. What is named in none was not looked at.
    """

    kind: ClassVar[str] = "history_check"
    room: ClassVar[str] = "intake"

    read: tuple[EntryId, ...] = ()
    read_in: tuple[HistorySource, ...] = ()
    asked_for_from: tuple[HistorySource, ...] = ()
    not_to_be_had_from: tuple[HistorySource, ...] = ()


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
