"""What can be judged of Kith's code without a database: lint, types, floors, house rules, generated pages.

Prints each part's own words when it fails, the budgets that are overdrawn, and one closing line.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kith.cli import embedded
from kith.cli.alone import alone
from kith.cli.budgets import overdrawn
from kith.cli.embedded import ROOT_OF_KITH

BESIDE_PYTHON = Path(sys.executable).parent


@dataclass(frozen=True)
class Part:
    """One part of the check: what it is called and the command that is it."""

    name: str
    command: Sequence[str | Path]


PARTS = (
    Part("lint", (BESIDE_PYTHON / "ruff", "check", "--quiet", ".")),
    Part("types", (BESIDE_PYTHON / "mypy", "--no-error-summary", "src/kith")),
    Part("floors", (BESIDE_PYTHON / "lint-imports", "--no-cache")),
    Part("house rules", (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/house")),
    Part("generated pages", (sys.executable, "-m", "kith.cli", "docs", "--check")),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options: a check that can be made smaller is a check that will be."""


def run(arguments: argparse.Namespace) -> int:
    """Run every part, also after one has failed. 0 when all are well."""
    with database() as (_, environment):
        return everything(environment)


@contextmanager
def database() -> Iterator[tuple[Path, dict[str, str]]]:
    """A PostgreSQL for as long as tests run: its folder, and what tests are told of it."""
    folder = embedded.default_folder("test")
    taken = "./kith test or ./kith check already runs on this copy of Kith; wait for it to end."
    with alone(folder.parent / "test.lock", taken):
        try:
            server = embedded.start(folder, durable=False)
            told = {"socket_dir": str(server.socket_dir), "port": server.port}
            yield folder, {"KITH_TEST_SERVER": json.dumps(told), "COVERAGE_FILE": str(folder / "coverage")}
        finally:
            embedded.stop(folder)


def everything(environment: dict[str, str]) -> int:
    """Every part, with a database for those that need one."""
    failed = [part.name for part in PARTS if not passes(part, environment)]
    for line in overdrawn(ROOT_OF_KITH / "src" / "kith"):
        print(f"  budget: {line}")
    print(f"check: {'failed: ' + ', '.join(failed) if failed else 'all is well'}", flush=True)
    return 1 if failed else 0


def passes(part: Part, environment: dict[str, str] | None = None, *, aloud: bool = False) -> bool:
    """Run one part from the repository's root; its output is shown when it fails, or always when `aloud`."""
    begun = time.monotonic()
    done = subprocess.run(
        [str(word) for word in part.command],
        cwd=ROOT_OF_KITH,
        env={**os.environ, **(environment or {})},
        stdout=None if aloud else subprocess.PIPE,
        stderr=None if aloud else subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode and done.stdout:
        print(done.stdout, end="")
    verdict = "FAILED" if done.returncode else "ok"
    print(f"  {part.name:<16} {verdict:<7} {time.monotonic() - begun:6.1f} s", flush=True)
    return done.returncode == 0
