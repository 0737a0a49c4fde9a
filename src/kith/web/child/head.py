"""What stands at the head of every page of a child's record."""

from dataclasses import dataclass
from uuid import UUID

from kith.journey.reading import Record
from kith.policy.calendar import london_day
from kith.web.child.people import banners
from kith.web.shown import ShownBanner, ShownKnownOn, ShownPlace
from kith.web.telling import child_url
from kith.web.words import age_of, first_name, full_day_words

SUBPAGES = (
    ("Overview", ""),
    ("Chronology", "chronology/"),
    ("Injuries", "injuries/"),
    ("Family and key adults", "adults/"),
    ("Decisions and actions", "decisions/"),
    ("Who has been told", "told/"),
)


@dataclass(frozen=True)
class Head:
    """The child's name and age, the pages of the record, whom not to reach or tell, and the day it is known on."""

    reference: str
    name: str
    called: str
    age_words: str
    url: str
    subpages: tuple[ShownPlace, ...]
    banners: tuple[ShownBanner, ...]
    known_on: ShownKnownOn


def head_of(record: Record, current: str) -> Head:
    """The head of a page; `current` is its place among the record's pages."""
    child = record.picture.child
    return Head(
        reference=reference(child.id),
        name=child.called,
        called=first_name(child),
        age_words=age_of(child, london_day(record.picture.at)),
        url=child_url(child.id),
        subpages=subpages(record, current),
        banners=banners(record),
        known_on=known_on(record, current),
    )


def subpages(record: Record, current: str) -> tuple[ShownPlace, ...]:
    """The pages of a child's record, all as known on the day that is being looked at."""
    url = child_url(record.picture.id)
    day = f"?known_on={record.known_on}" if record.known_on else ""
    return tuple(ShownPlace(words, f"{url}{path}{day}", current=path == current) for words, path in SUBPAGES)


def known_on(record: Record, current: str = "") -> ShownKnownOn:
    """The day whose knowledge a page shows."""
    chosen = record.known_on
    return ShownKnownOn(
        today_url=f"{child_url(record.picture.id)}{current}",
        today=london_day(record.now),
        chosen=chosen,
        chosen_words=full_day_words(chosen) if chosen else "",
    )


def reference(child: UUID) -> str:
    """What stands in the browser's tab instead of the name: the last letters of the id, which say nothing."""
    return child.hex[-6:].upper()
