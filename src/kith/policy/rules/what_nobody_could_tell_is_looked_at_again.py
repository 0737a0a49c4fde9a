"""When somebody looked at a mark and could not tell, somebody who can is asked, or they look again by a day."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.casework import Decision, StrategyDiscussion
from kith.policy.facts.chronology import Consideration, Injury, Medical
from kith.policy.findings import Obligation
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings import is_explained, who_answers_for
from kith.policy.readings.telling import day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, CouldBeCaused, DecisionKind, MedicalStage, Role


def _what_is_missing(picture: ChildPicture) -> str | None:
    return "an answer of “cannot tell” about a mark, by somebody who decides"


@rule(
    reads=ChildPicture,
    learning=(6, 9),
    why="Not to know is an honest answer. It is where asking begins, and never where it ends.",
    source="Case Study Luke, Summary of Learning, points 6 and 9. That it is looked at again, and by when, are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 29),
    missing=_what_is_missing,
    met_by=("medical", "consideration", "strategy_discussion"),
)
def what_nobody_could_tell_is_looked_at_again(picture: ChildPicture) -> Iterator[Obligation]:
    """Look again, or ask a paediatrician, when somebody could not tell whether a mark was caused by someone."""
    unsure = _last_answer(picture)
    if unsure is None or unsure.could_be_caused != CouldBeCaused.CANNOT_TELL or _somebody_was_asked(picture, unsure):
        return
    marks = tuple(one for one in picture.injuries.backwards() if one.entry in unsure.evidence)
    if all(is_explained(picture, one) for one in marks) or _an_enquiry_is_in_hand(picture, marks):
        return
    yield Obligation(
        about=picture.id,
        sentence=_sentence(picture, unsure, marks),
        do_next="ask a paediatrician, or read it again with what was learned since and say whether somebody could have "
        "caused it. To wait longer is decided by name, with the reason.",
        evidence=(unsure.entry, *(one.entry for one in reversed(marks))),
        owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
        due_at=picture.numbers.due(standards.CANNOT_TELL_LOOKED_AT_AGAIN, unsure.at),
        clock=Clock.WORKING,
    )


def _last_answer(picture: ChildPicture) -> Consideration | None:
    """What was last thought of a mark by somebody who decides."""
    marks = {one.entry for one in picture.injuries.backwards()}
    given = (
        one for one in picture.considerations.backwards() if one.role in DECIDERS and not marks.isdisjoint(one.evidence)
    )
    return max(given, key=lambda one: (one.at, one.entry), default=None)


def _somebody_was_asked(picture: ChildPicture, since: Consideration) -> bool:
    examined = (one for one in picture.of(Medical).backwards() if one.stage != MedicalStage.NOT_NEEDED)
    asked = (*examined, *picture.of(StrategyDiscussion).backwards())
    return any(one.at >= since.at for one in asked)


def _an_enquiry_is_in_hand(picture: ChildPicture, marks: tuple[Injury, ...]) -> bool:
    """Reasonable cause was recorded with these marks known: the discussion that must follow is owed already."""
    known = max(one.at for one in marks)
    towards = (DecisionKind.REASONABLE_CAUSE, DecisionKind.START_SECTION_47)
    return any(one.what in towards and one.at >= known for one in picture.of(Decision).backwards())


def _sentence(picture: ChildPicture, unsure: Consideration, marks: tuple[Injury, ...]) -> str:
    what = "the mark on" if len(marks) == 1 else f"{len(marks)} marks on"
    return (
        f"On {day_in_words(unsure.at)} nobody could tell whether {what} {picture.child.called} could have been caused by "
        "someone."
    )
