"""What a page may never do, whatever it is given: a second warning, a name in the tab, a dead link, a silent safety."""

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.template.loader import render_to_string

from kith.policy.calendar import LONDON
from kith.web.shown import (
    ChildPage,
    MyWorkPage,
    ShownAnswer,
    ShownBanner,
    ShownDuty,
    ShownEntry,
    ShownKnownOn,
    ShownPanel,
    ShownPerson,
    ShownPlace,
)
from kith.web.words import clock_words

NOW = datetime(2026, 12, 24, 14, 50, tzinfo=LONDON)
MARK = ShownEntry(
    entry_id="7",
    day_words="Thu 24 Dec",
    time_words="12:30pm",
    sign="injury",
    number=3,
    what="Three small round marks",
    quote="In a <row>.",
    agency="Larkfield Nursery",
    who="Beth Coyle",
    learned_words="",
)
SERIOUS = ShownDuty(
    label="Serious concern: decide now",
    kind="serious",
    child_name="Robin Marsh",
    child_age_words="aged 2",
    child_url="/children/4F7K/",
    sentence="Robin (2) has 3 injuries on record in 43 days.",
    owed_by_words="Amara Okafor",
    do_next="ring the on-call paediatrician.",
    due=clock_words(datetime(2026, 12, 24, 16, 50, tzinfo=LONDON), NOW, "elapsed"),
    why="any mark can be an accident.",
    source="Working Together, chapter 3",
    evidence=(MARK,),
    opened_words="Opened today.",
    changes_words="",
    url="/duties/9C/",
    answers=(ShownAnswer("Call a strategy discussion", "/children/4F7K/discussion/"),),
)
TO_DO = replace(SERIOUS, label="To do", kind="todo", sentence="Nobody has recorded how Robin got the mark.", answers=())
NOBODY = ShownPanel("Who lives there", (), "We do not know yet who lives here.")
CHILD = ChildPage(
    reference="4F7K",
    name="Robin Marsh",
    called="Robin",
    age_words="aged 2",
    sentence="Robin lives with his mum.",
    banners=(),
    warning=SERIOUS,
    first=(TO_DO,) * 3,
    more=2,
    more_url="/children/4F7K/to-do/",
    involved=ShownPanel("Who is involved", (), "Nobody is on record as involved."),
    household=NOBODY,
    known_on=ShownKnownOn("/children/4F7K/", NOW.date()),
    recent=tuple(replace(MARK, entry_id=str(number)) for number in range(8)),
    entries=23,
    chronology_url="/children/4F7K/chronology/",
)


def overview(**changes: Any) -> str:
    return render_to_string("child/overview.html", {"page": replace(CHILD, **changes)})


def my_work(**changes: Any) -> str:
    page = MyWorkPage(
        sentence="One serious concern.", warning=SERIOUS, first=(TO_DO,) * 3, more=1, more_url="/?show=all", waiting=()
    )
    return render_to_string("worklist/my_work.html", {"page": replace(page, **changes)})


def words_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_childs_name_and_age_are_the_only_h1_and_the_tab_has_the_reference() -> None:
    html = overview()
    assert re.findall(r"<h1>(.*?)</h1>", html) == ["Robin Marsh, aged 2"]
    assert "<title>Reference 4F7K – Kith</title>" in html


def test_there_is_one_warning_three_to_dos_and_a_way_to_the_rest() -> None:
    html = overview()
    assert html.count('class="duty duty--') == 1
    assert html.count('class="duty-row ') == 3
    assert '<a href="/children/4F7K/to-do/">and 2 more</a>' in html


def test_a_warning_says_label_fact_owner_clock_why_answers_and_where_its_evidence_is_in_this_order() -> None:
    box = re.search(r'<section class="duty .*?</section>', overview(), re.S)
    assert box is not None
    said = words_of(box.group())
    parts = ["Serious concern", "3 injuries", "Amara Okafor:", "by 4:50pm today", "Why:", "Call a strategy"]
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    assert '<a href="/duties/9C/#rests-on">What this rests on</a>' in box.group()


def test_the_last_entries_lead_to_the_whole_chronology_and_every_id_stands_once() -> None:
    html = overview()
    assert '<a href="/children/4F7K/chronology/">Whole chronology (23 entries)</a>' in html
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_what_somebody_typed_is_never_markup() -> None:
    assert "“In a &lt;row&gt;.”" in overview()


