"""The description of the chronology file is made from the classes that read it, and is current."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kith.policy.facts import KINDS
from kith.replay import schema as described
from kith.replay.lines import COMMON, own_fields
from kith.replay.schema import reference_page, schema

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
STORIES = sorted((Path(described.__file__).parent / "stories").glob("*.jsonl"))
CHECKS = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())
MARK: dict[str, Any] = {
    "id": "m",
    "kind": "injury",
    "about": ["robin"],
    "happened": "2026-12-24T12:30",
    "by": {"role": "nursery_worker", "agency": "nursery"},
    "type": "bruise",
}


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_every_line_of_every_story_fits_the_schema(story: Path) -> None:
    for number, line in enumerate(story.read_text(encoding="utf-8").splitlines(), start=1):
        problems = [error.message for error in CHECKS.iter_errors(json.loads(line))]
        assert problems == [], f"line {number}"


@pytest.mark.parametrize(
    "changed",
    [
        {"type": "love_bite"},
        {"type": None},
        {"inconsistent": True},
        {"about": []},
        {"about": ["robin", "robin"]},
        {"about": "robin"},
        {"by": {"role": "nursery_worker"}},
        {"by": {"role": "wizard", "agency": "nursery"}},
        {"happened": "soon"},
        {"happened": "2026-02-30"},
        {"happened": {"from": "2026-12-01"}},
        {"at": "2026-12-24"},
        {"count": "3"},
        {"kind": "mark"},
        {"source": "urn:x"},
    ],
)
def test_a_line_that_the_reader_refuses_does_not_fit_the_schema(changed: dict[str, Any]) -> None:
    assert CHECKS.is_valid(MARK)
    assert not CHECKS.is_valid({**MARK, **changed})


@pytest.mark.parametrize("happened", ["2026-12-24", "2026-12-24T12:30Z", {"about": "2026-12-24"},
                                      {"from": "2026-12-01", "until": "2026-12-24"}])  # fmt: skip
def test_each_way_to_say_when_fits_the_schema(happened: Any) -> None:
    assert CHECKS.is_valid({**MARK, "happened": happened})


def test_the_schema_has_every_kind_with_every_field_the_reader_takes() -> None:
    by_kind = {one["title"]: one for one in schema()["oneOf"]}
    for word, kind in KINDS.items():
        assert set(by_kind[word]["properties"]) == COMMON | set(own_fields(kind))
        assert by_kind[word]["description"]


def test_the_schema_and_the_page_say_which_room_keeps_a_kind() -> None:
    by_kind = {one["title"]: one for one in schema()["oneOf"]}
    assert {word: by_kind[word]["x-room"] for word in KINDS} == {word: kind.room for word, kind in KINDS.items()}
    assert reference_page().count("\nRoom: ") == len(KINDS)


def test_the_reference_page_has_every_kind_and_field() -> None:
    page = reference_page()
    for word, kind in KINDS.items():
        section = page.split(f"### {word}\n")[1].split("\n### ")[0]
        assert all(f"| `{name}` |" in section for name in own_fields(kind))


def test_the_generated_schema_is_current() -> None:
    written = (REFERENCE / "chronology.schema.json").read_text(encoding="utf-8")
    assert written == json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def test_the_generated_reference_page_is_current() -> None:
    assert (REFERENCE / "chronology-file.md").read_text(encoding="utf-8") == reference_page()
