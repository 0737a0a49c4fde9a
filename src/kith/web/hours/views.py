"""Hours and numbers, for whoever is signed in. Nothing of a child is on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.agencies.queries import all_agencies, reachable
from kith.journey.clock import now
from kith.policy.permissions import Actor
from kith.web.doors import signed_in
from kith.web.hours.page import hours_page


@require_safe
@signed_in
def hours(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every agency's hours and numbers, by name."""
    at, known = now(), all_agencies()
    found = reachable(agencies=known, at=at)
    page = hours_page(tuple(found[agency] for agency in known), at)
    return render(request, "hours/hours.html", {"page": page})
