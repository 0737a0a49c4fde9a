"""The open pages, and what became of a worry in words that its teller may read."""

from dataclasses import dataclass
from datetime import datetime

from django import forms

from kith.journey.heard import LINK_COUNTS_FOR, Heard
from kith.journey.sent import Sent
from kith.policy.calendar import london_day
from kith.policy.facts.reading_order import one_way
from kith.vocabulary import Clock, ThresholdOutcome
from kith.web.front_door.page import SentPage, sent_page
from kith.web.front_door.prompts import AT_WORK, NOT_AT_WORK, Prompt
from kith.web.front_door.telling_us import age_told
from kith.web.ringing import front_door
from kith.web.shown import ShownPerson
from kith.web.words import clock_words, day_words, first_words, quoted, words_alone

WORDS_SHOWN = 120

#: What was decided, as whoever told us reads it: what happens now, and nothing of why or of anybody else.
DECIDED: dict[ThresholdOutcome, str] = {
    ThresholdOutcome.NO_FURTHER_ACTION: "Social care does nothing more for now. What you told us is kept, and is read with "
    "anything that is told to us later.",
    ThresholdOutcome.ADVICE: "Advice is given. What you told us is kept, and is read with anything that is told to us later.",
    ThresholdOutcome.EARLY_HELP: "The family is offered help early. They may say no to it.",
    ThresholdOutcome.ASSESSMENT: "A social worker finds out what help the child and the family need.",
    ThresholdOutcome.STRATEGY_DISCUSSION: "Social care, police and health talk about how the child is kept safe. "
    "Do not tell the family unless the social worker says so.",
    ThresholdOutcome.IMMEDIATE_PROTECTION: "Somebody acts now to keep the child safe. Do not tell the family unless the "
    "social worker says so.",
    ThresholdOutcome.ALREADY_OPEN: "A social worker works with the child already, and has what you told us.",
}


@dataclass(frozen=True)
class StartPage:
    ring: ShownPerson
    at_work: tuple[Prompt, ...]
    not_at_work: tuple[Prompt, ...]


@dataclass(frozen=True)
class CodePage:
    """A form, who tells us, and whom to ring instead."""

    form: forms.Form
    prompt: Prompt
    ring: ShownPerson


@dataclass(frozen=True)
class ReceiptPage:
    """What was sent; `heard_url` is where it can be read what became of it, "" for whoever gave no address."""

    sent: SentPage
    heard_url: str
    days: int


@dataclass(frozen=True)
class ShownHeard:
    """One worry somebody told: `stands` "We have it", `more` what that means, and by when they hear or may disagree."""

    reference: str
    told: str
    quote: str
    stands: str
    more: str
    url: str
    may_disagree: bool


def start_page(at: datetime) -> StartPage:
    """Whom to ring now, and who may tell us."""
    return StartPage(ring=front_door(at), at_work=AT_WORK, not_at_work=NOT_AT_WORK)


def code_page(form: forms.Form, prompt: Prompt, at: datetime) -> CodePage:
    return CodePage(form=form, prompt=prompt, ring=front_door(at))


def receipt_page(sent: Sent, heard_url: str) -> ReceiptPage:
    """That it was sent, and for whoever showed an address where they hear of it."""
    return ReceiptPage(sent=sent_page(sent), heard_url=heard_url, days=LINK_COUNTS_FOR.days)


def shown_heard(heard: Heard, url: str = "") -> ShownHeard:
    """How a worry stands, in the words of whoever told it."""
    contact = heard.worry.contact
    said, more = first_words(words_alone(contact.said), WORDS_SHOWN)
    about = ", ".join(one for one in (one_way(heard.child.name), one_way(age_told(contact.said))) if one)
    stands, means = _stands(heard)
    when = day_words(london_day(contact.at), london_day(heard.now))
    return ShownHeard(
        reference=contact.entry.hex[-6:].upper(),
        told=f"{when}, about {about}" if about else when,
        quote=f"{quoted(said)}{more}",
        stands=stands,
        more=means,
        url=url,
        may_disagree=heard.may_disagree,
    )


def _stands(heard: Heard) -> tuple[str, str]:
    """ "We have it", "Being looked at" or "Decided on …", and what that means for whoever told it."""
    worry = heard.worry
    if worry.decided and heard.decided:
        day = day_words(london_day(worry.decided.at), london_day(heard.now))
        if not heard.in_full:
            return f"Decided: {day}", "We cannot say here what was decided. Ring us, and we say what we can."
        disputed = " You disagreed; somebody answers you." if worry.is_disputed else ""
        return f"Decided: {day}", f"{DECIDED[worry.decided.outcome]}{disputed}"
    by = clock_words(worry.by.at, heard.now, Clock.WORKING)
    when = f"It should have been decided: {by.words}. Ring and ask." if by.late else f"Somebody decides {by.words}."
    if worry.sent_back and not worry.decided:
        return "Something is missing", f"Ring us: we need to ask you more before we can decide. {when}"
    if worry.stage == "contact":
        return "We have it", f"Nobody has decided on it yet. {when}"
    return "Being looked at", when
