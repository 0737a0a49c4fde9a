"""The made-up partnership: whole, believable in its numbers, and with something of each kind to see."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest

from kith.policy import calendar
from kith.policy.facts import Fact
from kith.policy.findings import Finding
from kith.policy.picture import is_child
from kith.replay import demonstration
from kith.replay.chronology_file import Chronology, read
from kith.replay.replay import Replay
from kith.vocabulary import Act, FindingKind, Severity, VisitOutcome

FILES = sorted(Path(demonstration.__path__[0]).glob("*.jsonl"))
CLOCK = calendar.read_local_time("2026-12-24T16:30")
LEFT_OUT = {
    "professional_opinion", "section_47_enquiry", "escalation", "supervision", "police_power", "court_order",
    "placement", "family_time", "domestic_incident", "move", "discharge",
}  # fmt: skip


@cache
def chronology(path: Path) -> Chronology:
    return read(path.read_text(encoding="utf-8"))


@cache
def replayed(path: Path) -> Replay:
    replay = Replay(chronology(path))
    broken = [one for told in replay.moments(CLOCK) for one in told.could_not_check]
    assert not broken, broken
    return replay


def facts(path: Path) -> list[Fact]:
    return [fact for moment in chronology(path).moments for fact in moment.facts]


def children(path: Path) -> list[tuple[UUID, str]]:
    return [(person.id, person.name) for person in chronology(path).people if is_child(person, CLOCK)]


def open_findings(path: Path, child: UUID) -> list[Finding]:
    standing = replayed(path).standing.get(child)
    return list(standing.open_now.values()) if standing else []


def everything_open() -> dict[str, list[Finding]]:
    return {name: open_findings(path, child) for path in FILES for child, name in children(path)}


def named(kind: FindingKind, **fields: object) -> set[str]:
    """The children with an open finding of a kind, by name."""
    return {
        name
        for name, findings in everything_open().items()
        if any(
            one.kind == kind and all(getattr(one, key) == value for key, value in fields.items()) for one in findings
        )
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestEachFile:
    def test_reads_and_names_its_source(self, path: Path) -> None:
        header = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
        assert header["source"] == f"urn:kith:demonstration:{path.stem}"
        assert header["agencies_source"] == "urn:kith:demonstration-partnership"
        assert chronology(path).title

    def test_tells_enough_of_each_child_from_two_agencies(self, path: Path) -> None:
        assert children(path)
        for child, name in children(path):
            told = [fact for fact in facts(path) if child in fact.about]
            assert len(told) >= 12, f"{name}: {len(told)} entries"
            assert len({fact.agency for fact in told}) >= 2, name

    def test_all_was_entered_before_the_demonstration_begins(self, path: Path) -> None:
        for fact in facts(path):
            assert fact.happened.start <= fact.at < CLOCK
            assert not fact.at_assumed
            assert fact.happened.end <= calendar.end_of_day(calendar.london_day(fact.at))

    def test_leaves_out_kinds_that_have_no_screen_yet(self, path: Path) -> None:
        assert not LEFT_OUT & {fact.kind for fact in facts(path)}

    def test_says_what_was_seen_and_by_what_role(self, path: Path) -> None:
        assert all(fact.said for fact in facts(path))


def test_there_are_at_least_twelve_children_in_nine_to_twelve_families() -> None:
    assert 9 <= len(FILES) <= 12
    assert len(everything_open()) >= 12


def test_agencies_are_the_same_in_every_file() -> None:
    known: dict[UUID, set[tuple[str, str]]] = {}
    names: dict[str, set[UUID]] = {}
    for path in FILES:
        for agency in chronology(path).agencies:
            known.setdefault(agency.id, set()).add((agency.name, agency.type))
            names.setdefault(agency.name, set()).add(agency.id)
    assert all(len(said) == 1 for said in (*known.values(), *names.values()))


def test_a_professional_works_for_one_agency_in_one_role() -> None:
    posts: dict[str, set[tuple[str, UUID]]] = {}
    for path in FILES:
        for fact in facts(path):
            if fact.by_name:
                posts.setdefault(fact.by_name, set()).add((fact.role, fact.agency))
    assert all(len(held) == 1 for held in posts.values()), posts


def test_there_is_something_of_each_kind_to_see() -> None:
    assert named(FindingKind.ALERT, severity=Severity.SUSPECT) == {"Freddie Ashdown"}
    assert named(FindingKind.ALERT, severity=Severity.CONSIDER) == {"Zofia Kowalczyk-Webb"}
    assert named(FindingKind.OBLIGATION) == {"Niamh O'Connell", "Adaeze Nwosu", "Yusuf Al-Amin"}
    assert named(FindingKind.HOLD, holds=Act.STEP_DOWN) == {"Maya Ellery", "Dev Chaudhary", "Lowri Pugh"}


def test_one_visit_is_late_and_the_others_are_near() -> None:
    due = {
        name: calendar.london_day(one.due_at).isoformat()
        for name, findings in everything_open().items()
        for one in findings
        if one.kind == FindingKind.OBLIGATION and one.due_at
    }
    assert due == {
        "Niamh O'Connell": "2026-12-22",
        "Adaeze Nwosu": "2026-12-24",
        "Yusuf Al-Amin": "2026-12-29",
    }


def test_most_children_are_quiet() -> None:
    quiet = Counter(bool(findings) for findings in everything_open().values())
    assert quiet[False] * 2 >= len(everything_open()) - 1


def test_a_social_worker_goes_to_see_children_whatever_comes_of_it() -> None:
    outcomes = {getattr(fact, "outcome", None) for path in FILES for fact in facts(path) if fact.kind == "visit"}
    assert {VisitOutcome.MADE, VisitOutcome.NOBODY_IN, VisitOutcome.PUT_OFF} <= outcomes
