"""The front door's pages, from what waits at it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from kith.journey.front_door import AtTheDoor, FrontDoor
from kith.journey.sent import Sent
from kith.journey.worries import Worry
from kith.policy import standards
from kith.policy.calendar import instant, london_day, time_in_words
from kith.policy.facts import Person
from kith.policy.facts.front_door import Contact
from kith.policy.readings.front_door import danger_decided_by
from kith.policy.standards import Numbers
from kith.replay.entry_in_words import word_in_words
from kith.vocabulary import AgencyType, Answered, Clock
from kith.web.front_door.tell_form import TellForm
from kith.web.front_door.telling_us import age_told
from kith.web.ringing import front_door
from kith.web.shown import ShownClock, ShownPerson
from kith.web.telling import LABELS, worry_url
from kith.web.words import age_of, by_words, capital, clock_words, day_words, first_words, quoted, words_alone

COLUMNS = (
    ("contact", "Contact", "Arrived, history not read yet"),
    ("gathering", "Gathering", "Asking who knows what"),
    ("decision", "Decision", "Read, to be decided or agreed"),
    ("told", "Told", "Decided; who still has to hear"),
)
WORDS_SHOWN, NAME_SHOWN = 160, 60


@dataclass(frozen=True)
class TellPage:
    """The form, whom to ring instead, and by when whoever tells us hears."""

    form: TellForm
    ring: ShownPerson
    hear_by: str


@dataclass(frozen=True)
class SentPage:
    """What somebody who told us reads: about whom, the reference, and in `hear` by when they will hear.

    `sent_before` is when the same was sent first; empty when it was sent just now. `in_danger`: they told us so.
    """

    reference: str
    about: str
    sent_before: str
    in_danger: bool
    ring: ShownPerson
    hear: str


@dataclass(frozen=True)
class Card:
    name: str
    siblings: str
    source: str
    worry: str
    lines: tuple[str, ...]
    urgency: str
    why_urgent: str
    url: str
    due: ShownClock | None
    in_danger: bool
    reference: str


@dataclass(frozen=True)
class Column:
    title: str
    hint: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class BoardPage:
    """`first` is the one to decide next, if any waits; `police` is what waits before it is a contact.

    `serious` is the label of a child told to be in danger now.
    """

    sentence: str
    police: str
    first: Card | None
    columns: tuple[Column, ...]
    serious: str = LABELS["serious"]


def tell_page(form: TellForm, at: datetime) -> TellPage:
    """The form, and by when whoever tells us hears what was decided."""
    return TellPage(form=form, ring=front_door(at), hear_by=_heard_by(at, at).words.removeprefix("by "))


def sent_page(sent: Sent, *, again: bool = False) -> SentPage:
    """The last letters of the contact's id are its reference."""
    return SentPage(
        reference=sent.contact.entry.hex[-6:].upper(),
        about=_about(sent),
        sent_before=_when(sent.contact.at, sent.now) if again else "",
        in_danger=_told_of_danger(sent.contact),
        ring=front_door(sent.now),
        hear=_hear(sent),
    )


def _about(sent: Sent) -> str:
    """The child as whoever told us knows them: by name from their list, or in the words they gave."""
    if not sent.is_new:
        return sent.child.called
    told = ", ".join(one for one in (sent.child.name, age_told(sent.contact.said)) if one)
    return f"a child not in your list: {quoted(told)}" if told else "a child you gave no name for"


def board_page(door: FrontDoor) -> BoardPage:
    """The board, the one to decide next above it: a child told to be in danger now, else what runs out first."""
    contacts = sorted(door.contacts, key=lambda one: not _is_in_danger(one))
    cards = {
        stage: tuple(_card(one, door.now) for one in contacts if one.worry.stage == stage) for stage, _, _ in COLUMNS
    }
    waiting = [one for one in contacts if not one.worry.decided]
    late = [one.worry.by.at for one in waiting if instant(one.worry.by.at) <= instant(door.now)]
    today = sum(london_day(one.worry.by.at) <= london_day(door.now) for one in waiting) - len(late)
    return BoardPage(
        sentence=_sentence(len(waiting), late, today, door.now),
        police=_police(door.police_waiting),
        first=_card(waiting[0], door.now) if waiting else None,
        columns=tuple(Column(title, hint, cards[stage]) for stage, title, hint in COLUMNS),
    )


def _told_of_danger(contact: Contact) -> bool:
    return contact.in_danger == Answered.YES


def _is_in_danger(one: AtTheDoor) -> bool:
    return not one.worry.decided and _told_of_danger(one.worry.contact)


def _police(waiting: int) -> str:
    """How many children in files from the police nobody has looked at yet; else how to receive one."""
    if not waiting:
        return "Police notifications"
    return f"Police notifications: {waiting} {'child waits' if waiting == 1 else 'children wait'}"


def _sentence(waiting: int, late: list[datetime], today: int, at: datetime) -> str:
    """How many wait, which of them have waited too long, and how many must still be decided today."""
    if not waiting:
        return "Nobody is waiting for a decision on what they told us."
    many = "1 contact waits" if waiting == 1 else f"{waiting} contacts wait"
    told = [f"{many} for a decision."]
    if len(late) == 1:
        told.append(f"1 should have been decided {by_words(late[0], at)}.")
    elif late:
        told.append(f"{len(late)} should have been decided already, the first {by_words(min(late), at)}.")
    if today or not late:
        told.append(f"{today or 'None'} must be decided by the end of today.")
    return " ".join(told)


