"""Telling us about a child takes words and a number; the front door sees who waits, and nobody else sees the board."""

import re
from datetime import datetime

import pytest
from tests import factories as given
from tests.web.entering import a_mark, entered_as, somebody, words
from tests.web.ringing_round import EVE, it_is

from kith.chronology.models import Entry
from kith.intake.acts import decide_threshold
from kith.intake.models import Contact
from kith.journey.occasion import open_occasion
from kith.occasions.record import new_id
from kith.people.models import Person
from kith.policy.calendar import LONDON
from kith.vocabulary import Role, ThresholdOutcome

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

LEAST = {"said": "She had a mark on her cheek.", "ring_back": "01632 960155"}


def test_words_and_a_number_are_enough(nursery):
    client = entered_as("beth")
    sent = client.post("/tell", LEAST)
    assert sent.status_code == 302
    page = words(client.get(sent["Location"]))
    assert "Sent to the front door" in page and "You will hear at the latest by" in page and "ring 999" in page
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


def test_the_same_words_sent_again_lead_to_the_first_and_say_when_they_were_sent(nursery):
    client = entered_as("beth")
    first, again = (client.post("/tell", {**LEAST, "token": "of-this-form"}) for _ in range(2))
    assert "This was sent already" not in words(client.get(first["Location"]))
    assert again["Location"].startswith(first["Location"])
    page = words(client.get(again["Location"]))
    assert "This was sent already" in page and "The same words were sent today" in page
    assert f"Reference {Contact.objects.get().pk.hex[-6:].upper()}" in page


@pytest.mark.parametrize("other", [{"said": "And another on her arm."}, {"mark": "yes"}, {"name": "Casey Lund"}])
def test_other_words_on_a_page_gone_back_to_are_another_contact_and_none_is_lost(nursery, other):
    client = entered_as("beth")
    for told in (LEAST, {**LEAST, **other}):
        sent = client.post("/tell", {**told, "token": "of-this-form"})
        assert "Sent to the front door" in words(client.get(sent["Location"]))
    assert Contact.objects.count() == 2


def test_the_page_after_sending_says_which_child_it_is_about(manager, nursery, robin):
    a_mark(nursery, robin)
    client = entered_as("beth")

    def said_of(**told: str) -> str:
        return words(client.get(client.post("/tell", {**LEAST, **told})["Location"]))

    assert "About: Robin Marsh ." in said_of(child=str(robin))
    assert "About: a child not in your list: “Robin M., about two” ." in said_of(name="Robin M.", born="about two")
    assert "About: a child not in your list: “about two” ." in said_of(born="about two")
    assert "About: a child you gave no name for ." in said_of()


def test_nobody_else_reads_whom_somebody_told_us_about(nursery, hub):
    sent = entered_as("beth").post("/tell", {**LEAST, "name": "Casey Lund"})["Location"]
    somebody(given.somebody_at("Elsewhere Nursery", "nursery", Role.NURSERY_WORKER), "kit")
    for username in ("kit", "jo"):
        there, nowhere = (entered_as(username).get(page) for page in (sent, f"/tell/{new_id()}"))
        assert (there.status_code, nowhere.status_code) == (403, 403)
        assert words(there) == words(nowhere) and "Casey" not in words(there)


def test_a_child_chosen_and_another_name_typed_is_asked_about_and_nothing_typed_is_lost(manager, nursery, robin):
    a_mark(nursery, robin)
    told = {**LEAST, "child": str(robin), "name": "Casey Lund", "mark": "yes"}
    response = entered_as("beth").post("/tell", told)
    assert response.status_code == 422
    assert "You chose Robin Marsh and also wrote a name." in words(response) and "say which" in words(response)
    html = response.content.decode()
    assert LEAST["said"] in html and 'value="Casey Lund"' in html
    assert all(re.search(f'value="{one}"[^>]* checked', html) for one in (robin, "yes"))
    assert not Contact.objects.exists()
    assert entered_as("beth").post("/tell", {**told, "child": ""}).status_code == 302


