"""Kith's own source as these tests read it: where it lies, and what is named in it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KITH = ROOT / "src" / "kith"


def python_files(*folders: Path) -> list[Path]:
    """Every Python file written by hand under these folders."""
    found = [file for folder in folders for file in folder.rglob("*.py")]
    return sorted(file for file in found if "migrations" not in file.parts)


def names_given(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every name that a file gives to something, with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name, node.lineno
            case ast.Name(ctx=ast.Store()):
                yield node.id, node.lineno
            case ast.Attribute(ctx=ast.Store()):
                yield node.attr, node.lineno
            case ast.arg():
                yield node.arg, node.lineno


def words_of(name: str) -> list[str]:
    """The words of a name, whichever way they are joined."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)]
