"""Every kind of entry can be written down on a page; what is wrong is said, and nothing typed is lost."""

import re
from html import unescape
from uuid import UUID

import pytest
from django.forms import Field
from django.test import Client
from tests import factories as given
from tests.web.entering import entered_as, somebody, words

from kith.chronology.models import Entry
from kith.journey.picture import gather_entries
from kith.journey.reading import open_record
from kith.occasions.models import Occasion
from kith.policy.facts import KINDS
from kith.policy.facts.fields import own_fields
from kith.policy.permissions import Actor
from kith.vocabulary import Role, ThresholdOutcome
from kith.web.entries.views import OF_A_CHILD
from kith.web.forms.around import around
from kith.web.forms.correcting import flat
from kith.web.forms.entry_form import EntryForm
from kith.web.forms.questions import QUESTIONS, question
from kith.web.kinds import GROUPS, OF_STAFF, TITLES

pytestmark = pytest.mark.django_db

#: Kinds that others name come before them; what may have to wait for an answer comes before anything is asked.
FIRST = ("involvement", "contact", "strategy_discussion", "decision", "action", "injury", "not_to_be_told", "told",
         "escalation", "handover", "professional_opinion", "closing_proposed", "information_asked", "authorisation")  # fmt: skip
LAST = ("threshold_decision", "discussion_finished", "stepped_down", "return_home", "discharge", "retraction")


def test_nothing_goes_unasked_and_every_kind_stands_once_in_a_group():
    asked = {(kind, name) for kind in KINDS for name in own_fields(KINDS[kind])}
    assert all(question(kind, name).asks for kind, name in asked)
    assert {one if isinstance(one, str) else one[1] for one in QUESTIONS} <= {name for _, name in asked} | {"act"}
    grouped = [kind for _, kinds in (*GROUPS, OF_STAFF) for kind in kinds]
    assert sorted(grouped) == sorted(KINDS) and set(TITLES) == set(KINDS)


def an_answer(name: str, field: Field) -> object:
    """Something a person could answer a question with."""
    choices = [str(value) for value, _ in flat(getattr(field, "choices", ())) if str(value)]
    if type(field).__name__ == "MultipleChoiceField":
        return choices[:1]
    if hasattr(field, "choices"):
        return choices[0] if choices else ""
    return {"DateField": "2020-01-02", "IntegerField": "2", "Moment": ("2020-01-02", "09:30")}.get(
        type(field).__name__, f"Words about {name}"
    )


def filled(actor: Actor, child: UUID, kind: str) -> dict[str, object]:
    record = open_record(actor, child)
    form = EntryForm(kind, around(record), record.now)
    typed: dict[str, object] = {"about": [str(child)], "said": "O’Connor said: “مرحبا” 🙂", "sure": "day", "token": ""}
    for name in own_fields(KINDS[kind]):
        answer = an_answer(name, form.fields[name])
        if isinstance(answer, tuple):
            typed[f"{name}_0"], typed[f"{name}_1"] = answer
        else:
            typed[name] = answer
    return typed


def post(client: Client, child: UUID, kind: str, typed: dict[str, object]):
    return client.post(f"/children/{child}/write/{kind}", typed)


def test_every_kind_of_entry_is_written_down_on_its_page_and_says_what_was_answered(manager, hub, robin):
    given.decided_on(hub, robin, given.told_of_a_worry(hub, robin), ThresholdOutcome.ASSESSMENT)
    client = entered_as("david")
    middle = sorted(OF_A_CHILD - set(FIRST) - set(LAST))
    for kind in (*FIRST, *middle, *LAST):
        page = client.get(f"/children/{robin}/write/{kind}")
        assert page.status_code == 200, kind
        typed = filled(manager, robin, kind)
        saved = post(client, robin, kind, typed)
        if saved.status_code == 422 and kind in LAST:
            assert "To go on," in words(saved), "only a hold may stand before an act, and it says what to do"
            continue
        assert saved.status_code == 302, (kind, re.findall(r'class="wrong"[^>]*>(.+?)</p>', saved.content.decode()))
        (fact,) = gather_entries(
            Entry.objects.filter(kind=kind, about__person=robin).order_by("-at", "-id").values_list("id", flat=True)[:1]
        ).values()
        assert fact.said == typed["said"]
        for name in own_fields(KINDS[kind]):
            value, answered = getattr(fact, name), typed.get(name)
            if isinstance(answered, str) and answered and not hasattr(value, "isoformat"):
                assert str(value) == answered, (kind, name)


def test_what_is_entered_of_staff_is_entered_about_no_child(manager, robin):
    for kind in OF_STAFF[1]:
        assert entered_as("david").get(f"/children/{robin}/write/{kind}").status_code == 404


def test_a_note_is_two_clicks_from_a_childs_page_and_needs_only_words(manager, robin):
    client = entered_as("david")
    assert f'href="/children/{robin}/note">Add a note' in client.get(f"/children/{robin}/").content.decode()
    html = client.get(f"/children/{robin}/note").content.decode()
    assert html.index("Save note</button>") < html.index("Say more, now or later")
    assert f'value="{robin}"' in html and "checked" in html.split(f'value="{robin}"')[1][:80]
    saved = client.post(f"/children/{robin}/note", {"about": [str(robin)], "said": "Rang the nursery."})
    assert saved.status_code == 302
    assert "“Rang the nursery.”" in words(client.get(f"/children/{robin}/"))


