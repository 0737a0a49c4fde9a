"""What was typed comes back to whoever typed it, after a sign-out or a page that stood open; to nobody else, and unsaved."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from tests.web.entering import entered_as, somebody, words

import kith.web
from kith.chronology.models import Entry
from kith.policy.permissions import Actor

pytestmark = pytest.mark.django_db

TEMPLATES = Path(kith.web.__file__).parent / "templates"
SAID = "He said “Kyle did” & cried.\n\nTwice."
HERE = {"origin": "http://testserver"}


@pytest.fixture
def colleague(manager) -> Actor:
    """Somebody else who may open the same record."""
    return somebody(manager, "priya")


def hidden(html: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', html):
        found.setdefault(name, []).append(unescape(value))
    return found


def typed_as(username: str, robin, said: str = SAID) -> dict[str, object]:
    """What is sent from a note's page that was opened by somebody."""
    page = entered_as(username).get(f"/children/{robin}/note").content.decode()
    return {"about": [str(robin)], "said": said, "typed_by": hidden(page)["typed_by"]}


def test_what_was_typed_comes_back_after_signing_in_again_and_is_saved_only_then(manager, robin):
    typed = typed_as("david", robin)
    out = Client().post(f"/children/{robin}/note", typed)
    assert out.status_code == 403 and "What you typed is kept: sign in and carry on." in words(out)
    client = Client()
    back = client.post("/enter", {**hidden(out.content.decode()), "enter_as": "david"})
    again = client.post(f"/children/{robin}/note", hidden(back.content.decode()))
    assert again.status_code == 200 and SAID in unescape(again.content.decode())
    assert not Entry.objects.filter(kind="note").exists(), "carrying on saves nothing by itself"
    assert client.post(f"/children/{robin}/note", typed).status_code == 302


def test_somebody_else_who_signs_in_is_told_so_and_reads_and_saves_no_word_of_it(manager, colleague, robin):
    out = Client().post(f"/children/{robin}/note", typed_as("david", robin))
    client = Client()
    back = client.post("/enter", {**hidden(out.content.decode()), "enter_as": "priya"})
    assert back.status_code == 403 and "This was not typed by you" in words(back)
    assert "Kyle" not in back.content.decode()
    assert client.get("/").status_code == 200, "they are signed in all the same"
    sent = client.post(f"/children/{robin}/note", {**hidden(out.content.decode()), "carrying_on": "1"})
    assert sent.status_code == 403 and "Kyle" not in sent.content.decode()
    assert not Entry.objects.filter(kind="note").exists()


@pytest.mark.parametrize("carrying_on", [{}, {"carrying_on": "1"}], ids=("saved", "carried on"))
def test_the_page_of_one_person_is_not_sent_by_another(manager, colleague, robin, carrying_on):
    sent = entered_as("priya").post(f"/children/{robin}/note", {**typed_as("david", robin), **carrying_on})
    assert sent.status_code == 403 and "nothing of it is saved" in words(sent) and "Kyle" not in sent.content.decode()
    assert not Entry.objects.filter(kind="note").exists()


@pytest.mark.parametrize("typed_by", [None, "", "david", "0:forged"])
def test_whose_it_is_cannot_be_left_out_or_made_up(manager, robin, typed_by):
    sent = {"enter_as": "david", "carry_on_to": f"/children/{robin}/note", "said": SAID}
    back = Client().post("/enter", sent if typed_by is None else {**sent, "typed_by": typed_by})
    assert back.status_code == 403 and "Kyle" not in back.content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_carrying_on_leads_nowhere_but_here(manager, robin, elsewhere):
    back = Client().post("/enter", {**typed_as("david", robin), "enter_as": "david", "carry_on_to": elsewhere})
    assert 'action="/"' in back.content.decode()


def test_a_page_that_stood_open_while_somebody_signed_in_again_gives_the_words_back(manager, colleague, robin):
    sent = {**typed_as("david", robin, "Typed overnight."), "csrfmiddlewaretoken": "x" * 64}
    client = Client(enforce_csrf_checks=True)
    client.cookies = entered_as("david").cookies
    here = client.post(f"/children/{robin}/note", sent, headers=HERE)
    assert here.status_code == 403 and "Typed overnight." in here.content.decode()
    assert "What you typed is kept" in words(here)
    elsewhere = client.post(f"/children/{robin}/note", sent, headers={"origin": "http://example.org"})
    assert "Typed overnight." not in elsewhere.content.decode()
    client.cookies = entered_as("priya").cookies
    other = client.post(f"/children/{robin}/note", sent, headers=HERE)
    assert other.status_code == 403 and "Typed overnight." not in other.content.decode()
    assert "This was not typed by you" in words(other)


def test_a_page_that_stood_open_while_everybody_signed_out_asks_to_sign_in(manager, robin):
    sent = {**typed_as("david", robin), "csrfmiddlewaretoken": "x" * 64}
    out = Client(enforce_csrf_checks=True).post(f"/children/{robin}/note", sent, headers=HERE)
    assert out.status_code == 403 and "sign in and carry on" in words(out)


def test_every_form_that_keeps_what_is_typed_says_whose_page_it_is():
    keeping = [file for file in TEMPLATES.rglob("*.html") if "forms/keep.html" in file.read_text(encoding="utf-8")]
    assert len(keeping) > 5
    keeping.remove(TEMPLATES / "tell_us" / "form.html")  # of whoever comes, signed in or not
    for file in keeping:
        source = file.read_text(encoding="utf-8")
        assert source.count("forms/whose.html") >= source.count("forms/keep.html"), file.name
