"""Non-accidental injury is always considered when a child has repeated injuries; with one more fact, it is decided now."""

from collections.abc import Iterator
from datetime import date, timedelta

from kith.policy import calendar, standards
from kith.policy.facts.chronology import Injury
from kith.policy.findings import Alert
from kith.policy.picture import ChildPicture, age_in_words
from kith.policy.readings import (
    OneMoreFact,
    accounts_of,
    entries_of,
    lacks_only_what_the_child_can_do,
    looks_ordinary,
    seen_by,
    separate_events,
    unexplained_injuries,
    what_makes_repetition_serious,
    who_answers_for,
)
from kith.policy.rulebook import rule
from kith.vocabulary import Certainty, Clock, Role, Severity


def _what_is_missing(picture: ChildPicture) -> str | None:
    injuries = unexplained_injuries(picture, picture.numbers.span(standards.REPEATED_INJURIES_WINDOW))
    lacks = len(separate_events(injuries)) < 2
    return "two separate injuries in the last 90 days that nothing on record explains" if lacks else None


@rule(
    reads=ChildPicture,
    learning=(6,),
    why="Any mark can be an accident. Several marks must be thought about together, with how each is said to have happened.",
    source="Case Study Luke, Summary of Learning, point 6. The window, the further facts and the clocks are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("strategy_discussion",),
)
def repeated_injuries_raise_non_accidental_injury(picture: ChildPicture) -> Iterator[Alert]:
    """Think about non-accidental injury when a child under five has repeated injuries that nothing on record explains."""
    if picture.is_older_than(years=5):
        return
    injuries = unexplained_injuries(picture, picture.numbers.span(standards.REPEATED_INJURIES_WINDOW))
    events = separate_events(injuries)
    if len(events) < 2:
        return
    more = what_makes_repetition_serious(picture, injuries) if _repeated_though_asked(picture, injuries) else ()
    accounts = accounts_of(picture, injuries)
    latest_news = max(one.at for one in (*events, *accounts))
    standard = standards.REPEATED_INJURIES_DECIDED if more else standards.LOOK_ANSWERED
    yield Alert(
        about=picture.id,
        severity=Severity.SUSPECT if more else Severity.CONSIDER,
        sentence=_sentence(picture, events, more),
        do_next="read the entries and the accounts, ring the on-call paediatrician, and record whether you think "
        "these could have been caused by someone.",
        evidence=(
            *entries_of(injuries),
            *entries_of(accounts),
            *(entry for fact in more for entry in fact.entries),
        ),
        owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
        due_at=picture.numbers.due(standard, latest_news),
        clock=Clock.ELAPSED if more else Clock.WORKING,
    )


def _repeated_though_asked(picture: ChildPicture, injuries: tuple[Injury, ...]) -> bool:
    """Whether they are still several without the ordinary-looking marks of which only we have not asked enough yet."""
    asked = tuple(one for one in injuries if _was_or_should_have_been_asked(picture, one))
    return len(separate_events(asked)) > 1


def _was_or_should_have_been_asked(picture: ChildPicture, injury: Injury) -> bool:
    """How a mark came about is asked by the next working day, and over a long closing within four days (ours)."""
    if lacks_only_what_the_child_can_do(picture, injury):
        return False
    if not looks_ordinary(picture, injury) or picture.accounts.belonging_to(injury.entry):
        return True
    fourth_day = calendar.london_day(injury.at) + timedelta(days=4)
    asked_by = picture.numbers.due(standards.DUTY_ANSWERED, injury.at)
    return picture.has_passed(min(asked_by, calendar.end_of_day(fourth_day)))


def _sentence(picture: ChildPicture, events: tuple[Injury, ...], more: tuple[OneMoreFact, ...]) -> str:
    first, last = (calendar.london_day(one) for one in (events[0].happened.start, events[-1].happened.end))
    days = max(1, (last - first).days)
    span = "in 1 day" if days == 1 else f"in {days} days"
    if any(one.happened.certainty == Certainty.RANGE for one in events):
        span = f"between {first.day} {first:%B %Y} and {last.day} {last:%B %Y}"  # how far apart they lie, nobody knows
    age, agencies, called = age_in_words(picture.child, last), seen_by(picture, events), picture.child.called
    who = f"{called[:1].upper()}{called[1:]}{f' ({age})' if age else ''}"
    seen = f"has {len(events)} injuries on record {span}{f', seen by {agencies}' if agencies else ''}"
    words = more[0].words if more else ""  # who helps stands beside the age; what makes it worse, after the marks
    is_so, also = (f",{words[2:]},", "") if words.startswith("is ") else ("", f", and {words}" if words else "")
    return f"{who}{is_so} {seen}{also}."
