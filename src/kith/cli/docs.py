"""Write the pages of docs/reference that are made from the code; with --check, say which are not current.

The code is where a rule, a number or a kind of entry is changed; these pages only show it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from kith.cli import policy_book
from kith.cli.embedded import ROOT_OF_KITH
from kith.replay import schema

REFERENCE = ROOT_OF_KITH / "docs" / "reference"
MENDED_BY = "./kith docs"


def _schema() -> str:
    return json.dumps(schema.schema(), indent=2, ensure_ascii=False) + "\n"


#: Each page that is made, and what makes it.
PAGES: dict[str, Callable[[], str]] = {
    "chronology.schema.json": _schema,
    "chronology-file.md": schema.reference_page,
    "policy-book.md": policy_book.policy_book,
    "standards.md": policy_book.standards_page,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a page is not current")


def run(arguments: argparse.Namespace) -> int:
    """Write every page that is not current, or name it."""
    stale = [name for name, make in PAGES.items() if not is_current(REFERENCE / name, make())]
    for name in stale:
        if arguments.check:
            print(f"docs/reference/{name} is not current. To mend it, type: {MENDED_BY}", file=sys.stderr)
        else:
            REFERENCE.mkdir(parents=True, exist_ok=True)
            (REFERENCE / name).write_text(PAGES[name](), encoding="utf-8")
            print(f"docs/reference/{name} is written anew.")
    return 1 if stale and arguments.check else 0


def is_current(page: Path, made: str) -> bool:
    """Whether a page on disk says what the code says now."""
    return page.is_file() and page.read_text(encoding="utf-8") == made
