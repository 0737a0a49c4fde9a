"""A child whom a social worker visits is also seen alone, so that somebody hears the child without the adults."""

from collections.abc import Iterator
from datetime import date, datetime

from kith.policy import calendar, standards
from kith.policy.facts import Fact
from kith.policy.facts.chronology import Visit
from kith.policy.findings import Obligation
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, open_involvements, who_answers_for
from kith.policy.readings.lives import is_surely_under, work_began
from kith.policy.readings.telling import as_sentence, day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import AgencyType, Answered, Clock, Role, Service, VisitOutcome

#: Below this age being seen alone says little (ours; to be checked by a practitioner).
_OLD_ENOUGH = 1


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not work_began(picture):
        return "social care's work with the child, with the day it began"
    return "two visits since then on which the child was seen and nobody recorded seeing the child alone"


@rule(
    reads=ChildPicture,
    learning=(8,),
    why="A child may tell somebody what life is like when no adult from home is in the room.",
    source="Case Study Luke, Summary of Learning, point 8. How many visits, how long and from what age are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("visit",),
)
def child_is_seen_alone(picture: ChildPicture) -> Iterator[Obligation]:
    """See a child alone, from the age of one, at least once in three visits or twenty working days."""
    began = work_began(picture)
    if began is None or is_surely_under(picture, _OLD_ENOUGH):
        return
    since, visits = _never_alone_since(picture, began)
    if len(visits) < 2:
        return
    opened = _opened(picture, since, visits)
    if not picture.has_passed(opened):
        return
    who = picture.child.called
    yield Obligation(
        about=began.entry,
        sentence=as_sentence(
            f"{who} was seen on {len(visits)} visits since {day_in_words(since.happened.end)}, "
            f"and nobody has recorded seeing {who} alone."
        ),
        do_next="see the child alone, at nursery or school if that is easier, and record that you did.",
        evidence=entries_of((since, *visits)),
        owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
        due_at=_one_interval_after(picture, opened),
        clock=Clock.WORKING,
    )


def _never_alone_since(picture: ChildPicture, began: Fact) -> tuple[Fact, tuple[Visit, ...]]:
    """When the child was last seen alone, or when the work began; and the visits since on which the child was seen."""
    seen: list[Visit] = []
    for visit in picture.visits.backwards():
        if visit.happened.end <= began.happened.start:
            break
        if _saw(picture, visit) and visit.seen_alone == Answered.YES:
            return visit, tuple(reversed(seen))
        if _saw(picture, visit):
            seen.append(visit)
    return began, tuple(reversed(seen))


def _saw(picture: ChildPicture, visit: Visit) -> bool:
    seen = visit.outcome == VisitOutcome.MADE and Answered.YES in (visit.seen, visit.seen_alone)
    return seen and picture.agency_is(visit.agency, AgencyType.SOCIAL_CARE)


def _opened(picture: ChildPicture, since: Fact, visits: tuple[Visit, ...]) -> datetime:
    """Once there were so many visits, or two and the days have gone by, whichever came first; and the child is old enough."""
    entered = sorted(visit.at for visit in visits)
    days_gone_by = max(entered[1], picture.numbers.due(standards.SEEN_ALONE_WITHIN, since.happened.end))
    enough = max(2, picture.numbers[standards.SEEN_ALONE_VISITS])
    often_enough = min((days_gone_by, *entered[enough - 1 : enough]))
    born = picture.child.born_from
    return max(often_enough, calendar.start_of_day(calendar.birthday(born, _OLD_ENOUGH))) if born else often_enough


def _one_interval_after(picture: ChildPicture, moment: datetime) -> datetime:
    planned = open_involvements(picture, Service.CHILD_PROTECTION_PLAN)
    interval = standards.CHILD_PROTECTION_PLAN_SEEN if planned else standards.CHILD_IN_NEED_SEEN
    return picture.numbers.due(interval, moment)
