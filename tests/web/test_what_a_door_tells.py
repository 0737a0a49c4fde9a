"""The doors: alike for whoever may not know, one look kept for each page, and no dearer for thirty than for three."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests import factories as given
from tests.web.entering import a_mark, entered_as, somebody
from tests.web.test_pages_and_doors import MOST_STATEMENTS

from kith.chronology.acts import record_injury
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.occasions.models import Occasion, OccasionOutcome
from kith.occasions.record import new_id
from kith.policy.permissions import Actor
from kith.vocabulary import InjuryType, Outcome, Purpose, Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

CHANGES_EVERY_TIME = rb'name="csrfmiddlewaretoken" value="\w+"|\d{1,2}(:\d\d)?[ap]m|midday|midnight'


def sent(response: HttpResponse) -> tuple[int, dict[str, str], bytes]:
    """All that a browser receives, but for the clock and the form's token."""
    return response.status_code, dict(response.headers), re.sub(CHANGES_EVERY_TIME, b"", response.content)


def pages(robin: UUID) -> tuple[str, ...]:
    return ("/", "/children/", f"/children/{robin}/")


# -- who may not know -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["", "?known_on=2020-02-29", "?known_on=0001-01-01"])
def test_not_one_byte_of_a_refusal_says_whether_kith_knows_the_child(nursery, robin, day):
    client = entered_as("beth")
    known, unknown = (sent(client.get(f"/children/{child}/{day}")) for child in (robin, new_id()))
    assert known[0] == 403
    assert known == unknown


def test_a_page_that_is_not_there_tells_nobody_anything(hub):
    response = entered_as("jo").get(f"/children/{new_id()}/")
    assert response.status_code == 404
    assert b"We cannot find this page" in response.content


# -- every look is kept, once -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("ask", ["get", "head"])
def test_each_page_leaves_one_look(manager, robin, ask):
    client = entered_as("david")
    for path in pages(robin):
        before = Occasion.objects.count()
        response = getattr(client, ask)(path)
        assert response.status_code == 200
        assert response["Cache-Control"] == "no-store"
        assert Occasion.objects.count() == before + 1
    assert Occasion.objects.filter(purpose=Purpose.READING).count() == len(pages(robin))


def test_a_page_refused_leaves_the_sentence_and_the_child_on_record(nursery, robin):
    entered_as("beth").get(f"/children/{robin}/")
    (look,) = OccasionOutcome.objects.filter(occasion__purpose=Purpose.READING)
    assert (look.outcome, look.said) == (
        Outcome.REFUSED,
        f"child {robin}: You cannot open this record. The front door hub can tell you what you need.",
    )


def test_nobody_leaves_a_look_who_has_not_entered(robin):
    before = Occasion.objects.count()
    for path in pages(robin):
        assert Client().get(path)["Location"] == "/enter"
    assert Client().post("/leave")["Location"] == "/enter"
    assert Occasion.objects.count() == before


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_a_page_is_only_looked_at(manager, robin, method):
    client = entered_as("david")
    before = Occasion.objects.count()
    assert [getattr(client, method)(path).status_code for path in pages(robin)] == [405] * 3
    assert Occasion.objects.count() == before


# -- entering and leaving ---------------------------------------------------------------------------------------------


def test_a_form_from_another_site_enters_nobody_and_signs_nobody_out(manager):
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.post("/enter", {"enter_as": "david"}).status_code == 403
    assert not Occasion.objects.filter(purpose=Purpose.SIGNING_IN).exists()
    stranger.cookies = entered_as("david").cookies
    assert stranger.post("/leave").status_code == 403
    assert stranger.get("/").status_code == 200


def test_a_session_gets_a_new_name_when_somebody_enters_and_is_gone_when_they_leave(manager):
    somebody(manager, "amara")
    client = entered_as("david")
    first = client.cookies["sessionid"]
    assert (first["httponly"], first["samesite"]) == (True, "Lax")
    client.post("/enter", {"enter_as": "amara"})
    second = client.cookies["sessionid"].value
    assert second != first.value
    client.post("/leave")
    client.cookies["sessionid"] = second
    assert client.get("/")["Location"] == "/enter"


def test_every_page_is_marked_as_practice_and_none_carries_script_or_style_of_its_own(manager, robin):
    a_mark(manager, robin)
    client = entered_as("david")
    for path in (*pages(robin), "/enter", "/nowhere"):
        html = client.get(path).content.decode()
        assert "Practice data." in html
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", html)
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', html), "nothing is fetched from elsewhere"


# -- what it costs ----------------------------------------------------------------------------------------------------


def statements(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def children_with_marks(manager: Actor, many: int) -> None:
    for number in range(many):
        child = given.a_child(manager, f"Child {number}")
        given.open_to_social_care(manager, child)
        a_mark(manager, child, days_ago=number / 10)


def test_thirty_children_cost_no_more_statements_than_three(manager):
    client = entered_as("david")
    children_with_marks(manager, 3)
    few = [statements(client, path) for path in ("/", "/children/")]
    children_with_marks(manager, 27)
    html = client.get("/").content.decode()
    assert "30 things for 30 children need you." in html
    assert [statements(client, path) for path in ("/", "/children/")] == few
    assert max(few) <= MOST_STATEMENTS


def test_thirty_entries_cost_no_more_statements_than_three(manager, robin):
    client = entered_as("david")
    path = f"/children/{robin}/chronology/"
    counts = []
    for many in (3, 27):
        with open_occasion(manager, about=(robin,)) as occasion:
            for number in range(many):
                _mark_in(occasion, robin, number)
        counts.append(statements(client, path))
    assert client.get(path).content.count(b'id="entry-') == 31
    assert counts[0] == counts[1] <= MOST_STATEMENTS


def _mark_in(occasion, child: UUID, number: int) -> None:
    seen = given.about(child, happened=now() - timedelta(minutes=number + 1))
    record_injury(occasion, seen, type=InjuryType.BRUISE, region=Region.SHIN)
