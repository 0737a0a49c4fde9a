"""The page of one worry, in the order in which the front door works: read, rated, asked, decided, agreed, told."""

import hashlib
from dataclasses import dataclass

from kith.agencies.queries import all_agencies
from kith.journey.reading import Record
from kith.journey.worries import Asked, Past, Worry
from kith.policy.calendar import london_day
from kith.policy.facts.family import Involvement
from kith.policy.facts.front_door import Contact
from kith.policy.permissions import DECIDERS
from kith.replay.entry_in_words import word_in_words
from kith.vocabulary import ThresholdOutcome
from kith.web.child.head import Head, head_of
from kith.web.forms.short import Sent
from kith.web.shown import ShownClock, ShownEntry
from kith.web.telling import shown_entry
from kith.web.words import capital, clock_words, day_words, happened_words
from kith.web.worry.forms import AskForm, BackForm, DecideForm, RateForm, ReadForm, SecondForm

FORMS: dict[str, type[Sent]] = {
    "rate": RateForm, "back": BackForm, "decide": DecideForm, "second": SecondForm,
}  # fmt: skip


@dataclass(frozen=True)
class ShownPast:
    """A line of the history: when, whose and what, what was decided, what followed."""

    when: str
    what: str
    said: str
    decided: str
    followed: str
    is_read: bool


@dataclass(frozen=True)
class ShownAsked:
    agency: str
    words: str
    answer: str
    answered: bool


@dataclass(frozen=True)
class WorryPage:
    """`forms` are by what they do; one that was sent comes with what was typed. `may_second` is False for whoever decided."""

    head: Head
    sentence: str
    told: ShownEntry
    facts: tuple[tuple[str, str], ...]
    due: ShownClock | None
    rated: str
    past: tuple[ShownPast, ...]
    unread: int
    checked: str
    asked: tuple[ShownAsked, ...]
    sent_back: str
    decided: ShownEntry | None
    second: str
    takes_effect: str
    ends: str
    may_decide: bool
    may_second: bool
    forms: dict[str, Sent]


def forms_of(record: Record, worry: Worry, doing: str, posted: object) -> dict[str, Sent]:
    """Every form of the page, the one that was sent with what was typed."""
    made: dict[str, Sent] = {name: form(posted if doing == name else None) for name, form in FORMS.items()}
    made["read"] = ReadForm(_what_is_shown(worry), posted if doing == "read" else None)
    made["ask"] = AskForm(_may_be_asked(record), posted if doing == "ask" else None)
    return made


def _what_is_shown(worry: Worry) -> str:
    """The history as it stands on this page, in one word: whoever signs it signs what they saw."""
    shown = " ".join(str(one.fact.entry) for one in worry.past)
    return hashlib.sha256(shown.encode()).hexdigest()[:16]


def worry_page(record: Record, worry: Worry, forms: dict[str, Sent]) -> WorryPage:
    """One worry, as it stands."""
    decided = worry.decided
    return WorryPage(
        head=head_of(record, ""),
        sentence=_sentence(record, worry),
        told=shown_entry(worry.contact, record.names, record.now),
        facts=tuple(_facts(record, worry.contact)),
        due=None if decided else clock_words(worry.by.at, record.now, worry.by.clock),
        rated=_rated(worry),
        past=tuple(_shown_past(record, one) for one in worry.past),
        unread=worry.unread,
        checked=_checked(record, worry),
        asked=tuple(_shown_asked(record, one) for one in worry.asked),
        sent_back=worry.sent_back.said if worry.sent_back and not decided else "",
        decided=shown_entry(decided, record.names, record.now) if decided else None,
        second=_second(worry),
        takes_effect=_takes_effect(record, worry),
        ends=_ends(worry),
        may_decide=record.actor.role in DECIDERS,
        may_second=record.actor.role in DECIDERS and decided is not None and not _is_mine(record, worry),
        forms=forms,
    )


def _may_be_asked(record: Record) -> tuple[tuple[str, str], ...]:
    """Those that are open to the child first: they are asked most often."""
    open_to = {one.with_agency for one in record.picture.involvements.backwards()}
    agencies = sorted(all_agencies().values(), key=lambda one: (one.id not in open_to, one.name))
    return tuple((str(one.id), one.name) for one in agencies if one.id != record.actor.agency)


