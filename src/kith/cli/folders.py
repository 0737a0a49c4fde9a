"""Where Kith puts what it makes: fit for PostgreSQL, within reach of its account, closed to others."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from kith.cli import PlainError
from kith.cli.binaries import ACCOUNT, Account, account

ROOT_OF_KITH = Path(__file__).resolve().parents[3]
LONGEST_SOCKET_PATH = 103  # macOS; Linux allows 107
UNFIT_IN_PATH = frozenset("\"'`$,\\%*?")


def home() -> Path:
    """Where this checkout keeps what it makes: KITH_HOME, or a folder named after the checkout's own path."""
    if told := os.environ.get("KITH_HOME"):
        return Path(told).expanduser().resolve()
    name = "kith-" + hashlib.sha256(str(ROOT_OF_KITH).encode()).hexdigest()[:8]
    state = Path.home() / ".local" / "state"
    # Root's home is closed to the account the server runs as, and a path with a space to PostgreSQL.
    if os.geteuid() == 0 or _unfit(state):
        return Path("/var/tmp") / (name if os.geteuid() == 0 else f"{name}-{os.geteuid()}")
    return state / name


def default_folder(name: str) -> Path:
    """The folder for the server of this name: "demo", "test"."""
    return home() / name


def _unfit(path: Path) -> bool:
    return any(letter.isspace() or letter in UNFIT_IN_PATH for letter in str(path))


def fit_folder(folder: Path) -> Path:
    """Make the folder, resolved and with the right doors; PlainError when PostgreSQL could not live in it."""
    folder = Path(folder).expanduser().resolve()
    if _unfit(folder):
        raise PlainError(
            f"PostgreSQL cannot keep its files in a path with a space or a quotation mark: {folder}. "
            "Set KITH_HOME to a folder without one, for example KITH_HOME=/var/tmp/kith."
        )
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(exist_ok=True)
    except OSError as refused:
        raise PlainError(
            f"Kith cannot make the folder {folder} ({refused.strerror}). Set KITH_HOME to a folder of your own."
        ) from refused
    if folder.stat().st_uid != os.geteuid() or folder.parent.stat().st_uid not in (0, os.geteuid()):
        raise PlainError(f"{folder} belongs to another user of this machine. Set KITH_HOME to a folder of your own.")
    if account().lent:
        folder.chmod(0o711)
        if account().run("/bin/sh", "-c", 'cd "$1"', "sh", folder).returncode:
            raise PlainError(
                f"Started by root, PostgreSQL runs as the account {ACCOUNT}, which cannot reach {folder}. "
                "Set KITH_HOME to a folder every user may pass through, for example KITH_HOME=/var/tmp/kith."
            )
    else:
        folder.chmod(0o700)
    return folder


def socket_path(folder: Path) -> Path:
    """Where the socket of this folder's server belongs: in it, unless that path is too long for one."""
    socket_dir = folder / "socket"
    if len(os.fsencode(socket_dir / ".s.PGSQL.65535.lock")) > LONGEST_SOCKET_PATH:
        return Path("/tmp") / f"kith-{os.geteuid()}-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:10]}"
    return socket_dir


def socket_folder(folder: Path, runner: Account) -> Path:
    """That folder, made: only the server's account (and root) may enter it."""
    socket_dir = socket_path(folder)
    try:
        socket_dir.mkdir(mode=0o700)
        os.chown(socket_dir, runner.uid, runner.gid)
    except FileExistsError:
        found = socket_dir.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (runner.uid, os.geteuid()):
            raise PlainError(
                f"{socket_dir} belongs to another user of this machine. Remove it, or set KITH_HOME to another folder."
            ) from None
        os.chown(socket_dir, runner.uid, runner.gid)
        socket_dir.chmod(0o700)
    return socket_dir
