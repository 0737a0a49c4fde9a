"""The list of children: those whose record somebody may open, the most urgent first, and nobody else."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from tests import factories as given
from tests.web.entering import a_mark, entered_as, somebody, words

from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.occasions.record import new_id
from kith.people.acts import add_person
from kith.policy.calendar import LONDON, years_after
from kith.policy.facts import Person
from kith.policy.permissions import Actor
from kith.vocabulary import LifeStage, Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]


def open_child(actor: Actor, name: str) -> UUID:
    child = given.a_child(actor, name)
    given.open_to_social_care(actor, child)
    return child


def listed(username: str) -> list[str]:
    html = entered_as(username).get("/children/").content.decode()
    return re.findall(r'children__name"><a href="[^"]+">([^,<]+),', html)


def test_the_most_urgent_come_first_then_the_rest_by_name(manager):
    for name in ("Ada", "Zofia", "Tomas"):
        child = open_child(manager, name)
        if name == "Zofia":
            a_mark(manager, child)
        if name == "Tomas":
            a_mark(manager, child, days_ago=20)
            a_mark(manager, child)
    assert listed("david") == ["Tomas", "Zofia", "Ada"]


def test_an_agency_sees_the_children_it_is_open_to_and_no_others_and_the_front_door_sees_all(manager, hub):
    south = somebody(given.somebody_at("South team"), "priya")
    open_child(manager, "Robin")
    open_child(south, "Isla")
    assert listed("david") == ["Robin"]
    assert listed("priya") == ["Isla"]
    assert listed("jo") == ["Isla", "Robin"]


def test_a_brother_at_home_is_not_listed_to_an_agency_that_knows_only_his_sister(manager):
    nursery = somebody(given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER), "beth")
    isla, robin = open_child(manager, "Isla"), open_child(manager, "Robin")
    given.in_one_household(manager, isla, robin)
    a_mark(nursery, isla)
    assert listed("beth") == ["Isla"]


def test_each_child_has_their_most_serious_sentence_and_how_many_more(manager):
    robin = open_child(manager, "Robin")
    a_mark(manager, robin, days_ago=20)
    a_mark(manager, robin)
    response = entered_as("david").get("/children/")
    assert "1 child whose record you may open." in words(response)
    assert "Serious concern: decide now" in words(response)
    assert re.search(r"And \d+ more\.", words(response))


def test_a_child_of_whom_no_rule_has_spoken_is_not_said_to_be_safe(manager):
    open_child(manager, "Ada")
    assert "No rule has spoken. Kith knows only what has been entered." in words(entered_as("david").get("/children/"))


def test_whoever_is_open_to_nobody_is_told_so(manager):
    assert "There is no child here whose record you may open." in words(entered_as("david").get("/children/"))


def test_an_adult_is_not_among_the_children(hub):
    today = now().astimezone(LONDON).date()
    born = {"Grown": years_after(today, -18), "Nearly": years_after(today, -18) + timedelta(days=1)}
    with open_occasion(hub) as occasion:
        for name, day in born.items():
            add_person(occasion, Person(id=new_id(), name=name, born_from=day, born_until=day))
        add_person(occasion, Person(id=new_id(), name="Mother", stage_said=LifeStage.ADULT))
    assert listed("jo") == ["Nearly"]
