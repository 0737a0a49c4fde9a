"""A tired duty worker at 16:30 on Christmas Eve: which child, what happened, who must act, by when, and why."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Site

A_DAY_WITH_ITS_NAME = re.compile(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+")

#: How far down the first screen the clock of the one warning may end, by width.
SEEN_AT_ONCE = {1280: 640, 375: 780}


@pytest.mark.parametrize("width", SEEN_AT_ONCE)
def test_child_fact_owner_and_time_are_seen_without_scrolling(site: Site, width: int):
    page = site.record_of("Robin Marsh", width=width)
    box = page.locator(".duty--serious")
    for part in ("h2", ".duty__next", ".clock"):
        place = box.locator(part).first.bounding_box()
        assert place is not None
        assert place["y"] + place["height"] < SEEN_AT_ONCE[width], f"{part} lies below the first screen"
    expect(page.locator("h1")).to_have_text("Robin Marsh, aged 2")
    assert 0 < len(box.locator("h2").inner_text().split()) <= 25
    expect(box.locator(".duty__next b")).to_contain_text("Amara Okafor")
    expect(box.locator(".clock")).to_contain_text(A_DAY_WITH_ITS_NAME)
    expect(box.locator(".duty__why")).to_contain_text("Why:")
    expect(page.locator("main")).to_contain_text("3 injuries on record in 43 days")


def test_there_is_one_warning_and_it_is_the_most_serious(site: Site):
    page = site.entered_as("jo")
    expect(page.locator(".duty")).to_have_count(1)
    expect(page.locator(".duty")).to_contain_text("Serious concern: decide now")


@pytest.mark.parametrize("script", (True, False), ids=("with a script", "without"))
def test_the_whole_way_works_with_and_without_a_script(site: Site, script: bool):
    page = site.record_of("Robin Marsh", script=script)
    page.fill("#known-on", "2026-11-15")
    page.click("button:has-text('Show')")
    expect(page.locator(".known-now")).to_contain_text("what was known on Sunday 15 November 2026")
    expect(page.locator("main")).not_to_contain_text("3 injuries on record")
    expect(page.locator("main")).to_contain_text("That does not mean Robin is safe")
    page.click("text=Go back to today")
    expect(page.locator(".duty--serious")).to_have_count(1)
    page.click(".top__wide >> text=Sign out")
    expect(page.locator("h1")).to_have_text("Whose work do you want to see?")
    page.goto("/children/")
    expect(page.locator("h1")).to_have_text("Whose work do you want to see?")


def test_what_a_concern_rests_on_is_one_click_away_with_whose_words_they_are(site: Site):
    page = site.entered_as("amara")
    page.click(".duty >> text=What this rests on")
    evidence = page.locator("section[aria-labelledby=rests-on]")
    expect(evidence.locator("h2")).to_be_in_viewport()
    expect(evidence).to_contain_text("Three small round marks")
    expect(evidence).to_contain_text("Beth Coyle, nursery worker")
    expect(evidence).to_contain_text("We learned of it Tuesday 8 December")


def test_the_menu_of_a_telephone_leads_to_the_same_places(site: Site):
    page = site.entered_as("amara", width=375)
    page.click("summary:has-text('Menu')")
    page.click(".menu__open >> text=Children")
    expect(page.locator("h1")).to_have_text("Children")


def test_the_keyboard_comes_first_to_the_way_past_the_header(site: Site):
    page = site.entered_as("amara")
    page.bring_to_front()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_a_printed_page_keeps_the_warning_and_leaves_out_what_only_a_screen_needs(site: Site):
    page = site.record_of("Robin Marsh")
    page.emulate_media(media="print")
    expect(page.locator(".duty--serious")).to_be_visible()
    expect(page.locator(".places")).to_be_hidden()
    assert _text_of(page, ".practice").startswith("Practice data."), "a print of practice says so"


def test_somebody_who_may_not_open_a_record_reads_whom_to_ask_and_nothing_of_the_child(site: Site):
    address = site.record_of("Robin Marsh").url
    page = site.entered_as("priya")
    answer = page.goto(address)
    assert answer is not None and answer.status == 403
    expect(page.locator("h1")).to_have_text("You cannot open this record")
    known = _said(page)
    assert "Robin" not in known
    page.goto("/children/00000000-0000-4000-8000-000000000000/")
    assert _said(page) == known, "whether Kith knows a child is not told either"
    site.troubles.clear()  # the browser notes every answer of 403


def _text_of(page: Page, part: str) -> str:
    return page.locator(part).inner_text().strip()


def _said(page: Page) -> str:
    return re.sub(r"\d{1,2}(:\d\d)?[ap]m", "", page.locator("body").inner_text())


def test_a_window_left_open_while_another_entered_says_so_and_leads_on(site: Site):
    window = site.page()
    window.goto("/enter")
    other = window.context.new_page()
    other.goto(f"{site.address}/enter")
    other.click("button[value=jo]")
    expect(other.locator("h1")).to_have_text("My work")
    window.click("button[value=amara]")
    expect(window.locator("h1")).to_have_text("This page was open too long")
    window.click("text=Go to the first page")
    expect(window.locator("h1")).to_have_text("My work")
    site.troubles.clear()  # the browser notes the answer of 403
