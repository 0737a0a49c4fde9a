"""Write what is made from the code: the pages of docs/reference, and the examples that the pages of rules show.

The code is where a rule, a test, a number or a kind of entry is changed; these files only show it. With --check, say
which of them are not current.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from kith.cli import policy_book
from kith.cli.book.in_plain_words import shown_by_tests
from kith.cli.embedded import ROOT_OF_KITH
from kith.cli.police_page import police_page
from kith.replay import examples, schema

REFERENCE = ROOT_OF_KITH / "docs" / "reference"
EXAMPLES = ROOT_OF_KITH / "src" / "kith" / "replay" / examples.FILE
MENDED_BY = "./kith docs"


def _schema() -> str:
    return json.dumps(schema.schema(), indent=2, ensure_ascii=False) + "\n"


def _examples() -> str:
    return examples.written(shown_by_tests())


#: Each file that is made, and what makes it.
PAGES: dict[Path, Callable[[], str]] = {
    EXAMPLES: _examples,
    REFERENCE / "chronology.schema.json": _schema,
    REFERENCE / "chronology-file.md": schema.reference_page,
    REFERENCE / "police-notifications.md": police_page,
    REFERENCE / "policy-book.md": policy_book.policy_book,
    REFERENCE / "standards.md": policy_book.standards_page,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a page is not current")


def run(arguments: argparse.Namespace) -> int:
    """Write every file that is not current, or name it; and name each rule whose tests show no child told twice."""
    stale = [page for page, make in PAGES.items() if not is_current(page, make())]
    for page in stale:
        name = page.relative_to(ROOT_OF_KITH).as_posix()
        if arguments.check:
            print(f"{name} is not current. To mend it, type: {MENDED_BY}", file=sys.stderr)
        else:
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(PAGES[page](), encoding="utf-8")
            print(f"{name} is written anew.")
    for rule in rules_without_example():
        print(
            f"The tests of {rule} show no child of whom it speaks and, one fact apart, of whom it is silent. "
            f"Add both to tests/policy/rules/test_{rule}.py.",
            file=sys.stderr,
        )
    return 1 if arguments.check and (stale or rules_without_example()) else 0


def rules_without_example() -> list[str]:
    """The rules of which the policy book cannot show when they speak and when they stay quiet."""
    return [rule for rule, shown in shown_by_tests().items() if shown.example is None]


def is_current(page: Path, made: str) -> bool:
    """Whether a file on disk says what the code says now."""
    return page.is_file() and page.read_text(encoding="utf-8") == made
