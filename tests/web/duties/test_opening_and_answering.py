"""A duty opened says its four parts and is answered in the words of the act; both of two answers are kept."""

import re
from uuid import UUID

import pytest
from django.test import Client
from tests import factories as given
from tests.web.entering import a_mark, entered_as, somebody, words

from kith.chronology.models import Entry
from kith.duties.models import Duty
from kith.vocabulary import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

REPEATED = "repeated_injuries_raise_non_accidental_injury"
HELD = "open_concern_is_answered_before_stepping_down"


def two_marks(who, robin) -> tuple[UUID, UUID]:
    return a_mark(who, robin, days_ago=20), a_mark(who, robin)


def the_duty(rule: str) -> str:
    return f"/duties/{Duty.objects.get(rule=rule, ending=None).id}/"


def choices(client: Client, path: str) -> list[str]:
    html = client.get(path).content.decode()
    return re.findall(r'name="evidence" value="([^"]+)"', html)


def test_a_duty_says_what_is_on_record_what_to_do_why_and_how_to_answer(manager, robin):
    two_marks(manager, robin)
    said = words(entered_as("david").get(the_duty(REPEATED)))
    parts = ["On record", "2 injuries on record", "Do next", "ring the on-call paediatrician", "Why", "The rule", "Answer",
             "Call a strategy discussion", "Record what we think, and why", "Decide not to, because…", "What this rests on"]  # fmt: skip
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    assert "Nobody has answered yet." in said and "ring 999" in said


def test_what_somebody_thinks_answers_a_concern_when_it_names_all_that_was_read(manager, robin):
    two_marks(manager, robin)
    client, duty = entered_as("david"), the_duty(REPEATED)
    read = choices(client, f"{duty}think")
    answer = {
        "about": [str(robin)],
        "evidence": read[:1],
        "could_be_caused": "cannot_tell",
        "said": "I read one of them.",
    }
    assert client.post(f"{duty}think", answer).status_code == 302
    assert Duty.objects.get(rule=REPEATED).ending is None, "one mark was left unread"
    whole = {**answer, "evidence": read, "said": "Both knees, and both seen from the window."}
    assert client.post(f"{duty}think", whole)["Location"] == f"{duty}?saved=1"
    assert Duty.objects.get(rule=REPEATED).ending == "met"
    said = words(client.get(duty))
    assert "This was answered." in said
    assert said.index("Both knees") < said.index("I read one of them."), "both are kept, the newest first"


def test_an_answer_without_a_reason_is_not_saved_and_says_what_to_do(manager, robin):
    two_marks(manager, robin)
    client, duty = entered_as("david"), the_duty(REPEATED)
    response = client.post(
        f"{duty}think", {"about": [str(robin)], "evidence": choices(client, f"{duty}think"), "said": " "}
    )
    assert response.status_code == 422 and "Say why, in a sentence or two." in words(response)
    assert not Entry.objects.filter(kind="consideration").exists()


def test_deciding_not_to_over_a_hold_says_that_it_needs_two_and_takes_two(manager, robin):
    a_mark(manager, robin)
    somebody(given.somebody_at("Front door hub", "hub", Role.HUB_DECISION_MAKER), "jo")
    duty = the_duty(HELD)
    for number, username in enumerate(("david", "jo"), start=1):
        client = entered_as(username)
        page = client.get(f"{duty}not")
        assert "This needs two people" in words(page)
        why = {"about": [str(robin)], "evidence": choices(client, f"{duty}not"), "said": f"Reason {number}."}
        assert client.post(f"{duty}not", why).status_code == 302
        assert (Duty.objects.get(rule=HELD).ending == "waived") is (number == 2)


def test_whoever_does_not_decide_is_told_so_in_words_and_keeps_what_they_typed(robin, nursery):
    a_mark(nursery, robin, days_ago=20)
    a_mark(nursery, robin)
    client, duty = entered_as("beth"), the_duty(REPEATED)
    response = client.post(
        f"{duty}think", {"about": [str(robin)], "evidence": choices(client, f"{duty}think"), "said": "We saw him fall."}
    )
    assert response.status_code == 422
    assert "A concern is answered by social care or the front door." in words(response)
    assert "We saw him fall." in response.content.decode()


