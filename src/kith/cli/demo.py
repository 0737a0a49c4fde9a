"""Start Kith with a partnership of made-up children, on a PostgreSQL of its own, for this machine alone.

Ctrl-C stops everything that was started. What was entered is kept until --clean.
"""

from __future__ import annotations

import argparse
import hashlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from kith.cli import PlainError, embedded
from kith.cli.alone import alone, holder
from kith.cli.children import Child, begin, log_of, stop_what_was_left
from kith.cli.demo_partnership import KEPT_AS_IT_WAS, roles

DATABASE = "kith_demo"
FIRST_PORT = 8000
PATIENCE = 90.0  # seconds until the first page must answer
OURSELVES = (sys.executable, "-P", "-m", "kith.cli")


class _Stopped(BaseException):
    """Somebody asked us to stop. Not an Exception, so that nothing on the way takes it for a fault."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--port", type=int, help=f"the port to answer on (default: {FIRST_PORT}, or the next free)")
    add("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    add("--clean", action="store_true", help="stop it, delete everything that was entered, and end")


def run(arguments: argparse.Namespace) -> int:
    folder = embedded.default_folder("demo")
    lock = folder.parent / "demo.lock"
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, _stop_now)
    try:
        if arguments.clean:
            return _clean(folder, lock)
        with alone(lock, "The demonstration of this copy of Kith is already running.") as note:
            return _run(folder, arguments, note)
    except _Stopped:
        print("Stopped. What was entered is kept; ./kith demo --clean deletes it.")
        return 0


def _run(folder: Path, arguments: argparse.Namespace, note: Callable[[str], None]) -> int:
    children: list[Child] = []
    try:
        if left := stop_what_was_left(folder):
            print(f"An earlier demonstration was cut off; stopped what it had left: {', '.join(left)}.")
        port = _port(arguments)
        address = f"http://localhost:{port}"
        note(f"It answers at {address}; stop it with Ctrl-C where it was started, or use that one.")
        print("Starting PostgreSQL …", flush=True)
        server = embedded.start(folder)
        environment = _prepare(server)
        children += [
            begin("web", _web(arguments.host, port), environment, folder),
            begin("worker", (*OURSELVES, "worker"), environment, folder),
        ]
        _wait_until_it_answers(port, arguments.host, children)
        _say_how_to_enter(address)
        while not any(child.has_ended() for child in children):
            time.sleep(0.5)
        raise PlainError(_who_ended(children))
    finally:
        _stop_everything(children, folder)


# --- before ------------------------------------------------------------------------------------------


def _port(arguments: argparse.Namespace) -> int:
    asked: int | None = arguments.port
    if asked is not None:
        if not 0 < asked < 65536:
            raise PlainError(f"{asked} is not a port. Choose a number up to 65535: ./kith demo --port 9000")
        if not _is_free(arguments.host, asked):
            raise PlainError(
                f"Port {asked} is taken by another program, or only root may use it. "
                f"Choose another: ./kith demo --port 9000"
            )
        return asked
    for port in range(FIRST_PORT, FIRST_PORT + 50):
        if _is_free(arguments.host, port):
            if port != FIRST_PORT:
                print(f"Port {FIRST_PORT} is taken by another program, so this is on {port}.")
            return port
    raise PlainError(f"Ports {FIRST_PORT} to {port} are all taken. Choose one: ./kith demo --port 9000")


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, port))
        except socket.gaierror:
            raise PlainError(f"“{host}” is not an address of this machine; leave --host out.") from None
        except (OSError, OverflowError):
            return False
    return True


def _prepare(server: embedded.Server) -> dict[str, str]:
    """The database made, migrated and loaded; the environment in which the application runs."""
    made_now = embedded.ensure_database(server, DATABASE)
    environment = {
        **os.environ,
        "DATABASE_URL": server.application_url(DATABASE),
        "DJANGO_SETTINGS_MODULE": "kith.config.settings",
        "KITH_DEMO": "1",
        "KITH_MAIL_FOLDER": str(server.folder / "practice-mail"),
    }
    environment.pop("KITH_OWNER_DATABASE_URL", None)
    with_owner = {**environment, "KITH_OWNER_DATABASE_URL": server.owner_url(DATABASE)}
    stamp = server.folder / "migrated-for"
    code = _fingerprint_of_code()
    if made_now or not stamp.exists() or stamp.read_text() != code:
        print("Preparing the database …", flush=True)
        os.environ.update(with_owner)  # Django reads its settings once, in this process too
        from kith.cli.database import migrate

        migrate(server.owner_url(DATABASE), server.application_url(DATABASE))
        stamp.write_text(code)
    print("Loading the made-up partnership (quick when it is there already) …", flush=True)
    return {**environment, "KITH_DEMO_CLOCK": _load(server.folder, with_owner)}


def _fingerprint_of_code() -> str:
    """Changes with any migration, model or trigger: all code is covered, which costs some 10 ms to read."""
    package = Path(__file__).resolve().parents[1]
    fingerprint = hashlib.sha256()
    for file in sorted((*package.rglob("*.py"), *package.rglob("*.sql"))):
        fingerprint.update(str(file.relative_to(package)).encode() + b"\0" + file.read_bytes())
    return fingerprint.hexdigest()


def _load(folder: Path, environment: dict[str, str]) -> str:
    """Load what is missing; the last line it prints is how many seconds ahead the demonstration's clock is."""
    log = log_of("load", folder)
    with open(log, "w") as written:
        loaded = subprocess.run(
            [*OURSELVES, "demo-load"], env=environment, stdin=subprocess.DEVNULL, stdout=written, stderr=written,
            check=False,
        )  # fmt: skip
    if loaded.returncode:
        last = "\n".join(log.read_text(errors="replace").splitlines()[-12:])
        raise PlainError(f"The made-up partnership could not be loaded. The end of {log}:\n{last}")
    words = log.read_text()
    if KEPT_AS_IT_WAS in words:
        print("Some of the children were loaded by another version of Kith; ./kith demo --clean starts afresh.")
    return words.splitlines()[-1]


