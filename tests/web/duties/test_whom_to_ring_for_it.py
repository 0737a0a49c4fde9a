"""Whoever is to ring the on-call paediatrician reads the number beside it, or that none is kept and whom to ring instead."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories as given
from tests.web.entering import SETTING_UP, a_mark, entered_as
from tests.web.ringing_round import EVE, SINCE, it_is

from kith.agencies.acts import add_route
from kith.duties.models import Duty
from kith.journey.occasion import open_occasion
from kith.policy.calendar import london_day
from kith.vocabulary import Role, RouteKind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

NUMBER = '<a href="tel:01632960142">01632 960 142</a>'
NONE = "No number is kept of the on-call paediatrician: ring the hospital’s switchboard."


@pytest.fixture(autouse=True)
def two_marks(settings, manager, robin):
    it_is(settings, EVE)
    a_mark(manager, robin, days_ago=20)
    a_mark(manager, robin)


@pytest.fixture
def hospital():
    return given.somebody_at("Northbrook General", "hospital", Role.PAEDIATRICIAN).agency


def a_number(agency, number: str, *, name="On-call paediatrician", kind=RouteKind.ON_CALL, from_on=SINCE) -> None:
    with open_occasion(SETTING_UP) as occasion:
        add_route(occasion, agency=agency, kind=kind, name=name, number=number, checked_on=SINCE, from_on=from_on)


def pages(robin) -> dict[str, str]:
    client = entered_as("david")
    duty = Duty.objects.get(rule="repeated_injuries_raise_non_accidental_injury", ending=None).id
    paths = (
        "/",
        f"/children/{robin}/",
        f"/children/{robin}/to-do/",
        f"/children/{robin}/discussion/",
        f"/duties/{duty}/",
    )
    return {path: client.get(path).content.decode() for path in paths}


def test_the_number_stands_beside_what_is_to_be_done_on_every_page_that_says_it(robin, hospital):
    a_number(hospital, "01632 960 142")
    for path, html in pages(robin).items():
        assert f"On-call paediatrician, Northbrook General: {NUMBER}" in html, path
        assert NONE not in html, path


def test_the_number_of_every_hospital_stands_there(robin, hospital):
    a_number(hospital, "01632 960 142")
    a_number(given.somebody_at("County Hospital", "hospital", Role.PAEDIATRICIAN).agency, "01632 960 147")
    for path, html in pages(robin).items():
        assert html.index("County Hospital: ") < html.index("Northbrook General: "), path


def test_where_no_number_is_kept_that_is_said_and_whom_to_ring_instead(robin, hospital):
    a_number(hospital, "01632 960 140", name="Switchboard", kind=RouteKind.OFFICE_HOURS)
    a_number(hospital, "01632 960 143", name="On-call surgeon")
    a_number(hospital, "01632 960 149", from_on=london_day(EVE) + timedelta(days=8))
    a_number(given.somebody_at("Elsewhere Nursery", "nursery").agency, "01632 960 144")
    for path, html in pages(robin).items():
        assert NONE in html, path
        for number in ("01632 960 140", "01632 960 143", "01632 960 149", "01632 960 144"):
            assert number not in html, (path, number)


def test_the_number_that_was_entered_last_stands(robin, hospital):
    a_number(hospital, "01632 960 141")
    a_number(hospital, "01632 960 142")
    for path, html in pages(robin).items():
        assert NUMBER in html and "01632 960 141" not in html, path


def test_as_known_on_an_earlier_day_no_number_of_today_is_given(settings, robin, hospital):
    a_number(hospital, "01632 960 142")
    it_is(settings, EVE + timedelta(days=1))
    html = entered_as("david").get(f"/children/{robin}/?known_on={london_day(EVE)}").content.decode()
    assert "ring the on-call paediatrician" in html and NUMBER not in html and NONE not in html


def test_numbers_are_asked_for_once_a_page_and_only_where_they_are_needed(robin, hospital, manager):
    a_number(hospital, "01632 960 142")
    calm = given.a_child(manager, "Isla Marsh")
    given.open_to_social_care(manager, calm)
    client = entered_as("david")
    for child, times in ((robin, 1), (calm, 0)):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(f"/children/{child}/to-do/")
        assert sum("ILIKE '%paediatric%'" in one["sql"] for one in asked) == times
