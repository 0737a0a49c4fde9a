"""Telling us about a child takes words and a number; the front door sees who waits, and nobody else sees the board."""

import pytest
from tests import factories as given
from tests.web.entering import a_mark, entered_as, words

from kith.chronology.models import Entry
from kith.intake.acts import decide_threshold
from kith.intake.models import Contact
from kith.journey.occasion import open_occasion
from kith.people.models import Person
from kith.vocabulary import ThresholdOutcome

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

LEAST = {"said": "She had a mark on her cheek.", "ring_back": "01632 960155"}


def test_words_and_a_number_are_enough(nursery):
    client = entered_as("beth")
    sent = client.post("/tell", LEAST)
    assert sent.status_code == 302
    page = words(client.get(sent["Location"]))
    assert "Sent to the front door" in page and "You will hear by" in page and "ring 999" in page
    contact = Contact.objects.select_related("entry").get()
    assert (contact.entry.said, contact.ring_back) == (LEAST["said"], LEAST["ring_back"])
    assert Person.objects.get(id=contact.entry.about.get().person_id).identity == "unknown"


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [("said", "Write what has happened, in your own words."), ("ring_back", "Give a number to ring you back on.")],
)
def test_without_either_it_says_what_to_do_and_keeps_the_rest(nursery, missing, sentence):
    response = entered_as("beth").post("/tell", {**LEAST, "name": "Maya O’Neill-Ellery", missing: ""})
    assert response.status_code == 422 and sentence in words(response)
    assert "Maya O’Neill-Ellery" in response.content.decode()
    assert not Entry.objects.exists()


def test_a_child_the_nursery_knows_is_chosen_and_the_mark_is_an_entry_of_its_own(manager, nursery, robin):
    a_mark(nursery, robin)
    client = entered_as("beth")
    told = {
        **LEAST,
        "child": str(robin),
        "mark": "yes",
        "region": "cheek",
        "side": "left",
        "who_lives_there": "Jodie. Kyle?",
    }
    assert client.post("/tell", told).status_code == 302
    kinds = Entry.objects.filter(about__person=robin, agency=nursery.agency).values_list("kind", flat=True)
    assert {"contact", "injury", "observation"} <= set(kinds)
    occasions = Entry.objects.filter(kind__in=("contact", "observation")).values_list("occasion", flat=True)
    assert len(set(occasions)) == 1, "one act"


def test_sent_twice_is_told_once(nursery):
    client = entered_as("beth")
    for _ in range(2):
        assert client.post("/tell", {**LEAST, "token": "of-this-form"}).status_code == 302
    assert Contact.objects.count() == 1


def test_the_board_shows_who_waits_and_moves_on_when_it_was_decided(nursery, hub):
    entered_as("beth").post("/tell", {**LEAST, "name": "Casey Lund"})
    client = entered_as("jo")
    said = words(client.get("/front-door/"))
    assert "1 contact waits for a decision." in said and "Decide this one next" in said
    assert "Casey Lund" in said and "Larkfield Nursery" in said and "nothing before this on record" in said
    contact = Contact.objects.select_related("entry").get()
    child = contact.entry.about.get().person_id
    with open_occasion(hub, about=(child,)) as occasion:
        decide_threshold(
            occasion, given.about(child, said="We look."), contact=contact.pk, outcome=ThresholdOutcome.ASSESSMENT
        )
    said = words(client.get("/front-door/"))
    assert "Nobody is waiting for a decision" in said and "Decided: assessment" in said


def test_the_board_is_the_front_doors_own(nursery, robin):
    assert entered_as("beth").get("/front-door/").status_code == 403
