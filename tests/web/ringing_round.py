"""A partnership whose hours, numbers and rota were entered, on Christmas Eve 2026: for tests of who answers."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from tests.web.entering import SETTING_UP

from kith.agencies.acts import add_route, put_on_duty, set_hours
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.policy.calendar import LONDON
from kith.policy.permissions import Actor
from kith.vocabulary import OpenDay, Role, RouteKind

SINCE = date(2026, 1, 1)
OFFICE = dict.fromkeys(tuple(OpenDay)[:5], (time(9), time(17)))
EVE = datetime(2026, 12, 24, 16, 30, tzinfo=LONDON)


def it_is(settings, moment: datetime) -> None:
    """Let the demonstration's clock say this."""
    settings.DEMO_CLOCK_AHEAD += (moment - now()).total_seconds()


def a_desk(agency: UUID | None, number: str, night: UUID | None = None) -> None:
    """An office's hours and number, and who answers when it is shut."""
    assert agency is not None
    tried = {"checked_on": SINCE, "from_on": SINCE}
    with open_occasion(SETTING_UP) as occasion:
        set_hours(occasion, agency=agency, week=OFFICE, from_on=SINCE)
        add_route(occasion, agency=agency, kind=RouteKind.OFFICE_HOURS, name="Duty desk", number=number, **tried)
        if night:
            add_route(
                occasion, agency=agency, kind=RouteKind.OUT_OF_HOURS, name="Emergency Duty Service",
                number="01632 960 199", answered_by=night, **tried,
            )  # fmt: skip


def a_shift(agency: UUID | None, name: str, role: Role, begins: datetime, hours: int) -> None:
    """Somebody on duty by name."""
    assert agency is not None
    ends = begins + timedelta(hours=hours)
    with open_occasion(SETTING_UP) as occasion:
        put_on_duty(occasion, agency=agency, name=name, role=role, from_at=begins, until_at=ends)


def the_night(night: Actor) -> None:
    """Ruth Penny is on duty from five on Christmas Eve until nine on Christmas Day."""
    a_shift(night.agency, "Ruth Penny", Role.EMERGENCY_DUTY, EVE + timedelta(minutes=30), 16)
