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
from kith.vocabulary import Act, FindingKind, Identity, Relation, Service, Severity, VisitOutcome

FILES = sorted(Path(demonstration.__path__[0]).glob("*.jsonl"))
CLOCK = calendar.read_local_time("2026-12-24T16:30")
SEEN = "child_is_seen_within_the_visiting_interval"


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
    """But for a child told of today as somebody new, of whom there is nothing else yet to tell."""
    known = (person for person in chronology(path).people if person.identity != Identity.PART_KNOWN)
    return [(person.id, person.name) for person in known if is_child(person, CLOCK)]


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

    def test_names_only_entries_that_were_on_record_by_then(self, path: Path) -> None:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[1:]]
        made = {line["id"]: line for line in lines if "at" in line}
        for line in made.values():
            for name in set(line) - {"id", "kind", "about", "by", "occasion", "said"}:
                for named in line[name] if isinstance(line[name], list) else [line[name]]:
                    earlier = made.get(named) if isinstance(named, str) else None
                    together = earlier and earlier.get("occasion", "") == line.get("occasion")
                    assert not earlier or together or earlier["at"] < line["at"], (line["id"], named)

    def test_says_what_was_seen_and_by_what_role(self, path: Path) -> None:
        assert all(fact.said for fact in facts(path))


def test_there_are_at_least_forty_children_in_families_of_one_to_three() -> None:
    assert 30 <= len(FILES) <= 36
    assert len(everything_open()) == sum(len(children(path)) for path in FILES) >= 40, "each name is one child's"
    assert {len(children(path)) for path in FILES} == {1, 2, 3}


def test_no_two_families_are_told_in_the_same_words() -> None:
    told: dict[str, set[str]] = {}
    for path in FILES:
        for fact in facts(path):
            if len(fact.said) > 50:
                told.setdefault(fact.said, set()).add(path.stem)
    assert {words: where for words, where in told.items() if len(where) > 1} == {}
    titles = [chronology(path).title for path in FILES]
    assert len(set(titles)) == len(titles)


def test_names_are_of_many_kinds() -> None:
    names = set(everything_open())
    for sort in ("'", "-", "ح"):
        assert any(sort in name for name in names), sort
    assert any(" " not in name for name in names), "one name only"
    assert any(name.startswith("Baby ") for name in names), "unborn"


def test_childrens_lives_are_of_many_kinds() -> None:
    kinds = Counter(fact.kind for path in FILES for fact in facts(path))
    for kind in (
        "court_order", "discharge", "domestic_incident", "escalation", "family_time", "handover", "move", "placement",
        "police_power", "professional_opinion", "return_home", "section_47_enquiry", "supervision",
    ):  # fmt: skip
        assert kinds[kind], kind
    ages = {calendar.london_day(CLOCK).year - person.born_until.year
            for path in FILES for person in chronology(path).people
            if person.born_until and is_child(person, CLOCK)}  # fmt: skip
    assert ages >= set(range(13)), "from babies to those at secondary school"
    services = Counter(getattr(fact, "service", None) for path in FILES for fact in facts(path))
    assert all(services[one] for one in Service if one not in (Service.POLICE_INTEREST,))


def test_fathers_are_in_their_childrens_lives() -> None:
    told = {fact.entry for path in FILES for fact in facts(path) if getattr(fact, "relation", None) == Relation.FATHER}
    assert len(told) >= 15


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
    assert named(FindingKind.ALERT, severity=Severity.SUSPECT) >= {"Freddie Ashdown"}
    assert named(FindingKind.ALERT, severity=Severity.CONSIDER) >= {"Zofia Kowalczyk-Webb"}
    assert named(FindingKind.OBLIGATION) >= {"Niamh O'Connell", "Adaeze Nwosu", "Yusuf Al-Amin"}
    assert named(FindingKind.HOLD, holds=Act.STEP_DOWN) >= {"Maya Ellery", "Dev Chaudhary", "Lowri Pugh"}


def test_one_visit_is_late_and_the_others_are_near() -> None:
    due = {
        name: calendar.london_day(one.due_at).isoformat()
        for name, findings in everything_open().items()
        for one in findings
        if one.rule == SEEN and one.due_at
    }
    assert due == {
        "Niamh O'Connell": "2026-12-22",
        "Adaeze Nwosu": "2026-12-24",
        "Yusuf Al-Amin": "2026-12-29",
    }


def test_few_children_have_a_serious_concern_and_a_third_have_nothing_open() -> None:
    serious = named(FindingKind.ALERT, severity=Severity.SUSPECT)
    assert 4 <= len(serious) <= 5, serious
    counted = sorted(len(findings) for findings in everything_open().values())
    assert counted.count(0) * 3 >= len(counted), Counter(counted)
    assert counted[-1] <= 6, Counter(counted)
    assert sum(1 <= many <= 3 for many in counted) >= sum(many > 3 for many in counted) * 5, Counter(counted)


def test_what_is_open_is_of_many_kinds_and_some_of_it_is_late() -> None:
    findings = [one for one_childs in everything_open().values() for one in one_childs]
    assert len({one.rule for one in findings}) >= 12
    late = {one.about for one in findings if one.due_at and one.due_at < CLOCK}
    today = {
        one.about for one in findings if one.due_at and calendar.london_day(one.due_at) == calendar.london_day(CLOCK)
    }
    assert len(late) >= 8 and len(today) >= 4


def test_a_social_worker_goes_to_see_children_whatever_comes_of_it() -> None:
    outcomes = {getattr(fact, "outcome", None) for path in FILES for fact in facts(path) if fact.kind == "visit"}
    assert {VisitOutcome.MADE, VisitOutcome.NOBODY_IN, VisitOutcome.PUT_OFF} <= outcomes
