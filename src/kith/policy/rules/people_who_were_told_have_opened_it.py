"""What was written to an agency about a child is opened there, or somebody rings."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from kith.policy import standards
from kith.policy.facts.informed import Told
from kith.policy.findings import Obligation, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of
from kith.policy.readings.telling import day_in_words, named, not_heard
from kith.policy.rulebook import rule
from kith.vocabulary import Clock

#: A limit ends with the last second of a day; that nobody opened it is the news of the next.
_NEXT_DAY_BEGINS = timedelta(seconds=1)


def _what_is_missing(picture: ChildPicture) -> str | None:
    return None if picture.of(Told) else "something that was written to an agency about the child"


@rule(
    reads=ChildPicture,
    learning=(4,),
    why="What was sent is not yet known. If nobody has opened it, a person rings.",
    source="Case Study Luke, Summary of Learning, point 4. The two working days, and the call, are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("answer", "told"),
)
def people_who_were_told_have_opened_it(picture: ChildPicture) -> Iterator[Obligation]:
    """Ring whoever was written to about a child and has not opened it in two working days."""
    for of, tellings in not_heard(picture).items():
        late = sorted(
            (told for told in tellings if picture.has_passed(_opened_by(picture, told))),
            key=lambda told: (told.at, told.entry),
        )
        if late:
            yield _obligation(picture, of, tuple(late))


def _opened_by(picture: ChildPicture, told: Told) -> datetime:
    return picture.numbers.due(standards.TOLD_OPENED, told.at)


def _obligation(picture: ChildPicture, of: UUID, late: tuple[Told, ...]) -> Obligation:
    first = late[0]
    agencies = named(picture, (told.told_agency for told in late))
    return Obligation(
        about=of,
        sentence=f"Nobody has recorded that {agencies} opened what we sent about {picture.child.called} "
        f"on {day_in_words(first.happened.start)}.",
        do_next="ring them, ask for whoever is on duty, and record whom you told.",
        evidence=entries_of(late),
        owed_by=OwedBy(first.role, first.agency),
        due_at=picture.numbers.due(standards.DUTY_ANSWERED, _opened_by(picture, first) + _NEXT_DAY_BEGINS),
        clock=Clock.WORKING,
    )
