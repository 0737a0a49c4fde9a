"""My work: one warning, what needs me by time, what others owe, and no entry that its reader may not read."""

import re

import pytest
from tests import factories as given
from tests.web.entering import a_mark, entered_as, somebody, words

from kith.agencies.acts import add_professional, add_sign_in
from kith.chronology.acts import record_injury
from kith.chronology.enter import NewEntry
from kith.duties.models import Duty
from kith.journey.occasion import open_occasion
from kith.policy.permissions import Actor
from kith.vocabulary import InjuryType, Region, Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]


def my_work(username: str = "david") -> str:
    return words(entered_as(username).get("/"))


def test_nothing_to_do_is_not_said_to_be_nothing_to_fear(manager):
    said = my_work()
    assert "Nothing stands open that is yours to answer." in said
    assert "That does not mean every child is safe" in said


def test_one_thing_for_one_child_is_said_in_the_singular(manager, robin):
    a_mark(manager, robin)
    assert "1 thing for 1 child needs you." in my_work()


def test_only_the_most_serious_of_all_stands_in_the_box(manager, robin):
    isla = given.a_child(manager, "Isla Marsh")
    given.open_to_social_care(manager, isla)
    for child in (robin, isla):
        a_mark(manager, child, days_ago=20)
        a_mark(manager, child)
    html = entered_as("david").get("/").content.decode()
    assert html.count('<section class="duty ') == 1
    assert html.count("Serious concern: decide now") == 2, "the other is in the list"
    assert "2 serious concerns" in html


def test_what_a_colleague_owes_for_the_same_child_is_what_somebody_waits_for(manager, robin):
    with open_occasion(Actor(name="Setting up", is_machine=True)) as occasion:
        who = add_professional(occasion, name="Amara Okafor", role=Role.SOCIAL_WORKER, agency=manager.agency)
        add_sign_in(occasion, professional=who.id, username="amara")
    a_mark(manager, robin, days_ago=20)
    a_mark(manager, robin)
    mine, waiting = my_work("amara").split("Waiting on others")
    assert "Serious concern: decide now" in mine
    assert "With Social care manager, North team (no name or number entered) since today" in waiting
    assert "Nobody owes you an answer" in my_work("david"), "what the team owes is all the manager's own"


def test_an_entry_that_somebody_may_not_read_is_counted_and_not_told(robin, settings):
    surgery = given.somebody_at("Millpond Surgery", "gp_practice", Role.GP)
    reader = somebody(given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER), "beth")
    a_mark(reader, robin, days_ago=20)
    told = given.about(robin, said="Between the surgery and whoever decides.")
    with open_occasion(surgery, about=(robin,)) as occasion:
        kept = NewEntry(about=told.about, happened=told.happened, said=told.said, known_to=())
        record_injury(occasion, kept, type=InjuryType.BRUISE, region=Region.UPPER_ARM)
    beth = entered_as("beth")
    assert "Between the surgery" not in words(beth.get(f"/children/{robin}/"))
    duty = f"/duties/{Duty.objects.get(rule='repeated_injuries_raise_non_accidental_injury', ending=None).id}/"
    assert "1 more that you may not see here." in words(beth.get(duty))
    assert "Between the surgery" not in words(beth.get(duty))
    assert "Between the surgery" in words(entered_as("david").get(duty))


def test_what_was_typed_is_never_markup_on_this_page_either(manager):
    child = given.a_child(manager, "<b>Robin</b>")
    given.open_to_social_care(manager, child)
    a_mark(manager, child, said="<script>alert(1)</script>")
    html = entered_as("david").get("/").content.decode()
    assert "<script" not in html and "<b>Robin" not in html
    assert "&lt;b&gt;Robin" in html


def done_this_week(username: str) -> list[str]:
    """The rows of what somebody did, in words."""
    rows = re.findall(r"<tr><td>.+?</tr>", entered_as(username).get("/").content.decode(), re.S)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip() for row in rows]


def test_a_worry_somebody_told_us_is_said_to_be_the_front_doors_to_decide(nursery):
    told = {"said": "He was hungry.", "ring_back": "01632 960155", "mark": "yes", "name": "Casey Lund"}
    entered_as("beth").post("/tell", told)
    done = done_this_week("beth")
    assert len(done) == 2 and all(row.endswith("The front door decides what follows") for row in done), done


def test_what_nobody_is_sent_is_on_the_record_and_not_said_to_be_nobody_elses_to_hear(manager, robin):
    entered_as("david").post(f"/children/{robin}/note", {"about": [str(robin)], "said": "Rang the nursery."})
    (done,) = done_this_week("david")
    assert done.endswith("On the record; no notice was sent") and "Nobody else" not in done
