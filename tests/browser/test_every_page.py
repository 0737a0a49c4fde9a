"""Every address there is, wide and narrow: nothing axe can find, styled, one heading, one warning, words we may use.

A page that nobody put in this list fails the last test but one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import resolve
from playwright.sync_api import Browser, Page, StorageState, expect
from tests.browser.by_hand import answer, press
from tests.browser.conftest import WIDTHS, Site

from kith.cli.demo_partnership import agency_id
from kith.config.urls import urlpatterns

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NARROWEST = 320
SMALLEST_TYPE = 14
ROWS_AT_MOST = 3

EXAMPLE = {
    "name": "tonight.csv",
    "mimeType": "text/csv",
    "buffer": (files("kith.intake") / "police_example.csv").read_bytes(),
}

#: Addresses that show no page of ours, and why.
NO_PAGES = {
    "open_notice": "only posted to",
    "back": "only posted to",
    "clock": "only posted to",
    "police_example": "hands out a file",
    "leave": "only posted to",
    "document": "hands out a file",
    "tell_us_exit": "leads away",
    "tell_us_heard": "asks for a code that came by mail; test_telling_without_an_account looks at it",
    None: "says only that the server is alive",
}
#: Pages that show all of a list are no overviews: there, everything that stands open is a row.
WHOLE_LISTS = frozenset({"all my work", "my work by household", "all that stands open for Robin", "a team"})
#: wording.md, section 3: what Kith's own words never say. A report's name is its own; left out is what is only wrong in some sentences ("case", "none",
#: "contact", "placed", "subject", "on-call" for anybody but the night's social workers).
NEVER_SAID = (
    "claimed", "alleged", "admitted to", "confessed", "changing story", "lying", "inconsistent", "NAI", "abused", "inflicted",
    "perpetrator", "offender", "abuser", "failure to protect", "fails to protect", "invisible man", "invisible men",
    "unknown male", "boyfriend", "did not attend", "DNA", "refused to engage", "hard to reach", "disguised compliance",
    "CIN", "core assessment", "initial assessment", "key worker", "LAC", "placement breakdown", "EDT", "OOH",
    "police protection order", "PPO", "strat", "strategy meeting", "NFA", "no concern", "unfounded", "unknown", "N/A",
    "index child", "client",
)  # fmt: skip
NAMES = ("Robin", "Marsh", "Isla", "Luke", "Freddie", "Ashdown", "Niamh", "Tess", "Lark")

OWN_WORDS = """() => {
  const page = document.body.cloneNode(true);
  page.querySelectorAll('script, style, textarea, blockquote, .twice').forEach(one => one.remove());
  return page.textContent.replace(/“[^”]*”|Myth of Invisible Men/g, ' ').replace(/\\s+/g, ' ');
}"""
TOO_SMALL = """(least) => [...document.querySelectorAll('body *')]
  .filter(one => !one.closest('svg, [aria-hidden=true]') && [...one.childNodes].some(part => part.nodeType === 3 && part.data.trim()))
  .filter(one => one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < least)
  .map(one => one.textContent.trim().slice(0, 60))"""


@dataclass
class Known:
    """What there is to look at: who has entered, and the addresses of a child, a duty, a notice and the rest."""

    keys: dict[str, StorageState] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Opening:
    """How a page is come to: the name of its address, who opens it, where, and what they do there."""

    name: str
    who: str
    path: str
    then: Callable[[Page], None] | None = None
    answers: int = 200


def _send(button: str) -> Callable[[Page], None]:
    def sent_empty(page: Page) -> None:
        press(page, button)
        expect(page.locator(".govuk-error-summary")).to_be_visible()

    return sent_empty


def _with_a_day_to_come(page: Page) -> None:
    answer(page, "It happened", "Another day")
    answer(page, "The day", "2999-01-01")
    _send("Save")(page)


def _in_words_alone(page: Page) -> None:
    page.fill("#id_said", "Nobody opened the door.")
    _send("Save")(page)
    expect(page.locator("button[name=as_note]")).to_be_visible()


def _asked_for_a_code(page: Page) -> None:
    page.fill("#id_address", "farah.khan@health.example")
    press(page, "Send me a code")


def _entered_no_code(page: Page) -> None:
    _asked_for_a_code(page)
    _send("Go on")(page)


def _told_of_danger(page: Page) -> None:
    answer(page, "What has happened?", "A baby cries for hours at night.")
    answer(page, "Is the child in danger now?", "Yes")
    press(page, "Send to the front door")
    expect(page.locator("h1")).to_have_text("Ring 999 now")


def _looked_for(page: Page) -> None:
    answer(page, "Name, or what they are called", "Zac Tully")
    answer(page, "Why you look", "a call")
    press(page, "Look")
    expect(page.locator(".candidate").first).to_be_visible()


def _received(page: Page) -> None:
    page.set_input_files("input[type=file]", files=[EXAMPLE])
    press(page, "Receive")


def _all_opened(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")


def _only_decisions(page: Page) -> None:
    page.select_option("#group", index=2)
    press(page, "Show")


PAGES: dict[str, Opening] = {
    "the entrance": Opening("entrance", "", "/"),
    "a social worker's work": Opening("my_work", "amara", "/"),
    "a hub's work": Opening("my_work", "jo", "/"),
    "work of which there is none": Opening("my_work", "nadia", "/"),
    "all my work": Opening("my_work", "amara", "/?show=all"),
    "my work by household": Opening("my_work", "amara", "/?by=household"),
    "the children": Opening("children", "amara", "/children/"),
    "every child": Opening("children", "jo", "/children/"),
    "Robin's record": Opening("child", "amara", "{robin}"),
    "Robin's record opened out": Opening("child", "amara", "{robin}", _all_opened),
    "Robin's record on an earlier day": Opening("child", "amara", "{robin}?known_on=2026-11-15"),
    "Luke's record": Opening("child", "jo", "{luke}"),
    "a record refused": Opening("child", "priya", "{robin}", answers=403),
    "the chronology": Opening("chronology", "amara", "{robin}chronology/"),
    "the chronology of one sort": Opening("chronology", "amara", "{robin}chronology/", _only_decisions),
    "the marks and what was said of them": Opening("injuries", "amara", "{robin}injuries/"),
    "every team": Opening("teams", "jo", "/teams/"),
    "who has whom": Opening("who_has_whom", "david", "{whom}"),
    "who has whom, read": Opening("who_has_whom", "amara", "{whom}"),
    "who has whom, nobody ticked": Opening("who_has_whom", "david", "{whom}", _send("Allocate")),
    "somebody away over Christmas": Opening("who_has_whom", "jo", "{east}"),
    "leave and who covers": Opening("away", "david", "{whom}away"),
    "the adults": Opening("adults", "amara", "{robin}adults/"),
    "the decisions and actions": Opening("decisions", "amara", "{robin}decisions/"),
    "who has been told": Opening("who_has_been_told", "amara", "{robin}told/"),
    "all who have been told": Opening("who_has_been_told", "amara", "{robin}told/?show=all"),
    "all that stands open for Robin": Opening("to_do", "amara", "{robin}to-do/"),
    "a discussion to be called": Opening("discussion", "david", "{robin}discussion/"),
    "a discussion with nobody there": Opening(
        "discussion", "david", "{robin}discussion/", _send("Call the discussion")
    ),
    "a discussion that goes on": Opening("discussion", "david", "{isla}discussion/"),
    "a decision without words": Opening("discussion", "david", "{isla}discussion/", _send("Save this decision")),
    "a record that cannot be finished": Opening("discussion", "david", "{isla}discussion/", _send("Finish the record")),
    "what to write down": Opening("kinds", "amara", "{robin}write/"),
    "a note": Opening("add_a_note", "amara", "{robin}note"),
    "a note with an error": Opening("add_a_note", "amara", "{robin}note", _with_a_day_to_come),
    "a mark": Opening("write_down", "amara", "{robin}write/injury"),
    "a mark of which nothing is said": Opening("write_down", "amara", "{robin}write/injury", _send("Save")),
    "a visit that could be kept as a note": Opening("write_down", "amara", "{robin}write/visit", _in_words_alone),
    "an account": Opening("write_down", "amara", "{robin}write/account"),
    "an account with an error": Opening("write_down", "amara", "{robin}write/account", _with_a_day_to_come),
    "a decision": Opening("write_down", "amara", "{robin}write/decision"),
    "a decision of no sort": Opening("write_down", "amara", "{robin}write/decision", _send("Save")),
    "a duty": Opening("duty", "amara", "{duty}"),
    "a duty that rests on much": Opening(
        "duty", "jo", "{robin}to-do/", lambda page: page.click("text=Open and answer")
    ),
    "what we think": Opening("think", "amara", "{duty}think"),
    "what we think without words": Opening("think", "amara", "{duty}think", _send("Save")),
    "deciding not to": Opening("decide_not_to", "amara", "{duty}not"),
    "deciding not to without words": Opening("decide_not_to", "amara", "{duty}not", _send("Save")),
    "the notices": Opening("notices", "beth", "/notices/"),
    "no notices": Opening("notices", "nadia", "/notices/"),
    "a notice": Opening("notice", "beth", "{notice}"),
    "a notice without an answer": Opening("notice", "beth", "{notice}", _send("Send answer")),
    "whom a note is about": Opening("note", "amara", "/note"),
    "telling us": Opening("tell", "beth", "/tell"),
    "telling us nothing": Opening("tell", "beth", "/tell", _send("Send to the front door")),
    "what was sent": Opening("sent", "beth", "{sent}"),
    "what became of what I told": Opening("what_i_told", "beth", "/told/"),
    "what became of one worry": Opening(
        "one_told", "beth", "/told/", lambda page: page.click("main li >> text=Read it")
    ),
    "telling us without an account": Opening("tell_us", "", "/tell-us/"),
    "asking for a code": Opening("tell_us_ask", "", "/tell-us/code?as=gp"),
    "asking for no code": Opening("tell_us_ask", "", "/tell-us/code?as=gp", _send("Send me a code")),
    "a code to enter": Opening("tell_us_code", "", "/tell-us/code?as=gp", _asked_for_a_code),
    "no code entered": Opening("tell_us_code", "", "/tell-us/code?as=gp", _entered_no_code),
    "telling us as a neighbour": Opening("tell_us_form", "", "/tell-us/form?as=neighbour"),
    "telling us at work": Opening("tell_us_form", "", "/tell-us/form?as=nursery&without=code"),
    "telling us nothing without an account": Opening(
        "tell_us_form", "", "/tell-us/form?as=family", _send("Send to the front door")
    ),
    "what was sent without an account": Opening("tell_us_sent", "", "/tell-us/form?as=family", _told_of_danger),
    "practice mail": Opening("practice_mail", "", "/tell-us/practice-mail"),
    "the front door": Opening("front_door", "jo", "/front-door/"),
    "a worry": Opening("worry", "jo", "{worry}"),
    "a worry to be decided": Opening("worry", "jo", "{zac}", _all_opened),
    "a worry decided without a reason": Opening("worry", "jo", "{zac}", _send("Save this decision")),
    "what an agency is asked": Opening("what_we_know", "beth", "{asked}"),
    "what an agency is asked, without an answer": Opening("what_we_know", "beth", "{asked}", _send("Save")),
    "who this is": Opening("who_is_this", "jo", "{who}"),
    "who this is, nobody chosen": Opening("who_is_this", "jo", "{who}", _send("Save what I chose")),
    "looking for somebody": Opening("find", "jo", "/find/"),
    "looking for nobody": Opening("find", "jo", "/find/", _send("Look")),
    "somebody found": Opening("find", "jo", "/find/", _looked_for),
    "police notifications": Opening("police", "jo", "/front-door/police/"),
    "no file of notifications": Opening("police", "jo", "/front-door/police/", _send("Receive")),
    "a file of notifications": Opening("police_batch", "jo", "/front-door/police/", _received),
    "hours and numbers": Opening("hours", "amara", "/hours/"),
    "the learning points": Opening("learning", "amara", "/learning/"),
    "a learning point": Opening("learning_point", "amara", "/learning/6/"),
    "the policy book": Opening("rules", "beth", "/rules/"),
    "a rule": Opening("rule", "amara", "/rules/repeated_injuries_raise_non_accidental_injury/"),
    "a team": Opening("setting", "david", "{team}"),
    "naming somebody of a team": Opening("somebody_new", "david", "{team}somebody"),
    "naming nobody": Opening("somebody_new", "david", "{team}somebody", _send("Save")),
    "training": Opening("write_down_of_staff", "david", "{team}write/training"),
    "training of nobody": Opening("write_down_of_staff", "david", "{team}write/training", _send("Save")),
    "a page that is not there": Opening("", "amara", "/nowhere", answers=404),
}


@pytest.fixture(scope="module")
def known(chromium: Browser, address: str) -> Iterator[Known]:
    """Enter once as each who looks; and by hand, what must be there to be looked at."""
    found = Known()
    windows = {}
    for who in sorted({one.who for one in PAGES.values() if one.who}):
        window = chromium.new_context(base_url=address)
        page = windows[who] = window.new_page()
        page.goto("/")
        with page.expect_navigation(url=f"{address}/"):
            page.click(f"button[value={who}]")
        found.keys[who] = window.storage_state()
    for child, who in (("robin", "amara"), ("isla", "amara"), ("luke", "jo")):
        windows[who].goto("/children/")
        link = windows[who].locator(".children__name a", has_text=child.title()).first
        found.paths[child] = link.get_attribute("href") or ""
    _make_what_is_looked_at(windows, found.paths)
    yield found
    for page in windows.values():
        page.context.close()


def _make_what_is_looked_at(windows: dict[str, Page], paths: dict[str, str]) -> None:
    amara, david, jo, beth = (windows[who] for who in ("amara", "david", "jo", "beth"))
    amara.goto(f"{paths['robin']}to-do/")
    paths["duty"] = amara.locator(".duty-row--serious a", has_text="Open and answer").first.get_attribute("href") or ""
    david.goto(f"{paths['isla']}discussion/")
    answer(david, "Who is here", "Social care manager")
    press(david, "Call the discussion")
    paths["team"] = f"/settings/{agency_id('north')}/"
    paths["whom"], paths["east"] = (f"/teams/{agency_id(team)}/" for team in ("north", "east"))
    david.goto(f"{paths['team']}somebody")
    answer(david, "Their name", "Ann Reed")
    press(david, "Save")
    beth.goto("/tell")
    answer(beth, "What has happened?", "Tess has a mark on her arm.")
    answer(beth, "Your phone", "01632 960 155")
    answer(beth, "If not in the list: the child’s name", "Tess Lark")
    press(beth, "Send to the front door")
    paths["sent"] = urlsplit(beth.url).path
    jo.goto("/front-door/")
    jo.locator(".card", has_text="Tess Lark").locator("a").first.click()
    paths["worry"] = urlsplit(jo.url).path
    jo.goto("/front-door/")
    jo.locator(".card", has_text="Zac Penrose").locator("a").first.click()
    paths["zac"] = urlsplit(jo.url).path
    paths["who"] = paths["zac"].split("worries/")[0] + "who/"
    answer(jo, "What you ask them", "What have you seen?", within="#ask")
    answer(jo, "Who is asked", "Larkfield Nursery", within="#ask")
    press(jo, "Ask them")
    beth.goto("/?show=all")
    asked = beth.locator(".duty-row, .duty", has_text="what it knows about Zac").first.get_by_role("link").first
    paths["asked"] = f"{(asked.get_attribute('href') or '').split('what-we-know')[0]}what-we-know"
    child = paths["worry"].split("worries/")[0]
    jo.goto(f"{child}write/threshold_decision")
    answer(jo, "Which contact", "Tess has a mark")
    answer(jo, "What response it gets", "Advice")
    press(jo, "Save")
    if jo.locator(".govuk-error-summary").count():  # the history is read first
        jo.goto(jo.url.replace("threshold_decision", "history_check"))
        answer(jo, "What I read", "Tess has a mark")
        press(jo, "Save")
        jo.goto(f"{child}write/threshold_decision")
        answer(jo, "Which contact", "Tess has a mark")
        answer(jo, "What response it gets", "Advice")
        press(jo, "Save")
    beth.goto("/notices/")
    press(beth, "Open")
    paths["notice"] = urlsplit(beth.url).path


def opened(site: Site, known: Known, name: str, width: int) -> Page:
    """The page of this name, as whoever opens it sees it."""
    one = PAGES[name]
    page = site.page(width=width, key=known.keys.get(one.who))
    said = page.goto(one.path.format(**known.paths))
    assert said is not None and said.status == one.answers
    if one.answers != 200:
        site.troubles.clear()  # the browser notes what was refused, or is not there; that is what is asked for here
    if one.then:
        one.then(page)
    return page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole(site: Site, known: Known, name: str, width: int):
    page = opened(site, known, name, width)
    if PAGES[name].name:
        assert resolve(urlsplit(page.url).path).url_name == PAGES[name].name
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor") == "rgb(22, 57, 74)"
    assert "Inter" in page.evaluate("getComputedStyle(document.body).fontFamily")
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Inter'))"), (
        "its own letters did not come"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "it scrolls sideways"
    assert page.locator("h1").count() == 1
    assert page.title().endswith("Kith") and not [one for one in NAMES if one in page.title()]
    assert page.locator(".duty").count() <= 1, "a second warning"
    assert name in WHOLE_LISTS or page.locator(".duty-row").count() <= ROWS_AT_MOST
    assert page.evaluate(TOO_SMALL, SMALLEST_TYPE) == []
    assert said_that_is_never_said(page) == []
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST, "it scrolls sideways"


def said_that_is_never_said(page: Page) -> list[str]:
    """Words of Kith's own on a page that Kith never says. What somebody said, in quotation marks, is theirs."""
    words = page.evaluate(OWN_WORDS)
    return [one for one in NEVER_SAID if re.search(rf"\b{re.escape(one)}\b", words, 0 if one.isupper() else re.I)]


def test_no_address_is_forgotten():
    there = {one.name for one in urlpatterns}
    assert there - {one.name for one in PAGES.values()} - set(NO_PAGES) == set()


def test_what_is_wrong_is_found(site: Site, known: Known):
    page = opened(site, known, "the entrance", 1280)
    page.evaluate("document.querySelector('html').removeAttribute('lang'); document.querySelector('h1').remove()")
    page.evaluate("document.querySelector('main').append('It was alleged. “He claimed.”')")
    page.evaluate("document.querySelector('main p').style.fontSize = '13px'")
    assert Axe().run(page, options=RULES).violations_count >= 2
    assert said_that_is_never_said(page) == ["alleged"]
    assert len(page.evaluate(TOO_SMALL, SMALLEST_TYPE)) == 1
