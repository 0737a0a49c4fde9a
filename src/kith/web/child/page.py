"""A child's page, from the record: the one sentence, the one warning, who is there, and all that happened."""

from collections import Counter
from datetime import date
from uuid import UUID

from kith.duties.desk import OnDesk
from kith.journey.reading import Desk, Record
from kith.journey.respond import book
from kith.policy.calendar import london_day
from kith.policy.facts import Fact, Person
from kith.policy.facts.chronology import Injury, Retraction
from kith.policy.picture import ChildPicture
from kith.policy.readings import SOCIAL_CARE_SERVICES, open_involvements
from kith.replay.entry_in_words import word_in_words
from kith.vocabulary import Service
from kith.web.child.people import banners, household_panel, involved_panel
from kith.web.child.whom_to_ring import whom_to_ring_panel
from kith.web.shown import ChildPage, ChildrenPage, ShownBanner, ShownChild, ShownEntry, ShownKnownOn, ShownPlace
from kith.web.telling import child_url, duty_kind, duty_label, shown_duty, shown_entry, since_words, told
from kith.web.words import age_of, capital, day_words, full_day_words

SUBPAGES = (
    ("Overview", ""),
    ("Chronology", "chronology/"),
    ("Injuries", "injuries/"),
    ("Family and key adults", "adults/"),
    ("Decisions and actions", "decisions/"),
    ("Who has been told", "told/"),
)


def child_page(record: Record) -> ChildPage:
    """A record as its first page shows it."""
    picture, now = record.picture, record.picture.at
    child, day = picture.child, london_day(picture.at)
    duties = tuple(shown_duty(one, child, record.facts, record.names, now) for one in record.standing)
    serious = bool(duties) and duties[0].kind == "serious"
    return ChildPage(
        reference=reference(child.id),
        name=child.called,
        called=child.called.split(" ")[0],
        age_words=age_of(child, day),
        sentence=_sentence(picture, record),
        banners=(*_could_not_check(record), *banners(record)),
        warning=duties[0] if serious else None,
        todos=duties[1:] if serious else duties,
        involved=involved_panel(record) if record.known_on else whom_to_ring_panel(record),
        household=household_panel(record),
        known_on=_known_on(record),
        entries=_entries(record),
    )


def children_page(desk: Desk) -> ChildrenPage:
    """The children, those with the most urgent duty first, then by name."""
    most_urgent = {one.finding.subject.id: one for one in reversed(desk.mine)}
    place = {child: number for number, child in enumerate(dict.fromkeys(one.finding.subject.id for one in desk.mine))}
    today, open_for = london_day(desk.now), Counter(one.finding.subject.id for one in desk.mine)
    shown = []
    for id in sorted(desk.children, key=lambda one: (place.get(one, len(place)), desk.children[one].called)):
        child, first = desk.children[id], most_urgent.get(id)
        others = open_for[id] - 1
        more = f" And {others} more." if others > 0 else ""
        shown.append(
            ShownChild(
                name=child.called,
                age_words=age_of(child, today),
                url=child_url(id),
                line=_line(first, child, desk) + more if first else "",
                kind=duty_kind(first.finding, desk.now) if first else None,
                label=duty_label(first.finding, desk.now) if first else "",
            )
        )
    many = f"{len(shown)} children" if len(shown) != 1 else "1 child"
    return ChildrenPage(sentence=f"{many} whose record you may open.", children=tuple(shown))


def _line(first: OnDesk, child: Person, desk: Desk) -> str:
    return told(first.finding, child, kept_back=not set(first.finding.evidence) <= set(desk.facts))


def subpages(child: UUID, current: str) -> tuple[ShownPlace, ...]:
    """The pages of a child's record."""
    url = child_url(child)
    return tuple(ShownPlace(words, f"{url}{path}", current=path == current) for words, path in SUBPAGES)


def reference(child: UUID) -> str:
    """What stands in the browser's tab instead of the name: the last letters of the id, which say nothing."""
    return child.hex[-6:].upper()


def _sentence(picture: ChildPicture, record: Record) -> str:
    """Which services of social care and early help are open to the child, since when."""
    today = london_day(picture.at)
    latest = open_involvements(picture, *SOCIAL_CARE_SERVICES, Service.EARLY_HELP)
    if not latest:
        return "Nobody has entered that social care or early help is open to this child."
    said = [
        f"{capital(word_in_words(one.service))} with {record.names.agency(one.with_agency)} {since_words(one, today)}"
        for one in latest
    ]
    return "; ".join(said) + "."


def _could_not_check(record: Record) -> tuple[ShownBanner, ...]:
    """What a broken rule asks of people, in its own sentence. Why it broke is for whoever looks after Kith."""
    rules = [book().rule(one.rule) for one in record.could_not_check]
    return tuple(
        ShownBanner("could_not_check", "Kith could not check this now.", f"{rule.sentence} Check it yourself, below.")
        for rule in rules
        if rule
    )


def _known_on(record: Record) -> ShownKnownOn:
    chosen: date | None = record.known_on
    return ShownKnownOn(
        today_url=child_url(record.picture.id),
        today=london_day(record.now),
        chosen=chosen,
        chosen_words=full_day_words(chosen) if chosen else "",
    )


def _entries(record: Record) -> tuple[ShownEntry, ...]:
    """All entries about the child, newest first; what was taken off this child's page is not on it."""
    child = record.picture.id
    mine = [fact for fact in record.facts.values() if child in fact.about]
    taken_off = {fact.retracts for fact in mine if isinstance(fact, Retraction)}
    kept = sorted((fact for fact in mine if fact.entry not in taken_off), key=_newest_first)
    corrected = {fact.corrects: fact for fact in kept if fact.corrects}
    marks = [fact for fact in reversed(kept) if isinstance(fact, Injury) and fact.entry not in corrected]
    numbers = {fact.entry: number for number, fact in enumerate(marks, start=1)}
    today = london_day(record.picture.at)
    shown = []
    for fact in kept:
        by = corrected.get(fact.entry)
        words = (
            f"A later entry, made {day_words(london_day(by.at), today)}, takes its place; both are kept." if by else ""
        )
        entry = shown_entry(
            fact, record.names, record.picture.at, number=numbers.get(fact.entry), corrected_words=words
        )
        shown.append(entry)
    return tuple(shown)


def _newest_first(fact: Fact) -> tuple[float, float, str]:
    return (-fact.happened.end.timestamp(), -fact.at.timestamp(), str(fact.entry))
