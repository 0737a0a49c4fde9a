"""After an injury that nothing explains, who every adult with care of the child is gets established within a day."""

from collections.abc import Iterator
from datetime import date, datetime

from kith.policy import standards
from kith.policy.facts.chronology import Injury
from kith.policy.facts.family import KeyAdult
from kith.policy.findings import Obligation
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, is_explained, looks_ordinary, separate_events, who_answers_for
from kith.policy.readings.accounts import adults_nobody_has_established, settled_by_who_decides
from kith.policy.readings.marks_in_words import day_of
from kith.policy.rulebook import rule
from kith.vocabulary import Answered, Clock, Role


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not adults_nobody_has_established(picture):
        return "an adult who cares for the child alone or stays overnight, and of whom nobody knows who it is"
    return None if picture.injuries else "a mark or an injury that somebody saw"


@rule(
    reads=ChildPicture,
    learning=(6, 10, 12),
    why="Who looks after a hurt child is asked of every adult alike, man or woman. Not knowing who somebody is tells nothing of them.",
    source="Case Study Luke, Summary of Learning, points 6, 10 and 12. The window and the 24 hours are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("adult_check", "key_adult", "naming"),
)
def injury_with_an_adult_nobody_has_established(picture: ChildPicture) -> Iterator[Obligation]:
    """Establish within a day who an adult with care of the child is, when the child has an injury nothing explains."""
    if not picture.injuries:
        return
    for adult in adults_nobody_has_established(picture):
        known_since = min(one.at for one in adult)
        injuries = _unexplained_since(picture, known_since - picture.numbers.span(standards.REPEATED_INJURIES_WINDOW))
        if not injuries:
            continue
        due_at, clock = min(_due(picture, one, known_since) for one in injuries)
        yield Obligation(
            about=adult[0].adult,
            sentence=_sentence(picture, adult, injuries),
            do_next="check first that it is safe to ask, and whom to ask alone; then record who this is, and what the "
            "police and health answer when you ask them.",
            evidence=(*entries_of(adult), *entries_of(injuries)),
            owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
            due_at=due_at,
            clock=clock,
        )


def _due(picture: ChildPicture, injury: Injury, known_since: datetime) -> tuple[datetime, Clock]:
    """A day after both are known; of a mark that looks as play leaves it, the next working day (ours)."""
    ordinary = looks_ordinary(picture, injury)
    standard = standards.DUTY_ANSWERED if ordinary else standards.ADULT_ESTABLISHED_AFTER_AN_INJURY
    return picture.numbers.due(standard, max(injury.at, known_since)), standard.clock


def _unexplained_since(picture: ChildPicture, moment: datetime) -> tuple[Injury, ...]:
    """Counted back from when the adult was told of, not from today: time alone ends nothing here."""
    found = []
    settled = settled_by_who_decides(picture)
    for injury in picture.injuries.backwards():
        if injury.happened.end <= moment:
            break
        if injury.entry not in settled and not is_explained(picture, injury):
            found.append(injury)
    return tuple(reversed(found))


def _sentence(picture: ChildPicture, adult: tuple[KeyAdult, ...], injuries: tuple[Injury, ...]) -> str:
    child, name = picture.child.called, picture.person(adult[0].adult).name
    alone = any(one.cares_alone == Answered.YES for one in adult)
    care = f"cares for {child} alone" if alone else f"stays overnight with {child}"
    who = f"{name} is, who {care}" if name else f"it is that {care}"
    events = separate_events(injuries)
    marks = f"{len(events)} injuries are" if len(events) > 1 else f"an injury of {day_of(events[0].happened.end)} is"
    return f"Nobody has established who {who}, and {marks} not explained."
