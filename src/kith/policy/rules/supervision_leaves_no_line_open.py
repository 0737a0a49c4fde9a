"""A question that supervision left open is answered with the worker, and not carried from month to month."""

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from kith.policy import calendar, standards
from kith.policy.facts.casework import Supervision
from kith.policy.facts.family import Involvement
from kith.policy.findings import Obligation
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, who_answers_for
from kith.policy.readings.lives import work_began
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Role, SupervisionLine

_IN_WORDS = {
    SupervisionLine.WHO_ARE_THE_ADULTS: "who the adults are",
    SupervisionLine.A_DAY_FOR_THE_CHILD: "what a day is like",
    SupervisionLine.WHAT_ELSE_COULD_EXPLAIN_IT: "what else could explain it",
    SupervisionLine.NEW_INJURIES_AND_ACCOUNTS: "new injuries and their accounts",
    SupervisionLine.WHAT_OTHERS_THINK_NOW: "what others think now",
    SupervisionLine.HISTORY_READ: "what the history says",
    SupervisionLine.RIGHT_THRESHOLD: "whether this is the right help",
    SupervisionLine.WHOSE_VIEW_WE_RELY_ON: "whose view we rely on",
    SupervisionLine.ACTIONS_OUTSTANDING: "which actions are outstanding",
    SupervisionLine.HOW_THE_WORKER_IS: "how the worker is",
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not work_began(picture):
        return "a service of social care that is open to the child"
    return "supervision on record that left a line open"


@rule(
    reads=ChildPicture,
    learning=(9, 10, 13),
    why="A question nobody could answer about a child is one to find out, and “no change, because” is an answer.",
    source="Case Study Luke, Summary of Learning, points 9, 10 and 13. That it is owed, and by when, is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("supervision",),
)
def supervision_leaves_no_line_open(picture: ChildPicture) -> Iterator[Obligation]:
    """Answer with the worker each question that the last supervision about the child left open."""
    began = work_began(picture)
    if not began:
        return
    open_since = _supervisions_that_left_it_open(picture, began)
    if not open_since:
        return
    last, first = open_since[0], open_since[-1]
    yield Obligation(
        about=picture.id,
        sentence=_sentence(picture, last),
        do_next="answer them with the worker, in words about the child, and record it as supervision.",
        evidence=entries_of(tuple(reversed(open_since))),
        owed_by=who_answers_for(picture, Role.SOCIAL_CARE_MANAGER),
        due_at=picture.numbers.due(standards.OTHER_WORK_RECORDED, first.at),
        clock=Clock.WORKING,
    )


def _supervisions_that_left_it_open(picture: ChildPicture, first: Involvement) -> tuple[Supervision, ...]:
    """The last about this work, and those before it while one line or more stayed open from each to the next."""
    found: list[Supervision] = []
    still: frozenset[SupervisionLine] = frozenset(SupervisionLine)
    held = takewhile(lambda one: one.happened.end > first.happened.start, picture.of(Supervision).backwards())
    for one in (one for one in held if one.role in DECIDERS):
        still &= frozenset(one.open_lines)
        if not still:
            break
        found.append(one)
    return tuple(found)


def _sentence(picture: ChildPicture, last: Supervision) -> str:
    day, lines = calendar.london_day(last.happened.end), tuple(dict.fromkeys(last.open_lines))
    words = [_IN_WORDS[line] for line in lines[:2]] + ([f"{len(lines) - 2} more"] if len(lines) > 2 else [])
    named = " and ".join(one for one in (", ".join(words[:-1]), words[-1]) if one)
    count = "1 line" if len(lines) == 1 else f"{len(lines)} lines"
    return f"Supervision about {picture.child.called} on {day.day} {day:%B %Y} left {count} open: {named}."
