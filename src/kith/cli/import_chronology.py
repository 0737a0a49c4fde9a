"""Bring a chronology file into the database that DATABASE_URL names. All of it or nothing.

Entries that are there already are left alone, so a file can be brought in again when it has grown.
"""

from __future__ import annotations

import argparse
import os
import sys

from kith.cli import replay

DONE, BAD_LINES, CANNOT_RUN = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "The file's format: docs/reference/chronology-file.md. Try it first with ./kith replay."
    parser.add_argument("file", metavar="FILE|STORY", help="a chronology file, or a story that comes with Kith")
    parser.add_argument("--until", metavar="DATE|TIME", help="stop there: 2026-12-14 (its end) or 2026-12-14T09:30")


def run(arguments: argparse.Namespace) -> int:
    """0: it is in. 1: bad lines, each named by number; nothing is in. 2: it could not run, and a sentence says why."""
    from kith.replay.chronology_file import BadLines, read

    try:
        until = replay.moment_told(arguments.until, "--until") if arguments.until is not None else None
        text = replay.text_of(arguments.file)
    except replay.CannotRun as told:
        print(told, file=sys.stderr)
        return CANNOT_RUN
    if not os.environ.get("DATABASE_URL"):
        print("Set DATABASE_URL to the database the file is to be brought into.", file=sys.stderr)
        return CANNOT_RUN
    _set_up()
    from django.db import DatabaseError

    from kith.exchange.chronology_import import import_chronology

    try:
        new = import_chronology(read(text), until=until)
    except BadLines as bad:
        print(bad, file=sys.stderr)
        return BAD_LINES
    except DatabaseError as wrong:
        first = str(wrong).strip().splitlines()[0]
        print(f"The database did not take it: {first}. Is it there, and migrated (./kith migrate)?", file=sys.stderr)
        return CANNOT_RUN
    print(f"{new} new {'entry' if new == 1 else 'entries'}." if new else "Nothing new: all of it is there already.")
    return DONE


def _set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import django

    django.setup()
