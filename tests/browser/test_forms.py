"""The forms people write in, empty, wrong and opened out: axe finds nothing, and the keyboard alone is enough."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.browser.conftest import Site
from tests.browser.test_every_page import RULES

CHILD, WHO = "Niamh", "jo"
A_PDF = {"name": "From school.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF\n"}
A_PROGRAM = {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": b"MZ\x90\x00\x03\x00"}


def at(path: str) -> Callable[[Site, int], Page]:
    def opened(site: Site, width: int) -> Page:
        page = site.record_of(CHILD, who=WHO, width=width)
        page.goto(page.url + path)
        return page

    return opened


def opened_out(path: str) -> Callable[[Site, int], Page]:
    def opened(site: Site, width: int) -> Page:
        page = at(path)(site, width)
        for summary in page.locator("main summary").all():
            summary.click()
        page.locator("[name=sure][value=about]").check()
        return page

    return opened


def with_errors(path: str) -> Callable[[Site, int], Page]:
    def opened(site: Site, width: int) -> Page:
        page = opened_out(path)(site, width)
        page.fill("#id_day", "2999-01-01")
        page.set_input_files("#id_documents", [A_PROGRAM])
        page.click("main form button[type=submit]")
        expect(page.locator(".govuk-error-summary")).to_be_visible()
        site.troubles.clear()  # the browser notes the answer of 422; that is what is asked for here
        return page

    return opened


PAGES = {
    "a note": at("note"),
    "a note opened out": opened_out("note"),
    "a note with errors": with_errors("note"),
    "an injury": at("write/injury"),
    "an injury with errors": with_errors("write/injury"),
}


@pytest.mark.parametrize("width", (1280, 375, 320))
@pytest.mark.parametrize("name", PAGES)
def test_a_form_is_whole_at_every_width(site: Site, name: str, width: int):
    page = PAGES[name](site, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "it scrolls sideways"
    assert page.locator("h1").count() == 1 and "Niamh" not in page.title()
    if width != 320:
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", (1280, 375))
def test_save_stands_above_all_that_may_be_said_later_and_the_caret_is_in_the_box(site: Site, width: int):
    page = at("note")(site, width)
    assert page.evaluate("document.activeElement.id") == "id_said"
    save, more = page.locator("text=Save note").bounding_box(), page.locator(".more-to-say").bounding_box()
    assert save and more and save["y"] < more["y"]
    expect(page.locator("#id_day")).to_be_hidden()
    small = page.locator("#id_said").bounding_box()
    page.fill("#id_said", "A line.\n" * 30)
    grown = page.locator("#id_said").bounding_box()
    assert small and grown and grown["height"] > small["height"] + 200, "the box grows with what is typed"


def test_children_and_the_questions_of_when_stand_side_by_side_where_there_is_room(site: Site):
    page = at("note")(site, 1280)
    first, second = (one.bounding_box() for one in page.locator("[name=about] >> xpath=..").all()[:2])
    assert first and second and first["y"] == second["y"]
    page.locator("[name=sure][value=about]").check()
    tops = {page.locator(f"#id_{name}").bounding_box()["y"] for name in ("day", "time", "until")}
    assert len(tops) == 1
    page.locator("[name=sure][value=day]").check()
    expect(page.locator("#id_until")).to_be_hidden()
    expect(page.locator("#id_time")).to_be_visible()


def test_the_keyboard_alone_saves_a_note(site: Site):
    page = at("note")(site, 1280)
    page.bring_to_front()
    page.keyboard.type("Written with the keyboard alone.")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Save note"
    page.keyboard.press("Enter")
    expect(page.locator(".saved")).to_contain_text("This is saved.")
    expect(page.locator(".columns__rest .happened").first).to_contain_text("“Written with the keyboard alone.”")


def test_the_keyboard_alone_opens_what_is_folded_and_says_another_day(site: Site):
    page = at("note")(site, 1280)
    page.bring_to_front()
    page.keyboard.type("On Monday.")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[name=sure][value=day]")).to_be_checked()
    expect(page.locator("#id_day")).to_be_visible()
    page.locator("summary:has-text('What I think')").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#id_thinks")).to_be_visible()


def test_a_document_goes_with_a_note_and_is_kept_by_whoever_opens_it(site: Site):
    page = at("note")(site, 1280)
    page.fill("#id_said", "The school’s letter.")
    page.click("summary:has-text('A document')")
    page.set_input_files("#id_documents", [A_PDF])
    page.click("text=Save note")
    row = page.locator(".happened", has_text="The school’s letter.").first
    with page.expect_download() as kept:
        row.locator("text=From school.pdf").click()
    assert kept.value.suggested_filename == "From school.pdf"
    assert kept.value.path().read_bytes() == A_PDF["buffer"]


def test_a_note_is_corrected_from_the_childs_page(site: Site):
    page = at("note")(site, 1280)
    page.fill("#id_said", "It was on Tuseday.")
    page.click("text=Save note")
    page.locator(".happened", has_text="Tuseday").locator("text=Correct this").click()
    expect(page.locator("#id_said")).to_have_value("It was on Tuseday.")
    page.fill("#id_said", "It was on Tuesday.")
    page.click("text=Save note")
    expect(page.locator(".saved")).to_be_visible()
    expect(page.locator(".happened", has_text="Tuseday")).to_contain_text("Corrected since.")
