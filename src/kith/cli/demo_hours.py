"""When the made-up partnership is open, whom to ring there, who is on duty, who is away, and who works with which child.

Numbers are from those kept for fiction (01632 960 000 to 960 999); nobody is rung by them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from kith.cli.demo_partnership import STARTS, agency_id
from kith.policy.calendar import LONDON, is_working_day
from kith.vocabulary import OpenDay, Role

SINCE = date(2026, 1, 1)
TRIED_ON = date(2026, 12, 21)
DAYS_OF_ROTA = 56

Week = dict[OpenDay, tuple[time, time]]

_WORKING = tuple(OpenDay)[:5]
_CLOSED_DAYS = (OpenDay.SATURDAY, OpenDay.SUNDAY, OpenDay.BANK_HOLIDAY)


def _weekdays(opens: time, closes: time) -> Week:
    return dict.fromkeys(_WORKING, (opens, closes))


OFFICE = _weekdays(time(9), time(17))
NURSERY = _weekdays(time(7, 30), time(18))
SURGERY = _weekdays(time(8), time(18, 30))
SCHOOL = _weekdays(time(8, 30), time(16))
DAY_AND_NIGHT: Week = dict.fromkeys(OpenDay, (time(0), time(0)))
NIGHTS: Week = {**_weekdays(time(17), time(9)), **dict.fromkeys(_CLOSED_DAYS, (time(9), time(9)))}


@dataclass(frozen=True)
class Place:
    """When an agency is open and what answers there; `covered_by` answers when it is shut."""

    week: Week
    answers: str
    number: str
    covered_by: str = ""
    on_call: tuple[str, str] | None = None


PLACES = {
    "hub": Place(OFFICE, "Front door hub", "01632 960 101", covered_by="eds"),
    "north": Place(OFFICE, "North team duty desk", "01632 960 117", covered_by="eds"),
    "south": Place(OFFICE, "South team duty desk", "01632 960 118", covered_by="eds"),
    "east": Place(OFFICE, "East team duty desk", "01632 960 119", covered_by="eds"),
    "earlyhelp": Place(OFFICE, "Early help, Westgate", "01632 960 125", covered_by="eds"),
    "eds": Place(NIGHTS, "Emergency Duty Service", "01632 960 199", covered_by="hub"),
    "police": Place(DAY_AND_NIGHT, "Child protection desk", "01632 960 130"),
    "northbrook": Place(
        DAY_AND_NIGHT, "Switchboard", "01632 960 140", on_call=("On-call paediatrician", "01632 960 142")
    ),
    "county": Place(DAY_AND_NIGHT, "Switchboard", "01632 960 145", on_call=("On-call paediatrician", "01632 960 147")),
    "larkfield": Place(NURSERY, "Larkfield Nursery", "01632 960 155"),
    "acorns": Place(NURSERY, "Little Acorns Nursery", "01632 960 156"),
    "briar-lane": Place(NURSERY, "Briar Lane Nursery", "01632 960 157"),
    "meadow": Place(NURSERY, "Meadow Lane Nursery", "01632 960 158"),
    "alder": Place(SCHOOL, "School office", "01632 960 160"),
    "stmary": Place(SCHOOL, "School office", "01632 960 161"),
    "kingsway": Place(SCHOOL, "School office", "01632 960 162"),
    "hollybank": Place(SCHOOL, "School office", "01632 960 165"),
    "westgate": Place(OFFICE, "Duty health visitor", "01632 960 163"),
    "eastgate": Place(OFFICE, "Duty health visitor", "01632 960 164"),
    "millpond": Place(SURGERY, "Millpond Surgery", "01632 960 171"),
    "harbour": Place(SURGERY, "Harbour Road Surgery", "01632 960 172"),
    "canal-street": Place(SURGERY, "Canal Street Practice", "01632 960 173"),
    "quay": Place(SURGERY, "Quayside Practice", "01632 960 174"),
    "housing": Place(OFFICE, "Housing office", "01632 960 180"),
}
#: The schools' holiday, on whose working days their week does not hold.
SHUT_ON = dict.fromkeys(("alder", "stmary", "kingsway", "hollybank"), (date(2026, 12, 21), date(2027, 1, 1)))

#: Who works with a child for a team whose manager opens the service, where no social worker of it wrote of the child yet.
WORKERS = {
    "north": ("Amara Okafor", Role.SOCIAL_WORKER),
    "south": ("Priya Nair", Role.SOCIAL_WORKER),
    "east": ("Lucia Ferrante", Role.SOCIAL_WORKER),
}
_BY_DAY = {
    "hub": ("Jo Adeyemi", Role.HUB_DECISION_MAKER),
    "north": ("David Lyle", Role.SOCIAL_CARE_MANAGER),
    "south": ("Helen Moss", Role.SOCIAL_CARE_MANAGER),
    "east": ("Femi Adebayo", Role.SOCIAL_CARE_MANAGER),
}
_NIGHT, _CLOSED_DAY = "Ruth Penny", "Idris Vaughan"


@dataclass(frozen=True)
class Turn:
    """Somebody's turn on duty."""

    agency: str
    name: str
    role: Role
    from_at: datetime
    until_at: datetime


@dataclass(frozen=True)
class AtHome:
    """Somebody who can be entered as is on leave over Christmas, and who covers: both by their names to enter as."""

    username: str
    cover: str
    from_at: datetime
    until_at: datetime


LEAVE = (
    AtHome(
        "lucia",
        cover="priya",
        from_at=datetime(2026, 12, 21, tzinfo=LONDON),
        until_at=datetime(2027, 1, 4, tzinfo=LONDON),
    ),
)


def rota() -> Iterator[Turn]:
    """Who is on duty from the day the demonstration starts: teams on working days, the night on all others as well."""
    for number in range(DAYS_OF_ROTA):
        day = STARTS.date() + timedelta(days=number)
        nine, five = (datetime.combine(day, at, tzinfo=LONDON) for at in (time(9), time(17)))
        morning = datetime.combine(day + timedelta(days=1), time(9), tzinfo=LONDON)
        yield Turn("eds", _NIGHT, Role.EMERGENCY_DUTY, five, morning)
        if not is_working_day(day):
            yield Turn("eds", _CLOSED_DAY, Role.EMERGENCY_DUTY, nine, five)
            continue
        for agency, (name, role) in _BY_DAY.items():
            yield Turn(agency, name, role, nine, five)


def shut_days() -> Iterator[tuple[str, date]]:
    """Single days on which an agency is shut though its week says otherwise."""
    for agency, (first, last) in SHUT_ON.items():
        for number in range((last - first).days + 1):
            yield agency, first + timedelta(days=number)


def worker_for(agency: UUID) -> tuple[str, Role] | None:
    """Who works with the children of a team whose manager opens the service, unless its files say otherwise."""
    return next((worker for team, worker in WORKERS.items() if agency_id(team) == agency), None)
