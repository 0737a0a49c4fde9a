"""What each rule said while its own tests ran: the pictures, the findings or the silence, and what set the due time.

The tests are run here, in this process, one file a rule; a test that asks for a fixture is left out, and one that fails
is pytest's to tell: whatever was heard before it failed was said all the same.
"""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import itertools
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import UUID

from kith.cli import PlainError
from kith.cli.embedded import ROOT_OF_KITH
from kith.policy.calendar import instant
from kith.policy.findings import Finding
from kith.policy.rulebook import Rule, Rulebook, assess, discovered
from kith.policy.standards import Numbers, Standard
from kith.policy.windows import Picture

TESTS = ROOT_OF_KITH / "tests" / "policy" / "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One picture that a test showed to a rule, what the rule said of it, and the standards: those it read, and those that gave due times.

    `names` is what the tests call whoever and whatever has no name on record: a mother, a home.
    """

    picture: Picture
    said: tuple[Finding, ...]
    due_by: tuple[Standard, ...]
    numbers: tuple[Standard, ...]
    names: Mapping[UUID, str]


def hear_every_rule() -> dict[str, tuple[Heard, ...]]:
    """By rule, in the order in which its tests show the pictures. Raises PlainError where there are no tests."""
    if not TESTS.is_dir():
        raise PlainError(
            "The policy book is made from the rules and their tests, and there are no tests beside this Kith. "
            "Type ./kith docs in a copy of the repository."
        )
    with _found_from_the_root():
        return {one.name: tuple(_hear(one)) for one in discovered()}


def _hear(one: Rule) -> list[Heard]:
    builder: Any = importlib.import_module("tests.policy.builder")
    heard: list[Heard] = []
    names: dict[UUID, str] = {}
    asked, named = builder.all_said, builder.the

    def the(name: str) -> UUID:
        id: UUID = named(name)
        names[id] = name
        return id

    def all_said(rule_name: str, picture: Picture, book: Rulebook | None = None) -> tuple[Finding, ...]:
        if rule_name != one.name or book is not None:
            said: tuple[Finding, ...] = asked(rule_name, picture, book)
            return said
        latest = _ask(one, picture, names)
        heard.append(latest)
        return latest.said

    builder.all_said, builder.the = all_said, the
    try:
        for test in _tests_of(one.name):
            with suppress(Exception, *_outcomes()):
                test()
    finally:
        builder.all_said, builder.the = asked, named
    return heard


def _ask(one: Rule, picture: Picture, names: Mapping[UUID, str]) -> Heard:
    """The rule alone, by the numbers Kith starts with; and every number it read while it answered."""
    read: dict[str, Standard] = {}
    given: list[tuple[Standard, datetime]] = []
    with _numbers_that_note(read, given):
        said = tuple(assess(picture, Rulebook(rules=(one,))).findings.values())
    moments = {finding.due_at for finding in said}
    by = {standard.name: standard for standard, moment in given if moment in moments}
    return Heard(picture=picture, said=said, due_by=tuple(by.values()), numbers=tuple(read.values()), names=names)


@contextmanager
def _numbers_that_note(read: dict[str, Standard], given: list[tuple[Standard, datetime]]) -> Iterator[None]:
    due, amount = Numbers.due, Numbers.__getitem__

    def noted_due(self: Numbers, standard: Standard, start: datetime) -> datetime:
        moment = due(self, standard, start)
        given.append((standard, instant(moment)))
        return moment

    def noted_amount(self: Numbers, standard: Standard) -> int:
        read[standard.name] = standard
        return amount(self, standard)

    Numbers.due, Numbers.__getitem__ = noted_due, noted_amount  # type: ignore[method-assign]
    try:
        yield
    finally:
        Numbers.due, Numbers.__getitem__ = due, amount  # type: ignore[method-assign]


# -- running a file of tests ------------------------------------------------------------------------------------------


def _tests_of(rule: str) -> Iterator[Callable[[], object]]:
    """Each test of a rule's file, once for each set of its parameters, in the order in which they are written."""
    file = TESTS / f"test_{rule}.py"
    if not file.is_file():
        return
    module = _loaded(file)
    for name, test in vars(module).items():
        if name.startswith("test_") and inspect.isfunction(test):
            for given in _parameters(test):
                if given.keys() >= inspect.signature(test).parameters.keys():
                    yield partial(test, **given)


def _loaded(file: Path) -> ModuleType:
    """The file as a module of its own, so that what it took from the builder is what listens now."""
    spec = importlib.util.spec_from_file_location(f"kith_hears_{file.stem}", file)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _parameters(test: Any) -> Iterator[dict[str, Any]]:
    """Every set of what `pytest.mark.parametrize` gives a test; one empty set when it is given nothing."""
    marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    choices = [[_named(mark.args[0], one) for one in mark.args[1]] for mark in marks]
    for chosen in itertools.product(*choices):
        yield {name: value for one in chosen for name, value in one.items()}


def _named(names: str | list[str] | tuple[str, ...], given: Any) -> dict[str, Any]:
    several = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    if isinstance(given, type(_pytest().param())):
        given = given.values if len(several) > 1 else given.values[0]
    return dict(zip(several, given, strict=True)) if len(several) > 1 else {several[0]: given}


def _outcomes() -> tuple[type[BaseException], ...]:
    """What a test raises that fails or skips itself."""
    return _pytest().fail.Exception, _pytest().skip.Exception


def _pytest() -> Any:
    """Asked for when it is needed: a Kith that shows pages to people has none."""
    return importlib.import_module("pytest")


@contextmanager
def _found_from_the_root() -> Iterator[None]:
    root = str(ROOT_OF_KITH)
    added = root not in sys.path
    if added:
        sys.path.insert(0, root)
    try:
        yield
    finally:
        if added:
            sys.path.remove(root)
