"""What stands round every page: the places to go, who is signed in, what time it is here."""

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from kith.journey.clock import now
from kith.policy.permissions import FRONT_DOOR, Actor
from kith.replay.entry_in_words import role_in_words
from kith.web.doors import actor_at
from kith.web.forms.typed import whose
from kith.web.shown import ShownPlace, ShownSignedIn
from kith.web.words import capital, now_words

PLACES = (
    ("My work", "/"),
    ("Front door", "/front-door/"),
    ("Tell us", "/tell"),
    ("Children", "/children/"),
    ("Notices", "/notices/"),
    ("Learning", "/learning/"),
)
#: Places that only those who work at the front door go to; everybody else tells it.
AT_THE_DOOR = frozenset({"/front-door/"})
#: Pages that have an address of their own and belong to a place all the same.
BELONGS_TO = {"/duties/": "/children/", "/rules/": "/learning/"}
_CHILD = re.compile(r"^/children/([0-9a-f-]{36})/")


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """For every template. Nothing of a child is in it."""
    actor = actor_at(request)
    at = now()
    round_the_page: dict[str, Any] = {"practice": settings.DEMO, "now_words": now_words(at), "now_iso": at.isoformat()}
    if request.path.startswith(reverse("tell_us")):
        round_the_page |= {"home_url": reverse("tell_us"), "exit_url": reverse("tell_us_exit")}
    if actor is None:
        return round_the_page
    return {
        **round_the_page,
        "places": _places(actor, request.path),
        "add_note_url": _note_url(request.path),
        "who": ShownSignedIn(actor.name, f"{capital(role_in_words(actor.role))}, {actor.agency_name}"),
        "sign_out_url": "/leave",
        "typed_by": whose(request),
    }


def _places(actor: Actor, path: str) -> tuple[ShownPlace, ...]:
    """The front door for those who work at it, “tell us” for all others."""
    at_the_door = actor.agency_type in FRONT_DOOR
    hidden = {"/tell"} if at_the_door else AT_THE_DOOR
    here = next((place for start, place in BELONGS_TO.items() if path.startswith(start)), path)
    return tuple(
        ShownPlace(words, url, current=here == url or (url != "/" and here.startswith(url)))
        for words, url in PLACES
        if url not in hidden
    )


def _note_url(path: str) -> str:
    """A note about the child whose page it is; else about a child still to be chosen."""
    child = _CHILD.match(path)
    return f"/children/{child[1]}/note" if child else "/note"
