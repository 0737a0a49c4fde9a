"""The demonstration's clock is moved on by a button, never back, for every process; elsewhere there is no such door."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.entering import a_mark, entered_as
from tests.web.ringing_round import EVE, it_is

from kith.duties.desk import standing_for
from kith.journey.clock import move_clock, moved, now, read_once
from kith.journey.occasion import open_occasion
from kith.occasions.models import ClockMoved, Occasion
from kith.occasions.record import digest_of
from kith.occasions.ticket import Refused
from kith.policy.calendar import LONDON, elapsed_between
from kith.vocabulary import Through
from kith.web.clock.moves import MOVES, moment_of

pytestmark = pytest.mark.django_db

SEEN = "child_is_seen_within_the_visiting_interval"
A_MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def christmas_eve(settings):
    it_is(settings, EVE)


def near(moment: datetime) -> bool:
    return timedelta(0) <= elapsed_between(moment, now()) < A_MINUTE


@pytest.mark.parametrize(
    ("move", "to"),
    [("hour", EVE + timedelta(hours=1)), ("morning", datetime(2026, 12, 25, 9, tzinfo=LONDON))],
)
def test_a_button_moves_the_clock_on_in_one_occasion_and_leads_back_to_its_page(manager, robin, move, to):
    client, before = entered_as("david"), Occasion.objects.count()
    response = client.post("/clock", {"move": move}, headers={"referer": f"http://testserver/children/{robin}/"})
    assert (response.status_code, response["Location"]) == (302, f"http://testserver/children/{robin}/")
    assert near(to)
    assert Occasion.objects.exclude(through=Through.CLOCK).count() == before + 1
    (row,) = ClockMoved.objects.all()
    assert row.digest == digest_of(row) and row.occasion.by_name == "David"


def test_it_moves_to_the_next_thing_due_and_the_page_it_leads_to_is_true(manager, robin):
    for days in (12, 6, 0):
        a_mark(manager, robin, days_ago=days)
    due = min(one.finding.due_at for one in standing_for((robin,)) if one.finding.due_at)
    client = entered_as("david")
    client.post("/clock", {"move": "due"})
    assert near(due)
    assert "it was due" in client.get(f"/children/{robin}/").content.decode()


def test_when_nothing_is_due_the_clock_stays(manager):
    response = entered_as("david").post("/clock", {"move": "due"})
    assert (response.status_code, response["Location"]) == (302, "/")
    assert near(EVE) and not ClockMoved.objects.exists()


def test_time_has_passed_for_children_by_the_page_it_leads_to(manager, robin):
    client = entered_as("david")
    assert SEEN not in {one.finding.rule for one in standing_for((robin,))}
    for _ in range(60):
        client.post("/clock", {"move": "morning"})
    assert SEEN in {one.finding.rule for one in standing_for((robin,))}, "nobody saw this child for sixty days"
    assert Occasion.objects.filter(through=Through.CLOCK).exists()


def test_it_never_goes_back(manager):
    with open_occasion(manager) as occasion:
        move_clock(occasion, to=EVE - timedelta(days=1))
    assert near(EVE) and not ClockMoved.objects.exists()


def test_two_who_press_at_once_move_it_once(manager):
    to = moment_of("morning", now())
    assert to is not None
    for _ in range(2):
        with open_occasion(manager) as occasion:
            move_clock(occasion, to=to)
    assert near(to) and ClockMoved.objects.count() == 1


def test_a_morning_across_the_change_of_clocks_is_nine_in_london(settings):
    at = datetime(2027, 3, 27, 22, tzinfo=LONDON)
    assert moment_of("morning", at) == datetime(2027, 3, 28, 9, tzinfo=LONDON)
    assert moment_of("backwards", at) is None


def test_a_request_reads_the_clock_once_and_it_runs_on(manager):
    with open_occasion(manager) as occasion:
        move_clock(occasion, to=EVE + timedelta(hours=1))
    with CaptureQueriesContext(connection) as asked, read_once():
        first, second = now(), now()
    assert len(asked) == 1 and second > first
    client = entered_as("david")
    with CaptureQueriesContext(connection) as asked:
        client.get("/")
    assert sum("clockmoved" in one["sql"] for one in asked.captured_queries) == 1


@pytest.mark.parametrize("wrong", [{}, {"move": "back"}, {"move": ""}])
def test_no_other_move_is_made(manager, wrong):
    assert entered_as("david").post("/clock", wrong).status_code == 400
    assert not ClockMoved.objects.exists()


def test_a_button_leads_to_no_other_site(manager):
    client = entered_as("david")
    for back in ("https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", ""):
        assert client.post("/clock", {"move": "hour"}, headers={"referer": back})["Location"] == "/"


def test_whoever_has_not_entered_moves_nothing_and_sees_no_button(manager):
    Client().post("/clock", {"move": "hour"})
    assert not ClockMoved.objects.exists()
    assert "Move the clock on" not in Client().get("/enter").content.decode()


def test_a_form_from_another_site_moves_nothing(manager):
    stranger = Client(enforce_csrf_checks=True)
    stranger.cookies = entered_as("david").cookies
    assert stranger.post("/clock", {"move": "hour"}).status_code == 403
    assert not ClockMoved.objects.exists()


def test_the_strip_has_a_button_for_each_move_and_needs_no_script(manager):
    html = entered_as("david").get("/").content.decode()
    assert '<form method="post" action="/clock">' in html
    for move, words in MOVES.items():
        assert f'name="move" value="{move}">{words}</button>' in html


# -- outside the demonstration -------------------------------------------------------------------------------------------


def test_there_is_no_such_door_outside_the_demonstration(manager, settings):
    client = entered_as("david")
    settings.DEMO = False
    for asked in (client.post("/clock", {"move": "hour"}), client.get("/clock"), Client().post("/clock")):
        assert asked.status_code == 404
    assert not ClockMoved.objects.exists()
    assert "Move the clock on" not in client.get("/").content.decode()


def test_the_clock_itself_refuses_outside_the_demonstration(manager, settings):
    settings.DEMO = False
    with pytest.raises(Refused, match="Only the demonstration"), open_occasion(manager) as occasion:
        move_clock(occasion, to=now() + timedelta(hours=1))
    assert not ClockMoved.objects.exists()


def test_outside_the_demonstration_the_clock_is_the_machines_and_asks_nothing(manager, settings):
    with open_occasion(manager) as occasion:
        move_clock(occasion, to=EVE + timedelta(hours=1))
    assert moved() > 0
    settings.DEMO = False
    with CaptureQueriesContext(connection) as asked:
        assert now() < EVE
    assert not asked.captured_queries
