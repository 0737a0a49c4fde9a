"""Every agency's hours and numbers on one page: in force today, in words, and honest about what nobody entered."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests import factories as given
from tests.web.entering import SETTING_UP, entered_as, words
from tests.web.ringing_round import EVE, OFFICE, SINCE, a_desk, it_is, the_night

from kith.agencies.acts import add_route, set_hours, set_hours_on
from kith.journey.occasion import open_occasion
from kith.vocabulary import OpenDay, Role, RouteKind

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def christmas_eve(settings):
    it_is(settings, EVE)


def said() -> str:
    return " ".join(entered_as("david").get("/hours/").content.decode().split())


def test_nobody_sees_it_before_they_enter(manager):
    assert Client().get("/hours/")["Location"] == "/enter"


def test_it_says_the_week_the_numbers_for_this_hour_and_the_next_who_is_on_duty_and_when_they_were_tried(manager):
    night = given.somebody_at("Emergency Duty Service", "emergency_duty", Role.EMERGENCY_DUTY)
    a_desk(manager.agency, "01632 960 117", night.agency)
    the_night(night)
    html = said()
    for part in (
        "<h1>Hours and numbers</h1>", "Monday to Friday: 9am to 5pm", "Saturday to Sunday: shut", "Bank holidays: shut",
        '<a href="tel:01632960117">01632 960 117</a> <span class="soft">until 5pm today</span>',
        "from 5pm today to 9am Tuesday 29 December", "On duty: Ruth Penny, Emergency Duty worker. Tried Thursday 1 January 2026.",
    ):  # fmt: skip
        assert part in html, part


def test_nights_and_day_and_night_are_said_so_and_a_date_that_differs_is_named(manager):
    always = given.somebody_at("Police", "police").agency
    assert manager.agency and always
    with open_occasion(SETTING_UP) as occasion:
        nights = {day: (closes, opens) for day, (opens, closes) in OFFICE.items()}
        set_hours(occasion, agency=manager.agency, week=nights, from_on=SINCE)
        set_hours_on(occasion, agency=manager.agency, on=date(2026, 12, 29))
        midnight = EVE.replace(hour=0, minute=0).time()
        set_hours(occasion, agency=always, week=dict.fromkeys(OpenDay, (midnight, midnight)), from_on=SINCE)
    html = said()
    assert "Monday to Friday: 5pm to 9am the next day" in html
    assert "Tuesday 29 December: shut" in html
    assert "Monday to Sunday: day and night" in html


def test_a_number_on_call_is_there_beside_the_offices(manager):
    a_desk(manager.agency, "01632 960 117", manager.agency)
    assert manager.agency
    with open_occasion(SETTING_UP) as occasion:
        add_route(
            occasion, agency=manager.agency, kind=RouteKind.ON_CALL, name="On-call paediatrician",
            number="01632 960 142", checked_on=SINCE,
        )  # fmt: skip
    assert "On-call paediatrician" in said() and "day and night" in said()


def test_agencies_of_which_nothing_was_entered_are_named_as_not_known(manager):
    assert "We do not know yet when these can be reached: North team." in words(entered_as("david").get("/hours/"))


def test_many_agencies_cost_no_more_statements_than_one(manager):
    client, counts = entered_as("david"), []
    a_desk(manager.agency, "01632 960 117")
    for name in ("", "South team"):
        if name:
            a_desk(given.somebody_at(name).agency, "01632 960 118")
        with CaptureQueriesContext(connection) as asked:
            client.get("/hours/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_hours_that_begin_later_are_not_said_before(manager):
    assert manager.agency
    with open_occasion(SETTING_UP) as occasion:
        set_hours(occasion, agency=manager.agency, week=OFFICE, from_on=EVE.date() + timedelta(days=5))
    assert "We do not know yet when North team can be reached." in said()
