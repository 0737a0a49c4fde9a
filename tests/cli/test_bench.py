"""The benches run on a tiny input, and their numbers add up. How long anything takes is never asserted."""

import json
import subprocess
import sys
from argparse import Namespace
from datetime import datetime, timedelta
from functools import partial
from uuid import uuid5

import pytest
from bench import pages, quiet
from bench.answering import told_with_answers
from bench.ordinary_life import AGENCIES, DECIDER, MANAGER, NURSERY
from bench.ordinary_lives import an_ordinary_life
from bench.quiet import NOT_OPEN, OPEN, Listener, Quiet

from kith.cli.bench import run
from kith.policy.calendar import LONDON, birthday, london_day
from kith.replay.chronology_file import namespace_of, read
from kith.replay.replay import Replay
from kith.vocabulary import FindingKind, Service

REPEATED = "repeated_injuries_raise_non_accidental_injury"
BEGINS, OPENS, ENDS = (datetime(2026, month, 1, 9, tzinfo=LONDON) for month in (3, 5, 8))


# -- quiet: the lives ---------------------------------------------------------------------------------------------


def test_the_same_seed_tells_the_same_life_and_another_seed_another():
    assert an_ordinary_life(3).text() == an_ordinary_life(3).text()
    assert an_ordinary_life(3).text() != an_ordinary_life(3, seed=1).text()


@pytest.mark.parametrize("number", range(8))
def test_a_life_is_of_a_child_under_five_for_one_or_two_years_every_other_one_open_to_services(number):
    life = an_ordinary_life(number)
    chronology = read(life.text())
    assert timedelta(days=365) <= life.ends - life.begins <= timedelta(days=730)
    assert life.born <= life.begins and life.ends < birthday(life.born, 5)
    assert life.begins <= london_day(chronology.moments[0].at) <= london_day(chronology.moments[-1].at) <= life.ends
    facts = [fact for moment in chronology.moments for fact in moment.facts]
    services = {fact.service for fact in facts if fact.kind == "involvement"}
    helped = services & {Service.EARLY_HELP, Service.ASSESSMENT, Service.CHILD_IN_NEED}
    assert bool(helped) == (number % 2 == 1)
    assert len(facts) >= 12 and len({fact.agency for fact in facts}) >= 2


def test_an_alert_that_opens_in_a_life_is_answered_by_somebody_who_decides():
    answered = 0
    for number in (10, 15, 16, 17):
        _, moments = told_with_answers(an_ordinary_life(number))
        opened = {
            one.rule
            for told in moments
            for changes in told.changes
            for one in changes.opened
            if one.kind == FindingKind.ALERT
        }
        given = [fact for told in moments for fact in told.facts if fact.kind == "consideration"]
        assert {fact.role for fact in given} <= {"social_worker", "hub_decision_maker"}
        answered += len(opened & {fact.rule for fact in given})
    assert answered


# -- quiet: what is heard -----------------------------------------------------------------------------------------


def _two_marks_in_a_plan() -> Quiet:
    """A child who comes on record in March, has a plan from May on, and two marks nobody accounts for in June."""

    def entry(id: str, kind: str, at: datetime, by: dict, **own) -> dict:
        happened = {"happened": at.isoformat(), "at": at.isoformat()}
        return {"id": id, "kind": kind, "about": ["child"], "by": by, **happened, **own}

    marks = [
        entry(f"mark{day}", "injury", datetime(2026, 6, day, 10, tzinfo=LONDON), NURSERY, type="bruise", region="back")
        for day in (3, 17)
    ]
    lines = [
        {"source": "urn:kith:test:quiet"},
        *AGENCIES,
        {"id": "child", "kind": "person", "name": "Robin", "born": "2024-05-03"},
        entry("place", "involvement", BEGINS, NURSERY, with_agency="nursery", service="nursery_place"),
        entry("plan", "involvement", OPENS, MANAGER, with_agency="north", service="child_in_need"),
        *marks,
        entry("read", "history_check", ENDS, DECIDER),
    ]
    replay = Replay(read("\n".join(map(json.dumps, lines))))
    child = uuid5(namespace_of("urn:kith:test:quiet"), "child")
    return Quiet(what="two marks", heard=Listener(child, BEGINS, ENDS).listen(replay.moments()))


