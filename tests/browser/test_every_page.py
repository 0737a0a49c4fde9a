"""Every page, at every width: nothing axe can find, styled, one heading, no sideways scroll, and it works without a script."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.browser.conftest import WIDTHS, Site

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def at(path: str, who: str = "amara") -> Callable[[Site, int], Page]:
    def opened(site: Site, width: int) -> Page:
        page = site.entered_as(who, width=width)
        page.goto(path)
        return page

    return opened


def entrance(site: Site, width: int) -> Page:
    page = site.page(width=width)
    page.goto("/")
    return page


def robin(site: Site, width: int) -> Page:
    return site.record_of("Robin Marsh", width=width)


def robin_opened_out(site: Site, width: int) -> Page:
    page = robin(site, width)
    for summary in page.locator("main summary").all():
        summary.click()
    return page


def robin_on_an_earlier_day(site: Site, width: int) -> Page:
    page = robin(site, width)
    page.goto(f"{page.url}?known_on=2026-11-15")
    return page


def luke(site: Site, width: int) -> Page:
    return site.record_of("Luke", who="jo", width=width)


def refused(site: Site, width: int) -> Page:
    address = robin(site, width).url
    page = site.entered_as("priya", width=width)
    page.goto(address)
    site.troubles.clear()  # the browser notes a page that answers 403; that is what is asked for here
    return page


def not_there(site: Site, width: int) -> Page:
    page = at("/nowhere")(site, width)
    site.troubles.clear()
    return page


PAGES = {
    "the entrance": entrance,
    "a social worker's work": at("/"),
    "a hub's work": at("/", "jo"),
    "work of which there is none": at("/", "beth"),
    "the children": at("/children/"),
    "every child": at("/children/", "jo"),
    "hours and numbers": at("/hours/"),
    "the learning points": at("/learning/"),
    "a learning point": at("/learning/6/"),
    "the policy book": at("/rules/", "beth"),
    "a rule": at("/rules/repeated_injuries_raise_non_accidental_injury/"),
    "Robin's record": robin,
    "Robin's record opened out": robin_opened_out,
    "Robin's record on an earlier day": robin_on_an_earlier_day,
    "Luke's record": luke,
    "a record refused": refused,
    "a page that is not there": not_there,
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_at_every_width(site: Site, name: str, width: int):
    page = PAGES[name](site, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "it scrolls sideways"
    assert page.locator("h1").count() == 1
    assert "Inter" in page.evaluate("getComputedStyle(document.body).fontFamily")
    assert page.evaluate("document.fonts.check('16px Inter')"), "its own letters did not come"
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor") == "rgb(22, 57, 74)"
    assert "Robin" not in page.title() and "Luke" not in page.title()


@pytest.mark.parametrize("width", (1280, 375))
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(site: Site, name: str, width: int):
    found = Axe().run(PAGES[name](site, width), options=RULES)
    assert found.violations_count == 0, found.generate_report()


def test_axe_does_find_what_is_wrong(site: Site):
    page = entrance(site, 1280)
    page.evaluate("document.querySelector('html').removeAttribute('lang'); document.querySelector('h1').remove()")
    assert Axe().run(page, options=RULES).violations_count >= 2
