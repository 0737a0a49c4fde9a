"""The front door's pages, from what waits at it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.journey.clock import now
from kith.journey.front_door import AtTheDoor, FrontDoor
from kith.policy import standards
from kith.policy.calendar import london_day, time_in_words
from kith.policy.standards import Numbers
from kith.replay.entry_in_words import word_in_words
from kith.vocabulary import Clock
from kith.web.front_door.tell_form import TellForm
from kith.web.ringing import front_door
from kith.web.shown import ShownClock, ShownPerson
from kith.web.telling import child_url
from kith.web.words import age_of, capital, clock_words, day_words, first_words, quoted

COLUMNS = (
    ("contact", "Contact", "Arrived, history not read yet"),
    ("gathering", "Gathering", "History read, waiting to be decided"),
    ("decision", "Decision", "Decided; who told us has not heard"),
    ("told", "Told", "Decided, and who told us has heard"),
)
WORDS_SHOWN = 160


@dataclass(frozen=True)
class TellPage:
    """The form, whom to ring instead, and by when whoever tells us hears."""

    form: TellForm
    ring: ShownPerson
    hear_by: str


@dataclass(frozen=True)
class SentPage:
    """What somebody who told us reads: the reference, and when they will hear."""

    reference: str
    ring: ShownPerson
    hear_by: str


@dataclass(frozen=True)
class Card:
    name: str
    age_words: str
    siblings: str
    source: str
    worry: str
    lines: tuple[str, ...]
    url: str
    read_url: str
    decide_url: str
    due: ShownClock | None


@dataclass(frozen=True)
class Column:
    title: str
    hint: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class BoardPage:
    """`first` is the one that runs out next, if any waits to be decided."""

    sentence: str
    first: Card | None
    columns: tuple[Column, ...]


def tell_page(form: TellForm, at: datetime) -> TellPage:
    """The form, and by when whoever tells us hears what was decided."""
    return TellPage(form=form, ring=front_door(at), hear_by=_hear_by(at))


def sent_page(contact: UUID) -> SentPage:
    """The last letters of the contact's id are its reference."""
    at = now()
    return SentPage(reference=contact.hex[-6:].upper(), ring=front_door(at), hear_by=_hear_by(at))


def board_page(door: FrontDoor) -> BoardPage:
    """The board, the one that runs out next above it."""
    cards = {
        stage: tuple(_card(one, door.now) for one in door.contacts if one.stage == stage) for stage, _, _ in COLUMNS
    }
    waiting = [one for one in door.contacts if not one.decided]
    today = [one for one in waiting if london_day(one.due_at) <= london_day(door.now)]
    return BoardPage(
        sentence=_sentence(len(waiting), len(today)),
        first=_card(waiting[0], door.now) if waiting else None,
        columns=tuple(Column(title, hint, cards[stage]) for stage, title, hint in COLUMNS),
    )


def _sentence(waiting: int, today: int) -> str:
    if not waiting:
        return "Nobody is waiting for a decision on what they told us."
    many = "1 contact waits" if waiting == 1 else f"{waiting} contacts wait"
    return f"{many} for a decision. {today or 'None'} must be decided by the end of today."


def _card(one: AtTheDoor, at: datetime) -> Card:
    child, contact, url = one.child, one.contact, child_url(one.child.id)
    return Card(
        name=child.called,
        age_words=age_of(child, london_day(at)).removeprefix("aged "),
        siblings=f"and {one.siblings} {'sibling' if one.siblings == 1 else 'siblings'}" if one.siblings else "",
        source=f"{one.told_us.name}, {_when(contact.at, at)}",
        worry=_in_short(contact.said),
        lines=tuple(_lines(one)),
        url=url,
        read_url=f"{url}write/history_check",
        decide_url=f"{url}write/threshold_decision?contact={contact.entry}",
        due=None if one.decided else clock_words(one.due_at, at, Clock.WORKING),
    )


def _lines(one: AtTheDoor) -> list[str]:
    history = "nothing before this on record" if not one.earlier else f"{one.earlier} earlier, not read yet"
    if one.read_by:
        history = f"read by {one.read_by}"
    lines = [f"History: {history}.", f"Marks in 12 months: {one.injuries}."]
    if harm := word_in_words(one.contact.harm):
        lines.insert(0, f"About {harm}.")
    if one.decided:
        lines.append(f"Decided: {word_in_words(one.decided.outcome)}, by {one.decided.by_name or 'somebody'}.")
    return [capital(line) for line in lines]


def _in_short(said: str) -> str:
    """Their first words; the whole stands on the child's page."""
    words, more = first_words(said, WORDS_SHOWN)
    return f"{quoted(words)}{more}" if said else ""


def _when(moment: datetime, at: datetime) -> str:
    day, today = london_day(moment), london_day(at)
    return f"today, {time_in_words(moment)}" if day == today else f"{day_words(day, today)}, {time_in_words(moment)}"


def _hear_by(at: datetime) -> str:
    due = Numbers().due(standards.REFERRAL_DECIDED, at)
    return clock_words(due, at, Clock.WORKING).words.removeprefix("by ")
