"""Leave is entered and called off on a team's page; whoever covers sees what they answer for, and may read it."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories as given
from tests.web.entering import a_mark, entered_as, words
from tests.web.ringing_round import EVE, a_desk, a_shift, it_is
from tests.web.teams.test_who_has_whom import give, sections, url, worker

from kith.agencies.models import Away
from kith.agencies.queries import sign_ins
from kith.duties.models import Duty
from kith.policy.permissions import Actor
from kith.vocabulary import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def christmas_eve(settings):
    it_is(settings, EVE)


@pytest.fixture
def south() -> Actor:
    return given.somebody_at("South team")


@pytest.fixture
def amara(manager, robin) -> str:
    """Amara works with Robin, who has two marks nobody explained."""
    id = worker(manager, "Amara Okafor")
    a_desk(manager.agency, "01632 960 117")
    give(manager, id, robin)
    a_mark(manager, robin, days_ago=20)
    a_mark(manager, robin)
    return id


@pytest.fixture
def priya(south) -> str:
    return worker(south, "Priya Nair")


def away(at: Actor, away: str, cover: str = "", *, by: str = "david", **more: str):
    told = {"who": away, "first_day": "2026-12-24", "back_on": "2027-01-04", "cover": cover, "token": away}
    return entered_as(by).post(f"{url(at)}away", {**told, **more})


def owned(child: UUID, by: str = "david") -> str:
    return words(entered_as(by).get(f"/children/{child}/to-do/"))


COVERED = "Priya Nair, social worker, South team (covers for Amara Okafor until 4 January):"


def test_leave_is_entered_once_and_everywhere_the_cover_answers(manager, amara, priya, robin):
    assert "Amara Okafor, social worker, North team:" in owned(robin)
    for _ in range(2):
        assert away(manager, amara, priya)["Location"] == f"{url(manager)}?saved=1&away={amara}"
    assert Away.objects.count() == 1
    assert COVERED in owned(robin) and "Amara Okafor, social worker, North team:" not in owned(robin)
    ring = words(entered_as("david").get(f"/children/{robin}/"))
    assert "Priya Nair Social worker, South team Covers for Amara Okafor until 4 January" in ring


def test_the_teams_page_says_who_is_away_until_when_and_who_covers_and_so_does_the_covers_own(
    manager, south, amara, priya
):
    away(manager, amara, priya)
    page = entered_as("david").get(url(manager))
    found = sections(page)
    assert "Away until 4 January. Priya Nair, South team, covers." in found["Amara Okafor"]
    assert "Robin Marsh" in found["Amara Okafor"], "whose child it is has not changed"
    assert "1 of 2 staff away now." in words(page)
    assert "Amara Okafor, social worker: 1 child (away until 4 January)" in found["Allocate those ticked"]
    assert "Amara Okafor is away until 4 January; Priya Nair covers." in found["Leave and cover"]
    theirs = sections(entered_as("priya").get(url(south)))
    assert "Covers for Amara Okafor, North team, until 4 January." in theirs["Priya Nair"]
    assert "Amara" not in theirs["Leave and cover"]


def test_the_cover_sees_it_on_my_work_and_may_open_and_answer_it(manager, amara, priya, robin):
    assert entered_as("priya").get(f"/children/{robin}/").status_code == 403
    assert "Robin" not in words(entered_as("priya").get("/?show=all"))
    away(manager, amara, priya)
    work = words(entered_as("priya").get("/?show=all"))
    assert "You cover for Amara Okafor, social worker, North team, until 4 January." in work
    assert "Robin Marsh" in work and COVERED in work
    client = entered_as("priya")
    assert client.get(f"/children/{robin}/").status_code == 200
    assert "Robin Marsh" in words(client.get("/children/"))
    duty = Duty.objects.filter(subject=robin, owed_role=Role.SOCIAL_WORKER, ending=None).first()
    assert duty and client.get(f"/duties/{duty.id}/").status_code == 200


def test_the_cover_sees_nobody_elses_children(manager, amara, priya):
    other = given.a_child(manager, "Isla Marsh")
    given.open_to_social_care(manager, other)
    a_mark(manager, other)
    give(manager, worker(manager, "Grace Mead"), other, token="b")
    away(manager, amara, priya)
    client = entered_as("priya")
    assert client.get(f"/children/{other}/").status_code == 403
    assert "Isla" not in words(client.get("/?show=all")) + words(client.get("/children/"))


def test_when_the_leave_is_over_it_is_the_workers_again_and_shut_to_the_cover(manager, amara, priya, robin, settings):
    away(manager, amara, priya)
    settings.DEMO_CLOCK_AHEAD += timedelta(days=12).total_seconds()
    assert "Amara Okafor, social worker, North team:" in owned(robin)
    assert entered_as("priya").get(f"/children/{robin}/").status_code == 403
    assert "You cover" not in words(entered_as("priya").get("/"))


def test_back_early_it_is_theirs_again_and_nothing_entered_before_is_altered(manager, amara, priya, robin):
    away(manager, amara, priya)
    before = Away.objects.values().get()
    one = before["id"]
    assert (
        entered_as("amara").post(f"{url(manager)}away/{one}/back", {})["Location"]
        == f"{url(manager)}?saved=1&back={amara}"
    )
    assert "Amara Okafor, social worker, North team:" in owned(robin)
    assert Away.objects.filter(pk=one).values().get() == before
    entered_as("amara").post(f"{url(manager)}away/{one}/back", {})
    assert Away.objects.count() == 2, "pressed twice, they are back once"
    assert "Nobody has entered that anybody is away." in words(entered_as("david").get(url(manager)))


def test_leave_that_begins_tonight_leaves_it_with_the_worker_until_then(manager, amara, priya, robin):
    away(manager, amara, priya, first_time="17:00")
    said = owned(robin)
    assert "Amara Okafor until on 24 December, then Priya Nair, social worker, South team (covers for" in said
    assert "Robin" not in words(entered_as("priya").get("/?show=all"))
    assert "Amara Okafor is away from on 24 December until 4 January; Priya Nair covers." in words(
        entered_as("david").get(url(manager))
    )


def test_where_the_cover_is_away_too_it_is_the_manager_on_duty_and_then_the_desk(manager, south, amara, priya, robin):
    worker(south, "Helen Moss", Role.SOCIAL_CARE_MANAGER)
    a_shift(manager.agency, "Femi Adebayo", Role.SOCIAL_CARE_MANAGER, EVE - timedelta(hours=7), 8)
    away(manager, amara, priya)
    away(south, priya, by="helen")
    assert "Femi Adebayo, social care manager, North team (Amara Okafor is away until 4 January):" in owned(robin)
    found = sections(entered_as("david").get(url(manager)))
    assert "Priya Nair covers and is away too: the manager answers, else the duty desk." in found["Amara Okafor"]
    assert "Robin" not in words(entered_as("priya").get("/?show=all"))


def test_where_nobody_was_named_it_is_the_teams_manager_and_when_they_are_away_the_desk_by_number(
    manager, amara, robin, hub
):
    away(manager, amara)
    assert "David, social care manager, North team (Amara Okafor is away until 4 January):" in owned(robin)
    david = next(str(one.actor.id) for one in sign_ins() if one.username == "david")
    away(manager, david, by="jo")
    desk = "Social worker, North team on 01632 960 117 (Amara Okafor is away until 4 January):"
    assert desk in owned(robin)


def test_a_worker_enters_their_own_leave_and_nobody_elses(manager, amara, priya, robin):
    grace = worker(manager, "Grace Mead")
    page = entered_as("amara").get(f"{url(manager)}away").content.decode()
    assert (
        f'value="{amara}"' in page.split('name="cover"')[0] and f'value="{grace}"' not in page.split('name="cover"')[0]
    )
    assert 'value="2026-12-24"' in page, "today is filled in"
    assert away(manager, amara, priya, by="amara").status_code == 302
    refused = away(manager, grace, by="amara")
    assert refused.status_code == 422 and Away.objects.count() == 1


def test_what_cannot_be_is_said_and_what_was_typed_is_kept(manager, amara, priya):
    for more, said in (
        ({"back_on": "2026-12-24"}, "This ends before it begins."),
        ({"back_on": ""}, "Enter the day they are back."),
        ({"who": ""}, "Choose who is away."),
        ({"cover": amara}, "Nobody covers for themselves."),
        ({"first_time": "noonish"}, "Enter the time like"),
    ):
        page = away(manager, amara, **{"cover": priya, **more})
        assert page.status_code == 422 and said in words(page) and 'value="2026-12-24"' in page.content.decode()
    assert not Away.objects.exists()


def test_somebody_of_another_team_says_nobody_is_back(manager, south, amara, priya):
    away(manager, amara, priya)
    one = Away.objects.get().id
    assert entered_as("priya").post(f"{url(manager)}away/{one}/back", {}).status_code == 403
    assert entered_as("priya").post(f"{url(south)}away/{one}/back", {}).status_code == 403
    assert Away.objects.count() == 1


def test_covering_for_many_costs_my_work_no_more_statements_than_for_one(manager, amara, priya, robin):
    counts = []
    for name in ("Amara Okafor", "Grace Mead", "Dele Adu"):
        who = amara if name == "Amara Okafor" else worker(manager, name)
        child = given.a_child(manager, f"Child of {name}")
        given.open_to_social_care(manager, child)
        a_mark(manager, child)
        give(manager, who, child, token=name)
        away(manager, who, priya)
        client = entered_as("priya")
        client.get("/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/")
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2]
