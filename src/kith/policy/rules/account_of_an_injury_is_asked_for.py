"""How a mark came about is asked for and written down, within a day of the mark."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.chronology import Injury
from kith.policy.findings import Obligation
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, is_explained
from kith.policy.readings.accounts import heard_in_time, one_event_each, who_asks
from kith.policy.readings.marks_in_words import capital, the_mark, when_seen
from kith.policy.rulebook import rule


def _what_is_missing(picture: ChildPicture) -> str | None:
    return None if picture.injuries else "a mark or an injury that somebody saw"


@rule(
    reads=ChildPicture,
    learning=(6,),
    why="What happened can only be thought about once somebody has asked. Not having asked is our gap, never a sign about a family.",
    source="Case Study Luke, Summary of Learning, point 6; NICE guideline CG89. How soon it is asked is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("account",),
)
def account_of_an_injury_is_asked_for(picture: ChildPicture) -> Iterator[Obligation]:
    """Ask how an injury happened, and write down what was said, within a day of its being recorded."""
    unasked = [injury for injury in picture.injuries.backwards() if _nobody_has_asked(picture, injury)]
    for event in one_event_each(reversed(unasked)):
        first = event[0]
        due_at, clock = heard_in_time(picture, event, standards.DUTY_ANSWERED, standards.ACCOUNT_ASKED_FOR)
        yield Obligation(
            about=first.entry,
            sentence=_sentence(picture, event),
            do_next=f"ask who was with {picture.child.called} and what happened; write down their words, or that they "
            "were asked and gave no account. If an enquiry has begun, agree first who asks.",
            evidence=entries_of(event),
            owed_by=who_asks(picture, first),
            due_at=due_at,
            clock=clock,
        )


def _nobody_has_asked(picture: ChildPicture, injury: Injury) -> bool:
    return not picture.accounts.belonging_to(injury.entry) and not is_explained(picture, injury)


def _sentence(picture: ChildPicture, event: tuple[Injury, ...]) -> str:
    who, first = picture.child.called, event[0]
    mark = the_mark(first) if len(event) == 1 else f"{len(event)} marks"
    return capital(f"nobody has recorded how {who} got {mark}, {when_seen(picture, first)}.")
