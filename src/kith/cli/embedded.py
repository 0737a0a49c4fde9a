"""A PostgreSQL of Kith's own, for demo, development and tests; nothing to install, nothing to set.

It listens on a Unix socket in a folder only its owner may enter, never on the network. It outlives the
program that started it: the next start adopts it. A stale pid, a killed server or an initdb cut off halfway
are mended without a question. Everything else in Kith knows only DATABASE_URL.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from kith.cli import PlainError
from kith.cli.binaries import Account, account, major, programs
from kith.cli.folders import ROOT_OF_KITH, default_folder, fit_folder, home, socket_folder, socket_path
from kith.cli.postmaster import Postmaster, postmaster_of, settle_after_a_kill

__all__ = [
    "ROOT_OF_KITH",
    "Server",
    "default_folder",
    "ensure_database",
    "home",
    "remove",
    "start",
    "stop",
]

OWNER = "kith_owner"
APPLICATION = "kith_application"
SUPERUSER = "postgres"
MARK = "turn.lock"  # in every folder of ours: whose turn it is, and that the folder is ours to remove
PORT = 5432  # names the socket's file; nothing listens on the network
PATIENCE = 60.0  # seconds, for a start that first has to recover


@dataclass(frozen=True)
class Server:
    """A running server: where it keeps its files, where its socket is, and how to reach a database on it."""

    folder: Path
    socket_dir: Path
    port: int
    binaries: Path

    def owner_url(self, database: str) -> str:
        """The address for the role that owns and migrates `database`."""
        return self._url(OWNER, database)

    def application_url(self, database: str) -> str:
        """The address for the role the application works as: it owns nothing."""
        return self._url(APPLICATION, database)

    def _url(self, role: str, database: str) -> str:
        host = quote(str(self.socket_dir), safe="")
        return f"postgresql://{role}@{host}:{self.port}/{quote(database, safe='')}"


# --- start and stop ---------------------------------------------------------------------------------


def start(folder: Path, *, port: int | None = None, durable: bool = True) -> Server:
    """Start the server of this folder, or adopt the one that already runs in it; make it on first use.

    `durable=False` trades safety in a crash for speed, and is for tests alone.
    Raises PlainError with a sentence for the person who asked.
    """
    folder = fit_folder(folder)
    runner = account()
    with _turn(folder):
        binaries = programs(folder.parent)
        cluster = _cluster(folder, binaries, runner)
        running = postmaster_of(cluster)
        number = port or (running and running.port) or PORT
        server = Server(folder, socket_folder(folder, runner), number, binaries)
        wanted = _configuration(server, durable)
        fits = running and running.port == server.port and _configured(cluster) == wanted
        if running and not (fits and _answers(server, running)):
            _halt(running)
            running = None
        if running is None:
            _launch(server, cluster, wanted, runner)
        _make_roles(server)
    return server


def stop(folder: Path) -> None:
    """Stop the server of this folder; nothing to do is no error. What was committed is kept."""
    folder = Path(folder).expanduser().resolve()
    if not (folder / MARK).is_file():
        return
    with _turn(folder):
        if running := postmaster_of(folder / "cluster"):
            _halt(running)


def remove(folder: Path) -> None:
    """Stop the server of this folder and delete the folder with everything in it."""
    folder = Path(folder).expanduser().resolve()
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise PlainError(f"Kith did not make {folder}, so it does not delete it.")
    stop(folder)
    for made in (socket_path(folder), folder):
        shutil.rmtree(made, ignore_errors=True)


def ensure_database(server: Server, name: str) -> bool:
    """Make the database if it is not there, owned by the owner's role. True when it was made now."""
    with psycopg.connect(server.owner_url("postgres"), autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return False
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return True


# --- the parts of a start ---------------------------------------------------------------------------


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """One start or stop of a folder at a time; the others wait. Freed by the system however we end."""
    with open(folder / MARK, "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _cluster(folder: Path, binaries: Path, runner: Account) -> Path:
    """The server's own files, made under another name first, so that they are whole or not there."""
    cluster = folder / "cluster"
    for half_made in folder.glob("cluster.making-*"):
        shutil.rmtree(half_made, ignore_errors=True)
    if not (cluster / "PG_VERSION").is_file():
        shutil.rmtree(cluster, ignore_errors=True)
        _initdb(folder / f"cluster.making-{os.getpid()}", binaries, runner).rename(cluster)
    made_by = int((cluster / "PG_VERSION").read_text().split(".")[0])
    if made_by != major(binaries):
        raise PlainError(
            f"The database in {folder} was made by PostgreSQL {made_by}, and this machine now has "
            f"{major(binaries)}. Type ./kith demo --clean (for the demonstration), or delete that folder."
        )
    return cluster


def _initdb(making: Path, binaries: Path, runner: Account) -> Path:
    making.mkdir(mode=0o700)
    os.chown(making, runner.uid, runner.gid)
    # From 17, PostgreSQL brings a C.UTF-8 of its own; before, the machine's has to do.
    own_locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    machines = ["--locale=C.UTF-8" if os.uname().sysname == "Linux" else "--locale=C"]
    locale = own_locale if major(binaries) >= 17 else machines
    made = runner.run(
        binaries / "initdb", "-D", making, "-U", SUPERUSER, "--encoding=UTF8", *locale,
        "--text-search-config=english", "--auth-local=trust", "--auth-host=reject", "--no-sync",
    )  # fmt: skip
    if made.returncode:
        shutil.rmtree(making, ignore_errors=True)
        raise PlainError(f"PostgreSQL could not make its files in {making.parent}:\n{made.stderr.strip()}")
    with open(making / "postgresql.conf", "a") as settings:
        settings.write("\ninclude 'kith.conf'\n")
    return making


def _configuration(server: Server, durable: bool) -> str:
    lines = [
        "# Written by Kith at each start; changes made here are lost.",
        "listen_addresses = ''",
        f"port = {server.port}",
        f"unix_socket_directories = '{server.socket_dir}'",
        "unix_socket_permissions = 0700",
        "max_connections = 200",
        # A server made by an earlier Kith has a name here that no parallel worker can read.
        "default_text_search_config = 'pg_catalog.english'",
        "timezone = 'UTC'",
        "log_timezone = 'UTC'",
    ]
    if not durable:
        lines += ["fsync = off", "full_page_writes = off", "synchronous_commit = off"]
        lines += ["wal_level = minimal", "max_wal_senders = 0"]
    return "\n".join(lines) + "\n"


def _configured(cluster: Path) -> str | None:
    try:
        return (cluster / "kith.conf").read_text()
    except FileNotFoundError:
        return None


def _answers(server: Server, running: Postmaster) -> bool:
    """Whether the server takes a connection before our patience, or its own life, is over."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and running.is_alive():
        try:
            psycopg.connect(server._url(SUPERUSER, "postgres"), connect_timeout=5).close()
            return True
        except psycopg.OperationalError:
            time.sleep(0.1)
    return False


def _halt(running: Postmaster) -> None:
    """Ask for a fast shutdown, as `pg_ctl stop -m fast` does; insist when it takes too long."""
    if not running.end(signal.SIGINT, PATIENCE) and not running.end(signal.SIGQUIT, 10):
        running.end(signal.SIGKILL, 10)


def _launch(server: Server, cluster: Path, wanted: str, runner: Account) -> None:
    settle_after_a_kill(cluster, server.socket_dir)
    (cluster / "kith.conf").write_text(wanted)
    log = server.folder / "postgres.log"
    if log.exists():
        log.replace(log.with_suffix(".log.before"))
    log.touch(mode=0o600)
    os.chown(log, runner.uid, runner.gid)
    # Not a pipe: the server would inherit it, and reading from it would never end.
    with tempfile.TemporaryFile("w+") as words:
        begun = runner.run(
            server.binaries / "pg_ctl", "start", "-w", "-t", str(int(PATIENCE)), "-D", cluster, "-l", log,
            stdout=words, stderr=words,
        )  # fmt: skip
    if begun.returncode:
        last = "\n".join(log.read_text(errors="replace").splitlines()[-8:])
        raise PlainError(f"PostgreSQL did not start. The end of its log, {log}:\n{last}")


def _make_roles(server: Server) -> None:
    kinds = {OWNER: sql.SQL("LOGIN NOSUPERUSER CREATEDB"), APPLICATION: sql.SQL("LOGIN NOSUPERUSER")}
    with psycopg.connect(server._url(SUPERUSER, "postgres"), autocommit=True) as connection:
        there = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles")}
        for name, kind in kinds.items():
            if name not in there:
                connection.execute(sql.SQL("CREATE ROLE {} {}").format(sql.Identifier(name), kind))
        # So that the owner can drop a test's database that the application still holds open.
        connection.execute(sql.SQL("GRANT pg_signal_backend TO {}").format(sql.Identifier(OWNER)))
