"""Two people answer at once, one sends twice, a night goes by, another tab signs out: nothing anybody wrote is lost or doubled."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from tests.browser.by_hand import answer, press, save
from tests.browser.conftest import Site, demonstration

from kith.cli.embedded import Server

CONCERN = "Freddie Ashdown (11 weeks) has 2 injuries on record"
FREDDIE = "Freddie Ashdown, aged 11 weeks"


@pytest.fixture(scope="module")
def address(server: Server, template: str) -> Iterator[str]:
    """A demonstration of its own: here concerns are answered, and a night goes by."""
    with demonstration(server, template, "freddie_ashdown") as its_address:
        yield its_address


#: Where the concern is: once it was answered, no list leads to it any more.
CONCERN_AT: dict[str, str] = {}


@pytest.fixture(autouse=True)
def concern(site: Site) -> str:
    """The address of the serious concern about Freddie."""
    if site.address not in CONCERN_AT:
        page = site.record_of("Freddie", who="jo")
        page.goto(f"{page.url}to-do/")
        page.get_by_role("link", name=re.compile(f"Open and answer.*{re.escape(CONCERN)}", re.S)).click()
        expect(page.locator(".duty--opened .duty__fact")).to_contain_text(CONCERN)
        CONCERN_AT[site.address] = page.url
    return CONCERN_AT[site.address]


def writing(site: Site, who: str, words: str, *, script: bool = True) -> Page:
    """A window in which an answer is written, every entry ticked, and not yet sent."""
    page = site.entered_as(who, script=script)
    page.goto(f"{CONCERN_AT[site.address]}think")
    for one in page.locator("[name=evidence]").all():
        one.check()
    answer(page, "Could somebody have caused it", "Cannot tell")
    answer(page, "Why", words)
    return page


def answers(page: Page) -> list[str]:
    """The words of the answers so far, as the concern shows them."""
    return page.locator(".panel .waiting > li p.as-typed").all_inner_texts()


def test_two_people_who_answer_one_concern_at_once_are_both_heard(site: Site, concern: str):
    jo = writing(site, "jo", "I read both. I ring the paediatrician.")
    ruth = writing(site, "ruth", "The night saw him too: ask about Tuesday.")
    for page in (jo, ruth):
        page.locator("main form button", has_text="Save").click(no_wait_after=True)
    for page in (jo, ruth):
        expect(page.locator("h1")).to_have_text(FREDDIE)
        expect(page.locator(".govuk-error-summary")).to_have_count(0)
        page.goto(concern)
        assert set(answers(page)) >= {
            "“I read both. I ring the paediatrician.”",
            "“The night saw him too: ask about Tuesday.”",
        }
        expect(page.locator(".panel", has_text="Answers so far")).to_contain_text("Jo Adeyemi, decision-maker")
        expect(page.locator(".panel", has_text="Answers so far")).to_contain_text("Ruth Penny, Emergency Duty worker")


@pytest.mark.parametrize("script", (True, False), ids=("with a script", "without"))
def test_a_button_pressed_twice_says_it_once(site: Site, concern: str, script: bool):
    words = f"Pressed twice, {'with' if script else 'without'} a script."
    page = writing(site, "jo", words, script=script)
    page.locator("main form button", has_text="Save").dblclick()
    expect(page.locator("h1")).to_have_text(FREDDIE)
    page.goto(concern)
    assert answers(page).count(f"“{words}”") == 1


def test_a_page_left_open_overnight_gives_the_words_back(site: Site):
    page = writing(site, "jo", "Half written at night,")
    ruth = site.entered_as("ruth")
    ruth.locator("summary", has_text="Move the clock on").click()
    with ruth.expect_navigation():
        ruth.get_by_role("button", name="To 9am tomorrow").click()
    expect(ruth.locator(".practice__now")).to_contain_text("Friday 25 December 2026, 9am")
    page.context.clear_cookies(name="sessionid")
    carry_on(site, page, "Half written at night,")
    answer(page, "Why", "Half written at night, and ended in the morning.")
    save(page)
    expect(page.locator(".panel", has_text="Answers so far")).to_contain_text("Fri 25 Dec")
    assert answers(page).count("“Half written at night, and ended in the morning.”") == 1


def test_who_signs_out_in_another_tab_in_mid_sentence_carries_on(site: Site):
    page = writing(site, "jo", "In mid-sentence when")
    other = page.context.new_page()
    other.goto("/")
    with other.expect_navigation():
        other.locator(".top__wide >> text=Sign out").click()
    carry_on(site, page, "In mid-sentence when")
    save(page)
    assert answers(page).count("“In mid-sentence when”") == 1


def carry_on(site: Site, page: Page, words: str) -> None:
    """Press the button, sign in again, and find all that was typed and ticked; nothing of it was saved yet."""
    ticked = page.locator("[name=evidence]:checked").count()
    press(page, "Save")
    expect(page.locator("h1")).to_have_text("You are signed out to keep this child’s record private")
    expect(page.locator(".lead")).to_have_text("What you typed is kept: sign in and carry on.")
    site.troubles.clear()  # the browser notes the answer of 403
    with page.expect_navigation():
        page.click("button[value=jo]")
    press(page, "Carry on")
    expect(page.locator("[name=said]")).to_have_value(words)
    assert page.locator("[name=evidence]:checked").count() == ticked
    expect(page.locator("[name=could_be_caused][value=cannot_tell]")).to_be_checked()
