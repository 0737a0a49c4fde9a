"""Move the demonstration's clock on. Elsewhere there is no such door."""

from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kith.journey.clock import move_clock, now
from kith.journey.occasion import open_occasion
from kith.journey.time import pass_time
from kith.policy.permissions import Actor
from kith.vocabulary import Purpose
from kith.web.clock.moves import MOVES, moment_of
from kith.web.doors import View, signed_in

#: For more children than these, time passes when the worker comes to them.
MOST_CHILDREN = 500


def of_the_demonstration(view: View) -> View:
    """A door that is there in the demonstration alone."""

    @wraps(view)
    def in_the_demonstration(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        if not settings.DEMO:
            raise Http404("This is the demonstration's alone.")
        return view(request, *arguments, **named)

    return in_the_demonstration


@of_the_demonstration
@require_POST
@signed_in
def move_on(request: HttpRequest, actor: Actor) -> HttpResponse:
    """POST `move`, one of those on the strip; leads back to the page it was on, on which the time has passed."""
    move = request.POST.get("move", "")
    if move not in MOVES:
        return HttpResponseBadRequest("There is no such move.")
    to = moment_of(move, now())
    with open_occasion(actor, purpose=Purpose.PASSING_TIME) as occasion:
        move_clock(occasion, to=to or occasion.at)
    pass_time(MOST_CHILDREN)
    back = request.headers.get("referer", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if is_ours else "/")
