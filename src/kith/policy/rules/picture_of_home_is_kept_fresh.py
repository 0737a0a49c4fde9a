"""What home is like, and where a child sleeps, is known from somebody who saw it lately."""

from collections.abc import Iterator
from datetime import date, datetime

from kith.policy import standards
from kith.policy.facts import Fact
from kith.policy.findings import Alert
from kith.policy.picture import ChildPicture
from kith.policy.readings import unexplained_injuries, who_answers_for
from kith.policy.readings.lives import last_seen_at_home, work_began
from kith.policy.readings.telling import day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Role, Severity


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not work_began(picture):
        return "social care's work with the child, with the day it began"
    return None


@rule(
    reads=ChildPicture,
    learning=(8,),
    why="A picture of a child's life needs somebody who has lately seen where the child lives and sleeps.",
    source="Case Study Luke, Summary of Learning, point 8. The limits are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("observation", "visit"),
)
def picture_of_home_is_kept_fresh(picture: ChildPicture) -> Iterator[Alert]:
    """Keep the picture of a child's home and sleeping place fresh while social care works with the child."""
    began = work_began(picture)
    if began is None:
        return
    home = last_seen_at_home(picture, began)
    since = home or began
    limit = _limit(picture, since)
    if limit is None:
        return
    yield Alert(
        about=began.entry,
        severity=Severity.CONSIDER,
        sentence=_sentence(picture, since, home),
        do_next="ask the nursery and the health visitor what they know; look at your next visit, and record it as at home.",
        evidence=(since.entry,),
        owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
        due_at=picture.numbers.due(standards.LOOK_ANSWERED, limit),
        clock=Clock.WORKING,
    )


def _limit(picture: ChildPicture, since: Fact) -> datetime | None:
    """The limit that has passed, or None when none has."""
    sooner = picture.numbers.due(standards.HOME_PICTURE_FRESH_WHEN_YOUNG_OR_HURT, since.happened.end)
    later = picture.numbers.due(standards.HOME_PICTURE_FRESH, since.happened.end)
    if picture.has_passed(sooner):
        if not picture.is_older_than(years=2):
            return sooner
        hurt = unexplained_injuries(picture, picture.numbers.span(standards.REPEATED_INJURIES_WINDOW))
        if hurt:  # nobody is late for what only an injury made due
            return min(later, max(sooner, hurt[0].at))
    return later if picture.has_passed(later) else None


def _sentence(picture: ChildPicture, since: Fact, home: Fact | None) -> str:
    what = f"Nobody has recorded what home or the place where {picture.child.called} sleeps is like since"
    if home is None:
        return f"{what} the work began on {day_in_words(since.happened.end)}."
    return f"{what} {day_in_words(since.happened.end)}."
