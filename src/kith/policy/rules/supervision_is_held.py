"""The work with a child is talked through in supervision before the interval runs out."""

from collections.abc import Iterator
from datetime import date, datetime

from kith.policy import calendar, standards
from kith.policy.facts import Fact
from kith.policy.facts.casework import Supervision
from kith.policy.facts.family import Involvement
from kith.policy.findings import Obligation, OwedBy
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings import open_involvements, unbroken_since
from kith.policy.rulebook import rule
from kith.policy.standards import Standard
from kith.vocabulary import Role, Service

_INTERVALS: dict[Service, Standard] = {
    Service.CHILD_PROTECTION_PLAN: standards.CHILD_PROTECTION_PLAN_SUPERVISED,
    Service.CHILD_IN_NEED: standards.OTHER_SOCIAL_WORK_SUPERVISED,
    Service.LOOKED_AFTER: standards.OTHER_SOCIAL_WORK_SUPERVISED,
    Service.SOCIAL_CARE: standards.OTHER_SOCIAL_WORK_SUPERVISED,
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not open_involvements(picture, *_INTERVALS):
        return "a service of social care that is open to the child, with the day it began"
    return None


@rule(
    reads=ChildPicture,
    learning=(9, 13),
    why="Whoever works with a child talks the work through with somebody else, often enough to change their mind.",
    source="Case Study Luke, Summary of Learning, points 9 and 13. The intervals are local; see the standards they name.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("supervision",),
)
def supervision_is_held(picture: ChildPicture) -> Iterator[Obligation]:
    """Hold supervision about a child open to social care: monthly on a child protection plan, quarterly otherwise."""
    open_now = open_involvements(picture, *_INTERVALS)
    if not open_now:
        return
    due_at, _, involvement = min((_due(picture, one), one.entry, one) for one in open_now)
    if not picture.has_passed(_warning_before(picture, due_at)):
        return
    first = unbroken_since(picture, involvement, *_INTERVALS)
    held = _last_held(picture, first)
    yield Obligation(
        about=first.entry,
        sentence=_sentence(picture, first, held),
        do_next="talk the work through with the worker, and record it.",
        evidence=((held or first).entry,),
        owed_by=OwedBy(Role.SOCIAL_CARE_MANAGER, involvement.with_agency),
        due_at=due_at,
        clock=_INTERVALS[involvement.service].clock,
    )


def _due(picture: ChildPicture, involvement: Involvement) -> datetime:
    first = unbroken_since(picture, involvement, *_INTERVALS)
    since = _last_held(picture, first) or first
    return picture.numbers.due(_INTERVALS[involvement.service], since.happened.start)


def _last_held(picture: ChildPicture, first: Involvement) -> Fact | None:
    last = next((one for one in picture.of(Supervision).backwards() if one.role in DECIDERS), None)
    return last if last and last.happened.end > first.happened.start else None


def _warning_before(picture: ChildPicture, due_at: datetime) -> datetime:
    return calendar.start_of_day(calendar.london_day(picture.numbers.due(standards.VISIT_WARNING, due_at)))


def _sentence(picture: ChildPicture, first: Involvement, held: Fact | None) -> str:
    day = calendar.london_day((held or first).happened.start)
    since = "" if held else f"the work of {picture.agency(first.with_agency).name} began on "
    return f"No supervision about {picture.child.called} is on record since {since}{day.day} {day:%B %Y}."
