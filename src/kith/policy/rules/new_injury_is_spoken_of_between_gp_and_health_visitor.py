"""The GP practice and the health visiting team speak, within a day, of a new mark that nothing explains."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.chronology import Injury
from kith.policy.facts.family import Involvement
from kith.policy.findings import Obligation, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of
from kith.policy.readings.telling import day_in_words, marks_not_spoken_of, named, practice_and_visitors
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Role


def _what_is_missing(picture: ChildPicture) -> str | None:
    if practice_and_visitors(picture) is None:
        return "the child's GP practice and health visiting team, by name"
    if not picture.injuries:
        return "a mark that somebody saw"
    return None


@rule(
    reads=ChildPicture,
    learning=(5, 6),
    why="A mark that only one of them knows of cannot be put together with what the other knows.",
    source="Case Study Luke, Summary of Learning, points 5 and 6. That it is one working day, and which marks, are ours; "
    "to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("liaison", "told"),
)
def new_injury_is_spoken_of_between_gp_and_health_visitor(picture: ChildPicture) -> Iterator[Obligation]:
    """Speak, GP practice with health visitor, of a new mark on a child under five that nothing on record explains."""
    both = practice_and_visitors(picture)
    marks = marks_not_spoken_of(picture, *both) if both else ()
    if not both or not marks:
        return
    practice, visitors = both
    first = min(marks, key=lambda mark: (mark.at, mark.entry))
    agencies = named(picture, (practice.with_agency, visitors.with_agency))
    yield Obligation(
        about=picture.id,
        sentence=f"Nobody has recorded that {agencies} spoke of {_marks(picture, marks)}.",
        do_next="ring the other, say what was seen and what was said of it, and record that you spoke.",
        evidence=entries_of(marks),
        owed_by=_owed_by(first, practice, visitors),
        due_at=picture.numbers.due(standards.INJURY_SPOKEN_OF, first.at),
        clock=Clock.WORKING,
    )


def _owed_by(first: Injury, practice: Involvement, visitors: Involvement) -> OwedBy:
    if first.agency == practice.with_agency:
        return OwedBy(Role.GP, practice.with_agency)
    return OwedBy(Role.HEALTH_VISITOR, visitors.with_agency)


def _marks(picture: ChildPicture, marks: tuple[Injury, ...]) -> str:
    who, day = picture.child.called, day_in_words(marks[0].happened.start)
    return f"the mark on {who} of {day}" if len(marks) == 1 else f"{len(marks)} marks on {who} since {day}"
