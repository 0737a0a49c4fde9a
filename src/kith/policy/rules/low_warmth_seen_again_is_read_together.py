"""What several people, or several days, saw between a child and a carer is read together before anybody is hurt."""

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
    number_of_practitioners,
    observed_within,
    on_separate_days,
)
from kith.policy.readings.telling import as_sentence, day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Role, Sense, Severity, Theme

#: By so many people, or on so many days (ours, from the domain reference; to be checked by a practitioner).
_PEOPLE, _DAYS = 2, 3


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not _is_seen_again(_worries(picture)):
        return "worries about how the child and a carer are together, from two people or on three days in 60"
    return None


@rule(
    reads=ChildPicture,
    learning=(6, 8),
    why="Anybody can have a hard day. When little warmth is seen again, we watch the two together and ask what might help.",
    source="Case Study Luke, Summary of Learning, points 6 and 8. How many people, days and the window are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
)
def low_warmth_seen_again_is_read_together(picture: ChildPicture) -> Iterator[Alert]:
    """Read together what two people, or three days, saw of little warmth between a child and a carer."""
    worries = _worries(picture)
    if not _is_seen_again(worries):
        return
    counts_from = first_news_since_answered(
        picture, low_warmth_seen_again_is_read_together.__name__, enough_since(worries, _is_seen_again)
    )
    yield Alert(
        about=picture.id,
        severity=Severity.CONSIDER,
        sentence=_sentence(picture, worries),
        do_next="read their words, watch the two together, ask what might help, and record what you think.",
        evidence=entries_of(worries),
        owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
        due_at=picture.numbers.due(standards.LOOK_ANSWERED, counts_from),
        clock=Clock.WORKING,
    )


def _worries(picture: ChildPicture) -> tuple[Observation, ...]:
    span = picture.numbers.span(standards.LOW_WARMTH_AGAIN_WINDOW)
    return observed_within(picture, span, Sense.WORRY, Theme.INTERACTION)


def _is_seen_again(worries: tuple[Observation, ...]) -> bool:
    return number_of_practitioners(worries) >= _PEOPLE or len(on_separate_days(worries)) >= _DAYS


def _sentence(picture: ChildPicture, worries: tuple[Observation, ...]) -> str:
    people, days = number_of_practitioners(worries), len(on_separate_days(worries))
    by = f"{people} people have" if people > 1 else "one person has"
    on = f"on {days} days since" if days > 1 else "on"
    first = day_in_words(worries[0].happened.end)
    return as_sentence(
        f"{by} recorded a worry about how {picture.child.called} and a carer are together, {on} {first}."
    )
