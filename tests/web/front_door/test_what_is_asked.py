"""What the form asks beyond the words: help by who tells it, danger first, and all of it kept as it was said."""

import re

import pytest
from tests.web.entering import entered_as, words

from kith.intake.models import Contact
from kith.vocabulary import Role
from kith.web.front_door.prompts import PROMPTS, prompt_for
from kith.web.front_door.telling_us import age_told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

LEAST = {"said": "She had a mark on her cheek.", "ring_back": "01632 960155"}
HELP = re.compile(r'<div class="soft" id="id_said_hint">(.+?)</div>')
MADE_ANEW = re.compile(
    r'name="(csrfmiddlewaretoken|token|typed_by)" value="[^"]+"|data-now="[^"]+"|\d{1,2}(:\d\d)?[ap]m'
)


def without_help(html: str) -> str:
    return MADE_ANEW.sub("", HELP.sub("", html))


def test_who_tells_it_changes_the_help_and_nothing_else(nursery):
    client = entered_as("beth")
    shown = {one.key: client.get(f"/tell?as={one.key}").content.decode() for one in PROMPTS}
    assert len({HELP.search(html)[1] for html in shown.values()}) == len(PROMPTS)
    assert len({without_help(html) for html in shown.values()}) == 1


def test_without_a_choice_the_help_is_that_of_the_readers_own_role(nursery):
    client = entered_as("beth")
    own, made_up = (HELP.search(client.get(path).content.decode())[1] for path in ("/tell", "/tell?as=nobody"))
    assert own == made_up == prompt_for(Role.NURSERY_WORKER).help
    assert prompt_for(Role.HOUSING_OFFICER).key == "other-work"


def test_all_that_was_told_besides_stands_after_the_words_and_none_of_it_is_lost(nursery):
    told = {
        **LEAST,
        "in_danger": "no",
        "when": "twice last week",
        "known": "Her gran knows.",
        "asks_for": "Somebody to visit.",
        "born": "about two",
    }
    entered_as("beth").post("/tell", told)
    contact = Contact.objects.select_related("entry").get()
    assert contact.asks_for == "Somebody to visit."
    assert contact.entry.said == (
        "She had a mark on her cheek.\n\nWhen it happened, as told: twice last week\n\nIn danger now, as told: no\n\n"
        "What else is known, as told: Her gran knows.\n\nAge or date of birth, as told: about two"
    )
    assert age_told(contact.entry.said) == "about two"


def test_what_was_told_besides_stands_outside_the_quotation_wherever_it_is_read(nursery, hub):
    entered_as("beth").post("/tell", {**LEAST, "in_danger": "no", "known": "Her gran knows.", "born": "about two"})
    contact = Contact.objects.select_related("entry").get()
    child, jo = contact.entry.about.get().person_id, entered_as("jo")
    for page in (f"/children/{child}/worries/{contact.pk}/", f"/children/{child}/chronology/"):
        said = words(jo.get(page))
        assert (
            "“She had a mark on her cheek.” In danger now, as told: no What else is known, as told: Her gran knows."
            in said
        )
        assert "as told: about two" in said and "about two”" not in said
    board = words(jo.get("/front-door/"))
    assert "“She had a mark on her cheek.”" in board and "as told: no" not in board


def test_of_a_child_in_danger_the_page_after_sending_begins_with_ring_999_and_the_board_says_so(nursery, hub):
    client = entered_as("beth")
    in_danger, not_so = (
        words(client.get(client.post("/tell", {**LEAST, "in_danger": said})["Location"])) for said in ("yes", "no")
    )
    assert in_danger.index("Ring 999 now") < in_danger.index("About:")
    assert "Ring 999 now" not in not_so
    assert words(entered_as("jo").get("/front-door/")).count("In danger now, as told.") == 2, "on its card, and first"
    board = entered_as("jo").get("/front-door/").content.decode()
    assert board.count('class="duty duty--serious') == 1 and board.count('class="card card--serious"') == 1
    assert words(entered_as("jo").get("/front-door/")).count("Serious concern: decide now") == 2


@pytest.mark.parametrize(
    ("name", "said_of_it"),
    [
        ("name", "child’s name"),
        ("born", "Age or date of birth"),
        ("where_now", "Where is the child now"),
        ("ring_back", "phone"),
    ],
)
def test_what_is_too_long_for_one_line_is_asked_about_and_none_of_it_is_lost(nursery, name, said_of_it):
    client = entered_as("beth")
    response = client.post("/tell", {**LEAST, name: "M" * 121})
    assert response.status_code == 422 and not Contact.objects.exists()
    assert f"{said_of_it}" in words(response) and "is longer than 120 letters. Shorten it here" in words(response)
    assert f'value="{"M" * 121}"' in response.content.decode()
    assert "maxlength" not in re.search(f'<input[^>]+name="{name}"[^>]*>', response.content.decode())[0], (
        "no browser cuts it"
    )
    assert client.post("/tell", {**LEAST, name: "M" * 120}).status_code == 302


def test_a_long_name_is_cut_on_the_board_between_words_and_turns_nothing_round(nursery, hub):
    name = f"{'Maximiliana ' * 9}\u202eLund\u2066"
    entered_as("beth").post("/tell", {**LEAST, "said": "He \u202eshouts.", "name": name})
    html = entered_as("jo").get("/front-door/").content.decode()
    assert "Maximiliana …" in html and "Lund" not in html
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", html)
    assert Contact.objects.select_related("entry").get().entry.said == "He \u202eshouts.", "kept as it was typed"


@pytest.mark.parametrize(
    ("told", "stands_open"),
    [
        ({}, False),
        ({"mark": "no"}, False),
        ({"mark": "yes"}, True),
        ({"region": "cheek"}, True),
        ({"side": "left"}, True),
    ],
)
def test_where_a_mark_was_stands_folded_until_a_mark_was_seen(nursery, told, stands_open):
    client = entered_as("beth")
    for response, opened in ((client.get("/tell"), False), (client.post("/tell", told), stands_open)):
        page = response.content.decode()
        attributes, folded = re.search(
            r'<details class="more" data-opens-with="mark=yes"([^>]*)>(.+?)</details>', page, re.S
        ).groups()
        assert (attributes == " open") == opened
        assert 'name="region"' in folded and 'name="side"' in folded
        assert page.count('name="region"') == 1 and 'name="mark"' not in folded


def test_of_many_that_wait_a_child_told_to_be_in_danger_stands_first(nursery, hub):
    client = entered_as("beth")
    for number in range(4):
        client.post("/tell", {**LEAST, "said": f"Worry {number}.", "in_danger": "yes" if number == 2 else "no"})
    said = words(entered_as("jo").get("/front-door/"))
    assert re.findall(r"Worry \d", said) == ["Worry 2", "Worry 2", "Worry 0", "Worry 1", "Worry 3"]
