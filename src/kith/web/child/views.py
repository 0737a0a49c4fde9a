"""A child's record, now or as it was known on a day; and the list of children."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kith.journey.reading import open_children, open_record
from kith.policy.permissions import Actor
from kith.web.child.inside import adults_page, chronology_page, decisions_page, to_do_page
from kith.web.child.marks import injuries_page
from kith.web.child.page import child_page, children_page
from kith.web.doors import signed_in


@require_safe
@signed_in
def children(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The children whose records somebody may open."""
    return render(request, "child/children.html", {"page": children_page(open_children(actor))})


@require_safe
@signed_in
def overview(request: HttpRequest, child: UUID, actor: Actor) -> HttpResponse:
    """A child's page. `?known_on=2026-12-14` shows what was known at the end of that day; a day it cannot show, today."""
    try:
        record = open_record(actor, child, _day(request))
    except ValueError:
        return redirect(request.path)
    return render(request, "child/overview.html", {"page": child_page(record, after_saving="saved" in request.GET)})


@require_safe
@signed_in
def inside(request: HttpRequest, child: UUID, place: str, actor: Actor) -> HttpResponse:
    """One of the inner pages of a record, now or as it was known on a day."""
    try:
        record = open_record(actor, child, _day(request))
    except ValueError:
        return redirect(request.path)
    asked = {name: request.GET.get(name, "") for name in ("group", "agency")} if place == "chronology" else {}
    return render(request, f"child/{place}.html", {"page": INSIDE[place](record, **asked)})


INSIDE: dict[str, Callable[..., object]] = {
    "adults": adults_page,
    "chronology": chronology_page,
    "decisions": decisions_page,
    "injuries": injuries_page,
    "to-do": to_do_page,
}


def _day(request: HttpRequest) -> date | None:
    """The day a record is asked for; None for now. Raises ValueError for what is no day."""
    asked = request.GET.get("known_on")
    return date.fromisoformat(asked) if asked else None
