"""What a picture shows and no other test sees: what stands apart, what lines up, what stays on one line."""

import pytest
from playwright.sync_api import Locator
from tests.browser.conftest import WIDTHS, Site

APART = 20


def place_of(part: Locator) -> dict[str, float]:
    """Where a part stands on its page."""
    place = part.bounding_box()
    assert place is not None
    return {**place, "right": place["x"] + place["width"], "below": place["y"] + place["height"]}


@pytest.mark.parametrize("width", WIDTHS)
def test_the_two_links_under_a_warnings_answers_read_as_two(site: Site, width: int):
    page = site.record_of("Robin Marsh", width=width)
    rests_on, answers = (place_of(page.locator(".duty__open a").nth(number)) for number in (0, 1))
    assert answers["x"] - rests_on["right"] >= APART or answers["y"] >= rests_on["below"]
    assert rests_on["y"] - place_of(page.locator(".duty .answers"))["below"] >= 10


@pytest.mark.parametrize("who", ("ruth", "sian", "beth"))
def test_the_places_stand_on_one_line_whoever_has_entered(site: Site, who: str):
    page = site.entered_as(who)
    tops = {place_of(one)["y"] for one in page.locator(".places a").all()}
    assert len(tops) == 1
    assert place_of(page.locator(".top"))["height"] <= 72


@pytest.mark.parametrize(("path", "place"), (("/rules/", "Learning"), ("/learning/6/", "Learning"), ("/hours/", "")))
def test_a_page_says_in_which_place_it_stands(site: Site, path: str, place: str):
    page = site.entered_as("amara")
    page.goto(path)
    assert page.locator(".places [aria-current]").all_inner_texts() == ([place] if place else [])


def test_a_duty_opened_stands_among_the_children(site: Site):
    page = site.record_of("Robin Marsh")
    page.click(".duty >> text=All answers")
    assert page.locator(".places [aria-current]").all_inner_texts() == ["Children"]


def test_accounts_stand_under_their_caption_and_their_tellers(site: Site):
    page = site.record_of("Robin Marsh")
    page.goto(f"{page.url}injuries/")
    for table in page.locator(".accounts").all():
        assert place_of(table.locator("caption"))["below"] <= place_of(table.locator("thead th").first)["y"] + 1
    assert {place_of(one)["x"] for one in page.locator(".accounts").all()} == {
        place_of(page.locator(".happened__body").first)["x"]
    }


def test_on_a_telephone_every_answer_says_whose_it_is(site: Site):
    page = site.record_of("Robin Marsh", width=375)
    page.goto(f"{page.url}injuries/")
    differs = page.locator(".differs", has_text="How it happened: differs").first
    said = [one.inner_text() for one in differs.locator("td").all()]
    assert len(said) == 2
    assert said[0].startswith("Jodie Marsh to Beth Coyle:")
    assert said[1].startswith("Jodie Marsh to Amara Okafor:")


@pytest.mark.parametrize(("width", "height"), ((1280, 700), (375, 812)))
def test_an_opened_duty_says_by_when_on_the_first_screen(site: Site, width: int, height: int):
    page = site.record_of("Robin Marsh", width=width)
    page.click(".duty >> text=All answers")
    assert place_of(page.locator(".duty--opened .clock"))["below"] <= height


def test_on_paper_there_is_nothing_that_only_a_click_would_use(site: Site):
    page = site.record_of("Robin Marsh")
    robin = page.url
    page.emulate_media(media="print")
    for path in ("", "injuries/"):
        page.goto(robin + path)
        for only_on_screen in (".happened__mend", ".duty__open", ".duty-row__open", ".duty__why > a"):
            assert not [one for one in page.locator(only_on_screen).all() if one.is_visible()], only_on_screen
    page.goto(robin)
    assert page.locator(".duty__source").first.is_visible(), "paper names the source itself"
