"""Work done by several processes, in order, without first making all of what there is to do."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 6


def few_at_a_time(workers: Executor, do: Callable[[T], R], ones: Iterable[T]) -> Iterator[R]:
    """What `map` gives, with at most a few taken and not yet given: a million people are never all in memory."""
    waiting: deque[Future[R]] = deque()
    for one in ones:
        waiting.append(workers.submit(do, one))
        if len(waiting) >= AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
