"""Small worries about how a child is fed, kept and watched over are read together, with what goes well beside them."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.chronology import Observation
from kith.policy.findings import Alert
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, who_answers_for
from kith.policy.readings.lives import (
    enough_since,
    first_news_since_answered,
    known_agencies,
    listed,
    observed_within,
    on_separate_days,
)
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Role, Sense, Severity, Theme

#: On so many days apart from two agencies, or so many from one (ours; to be checked by a practitioner).
_FROM_TWO, _FROM_ONE = 3, 5
_IN_WORDS = {
    Theme.HUNGER: "food",
    Theme.GROWTH: "growth",
    Theme.HYGIENE: "cleanliness",
    Theme.HOME: "home",
    Theme.SLEEP: "sleep",
    Theme.SUPERVISION: "supervision",
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not _adds_up(picture, _observed(picture, Sense.WORRY)):
        return "worries about care on three days in 90 from two agencies, or on five days from one"
    return None


@rule(
    reads=ChildPicture,
    learning=(8,),
    why="A single hungry morning says little. What several people see on several days is looked at as one story.",
    source="Case Study Luke, Summary of Learning, point 8. How many, from how many agencies and the window are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
)
def hunger_growth_and_care_adding_up(picture: ChildPicture) -> Iterator[Alert]:
    """Look into worries about food, growth, cleanliness, home, sleep and supervision that add up."""
    worries = _observed(picture, Sense.WORRY)
    if not _adds_up(picture, worries):
        return
    news = enough_since(worries, lambda told: _adds_up(picture, told))
    counts_from = first_news_since_answered(picture, hunger_growth_and_care_adding_up.__name__, news)
    yield Alert(
        about=picture.id,
        severity=Severity.CONSIDER,
        sentence=_sentence(picture, worries),
        do_next="read them as one story with what goes well, ask the family what would help, and record what you think.",
        evidence=entries_of(worries),
        owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
        due_at=picture.numbers.due(standards.LOOK_ANSWERED, counts_from),
        clock=Clock.WORKING,
    )


def _observed(picture: ChildPicture, sense: Sense) -> tuple[Observation, ...]:
    return observed_within(picture, picture.numbers.span(standards.CARE_WORRIES_WINDOW), sense, *_IN_WORDS)


def _adds_up(picture: ChildPicture, worries: tuple[Observation, ...]) -> bool:
    days = len(on_separate_days(worries))
    return days >= _FROM_ONE or (days >= _FROM_TWO and len(known_agencies(picture, worries)) > 1)


def _sentence(picture: ChildPicture, worries: tuple[Observation, ...]) -> str:
    themes = listed(words for theme, words in _IN_WORDS.items() if theme in {one.theme for one in worries})
    agencies = len(known_agencies(picture, worries))
    by = f" from {agencies} agencies" if agencies > 1 else ""
    well = len(_observed(picture, Sense.GOING_WELL))
    beside = f"; {well} {'say' if well > 1 else 'says'} care goes well" if well else ""
    days = picture.numbers[standards.CARE_WORRIES_WINDOW]
    return f"In {days} days, {len(worries)} entries{by} worry about {picture.child.called}'s {themes}{beside}."
