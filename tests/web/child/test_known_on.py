"""Robin's record as it was known on each day: what had been entered by its end, and not a word that came later."""

from datetime import date
from functools import cache
from importlib.resources import files
from uuid import UUID

import pytest
from django.test import Client
from tests import factories as given
from tests.web.entering import entered_as, somebody, words

from kith.cli.demo_partnership import STARTS
from kith.journey.clock import now
from kith.journey.reading import Record, open_record
from kith.policy.calendar import end_of_day, london_day
from kith.policy.facts import Fact
from kith.policy.facts.chronology import Injury
from kith.policy.permissions import Actor
from kith.replay.chronology_file import Chronology, read
from kith.replay.replay import Replay
from kith.vocabulary import Role

pytestmark = [pytest.mark.usefixtures("robin_is_on_record"), pytest.mark.django_db]

DAYS = (date(2026, 11, 6), date(2026, 11, 15), date(2026, 12, 8), date(2026, 12, 14), date(2026, 12, 20))
GRAZE = "Grazed right knee, from our accident book."


@cache
def story() -> Chronology:
    return read((files("kith.replay.stories") / "robin.jsonl").read_text(encoding="utf-8"))


def the_child() -> UUID:
    return next(one.id for one in story().people if one.name == "Robin Marsh")


@pytest.fixture
def hub(settings) -> Actor:
    """The front door hub on Christmas Eve, when all of the story has been entered."""
    settings.DEMO, settings.DEMO_CLOCK_AHEAD = True, 0.0
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    settings.DEMO_CLOCK_AHEAD = (STARTS - now()).total_seconds()
    return somebody(given.somebody_at("Another hub", "hub", Role.HUB_DECISION_MAKER), "jo")


@pytest.fixture
def reader(hub) -> Client:
    return entered_as("jo")


def page_on(reader: Client, day: date | None = None, place: str = "") -> str:
    response = reader.get(f"/children/{the_child()}/{place}", {"known_on": day.isoformat()} if day else {})
    assert response.status_code == 200
    return words(response)


def entered_by(day: date) -> set[UUID]:
    """The story's entries about Robin that had been made by the end of a day."""
    facts = (fact for moment in story().moments for fact in moment.facts)
    return {fact.entry for fact in facts if fact.at <= end_of_day(day) and the_child() in fact.about}


def marks(record: Record) -> int:
    return len(tuple(record.picture.injuries.backwards()))


def about_robin(facts: dict[UUID, Fact]) -> set[UUID]:
    return {id for id, fact in facts.items() if the_child() in fact.about}


def test_a_day_holds_every_entry_made_by_its_end_and_no_other(hub):
    for day in DAYS:
        assert about_robin(open_record(hub, the_child(), day).facts) == entered_by(day), day
    held = [len(entered_by(day)) for day in DAYS]
    assert held == sorted(set(held)), "each of these days brought something"


def test_what_stood_open_on_a_day_is_what_a_replay_of_the_file_says_of_it(hub):
    stood = []
    for day in DAYS:
        replay = Replay(story())
        for _ in replay.moments(end_of_day(day)):
            pass
        told = replay.standing.get(the_child())
        open_then = set(told.open_now) if told else set()
        assert {one.finding.key for one in open_record(hub, the_child(), day).standing} == open_then, day
        stood.append(frozenset(open_then))
    assert len(set(stood)) >= 2, "these days differ in what stood open"


def test_a_mark_of_6_november_entered_on_20_december_is_not_known_on_14_december(hub, reader):
    before, after = (open_record(hub, the_child(), date(2026, 12, day)) for day in (14, 20))
    graze = next(fact for fact in after.facts.values() if fact.said.startswith(GRAZE))
    assert isinstance(graze, Injury) and london_day(graze.happened.end) == date(2026, 11, 6)
    assert graze.entry not in before.facts
    assert marks(after) == marks(before) + 1
    assert GRAZE not in page_on(reader, date(2026, 12, 14))
    assert "We learned of it today, Sunday 20 December" in page_on(reader, date(2026, 12, 20), "chronology/")


def test_a_page_of_an_earlier_day_says_so_and_leads_back_to_today(reader):
    response = reader.get(f"/children/{the_child()}/", {"known_on": "2026-12-14"})
    html = response.content.decode()
    assert "You are looking at what was known on Monday 14 December 2026." in words(response)
    assert html.count(f'href="/children/{the_child()}/"') == 2
    assert 'value="2026-12-14"' in html and 'max="2026-12-24"' in html


def test_today_is_no_earlier_day(reader):
    assert "You are looking at what was known on" not in page_on(reader, london_day(STARTS))
    assert page_on(reader, london_day(STARTS)) == page_on(reader)


def test_long_before_anything_was_entered_the_page_shows_a_child_of_whom_nothing_is_known(reader):
    for day in (date(1, 1, 1), date(1899, 12, 31), date(2020, 2, 29)):
        said = page_on(reader, day)
        assert "Nothing has been entered yet." in said
        assert "That does not mean Robin is safe" in said


# -- who lives there --------------------------------------------------------------------------------------------------


def at_home(said: str) -> str:
    return said.split("Who lives there")[1].split("Family and key adults")[0]


def test_who_lives_there_comes_first_then_who_is_said_to_stay_then_who_lives_elsewhere(reader):
    said = at_home(page_on(reader))
    parts = ["by North team", "Jodie Marsh, 24", "Isla Marsh, 5 Sister", "“Kyle”", "Said to stay", "Elsewhere:"]
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    assert "Callum Reid, 26, father" in said.split("Elsewhere:")[1]


def test_a_man_of_whom_nobody_had_said_that_he_stays_is_not_said_to_live_there(reader):
    assert "“Kyle” Not said to live there." in at_home(page_on(reader, date(2026, 11, 15)))
