"""A team's or setting's page: its duties on My work and here, its staff, and what can be written down of them."""

import re
from datetime import timedelta

import pytest
from tests import factories as given
from tests.web.entering import entered_as, words

from kith.duties.models import Duty
from kith.family.acts import begin_involvement
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.learning.models import Training, UpdateRead, WorksAt
from kith.occasions.models import Occasion
from kith.occasions.record import new_id
from kith.people.models import Person
from kith.policy.calendar import london_day
from kith.vocabulary import Service

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(manager, nursery) -> str:
    """The address of a nursery where Beth works and a child has a place."""
    child = given.a_child(manager, "Robin Marsh")
    with open_occasion(manager, about=(child,)) as occasion:
        begin_involvement(occasion, given.about(child), with_agency=nursery.agency, service=Service.NURSERY_PLACE)
    url = f"/settings/{nursery.agency}/"
    saved = entered_as("beth").post(f"{url}somebody", {"name": "Beth Coyle", "worker_role": "nursery_worker"})
    assert saved.status_code == 302
    return url


def beth() -> str:
    return str(Person.objects.get(name="Beth Coyle").id)


def written(url: str, kind: str, **answers: object):
    return entered_as("beth").post(f"{url}write/{kind}", {"about": [beth()], "said": "", "sure": "day", **answers})


def lapsed(url: str) -> None:
    until = london_day(now()) - timedelta(days=3)
    assert written(url, "training", topic="section_17_and_47", expires_on=until.isoformat()).status_code == 302


def test_what_a_setting_owes_stands_on_my_work_of_whoever_works_there_and_leads_to_its_page(place):
    lapsed(place)
    page = entered_as("beth").get("/")
    assert "1 thing for 1 team or setting needs you: 1 past the time." in words(page)
    assert "Training of 1 person at Larkfield Nursery, where a child is open" in words(page)
    assert f'href="{place}"' in page.content.decode()
    assert "Training of 1 person" in words(entered_as("beth").get("/?by=household"))


def test_its_own_page_leads_to_the_forms_that_answer_and_not_to_itself(place):
    lapsed(place)
    client = entered_as("beth")
    page = client.get(place)
    html = page.content.decode()
    assert "Open and answer" not in html and f'href="{place}"' not in html
    assert "Record training" in words(page)
    (form,) = re.findall(rf'<a class="button" href="({place}write/training)">', html)
    assert client.get(form).status_code == 200
    assert f'href="{place}"' in client.get("/").content.decode(), "My work still leads here"


def test_the_page_shows_its_duties_and_its_staff_with_training_and_what_they_must_read(place):
    lapsed(place)
    written(place, "practice_update", title="The Myth of Invisible Men", read_by="2999-01-01")
    said = words(entered_as("beth").get(place))
    assert "It is open to 1 child." in said
    assert "Training of 1 person at Larkfield Nursery, where a child is open, has run out or soon will." in said
    assert "Beth Coyle Nursery worker Section 17 and section 47: until" in said and ", ran out" in said
    assert "The Myth of Invisible Men, by 1 January 2999" in said
    assert "Robin" not in said


def test_what_is_written_down_ends_what_was_owed(place):
    lapsed(place)
    written(place, "practice_update", title="The Myth of Invisible Men", read_by="2999-01-01")
    (update,) = [str(id) for id in Duty.objects.filter(rule__startswith="update").values_list("about", flat=True)]
    assert written(place, "update_read", update=update).status_code == 302
    assert written(place, "training", topic="section_17_and_47", expires_on="2999-01-01").status_code == 302
    assert not Duty.objects.filter(ending=None, setting__isnull=False).exists()
    assert UpdateRead.objects.count() == 1 and Training.objects.count() == 2
    assert "Nothing" in words(entered_as("beth").get(place))


def test_somebody_who_left_is_in_the_list_no_longer(place, nursery):
    answers = {"setting": str(nursery.agency), "worker_role": "nursery_worker", "post": "left"}
    assert written(place, "works_at", **answers).status_code == 302
    page = entered_as("beth").get(place)
    assert "Nobody has entered who works here." in words(page)
    assert entered_as("beth").get(f"{place}write/training").status_code == 404


def test_training_of_which_nobody_knows_the_end_says_so(place):
    written(place, "training", topic="escalation", expires_on="")
    assert "Escalation: nobody wrote until when it counts" in words(entered_as("beth").get(place))


def test_every_kind_has_its_form_and_no_other_kind_is_written_here(place):
    client = entered_as("beth")
    page = client.get(place).content.decode()
    for kind in ("training", "practice_update", "update_read", "works_at"):
        assert f"{place}write/{kind}" in page
        assert client.get(f"{place}write/{kind}").status_code == 200
    assert client.get(f"{place}write/injury").status_code == 404


def test_what_is_wrong_is_said_and_nothing_is_entered(place):
    assert written(place, "training", topic="").status_code == 422
    assert entered_as("beth").post(f"{place}somebody", {"name": "", "worker_role": "gp"}).status_code == 422
    assert Training.objects.count() == 0 and WorksAt.objects.count() == 1


def test_a_form_sent_twice_names_one_person(place):
    client = entered_as("beth")
    told = {"name": "Ann Reed", "worker_role": "nursery_worker", "token": "once"}
    assert [client.post(f"{place}somebody", told).status_code for _ in range(2)] == [302, 302]
    assert Person.objects.filter(name="Ann Reed").count() == 1


def test_who_works_elsewhere_is_turned_away_and_every_look_is_kept(place, manager):
    before = Occasion.objects.count()
    assert entered_as("david").get(place).status_code == 403
    assert Occasion.objects.count() == before + 2, "signing in, and the look"


def test_the_front_door_may_look_and_what_is_not_there_is_not_found(place, hub):
    client = entered_as("jo")
    assert client.get(place).status_code == 200
    assert client.get(f"/settings/{new_id()}/").status_code == 404


def test_a_duty_of_a_setting_is_answered_on_its_page(place):
    lapsed(place)
    duty = Duty.objects.get(setting__isnull=False)
    client = entered_as("beth")
    assert client.get(f"/duties/{duty.id}/")["Location"] == place
    assert client.get(f"/duties/{duty.id}/not").status_code == 404


def test_a_place_without_a_child_is_asked_nothing(nursery):
    said = words(entered_as("beth").get(f"/settings/{nursery.agency}/"))
    assert "It is open to no child that Kith knows of" in said
