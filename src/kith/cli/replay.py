"""Read a chronology file and say, moment by moment, what policy would have said with what was known then.

Nothing is kept and nothing is sent. Three stories come with Kith: luke, robin, robin-benign.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kith.replay.chronology_file import Chronology
    from kith.replay.replay import Replay

FINE, BAD_LINES, CANNOT_RUN = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "The file's format, and what --json prints: docs/reference/chronology-file.md and replay-json.md."
    add = parser.add_argument
    add("file", metavar="FILE|STORY", help="a chronology file, or the name of a story that comes with Kith")
    add("--as-of", metavar="DATE|TIME", help="stop there: 2026-12-14 (its end) or 2026-12-14T09:30")
    add("--known-to", metavar="AGENCY", help="only what this agency of the file knew by itself")
    add("--rules-of", metavar="DATE", help="by the rules and numbers that practice kept on that day: 2020-12-24")
    add("--json", action="store_true", help="one JSON object for each moment, then the summary")
    add("--quiet", action="store_true", help="only the summary")


def run(arguments: argparse.Namespace) -> int:
    """0: told to the end. 1: bad lines, each named. 2: it could not run, and a sentence says why."""
    from kith.policy.rulebook import rulebook
    from kith.replay.chronology_file import BadLines, read
    from kith.replay.replay import Replay

    try:
        as_of = moment_told(arguments.as_of, "--as-of") if arguments.as_of is not None else None
        book = rulebook(as_of=_day_told(arguments.rules_of, "--rules-of") if arguments.rules_of is not None else None)
        chronology = read(text_of(arguments.file))
        known_to = _agency_named(arguments.known_to, chronology) if arguments.known_to is not None else None
    except CannotRun as told:
        print(told, file=sys.stderr)
        return CANNOT_RUN
    except BadLines as bad:
        print(bad, file=sys.stderr)
        return BAD_LINES
    replay = Replay(chronology, known_to=known_to, book=book)
    return _print(_lines(replay, as_of, as_json=arguments.json, quiet=arguments.quiet))


class CannotRun(Exception):
    """Why there is nothing to replay, in a sentence."""


def text_of(named: str) -> str:
    try:
        return _found(named).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise CannotRun(f"{named} is not UTF-8 (at byte {wrong.start + 1}). Save it as UTF-8.") from None
    except OSError as wrong:
        raise CannotRun(f"{named} cannot be read: {wrong.strerror}.") from None


def _found(named: str) -> Path | Traversable:
    file = Path(named)
    if file.is_file():
        return file
    stories = {story.name.removesuffix(".jsonl"): story for story in _stories() if story.name.endswith(".jsonl")}
    if named in stories:
        return stories[named]
    if file.is_dir():
        raise CannotRun(f"{named} is a folder. Name a chronology file in it.")
    if file.exists():
        return file
    told = ", ".join(sorted(stories))
    raise CannotRun(f"There is no file {named}, and no story of that name. The stories are: {told}.")


def _stories() -> Iterator[Traversable]:
    return (resources.files("kith.replay") / "stories").iterdir()


def moment_told(told: str, option: str) -> datetime:
    from datetime import date

    from kith.policy import calendar

    try:
        return calendar.end_of_day(date.fromisoformat(told))
    except ValueError:
        pass  # not a day: then a time
    try:
        return calendar.read_local_time(told)
    except ValueError as wrong:
        raise CannotRun(f"{option}: {wrong} Write a day, 2026-12-14, or a time, 2026-12-14T09:30.") from None


def _day_told(told: str, option: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(told)
    except ValueError:
        raise CannotRun(f"{option}: “{told}” is not a day. Write it so: 2020-12-24.") from None


def _agency_named(told: str, chronology: Chronology) -> UUID:
    """The agency of the file that bears a name, whatever its capitals and spaces."""
    plain = {_plain(agency.name): agency.id for agency in chronology.agencies}
    if _plain(told) in plain:
        return plain[_plain(told)]
    names = "; ".join(sorted((agency.name for agency in chronology.agencies), key=str.casefold))
    listed = f"Its agencies: {names}." if names else "It names no agency."
    raise CannotRun(f"--known-to: the file has no agency named “{told}”. {listed}")


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _lines(replay: Replay, as_of: datetime | None, *, as_json: bool, quiet: bool) -> Iterator[str]:
    if not as_json:
        from kith.replay.told_in_words import WIDTH, InWords

        width = shutil.get_terminal_size((WIDTH, 24)).columns
        yield from InWords(replay, width=width, quiet=quiet).lines(as_of)
        return
    import json

    from kith.replay.telling import json_lines

    for line in json_lines(replay, as_of):
        if not quiet or "summary" in line:
            yield json.dumps(line, ensure_ascii=False)


def _print(lines: Iterator[str]) -> int:
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever was reading has had enough; Python would flush once more as it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FINE
