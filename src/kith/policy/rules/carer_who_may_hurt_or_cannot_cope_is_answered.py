"""A carer who says that they may hurt a child, or cannot go on, is heard within a day; so is one who finds love hard."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.chronology import CarerStatement
from kith.policy.findings import Alert
from kith.policy.picture import ChildPicture
from kith.policy.readings import who_answers_for
from kith.policy.readings.telling import as_sentence, day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import CarerSays, Clock, Role, Severity

_SERIOUS = (CarerSays.MAY_HURT, CarerSays.CANNOT_COPE)
_IN_WORDS = {
    CarerSays.MAY_HURT: "they may hurt {child}",
    CarerSays.CANNOT_COPE: "they cannot cope with caring for {child}",
    CarerSays.DISLIKES_CHILD: "they do not like {child}",
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not _said(picture):
        return "a carer's words in the last year that they may hurt the child, cannot cope, or do not like the child"
    return None


@rule(
    reads=ChildPicture,
    learning=(6, 8),
    why="To say that you cannot cope is to ask for help. It is answered quickly, so that parent and child both get it.",
    source="Case Study Luke, Summary of Learning, points 6 and 8. Which words are serious, and the limits, are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("strategy_discussion",),
)
def carer_who_may_hurt_or_cannot_cope_is_answered(picture: ChildPicture) -> Iterator[Alert]:
    """Answer within a day a carer who says that they may hurt the child or cannot cope."""
    for words in _said(picture):
        serious = words.says in _SERIOUS
        standard = standards.CARERS_WORDS_ANSWERED if serious else standards.LOOK_ANSWERED
        yield Alert(
            about=words.entry,
            severity=Severity.SUSPECT if serious else Severity.CONSIDER,
            sentence=_sentence(picture, words),
            do_next="ring whoever heard it, find out who is with the child now and what would help the carer, "
            "and record what you think; in danger, 999.",
            evidence=(words.entry,),
            owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
            due_at=picture.numbers.due(standard, words.at),
            clock=Clock.ELAPSED if serious else Clock.WORKING,
        )


def _said(picture: ChildPicture) -> tuple[CarerStatement, ...]:
    said = picture.of(CarerStatement).within(picture.numbers.span(standards.OPEN_CONCERN_WINDOW))
    return tuple(one for one in said if one.says in _IN_WORDS)


def _sentence(picture: ChildPicture, words: CarerStatement) -> str:
    teller = picture.person(words.teller).called if words.teller else "somebody who cares for the child"
    what = _IN_WORDS[words.says].format(child=picture.child.called)
    return as_sentence(f"{teller} said on {day_in_words(words.happened.end)} that {what}.")
