"""What can be typed after `./kith`, with one line each, and the way from the word to its file.

A command's file is imported only when it is asked for. Exit codes: 0 done, 1 it went wrong and a sentence
said why, 2 it was typed wrongly, 130 it was stopped from the keyboard.
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType

from kith import __version__
from kith.cli import PlainError


@dataclass(frozen=True)
class Command:
    """A word, the module that does it, and its line in the list. Without a line it is for Kith's own use."""

    word: str
    module: str
    line: str = ""
    passes_on: bool = False  # words it does not know go on to another program (pytest)


COMMANDS = (
    Command("demo", "kith.cli.demo", "start a partnership with made-up children at http://localhost:8000"),
    Command("test", "kith.cli.test", "check the code and run every test, also in a browser", passes_on=True),
    Command("check", "kith.cli.check", "lint, types, floors, house rules and generated pages"),
    Command("bench", "kith.cli.bench", "measure what Kith costs, each figure beside its floor"),
    Command("replay", "kith.cli.replay", "read a chronology file; say what policy would have said, and when"),
    Command("import", "kith.cli.import_chronology", "bring a chronology file into the database"),
    Command("match", "kith.cli.match", "keep and try what people are looked for by; learn and explain the model"),
    Command("migrate", "kith.cli.database", "bring a database to this version of Kith"),
    Command("settings", "kith.cli.settings", "print the settings in force, secrets left out"),
    Command("docs", "kith.cli.docs", "write the pages of docs/reference that are made from the code"),
    Command("demo-load", "kith.cli.demo_load"),
    Command("worker", "kith.cli.worker"),
)


def main(words: Sequence[str] | None = None) -> int:
    """Do what was typed; the answer is the exit code."""
    words = list(sys.argv[1:] if words is None else words)
    if not words or words[0] in ("-h", "--help", "help"):
        print(listing())
        return 0
    if words[0] in ("-V", "--version"):
        print(f"kith {__version__}")
        return 0
    command = next((each for each in COMMANDS if each.word == words[0]), None)
    if command is None:
        return _mistyped(words[0])
    try:
        return _run(command, words[1:])
    except PlainError as told:
        print(told, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `./kith replay … | head`: whoever was reading has gone
        sys.stderr.close()
        return 1


def listing() -> str:
    """The list that `./kith` alone prints."""
    lines = [f"  ./kith {each.word:<10} {each.line}" for each in COMMANDS if each.line]
    more = "./kith <command> --help says more about one."
    return "\n".join(["Kith: casework for safeguarding children.", "", *lines, "", more])


def _mistyped(word: str) -> int:
    known = [each.word for each in COMMANDS if each.line]
    near = difflib.get_close_matches(word, known, n=1)
    hint = f" Did you mean ./kith {near[0]}?" if near else ""
    print(f"There is no command “{word}”.{hint}\n\n{listing()}", file=sys.stderr)
    return 2


def _run(command: Command, words: list[str]) -> int:
    module = _module(command)
    parser = argparse.ArgumentParser(
        prog=f"./kith {command.word}",
        description=module.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add_arguments(parser)
    arguments, passed_on = parser.parse_known_args(words)
    if passed_on and not command.passes_on:
        parser.error(f"not understood: {' '.join(passed_on)}")
    arguments.passed_on = passed_on
    return int(module.run(arguments))


def _module(command: Command) -> ModuleType:
    try:
        return importlib.import_module(command.module)
    except ModuleNotFoundError as missing:
        if missing.name != command.module:
            raise
        raise PlainError(f"./kith {command.word} is not part of this copy of Kith yet.") from missing
