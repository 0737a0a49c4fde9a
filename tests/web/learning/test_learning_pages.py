"""What was learned, the rules that keep it, and what they did here: what each page says, to whom, and what it costs."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests import factories as given
from tests.web.entering import a_mark, entered_as, words

from kith.duties.models import Duty
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.occasions.models import Occasion, OccasionOutcome
from kith.policy.rulebook import discovered, rulebook
from kith.replay.examples import shown_in_tests
from kith.replay.learning_points import POINTS
from kith.vocabulary import Purpose

pytestmark = pytest.mark.django_db

ASKED_FOR = "account_of_an_injury_is_asked_for"
PATHS = ("/learning/", "/learning/6/", "/rules/", f"/rules/{ASKED_FOR}/")


def said(path: str, who: str = "david") -> str:
    response = entered_as(who).get(path)
    assert response.status_code == 200
    return words(response)


# -- who reads them ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PATHS)
def test_nobody_reads_them_before_they_enter(path):
    assert Client().get(path)["Location"] == "/enter"
    assert not Occasion.objects.filter(purpose=Purpose.READING).exists()


@pytest.mark.parametrize("path", PATHS)
def test_anybody_who_is_signed_in_reads_them(nursery, path):
    assert entered_as("beth").get(path).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_they_are_only_looked_at(manager, path):
    assert entered_as("david").post(path).status_code == 405


def test_each_look_is_kept_and_says_at_what(manager):
    client = entered_as("david")
    for path in PATHS:
        client.get(path)
    looks = OccasionOutcome.objects.filter(occasion__purpose=Purpose.READING).values_list("said", flat=True)
    assert set(looks) == {"the learning points", "learning point 6", "the policy book", f"rule {ASKED_FOR}"}


@pytest.mark.parametrize("path", ["/learning/0/", "/learning/15/", "/learning/six/", "/rules/tea_is_made/"])
def test_what_is_not_there_is_not_found(manager, path):
    assert entered_as("david").get(path).status_code == 404


def test_no_child_and_nobody_is_named(manager, robin):
    a_mark(manager, robin, said="He said the dog did it.")
    client = entered_as("david")
    for path in PATHS:
        page = client.get(path).content.decode().split("<main")[1]
        assert "Robin Marsh" not in page and "dog" not in page and str(robin) not in page
        assert manager.agency_name not in page


# -- the learning points ----------------------------------------------------------------------------------------------


def test_all_fourteen_stand_in_the_reviews_words_with_how_many_rules_keep_each(manager):
    html = entered_as("david").get("/learning/").content.decode()
    assert re.findall(r'href="/learning/(\d+)/"', html) == [str(number) for number in range(1, 15)]
    page = words(entered_as("david").get("/learning/")).replace("&#x27;", "'")
    for number, point in POINTS.items():
        kept = sum(number in one.learning for one in rulebook().rules)
        after = page.split(point.sentence)[1]
        many = (
            "No rule keeps it yet."
            if not kept
            else f"{kept} rule{'s' if kept > 1 else ''} keep{'' if kept > 1 else 's'} it."
        )
        assert after.split("Learning point")[0].strip(" ”").startswith(many)
    assert "a practitioner still has to be named" in page


@pytest.mark.parametrize("number", POINTS)
def test_each_point_quotes_the_review_and_leads_to_every_rule_that_keeps_it(manager, number):
    html = entered_as("david").get(f"/learning/{number}/").content.decode()
    assert f"“{POINTS[number].sentence}”".replace("'", "&#x27;") in html
    assert POINTS[number].source in html
    for one in rulebook().rules:
        assert (f'href="/rules/{one.name}/"' in html) == (number in one.learning)


def test_a_point_whose_rules_have_not_spoken_does_not_say_that_all_is_well(manager):
    page = said("/learning/6/")
    assert "its rules have not spoken here. That does not mean that all is well" in page
    assert 'class="bars"' not in entered_as("david").get("/learning/6/").content.decode()


def test_what_spoke_is_counted_and_a_bigger_bar_is_not_said_to_be_more_harm(manager, robin):
    a_mark(manager, robin)
    page = said("/learning/6/")
    assert "A bigger bar means that more was looked at, not that more children were harmed." in page
    spoke = Duty.objects.filter(rule__in=[one.name for one in rulebook().rules if 6 in one.learning]).count()
    assert spoke
    times = {1: "once", 2: "twice"}.get(spoke, f"{spoke} times")
    assert f"its rules have spoken {times} here, and were answered in time not once." in page
    assert f"Spoke: {spoke} In time: 0 The others: {spoke} still open" in page


def test_bars_and_table_are_of_one_count_and_add_up(manager, robin):
    for days in (0, 20):
        a_mark(manager, robin, days_ago=days)
    Duty.objects.filter(rule=ASKED_FOR).update(
        ending="met", closed_at=now() - timedelta(seconds=1), closed_by=Occasion.objects.first()
    )
    html = entered_as("david").get("/learning/6/").content.decode()
    rows = re.findall(r"Spoke: </span>(\d+)</td>.*?<b>(\d+)</b></td><td>.*?The others: </span>([^<]*)</td>", html)
    assert len(rows) == 6
    for spoke, in_time, others in rows:
        assert int(spoke) == int(in_time) + sum(int(number) for number in re.findall(r"\d+", others))
    assert re.findall(r"<b>(\d+)</b> of (\d+)", html) == [(in_time, spoke) for spoke, in_time, _ in rows]
    widths = [float(width) for width in re.findall(r'width="([\d.]+)%" height="20"', html)]
    assert sum(widths) == pytest.approx(100, abs=0.1), "the only quarter with any is the longest bar"


# -- the policy book and a rule ---------------------------------------------------------------------------------------


def test_the_policy_book_holds_every_rule_under_each_point_it_keeps(manager):
    html = entered_as("david").get("/rules/").content.decode()
    for one in rulebook().rules:
        assert html.count(f'href="/rules/{one.name}/"') == len(one.learning)


@pytest.mark.parametrize("one", discovered(), ids=lambda one: one.name)
def test_a_rule_says_all_that_the_policy_book_says(manager, one):
    response = entered_as("david").get(f"/rules/{one.name}/")
    html = response.content.decode()
    heading = one.sentence.rstrip(".").replace("'", "&#x27;")
    assert f"<h1>{heading}</h1>" in html and html.count("<h1") == 1
    page = (
        words(response).split("Back to the policy book")[1].split("Kith knows only what has been entered. This page")[0]
    )
    for part in ("Who:", "By when:", "What ends it:", "What it never holds:", "It speaks", "It stays quiet", "Source"):
        assert part in page
    assert "To be named. Nobody has checked this rule yet." in page or one.checked_by != "to be named"
    assert "_" not in page
    assert html.count('class="differs-here"') == 2, "one fact is marked, on either side"


def test_a_rule_shows_what_it_said_in_its_tests(manager):
    example = shown_in_tests(ASKED_FOR).example
    page = said(f"/rules/{ASKED_FOR}/")
    assert example.sentence in page
    for line in example.speaks:
        assert line.what in page
    assert "Quiet does not mean that Robin is safe." in page


def test_a_rule_says_how_often_it_spoke_in_this_quarter_and_the_last(manager, robin):
    assert "it has not spoken here" in said(f"/rules/{ASKED_FOR}/")
    a_mark(manager, robin)
    page = said(f"/rules/{ASKED_FOR}/")
    assert "it has spoken once here" in page
    assert "It spoke once . 1 still open" in page
    assert page.count("It spoke not once .") == 1, "the quarter before"


def test_a_duty_leads_to_the_page_of_its_rule(manager, robin):
    a_mark(manager, robin)
    duty = Duty.objects.get(rule=ASKED_FOR)
    html = entered_as("david").get(f"/duties/{duty.id}/").content.decode()
    assert f'href="/rules/{ASKED_FOR}/"' in html


# -- what it costs ----------------------------------------------------------------------------------------------------


def test_ten_children_cost_no_more_statements_than_none(manager, robin):
    client = entered_as("david")

    def statements(path: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        return len(asked)

    few = [statements(path) for path in PATHS]
    with open_occasion(manager):
        pass
    for number in range(10):
        child = given.a_child(manager, f"Child {number}")
        given.open_to_social_care(manager, child)
        a_mark(manager, child)
    assert [statements(path) for path in PATHS] == few
    assert max(few) < 12
