"""One worry, from a nursery's first words to the last notice answered: nine people, each with a window, by hand alone.

The child is new to Kith and invented. Every link that is followed and every button that is pressed is on the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.browser.by_hand import answer, choose_answer, open_duty, press, save, write_down
from tests.browser.conftest import Site, demonstration

from kith.cli.embedded import Server

TWO_MARKS = "Casey Lund (3), open to social care, has 2 injuries on record in 1 day"
THEY_DIFFER = "The accounts of the mark on the right upper arm differ about how and where it happened."
REASONABLE_CAUSE = "North team recorded reasonable cause to think Casey Lund may be suffering significant harm"
TOLD_US = "your agency told us of the worry that was decided on"
REGISTERED = "GP registration is open to the child"
HANDED_OVER = "Emergency Duty Service handed Casey Lund over to North team"


@pytest.fixture(scope="module")
def address(server: Server, template: str) -> Iterator[str]:
    """A demonstration of its own: in this one the clock is moved on."""
    with demonstration(server, template, "robin") as its_address:
        yield its_address


@dataclass
class Story:
    """Everybody's window, and the address of the child's page once there is one."""

    site: Site
    child: str = ""
    windows: dict[str, Page] = field(default_factory=dict)

    def of(self, who: str) -> Page:
        """The window of one of the people, who enters when they are first asked for."""
        if who not in self.windows:
            self.windows[who] = self.site.entered_as(who)
        return self.windows[who]

    def at_the_child(self, who: str) -> Page:
        page = self.of(who)
        page.goto(self.child)
        expect(page.locator("h1")).to_contain_text("Casey Lund")
        return page

    def at_what_to_write(self, who: str) -> Page:
        page = self.of(who)
        page.goto(f"{self.child}write/")
        expect(page.locator("h1")).to_have_text("What do you want to write down?")
        return page


def test_a_worry_is_carried_from_the_first_words_to_the_last_notice(site: Site):
    story = Story(site)
    a_nursery_worker_tells_us(story)
    the_front_door_reads_decides_and_opens(story)
    a_health_visitor_writes_what_the_child_can_do(story)
    a_gp_writes_down_a_mark_and_what_was_said_of_it(story)
    a_social_worker_hears_it_told_otherwise_and_answers(story)
    a_manager_calls_a_discussion_whose_record_waits_for_the_police(story)
    a_paediatrician_gives_her_opinion(story)
    the_night_sees_what_falls_to_it_and_hands_on_by_name(story)
    the_day_takes_over_by_name(story)
    a_nursery_and_a_surgery_open_what_they_must_hear_of_and_answer(story)
    who_has_been_told_shows_it(story)


def a_nursery_worker_tells_us(story: Story) -> None:
    page = story.of("beth")
    page.get_by_role("link", name="Tell us").first.click()
    expect(page.locator("main")).to_contain_text("If a child is in danger now, ring 999.")
    answer(page, "What has happened?", "Casey came in with a red mark on her left cheek. She said: Dean did it.")
    answer(page, "If not in the list: the child’s name", "Casey Lund")
    answer(page, "Age or date of birth", "3. Her birthday is in June.")
    answer(page, "Where is the child now", "Here with us until 6pm")
    answer(page, "Who lives with", "Tara, her mum. Dean?")
    answer(page, "Have you seen a mark", "Yes")
    answer(page, "Where on the body", "Cheek")
    answer(page, "Which side", "Left")
    press(page, "Send to the front door")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Give a number to ring you back on.")
    expect(page.locator("[name=said]")).to_have_value(re.compile("Dean did it"))
    answer(page, "Your phone", "01632 960 155")
    press(page, "Send to the front door")
    expect(page.locator("h1")).to_have_text("Sent to the front door")
    expect(page.locator(".lead")).to_contain_text(
        re.compile(r"Reference [0-9A-F]{6}\. You will hear at the latest by .* Tuesday 29 December")
    )


def the_front_door_reads_decides_and_opens(story: Story) -> None:
    page = story.of("jo")
    page.get_by_role("link", name="Front door").first.click()
    card = page.locator(".card", has_text="Casey Lund")
    expect(card).to_contain_text("Larkfield Nursery")
    expect(_column(page, "Contact")).to_contain_text("nothing before this on record")
    card.get_by_role("link").first.click()
    worry = urlsplit(page.url).path
    story.child = worry.split("worries/")[0]
    answer(page, "What this changes", "Nothing before this on record. I read all that Beth told us.", within="#read")
    save(page, "I have read this")
    page.goto("/front-door/")
    expect(_column(page, "Decision")).to_contain_text("read by Jo Adeyemi")
    write_down(
        story.at_what_to_write("jo"),
        "A name for somebody",
        answers={"Name": "Casey Lund", "Born on": "2023-06-14", "Not after": "2023-06-14"},
    )
    page.goto(worry)
    answer(page, "What response it gets", "Assessment: may be a child in need")
    said = "A mark on the face, and a grown-up named by the child. We assess, from today."
    answer(page, "Why", said, within="#decide")
    save(page, "Save this decision")
    page.goto("/front-door/")
    expect(_column(page, "Told")).to_contain_text("Decided: assessment, by Jo Adeyemi.")
    for agency, service in (
        ("North team", "Assessment"),
        ("Millpond Surgery", "GP registration"),
        ("Westgate health visiting team", "Health visiting"),
        ("Larkfield Nursery", "Nursery place"),
    ):
        answers: dict[str, str | tuple[str, str]] = {"With which agency": agency, "Which service": service}
        write_down(story.at_what_to_write("jo"), "A service opens", answers=answers)
    story.at_the_child("jo")
    expect(page.locator("h1")).to_have_text("Casey Lund, aged 3")
    expect(page.locator(".lead")).to_have_text(
        "Open to social care since 24 December; no social worker named. Nobody has entered whom Casey lives with."
    )
    expect(page.locator("main")).to_contain_text(
        "Nobody has recorded how Casey Lund got the mark on the left cheek, seen on 24 December 2026 by Larkfield Nursery."
    )


def a_health_visitor_writes_what_the_child_can_do(story: Story) -> None:
    yesterday: dict[str, str | tuple[str, str]] = {"It happened": "Another day or time", "The day": "2026-12-23"}
    visited = {"What came of the visit": "Made", "Was the child seen": "Yes"}
    write_down(story.at_what_to_write("sian"), "A visit", "At home with Tara. Casey sang.", {**visited, **yesterday})
    can_do = {"What the child was seen to do": "Running climbing"}
    write_down(story.at_what_to_write("sian"), "What the child can do", "Climbs the sofa.", {**can_do, **yesterday})
    page = story.at_the_child("sian")
    page.get_by_role("link", name="Chronology").first.click()
    expect(page.locator(".timeline")).to_contain_text("Wed 23 Dec")
    expect(page.locator(".timeline")).to_contain_text("Sian Price, health visitor")


def a_gp_writes_down_a_mark_and_what_was_said_of_it(story: Story) -> None:
    mark = {
        "What sort of mark": "Bruise",
        "Where on the body": "Upper arm",
        "Which side": "Right",
        "How large": "15",
    }
    write_down(story.at_what_to_write("farah"), "A mark or an injury", "Round, on the inside of the arm.", {**mark})
    told = {
        "Which mark": "upper arm",
        "If not in the list: what they are called": "Tara Lund",
        "How they say it happened": "Climbed and fell",
        "Where": "the sofa at home",
    }
    write_down(story.at_what_to_write("farah"), "What somebody said of a mark", "She fell off the sofa.", {**told})
    page = story.at_the_child("farah")
    warning = page.locator(".duty--serious")
    expect(warning).to_have_count(1)
    expect(warning.locator(".duty__fact")).to_contain_text(TWO_MARKS)
    expect(warning.locator(".duty__fact")).to_contain_text("seen by Larkfield Nursery and Millpond Surgery")
    expect(warning.locator(".clock")).to_contain_text("tomorrow, Friday 25 December")


def a_social_worker_hears_it_told_otherwise_and_answers(story: Story) -> None:
    works_with = {
        "For which service": "North team",
        "Name of the worker": "Amara Okafor",
        "In what role": "Social worker",
    }
    write_down(story.at_what_to_write("david"), "Who works with the child", answers={**works_with})
    told = {
        "Which mark": "upper arm",
        "Who said it": "Tara Lund",
        "How it came to be said": "Asked",
        "How they say it happened": "Bumped into",
        "Where": "the park",
    }
    write_down(
        story.at_what_to_write("amara"), "What somebody said of a mark", "It was the swing in the park.", {**told}
    )
    page = story.of("amara")
    page.goto(f"{story.child}injuries/")
    expect(page.locator(".accounts").first).to_contain_text("“She fell off the sofa.”")
    expect(page.locator(".accounts").first).to_contain_text("“It was the swing in the park.”")
    expect(page.locator(".accounts .differs").first).to_contain_text("How it happened: differs")
    open_duty(page, story.child, THEY_DIFFER)
    expect(page.locator(".duty--opened")).to_contain_text("Amara Okafor until 5pm, then Ruth Penny")
    expect(page.locator(".duty--opened .clock")).to_contain_text("tomorrow, Friday 25 December")
    choose_answer(page, "What I think of the accounts")
    page.locator("main [name=said]").fill("A sofa at home, and a swing in the park: one cannot be the other.")
    answer(page, "Do the accounts differ", "Really differ")
    save(page)
    open_duty(page, story.child, TWO_MARKS)
    expect(page.locator("main")).to_contain_text("Nobody has answered yet.")
    choose_answer(page, "Record what we think, and why")
    expect(page.locator(".lead")).to_have_text(re.compile(f"^{re.escape(TWO_MARKS)}"))
    for one in page.locator("[name=evidence]").all():
        one.check()
    answer(page, "Could somebody have caused it", "Yes")
    press(page, "Save")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say why, in a sentence or two.")
    answer(page, "Why", "Two marks in two places, and two accounts of one of them.")
    save(page)
    expect(page.locator("main")).to_contain_text("This was answered. It no longer stands open.")
    expect(page.locator("main")).to_contain_text("“Two marks in two places, and two accounts of one of them.”")


def a_manager_calls_a_discussion_whose_record_waits_for_the_police(story: Story) -> None:
    cause = {"What was decided": "Reasonable cause", "What this rests on": "Repetition"}
    write_down(story.at_what_to_write("david"), "A decision", "Two marks, and a man we do not know.", {**cause})
    page = story.of("david")
    open_duty(page, story.child, REASONABLE_CAUSE)
    expect(page.locator(".duty--opened")).to_contain_text("David Lyle")
    expect(page.locator(".duty--opened .clock")).to_contain_text("tomorrow, Friday 25 December")
    choose_answer(page, "Call a strategy discussion")
    expect(page.locator(".lead")).to_contain_text("ring 999: do not wait for it")
    for role in ("Social care manager", "Health visitor"):
        answer(page, "Who is here", role)
    save(page, "Call the discussion")
    here = page.locator(".places-here")
    expect(here).to_contain_text("Police is not here yet, and is needed")
    expect(here).to_contain_text("Paediatrician has not been spoken to")
    decides(page, "A section 47 enquiry starts", "We find out, from today, how she was hurt.")
    decides(page, "Medical examination", "Yes: at Northbrook General, tonight.")
    expect(page.locator(".decided")).to_have_count(2)
    page.locator(".decided", has_text="tonight").get_by_role("link", name="Who does it").click()
    page.locator("main [name=said]").fill("Examine Casey from head to foot")
    for question, said in {
        "Who, by name": "Dr Nadia Osei",
        "In what role": "Paediatrician",
        "Which agency owns it": "Northbrook General",
        "What will show it is done": "Her written opinion",
    }.items():
        answer(page, question, said)
    answer(page, "By when", ("2026-12-24", "19:00"))
    save(page)
    page.goto(f"{story.child}discussion/")
    expect(page.locator(".decided", has_text="tonight")).to_contain_text(
        "Dr Nadia Osei, paediatrician, Northbrook General, by 7pm today, Thursday 24 December. Not done yet."
    )
    press(page, "Finish the record")
    refused = page.locator(".govuk-error-summary")
    expect(refused).to_contain_text("Police was not heard in Casey Lund's strategy discussion")
    expect(refused).to_contain_text("What you decided already counts.")
    page.locator("summary", has_text="Somebody joined").click()
    for role in ("Police officer", "Paediatrician"):
        answer(page, "Who is here", role)
    save(page, "Save who is here")
    expect(page.locator(".places-here")).to_contain_text("Police is here")
    save(page, "Finish the record")
    expect(page.locator(".lead")).to_contain_text("No strategy discussion is going on.")
    page.goto(f"{story.child}decisions/")
    expect(page.locator("main")).to_contain_text("“We find out, from today, how she was hurt.”")


def decides(page: Page, what: str, said: str) -> None:
    label = page.locator("[name=what] option", has_text=what).first.inner_text()
    answer(page, "What is decided", label)
    answer(page, "In words", said)
    save(page, "Save this decision")


def a_paediatrician_gives_her_opinion(story: Story) -> None:
    page = story.of("nadia")
    refused = page.goto(story.child)
    assert refused is not None and refused.status == 403
    expect(page.locator("body")).not_to_contain_text("Casey")
    story.site.troubles.clear()  # the browser notes every answer of 403
    answers: dict[str, str | tuple[str, str]] = {
        "With which agency": "Northbrook General",
        "Which service": "Hospital care",
    }
    write_down(story.at_what_to_write("david"), "A service opens", answers=answers)
    write_down(
        story.at_what_to_write("nadia"),
        "A professional opinion",
        "The bruise on the inside of the arm is not one that a fall from a sofa explains.",
        {"What the question is": "How the marks came about"},
    )
    page = story.at_the_child("nadia")
    page.get_by_role("link", name="Chronology").first.click()
    expect(page.locator(".timeline")).to_contain_text("Dr Nadia Osei, paediatrician")


def the_night_sees_what_falls_to_it_and_hands_on_by_name(story: Story) -> None:
    page = story.of("ruth")
    page.locator("summary", has_text="Move the clock on").click()
    with page.expect_navigation():
        page.get_by_role("button", name="1 hour on").click()
    expect(page.locator(".practice__now")).to_contain_text(re.compile(r"Thursday 24 December 2026, 5:\d\dpm"))
    page.goto("/?show=all")
    mine = page.locator(".duty-row", has_text="Casey Lund, aged 3. The accounts of the mark on the right upper arm")
    expect(mine).to_contain_text("Ruth Penny, Emergency Duty Service:")
    page.goto("/front-door/")
    page.get_by_role("link", name="Take a new contact").click()
    page.get_by_role("link", name="They are new, or there is no time to look").click()
    answer(page, "What has happened?", "Tara rang: Dean is at the door and shouts. Casey is asleep upstairs.")
    answer(page, "Your phone", "01632 960 199")
    answer(page, "Which child", "Casey Lund")
    press(page, "Send to the front door")
    expect(page.locator("h1")).to_have_text("Sent to the front door")
    open_duty(page, story.child, "Nobody has recorded handing on by name what Emergency Duty Service entered")
    expect(page.locator(".duty--opened")).to_contain_text("Ruth Penny")
    expect(page.locator(".duty--opened .clock")).to_contain_text("by 10am Tuesday 29 December")
    choose_answer(page, "Hand on, by name")
    page.locator("main [name=said]").fill("Dean has gone. Casey sleeps at her grandmother’s. Ring Tara at nine.")
    answer(page, "To which agency", "North team")
    answer(page, "To whom, by name", "David Lyle")
    save(page)


def the_day_takes_over_by_name(story: Story) -> None:
    page = story.of("david")
    open_duty(page, story.child, HANDED_OVER)
    expect(page.locator(".duty--opened")).to_contain_text("David Lyle")
    expect(page.locator("main")).to_contain_text(
        "“Dean has gone. Casey sleeps at her grandmother’s. Ring Tara at nine.”"
    )
    choose_answer(page, "Take over")
    page.locator("main [name=said]").fill("I have it.")
    save(page)
    page.goto(f"{story.child}to-do/")
    expect(page.locator(".duties")).not_to_contain_text(HANDED_OVER)


def a_nursery_and_a_surgery_open_what_they_must_hear_of_and_answer(story: Story) -> None:
    nursery = notice_opened(story, "beth", "What response a worry gets: assessment", TOLD_US)
    expect(nursery.locator("main")).to_contain_text("“A mark on the face, and a grown-up named by the child.")
    answer(nursery, "Your answer", "We know, and will do our part")
    save(nursery, "Send answer")
    surgery = notice_opened(story, "farah", "Decision: start section 47", REGISTERED)
    answer(surgery, "Your answer", "We disagree, because…")
    press(surgery, "Send answer")
    expect(surgery.locator(".govuk-error-summary")).to_contain_text("Say why you disagree")
    answer(surgery, "What you want them to know", "I was not heard, and I saw the arm.")
    save(surgery, "Send answer")
    expect(surgery.locator("main")).to_contain_text("Opened")


def notice_opened(story: Story, who: str, what: str, because: str) -> Page:
    page = story.of(who)
    page.goto("/")
    expect(page.locator(".panel", has_text="To open")).to_contain_text("Casey Lund")
    page.get_by_role("link", name="Notices").first.click()
    with page.expect_navigation():
        page.locator(".row", has_text=what).get_by_role("button").first.click()
    expect(page.locator("h1")).to_have_text("Casey Lund, aged 3")
    expect(page.locator(".lead")).to_contain_text(f"You hear of this because {because}.")
    return page


def who_has_been_told_shows_it(story: Story) -> None:
    page = story.at_the_child("david")
    page.get_by_role("link", name="Who has been told").first.click()
    page.get_by_role("link", name=re.compile(r"and \d+ older")).click()
    decided = page.locator("section", has=page.get_by_role("heading", name="What response a worry gets: assessment"))
    expect(decided.locator("tr", has_text="Larkfield Nursery")).to_contain_text("Answered: they know")
    enquiry = page.locator("section", has=page.get_by_role("heading", name=re.compile("Decision: start section 47")))
    expect(enquiry.locator("tr", has_text="Millpond Surgery")).to_contain_text("They disagree")
    expect(enquiry.locator("tr", has_text="Millpond Surgery")).to_contain_text("Answer their reason")
    expect(enquiry.locator("tr", has_text="Westgate health visiting team")).to_contain_text("Not told yet")


def _column(page: Page, title: str):
    return page.locator(".board__column", has=page.get_by_role("heading", name=re.compile(f"^{title}")))
