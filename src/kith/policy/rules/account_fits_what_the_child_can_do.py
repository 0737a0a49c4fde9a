"""An account that needs more than the child was seen able to do is looked at, by asking what the child can do."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.chronology import Injury
from kith.policy.findings import Alert
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, who_answers_for
from kith.policy.readings.accounts import Misfit, counts_from, what_does_not_fit
from kith.policy.readings.marks_in_words import STAGES_IN_WORDS, day_of, the_mark
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Role, Severity

NAME = "account_fits_what_the_child_can_do"


def _what_is_missing(picture: ChildPicture) -> str | None:
    return None if picture.accounts else "an account of a mark, with how it is said to have happened"


@rule(
    reads=ChildPicture,
    learning=(6,),
    why="Children learn fast. Whoever sees the child daily knows best what the child can do, and is asked before anybody wonders.",
    source="Case Study Luke, Summary of Learning, point 6; NICE guideline CG89. Which stage a fall needs is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("development",),
)
def account_fits_what_the_child_can_do(picture: ChildPicture) -> Iterator[Alert]:
    """Ask what the child can do when an account of an injury needs more than anybody had seen."""
    for injury in picture.injuries.backwards():
        misfit = what_does_not_fit(picture, injury)
        if misfit is None:
            continue
        if misfit.seen is None and picture.is_older_than(years=5):
            continue
        news = (max(one.at, injury.at) for one in misfit.accounts)
        yield Alert(
            about=injury.entry,
            severity=Severity.CONSIDER,
            sentence=_sentence(picture, injury, misfit),
            do_next=f"ask whoever sees {picture.child.called} daily, or the health visitor, what {picture.child.called} "
            "could do that day, and record what they saw and since when.",
            evidence=(
                injury.entry,
                *entries_of(misfit.accounts),
                *entries_of((misfit.seen,) if misfit.seen else ()),
            ),
            owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
            due_at=picture.numbers.due(standards.LOOK_ANSWERED, counts_from(picture, NAME, injury.entry, news)),
            clock=Clock.WORKING,
        )


def _sentence(picture: ChildPicture, injury: Injury, misfit: Misfit) -> str:
    said = f"The account of {the_mark(injury)} needs {STAGES_IN_WORDS[misfit.needed]}"
    if misfit.seen is None:
        return f"{said}, and nobody had recorded what {picture.child.called} could do."
    return f"{said}; {STAGES_IN_WORDS[misfit.seen.stage]} was last recorded on {day_of(misfit.seen.happened.start)}."
