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
    return render(
        request,
        "worklist/my_work.html",
        {"page": my_work_page(open_my_work(actor), lately(actor), by_household=request.GET.get("by") == "household")},
    )
