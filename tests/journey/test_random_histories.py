"""Replay equals journey on random histories: whatever is entered, the record tells the lines that the replay told."""

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kith.exchange.chronology_import import import_chronology
from kith.exchange.told import lines_on_record
from kith.replay.chronology_file import read
from kith.replay.replay import Replay
from kith.replay.telling import json_lines

pytestmark = pytest.mark.django_db

REPEATED = "repeated_injuries_raise_non_accidental_injury"
HELD = "open_concern_is_answered_before_stepping_down"
BEGINS = datetime(2026, 9, 1, 9)  # noqa: DTZ001 – a file may write local time without an offset
HEAD: list[dict[str, Any]] = [
    {"id": "north", "kind": "agency", "name": "North team", "type": "social_care"},
    {"id": "larkfield", "kind": "agency", "name": "Larkfield Nursery", "type": "nursery"},
    {"id": "robin", "kind": "person", "name": "Robin", "born": "2024-02-29"},
    {"id": "isla", "kind": "person", "name": "Isla", "born": "2021-05-03"},
    {"id": "mother", "kind": "person", "name": "Jodie", "born": "2009-06-01"},
    {"id": "home", "kind": "household", "said": "14 Tanner's Row"},
]
MANAGER = {"role": "social_care_manager", "agency": "north"}
NURSERY = {"role": "nursery_worker", "agency": "larkfield"}

FOLLOWING = ["account", "correction", "retraction", "decision", "thought", "hold set aside", "together"]
children = some.sampled_from([["robin"], ["isla"], ["robin", "isla"]])
kinds: list[dict[str, Any]] = [
    {"kind": "injury", "type": "bruise", "region": "upper_arm", "by": NURSERY},
    {"kind": "injury", "type": "bruise", "region": "shin", "by": NURSERY},
    {"kind": "involvement", "with_agency": "north", "service": "child_in_need", "by": MANAGER},
    {"kind": "visit", "outcome": "made", "seen": "yes", "by": MANAGER},
    {"kind": "visit", "outcome": "nobody_in", "by": MANAGER},
    {"kind": "contact", "harm": "neglect", "by": NURSERY},
    {"kind": "observation", "theme": "interaction", "sense": "worry", "by": NURSERY},
    {"kind": "household_membership", "household": "home", "by": MANAGER},
    {"kind": "development", "stage": "running_climbing", "by": NURSERY},
    {"kind": "development", "stage": "sitting", "by": NURSERY},
    {"kind": "key_adult", "adult": "mother", "cares_alone": "yes", "by": MANAGER},
]
steps = some.lists(
    some.tuples(some.integers(0, 30), some.sampled_from(kinds), children, some.integers(0, 20)), min_size=1, max_size=14
)


@given(steps=steps, follows=some.lists(some.sampled_from(FOLLOWING), max_size=6))
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_history_is_told_alike_by_the_replay_and_by_the_record(steps, follows):
    lines = history(steps, follows)
    chronology = read("\n".join(json.dumps(line) for line in lines))
    replayed = [json.dumps(line) for line in list(json_lines(Replay(chronology)))[:-1]]
    import_chronology(chronology)
    assert [json.dumps(line) for line in lines_on_record(chronology)] == replayed


def history(steps: list, follows: list[str]) -> list[dict[str, Any]]:
    lines = [{"source": f"urn:kith:test:{uuid4()}"}, *HEAD]
    moment = BEGINS
    entered: list[dict[str, Any]] = []
    for days, kind, about, late in steps:
        moment += timedelta(days=days, minutes=7)
        happened = (moment - timedelta(days=late)).isoformat()
        entered.append(
            {**kind, "id": f"e{len(entered)}", "about": about, "happened": happened, "at": moment.isoformat()}
        )
    for number, word in enumerate(follows):
        moment += timedelta(days=3)
        entered += follow(word, f"f{number}", entered, moment.isoformat())
    return [*lines, *entered]


def follow(word: str, id: str, entered: list[dict[str, Any]], at: str) -> list[dict[str, Any]]:
    said = {"id": id, "happened": at, "at": at, "by": MANAGER}
    marks = [one for one in entered if one["kind"] == "injury"]
    contacts = [one for one in entered if one["kind"] == "contact"]
    if word == "account" and marks:
        told = {"injury": marks[-1]["id"], "mechanism": "fell_walking_or_running", "given": "asked"}
        return [{**said, "kind": "account", "about": marks[-1]["about"], **told}]
    if word == "correction" and marks:
        return [{**marks[-1], **said, "happened": marks[-1]["happened"], "region": "knee", "corrects": marks[-1]["id"]}]
    if word == "retraction" and marks:
        return [{**said, "kind": "retraction", "about": marks[0]["about"][:1], "retracts": marks[0]["id"]}]
    if word in ("thought", "hold set aside") and marks:
        rule = REPEATED if word == "thought" else HELD
        kind = {"kind": "consideration", "could_be_caused": "could_not"} if word == "thought" else {"kind": "waiver"}
        named = {"rule": rule, "on": marks[-1]["about"][0], "evidence": [mark["id"] for mark in marks]}
        return [{**said, **kind, **named, "about": marks[-1]["about"]}]
    if word == "together" and marks:
        told = {"injury": f"{id}m", "mechanism": "bumped_into", "given": "asked_none_given"}
        mark = {**kinds[0], **said, "id": f"{id}m", "about": ["robin"], "by": MANAGER, "occasion": id}
        return [mark, {**said, "kind": "account", "about": ["robin"], "occasion": id, **told}]
    if word == "decision" and contacts:
        decided = {"contact": contacts[0]["id"], "outcome": "assessment"}
        return [{**said, "kind": "threshold_decision", "about": contacts[0]["about"], **decided}]
    return []