def _card(one: AtTheDoor, at: datetime) -> Card:
    child, stands, contact = one.child, one.worry, one.worry.contact
    rated = stands.by.rated
    return Card(
        name=_names(child, one.others, at),
        siblings=f"and {one.siblings} {'sibling' if one.siblings == 1 else 'siblings'}" if one.siblings else "",
        source=f"{one.told_us.name}, {_when(contact.at, at)}",
        worry=_in_short(words_alone(contact.said)),
        lines=tuple(capital(line) for line in _lines(one, at)),
        urgency=capital(rated.urgency) if rated else "",
        why_urgent=rated.said if rated else "",
        url=worry_url(child.id, contact.entry),
        due=_due(stands, at),
        in_danger=_is_in_danger(one),
        reference=contact.entry.hex[-6:].upper(),
    )


def _names(child: Person, others: tuple[Person, ...], at: datetime) -> str:
    """Whom it is about, each with their age: “Robin Marsh, 2, and Isla Marsh, 5”."""
    ages = ((_short_name(who), age_of(who, london_day(at)).removeprefix("aged ")) for who in (child, *others))
    return ", and ".join(", ".join(part for part in told if part) for told in ages)


def _short_name(who: Person) -> str:
    name, more = first_words(who.called, NAME_SHOWN)
    return f"{name} …" if more else name


def _due(stands: Worry, at: datetime) -> ShownClock | None:
    """By when it must be decided, or should have been; nothing once it is."""
    if stands.decided:
        return None
    due = clock_words(stands.by.at, at, stands.by.clock)
    return replace(due, words=f"should have been decided {by_words(stands.by.at, at)}") if due.late else due


def _lines(one: AtTheDoor, at: datetime) -> Iterator[str]:
    stands = one.worry
    if _told_of_danger(stands.contact):
        yield "in danger now, as told."
    if harm := word_in_words(stands.contact.harm):
        yield f"about {harm}."
    if one.open_with:
        yield f"already open to {one.open_with}."
    yield f"history: {_history(stands)}."
    explained = f", {one.explained} of them explained" if one.explained else ""
    yield f"marks in 12 months: {one.injuries}{explained}."
    answered = sum(bool(asked.returned) for asked in stands.asked)
    if stands.asked or not stands.decided:
        yield f"agencies: {len(stands.asked)} asked, {answered} answered." if stands.asked else "agencies: none asked."
    if stands.sent_back and not stands.decided:
        yield "sent back: something is missing."
    if stands.decided:
        yield f"decided: {word_in_words(stands.decided.outcome)}, by {stands.decided.by_name or 'somebody'}."
        yield from _after(stands, at)


def _history(stands: Worry) -> str:
    if stands.checked:
        return f"read by {stands.checked.by_name or 'somebody'}"
    return f"{len(stands.past)} earlier, not read yet" if stands.past else "nothing before this on record"


def _after(stands: Worry, at: datetime) -> Iterator[str]:
    if stands.needs_a_second:
        disagreed = stands.second is not None
        yield "a second person does not agree." if disagreed else "waits for a second person."
        return
    if stands.teller_can_be_told:
        yield "who told us has heard." if stands.told else "who told us has not heard yet."
    if stands.is_disputed:
        yield "who told us disagrees."
    elif stands.takes_effect_at and stands.takes_effect_at > at:
        yield f"they may disagree until {clock_words(stands.takes_effect_at, at, Clock.WORKING).words.removeprefix('by ')}."


def _in_short(said: str) -> str:
    """Their first words; the whole stands on the child's page."""
    words, more = first_words(said, WORDS_SHOWN)
    return f"{quoted(words)}{more}" if said else ""


def _when(moment: datetime, at: datetime) -> str:
    day, today = london_day(moment), london_day(at)
    return f"today, {time_in_words(moment)}" if day == today else f"{day_words(day, today)}, {time_in_words(moment)}"


def _hear(sent: Sent) -> str:
    """By when they hear, at the latest; of a child told to be in danger, first by when somebody decides."""
    first = _decided_at_once(sent) if _told_of_danger(sent.contact) else ""
    return f"{first} {_heard(sent, decides=not first)}".strip()


def _decided_at_once(sent: Sent) -> str:
    due = clock_words(danger_decided_by(Numbers(), sent.contact.at), sent.now, Clock.ELAPSED)
    if due.late:
        return "Somebody should have decided what to do by now: ring and ask."
    return (
        f"Ring 999 now. At the latest {due.words}, somebody at the front door, or the Emergency Duty Service when it is "
        "shut, decides what to do."
    )


def _heard(sent: Sent, *, decides: bool) -> str:
    """`decides`: by when somebody decides is said here, to those who do not hear what was decided."""
    due = _heard_by(sent.contact.at, sent.now)
    from_people = sent.told_from in (AgencyType.FAMILY, AgencyType.PUBLIC, AgencyType.UNKNOWN)
    if not from_people or (sent.told_from == AgencyType.FAMILY and sent.contact.ring_back):
        return (
            f"You should have heard: {due.words}. Ring and ask."
            if due.late
            else f"You will hear at the latest {due.words}."
        )
    decided = f"Somebody decides what to do at the latest {due.words}. " if decides else ""
    if sent.told_from == AgencyType.UNKNOWN:
        return f"{decided}To hear what was decided, ring us: we first confirm where you work."
    ring = "We ring you if we need to ask you more. " if sent.contact.ring_back else ""
    return (
        f"{decided}{ring}We do not tell others what happens in a family: if you hear nothing, it does not mean that "
        "nothing is done."
    )


def _heard_by(told_at: datetime, at: datetime) -> ShownClock:
    return clock_words(Numbers().due(standards.REFERRAL_DECIDED, told_at), at, Clock.WORKING)