def _is_mine(record: Record, worry: Worry) -> bool:
    decided = worry.decided
    return decided is not None and (decided.by_name, decided.agency) == (record.actor.name, record.actor.agency)


def _sentence(record: Record, worry: Worry) -> str:
    teller = record.names.agency(worry.contact.agency)
    day = day_words(london_day(worry.contact.at), london_day(record.now))
    return f"{capital(teller)} told us of a worry, {day}."


def _facts(record: Record, contact: Contact) -> list[tuple[str, str]]:
    told = [
        ("Where the child is", contact.where_now),
        ("Ring back", contact.ring_back),
        ("Asks for", contact.asks_for),
        ("Does the family know", capital(word_in_words(contact.family_aware))),
        ("About", capital(word_in_words(contact.harm))),
    ]
    return [(asked, said) for asked, said in told if said]


def _rated(worry: Worry) -> str:
    rated = worry.by.rated
    return f"{capital(rated.urgency)}. {rated.said}".strip() if rated else ""


def _checked(record: Record, worry: Worry) -> str:
    checked = worry.checked
    if checked is None:
        return ""
    return f"Read by {checked.by_name or 'somebody'}, {day_words(london_day(checked.at), london_day(record.now))}."


def _shown_past(record: Record, one: Past) -> ShownPast:
    whose = "" if one.of == record.picture.id else f"{record.names.person(one.of)}: "
    fact = one.fact
    if isinstance(fact, Contact):
        teller = record.names.agency(fact.agency)
        decided = capital(word_in_words(one.decided.outcome)) if one.decided else "Nobody has decided"
        followed = one.decided.said if one.decided else ""
        return ShownPast(_when(record, fact), capital(f"{whose}{teller}"), fact.said, decided, followed, one.is_read)
    service = f"{word_in_words(fact.service)}, with {record.names.agency(fact.with_agency)}"
    ended = f"Ended: {word_in_words(one.ended.to)}. {one.ended.said}".strip() if one.ended else "Still open"
    return ShownPast(_when(record, fact), capital(f"{whose}{service}"), fact.said, "", ended, one.is_read)


def _when(record: Record, fact: Contact | Involvement) -> str:
    happened = fact.happened
    return happened_words(happened.start, happened.end, happened.certainty, london_day(record.now))


def _shown_asked(record: Record, one: Asked) -> ShownAsked:
    agency = record.names.agency(one.asked.of_agency)
    if one.returned is None:
        return ShownAsked(agency, one.asked.said, "", answered=False)
    knows = word_in_words(one.returned.knows_them)
    return ShownAsked(agency, one.asked.said, one.returned.said or f"Knows them: {knows}", answered=True)


def _second(worry: Worry) -> str:
    if worry.second is None:
        return ""
    agrees = "agrees" if worry.second.agrees == "yes" else "does not agree"
    return f"{worry.second.by_name or 'A second person'} {agrees}. {worry.second.said}".strip()


#: What stands under a worry that ended with nothing, for whoever reads it later.
_PLAINLY = (
    "This worry was told, read with all that came before, and ended with no further action by social care. That finds "
    "nothing against anybody, and nothing for. Anybody who worries again tells us again."
)


def _ends(worry: Worry) -> str:
    ended = worry.decided is not None and worry.decided.outcome == ThresholdOutcome.NO_FURTHER_ACTION
    return _PLAINLY if ended and not worry.needs_a_second else ""


def _takes_effect(record: Record, worry: Worry) -> str:
    if worry.decided is None or worry.needs_a_second:
        return ""
    if worry.is_disputed:
        return "Whoever told us disagrees. It does not take effect until somebody has answered them."
    if worry.takes_effect_at is None:
        return "It takes effect a working day after whoever told us has heard it. Nobody has told them yet."
    if worry.takes_effect_at <= record.now:
        return "It has taken effect."
    return f"It takes effect {clock_words(worry.takes_effect_at, record.now, worry.by.clock).words}, unless whoever told us disagrees."
