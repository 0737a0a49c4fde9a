"""How long a file, a function and a folder may grow before it is divided. A warning, never a failure."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

FILE = 300
FUNCTION = 40
FOLDER = 900
FOLDERS_APART = ("policy/rules",)
NOT_OURS_TO_DIVIDE = ("migrations", "vendor")


def overdrawn(source: Path) -> Iterator[str]:
    """A line for each file, function and folder under `source` that is over its budget, in order of path."""
    folders: Counter[str] = Counter()
    for file in sorted(source.rglob("*.py")):
        place = file.relative_to(source)
        if any(part in NOT_OURS_TO_DIVIDE for part in place.parts):
            continue
        text = file.read_text(encoding="utf-8")
        length = text.count("\n")
        folders[place.parent.as_posix()] += length
        if length > FILE:
            yield f"{place.as_posix()} has {length} lines (budget {FILE})"
        yield from _long_functions(place, text)
    for folder, length in sorted(folders.items()):
        if length > FOLDER and folder not in FOLDERS_APART:
            yield f"{folder}/ has {length} lines (budget {FOLDER})"


def _long_functions(place: Path, text: str) -> Iterator[str]:
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return  # the lint says so, with the line
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION:
                yield f"{place.as_posix()}:{node.lineno} {node.name} has {length} lines (budget {FUNCTION})"
