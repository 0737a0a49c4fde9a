"""A nursery's worry about a child new to it finds his earlier life under another name; nobody does less before it is read."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.by_hand import answer, press, save
from tests.browser.conftest import Site


def told_by_the_nursery(site: Site) -> Page:
    page = site.entered_as("beth")
    page.get_by_role("link", name="Tell us").first.click()
    answer(page, "What has happened?", "Zac is new. He ate four dinners and put bread in his pockets.")
    answer(page, "If not in the list: the child’s name", "Zac Marlow")
    answer(page, "Age or date of birth", "born in May 2023")
    answer(page, "Your phone", "01632 960155")
    press(page, "Send")
    expect(page.locator("h1")).to_contain_text("Sent")
    return page


def at_the_worry(site: Site, who: str) -> Page:
    page = site.entered_as(who)
    page.goto("/front-door/")
    page.locator(".card__name a", has_text="Zac Marlow").first.click()
    expect(page.locator("main")).to_contain_text("He ate four dinners")
    return page


def test_an_earlier_life_under_another_name_is_found_read_and_signed_before_less_is_done(site: Site):
    nursery = told_by_the_nursery(site)
    hub = at_the_worry(site, "jo")
    expect(hub.locator("main")).to_contain_text("Nothing earlier is in Kith")
    worry = hub.url
    hub.get_by_role("link", name="Who is this?").click()
    tully = hub.locator(".candidate", has_text="Zac Tully")
    expect(tully).to_contain_text("same first name")
    expect(tully).to_contain_text("birth dates may be the same")
    tully.get_by_text("The same", exact=True).click()
    answer(hub, "Why", "His mother is Carly; she says they have moved back.")
    save(hub, "Save what I chose")
    expect(hub.locator("main")).to_contain_text("The same as Zac Marlow")

    hub.goto(worry)
    expect(hub.locator("#history").locator("xpath=..")).to_contain_text("wet cot")
    answer(hub, "What response it gets", "No further action by social care")
    answer(hub, "Why", "One busy day.", within="#decide")
    press(hub, "Save this decision")
    expect(hub.locator(".govuk-error-summary")).to_contain_text("has not read about Zac Tully")
    expect(hub.locator("#decide [name=said]")).to_have_value("One busy day.")

    answer(
        hub, "What this changes", "Neglect at seventeen months, and he was seen once after they moved.", within="#read"
    )
    save(hub, "I have read this")
    answer(hub, "What response it gets", "Assessment: may be a child in need")
    answer(hub, "Why", "Hungry now, and hungry then.", within="#decide")
    save(hub, "Save this decision")
    expect(hub.locator("main")).to_contain_text("Hungry now, and hungry then.")

    nursery.goto("/notices/")
    expect(nursery.locator("main")).to_contain_text("Zac")
    with nursery.expect_navigation():
        heard = nursery.locator(".row", has_text="What response a worry gets: assessment").filter(has_text="Zac")
        heard.get_by_role("button").first.click()
    expect(nursery.locator("main")).to_contain_text("Hungry now, and hungry then.")


@pytest.mark.parametrize("width", [1280, 375])
def test_protecting_goes_ahead_with_the_history_unread(site: Site, width: int):
    page = site.entered_as("jo", width=width)
    page.goto("/front-door/")
    page.locator(".card__name a", has_text="Zac Penrose").first.click()
    answer(page, "What response it gets", "Strategy discussion")
    answer(page, "Why", "He may be hurt tonight.", within="#decide")
    save(page, "Save this decision")
    expect(page.locator("main")).to_contain_text("He may be hurt tonight.")
