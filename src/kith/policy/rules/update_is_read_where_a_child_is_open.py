"""What the staff of a place must read is read, where a child is open."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from kith.policy import calendar
from kith.policy.facts.learned import PracticeUpdate, UpdateRead
from kith.policy.findings import Obligation
from kith.policy.picture import SettingPicture
from kith.policy.readings.staff import answers_for_setting, what_is_missing_of_training
from kith.policy.rulebook import rule
from kith.vocabulary import Clock


@rule(
    reads=SettingPicture,
    learning=(1, 12),
    why="What one review found out should reach the people who are with children now.",
    source=(
        "Case Study Luke, Summary of Learning, points 1 and 12: professionals are guided to read. "
        "By when is told by whoever asks it; that the place owes it is ours; to be checked."
    ),
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=what_is_missing_of_training,
    met_by=("update_read", "works_at"),
)
def update_is_read_where_a_child_is_open(picture: SettingPicture) -> Iterator[Obligation]:
    """Read each practice update by its day, everybody who is asked to and works where a child is open."""
    if not picture.has_children_open:
        return
    for update, readers in _unread(picture).values():
        people = "1 person" if readers == 1 else f"{readers} people"
        yield Obligation(
            about=update.entry,
            sentence=f"An update is unread by {people} at {picture.setting.name}, where a child is open.",
            do_next=f"read “{update.title}”, and say so here.",
            evidence=(update.entry,),
            owed_by=answers_for_setting(picture),
            due_at=calendar.end_of_day(update.read_by),
            clock=Clock.ELAPSED,
        )


def _unread(picture: SettingPicture) -> dict[UUID, tuple[PracticeUpdate, int]]:
    """The updates that somebody who works there has not read, and how many have not."""
    found: dict[UUID, tuple[PracticeUpdate, int]] = {}
    for who in picture.staff:
        read = picture.of_person(who, UpdateRead)
        for update in picture.of_person(who, PracticeUpdate).backwards():
            if not read.belonging_to(update.entry):
                found[update.entry] = (update, found.get(update.entry, (update, 0))[1] + 1)
    return found
