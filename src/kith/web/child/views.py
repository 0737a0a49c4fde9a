"""A child's record, now or as it was known on a day; and the list of children."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kith.journey.reading import open_children, open_record
from kith.policy.permissions import Actor
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
        known_on = date.fromisoformat(request.GET["known_on"]) if request.GET.get("known_on") else None
        record = open_record(actor, child, known_on)
    except ValueError:
        return redirect(request.path)
    return render(request, "child/overview.html", {"page": child_page(record)})
