"""Telling us about a child at the front door, where the list of children is long: with the keyboard, and going back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from tests.browser.by_hand import press
from tests.browser.conftest import Site, demonstration

from kith.cli.embedded import Server

FAMILIES = ("robin", "al_amin", "campbell", "castle", "frost", "haddad", "oconnell", "rahimi")
SHOWN = 8


@pytest.fixture(scope="module")
def address(server: Server, template: str) -> Iterator[str]:
    """A demonstration of its own: more children than stand open."""
    with demonstration(server, template, *FAMILIES) as its_address:
        yield its_address


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText || document.activeElement.id"))


@pytest.mark.parametrize("script", (True, False), ids=("with a script", "without"))
def test_a_child_far_down_a_long_list_is_chosen_with_the_keyboard_alone(site: Site, script: bool):
    page = site.entered_as("jo", script=script)
    page.goto("/tell")
    children = page.locator("[name=child]")
    many = children.count()
    assert many > SHOWN
    expect(page.locator("[name=child]:visible")).to_have_count(SHOWN)
    page.fill("#id_said", "Rang again.")
    page.fill("#id_ring_back", "01632 960155")
    page.keyboard.press("Tab")
    assert focused(page) == "id_child_0"
    page.keyboard.press("Tab")
    assert focused(page) == f"and {many - SHOWN} more to choose from"
    page.keyboard.press("Enter")
    expect(page.locator("[name=child]:visible")).to_have_count(many)
    page.locator("#id_child_0").focus()
    page.keyboard.press("ArrowUp")
    last = page.locator(f"#id_child_{many - 1}")
    expect(last).to_be_checked()
    called = page.locator(f"label[for=id_child_{many - 1}]").inner_text()
    press(page, "Send")
    expect(page.locator("main")).to_contain_text(f"About: {called}.")


@pytest.mark.parametrize("script", (True, False), ids=("with a script", "without"))
def test_going_back_shows_the_words_and_no_child_that_was_not_chosen(site: Site, script: bool):
    page = site.entered_as("jo", script=script)
    page.goto("/tell")
    page.fill("#id_said", "A worry, half told.")
    page.locator("#id_child_2").check()
    page.locator("[name=mark][value=yes]").check()
    page.goto("/children/")
    page.go_back()
    expect(page.locator("#id_said")).to_have_value("A worry, half told.")
    ticked = page.locator("[name=child]:checked, [name=mark]:checked")
    shown = [one.get_attribute("id") for one in ticked.all()]
    assert shown in (["id_child_2", "id_mark_0"], ["id_child_0"]), "what was chosen, or nothing, never something else"
    assert not script or shown == ["id_child_2", "id_mark_0"]


def test_enter_in_a_day_of_a_form_that_came_back_does_not_keep_it_as_a_note(site: Site):
    page = site.record_of("Niamh", who="jo")
    page.goto(f"{page.url}write/visit")
    page.fill("#id_said", "Nobody opened the door.")
    page.locator("[name=sure][value=day]").check()
    press(page, "Save")
    expect(page.locator("button[name=as_note]")).to_be_visible()
    page.locator("#id_day").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    with page.expect_navigation():
        page.click("button[name=as_note]")
    expect(page.locator(".saved")).to_contain_text("This is saved.")
    expect(page.locator("main")).to_contain_text("“Nobody opened the door.”")
