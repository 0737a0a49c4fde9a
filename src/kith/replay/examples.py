"""Each rule on an invented child, told twice: as it speaks, and one fact apart, as it stays quiet.

Written by `./kith docs` from what each rule said in its own tests; here it is only read. With it stands of whom a rule
asks, by which numbers, and what it holds: what the rule's findings were in all of its tests, the most frequent first.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any

FILE = "examples.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry in words. `differs` marks the one fact; where it was not entered, `what` says so and the rest is empty."""

    on: str = ""
    what: str
    said: str = ""
    by: str = ""
    differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """`kinds`, `owed_by` and `holds` are words of the closed lists; `due` and `numbers` name standards.

    `serious`: some were serious concerns; `timed`: some had a time; `untimed`: some had none. `needs` completes “Needs to
    know”: what it asks for of somebody of whom nothing has been entered.
    """

    kinds: tuple[str, ...]
    serious: bool
    owed_by: tuple[str, ...]
    due: tuple[str, ...]
    numbers: tuple[str, ...]
    holds: tuple[str, ...]
    timed: bool
    untimed: bool
    needs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Who it is about and when somebody looked; what is on record either time; and what the rule says, all in words."""

    subject: str
    called: str
    at: str
    label: str
    sentence: str
    do_next: str
    owed_by: str
    due: str
    speaks: tuple[Line, ...]
    quiet: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a rule's tests show of it; `example` is None while they hold no two stories that differ by one fact."""

    asks: Asks
    example: Example | None


def written(shown: Mapping[str, Shown]) -> str:
    """All of it as the file holds it."""
    return json.dumps({rule: asdict(one) for rule, one in sorted(shown.items())}, indent=1, ensure_ascii=False) + "\n"


def shown_in_tests(rule: str) -> Shown | None:
    """What a rule's tests showed when the file was written; None of a rule that is newer than it."""
    return _all().get(rule)


@cache
def _all() -> dict[str, Shown]:
    return read((files("kith.replay") / FILE).read_text(encoding="utf-8"))


def read(text: str) -> dict[str, Shown]:
    """The file again as what it was written from."""
    return {rule: _shown(one) for rule, one in json.loads(text).items()}


def _shown(one: dict[str, Any]) -> Shown:
    asks: dict[str, Any] = {name: tuple(told) if isinstance(told, list) else told for name, told in one["asks"].items()}
    return Shown(asks=Asks(**asks), example=_example(one["example"]) if one["example"] else None)


def _example(told: dict[str, Any]) -> Example:
    lines = {side: tuple(Line(**line) for line in told[side]) for side in ("speaks", "quiet")}
    return Example(**{**told, **lines})
