"""Kith with the keyboard alone, with letters twice as large, and with the lines a reader needs wider apart."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Site

#: WCAG 1.4.12: what a reader may set of a text, and nothing of it may be lost.
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
#: How the thing that has the focus is marked: Kith's own yellow, as ground or as line.
FOCUS_SEEN = """() => {
  const look = getComputedStyle(document.activeElement);
  return [look.outlineStyle === 'none' ? '' : look.outlineColor, look.backgroundColor, look.boxShadow].join(' ');
}"""


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what has the focus begins with these words."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText || ''").startswith(words):
            return
    raise AssertionError(f"The keyboard never came to “{words}”.")


def test_the_whole_way_is_gone_with_the_keyboard_alone(site: Site):
    page = site.page()
    page.goto("/")
    tab_to(page, "Amara Okafor")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("My work")
    tab_to(page, "Children")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Children")
    tab_to(page, "Robin Marsh, aged 2")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Robin Marsh, aged 2")
    tab_to(page, "What this rests on")
    page.keyboard.press("Enter")
    expect(page.locator("section[aria-labelledby=rests-on] .happened").first).to_be_in_viewport()
    page.go_back()
    tab_to(page, "Show")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?known_on=2026-12-24")
    expect(page.locator(".known-on__shown")).to_have_text("Shown: today, all entered so far")
    tab_to(page, "Sign out")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Whose work do you want to see?")


def test_a_concern_is_answered_and_a_note_added_with_the_keyboard_alone(site: Site):
    page = site.page()
    page.goto("/")
    enter_on(page, "Priya Nair")
    expect(page.locator("h1")).to_have_text("My work")
    enter_on(page, "All answers")
    expect(page.locator("h1")).to_contain_text("O'Connell, aged")
    enter_on(page, "Record what we think, and why")
    expect(page.locator("h1")).to_have_text("What we think, and why")
    ticks = page.locator("[name=evidence]").count()
    assert ticks > 0
    for _ in range(ticks):
        tab_to_field(page, "evidence")
        page.keyboard.press("Space")
    tab_to_field(page, "said")
    page.keyboard.type("I rang her. Her sister comes tonight.")
    enter_on(page, "Save")
    expect(page.locator("main")).to_contain_text("This was answered. It no longer stands open.")
    expect(page.locator("main")).to_contain_text("“I rang her. Her sister comes tonight.”")
    enter_on(page, "Add a note")
    expect(page.locator("h1")).to_have_text("Whom is the note about?")
    enter_on(page, "Cillian O'Connell")
    expect(page.locator("h1")).to_have_text("Add a note")
    if not page.evaluate("document.activeElement.name === 'said'"):
        tab_to_field(page, "said")
    page.keyboard.type("He was in goal for the whole match.")
    enter_on(page, "Save note")
    expect(page.locator("h1")).to_contain_text("Cillian O'Connell, aged")
    expect(page.locator("main")).to_contain_text("“He was in goal for the whole match.”")


def enter_on(page: Page, words: str) -> None:
    """Come to it with Tab, press Enter, and wait for the page it leads to."""
    tab_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tab_to_field(page: Page, name: str) -> None:
    """Press Tab until the focus is in a field of this name."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name || ''") == name:
            return
    raise AssertionError(f"The keyboard never came to the field “{name}”.")


@pytest.mark.parametrize("width", (1280, 375))
def test_whatever_has_the_focus_is_seen_to_have_it(site: Site, width: int):
    page = site.record_of("Robin Marsh", width=width)
    seen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        if page.evaluate("!document.activeElement.matches(':focus')"):
            continue  # the calendar's button inside the date field, which the browser itself draws and marks
        seen.append((page.evaluate("document.activeElement.innerText"), page.evaluate(FOCUS_SEEN)))
    assert len(seen) >= 8
    assert [words for words, look in seen if "rgb(255, 221, 0)" not in look] == []


@pytest.mark.parametrize("width", (1280, 375))
def test_letters_twice_as_large_push_nothing_off_the_side(site: Site, width: int):
    page = site.record_of("Robin Marsh", width=width)
    robin = page.url
    inside = (
        "",
        "chronology/",
        "injuries/",
        "adults/",
        "decisions/",
        "discussion/",
        "told/",
        "to-do/",
        "note",
        "write/injury",
    )
    pushed = []
    for path in (*(robin + one for one in inside), "/", "/tell", "/notices/", "/hours/", "/learning/6/", "/rules/"):
        page.goto(path)
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > 30
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            pushed.append((path, wide))
    assert pushed == []


def test_a_reader_may_set_the_lines_wider_and_loses_no_word(site: Site):
    page = site.record_of("Robin Marsh", width=375)
    page.evaluate(
        "css => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own]; }", SPACED
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    cut = page.evaluate(
        "() => [...document.querySelectorAll('main p, main h1, main h2, main h3, header p, header a')]"
        ".filter(one => getComputedStyle(one).overflow === 'hidden' && one.scrollHeight > one.clientHeight + 1"
        " && !one.closest('.govuk-visually-hidden')).map(one => one.innerText)"
    )
    assert cut == []


def test_nothing_at_all_runs_in_a_page_and_all_of_it_comes_from_here(site: Site):
    page = site.page()
    asked: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.append((request.resource_type, request.url)))
    page.goto("/")
    page.click("button[value=amara]")
    page.goto("/children/")
    assert {kind for kind, _ in asked} >= {"document", "stylesheet", "font"}
    assert [url for kind, url in asked if kind == "script" or not url.startswith(f"{site.address}/")] == []