def test_of_many_children_seven_stand_open_with_none_of_them_first_and_the_one_chosen_among_them(hub):
    children = [given.a_child(hub, f"Child {letter}") for letter in "ABCDEFGHIJKL"]
    client = entered_as("jo")
    last = {"said": "Rang again.", "child": str(children[-1])}
    for response, second in ((client.get("/tell"), "Child A"), (client.post("/tell", last), "Child L")):
        page = response.content.decode()
        asked = page[page.index("Which child") :].split("</fieldset>")[0]
        shown, folded = asked.split('<details class="more more-choices">')
        assert (shown.count("<input"), folded.count("<input")) == (8, 5)
        assert re.findall(r"<label[^>]*>(.+?)</label>", shown)[:2] == ["A child not in this list", second]
    assert re.search(f'value="{children[-1]}"[^>]* checked', page)


def test_going_back_ticks_no_choice_that_was_not_made(nursery):
    html = entered_as("beth").get("/tell").content.decode()
    radios = re.findall(r'<input type="radio"[^>]*>', html)
    assert len(radios) > 8 and all('autocomplete="off"' in one for one in radios)


def test_the_board_shows_who_waits_and_moves_on_when_it_was_decided(nursery, hub):
    entered_as("beth").post("/tell", {**LEAST, "name": "Casey Lund"})
    client = entered_as("jo")
    said = words(client.get("/front-door/"))
    assert "1 contact waits for a decision." in said and "Decide this one next" in said
    assert "Casey Lund" in said and "Larkfield Nursery" in said and "nothing before this on record" in said
    contact = Contact.objects.select_related("entry").get()
    assert said.count(f"Reference {contact.pk.hex[-6:].upper()}") == 2, "what whoever told us was given is found here"
    child = contact.entry.about.get().person_id
    with open_occasion(hub, about=(child,)) as occasion:
        decide_threshold(
            occasion, given.about(child, said="We look."), contact=contact.pk, outcome=ThresholdOutcome.ASSESSMENT
        )
    said = words(client.get("/front-door/"))
    assert "Nobody is waiting for a decision" in said and "Decided: assessment" in said


def test_what_is_late_is_said_to_be_late_and_not_to_be_due_today(settings, nursery, hub):
    it_is(settings, EVE)
    beth, jo = entered_as("beth"), entered_as("jo")

    def board(day: int) -> str:
        it_is(settings, datetime(2026, 12, day, 16, 30, tzinfo=LONDON))
        return words(jo.get("/front-door/"))

    beth.post("/tell", {**LEAST, "name": "Casey Lund"})
    assert "1 contact waits for a decision. None must be decided by the end of today." in board(24)
    said = board(29)
    assert "1 must be decided by the end of today." in said and "should have been decided" not in said
    beth.post("/tell", {**LEAST, "name": "Maya Ellery"})
    said, late = board(30), "should have been decided by the end of yesterday, Tuesday 29 December"
    assert f"2 contacts wait for a decision. 1 {late}. 1 must be decided by the end of today." in said
    assert said.count(late) == 3, "at the head, in the one to decide next, and on its card"
    assert "it was due" not in said
    said = board(31)
    first = "the first by the end of Tuesday 29 December"
    assert f"2 contacts wait for a decision. 2 should have been decided already, {first}." in said
    assert "must be decided by the end of today" not in said


def test_the_board_is_the_front_doors_own(nursery, robin):
    assert entered_as("beth").get("/front-door/").status_code == 403


@pytest.mark.parametrize(
    ("told", "known"),
    [({"name": "Robin M.", "born": "14 June 2024"}, True), ({"name": "Robin M., about two"}, True),
     ({"name": "Robin M.", "born": "a toddler"}, False), ({"name": "Robin M.", "born": "43"}, False)],
)  # fmt: skip
def test_an_age_that_was_told_is_known_as_widely_as_it_was_said_and_the_words_stay(nursery, told, known):
    assert entered_as("beth").post("/tell", {**LEAST, **told}).status_code == 302
    child = Person.objects.get(name=told["name"].partition(",")[0])
    assert (child.born_from is not None) == known
    assert child.born_from is None or child.born_from <= child.born_until
    if "born" in told:
        assert told["born"] in Contact.objects.get().entry.said
