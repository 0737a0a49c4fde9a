"""A notice is opened and answered by the agency it is to, and by nobody else; the ledger adds up."""

import re

import pytest
from tests import factories as given
from tests.web.entering import entered_as, somebody, words
from tests.web.ringing_round import EVE, it_is

from kith.chronology.models import Entry
from kith.decisions.acts import record_decision
from kith.family.acts import begin_involvement
from kith.informing.acts import record_told
from kith.informing.models import Notice
from kith.journey.occasion import open_occasion
from kith.vocabulary import DecisionKind, HowTold, Role, Service

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]


@pytest.fixture
def notice(manager, nursery, robin) -> Notice:
    with open_occasion(manager, about=(robin,)) as occasion:
        begin_involvement(occasion, given.about(robin), with_agency=nursery.agency, service=Service.NURSERY_PLACE)
    with open_occasion(manager, about=(robin,)) as occasion:
        record_decision(
            occasion, given.about(robin, said="A child and family assessment."), what=DecisionKind.SECTION_17
        )
    return Notice.objects.get(agency=nursery.agency, entry__kind="decision")


def test_a_notice_waits_until_it_is_opened_and_looking_at_the_list_opens_nothing(notice):
    client = entered_as("beth")
    assert "2 notices nobody at your agency has opened yet." in words(client.get("/notices/"))
    assert "A child and family assessment" not in words(client.get("/notices/"))
    assert not Entry.objects.filter(kind="answer").exists()
    assert "To open" in words(client.get("/"))
    assert client.post(f"/notices/{notice.id}/open")["Location"] == f"/notices/{notice.id}/"
    assert "“A child and family assessment.”" in words(client.get(f"/notices/{notice.id}/"))
    assert "1 notice nobody at your agency has opened yet." in words(client.get("/notices/"))
    assert Entry.objects.filter(kind="answer").count() == 1


def test_a_notice_says_how_old_the_child_is_and_by_when_it_is_to_be_opened_or_answered(notice, settings):
    client = entered_as("beth")
    it_is(settings, EVE)
    said = words(client.get("/notices/"))
    assert said.count("Robin Marsh, age not known:") == 2
    assert "If nobody does, somebody rings you." in said and "it was due" in said
    client.post(f"/notices/{notice.id}/open")
    page = words(client.get(f"/notices/{notice.id}/"))
    assert "If you disagree, or know more, say so now. It is kept that you opened this." in page
    assert words(client.get("/notices/")).count("it was due") == 1, "what was opened is due no more"


def test_a_notice_of_today_gives_the_days_that_a_telling_has(notice):
    client = entered_as("beth")
    assert words(client.get("/notices/")).count("2 working days left") == 2


def test_opening_twice_is_said_once(notice):
    client = entered_as("beth")
    for _ in range(2):
        client.post(f"/notices/{notice.id}/open")
    assert Entry.objects.filter(kind="answer").count() == 1


def test_to_disagree_needs_a_reason_and_the_reason_is_kept(notice):
    client = entered_as("beth")
    client.post(f"/notices/{notice.id}/open")
    bare = client.post(f"/notices/{notice.id}/", {"answer": "disagrees", "said": ""})
    assert bare.status_code == 422 and "Say why you disagree" in words(bare)
    whole = client.post(f"/notices/{notice.id}/", {"answer": "disagrees", "said": "He has a mark today."})
    assert whole["Location"] == "/notices/?saved=1"
    assert Entry.objects.filter(kind="answer", said="He has a mark today.").count() == 1


def test_a_notice_to_another_agency_is_refused_and_says_nothing(notice, robin):
    somebody(given.somebody_at("Elsewhere Nursery", "nursery", Role.NURSERY_WORKER), "sam")
    client = entered_as("sam")
    for response in (client.get(f"/notices/{notice.id}/"), client.post(f"/notices/{notice.id}/open")):
        assert response.status_code == 403 and "assessment" not in words(response)
    assert not Entry.objects.filter(kind="answer").exists()


def test_the_ledger_adds_up_and_leads_to_whom_to_tell(notice, robin):
    client = entered_as("david")
    said = words(client.get(f"/children/{robin}/told/"))
    assert "1 must hear: 1 not told yet." in said
    html = client.get(f"/children/{robin}/told/").content.decode()
    (form,) = re.findall(rf'href="(/children/{robin}/write/told\?[^"]+)"', html)[:1]
    assert client.get(form.replace("&amp;", "&")).status_code == 200
    entered_as("beth").post(f"/notices/{notice.id}/open")
    assert "1 must hear: 1 spoken with, opened or answered." in words(client.get(f"/children/{robin}/told/"))


@pytest.mark.parametrize(
    ("how", "counted", "what_next"),
    [
        (HowTold.TELEPHONE, "1 spoken with, opened or answered.", "Told by telephone Today, .+ Nothing more"),
        (HowTold.IN_PERSON, "1 spoken with, opened or answered.", "Told in person Today, .+ Nothing more"),
        (HowTold.LETTER, "1 told, nothing back yet.", "Told by letter Today, .+ See that they heard of it, or ring"),
        (HowTold.EMAIL, "1 told, nothing back yet.", "Told by e-mail Today, .+ See that they heard of it, or ring"),
    ],
)
def test_whoever_was_spoken_with_has_heard_and_is_not_waited_for(notice, manager, robin, how, counted, what_next):
    with open_occasion(manager, about=(robin,)) as occasion:
        record_told(
            occasion,
            given.about(robin),
            of=notice.entry_id,
            told_agency=notice.agency_id,
            told_role=Role.NURSERY_WORKER,
            how=how,
        )
    said = words(entered_as("david").get(f"/children/{robin}/told/"))
    assert f"1 must hear: {counted}" in said and re.search(what_next, said)
    assert "opened it" not in said
