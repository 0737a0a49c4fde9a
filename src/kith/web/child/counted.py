"""How many injuries the concerns of a child count, and why that is not how many marks are on record."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from kith.policy import standards
from kith.policy.facts.chronology import Injury
from kith.policy.picture import ChildPicture
from kith.policy.readings import is_explained, same_event, separate_events, unexplained_injuries


def counted_words(picture: ChildPicture, marks: Sequence[Injury], numbers: Mapping[UUID, int]) -> str:
    """What concerns count of these marks, and which they leave out or take together; "" when they count every one.

    `numbers` are those of the register.
    """
    days = picture.numbers.span(standards.REPEATED_INJURIES_WINDOW)
    recent = unexplained_injuries(picture, days)
    events = separate_events(recent)
    if len(events) == len(marks):
        return ""
    explained = [one for one in marks if is_explained(picture, one)]
    earlier = [one for one in marks if one not in explained and one not in recent]
    why = [_said(explained, numbers, "is explained", "are explained")]
    together = [[one for one in recent if one == event or same_event(one, event)] for event in events]
    why += [_said(found, numbers, "", "were seen together: one injury") for found in together if len(found) > 1]
    why.append(_said(earlier, numbers, "was", "were") + f" seen more than {days.days} days ago" if earlier else "")
    counted = {0: "none of them", 1: "1 injury"}.get(len(events), f"{len(events)} injuries")
    return f"Concerns count {counted}: {'; '.join(one for one in why if one)}."


def _said(marks: Sequence[Injury], numbers: Mapping[UUID, int], one: str, more: str) -> str:
    """ "mark 1 is explained", "marks 2 and 3 are explained"; "" of no mark."""
    which = sorted(numbers[mark.entry] for mark in marks if mark.entry in numbers)
    if not which:
        return ""
    if len(which) == 1:
        return f"mark {which[0]} {one}"
    return f"marks {', '.join(str(number) for number in which[:-1])} and {which[-1]} {more}"
