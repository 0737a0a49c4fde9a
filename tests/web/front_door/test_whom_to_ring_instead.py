"""Whoever tells us, or may not open a record, reads whom to ring at this hour: one number, the same for every child."""

from datetime import datetime

import pytest
from tests import factories as given
from tests.web.entering import entered_as
from tests.web.ringing_round import EVE, a_desk, it_is

from kith.occasions.record import new_id
from kith.policy.calendar import LONDON
from kith.vocabulary import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

DESK, NIGHT = '<a class="number" href="tel:01632960101">01632 960 101</a>', "01632 960 199"


@pytest.fixture
def rung(settings, hub):
    """The front door's own number until five, and the night's after it."""
    it_is(settings, EVE)
    night = given.somebody_at("Emergency Duty Service", "emergency_duty", Role.EMERGENCY_DUTY)
    a_desk(hub.agency, "01632 960 101", night.agency)


def shown(path: str) -> str:
    return entered_as("beth").get(path).content.decode()


def told() -> str:
    client = entered_as("beth")
    sent = client.post("/tell", {"said": "A mark on her cheek.", "ring_back": "01632 960155"})
    return client.get(sent["Location"]).content.decode()


def test_before_and_after_telling_there_is_a_number_that_answers_now(nursery, rung):
    assert f"To talk to somebody first, ring {DESK}, until 5pm today." in shown("/tell")
    assert f"If anything changes, ring {DESK}, until 5pm today, or tell us again" in told()


def test_whoever_is_turned_away_reads_the_same_number_whichever_child_it_is(nursery, robin, rung):
    for child in (robin, new_id()):
        assert f"The front door hub can tell you what you need: {DESK}, until 5pm today." in shown(
            f"/children/{child}/"
        )


def test_while_the_front_door_is_shut_it_is_the_night_that_answers(settings, nursery, rung):
    it_is(settings, datetime(2026, 12, 24, 20, tzinfo=LONDON))
    html = shown(f"/children/{new_id()}/")
    assert "Emergency Duty Service can tell you what you need" in html and NIGHT in html


def test_where_nobody_entered_a_number_none_is_made_up(nursery):
    assert "To talk to somebody first" not in shown("/tell")
    assert "The front door hub can tell you what you need." in shown(f"/children/{new_id()}/")
