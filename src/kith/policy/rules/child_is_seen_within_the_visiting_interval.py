"""A child with a social worker is seen before the visiting interval runs out, and never goes unseen in silence."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import takewhile
from uuid import UUID

from kith.policy import calendar, standards
from kith.policy.facts import Fact
from kith.policy.facts.family import Involvement
from kith.policy.findings import Obligation, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, open_involvements, unbroken_since
from kith.policy.rulebook import rule
from kith.policy.standards import Standard
from kith.vocabulary import AgencyType, Answered, Clock, Role, Service, VisitOutcome

_INTERVALS: dict[Service, Standard] = {
    Service.CHILD_PROTECTION_PLAN: standards.CHILD_PROTECTION_PLAN_SEEN,
    Service.CHILD_IN_NEED: standards.CHILD_IN_NEED_SEEN,
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    open_now = open_involvements(picture, *_INTERVALS)
    return None if open_now else "a child in need or child protection plan, with the day it began"


@rule(
    reads=ChildPicture,
    learning=(8,),
    why="A picture of a child's life is built by seeing the child. Time passing without a visit says so by itself.",
    source="Case Study Luke, Summary of Learning, point 8. The intervals are local numbers; see the standards they name.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("visit",),
)
def child_is_seen_within_the_visiting_interval(picture: ChildPicture) -> Iterator[Obligation]:
    """See a child who is in need or has a child protection plan before the visiting interval runs out."""
    open_now = open_involvements(picture, *_INTERVALS)
    if not open_now:
        return
    due_at, involvement = min(((_due(picture, one), one) for one in open_now), key=lambda found: found[0])
    if not picture.has_passed(_warning_before(picture, due_at)):
        return
    first = unbroken_since(picture, involvement, *_INTERVALS)
    seen = _last_seen(picture, first)
    since = seen or first
    yield Obligation(
        about=first.entry,
        sentence=_sentence(picture, first, seen),
        do_next="see the child; at nursery or school if home fails. Cannot? Tell your manager today.",
        evidence=(since.entry, *_tried_since(picture, since.happened.start)),
        owed_by=OwedBy(Role.SOCIAL_WORKER, involvement.with_agency),
        due_at=due_at,
        clock=Clock.WORKING,
    )


def _due(picture: ChildPicture, involvement: Involvement) -> datetime:
    first = unbroken_since(picture, involvement, *_INTERVALS)
    since = _last_seen(picture, first) or first
    return picture.numbers.due(_INTERVALS[involvement.service], since.happened.start)


def _last_seen(picture: ChildPicture, involvement: Involvement) -> Fact | None:
    for visit in picture.visits.backwards():
        if visit.happened.end <= involvement.happened.start:
            return None
        seen = visit.outcome == VisitOutcome.MADE and visit.seen == Answered.YES
        if seen and picture.agency_is(visit.agency, AgencyType.SOCIAL_CARE):
            return visit
    return None


def _tried_since(picture: ChildPicture, since: datetime) -> tuple[UUID, ...]:
    tried = takewhile(lambda visit: visit.happened.end > since, picture.visits.backwards())
    return entries_of(tuple(tried)[::-1])


def _warning_before(picture: ChildPicture, due_at: datetime) -> datetime:
    day = calendar.london_day(due_at)
    for _ in range(picture.numbers[standards.VISIT_WARNING]):
        day = calendar.working_day_before(day)
    return calendar.start_of_day(day)


def _sentence(picture: ChildPicture, involvement: Involvement, seen: Fact | None) -> str:
    agency = picture.agency(involvement.with_agency).name
    if seen is None:
        return (
            f"No social worker has seen {picture.child.called} since the work of {agency} began on {_day(involvement)}."
        )
    return f"No social worker has seen {picture.child.called} since {_day(seen)}."


def _day(fact: Fact) -> str:
    day = calendar.london_day(fact.happened.start)
    return f"{day.day} {day:%B %Y}"
