"""What the Emergency Duty Service entered at night is handed on by name until a day team accepts it by name."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from kith.policy import calendar, standards
from kith.policy.findings import Obligation, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of
from kith.policy.readings.telling import NightWork, as_sentence, day_in_words, hour_in_words, night_work
from kith.policy.rulebook import rule
from kith.vocabulary import AgencyType, Clock, Role

_ACCEPTS = {
    AgencyType.EMERGENCY_DUTY: Role.EMERGENCY_DUTY,
    AgencyType.HUB: Role.HUB_DECISION_MAKER,
    AgencyType.SOCIAL_CARE: Role.SOCIAL_CARE_MANAGER,
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    return None if any(night_work(picture)) else "something that the Emergency Duty Service entered about the child"


@rule(
    reads=ChildPicture,
    learning=(1,),
    why="What came in at night is lost in the morning unless one person hands it on and another says: I have it.",
    source="Case Study Luke, Summary of Learning, point 1. That a day team accepts by 10am on its first day open is ours; "
    "to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("handover", "handover_accepted", "threshold_decision"),
)
def out_of_hours_contact_is_handed_on_by_name(picture: ChildPicture) -> Iterator[Obligation]:
    """Hand on by name what came in out of hours, shift to shift, until a day team accepts it by name."""
    for work in night_work(picture):
        opens = _day_team_opens(work.entries[0].at)
        due_at = picture.numbers.due(standards.HANDOVER_ACCEPTED, opens)
        if not _is_long_closed(work, opens) and not picture.has_passed(due_at if _is_awaited(work, opens) else opens):
            continue
        yield Obligation(
            about=work.root,
            sentence=as_sentence(_sentence(picture, work)),
            do_next=_do_next(picture, work),
            evidence=entries_of((*work.entries, *((work.handed,) if work.handed else ()))),
            owed_by=_owed_by(picture, work),
            due_at=due_at,
            clock=Clock.ELAPSED,
        )


def _day_team_opens(entered: datetime) -> datetime:
    """Nine o'clock on the first working day after; the same day, when it was entered before nine."""
    if calendar.is_office_hours(entered):
        entered = calendar.end_of_day(calendar.london_day(entered))
    return calendar.next_office_opening(entered)


def _is_long_closed(work: NightWork, opens: datetime) -> bool:
    """More than one night until a day team is there: one shift hands it to the next, and is told so at once."""
    return calendar.london_day(opens) - calendar.london_day(work.entries[0].at) > timedelta(days=1)


def _is_awaited(work: NightWork, opens: datetime) -> bool:
    """Handed on by name before the day team opened, which then has its first hour to accept."""
    return work.handed is not None and not work.is_accepted and work.handed.at < opens


def _owed_by(picture: ChildPicture, work: NightWork) -> OwedBy:
    if work.handed is None:
        return OwedBy(Role.EMERGENCY_DUTY, work.entries[0].agency)
    holder = work.handed.to_agency
    return OwedBy(_ACCEPTS[AgencyType(picture.agency(holder).type)], holder)


def _sentence(picture: ChildPicture, work: NightWork) -> str:
    who, first = picture.child.called, work.entries[0]
    entered = f"{picture.agency(first.agency).name} entered about {who} on {day_in_words(first.happened.start)}"
    if work.handed is None:
        return f"Nobody has recorded handing on by name what {entered}."
    if work.is_accepted:
        return f"No day team has accepted by name what {entered}."
    gave, takes = (picture.agency(one).name for one in (work.handed.agency, work.handed.to_agency))
    return f"{gave} handed {who} over to {takes} at {hour_in_words(work.handed.happened.end)}, and nobody has accepted."


def _do_next(picture: ChildPicture, work: NightWork) -> str:
    if work.handed is None or work.is_accepted:
        return (
            f"hand {picture.child.called} on by name: to the day team, or to the next shift while the office is closed."
        )
    return "read what was handed over and accept it by name. Not yours? Ring whoever handed it over, now."
