"""The pages through their doors: who gets in, who is turned away and how, and what it costs."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from tests import factories as given
from tests.web.entering import a_mark, entered_as, somebody, words

from kith.chronology.acts import record_injury, record_visit, retract
from kith.chronology.enter import NewEntry
from kith.intake.acts import receive_contact
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.occasions.models import Occasion
from kith.occasions.record import new_id
from kith.vocabulary import Harm, InjuryType, Purpose, Region, Role, VisitOutcome

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

MOST_STATEMENTS = 25


# -- the doors --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/children/", f"/children/{UUID(int=1)}/"])
def test_nobody_sees_a_page_before_they_enter(path):
    response = Client().get(path)
    assert (response.status_code, response["Location"]) == (302, "/enter")


def test_entering_opens_one_occasion_and_leads_to_my_work(manager):
    before = Occasion.objects.count()
    response = Client().post("/enter", {"enter_as": "david"})
    assert (response.status_code, response["Location"]) == (302, "/")
    assert Occasion.objects.count() == before + 1
    assert Occasion.objects.filter(purpose=Purpose.SIGNING_IN).count() == 1


def test_somebody_who_is_not_there_cannot_be_entered_as(manager):
    response = Client().post("/enter", {"enter_as": "nobody"})
    assert response.status_code == 400
    assert "Whose work do you want to see?" in words(response)
    assert not Occasion.objects.filter(purpose=Purpose.SIGNING_IN).exists()


def test_there_is_no_such_door_outside_the_demonstration(manager, settings):
    settings.DEMO = False
    for response in (Client().get("/enter"), Client().post("/enter", {"enter_as": "david"})):
        assert response.status_code == 404
    assert not Occasion.objects.filter(purpose=Purpose.SIGNING_IN).exists()


def test_leaving_opens_one_occasion_and_closes_every_page(manager):
    client = entered_as("david")
    assert client.post("/leave")["Location"] == "/enter"
    assert Occasion.objects.filter(purpose=Purpose.SIGNING_IN).count() == 2
    assert client.get("/")["Location"] == "/enter"
    assert client.post("/leave")["Location"] == "/enter", "whoever has left has left"
    assert Occasion.objects.filter(purpose=Purpose.SIGNING_IN).count() == 2


def test_every_address_says_here_what_may_be_posted_to_it(manager):
    """A new address that takes a POST has to be added here, and to open one occasion as these do."""
    client = entered_as("david")
    paths = [re.sub(r"<uuid:\w+>", str(UUID(int=1)), str(one.pattern)) for one in get_resolver().url_patterns]
    some = {"<str:link>": "no-link", "<slug:kind>": "visit", "<int:number>": "6", "<slug:name>": "child_is_seen_alone"}
    tried = {path: re.sub(r"<\w+:\w+>", lambda part: some[part[0]], path) for path in paths}
    posted = {path for path, one in tried.items() if client.post(f"/{one}").status_code != 405}
    child, duty = f"children/{UUID(int=1)}", f"duties/{UUID(int=1)}"
    writing = {
        f"{child}/note",
        f"{child}/write/<slug:kind>",
        f"{duty}/think",
        f"{duty}/not",
        f"{duty}/what-we-know",
        "tell",
    }
    writing |= {f"{child}/discussion/", f"{child}/worries/{UUID(int=1)}/", f"{child}/who/", "find/"}
    writing |= {f"notices/{UUID(int=1)}/", f"notices/{UUID(int=1)}/open"}
    writing |= {
        "tell-us/code",
        "tell-us/code/enter",
        "tell-us/form",
        "tell-us/heard/<str:link>",
        f"told/{UUID(int=1)}/",
    }
    writing |= {f"settings/{UUID(int=1)}/somebody", f"settings/{UUID(int=1)}/write/<slug:kind>"}
    writing |= {"front-door/police/", f"front-door/police/{UUID(int=1)}/"}
    writing |= {f"teams/{UUID(int=1)}/{rest}" for rest in ("", "away", f"away/{UUID(int=1)}/back")}
    assert posted - {"healthz"} == {"clock", "enter", "leave", *writing}
    assert client.get("/leave").status_code == 405


# -- a child's record -------------------------------------------------------------------------------------------------


def test_a_record_shows_the_duty_who_owes_it_and_the_entry_and_is_never_kept_by_the_browser(manager, robin):
    a_mark(manager, robin, said="A round bruise.")
    response = entered_as("david").get(f"/children/{robin}/")
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    said = words(response)
    for part in (
        "Robin Marsh",
        "Answer this first",
        "Social care manager, North team (no name or number entered):",
        "“A round bruise.”",
    ):
        assert part in said
    assert (
        "<title>Reference " in response.content.decode()
        and "Robin" not in response.content.decode().split("</title>")[0]
    )


def test_somebody_else_is_turned_away_alike_whether_kith_knows_the_child_or_not(nursery, robin):
    client = entered_as("beth")
    known, unknown = (client.get(f"/children/{child}/") for child in (robin, new_id()))
    assert (known.status_code, unknown.status_code) == (403, 403)
    assert words(known) == words(unknown)
    assert "Robin" not in words(known)
    assert "front door hub" in words(known)


def test_a_child_who_is_not_there_is_not_found_by_those_who_see_every_child():
    somebody(given.somebody_at("Front door hub", "hub", Role.HUB_DECISION_MAKER), "jo")
    assert entered_as("jo").get(f"/children/{new_id()}/").status_code == 404


@pytest.mark.parametrize("day", ["soon", "2999-01-01", "2026-02-30"])
def test_a_day_that_cannot_be_shown_leads_to_today(manager, robin, day):
    response = entered_as("david").get(f"/children/{robin}/?known_on={day}")
    assert (response.status_code, response["Location"]) == (302, f"/children/{robin}/")


def test_what_somebody_typed_is_never_markup(manager, robin):
    a_mark(manager, robin, said="<script>alert(1)</script>")
    html = entered_as("david").get(f"/children/{robin}/").content.decode()
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_retracted_entry_is_off_the_page_at_once_and_a_corrected_one_says_so(manager, robin):
    wrong = a_mark(manager, robin, said="Another child’s.")
    first = a_mark(manager, robin, days_ago=1, said="On the left arm.")
    with open_occasion(manager, about=(robin,)) as occasion:
        retract(occasion, given.about(robin, said="This was about another Robin."), retracts=wrong)
    mended = given.about(robin, happened=now() - timedelta(days=1), said="On the right arm.")
    with open_occasion(manager, about=(robin,)) as occasion:
        told = NewEntry(about=mended.about, happened=mended.happened, said=mended.said, corrects=first)
        record_injury(occasion, told, type=InjuryType.BRUISE, region=Region.UPPER_ARM)
    said = words(entered_as("david").get(f"/children/{robin}/"))
    assert "Another child’s." not in said
    assert "“On the right arm.”" in said
    assert said.index("“On the left arm.”") < said.index("Corrected since.")


def test_an_entry_about_a_sibling_alone_is_not_on_this_childs_page(manager, robin):
    isla = given.a_child(manager, "Isla Marsh")
    given.in_one_household(manager, robin, isla)
    a_mark(manager, isla, said="Isla fell off her bicycle.")
    client = entered_as("david")
    assert "bicycle" not in words(client.get(f"/children/{robin}/"))
    assert "bicycle" in words(client.get(f"/children/{isla}/"))


def test_a_rule_that_breaks_is_said_on_the_page_and_hides_nothing_else(manager, robin, monkeypatch):
    from dataclasses import replace

    from kith.journey import respond
    from kith.policy.rulebook import rulebook

    def broken(picture):
        raise RuntimeError("nobody tried this")

    first, *others = rulebook().rules
    torn = replace(rulebook(), rules=(replace(first, written=broken), *others))
    with monkeypatch.context() as for_a_while:
        for_a_while.setattr(respond, "book", lambda: torn)
        a_mark(manager, robin)
    said = words(entered_as("david").get(f"/children/{robin}/"))
    assert "Kith could not check this" in said and "Check it yourself, below." in said
    assert "nobody tried this" not in said, "no reader needs a programmer's words"
    assert "Answer this first" in said
    a_mark(manager, robin)  # by whole rules again
    assert "Kith could not check this" not in words(entered_as("david").get(f"/children/{robin}/"))


# -- what it costs ----------------------------------------------------------------------------------------------------


def statements(client: Client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_a_page_asks_the_database_as_often_for_many_as_for_few(manager, robin):
    client = entered_as("david")
    paths = ("/", "/children/", f"/children/{robin}/")
    a_mark(manager, robin)
    few = [statements(client, path) for path in paths]
    for number in range(6):
        child = given.a_child(manager, f"Child {number}")
        given.open_to_social_care(manager, child)
        given.in_one_household(manager, robin, child)
        a_mark(manager, child, days_ago=number)
        with open_occasion(manager, about=(robin,)) as occasion:
            record_visit(occasion, given.about(robin), outcome=VisitOutcome.NOBODY_IN)
    many = [statements(client, path) for path in paths]
    assert all(now_asked <= asked + 1 for now_asked, asked in zip(many, few, strict=True)), (few, many)
    assert max(many) <= MOST_STATEMENTS, many


def test_a_sentence_tells_nothing_of_an_entry_that_is_kept_from_the_reader(manager, nursery, robin):
    surgery = given.somebody_at("Millpond Surgery", "gp_practice", Role.GP)
    worry = given.about(robin, happened=now() - timedelta(days=40), said="Told us in confidence.")
    with open_occasion(surgery, about=(robin,)) as occasion:
        kept = NewEntry(about=worry.about, happened=worry.happened, said=worry.said, known_to=())
        receive_contact(occasion, kept, harm=Harm.NEGLECT)
    for days in (20, 1):
        a_mark(nursery, robin, days_ago=days)
    hidden = "Something stands open for Robin Marsh that rests on entries you may not read."
    client = entered_as("beth")
    for path in (f"/children/{robin}/", "/children/"):
        said = words(client.get(path))
        assert hidden in said
        assert "neglect" not in said and "in confidence" not in said
    for page in ("", "chronology/"):
        assert "And 1 more entry that you may not read." in words(client.get(f"/children/{robin}/{page}"))
        assert "you may not read" not in words(entered_as("david").get(f"/children/{robin}/{page}"))
    assert "you may not read" not in words(client.get(f"/children/{robin}/injuries/"))
    assert "injuries on record" in words(entered_as("david").get(f"/children/{robin}/"))
