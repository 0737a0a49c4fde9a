"""Programs the demonstration starts and stops: each in a process group of its own, with log and pid file.

The pid file outlives a demonstration that was killed, so that the next one finds what it left. A pid alone
is never believed: the process must have begun when the file says.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psutil

LONGEST_LOG = 5_000_000  # bytes; then it is put aside, and the one before it goes
SAME_BEGINNING = 1.0  # seconds; a clock that was set meanwhile moves the computed start a little


@dataclass
class Child:
    """A program that runs beside us."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    pid_file: Path

    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def stop(self) -> None:
        """Ask the whole group to end; insist after ten seconds. Safe to call twice."""
        end_group(self.process.pid, self.has_ended)
        self.pid_file.unlink(missing_ok=True)


def begin(name: str, command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Child:
    """Start a program; what it says goes to `folder/logs/<name>.log`."""
    log = log_of(name, folder)
    with open(log, "ab") as words:
        process = subprocess.Popen(
            command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=words, stderr=words, cwd=folder,
            start_new_session=True,
        )  # fmt: skip
    pid_file = folder / f"{name}.pid"
    began = psutil.Process(process.pid).create_time()
    pid_file.write_text(json.dumps({"pid": process.pid, "began": began}))
    return Child(name, process, log, pid_file)


def log_of(name: str, folder: Path) -> Path:
    """The log of that name, put aside first when it has grown long."""
    logs = folder / "logs"
    logs.mkdir(mode=0o700, exist_ok=True)
    log = logs / f"{name}.log"
    if log.exists() and log.stat().st_size > LONGEST_LOG:
        log.replace(log.with_suffix(".log.before"))
    return log


def stop_what_was_left(folder: Path) -> list[str]:
    """Stop the programs of a demonstration that was killed; their names, for a sentence about it."""
    stopped = []
    for pid_file in sorted(folder.glob("*.pid")):
        try:
            told = json.loads(pid_file.read_text())
            process = psutil.Process(told["pid"])
            if abs(process.create_time() - told["began"]) < SAME_BEGINNING:
                end_group(process.pid, partial(_has_gone, process))
                stopped.append(pid_file.stem)
        except (ValueError, KeyError, TypeError, psutil.NoSuchProcess):
            pass
        pid_file.unlink(missing_ok=True)
    return stopped


def end_group(leader: int, has_ended: Callable[[], bool], patience: float = 10.0) -> None:
    """SIGTERM to the group, then SIGKILL to whoever is still in it."""
    if not has_ended():
        _signal(leader, signal.SIGTERM)
    until = time.monotonic() + patience
    while time.monotonic() < until and not has_ended():
        time.sleep(0.02)
    _signal(leader, signal.SIGKILL)  # also when the leader has gone: its own children may not have


def _signal(group: int, how: int) -> None:
    try:
        os.killpg(group, how)
    except (ProcessLookupError, PermissionError):  # macOS: "not permitted" of a group of zombies
        pass


def _has_gone(process: psutil.Process) -> bool:
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True
