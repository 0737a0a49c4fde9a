"""A mark that nobody would account for, though they were asked, is looked at."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.findings import Alert
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, is_explained, who_answers_for
from kith.policy.readings.accounts import counts_from, nobody_would_account
from kith.policy.readings.marks_in_words import the_mark, when_seen
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Role, Severity

NAME = "injury_nobody_would_account_for_is_looked_at"


def _what_is_missing(picture: ChildPicture) -> str | None:
    return None if picture.accounts else "that somebody was asked how a mark came about, and what they said"


@rule(
    reads=ChildPicture,
    learning=(6,),
    why="Some marks nobody saw happen. When everybody who was asked could not say, somebody thinks about the mark again.",
    source="Case Study Luke, Summary of Learning, point 6; NICE guideline CG89. How soon is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("account", "strategy_discussion"),
)
def injury_nobody_would_account_for_is_looked_at(picture: ChildPicture) -> Iterator[Alert]:
    """Look at an injury of which everybody who was asked gave no account."""
    for injury in picture.injuries.backwards():
        accounts = picture.accounts.belonging_to(injury.entry)
        if not nobody_would_account(accounts) or is_explained(picture, injury):
            continue
        news = (max(one.at, injury.at) for one in accounts)
        yield Alert(
            about=injury.entry,
            severity=Severity.CONSIDER,
            sentence=f"Nobody who was asked has said how {picture.child.called} got {the_mark(injury)}, "
            f"{when_seen(picture, injury)}.",
            do_next="read who was asked and in what words, ask whoever else was there, and record what you think and why.",
            evidence=(injury.entry, *entries_of(accounts)),
            owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
            due_at=picture.numbers.due(standards.LOOK_ANSWERED, counts_from(picture, NAME, injury.entry, news)),
            clock=Clock.WORKING,
        )
