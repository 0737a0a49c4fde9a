"""When an agency is open, whom to ring there and who is on duty: entered by whoever looks after Kith, read in few statements."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories as given

from kith.agencies.acts import add_route, put_on_duty, set_hours, set_hours_on
from kith.agencies.models import DutyHours, OnDuty, Route
from kith.agencies.queries import all_agencies, reachable
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.occasions.record import digest_of
from kith.occasions.ticket import Refused, Ticket
from kith.policy.calendar import LONDON, london_day
from kith.policy.permissions import Actor
from kith.policy.reach import Reach
from kith.vocabulary import OpenDay, Role, RouteKind

pytestmark = pytest.mark.django_db

SETTING_UP = Actor(name="Setting up", is_machine=True)
WEEKDAYS = tuple(OpenDay)[:5]
OFFICE = dict.fromkeys(WEEKDAYS, (time(9), time(17)))
LONG_AGO = date(2026, 1, 1)
EVE = datetime(2026, 12, 24, 16, 30, tzinfo=LONDON)


@pytest.fixture
def north() -> UUID:
    agency = given.somebody_at().agency
    assert agency is not None
    return agency


@pytest.fixture
def night() -> UUID:
    agency = given.somebody_at("Emergency Duty Service", "emergency_duty", Role.EMERGENCY_DUTY).agency
    assert agency is not None
    return agency


def entered(act: Callable[..., object], **told: object) -> None:
    with open_occasion(SETTING_UP) as occasion:
        act(occasion, **told)


def numbers(north: UUID, night: UUID) -> None:
    tried = {"checked_on": LONG_AGO}
    entered(add_route, agency=north, kind=RouteKind.OFFICE_HOURS, name="Duty desk", number="01632 960117", **tried)
    entered(
        add_route, agency=north, kind=RouteKind.OUT_OF_HOURS, name="The night", number="01632 960199", answered_by=night, **tried
    )  # fmt: skip


def reach(agency: UUID, at: datetime = EVE) -> Reach:
    return reachable(agencies=(agency,), at=at)[agency].at(at)


def test_an_agency_is_reached_at_its_desk_and_then_by_the_night_with_who_is_on_duty(north, night):
    entered(set_hours, agency=north, week=OFFICE, from_on=LONG_AGO)
    numbers(north, night)
    shift = {"from_at": EVE + timedelta(minutes=30), "until_at": EVE + timedelta(hours=16)}
    entered(put_on_duty, agency=night, name="Ruth Penny", role=Role.EMERGENCY_DUTY, **shift)
    found = reach(north)
    assert found.is_open and found.now and found.then
    assert (found.now.number, found.then.number, found.then.agency_name) == (
        "01632 960117", "01632 960199", "Emergency Duty Service",
    )  # fmt: skip
    assert found.then.on_duty and found.then.on_duty.name == "Ruth Penny"
    assert found.then.until == datetime(2026, 12, 29, 9, tzinfo=LONDON)


def test_an_agency_of_which_nobody_entered_hours_is_there_and_is_said_not_to_be_known(north):
    found = reach(north)
    assert (found.name, found.is_open, found.now, found.then) == ("North team", None, None, None)


def test_hours_said_again_take_the_place_of_the_whole_week_and_a_date_may_differ(north):
    entered(set_hours, agency=north, week={**OFFICE, OpenDay.SATURDAY: (time(10), time(12))}, from_on=LONG_AGO)
    entered(set_hours, agency=north, week=OFFICE, from_on=date(2026, 12, 1))
    saturday = datetime(2026, 12, 19, 11, tzinfo=LONDON)
    assert reach(north, saturday).is_open is False
    assert reach(north, saturday - timedelta(days=28)).is_open is True
    entered(set_hours_on, agency=north, on=date(2026, 12, 24), opens=time(9), closes=time(12))
    assert reach(north).is_open is False
    assert DutyHours.objects.count() == 2 * len(OpenDay) + 1


def test_a_shift_that_has_ended_is_not_read(north, night):
    numbers(north, night)
    entered(
        put_on_duty, agency=night, name="Ruth", role=Role.EMERGENCY_DUTY, from_at=EVE - timedelta(days=2), until_at=EVE
    )  # fmt: skip
    assert reachable(agencies=(north,), at=EVE)[north].shifts == ()


def test_many_agencies_cost_no_more_statements_than_one(north, night):
    for agency in (north, night):
        entered(set_hours, agency=agency, week=OFFICE, from_on=LONG_AGO)
    numbers(north, night)
    for asked in ((north,), (north, night)):
        with CaptureQueriesContext(connection) as statements:
            reachable(agencies=asked, at=EVE)
        assert len(statements) == 4


def test_what_was_entered_is_signed(north, night):
    entered(set_hours, agency=north, week=OFFICE, from_on=LONG_AGO)
    numbers(north, night)
    for row in (*DutyHours.objects.all(), *Route.objects.all()):
        assert digest_of(row) == row.digest


def test_a_professional_enters_none_of_it(north):
    attempts: tuple[Callable[[Ticket], object], ...] = (
        lambda occasion: set_hours(occasion, agency=north, week=OFFICE, from_on=LONG_AGO),
        lambda occasion: set_hours_on(occasion, agency=north, on=LONG_AGO),
        lambda occasion: add_route(
            occasion, agency=north, kind=RouteKind.ON_CALL, name="Me", number="01632 960100", checked_on=LONG_AGO
        ),
        lambda occasion: put_on_duty(
            occasion, agency=north, name="Me", role=Role.SOCIAL_WORKER, from_at=EVE, until_at=EVE + timedelta(hours=1)
        ),
    )
    for attempt in attempts:
        with pytest.raises(Refused, match="whoever looks after Kith"), open_occasion(given.somebody_at()) as occasion:
            attempt(occasion)
    assert not (DutyHours.objects.exists() or Route.objects.exists() or OnDuty.objects.exists())


def test_what_cannot_be_is_refused_with_what_to_enter_instead(north):
    tomorrow = london_day(now()) + timedelta(days=1)
    told = {"agency": north, "kind": RouteKind.OFFICE_HOURS}
    for words, act, wrong in (
        ("or neither", set_hours_on, {"agency": north, "on": LONG_AGO, "opens": time(9)}),
        ("and the number", add_route, {**told, "name": "Desk", "number": " ", "checked_on": LONG_AGO}),
        ("day to come", add_route, {**told, "name": "Desk", "number": "01632 960117", "checked_on": tomorrow}),
        (
            "ends before it begins",
            put_on_duty,
            {"agency": north, "name": "Amara", "role": Role.SOCIAL_WORKER, "from_at": EVE, "until_at": EVE},
        ),
    ):
        with pytest.raises(Refused, match=words):
            entered(act, **wrong)


def test_the_front_door_is_the_first_hub_that_was_added(north):
    assert [one.is_front_door for one in reachable(agencies=(north,), at=EVE, and_front_door=True).values()] == [False]
    hub = given.somebody_at("Front door hub", "hub", Role.HUB_DECISION_MAKER).agency
    given.somebody_at("Another hub", "hub", Role.HUB_DECISION_MAKER)
    found = reachable(agencies=(north,), at=EVE, and_front_door=True)
    assert {id for id, one in found.items() if one.is_front_door} == {hub}
    assert set(found) == {north, hub}


def test_the_family_and_the_public_are_not_among_those_that_can_be_rung(north):
    given.somebody_at("Family", "family")
    given.somebody_at("The public", "public")
    assert [one.name for one in all_agencies().values()] == ["North team"]
