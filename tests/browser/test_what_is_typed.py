"""What was typed is never lost, whatever becomes of the page; once saved, or once somebody leaves, nothing of it stays."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.by_hand import answer, press
from tests.browser.conftest import Site

CHILD, WHO = "Niamh", "jo"
WORDS = "O’Connor said: “he fell” & cried.\n\nقالت الأم: «سقط» 🙂👩‍👧 <b>not bold</b>"
KEPT = re.compile(r"^What you have typed is kept\. \d{1,2}(:\d\d)?[ap]m$")


def a_note(site: Site, *, width: int = 1280, script: bool = True) -> Page:
    page = site.record_of(CHILD, who=WHO, width=width, script=script)
    page.click("text=Add a note >> visible=true")
    expect(page.locator("h1")).to_have_text("Add a note")
    return page


def typed(page: Page, words: str) -> None:
    page.fill("#id_said", words)
    expect(page.locator("[data-kept]")).to_have_text(KEPT)


def kept_in(page: Page) -> list[str]:
    return page.evaluate("() => Object.entries({ ...sessionStorage }).map(([name, value]) => name + value)")


def signed_in_again(page: Page) -> None:
    page.goto("/enter")
    page.click(f"button[value={WHO}]")


def test_it_is_said_a_second_after_typing_stops_that_it_is_kept_and_when(site: Site):
    page = a_note(site)
    expect(page.locator("[data-kept]")).to_be_hidden()
    page.type("#id_said", "Rang the nursery.")
    expect(page.locator("[data-kept]")).to_have_text(KEPT, timeout=3000)
    assert page.locator(".kept").get_attribute("role") == "status"
    (kept,) = kept_in(page)
    assert "Rang the nursery." in kept and "Jo Adeyemi" in kept
    token = page.locator("[name=token]").input_value()
    assert token and token not in kept and "csrf" not in kept


def test_text_survives_going_to_another_page_and_back_and_opening_the_form_anew(site: Site):
    page = a_note(site)
    address = page.url
    typed(page, WORDS)
    page.click("text=What I think, and why")
    page.fill("#id_thinks", "She looked away.")
    page.click("text=Another day or time")
    page.click(".govuk-back-link")
    page.go_back()
    expect(page.locator("#id_said")).to_have_value(WORDS)
    expect(page.locator("#id_thinks")).to_have_value("She looked away.")
    page.goto("/children/")
    page.goto(address)
    expect(page.locator("#id_said")).to_have_value(WORDS)
    expect(page.locator("#id_thinks")).to_be_visible()
    expect(page.locator("[name=sure][value=day]")).to_be_checked()
    expect(page.locator("[data-kept]")).to_have_text(KEPT)


def test_text_typed_a_moment_before_the_page_is_left_is_kept_too(site: Site):
    page = a_note(site)
    address = page.url
    page.fill("#id_said", "Half a sen")
    page.goto("/")
    page.goto(address)
    expect(page.locator("#id_said")).to_have_value("Half a sen")


def test_signed_out_in_mid_sentence_one_signs_in_and_carries_on(site: Site):
    page = a_note(site)
    typed(page, WORDS)
    page.context.clear_cookies(name="sessionid")
    page.click("text=Save note")
    expect(page.locator("h1")).to_have_text("You are signed out to keep this child’s record private")
    page.click(f"button[value={WHO}]")
    page.click("button:has-text('Carry on')")
    expect(page.locator("#id_said")).to_have_value(WORDS)
    page.click("text=Save note")
    expect(page.locator(".saved")).to_contain_text("This is saved.")
    assert kept_in(page) == []
    site.troubles.clear()  # the browser notes the answer of 403


def test_signed_out_in_mid_sentence_somebody_else_signs_in_and_reads_no_word_of_it(site: Site):
    page = a_note(site)
    address = page.url
    typed(page, "Jo’s own words.")
    page.context.clear_cookies(name="sessionid")
    page.click("text=Save note")
    page.click("button[value=ruth]")
    expect(page.locator("h1")).to_have_text("This was not typed by you")
    assert "own words" not in page.content()
    page.goto(address)
    expect(page.locator("#id_said")).to_have_value("")
    site.troubles.clear()  # the browser notes the answers of 403


def test_after_a_time_out_the_form_that_is_opened_again_has_the_words_in_it(site: Site):
    page = a_note(site)
    address = page.url
    typed(page, WORDS)
    page.context.clear_cookies(name="sessionid")
    page.goto(address)
    expect(page.locator("h1")).to_have_text("Whose work do you want to see?")
    page.click(f"button[value={WHO}]")
    page.goto(address)
    expect(page.locator("#id_said")).to_have_value(WORDS)


def test_nobody_else_finds_the_words_in_the_same_window(site: Site):
    page = a_note(site)
    address = page.url
    typed(page, "Jo’s own words.")
    page.context.clear_cookies(name="sessionid")
    page.goto("/enter")
    page.click("button[value=david]")
    page.goto(address)
    if page.locator("#id_said").count():
        expect(page.locator("#id_said")).to_have_value("")
    site.troubles.clear()  # the browser notes an answer of 403


def test_a_page_left_open_while_another_window_signed_in_again_gives_the_words_back(site: Site):
    page = a_note(site)
    typed(page, WORDS)
    other = page.context.new_page()
    signed_in_again(other)
    page.click("text=Save note")
    expect(page.locator("h1")).to_have_text("What you typed is kept")
    page.click("button:has-text('Carry on')")
    expect(page.locator("#id_said")).to_have_value(WORDS)
    page.click("text=Save note")
    expect(page.locator(".saved")).to_contain_text("This is saved.")
    site.troubles.clear()  # the browser notes the answer of 403


def test_ten_thousand_characters_are_saved_as_they_were_typed(site: Site):
    page = a_note(site)
    long = (WORDS + "\n") * (10_000 // len(WORDS) + 1)
    typed(page, long)
    page.goto("/children/")
    page.go_back()
    expect(page.locator("#id_said")).to_have_value(long)
    page.click("text=Save note")
    expect(page.locator(".saved")).to_be_visible()
    shown = page.locator(".happened__body p", has_text="<b>not bold</b>").first.text_content() or ""
    assert shown.replace("\r\n", "\n") == f"“{long}”"


def test_once_saved_nothing_of_it_is_kept_and_the_next_note_is_empty(site: Site):
    page = a_note(site)
    address = page.url
    typed(page, "Said once.")
    page.click("text=Save note")
    expect(page.locator(".saved")).to_have_text(re.compile(r"^This is saved\. \d{1,2}(:\d\d)?[ap]m$"))
    page.wait_for_load_state()
    assert page.evaluate("document.activeElement.className") == "saved", "what reads aloud begins here"
    assert kept_in(page) == []
    page.goto(address)
    expect(page.locator("#id_said")).to_have_value("")
    expect(page.locator("[data-kept]")).to_be_hidden()


def test_what_is_not_saved_because_of_an_error_stays_kept_until_it_is(site: Site):
    page = a_note(site)
    typed(page, "Words of a note.")
    page.click("text=Another day or time")
    page.fill("#id_day", "2999-01-01")
    page.click("text=Save note")
    expect(page.locator(".govuk-error-summary")).to_contain_text("This day has not come yet.")
    expect(page.locator("#id_said")).to_have_value("Words of a note.")
    assert "Words of a note." in "".join(kept_in(page))
    site.troubles.clear()  # the browser notes the answer of 422


@pytest.mark.parametrize("on_another_page", (False, True), ids=("on the form", "on another page"))
def test_leaving_takes_what_was_typed_with_it(site: Site, on_another_page: bool):
    page = a_note(site)
    address = page.url
    typed(page, "Private words.")
    if on_another_page:
        page.goto("/children/")
    page.click(".top__wide >> text=Sign out")
    expect(page.locator("h1")).to_have_text("Whose work do you want to see?")
    assert kept_in(page) == []
    page.click(f"button[value={WHO}]")
    page.goto(address)
    expect(page.locator("#id_said")).to_have_value("")


def test_an_answer_to_a_concern_and_a_worry_told_are_kept_as_well(site: Site):
    page = site.entered_as("amara")
    page.goto("/tell")
    page.fill("#id_said", "A worry, half told.")
    page.goto("/")
    page.goto("/tell")
    expect(page.locator("#id_said")).to_have_value("A worry, half told.")


def test_without_a_script_the_page_is_whole_and_saves(site: Site):
    page = a_note(site, script=False)
    page.click("text=What I think, and why")
    page.fill("#id_thinks", "He looked away.")
    page.fill("#id_said", "Written without a script.")
    page.click("text=Save note")
    expect(page.locator(".saved")).to_contain_text("This is saved.")
    expect(page.locator("main")).to_contain_text("“Written without a script.”")


def test_in_a_discussion_each_line_is_kept_by_itself_until_it_is_saved(site: Site):
    page = site.record_of(CHILD, who=WHO)
    address = f"{page.url}discussion/"
    page.goto(address)
    page.fill("#id_decideform_said", "She sleeps at her aunt’s tonight.")
    page.click("summary:has-text('Somebody joined')")
    page.fill("#id_hereform_said", "By telephone until six.")
    expect(page.locator("#here [data-kept]")).to_have_text(KEPT)
    page.goto("/children/")
    page.goto(address)
    expect(page.locator("#id_hereform_said")).to_have_value("By telephone until six.")
    expect(page.locator("#id_decideform_said")).to_have_value("She sleeps at her aunt’s tonight.")
    answer(page, "Who is here", "Police officer")
    press(page, "Save who is here")
    expect(page.locator("#id_hereform_said")).to_have_value("")
    expect(page.locator("#id_decideform_said")).to_have_value("She sleeps at her aunt’s tonight.")
    answer(page, "What is decided", "What keeps the child safe tonight")
    press(page, "Save this decision")
    expect(page.locator("#id_decideform_said")).to_have_value("")
    assert kept_in(page) == []


def test_an_answer_to_a_notice_is_kept_until_it_is_sent(site: Site):
    beth = site.record_of("Robin", who="beth")
    beth.goto(f"{beth.url}write/injury")
    answer(beth, "What sort", "Bruise")
    press(beth, "Save")
    page = site.entered_as("amara")
    page.goto("/notices/")
    press(page, "Open")
    address = page.url
    page.fill("[name=said]", "He has been quiet since Monday.")
    expect(page.locator("[data-kept]")).to_have_text(KEPT)
    page.goto("/")
    page.goto(address)
    expect(page.locator("[name=said]")).to_have_value("He has been quiet since Monday.")
    answer(page, "Your answer", "We know")
    press(page, "Send answer")
    assert kept_in(page) == []


@pytest.mark.parametrize("script", (True, False), ids=("with a script", "without"))
@pytest.mark.parametrize("where", ("a note", "a worry told"))
def test_words_too_long_to_send_are_still_in_the_box_on_going_back(site: Site, where: str, script: bool):
    long = "A sentence of a very long report. " * 100_000
    page = a_note(site, script=script)
    if where == "a worry told":
        page.goto("/tell")
        page.fill("#id_ring_back", "01632 960155")
    page.locator("#id_said").fill(long)
    page.locator("main button[type=submit]").first.click()
    expect(page.locator("h1")).to_have_text("This was too long to send at once")
    page.go_back()
    expect(page.locator("#id_said")).to_have_value(long)
    site.troubles.clear()  # the browser notes the answer of 400
