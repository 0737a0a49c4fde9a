"""The clock of a request, and the form on the practice strip that moves it on."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.journey.clock import read_once
from kith.web.clock.moves import MOVES
from kith.web.doors import actor_at


def one_clock(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: a request asks the database once, at most, how far the demonstration's clock was moved."""

    def at_one_clock(request: HttpRequest) -> HttpResponse:
        with read_once():
            return answer(request)

    return at_one_clock


def strip(request: HttpRequest) -> dict[str, Any]:
    """For every template: where the clock is moved on, in the demonstration and for whoever has entered it."""
    if not settings.DEMO or actor_at(request) is None:
        return {}
    return {"clock_url": reverse("clock"), "clock_moves": tuple(MOVES.items())}
