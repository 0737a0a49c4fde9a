"""What each agency has told that a strategy discussion reads: what bears on harm first, and of that the newest."""

from collections import defaultdict
from dataclasses import dataclass, replace
from uuid import UUID

from kith.journey.reading import Record
from kith.policy.facts import Fact
from kith.policy.facts.chronology import (
    Account,
    CarerStatement,
    Development,
    DomesticIncident,
    Injury,
    Medical,
    Observation,
)
from kith.policy.facts.front_door import Contact
from kith.replay.entry_in_words import EntryInWords, word_in_words
from kith.vocabulary import CarerSays, Sense, Theme
from kith.web.child.entries import mark_numbers
from kith.web.shown import ShownEntry
from kith.web.telling import child_url, newest_first, shown_entry

SHOWN_OF_EACH = 4
#: What is read as harm, in order: marks, what was said of them, what somebody worries about; then daily life.
_MARK, _SAID_OF_IT, _WORRY, _DAILY_LIFE = range(4)
_RANKS: dict[type[Fact], int] = {
    Injury: _MARK,
    Account: _SAID_OF_IT,
    Contact: _WORRY,
    DomesticIncident: _WORRY,
    Medical: _WORRY,
    CarerStatement: _WORRY,
    Observation: _WORRY,
    Development: _DAILY_LIFE,
}
_SENSE = {Sense.WORRY: "A worry", Sense.GOING_WELL: "Going well", Sense.NEITHER: "Noticed"}


@dataclass(frozen=True)
class Told:
    """What one agency told, what bears on harm first; how many more entries there are, and where all are."""

    agency: str
    entries: tuple[ShownEntry, ...]
    more: int
    url: str


def what_each_told(record: Record) -> tuple[Told, ...]:
    """By agency, those who know of harm before those who do not. What was corrected is left out."""
    corrected = {fact.corrects for fact in record.entries}
    by_agency: dict[UUID, list[Fact]] = defaultdict(list)
    for fact in sorted(record.entries, key=newest_first, reverse=True):
        if type(fact) in _RANKS and fact.entry not in corrected:
            by_agency[fact.agency].append(fact)
    for told in by_agency.values():
        told.sort(key=_rank)
    numbers = mark_numbers(record)
    names, url = record.names, f"{child_url(record.picture.id)}chronology/"
    in_order = sorted(by_agency.items(), key=lambda one: (_rank(one[1][0]), names.agency(one[0])))
    return tuple(
        Told(
            names.agency(agency),
            tuple(_shown(one, numbers, record) for one in facts[:SHOWN_OF_EACH]),
            max(0, len(facts) - SHOWN_OF_EACH),
            f"{url}?agency={agency}",
        )
        for agency, facts in in_order
    )


def _rank(fact: Fact) -> int:
    is_well = isinstance(fact, CarerStatement) and fact.says == CarerSays.COPING
    if isinstance(fact, Observation):
        is_well = fact.sense != Sense.WORRY and fact.theme != Theme.CHILDS_WORDS
    return _DAILY_LIFE if is_well else _RANKS[type(fact)]


def _shown(fact: Fact, numbers: dict[UUID, int], record: Record) -> ShownEntry:
    """An entry with which mark it is or is about, and whether it is a worry, said first."""
    shown = shown_entry(fact, record.names, record.now, number=numbers.get(fact.entry))
    if isinstance(fact, Injury) and shown.number:
        return replace(shown, what=f"Mark {shown.number}: {shown.what[:1].lower()}{shown.what[1:]}")
    if isinstance(fact, Account) and fact.injury in numbers:
        details = EntryInWords(person=record.names.person, agency=record.names.agency, place=record.names.place)
        return replace(shown, what=f"Of mark {numbers[fact.injury]}: {', '.join(details.details(fact))}")
    if isinstance(fact, Contact):
        about = word_in_words(fact.harm)
        return replace(shown, what=f"Told us of a worry{f' about {about}' if about else ''}")
    if isinstance(fact, Observation):
        whom = f", with {record.names.person(fact.with_person)}" if fact.with_person else ""
        return replace(shown, what=f"{_SENSE[fact.sense]}: {word_in_words(fact.theme)}{whom}")
    return shown
