"""Without an account, on a telephone: a neighbour without a script, a nursery worker with a code, and leaving at once."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.browser.by_hand import answer, press
from tests.browser.conftest import Site, demonstration
from tests.browser.test_every_page import RULES

from kith.cli.embedded import Server

WORRY = "A baby cries for hours at night, in the house with the blue door."
ELSEWHERE = "Whose work do you want to see?"


@pytest.fixture(scope="module")
def address(server: Server, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A demonstration of its own whose mail is sent, and which “Exit this page” leads to the entrance from."""
    mail: Path = tmp_path_factory.mktemp("mail")
    with demonstration(
        server, template, "robin", works=True, KITH_MAIL_FOLDER=str(mail), KITH_EXIT_TO="/enter"
    ) as its_address:
        yield its_address


def code_from_the_mail(page: Page) -> str:
    """The digits in the practice mail, as soon as the worker has sent them."""
    mail = page.context.new_page()
    mail.goto("/tell-us/practice-mail")
    for _ in range(60):
        if found := re.search(r"Your code is (\d{3} \d{3})", mail.inner_text("main")):
            mail.close()
            return found[1]
        mail.wait_for_timeout(500)
        mail.reload()
    raise AssertionError("No mail came.")


def test_a_neighbour_tells_us_on_a_telephone_without_a_script_and_leaves(site: Site):
    page = site.page(width=375, script=False)
    page.goto("/tell-us/")
    page.get_by_role("link", name="I am a neighbour or a friend").click()
    answer(page, "What has happened?", WORRY)
    answer(page, "Is the child in danger now?", "I do not know")
    press(page, "Send to the front door")
    expect(page.locator("h1")).to_have_text("Sent to the front door")
    expect(page.locator("main")).to_contain_text("We cannot say whether we know a child.")
    assert page.title() == "Form – Kith"
    page.get_by_role("link", name="Exit this page").click()
    expect(page.locator("h1")).to_have_text(ELSEWHERE)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Tell us about a child")
    assert WORRY not in page.content()


def test_a_nursery_worker_tells_us_with_a_code_and_reads_what_became_of_it(site: Site):
    page = site.page(width=375)
    page.goto("/tell-us/")
    page.get_by_role("link", name="Nursery, childminder or playgroup").click()
    answer(page, "Your e-mail address at work", "beth.coyle@larkfield.example")
    press(page, "Send me a code")
    page.fill("#id_digits", code_from_the_mail(page))
    press(page, "Go on")
    expect(page.get_by_label("Larkfield Nursery")).to_be_checked()
    answer(page, "What has happened?", "Tess came in with a mark on her arm.")
    answer(page, "Your name", "Beth Coyle")
    press(page, "Send to the front door")
    page.get_by_role("link", name="What became of what I told").click()
    expect(page.locator("main")).to_contain_text("We have it")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert Axe().run(page, options=RULES).violations_count == 0
    stranger = site.page(width=375)
    stranger.goto(page.url)
    expect(stranger.locator("h1")).to_have_text("First, a code again")
    assert Axe().run(stranger, options=RULES).violations_count == 0


@pytest.mark.parametrize("how", ["by the link", "by pressing Shift three times"])
def test_leaving_takes_the_place_of_the_page_and_leaves_nothing_typed_in_the_tab(site: Site, how: str):
    page = site.page()
    page.goto("/enter")
    page.goto("/tell-us/form?as=family")
    page.fill("#id_said", WORRY)
    expect(page.locator("[data-kept]")).to_be_visible()
    if how == "by the link":
        page.get_by_role("link", name="Exit this page").click()
    else:
        page.keyboard.type("ABC")
        for left in ("2 more times", "1 more time"):
            page.keyboard.press("Shift")
            expect(page.locator("[data-exit-said]")).to_have_text(f"Shift, press {left} to exit.")
        page.keyboard.press("Shift")
    expect(page.locator("h1")).to_have_text(ELSEWHERE)
    assert page.evaluate("sessionStorage.length") == 0
    page.go_back()
    expect(page.locator("h1")).to_have_text(ELSEWHERE)
    page.goto("/tell-us/form?as=family")
    expect(page.locator("#id_said")).to_have_value("")


def test_going_back_from_the_receipt_ticks_again_what_was_ticked_and_sends_it_once(site: Site):
    page = site.page(width=375)
    page.goto("/tell-us/form?as=neighbour")
    page.fill("#id_said", WORRY)
    fold = page.locator("details[data-opens-with]")
    expect(fold).not_to_have_attribute("open", "")
    for name, value in (("in_danger", "yes"), ("mark", "yes"), ("side", "left")):
        page.check(f"[name={name}][value={value}]")
    press(page, "Send to the front door")
    reference = page.locator("main .lead b").inner_text()
    page.go_back()
    expect(page.locator("#id_said")).to_have_value(WORRY)
    for name, value in (("in_danger", "yes"), ("mark", "yes"), ("side", "left")):
        expect(page.locator(f"[name={name}][value={value}]")).to_be_checked()
    expect(fold).to_have_attribute("open", "")
    press(page, "Send to the front door")
    expect(page.locator("main .lead b")).to_have_text(reference)
    page.get_by_role("link", name="I am done").click()
    expect(page.locator("h1")).to_have_text(ELSEWHERE)
    assert page.evaluate("sessionStorage.length") == 0
    page.goto("/tell-us/form?as=neighbour")
    expect(page.locator("[name=in_danger][value=yes]")).not_to_be_checked()


def test_capital_letters_in_what_is_typed_lead_nobody_away(site: Site):
    page = site.page()
    page.goto("/tell-us/form?as=family")
    page.locator("#id_said").focus()
    for letter in "ABCDE":
        page.keyboard.press(f"Shift+{letter}")
    expect(page.locator("#id_said")).to_have_value("ABCDE")


def test_words_are_kept_in_the_tab_when_the_page_is_left_by_any_other_way(site: Site):
    page = site.page()
    page.goto("/tell-us/form?as=family")
    page.fill("#id_said", WORRY)
    expect(page.locator("[data-kept]")).to_be_visible()
    page.reload()
    expect(page.locator("#id_said")).to_have_value(WORRY)
