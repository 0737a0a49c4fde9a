"""Who is at the door: a page is shown to somebody signed in, and to nobody else."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kith.agencies.queries import actor_signed_in
from kith.journey.clock import now
from kith.journey.reading import NotOnRecord
from kith.occasions.ticket import Refused
from kith.policy.permissions import Actor
from kith.web.forms.typed import TYPED_BY, ask_to_sign_in, is_theirs, not_yours
from kith.web.ringing import front_door
from kith.web.shown import RefusedPage

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """Call the view with whoever signed in as `actor`; anybody else is sent to the entrance.

    What the record refuses becomes the one page that says so, which tells nothing of whether the child is known. No
    browser keeps any of it, but for a form somebody is writing in: going back to it must not lose what they wrote.
    """

    @wraps(view)
    def at_the_door(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        actor = actor_at(request)
        if actor is None:
            return ask_to_sign_in(request) if request.method == "POST" else redirect("entrance")
        if TYPED_BY in request.POST and not is_theirs(request):
            return not_yours(request)
        try:
            response = view(request, *arguments, actor=actor, **named)
        except Refused:
            page = RefusedPage(front_door(now()))
            response = render(request, "child/refused.html", {"page": page, "add_note_url": "/note"}, status=403)
        except NotOnRecord:
            response = render(request, "404.html", status=404)
        response.headers["Cache-Control"] = "private, no-cache" if hasattr(view, "is_a_form") else "no-store"
        return response

    return at_the_door


def written_in(view: View) -> View:
    """A page that somebody signed in writes in: shown and sent."""
    vars(view)["is_a_form"] = True
    return require_http_methods(["GET", "HEAD", "POST"])(signed_in(view))


def actor_at(request: HttpRequest) -> Actor | None:
    """Whoever is signed in, as they are today; asked of the database once a request."""
    kept = vars(request)
    if "actor" not in kept:
        user = getattr(request, "user", None)  # none where a request is refused before anybody looked who sent it
        kept["actor"] = actor_signed_in(user) if user and user.is_authenticated else None
    actor: Actor | None = kept["actor"]
    return actor
