"""What a person does with a form: find the question by its words, answer it in words, and press the button."""

import re

from playwright.sync_api import Locator, Page, expect


def answer(page: Page, question: str, said: str | tuple[str, str], *, within: str = "main") -> None:
    """Answer the first question that begins with these words; a pair is a day and a time."""
    group = page.locator(f"{within} .govuk-form-group").filter(
        has=page.locator(".ask", has_text=re.compile(f"^{re.escape(question)}"))
    )
    asked = group.first
    expect(asked).to_be_attached()
    _unfold(asked)
    boxes = asked.locator("input:not([type=hidden]), textarea")
    if isinstance(said, tuple):
        for place, part in enumerate(said):
            boxes.nth(place).fill(part)
    elif asked.locator("select").count():
        asked.locator("select").select_option(label=said)
    elif asked.locator(".choice").count():
        chosen = asked.locator(".choice", has_text=said).first
        _unfold(chosen)
        chosen.locator("input").check()
    else:
        boxes.first.fill(said)


def write_down(page: Page, what: str, said: str = "", answers: dict[str, str | tuple[str, str]] | None = None) -> None:
    """From a child's page or a list of kinds, write something of this sort down, and see that it was saved."""
    page.get_by_role("link", name=what, exact=True).first.click()
    if said:
        page.locator("main [name=said]").fill(said)
    for question, given in (answers or {}).items():
        answer(page, question, given)
    save(page)


def save(page: Page, button: str = "Save") -> None:
    """Press the button; what was sent must not come back."""
    press(page, button)
    expect(page.locator(".govuk-error-summary")).to_have_count(0)


def press(page: Page, button: str) -> None:
    """Press a button by how its words begin, and wait for the answer."""
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=re.compile(f"^{re.escape(button)}")).first.click()


def open_duty(page: Page, child_url: str, words: str) -> None:
    """Open, from all that stands open for a child, the duty whose sentence has these words."""
    page.goto(f"{child_url}to-do/")
    page.get_by_role("link", name=re.compile(f"Open and answer.*{re.escape(words)}", re.S)).first.click()
    expect(page.locator(".duty--opened .duty__fact")).to_contain_text(words)


def choose_answer(page: Page, words: str) -> None:
    """Choose how to answer an opened duty."""
    page.locator(".duty--opened .answers").get_by_role("link", name=words).click()


def _unfold(asked: Locator) -> None:
    for fold in asked.locator("xpath=ancestor::details[not(@open)]").all():
        fold.locator("summary").first.click()
