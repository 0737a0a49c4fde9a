"""What became of a worry, for whoever told it and nobody else: in a word, and with a way to disagree."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests import factories as given
from tests.web.entering import entered_as, somebody, words
from tests.web.tell_us.test_telling_without_an_account import WORRY, a_quick_hash, larkfield, with_a_code

from kith.chronology.models import Entry
from kith.informing.acts import record_told
from kith.informing.models import Answer
from kith.intake.acts import authorise, decide_threshold, send_back
from kith.intake.models import Contact
from kith.jobs.send_mail import send_mail
from kith.journey.occasion import open_occasion
from kith.occasions.models import OccasionOutcome
from kith.occasions.record import new_id
from kith.policy.permissions import Actor
from kith.vocabulary import Answered, Outcome, Role, ThresholdOutcome

__all__ = ("a_quick_hash", "larkfield")
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

TOLD = {"said": "She had a mark on her cheek.", "ring_back": "01632 960155", "born": "about two"}


@pytest.fixture
def told(nursery) -> Contact:
    entered_as("beth").post("/tell", TOLD)
    return Contact.objects.select_related("entry").get()


def child_of(contact: Contact):
    return contact.entry.about.get().person_id


def decided(hub: Actor, contact: Contact, outcome: ThresholdOutcome, *, agreed: bool = True) -> Entry:
    child = child_of(contact)
    with open_occasion(hub, about=(child,)) as occasion:
        decision = decide_threshold(
            occasion, given.about(child, said="A reason of ours."), contact=contact.pk, outcome=outcome
        )
    if agreed:
        second = given.somebody_at("Another hub", "hub", Role.HUB_DECISION_MAKER)
        with open_occasion(second, about=(child,)) as occasion:
            authorise(occasion, given.about(child, said="I agree."), decision=decision.id, agrees=Answered.YES)
    return decision


def reads(path: str = "/told/") -> str:
    return words(entered_as("beth").get(path))


def test_it_goes_from_we_have_it_to_being_looked_at_to_decided(hub, told):
    assert "We have it Nobody has decided on it yet." in reads()
    decision = decided(hub, told, ThresholdOutcome.NO_FURTHER_ACTION, agreed=False)
    said = reads()
    assert "Being looked at" in said and "does nothing more" not in said, "less is not decided by one person"
    second = given.somebody_at("Another hub", "hub", Role.HUB_DECISION_MAKER)
    with open_occasion(second, about=(child_of(told),)) as occasion:
        authorise(occasion, given.about(child_of(told)), decision=decision.id, agrees=Answered.YES)
    said = reads()
    assert "Decided: today" in said and "Social care does nothing more for now." in said
    assert "A reason of ours" not in said and "I agree" not in said


@pytest.mark.parametrize("outcome", ThresholdOutcome)
def test_every_response_is_said_in_plain_words(hub, told, outcome):
    decided(hub, told, outcome)
    said = reads(f"/told/{told.pk}/")
    assert "Decided: today" in said and outcome.value not in said.replace("advice", "")


def test_what_is_missing_is_said(hub, told):
    with open_occasion(hub, about=(child_of(told),)) as occasion:
        send_back(occasion, given.about(child_of(told), said="Where?"), contact=told.pk)
    assert "Something is missing Ring us" in reads()


def test_the_page_after_sending_and_my_work_lead_to_it(told):
    client = entered_as("beth")
    assert 'href="/told/"' in client.get(f"/tell/{told.pk}").content.decode()
    assert 'href="/told/"' in client.get("/").content.decode()


def test_nobody_else_reads_it_whether_or_not_it_is_there(told, hub):
    somebody(given.somebody_at("Elsewhere Nursery", "nursery", Role.NURSERY_WORKER), "kit")
    for who in ("kit", "jo"):
        there, nowhere = (entered_as(who).get(f"/told/{one}/") for one in (told.pk, new_id()))
        assert (there.status_code, nowhere.status_code) == (403, 403)
        assert words(there) == words(nowhere)
        assert "told the front door nothing" in words(entered_as(who).get("/told/"))


def test_it_costs_no_more_statements_for_twenty_than_for_two(nursery):
    client = entered_as("beth")
    counts = []
    for many in (2, 18):
        for number in range(many):
            client.post("/tell", {**TOLD, "said": f"{many} {number}"})
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/told/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


# -- disagreeing ------------------------------------------------------------------------------------------------------------


def test_whoever_was_told_answers_that_they_disagree(hub, told):
    decision = decided(hub, told, ThresholdOutcome.NO_FURTHER_ACTION)
    with open_occasion(hub, about=(child_of(told),)) as occasion:
        record_told(occasion, given.about(child_of(told)), of=decision.id, told_agency=told.entry.agency_id)
    client = entered_as("beth")
    for _ in range(2):
        there = client.post(f"/told/{told.pk}/", {"said": "It was not the first.", "token": "once"})
        assert there["Location"] == f"/told/{told.pk}/?saved=1"
    assert Answer.objects.select_related("entry").get().entry.said == "It was not the first."
    assert "That you disagree is on record." in words(client.get(there["Location"]))
    assert "You disagreed; somebody answers you." in reads()


def test_whoever_was_not_told_yet_takes_it_up(hub, told):
    decided(hub, told, ThresholdOutcome.ADVICE)
    entered_as("beth").post(f"/told/{told.pk}/", {"said": "It was not the first."})
    assert Entry.objects.get(kind="escalation").said == "It was not the first."


def test_to_disagree_needs_a_reason(hub, told):
    decided(hub, told, ThresholdOutcome.ADVICE)
    response = entered_as("beth").post(f"/told/{told.pk}/", {"said": " "})
    assert response.status_code == 422 and "Say why you disagree" in words(response)


@pytest.mark.parametrize("outcome", [None, ThresholdOutcome.STRATEGY_DISCUSSION])
def test_there_is_nothing_to_disagree_with_before_less_is_decided(hub, told, outcome):
    if outcome:
        decided(hub, told, outcome)
    client = entered_as("beth")
    assert "I disagree" not in words(client.get(f"/told/{told.pk}/"))
    assert client.post(f"/told/{told.pk}/", {"said": "Why not?"}).status_code == 422
    assert not Entry.objects.filter(kind__in=("escalation", "answer")).exists()


# -- by a link and a code ----------------------------------------------------------------------------------------------------


def link_of(client: Client) -> str:
    return re.search(r'href="(/tell-us/heard/[^"]+)"', client.get("/tell-us/sent").content.decode())[1]


def with_a_link(larkfield) -> tuple[str, Contact]:
    client = with_a_code("beth@larkfield.example")
    client.post("/tell-us/form?as=nursery", {**WORRY, "works_at": str(larkfield.id)})
    return link_of(client), Contact.objects.select_related("entry").get()


def shown_again(link: str) -> Client:
    client = Client()
    assert client.post(link, {"code": "1"})["Location"] == "/tell-us/code/enter"
    assert send_mail() == 1 and mail.outbox[-1].to == ["beth@larkfield.example"]
    digits = re.search(r"\d{3} \d{3}", mail.outbox[-1].body)[0]
    assert client.post("/tell-us/code/enter", {"digits": digits})["Location"] == link
    return client


def test_the_link_shows_nothing_until_a_code_was_shown_again(larkfield, hub):
    link, told = with_a_link(larkfield)
    decided(hub, told, ThresholdOutcome.NO_FURTHER_ACTION)
    stranger = words(Client().get(link))
    assert "First, a code again" in stranger and WORRY["said"] not in stranger and "larkfield" not in stranger
    said = words(shown_again(link).get(link))
    assert "Decided: today" in said and "does nothing more" in said


def test_a_code_for_another_address_shows_nothing(larkfield):
    link, _ = with_a_link(larkfield)
    assert "First, a code again" in words(with_a_code("other@larkfield.example").get(link))


def test_a_code_reads_for_half_an_hour_and_the_link_for_thirty_days(larkfield, settings):
    link, _ = with_a_link(larkfield)
    client = shown_again(link)
    settings.DEMO_CLOCK_AHEAD = 31 * 60.0
    assert "First, a code again" in words(client.get(link))
    for days, reads_it in ((29, True), (31, False)):
        settings.DEMO_CLOCK_AHEAD = days * 86400.0
        assert (WORRY["said"] in words(shown_again(link).get(link))) is reads_it


@pytest.mark.parametrize("change", [lambda link: link[:-1] + "x", lambda link: f"/tell-us/heard/{new_id().hex}"])
def test_a_link_that_was_not_made_here_leads_nowhere(larkfield, change):
    link, _ = with_a_link(larkfield)
    assert Client().get(change(link)).status_code == 404


def test_whose_place_of_work_is_not_confirmed_reads_that_it_was_decided_and_not_what(hub):
    client = with_a_code("kit@gmail.example")
    client.post("/tell-us/form?as=nursery", WORRY)
    told = Contact.objects.select_related("entry").get()
    decided(hub, told, ThresholdOutcome.NO_FURTHER_ACTION)
    link = link_of(client)
    said = words(client.get(link))
    assert "Decided: today" in said and "We cannot say here what was decided." in said and "nothing more" not in said
    assert client.post(link, {"said": "But…"}).status_code == 422


def test_each_look_is_on_record(larkfield):
    link, told = with_a_link(larkfield)
    shown_again(link).get(link)
    assert OccasionOutcome.objects.filter(outcome=Outcome.DONE, said=f"what became of contact {told.pk}").count() == 1
