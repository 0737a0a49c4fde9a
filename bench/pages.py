"""pages: a child's page and my work, in CPU time, beside a bare view that renders the layout alone.

One process, Django's test client, a database with the demonstration in it. The bare view goes through the same
middleware and the same sign-in, and renders `layout.html` with nothing in its blocks: what any page here costs at least.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from statistics import median
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path

from bench.figures import Figure
from kith.cli import demo_load
from kith.config.urls import urlpatterns as kiths_own
from kith.journey import facts_read

FLOOR = "layout.html alone, for the same person signed in, by the same client (CPU time)"
GOAL = 4.0
QUERIES = 25
WHO, CHILD = "amara", "Robin Marsh"
REPEATS = 101


def bare(request: HttpRequest) -> HttpResponse:
    """The layout with nothing in it."""
    return render(request, "layout.html")


urlpatterns = [path("bare/", bare), *kiths_own]


def measure(only: tuple[str, ...] = (), *, repeats: int = REPEATS) -> Iterator[Figure]:
    """Load the demonstration (or only some of its stories) into the database at hand; a figure for each page."""
    practice = {"DEMO": True, "DEMO_CLOCK_AHEAD": settings.DEMO_CLOCK_AHEAD, "SESSION_COOKIE_SECURE": False,
                "CSRF_COOKIE_SECURE": False, "ROOT_URLCONF": __name__}  # fmt: skip
    with override_settings(**practice):
        # The demonstration's clock runs ahead of this machine's from here on.
        settings.DEMO_CLOCK_AHEAD = demo_load.load(only)
        client = Client(SERVER_NAME="localhost")
        _is(client.post("/enter", {"enter_as": WHO}), 302)
        for words, url in (("child page", _url_of_the_child(client)), ("my work", "/")):
            yield _figure(client, words, url, repeats)


def _url_of_the_child(client: Client) -> str:
    listed = _is(client.get("/children/"), 200).content.decode()
    found = re.search(rf'href="(/children/[0-9a-f-]{{36}}/)"[^>]*>\s*{CHILD}', listed)
    if found is None:
        raise LookupError(f"{CHILD} is not among the children of the demonstration.")
    return found[1]


def _figure(client: Client, words: str, url: str, repeats: int) -> Figure:
    """The page and the layout in turn, so that a machine that slows down slows both."""
    pairs = [(_cpu(client, "/bare/"), _cpu(client, url)) for _ in range(repeats + 5)][5:]
    floor, taken = (sorted(times) for times in zip(*pairs, strict=True))
    times = median(taken) / median(floor)
    facts_read.forget()
    first = _cpu(client, url)
    queries, size = _asked(client, url)
    queries_of_the_floor, size_of_the_floor = _asked(client, "/bare/")
    return Figure(
        name="pages",
        what=words,
        milliseconds=median(taken),
        spread=(taken[0], taken[-1]),
        repeats=repeats,
        floor=FLOOR,
        floor_milliseconds=median(floor),
        goal=f"≤ {GOAL:.0f}× the layout ({times:.1f}×); ≤ {QUERIES} queries ({queries})",
        met=times <= GOAL and queries <= QUERIES,
        note=f"{queries} queries, {size:,} bytes; the layout {queries_of_the_floor}, {size_of_the_floor:,} bytes; "
        f"by a process that has read none of these entries before: {first:.1f} ms",
    )


def _cpu(client: Client, url: str) -> float:
    begun = time.process_time()
    client.get(url)
    return (time.process_time() - begun) * 1000


def _asked(client: Client, url: str) -> tuple[int, int]:
    """How many queries a page asks, reading and noting that it was read, and how many bytes it sends."""
    with CaptureQueriesContext(connection) as asked:
        response = _is(client.get(url), 200)
    return sum(not _bounds(one["sql"]) for one in asked.captured_queries), len(response.content)


def _bounds(statement: str) -> bool:
    return statement.split(" ", 1)[0] in ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


def _is(response: Any, status: int) -> Any:
    if response.status_code != status:
        raise LookupError(f"A page answered {response.status_code} and was to answer {status}.")
    return response
