"""Enter the demonstration as one of its people with one click, and leave. Elsewhere there is no such door."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from kith.agencies.queries import KnownSignIn, sign_in_named, sign_ins
from kith.journey.occasion import open_occasion
from kith.replay.entry_in_words import role_in_words
from kith.vocabulary import Purpose
from kith.web.doors import actor_at
from kith.web.forms.typed import CARRY_ON_TO, carry_on
from kith.web.words import capital

BACKEND = "kith.agencies.signing_in.WithTheirAgency"


@dataclass(frozen=True)
class ShownRole:
    """One person of the demonstration to enter as; `key` is posted as `enter_as`."""

    key: str
    name: str
    part: str


@dataclass(frozen=True)
class EnterPage:
    action_url: str
    roles: tuple[ShownRole, ...]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Choose whose work to see. POST `enter_as`, a username of the demonstration."""
    if not settings.DEMO:
        raise Http404("One-click entry is the demonstration's alone.")
    known = sign_ins()
    chosen = next((one for one in known if one.username == request.POST.get("enter_as")), None)
    if chosen is None:
        page = EnterPage(action_url=request.path, roles=tuple(_role(one) for one in known))
        return render(request, "entrance/enter.html", {"page": page}, status=400 if request.method == "POST" else 200)
    with open_occasion(chosen.actor, purpose=Purpose.SIGNING_IN):
        login(request, sign_in_named(chosen.username), backend=BACKEND)
    return carry_on(request, request.POST[CARRY_ON_TO]) if CARRY_ON_TO in request.POST else redirect("my_work")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out. Whoever is not signed in has left already."""
    if actor := actor_at(request):
        with open_occasion(actor, purpose=Purpose.SIGNING_IN):
            logout(request)
    response = redirect("entrance")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _role(one: KnownSignIn) -> ShownRole:
    part = f"{capital(role_in_words(one.actor.role))}, {one.actor.agency_name}"
    return ShownRole(key=one.username, name=one.actor.name, part=part)
