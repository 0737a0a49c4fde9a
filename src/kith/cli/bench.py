"""Measure what Kith costs, each figure beside a floor taken in the same run on the same machine.

  act     one act from end to end, for a child with 50, 500 and 5,000 entries
  gather  reading everything a picture needs
  time    passing time for 100 children who are due, among 1,000 and among 20,000
  replay  a chronology file of 1,000 and 10,000 entries
  quiet   how often Kith speaks of ordinary children, per 100 child-years, by severity and by rule
  matching  looking for a child, and for a household, among 100,000 invented people (or --people), and who is found
  pages   a child's page and my work, beside the layout alone, and how often each asks the database

A goal that is missed is printed as missed and fails nothing: a benchmark is never a test. A seed that turns out to be
a fake ends it with exit code 1.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

from kith.cli import PlainError, embedded
from kith.cli.alone import alone
from kith.cli.embedded import ROOT_OF_KITH, Server

NAMES = ("act", "gather", "time", "replay", "quiet", "matching", "pages")
#: Those that need no database, with their modules in bench/; and those whose database has a town of invented children.
PURE = {"replay": "replaying", "quiet": "quiet"}
IN_A_TOWN = ("act", "gather", "time")
#: Which module of bench/ draws the table of a figure, where it is not a figure in milliseconds.
TABLES = {"quiet": "quiet", "matching": "matching"}
LENGTHS = (50, 500, 5000)
AMONG = 900  # other children in the database while one is measured


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join(NAMES)}")
    parser.add_argument("--people", metavar="N", type=int, default=100_000, help="matching: among how many (5000000 …)")
    parser.add_argument("--json", metavar="FILE", type=Path, help="also write the figures to a file, as JSON")


def run(arguments: argparse.Namespace) -> int:
    """0, whatever the figures are. 1 when a seed is a fake, or nothing could be measured."""
    names = tuple(arguments.names) or NAMES
    if strange := [name for name in names if name not in NAMES]:
        raise PlainError(f"There is no benchmark “{strange[0]}”. There are: {', '.join(NAMES)}.")
    if not (ROOT_OF_KITH / "bench" / "figures.py").is_file():
        raise PlainError("The benchmarks lie in the folder bench/ of Kith's source, and this copy has none.")
    sys.path.insert(0, str(ROOT_OF_KITH))
    machine: dict[str, Any] = {
        "cores": os.cpu_count(),
        "processor": platform.machine(),
        "python": platform.python_version(),
    }
    figures = list(_measured(names, machine, arguments.people))
    print(f"\n{'; '.join(f'{key} {value}' for key, value in machine.items())}\n")
    for module, members in groupby(figures, key=lambda one: TABLES.get(one.name, "figures")):
        print(_bench(module).table(list(members)) + "\n")
    if arguments.json:
        told = {"machine": machine, "figures": [one.as_json() for one in figures]}
        arguments.json.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
    return 0


def _bench(module: str) -> Any:
    return importlib.import_module(f"bench.{module}")


def _measured(names: Sequence[str], machine: dict[str, Any], people: int) -> Iterator[Any]:
    for word, module in PURE.items():
        if word in names:
            print(f"  {word} …", flush=True)
            yield from _bench(module).measure()
    if not set(names) - PURE.keys():
        return
    with _server() as server:
        if set(IN_A_TOWN) & set(names):
            with _database(server) as name:
                try:
                    yield from _in_a_town(names, machine, server, name)
                except _bench("honest").Fake as fake:
                    raise PlainError(str(fake)) from fake
        if "matching" in names:
            with _database(server) as name:
                yield from _of_matching(machine, server, name, people)
        if "pages" in names:
            with _database(server):
                yield from _of_pages(machine)


def _of_pages(machine: dict[str, Any]) -> Iterator[Any]:
    from django.db import connection

    machine |= _settings_of(connection)
    print("  pages …", flush=True)
    try:
        yield from _bench("pages").measure()
    finally:
        connection.close()


def _of_matching(machine: dict[str, Any], server: Server, name: str, people: int) -> Iterator[Any]:
    from django.db import connection

    machine |= _settings_of(connection)
    print(f"  matching, among {people:,} people …", flush=True)
    try:
        yield from _bench("matching").measure(server.owner_url(name), people)
    finally:
        connection.close()


def _in_a_town(names: Sequence[str], machine: dict[str, Any], server: Server, name: str) -> Iterator[Any]:
    from django.db import connection

    from kith.journey.clock import now

    machine |= _settings_of(connection)
    seeding, children = _bench("town"), {}
    town = _bench("seed").Town(server.owner_url(name))
    try:
        print("  seeding …", flush=True)
        town.add(seeding.quiet_children(AMONG, now()))
        if {"act", "gather"} & set(names):
            children = dict(zip(LENGTHS, town.add(seeding.long_history(one, now()) for one in LENGTHS), strict=True))
            _bench("honest").be_honest(tuple(children.values()))
        town.settle()
        looked_at = _bench("honest").be_honest(town.children)
        print(f"  honest: {looked_at} of {len(town.children):,} children, the long histories too", flush=True)
        for word, module in (("gather", "gather"), ("act", "act")):
            if word in names:
                print(f"  {word} …", flush=True)
                yield from _bench(module).measure(children)
        if "time" in names:
            print("  time …", flush=True)
            yield from _bench("passing_time").measure(town)
    finally:
        town.close()
        connection.close()


def _settings_of(connection: Any) -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version'), current_setting('fsync'), "
                       "current_setting('synchronous_commit'), current_user")  # fmt: skip
        version, fsync, commit, role = cursor.fetchone()
    return {"postgresql": version, "durable": "yes" if (fsync, commit) == ("on", "on") else "no", "as": role}


@contextmanager
def _server() -> Iterator[Server]:
    """The server the tests were told of, or one of the benchmark's own, durable as production is."""
    if told := os.environ.get("KITH_TEST_SERVER"):
        at = json.loads(told)
        yield Server(folder=Path(), socket_dir=Path(at["socket_dir"]), port=at["port"], binaries=Path())
        return
    folder = embedded.default_folder("bench")
    with alone(folder.parent / "bench.lock", "./kith bench already runs on this copy of Kith; wait for it to end."):
        try:
            yield embedded.start(folder)
        finally:
            embedded.stop(folder)


@contextmanager
def _database(server: Server) -> Iterator[str]:
    """A fresh database, migrated by its owner, for this process's Django as the application's role; then dropped."""
    import psycopg

    name = f"kith_bench_{os.getpid()}"
    with psycopg.connect(server.owner_url("postgres"), autocommit=True) as owner:
        owner.execute(f"CREATE DATABASE {name}".encode())
        try:
            os.environ["DATABASE_URL"] = server.application_url(name)
            environment = {**os.environ, "KITH_OWNER_DATABASE_URL": server.owner_url(name)}
            words = [sys.executable, "-m", "kith.cli", "migrate"]
            subprocess.run(words, env=environment, check=True, stdout=subprocess.DEVNULL)
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
            importlib.import_module("django").setup()
            yield name
        finally:
            owner.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
