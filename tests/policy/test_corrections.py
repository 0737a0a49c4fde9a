"""A correction takes the place of what it corrects, and what was said of the one is said of the other."""

import json

from tests.policy.builder import REPEATED

from kith.replay.chronology_file import read
from kith.replay.replay import Replay

NURSERY = {"by": {"role": "nursery_worker", "agency": "larkfield"}, "about": ["robin"]}
LINES = [
    {"source": "urn:kith:test:corrections"},
    {"id": "larkfield", "kind": "agency", "name": "Larkfield Nursery", "type": "nursery"},
    {"id": "robin", "kind": "person", "name": "Robin", "born": "2024-05-03"},
    {"id": "d", "kind": "development", "happened": "2026-10-01T09:00", "stage": "running_climbing"},
    {"id": "m1", "kind": "injury", "happened": "2026-11-02T09:00", "type": "bruise", "region": "shin"},
    {"id": "m2", "kind": "injury", "happened": "2026-12-01T09:00", "type": "bruise", "region": "upper_arm"},
    {
        "id": "a1",
        "kind": "account",
        "given": "asked",
        "happened": "2026-11-02T09:10",
        "injury": "m1",
        "mechanism": "fell_walking_or_running",
    },
]
CORRECTION = {
    "id": "m1b", "kind": "injury", "happened": "2026-11-02T09:00", "at": "2026-12-02T09:00", "corrects": "m1",
    "type": "bruise", "region": "knee",
}  # fmt: skip


def opened(*lines: dict) -> list[str]:
    text = "\n".join(
        json.dumps(line if "kind" not in line or line["kind"] in ("agency", "person") else {**NURSERY, **line})
        for line in lines
    )
    said = (one for told in Replay(read(text)).moments() for change in told.changes for one in change.opened)
    return [one.sentence for one in said if one.rule == REPEATED]


def test_an_explained_mark_stays_explained_when_it_is_corrected():
    assert opened(*LINES, CORRECTION) == []


def test_without_its_account_the_corrected_mark_is_heard():
    assert len(opened(*LINES[:-1], CORRECTION)) == 1