def test_no_duty_is_never_shown_as_safety() -> None:
    said = words_of(overview(warning=None, first=()))
    assert "No rule has spoken. That does not mean Robin is safe: Kith knows only what has been entered." in said
    assert "No rule has spoken" not in words_of(overview(warning=None))


def test_answers_leave_no_trace_until_there_are_some() -> None:
    assert 'class="answers"' not in overview(warning=replace(SERIOUS, answers=()))
    two = (ShownAnswer("Call a strategy discussion", "/a"), ShownAnswer("Record what we think, and why", "/b"))
    html = overview(warning=replace(SERIOUS, answers=two))
    assert html.count('<a class="button"') == 1
    assert html.count('<a class="button button--outline"') == 1


def test_a_banner_stands_after_the_warning_and_before_whom_to_ring() -> None:
    html = overview(banners=(ShownBanner("safe_contact", "Safe contact.", "Do not ring the home."),))
    assert html.index("duty--serious") < html.index("Safe contact.") < html.index("Who is involved")


def test_looking_at_an_earlier_day_is_said_above_the_heading_with_a_way_back() -> None:
    then = ShownKnownOn("/children/4F7K/", NOW.date(), date(2026, 12, 14), "Monday 14 December 2026")
    html = overview(known_on=then)
    said = html.index("You are looking at what was known on Monday 14 December 2026.")
    assert said < html.index("Go back to today") < html.index("<h1>")
    assert "You are looking at" not in overview()


def test_somebody_we_cannot_name_is_drawn_as_a_gap_and_nobody_is_a_sentence() -> None:
    kyle = ShownPerson("Kyle", "A man we have not identified yet", "Nursery says he collects Robin", unknown=True)
    html = overview(household=replace(NOBODY, people=(kyle,)))
    assert "person--unknown" in html
    assert "“Kyle”" in html
    assert "We do not know yet who lives here." in words_of(overview())


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Robin (2) has 3 injuries.", "Robin Marsh (2) has 3 injuries."),
        ("Robin Marsh (2) has 3 injuries.", "Robin Marsh (2) has 3 injuries."),
        ("Robin Marsh, open to social care, has 3.", "Robin Marsh , open to social care, has 3."),
        ("Nobody has asked.", "Robin Marsh , aged 2. Nobody has asked."),
        ("Robin’s father has not been spoken to.", "Robin Marsh , aged 2. Robin’s father has not been spoken to."),
        ("Robina (2) is not Robin.", "Robin Marsh , aged 2. Robina (2) is not Robin."),
    ],
)
def test_my_work_names_the_child_and_keeps_the_sentence_as_it_was_said(sentence: str, said: str) -> None:
    html = my_work(warning=replace(SERIOUS, sentence=sentence))
    assert '<a class="fact__child" href="/children/4F7K/">Robin Marsh</a>' in html
    assert said in words_of(html)


def test_a_team_is_named_once_where_its_sentence_names_it() -> None:
    sentence = "Training of 1 person at Larkfield Nursery has run out."
    of_a_team = replace(SERIOUS, sentence=sentence, child_name="Larkfield Nursery", child_age_words="")
    html = my_work(warning=of_a_team)
    assert ">Larkfield Nursery</a> has run out." in html
    assert html.count("Larkfield Nursery") == 1


def test_my_work_with_nothing_in_it_does_not_say_that_all_is_well() -> None:
    said = words_of(my_work(warning=None, first=(), more=0))
    assert "That does not mean every child is safe" in said


def test_only_places_that_exist_are_in_the_header_and_they_are_links() -> None:
    places = [ShownPlace("My work", "/my-work/", current=True), ShownPlace("Learning", "")]
    html = render_to_string("404.html", {"places": places})
    assert '<a href="/my-work/" aria-current="page">My work</a>' in html
    assert "Learning" not in html


@pytest.mark.parametrize("html", [overview, my_work])
def test_a_page_has_no_script_no_inline_style_and_no_word_we_do_not_use(html: Any) -> None:
    page = html()
    assert not re.search(r"<script|\sstyle=|<style|\son\w+=", page)
    forbidden = r"suspect|consider|mandatory|breach|overdue|dismiss|unknown male|perpetrator|all clear|blocked"
    assert not re.search(forbidden, words_of(page), re.I)
