"""One at a time: two demonstrations, or two test runs, of one checkout must not fight over one database."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from kith.cli import PlainError


@contextmanager
def alone(lock: Path, sentence: str) -> Iterator[Callable[[str], None]]:
    """Hold the lock, or raise PlainError with the sentence and what its holder noted (an address, say).

    Gives a function by which the holder notes something for the next who asks. The system frees the lock
    however the holder ends.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    with open(lock, "a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            noted = lock.read_text().partition("\n")[2].strip()
            raise PlainError(f"{sentence} {noted}".strip()) from None

        def note(words: str) -> None:
            file.seek(0)
            file.truncate()
            file.write(f"{os.getpid()}\n{words}\n")
            file.flush()

        note("")
        yield note


def holder(lock: Path) -> psutil.Process | None:
    """The live Kith process that holds the lock, or None."""
    try:
        with open(lock) as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                process = psutil.Process(int(file.readline()))
                return process if any(word.startswith("kith.cli") for word in process.cmdline()) else None
    except (FileNotFoundError, ValueError, psutil.NoSuchProcess, psutil.AccessDenied):
        pass
    return None
