"""A strategy discussion is called by saying who is here; each line is saved by itself; only its record ever waits."""

import pytest
from tests.web.entering import entered_as, words

from kith.chronology.models import Entry

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
    from tests.web.entering import a_mark

    a_mark(nursery, robin)
    response = entered_as("beth").post(f"/children/{robin}/discussion/", {"do": "here", "heard": ["nursery_worker"]})
    assert response.status_code == 422 and "they must answer you" in words(response)


def test_deciding_before_anybody_is_here_says_what_comes_first(manager, robin):
    response = entered_as("david").post(
        f"/children/{robin}/discussion/", {"do": "decide", "what": "other", "said": "x"}
    )
    assert response.status_code == 422 and "Say who is here first" in words(response)
