"""A room uses only what stands below it: by import, and by the relations that no import shows.

Each contract is given a trespass to catch, in a copy of the source, so that a contract nobody could break is noticed.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Field, Model
from tests.house.source import ROOT

BESIDE_PYTHON = Path(sys.executable).parent


CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]


def floors() -> dict[str, int]:
    """Each room's floor, counted from the bottom, as the import contract has it."""
    layers = next(one["layers"] for one in CONTRACTS if one["id"] == "floors")
    return {room.strip(" ()"): floor for floor, layer in enumerate(reversed(layers)) for room in layer.split("|")}


FLOORS = floors()


def room_of(model: type[Model]) -> str:
    return model.__module__.split(".")[1]


OURS = sorted(
    (model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("kith.")),
    key=lambda model: model._meta.label,
)
RELATIONS = [field for model in OURS for field in model._meta.get_fields() if field.concrete and field.is_relation]


@pytest.mark.parametrize("field", RELATIONS, ids=str)
def test_a_relation_points_to_its_own_room_or_a_lower_floor(field: Field) -> None:
    here, there = room_of(field.model), room_of(field.related_model)
    assert here == there or FLOORS[there] < FLOORS[here], f"{field} points from {here} up to {there}"


def test_there_are_relations_to_judge() -> None:
    assert len(RELATIONS) > 30


def test_an_occasion_has_no_foreign_key_at_all() -> None:
    assert not [field for field in apps.get_model("occasions.Occasion")._meta.fields if field.is_relation]


#: For each contract: where the trespass is planted, the line planted, and what the linter must name.
TRESPASSES = {
    "A room uses only what stands below it": (
        "chronology/planted.py",
        "import kith.duties.acts",
        "kith.chronology.planted -> kith.duties.acts",
    ),
    "Only config and the command line import config": (
        "people/planted.py",
        "import kith.config.settings",
        "kith.people.planted -> kith.config.settings",
    ),
    "Policy, vocabulary, replay and matching know no Django and no database": (
        "policy/rules/planted_rule_asks_the_database.py",
        "import django.db",
        "kith.policy.rules.planted_rule_asks_the_database -> django",
    ),
    "No rule leans on another": (
        "policy/rules/planted_rule_leans_on_another.py",
        "import kith.policy.rules.repeated_injuries_raise_non_accidental_injury",
        "kith.policy.rules.planted_rule_leans_on_another -> kith.policy.rules.repeated_injuries_raise",
    ),
    "Only journey opens an occasion": (
        "exchange/planted.py",
        "import kith.occasions.acts",
        "kith.exchange.planted -> kith.occasions.acts",
    ),
    "Web, API and jobs touch no tables directly": (
        "web/planted.py",
        "import kith.people.models",
        "kith.web.planted -> kith.people.models",
    ),
    "No screen or job imports a models module": (
        "jobs/planted.py",
        "import kith.duties.models",
        "kith.jobs.planted -> kith.duties.models",
    ),
    "No circles among siblings": (
        "policy/calendar.py",
        "import kith.policy.readings",
        "calendar",
    ),
}  # fmt: skip


def judged(folder: Path, *plants: tuple[str, str]) -> tuple[bool, str]:
    """Whether the import contracts are kept by a copy of the source with these lines planted, and what was said."""
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for place, line in plants:
        file = folder / "src" / "kith" / place
        file.write_text((file.read_text(encoding="utf-8") if file.exists() else "") + f"\n{line}\n", encoding="utf-8")
    done = subprocess.run(
        [BESIDE_PYTHON / "lint-imports", "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode == 0, done.stdout


@pytest.mark.parametrize("contract", TRESPASSES)
def test_a_trespass_is_caught_and_named(contract: str, tmp_path: Path) -> None:
    place, line, named = TRESPASSES[contract]
    is_kept, said = judged(tmp_path, (place, line))
    assert not is_kept
    assert f"{contract} BROKEN" in said
    assert named in said.split("Broken contracts")[1]


def test_the_copy_without_a_trespass_keeps_every_contract(tmp_path: Path) -> None:
    is_kept, said = judged(tmp_path)
    assert is_kept, said


def test_every_contract_has_a_trespass_planted() -> None:
    assert {one["name"] for one in CONTRACTS} == set(TRESPASSES)


def test_a_room_that_stands_on_no_floor_is_refused(tmp_path: Path) -> None:
    is_kept, said = judged(tmp_path, ("outbuilding.py", "HOME = None"))
    assert not is_kept
    assert "outbuilding" in said


@pytest.mark.parametrize(
    "line",
    [
        "import datetime\n\nNOW = datetime.datetime.now(datetime.UTC)",
        "from datetime import date\n\nTODAY = date.today()",
        "from django.utils import timezone\n\nNOW = timezone.now()",
        "from datetime import datetime\n\nNAIVE = datetime(2026, 12, 24)",
    ],
)
def test_a_second_clock_or_a_time_without_its_zone_is_refused(line: str) -> None:
    done = subprocess.run(
        [BESIDE_PYTHON / "ruff", "check", "--no-cache", "--stdin-filename", "src/kith/people/planted.py", "-"],
        cwd=ROOT,
        input=f'"""Planted."""\n\n{line}\n',
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "TID251" in done.stdout or "DTZ" in done.stdout