def test_one_note_about_a_brother_and_a_sister_stands_on_both_pages(manager, robin):
    isla = given.a_child(manager, "Isla Marsh")
    given.in_one_household(manager, robin, isla)
    client = entered_as("david")
    client.post(f"/children/{robin}/note", {"about": [str(robin), str(isla)], "said": "Both were at the window."})
    for child in (robin, isla):
        assert "Both were at the window." in words(client.get(f"/children/{child}/"))
    assert Entry.objects.filter(kind="note").count() == 1


def test_nobody_opens_a_brothers_record_by_writing_about_him(manager, robin):
    nursery = somebody(given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER), "beth")
    given.a_mark(nursery, robin)
    isla = given.a_child(manager, "Isla Marsh")
    given.in_one_household(manager, robin, isla)
    beth = entered_as("beth")
    assert "Isla" not in words(beth.get(f"/children/{robin}/note"))
    sent = beth.post(f"/children/{robin}/note", {"about": [str(robin), str(isla)], "said": "Both were tired."})
    assert sent.status_code == 422 and "Both were tired." in unescape(sent.content.decode())
    assert beth.get(f"/children/{isla}/").status_code == 403


def test_what_is_wrong_is_said_and_what_was_typed_stays(manager, robin):
    client = entered_as("david")
    long = "Ten thousand characters. " * 400
    response = client.post(f"/children/{robin}/note", {"about": [str(robin)], "said": long, "day": "2999-01-01"})
    assert response.status_code == 422
    assert "This day has not come yet." in words(response) and "This is not saved yet" in words(response)
    assert long in unescape(response.content.decode())
    assert not Entry.objects.filter(kind="note").exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"about": []}, "Choose whom this is about."),
        ({"day": "soon"}, "Enter the day it happened. If you are not sure, choose “not sure when”."),
        ({"time": "late"}, "Enter the time like 14:50, or leave it empty."),
        ({"until": "2020-05-02", "sure": "about"}, "Enter the first day it can have happened."),
        ({"day": "2020-05-02", "sure": "about", "until": "2020-05-01"}, "The last day is before the first."),
        ({"day": "2020-05-02", "sure": "day", "until": "2020-05-03"}, "You gave a last day. Choose “not sure when”"),
        ({"day": "2020-05-02", "sure": "now"}, "You chose “just now”, and gave a day or a time."),
        ({"sure": "about"}, "Enter a day near to it."),
    ],
)
def test_each_refusal_says_what_to_do(manager, robin, typed, sentence):
    whole = {"about": [str(robin)], "said": "Words.", **typed}
    response = entered_as("david").post(f"/children/{robin}/note", whole)
    assert response.status_code == 422 and sentence in unescape(words(response))
    assert "Words." in response.content.decode()


def test_a_form_sent_twice_is_one_entry(manager, robin):
    client = entered_as("david")
    typed = {"about": [str(robin)], "said": "Once.", "token": "a-token-of-this-form"}
    assert [client.post(f"/children/{robin}/note", typed).status_code for _ in range(2)] == [302, 302]
    assert Entry.objects.filter(kind="note").count() == 1


def test_whoever_may_not_open_the_record_may_not_write_in_it_this_way(manager, robin):
    somebody(given.somebody_at("Elsewhere Nursery", "nursery", Role.NURSERY_WORKER), "beth")
    response = entered_as("beth").post(f"/children/{robin}/note", {"about": [str(robin)], "said": "Words."})
    assert response.status_code == 403 and "Robin" not in words(response)
    assert not Entry.objects.filter(kind="note").exists()


def test_somebody_not_in_the_list_is_added_as_they_are_called(manager, robin):
    client = entered_as("david")
    typed = {"about": [str(robin)], "adult": "", "adult_new": "a man called Kyle", "relation": "parents_partner",
             "cares_alone": "not_recorded", "stays_overnight": "yes"}  # fmt: skip
    assert post(client, robin, "key_adult", typed).status_code == 302
    assert "a man called Kyle" in words(client.get(f"/children/{robin}/"))


def test_a_duty_on_the_address_chooses_for_the_form_and_nothing_else_can(manager, robin):
    mark = given.a_mark(manager, robin)
    client = entered_as("david")
    html = client.get(f"/children/{robin}/write/account?injury={mark}").content.decode()
    assert "checked" in html.split(f'value="{mark}"')[1][:60]
    strange = post(client, robin, "account", {**filled(manager, robin, "account"), "injury": str(UUID(int=7))})
    assert strange.status_code == 422


def test_looking_at_a_form_is_a_look_and_saving_is_one_act(manager, robin):
    client = entered_as("david")
    before = Occasion.objects.count()
    client.get(f"/children/{robin}/note")
    assert Occasion.objects.count() == before + 1
    client.post(f"/children/{robin}/note", {"about": [str(robin)], "said": "Words."})
    assert (
        Occasion.objects.exclude(purpose="reading").count() - Occasion.objects.filter(purpose="signing_in").count() >= 1
    )