def test_a_finding_is_counted_where_the_child_was_open_and_years_are_those_lived():
    heard = _two_marks_in_a_plan().heard
    serious = {
        state: sum(n for one, n in heard.voices[state].items() if one.rule == REPEATED) for state in heard.voices
    }
    assert serious == {OPEN: 1, NOT_OPEN: 0}
    assert heard.years[NOT_OPEN] * 365.25 == pytest.approx(61, abs=0.1)  # March and April, and an hour the clocks lost
    assert heard.years[OPEN] * 365.25 == pytest.approx(92)


def test_the_table_and_the_json_say_the_same_and_every_voice_is_in_the_sum():
    one = _two_marks_in_a_plan()
    told = json.loads(json.dumps(one.as_json()))
    assert sum(voice[OPEN] + voice[NOT_OPEN] for voice in told["voices"]) == one.counts()["all"]
    by_kind = {words: n for words, n in one.counts().items() if words not in ("serious", "interruptions", "all")}
    assert sum(by_kind.values()) == one.counts()["all"] >= one.counts()["interruptions"] >= one.counts()["serious"] == 1
    years = sum(one.heard.years.values())
    assert told["per_100_child_years"]["all"]["serious"] == pytest.approx(100 / years)
    assert told["met"]["all"] == {"serious": False, "interruptions": False}
    assert told["met"]["not open"]["serious"]
    assert f"{100 / years:.1f}" in next(line for line in quiet.table([one]).split("\n") if line.startswith("serious"))


def test_quiet_runs_on_a_few_lives_and_prints_and_writes_what_it_heard(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(quiet, "measure", partial(quiet.measure, 4))
    assert run(Namespace(names=["quiet"], json=tmp_path / "told.json", people=0)) == 0
    lives, robin = json.loads((tmp_path / "told.json").read_text())["figures"]
    assert (lives["lives"], robin["what"]) == (4, "robin-benign")
    days = sum((life.ends - life.begins).days for life in map(an_ordinary_life, range(4)))
    assert sum(lives["child_years"].values()) == pytest.approx(days / 365.25, abs=0.1)
    said = capsys.readouterr().out
    assert "quiet ordinary lives: 4 lives" in said and "quiet robin-benign: 1 life" in said


# -- pages --------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_pages_are_drawn_beside_the_layout_alone_and_how_often_they_ask_is_said(settings):
    figures = list(pages.measure(("robin",), repeats=2))
    assert [one.what for one in figures] == ["child page", "my work"]
    for one in figures:
        told = one.as_json()
        assert told["times_floor"] == round(one.milliseconds / one.floor_milliseconds, 1)
        asked = int(one.note.split(" queries", 1)[0])
        assert asked > 0 and f"({asked})" in one.goal
        times = one.milliseconds / one.floor_milliseconds
        assert one.met == (times <= pages.GOAL and asked <= pages.QUERIES)
    assert settings.ROOT_URLCONF == "kith.config.urls"


# -- matching -----------------------------------------------------------------------------------------------------


def test_matching_runs_among_a_few_people_and_tells_time_and_whom_it_found(server, tmp_path):
    told = tmp_path / "told.json"
    words = [sys.executable, "-m", "kith.cli", "bench", "matching", "--people", "150", "--json", str(told)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    figures = {one["what"]: one for one in json.loads(told.read_text())["figures"]}
    assert figures["compared at all: one error"]["value"] == 1
    assert figures["one search, median"]["value"] > 0
    assert "reads by primary key" in done.stdout
