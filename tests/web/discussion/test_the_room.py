"""A strategy discussion is called by saying who is here; each line is saved by itself; only its record ever waits."""

import re

import pytest
from tests import factories as given
from tests.web.entering import a_mark, entered_as, words

from kith.chronology.acts import record_account, record_development, record_observation
from kith.chronology.models import Entry
from kith.journey.occasion import open_occasion
from kith.vocabulary import MotorStage, Sense, Theme

pytestmark = pytest.mark.django_db


def test_it_is_called_by_saying_who_is_here_and_shows_who_is_missing(manager, robin):
    client = entered_as("david")
    room = f"/children/{robin}/discussion/"
    assert "No strategy discussion is going on." in words(client.get(room))
    assert client.post(room, {"do": "here", "heard": ["social_care_manager", "health_visitor"]}).status_code == 302
    said = words(client.get(room))
    assert "Social care is here" in said and "Health is here" in said
    assert "Police is not here yet, and is needed" in said and "Paediatrician has not been spoken to" in said


def test_what_is_decided_counts_at_once_and_only_finishing_waits_for_the_police(manager, robin):
    client = entered_as("david")
    room = f"/children/{robin}/discussion/"
    client.post(room, {"do": "here", "heard": ["social_care_manager", "health_visitor"]})
    decided = {"do": "decide", "what": "start_section_47", "said": "We start.", "reasons": ["seriousness"]}
    assert client.post(room, decided).status_code == 302
    assert Entry.objects.filter(kind="decision", said="We start.").count() == 1
    assert "“We start.”" in words(client.get(room))
    waits = client.post(room, {"do": "finish"})
    assert waits.status_code == 422
    assert "police" in words(waits).lower() and "What you decided already counts." in words(waits)
    client.post(
        room, {"do": "here", "heard": ["social_care_manager", "health_visitor", "police_officer", "paediatrician"]}
    )
    assert client.post(room, {"do": "finish"}).status_code == 302
    assert "No strategy discussion is going on." in words(client.get(room))


def test_a_decision_needs_words_and_keeps_what_was_chosen(manager, robin):
    client = entered_as("david")
    room = f"/children/{robin}/discussion/"
    client.post(room, {"do": "here", "heard": ["social_care_manager"]})
    response = client.post(room, {"do": "decide", "what": "medical", "said": ""})
    assert response.status_code == 422 and "Write what is decided, in a sentence." in words(response)
    assert not Entry.objects.filter(kind="decision").exists()


def test_a_nursery_worker_cannot_call_one_and_is_told_whom_to_tell(manager, nursery, robin):
    a_mark(nursery, robin)
    response = entered_as("beth").post(f"/children/{robin}/discussion/", {"do": "here", "heard": ["nursery_worker"]})
    assert response.status_code == 422 and "they must answer you" in words(response)


def test_deciding_before_anybody_is_here_says_what_comes_first(manager, robin):
    response = entered_as("david").post(
        f"/children/{robin}/discussion/", {"do": "decide", "what": "other", "said": "x"}
    )
    assert response.status_code == 422 and "Say who is here first" in words(response)


def test_no_decision_is_chosen_for_whoever_decides_and_choosing_none_is_not_saved(manager, robin):
    client = entered_as("david")
    room = f"/children/{robin}/discussion/"
    client.post(room, {"do": "here", "heard": ["social_care_manager"]})
    options = re.findall(r'<option value="([^"]*)"([^>]*)>', client.get(room).content.decode())
    assert options[0][0] == "", "what a browser shows first is no decision"
    assert not [value for value, rest in options if value and "selected" in rest]
    response = client.post(room, {"do": "decide", "what": "", "said": "We start."})
    assert response.status_code == 422 and "Choose what is decided." in words(response)
    assert "We start." in response.content.decode()
    assert not Entry.objects.filter(kind="decision").exists()


def test_what_is_known_is_read_with_harm_first_and_of_that_the_newest(manager, nursery, robin):
    at_home = given.somebody_at("Westgate health visiting team", "health_visiting")
    first = a_mark(nursery, robin, days_ago=9, said="The first mark.")
    with open_occasion(nursery, about=(robin,)) as occasion:
        record_account(occasion, given.about(robin, said="He fell, she said."), injury=first)
        record_observation(occasion, given.about(robin, said="He hid."), theme=Theme.BEHAVIOUR, sense=Sense.WORRY)
        record_observation(occasion, given.about(robin, said="He ate."), theme=Theme.HUNGER, sense=Sense.GOING_WELL)
    a_mark(nursery, robin, days_ago=2, said="The second mark.")
    with open_occasion(at_home, about=(robin,)) as occasion:
        record_development(occasion, given.about(robin, said="He walks."), stage=MotorStage.WALKING)
    said = words(entered_as("david").get(f"/children/{robin}/discussion/"))
    read = ["What we know", "Larkfield Nursery", "Mark 2: bruise, upper arm", "The second mark.", "Mark 1: bruise",
            "The first mark.", "Of mark 1:", "He fell, she said.", "A worry: behaviour", "He hid.", "and 1 more",
            "Westgate health visiting team", "He walks."]  # fmt: skip
    assert [said.index(part) for part in read] == sorted(said.index(part) for part in read)
    assert "He ate." not in said, "what goes well is among the more"


def test_what_the_discussion_asks_for_is_answered_in_the_room_and_leads_not_to_the_page_itself(manager, robin):
    client = entered_as("david")
    room = f"/children/{robin}/discussion/"
    client.post(room, {"do": "here", "heard": ["social_care_manager", "health_visitor"]})
    html = client.get(room).content.decode()
    assert '<a class="button" href="#here">Say who was spoken to</a>' in html and 'id="here"' in html
    assert f'href="{room}"' not in html
