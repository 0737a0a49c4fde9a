"""Check the code, then run every test on a real PostgreSQL, then the browser tests in a real browser.

With words after it (`./kith test tests/policy -q`) only pytest runs, on these, still with a database.
Nothing is skipped because something is missing: a part that cannot run has failed.
"""

from __future__ import annotations

import argparse
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kith.cli import PlainError, browser, check
from kith.cli.embedded import ROOT_OF_KITH

PYTEST = (sys.executable, "-m", "pytest", "-p", "no:cacheprovider")
#: As many at once as there are processors; what one has left another takes over.
AT_ONCE = ("-n", "auto", "--dist", "worksteal")
KINDS = ("tests", "failures", "errors", "skipped")
COVERED = "src/kith/policy/*,src/kith/*/acts.py,src/kith/*/acts/*"
#: What is counted is tried here; counting takes as long again, and everything else is run without.
COUNTED = (
    "policy",
    "agencies",
    "chronology",
    "duties",
    "exchange",
    "intake",
    "journey",
    "learning",
    "occasions",
    "people",
    "web/entries",  # every kind of entry, through its act
    "web/discussion",
)
#: Judged by `check` already, or in a browser.
APART = ("house", "browser")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Words that are not listed here go to pytest: files, -k, -x, -q …"


def run(arguments: argparse.Namespace) -> int:
    with check.database() as (folder, environment):
        environment["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in the test's thread
        if arguments.passed_on:
            return _only(arguments.passed_on, environment)
        return _everything(folder, environment)


def _only(words: Sequence[str], environment: dict[str, str]) -> int:
    in_browser = any("tests/browser" in word for word in words)
    if path := browser.find() if in_browser else browser.found():
        environment["KITH_BROWSER"] = path
    return 0 if check.passes(check.Part("tests", (*PYTEST, *words)), environment, aloud=True) else 1


def _everything(folder: Path, environment: dict[str, str]) -> int:
    reports = [folder / "counted.xml", folder / "tests.xml", folder / "browser.xml"]
    for report in reports:
        report.unlink(missing_ok=True)
    failed = []
    if check.everything(environment):
        failed.append("check")
    for part in _without_a_browser(reports):
        if not check.passes(part, environment, aloud=True):
            failed.append(part.name)
    coverage = (sys.executable, "-m", "coverage", "report", f"--include={COVERED}")
    check.passes(check.Part("coverage", coverage), environment, aloud=True)
    try:
        environment["KITH_BROWSER"] = browser.find()
        in_browser = (*PYTEST, *AT_ONCE, "-q", f"--junitxml={reports[2]}", "tests/browser")
        if not check.passes(check.Part("browser tests", in_browser), environment, aloud=True):
            failed.append("browser tests")
    except PlainError as missing:
        print(missing, file=sys.stderr)
        failed.append("browser tests (no browser)")
    return _close(failed, reports)


def _without_a_browser(reports: Sequence[Path]) -> tuple[check.Part, check.Part]:
    """What is counted, with coverage, and the rest without."""
    tests = (*PYTEST, *AT_ONCE, "-q")
    there = [f"tests/{room}" for room in COUNTED if (ROOT_OF_KITH / "tests" / room).is_dir()]
    apart = [f"--ignore={one}" for one in (*there, *(f"tests/{one}" for one in APART))]
    counted = (*tests, "--cov=kith", "--cov-report=", f"--junitxml={reports[0]}", *there)
    return (
        check.Part("tests, counted", counted),
        check.Part("tests", (*tests, f"--junitxml={reports[1]}", *apart, "tests")),
    )


def _close(failed: list[str], reports: Sequence[Path]) -> int:
    counts = _counts(reports)
    wrong = counts["failures"] + counts["errors"]
    print(f"\n{counts['tests']} tests: {counts['tests'] - wrong - counts['skipped']} passed, {wrong} failed, "
          f"{counts['skipped']} skipped.")  # fmt: skip
    print(f"./kith test: {'FAILED in ' + ', '.join(failed) if failed else 'all is well'}", flush=True)
    return 1 if failed else 0


def _counts(reports: Sequence[Path]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for report in reports:
        if report.exists():
            for suite in ET.parse(report).iter("testsuite"):
                counts.update({kind: int(suite.get(kind, 0)) for kind in KINDS})
    return counts