def _web(host: str, port: int) -> tuple[str, ...]:
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return (
        sys.executable, "-P", "-m", "gunicorn", "--bind", bind, "--worker-class", "gthread", "--workers", "1",
        "--threads", "4", "--graceful-timeout", "3", "--no-control-socket", "--access-logfile", "-",
        "kith.config.wsgi:application",
    )  # fmt: skip


# --- while it runs -----------------------------------------------------------------------------------


def _wait_until_it_answers(port: int, host: str, children: list[Child]) -> None:
    asked = "127.0.0.1" if host in ("0.0.0.0", "::", "localhost") else host
    until = time.monotonic() + PATIENCE
    said = "nothing"
    while time.monotonic() < until:
        if any(child.has_ended() for child in children):
            raise PlainError(_who_ended(children))
        connection = http.client.HTTPConnection(asked, port, timeout=5)
        try:
            connection.request("GET", "/healthz", headers={"Host": "localhost"})
            if (status := connection.getresponse().status) == 200:
                return
            said = f"HTTP {status}"
        except (OSError, http.client.HTTPException) as refused:
            said = str(refused)
        finally:
            connection.close()
        time.sleep(0.1)
    raise PlainError(
        f"The web server did not answer at /healthz within {PATIENCE:.0f} seconds ({said}). Its log: {children[0].log}"
    )


def _who_ended(children: list[Child]) -> str:
    ended = next(child for child in children if child.has_ended())
    last = "\n".join(ended.log.read_text(errors="replace").splitlines()[-12:])
    return (
        f"The {ended.name} process ended by itself, so everything was stopped. The end of its log, {ended.log}:\n{last}"
    )


def _say_how_to_enter(address: str) -> None:
    print(f"\nKith is at {address}\n")
    print(f"{roles()}\n")
    print("Every person here is made up. Ctrl-C stops it.", flush=True)


# --- after -------------------------------------------------------------------------------------------


def _stop_now(number: int, frame: FrameType | None) -> None:
    raise _Stopped


def _stop_everything(children: list[Child], folder: Path) -> None:
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)  # an impatient second Ctrl-C must not leave half of it running
    for child in children:
        child.stop()
    stop_what_was_left(folder)
    embedded.stop(folder)


def _clean(folder: Path, lock: Path) -> int:
    if running := holder(lock):
        running.terminate()
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and holder(lock):  # the lock is free when it has ended, reaped or not
            time.sleep(0.1)
    with alone(lock, "The demonstration is still stopping; type the same again in a moment."):
        stop_what_was_left(folder)
        embedded.remove(folder)
    print("The demonstration and everything entered in it are gone. ./kith demo starts it afresh.")
    return 0