def test_whether_somebody_could_have_caused_a_mark_is_answered_by_nobody_beforehand(manager, robin):
    two_marks(manager, robin)
    client, duty = entered_as("david"), the_duty(REPEATED)
    asked = re.findall(r'<input[^>]*name="could_be_caused"[^>]*>', client.get(f"{duty}think").content.decode())
    assert len(asked) == 4 and not [one for one in asked if "checked" in one]
    unsaid = {"about": [str(robin)], "evidence": choices(client, f"{duty}think"), "said": "I read them."}
    assert client.post(f"{duty}think", unsaid).status_code == 302, "nothing is refused for being incomplete"
    assert Duty.objects.get(rule=REPEATED).ending is None, "and it settles nothing about a mark"


def buttons(client: Client, path: str) -> list[str]:
    html = client.get(path).content.decode()
    return re.findall(r'class="button[^"]*" href="[^"]*">([^<]+)<', html)


EVERY_ANSWER = ["Call a strategy discussion", "Record what we think, and why", "Decide not to, because…"]
WRITE = "Write down what you saw"
OTHERS_ANSWER = "they must answer you"


@pytest.mark.parametrize(
    ("role", "agency", "type_"),
    [
        (Role.SOCIAL_WORKER, "North team", "social_care"),
        (Role.SOCIAL_CARE_MANAGER, "North team", "social_care"),
        (Role.HUB_DECISION_MAKER, "Front door hub", "hub"),
        (Role.EMERGENCY_DUTY, "Emergency Duty Service", "emergency_duty"),
    ],
)
def test_whoever_decides_has_every_answer_and_nobody_else_is_named(robin, role, agency, type_):
    two_marks(somebody(given.somebody_at(agency, type_, role), "ruth"), robin)
    client = entered_as("ruth")
    assert buttons(client, the_duty(REPEATED)) == EVERY_ANSWER
    assert OTHERS_ANSWER not in words(client.get(the_duty(REPEATED)))


@pytest.mark.parametrize(
    ("role", "agency", "type_"),
    [
        (Role.NURSERY_WORKER, "Larkfield Nursery", "nursery"),
        (Role.HEALTH_VISITOR, "Westgate", "health_visiting"),
        (Role.GP, "Millpond Surgery", "gp_practice"),
        (Role.POLICE_OFFICER, "Police", "police"),
        (Role.PAEDIATRICIAN, "Northbrook General", "hospital"),
    ],
)
def test_whoever_does_not_decide_reads_who_answers_and_is_offered_only_what_they_may_write(robin, role, agency, type_):
    two_marks(somebody(given.somebody_at(agency, type_, role), "beth"), robin)
    client = entered_as("beth")
    for rule in (REPEATED, HELD):
        page = client.get(the_duty(rule))
        assert "by social care or the front door" in words(page) and OTHERS_ANSWER in words(page)
        assert not set(buttons(client, the_duty(rule))) & {*EVERY_ANSWER, "Decide what response it gets"}
    assert buttons(client, the_duty(REPEATED)) == [WRITE]
    assert client.get(f"/children/{robin}/write/note").status_code == 200, "what is offered opens"
    assert buttons(client, the_duty(HELD)) == ["We mean to close or step down"]


def test_the_warning_on_a_childs_page_offers_the_reader_what_they_may_give(robin, nursery):
    two_marks(nursery, robin)
    assert EVERY_ANSWER[0] in buttons(entered_as("david"), f"/children/{robin}/")
    seen_by_the_nursery = buttons(entered_as("beth"), f"/children/{robin}/")
    assert not set(seen_by_the_nursery) & set(EVERY_ANSWER)


def test_somebody_who_may_not_open_the_record_may_not_open_its_duty(manager, robin):
    two_marks(manager, robin)
    somebody(given.somebody_at("Elsewhere Nursery", "nursery", Role.NURSERY_WORKER), "beth")
    response = entered_as("beth").get(the_duty(REPEATED))
    assert response.status_code == 403 and "Robin" not in words(response)


def test_there_is_no_duty_at_an_address_nobody_gave(manager):
    assert entered_as("david").get(f"/duties/{UUID(int=5)}/").status_code == 404
