"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.journey.lately import lately
from kith.journey.reading import open_my_work
from kith.policy.permissions import Actor
from kith.web.doors import signed_in
from kith.web.worklist.page import my_work_page


@require_safe
@signed_in
def my_work(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What somebody owes, the most serious first."""
    by_household, whole = request.GET.get("by") == "household", request.GET.get("show") == "all"
    desk = open_my_work(actor, whole=whole or by_household)
    page = my_work_page(desk, lately(actor), whole=whole, by_household=by_household)
    return render(request, "worklist/my_work.html", {"page": page})
