"""Somebody without an account tells us in minutes: never refused, never told whom Kith knows, and nothing of it left behind."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.datastructures import MultiValueDict
from tests import factories as given
from tests.web.entering import words
from tests.web.ringing_round import EVE, it_is

from kith.agencies.codes import add_mail_domain
from kith.agencies.models import Agency
from kith.chronology.models import Entry
from kith.intake.models import Contact
from kith.jobs.send_mail import send_mail
from kith.journey.occasion import open_occasion
from kith.journey.tellers import NOT_CONFIRMED, somebody
from kith.occasions.models import Occasion
from kith.policy.permissions import Actor
from kith.vocabulary import AgencyType, Role
from kith.web.front_door.prompts import AT_WORK, NOT_AT_WORK, PROMPTS, prompt_named
from kith.web.front_door.telling_us import tell_us
from kith.web.tell_us.forms import OpenForm

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

WORRY = {"said": "A baby cries for hours at night.", "token": "of-this-form"}
AGES_AND_TOKENS = (
    rb'name="(csrfmiddlewaretoken|token)" value="\w+"|\d{1,2}(:\d\d)?[ap]m|midday|midnight|data-now="[^"]+"'
)


@pytest.fixture(autouse=True)
def a_quick_hash(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def larkfield() -> Agency:
    return _with_domain("Larkfield Nursery", "larkfield.example")


def _with_domain(name: str, domain: str, type: str = "nursery") -> Agency:
    id = given.somebody_at(name, type).agency
    with open_occasion(Actor(name="Setting up", is_machine=True)) as occasion:
        add_mail_domain(occasion, domain=domain, agency=id)
    return Agency.objects.get(id=id)


def with_a_code(address: str, who: str = "nursery") -> Client:
    """A window in which somebody has shown that an address is theirs."""
    client = Client()
    client.post(f"/tell-us/code?as={who}", {"address": address})
    assert send_mail() == 1
    digits = re.search(r"\d{3} \d{3}", mail.outbox[-1].body)[0]
    there = client.post("/tell-us/code/enter", {"digits": digits})
    assert there["Location"] == f"/tell-us/form?as={who}"
    return client


def contact() -> Contact:
    return Contact.objects.select_related("entry__agency", "entry__occasion").get()


# -- where it begins ----------------------------------------------------------------------------------------------------


def test_it_begins_with_999_and_leads_to_every_way_of_telling():
    response = Client().get("/tell-us/")
    page = response.content.decode()
    body = page[page.index("<main") :]
    assert body.index("999") < body.index("I work with children") < body.index("I am family")
    for one in AT_WORK:
        assert f'href="/tell-us/code?as={one.key}"' in body
    for one in NOT_AT_WORK:
        assert f'href="/tell-us/form?as={one.key}"' in body


@pytest.mark.parametrize(
    "path", ["/tell-us/", "/tell-us/code?as=gp", "/tell-us/form?as=family", "/tell-us/form?as=gp&without=code"]
)
def test_no_browser_keeps_it_no_other_site_hears_of_it_and_the_tab_says_nothing(path):
    response = Client().get(path)
    page = response.content.decode()
    assert response.status_code == 200
    assert (response["Cache-Control"], response["Referrer-Policy"]) == ("no-store", "same-origin")
    assert "<title>Form – Kith</title>" in page
    assert re.search(
        r'<a class="[^"]*exit" href="/tell-us/exit" rel="nofollow noreferrer" data-exit>Exit this page</a>', page
    )


@pytest.mark.parametrize("path", ["/tell-us/form", "/tell-us/form?as=nobody", "/tell-us/sent", "/tell-us/code/enter"])
def test_a_page_of_which_nothing_is_known_here_leads_to_the_beginning(path):
    assert Client().get(path)["Location"] == "/tell-us/"


# -- who has no address -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "role", "type"),
    [
        ("family", Role.FAMILY_MEMBER, AgencyType.FAMILY),
        ("neighbour", Role.NEIGHBOUR, AgencyType.PUBLIC),
        ("somebody", Role.MEMBER_OF_PUBLIC, AgencyType.PUBLIC),
    ],
)
def test_words_alone_are_enough_and_no_name_is_asked_for(who, role, type):
    client = Client()
    sent = client.post(f"/tell-us/form?as={who}", WORRY)
    assert sent["Location"] == "/tell-us/sent"
    told = contact()
    assert (told.entry.said, told.entry.by_name, told.entry.role, told.entry.agency.type) == (
        WORRY["said"],
        "",
        role,
        type,
    )
    assert told.entry.occasion.by_id is None
    page = words(client.get("/tell-us/sent"))
    assert f"Your reference is {told.pk.hex[-6:].upper()}" in page and "We cannot say whether we know a child." in page
    assert "What became of" not in page


@pytest.mark.parametrize(("who", "ring_back", "hears"), [
    ("family", "01632 960155", "You will hear at the latest by"),
    ("family", "", "if you hear nothing, it does not mean that nothing is done"),
    ("neighbour", "01632 960155", "We ring you if we need to ask you more. We do not tell others"),
])  # fmt: skip
def test_nobody_is_promised_to_hear_who_cannot_be_reached_or_may_not_be_told(who, ring_back, hears):
    client = Client()
    client.post(f"/tell-us/form?as={who}", {**WORRY, "ring_back": ring_back})
    assert hears in words(client.get("/tell-us/sent"))


def test_families_have_one_agency_however_many_tell_us_and_that_which_was_there_first():
    there = given.somebody_at("Family", "family").agency
    assert somebody(Role.FAMILY_MEMBER, "Gran").agency == there
    assert somebody(Role.NEIGHBOUR, "").agency == somebody(Role.MEMBER_OF_PUBLIC, "").agency
    assert Agency.objects.filter(type=AgencyType.PUBLIC).count() == 1


@pytest.mark.parametrize("said", ["", "  \n"])
def test_without_words_it_says_what_to_do_and_keeps_the_rest(said):
    response = Client().post("/tell-us/form?as=neighbour", {**WORRY, "said": said, "known": "Since March."})
    assert response.status_code == 422
    assert "Write what has happened" in words(response) and "Since March." in response.content.decode()
    assert "<title>Not sent yet – Form – Kith</title>" in response.content.decode()
    assert not Contact.objects.exists()


def test_of_a_child_in_danger_the_page_after_sending_begins_with_ring_999():
    client = Client()
    client.post("/tell-us/form?as=neighbour", {**WORRY, "in_danger": "yes"})
    page = words(client.get("/tell-us/sent"))
    assert page.index("Ring 999 now") < page.index("Your reference")


@pytest.mark.parametrize("who", ["neighbour", "nursery"])
def test_of_a_child_in_danger_nobody_is_told_to_wait_for_the_working_day(settings, who):
    it_is(settings, EVE)
    client = Client()
    client.post(f"/tell-us/form?as={who}&without=code", {**WORRY, "in_danger": "yes"})
    page = client.get("/tell-us/sent").content.decode()
    assert "Ring 999 now. At the latest by 8:30pm today, Thursday 24 December, somebody at the front door" in page
    assert "Emergency Duty Service" in page and "29 December" not in page
    it_is(settings, EVE + timedelta(hours=5))
    assert (
        "Somebody should have decided what to do by now: ring and ask." in client.get("/tell-us/sent").content.decode()
    )


def test_a_relatives_worry_weighs_the_same_on_the_board(hub):
    from tests.web.entering import entered_as

    Client().post("/tell-us/form?as=family", {**WORRY, "name": "Casey Lund", "by_name": "Gran"})
    said = words(entered_as("jo").get("/front-door/"))
    assert "1 contact waits for a decision." in said and "Casey Lund" in said and "Family" in said


# -- the same answer ------------------------------------------------------------------------------------------------------


def answered(client: Client, name: str) -> tuple[list[tuple[int, dict[str, str], bytes]], int]:
    """All that whoever tells us of a child of this name receives, and how many statements it took."""
    with CaptureQueriesContext(connection) as asked:
        responses = [client.post("/tell-us/form?as=neighbour", {"said": "A worry.", "name": name})]
        responses.append(client.get("/tell-us/sent"))
    return [plain(one) for one in responses], len(asked)


def plain(response: HttpResponse) -> tuple[int, dict[str, str], bytes]:
    body = re.sub(rb"<b>[0-9A-F]{6}</b>", b"", re.sub(AGES_AND_TOKENS, b"", response.content))
    return response.status_code, dict(response.headers), body


def test_whether_the_child_is_known_changes_neither_the_answer_nor_the_work(manager, robin):
    given.a_mark(manager, robin)
    somebody(Role.NEIGHBOUR, "")  # the agency of the public is there already
    known, unknown = (answered(Client(), name) for name in ("Robin Marsh", "Nobody Atall"))
    assert known == unknown


def test_nobody_without_an_account_is_offered_a_child(manager, robin, larkfield):
    given.a_mark(Actor(id=None, agency=larkfield.id, agency_name="", agency_type="nursery"), robin)
    for client, who in ((Client(), "neighbour"), (with_a_code("beth@larkfield.example"), "nursery")):
        page = client.get(f"/tell-us/form?as={who}").content.decode()
        assert "Robin" not in page and 'name="child"' not in page
    made_up = {**WORRY, "child": str(robin)}
    Client().post("/tell-us/form?as=neighbour", made_up)
    assert contact().entry.about.get().person_id != robin


# -- who works with children ---------------------------------------------------------------------------------------------


def test_an_address_whose_domain_is_known_tells_from_that_agency(larkfield):
    client = with_a_code(" Beth@Larkfield.Example ")
    client.post("/tell-us/form?as=nursery", {**WORRY, "works_at": str(larkfield.id), "by_name": "Beth Coyle"})
    told = contact()
    assert (told.entry.agency_id, told.entry.by_name, told.entry.role) == (
        larkfield.id,
        "Beth Coyle",
        Role.NURSERY_WORKER,
    )
    assert told.entry.said == WORRY["said"], "nothing need be said of who tells it"
    assert Occasion.objects.filter(by_id=told.entry.occasion.by_id).exists()
    assert "You will hear" in words(client.get("/tell-us/sent"))


def test_of_several_agencies_with_one_domain_whoever_tells_it_chooses(larkfield):
    brook = _with_domain("Brook Nursery", "larkfield.example")
    client = with_a_code("beth@larkfield.example")
    page = words(client.get("/tell-us/form?as=nursery"))
    assert "Brook Nursery" in page and "Larkfield Nursery" in page
    client.post("/tell-us/form?as=nursery", {**WORRY, "works_at": str(brook.id)})
    assert contact().entry.agency_id == brook.id


def test_an_agency_that_the_address_does_not_show_cannot_be_chosen(larkfield):
    elsewhere = given.somebody_at("Hilltop School", "school").agency
    client = with_a_code("beth@larkfield.example")
    assert client.post("/tell-us/form?as=nursery", {**WORRY, "works_at": str(elsewhere)}).status_code == 422
    assert (
        with_a_code("kit@elsewhere.example").post("/tell-us/form?as=nursery", {**WORRY, "works_at": str(larkfield.id)})[
            "Location"
        ]
        == "/tell-us/sent"
    )
    assert contact().entry.agency.name == NOT_CONFIRMED


@pytest.mark.parametrize(
    ("ofsted", "said"),
    [
        ("ey 123456", "Ofsted number EY123456."),
        ("2501234", "Ofsted number 2501234."),
        ("on the wall", "Ofsted number on the wall (not the shape of one)."),
        ("", "Kit Moss, Moss childminding."),
    ],
)
def test_a_childminder_without_a_domain_is_heard_and_the_hub_reads_what_is_to_be_confirmed(ofsted, said):
    client = with_a_code("kit@gmail.example")
    told = {**WORRY, "by_name": "Kit Moss", "works_said": "Moss childminding", "ofsted": ofsted}
    assert client.post("/tell-us/form?as=nursery", told)["Location"] == "/tell-us/sent"
    entry = contact().entry
    assert said in entry.said
    assert entry.said.endswith("We could not confirm where they work. Their e-mail address is at gmail.example.")
    assert "kit@" not in entry.said
    assert "we first confirm where you work" in words(client.get("/tell-us/sent"))


def test_without_a_code_one_is_asked_for_first_but_nobody_is_refused_for_want_of_it():
    client = Client()
    assert client.get("/tell-us/form?as=gp")["Location"] == "/tell-us/code?as=gp"
    assert client.get("/tell-us/form?as=gp&without=code").status_code == 200
    assert client.post("/tell-us/form?as=gp", {**WORRY, "works_said": "A surgery"})["Location"] == "/tell-us/sent"
    assert contact().entry.agency.type == AgencyType.UNKNOWN
    assert "A surgery. We could not confirm where they work." in contact().entry.said


# -- a code ---------------------------------------------------------------------------------------------------------------


def test_the_answer_is_the_same_whatever_the_address_and_however_often(larkfield):
    asked = [Client().post("/tell-us/code?as=gp", {"address": "beth@larkfield.example"}) for _ in range(7)]
    asked.append(Client().post("/tell-us/code?as=gp", {"address": "nobody@nowhere.example"}))
    assert {(one.status_code, one["Location"], one.content) for one in asked} == {(302, "/tell-us/code/enter", b"")}
    assert send_mail() == 6


@pytest.mark.parametrize("address", ["", "beth", "beth@", "a" * 300 + "@larkfield.example"])
def test_what_is_no_address_is_asked_for_again(address):
    response = Client().post("/tell-us/code?as=gp", {"address": address})
    assert response.status_code == 422 and "without a code" in words(response)
    assert send_mail() == 0


def test_wrong_digits_are_asked_for_again_and_open_nothing():
    client = Client()
    client.post("/tell-us/code?as=gp", {"address": "beth@larkfield.example"})
    send_mail()
    response = client.post("/tell-us/code/enter", {"digits": "none"})
    assert response.status_code == 422 and "This is not the code we sent last" in words(response)
    assert client.get("/tell-us/form?as=gp").status_code == 302


def test_a_window_gets_a_new_name_when_a_code_was_shown():
    client = Client()
    client.post("/tell-us/code?as=gp", {"address": "beth@larkfield.example"})
    before = client.cookies["sessionid"].value
    send_mail()
    client.post("/tell-us/code/enter", {"digits": re.search(r"\d{3} \d{3}", mail.outbox[-1].body)[0]})
    assert client.cookies["sessionid"].value != before


def test_digits_count_in_the_window_they_were_asked_for_in_alone():
    first, second = Client(), Client()
    for client, address in ((first, "a@larkfield.example"), (second, "b@larkfield.example")):
        client.post("/tell-us/code?as=gp", {"address": address})
        send_mail()
    digits = re.search(r"\d{3} \d{3}", mail.outbox[0].body)[0]
    assert second.post("/tell-us/code/enter", {"digits": digits}).status_code == 422


# -- sent again, cut off, left ---------------------------------------------------------------------------------------------


def test_sent_twice_it_is_told_once_and_the_second_answer_is_the_first():
    client = Client()
    pages = []
    for _ in range(2):
        assert client.post("/tell-us/form?as=neighbour", WORRY)["Location"] == "/tell-us/sent"
        pages.append(words(client.get("/tell-us/sent")))
    assert Contact.objects.count() == 1
    assert pages[0] == pages[1]


def test_a_worry_whose_answer_was_lost_on_the_way_is_sent_again_from_another_window_and_told_once():
    for _ in range(2):
        Client().post("/tell-us/form?as=neighbour", WORRY)
    assert Contact.objects.count() == 1


def test_other_words_from_the_same_page_are_another_worry():
    for said in ("A worry.", "Another."):
        Client().post("/tell-us/form?as=neighbour", {**WORRY, "said": said})
    assert Contact.objects.count() == 2


def test_the_same_words_sent_again_on_the_page_gone_back_to_with_nothing_ticked_are_told_once():
    client = Client()
    told = {**WORRY, "in_danger": "yes", "mark": "yes", "side": "left", "family_aware": "no"}
    client.post("/tell-us/form?as=neighbour", told)
    first = words(client.get("/tell-us/sent"))
    page = client.get("/tell-us/form?as=neighbour").content.decode()
    assert re.search(r'name="token" value="([^"]+)"', page)[1] == WORRY["token"], "the page is asked for anew"
    for again in (WORRY, {**WORRY, "in_danger": "no"}, {**WORRY, "mark": "yes"}):
        assert client.post("/tell-us/form?as=neighbour", again)["Location"] == "/tell-us/sent"
        assert words(client.get("/tell-us/sent")) == first and "Ring 999 now" in first
    assert Contact.objects.count() == 1


@pytest.mark.parametrize("more", [{"in_danger": "yes"}, {"mark": "yes"}, {"in_danger": "yes", "mark": "yes"}])
def test_a_danger_or_a_mark_told_only_the_second_time_is_not_lost(more):
    client = Client()
    for told in (WORRY, {**WORRY, **more}, {**WORRY, **more}, WORRY):
        client.post("/tell-us/form?as=neighbour", told)
    assert Contact.objects.count() == 2


def test_leaving_forgets_the_page_something_was_told_on():
    client = Client()
    client.post("/tell-us/form?as=neighbour", WORRY)
    client.get("/tell-us/exit")
    assert f'value="{WORRY["token"]}"' not in client.get("/tell-us/form?as=neighbour").content.decode()


def test_a_page_that_stood_open_too_long_gives_the_words_back_and_asks_nobody_to_sign_in():
    stranger = Client(enforce_csrf_checks=True)
    response = stranger.post("/tell-us/form?as=neighbour", WORRY, headers={"origin": "http://testserver"})
    page = response.content.decode()
    assert response.status_code == 403 and WORRY["said"] in page and "Sign" not in words(response)
    assert 'action="/tell-us/form?as=neighbour"' in page and "Exit this page" in page
    again = Client().post("/tell-us/form?as=neighbour", {**WORRY, "carrying_on": "1"})
    assert again.status_code == 200 and WORRY["said"] in again.content.decode()
    assert not Contact.objects.exists()


def test_leaving_leads_to_where_anybody_might_be_and_the_window_forgets(settings):
    settings.EXIT_TO = "https://weather.example/"
    client = Client()
    client.post("/tell-us/form?as=neighbour", WORRY)
    away = client.get("/tell-us/exit")
    assert (away.status_code, away["Location"], away["Cache-Control"]) == (302, "https://weather.example/", "no-store")
    assert client.get("/tell-us/sent")["Location"] == "/tell-us/"


def test_leaving_signs_nobody_out(nursery):
    from tests.web.entering import entered_as

    client = entered_as("beth")
    client.post("/tell-us/form?as=neighbour", WORRY)
    client.get("/tell-us/exit")
    assert client.get("/tell-us/sent")["Location"] == "/tell-us/"
    assert client.get("/").status_code == 200


def test_three_hundred_worries_in_an_hour_are_all_there():
    teller, prompt = somebody(Role.NEIGHBOUR, ""), prompt_named("neighbour")
    assert prompt is not None
    for number in range(300):
        form = OpenForm(prompt, (), "", MultiValueDict({"said": [f"Worry {number}."], "token": [f"{number}"]}))
        assert form.is_valid()
        tell_us(teller, form)
    told = Entry.objects.filter(kind="contact").values_list("said", flat=True)
    assert sorted(told) == sorted(f"Worry {number}." for number in range(300))
    assert Entry.objects.values("about__person").distinct().count() == 300


@pytest.mark.parametrize("one", PROMPTS, ids=lambda one: one.key)
def test_every_way_of_telling_has_help_of_its_own(one):
    page = Client().get(f"/tell-us/form?as={one.key}&without=code")
    assert one.help in words(page)
