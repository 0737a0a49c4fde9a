"""What stands round every page: the places to go, who is signed in, what time it is here."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from kith.journey.clock import now
from kith.replay.entry_in_words import role_in_words
from kith.web.doors import actor_at
from kith.web.shown import ShownPlace, ShownSignedIn
from kith.web.words import now_words

PLACES = (("My work", "/"), ("Children", "/children/"))


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """For every template. Nothing of a child is in it."""
    actor = actor_at(request)
    round_the_page = {"practice": settings.DEMO, "now_words": now_words(now())}
    if actor is None:
        return round_the_page
    return {
        **round_the_page,
        "places": tuple(ShownPlace(words, url, current=request.path == url) for words, url in PLACES),
        "who": ShownSignedIn(actor.name, f"{role_in_words(actor.role)}, {actor.agency_name}"),
        "sign_out_url": "/leave",
    }
