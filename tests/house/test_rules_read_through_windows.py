"""One file per rule, one rule per file; and a rule reads the picture through windows, never by its own arithmetic.

A rule that compared `picture.at` itself would not note when its answer flips, and a child would wait unseen.
"""

import ast
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.house.source import KITH, ROOT

FOLDER = KITH / "policy" / "rules"
RULES = sorted(file for file in FOLDER.glob("*.py") if file.name != "__init__.py")
BUDGET = 100
INSIDES = frozenset({"shelves", "_shelf", "_flips", "_picture", "note"})


def trespasses(source: str) -> Iterator[str]:
    """What a rule's source does that a rule may not."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(value=ast.Name(id="picture"), attr="at"):
                yield f"line {node.lineno} reads picture.at; ask a window, or picture.has_passed(moment)"
            case ast.Attribute(attr=attr) if attr in INSIDES:
                yield f"line {node.lineno} reaches into {attr}; read through picture's windows"
            case ast.Import(names=names) if any(one.name.startswith("kith.policy.rules") for one in names):
                yield f"line {node.lineno} imports another rule; what two rules share is a reading"
            case ast.ImportFrom(module=str(module)) if module.startswith("kith.policy.rules"):
                yield f"line {node.lineno} imports another rule; what two rules share is a reading"
            case ast.Call(func=ast.Name(id=str(name))) if name in {"getattr", "vars", "open", "print", "setattr"}:
                yield f"line {node.lineno} calls {name}"


def test_the_number_of_rules_is_pinned():
    assert len(RULES) == 60, "a rule was added or lost: change this number in the same commit, knowingly"


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.stem)
def test_a_rule_reads_only_through_windows(file: Path):
    source = file.read_text(encoding="utf-8")
    assert list(trespasses(source)) == []
    if source.count("\n") > BUDGET:
        warnings.warn(f"{file.name} has {source.count(chr(10))} lines (budget {BUDGET})", stacklevel=1)


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.stem)
def test_a_rule_file_holds_one_rule_that_bears_its_name(file: Path):
    functions = [node for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)]
    assert [one.name for one in functions if one.decorator_list] == [file.stem]
    assert [one.name for one in functions if not one.name.startswith("_")] == [file.stem]


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.stem)
def test_a_rule_has_a_test_file_of_its_name(file: Path):
    assert (ROOT / "tests" / "policy" / "rules" / f"test_{file.stem}.py").is_file()


@pytest.mark.parametrize(
    "line",
    [
        "late = picture.at - injury.at",
        "late = injury.at < picture.at",
        "moment = picture.at",
        "facts = picture.shelves.people",
        "facts = picture.injuries._shelf.facts",
        "picture.note(moment)",
        "import kith.policy.rules.another",
        "from kith.policy.rules.another import another",
        "from kith.policy.rules import another",
        "facts = getattr(picture, name)",
    ],
)
def test_a_rule_that_reads_past_its_windows_is_caught(line: str):
    assert list(trespasses(line))


def test_a_rule_that_keeps_to_its_windows_is_not_caught():
    assert not list(trespasses("for one in picture.injuries.within(span):\n    late = one.at < one.happened.end"))
