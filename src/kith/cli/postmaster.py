"""Is a PostgreSQL of ours alive on this folder? Answered from its pid file, and never taken on trust.

A pid says nothing by itself: after a crash it may belong to any program. So a process counts as ours only
when its command line is a `postgres` on this very folder, and nothing else is ever sent a signal.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True)
class Postmaster:
    """A live server process and the port that names its socket; port 0 when its pid file is gone."""

    process: psutil.Process
    port: int

    def is_alive(self) -> bool:
        """Still there, and still the same process."""
        try:
            return self.process.is_running() and self.process.status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return False

    def end(self, how: int, patience: float) -> bool:
        """Send the signal and wait up to `patience` seconds; True when the process has gone."""
        try:
            self.process.send_signal(how)
        except psutil.NoSuchProcess:
            return True
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if not self.is_alive():
                return True
            time.sleep(0.02)
        return False


def postmaster_of(cluster: Path) -> Postmaster | None:
    """The live server on these files, or None. Lines of its pid file: pid, folder, start, port, …"""
    try:
        lines = (cluster / "postmaster.pid").read_text().splitlines()
        process = psutil.Process(int(lines[0]))
        port = int(lines[3])
    except (FileNotFoundError, ValueError, IndexError, psutil.NoSuchProcess):
        return next(_servers_on(cluster), None)
    return Postmaster(process, port) if _serves(process, cluster) else next(_servers_on(cluster), None)


def _servers_on(cluster: Path) -> Iterator[Postmaster]:
    for process in psutil.process_iter(["name"]):
        if process.info["name"] == "postgres" and _serves(process, cluster):
            yield Postmaster(process, 0)


def _serves(process: psutil.Process, cluster: Path) -> bool:
    try:
        words = process.cmdline()
        alive = process.status() != psutil.STATUS_ZOMBIE
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False
    return alive and words != [] and os.path.basename(words[0]) == "postgres" and str(cluster) in words


def settle_after_a_kill(cluster: Path, socket_dir: Path) -> None:
    """Clear what a killed server left: its lock files, once its children, who notice by themselves, are gone.

    Call it only when `postmaster_of(cluster)` is None. PostgreSQL would clear a dead pid itself, but stops
    at a pid that another program has been given since.
    """
    until = time.monotonic() + 20
    while any(_works_in(process, cluster) for process in psutil.process_iter(["name"])):
        if time.monotonic() > until:
            break  # PostgreSQL itself then says what is in its way
        time.sleep(0.1)
    for left in (cluster / "postmaster.pid", *socket_dir.glob(".s.PGSQL.*")):
        left.unlink(missing_ok=True)


def _works_in(process: psutil.Process, cluster: Path) -> bool:
    try:
        return process.info["name"] == "postgres" and process.cwd() == str(cluster)
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False
