"""Telling us about a child; hearing that it was sent; and the board of the front door."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kith.journey.front_door import open_front_door
from kith.journey.reading import open_children
from kith.journey.sent import open_sent
from kith.occasions.ticket import AlreadyDone, Refused
from kith.policy.permissions import Actor
from kith.web.doors import signed_in, written_in
from kith.web.forms.typed import is_sent
from kith.web.front_door.page import board_page, sent_page, tell_page
from kith.web.front_door.prompts import prompt_for, prompt_named
from kith.web.front_door.tell_form import TellForm
from kith.web.front_door.telling_us import tell_us, told_before


@written_in
def tell(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One page, words first. The same answer whether or not Kith knew the child. `?as=school` changes the help alone."""
    desk = open_children(actor)
    offered = tuple(sorted(desk.children.values(), key=lambda one: one.called))
    prompt = prompt_named(request.GET.get("as", "")) or prompt_for(actor.role)
    form = TellForm(offered, prompt, request.POST if request.method == "POST" else None)
    if is_sent(request) and form.is_valid():
        try:
            return redirect("sent", contact=tell_us(actor, form))
        except AlreadyDone:
            return redirect(f"{reverse('sent', kwargs={'contact': told_before(actor, form)})}?again=1")
        except Refused as refused:
            form.add_error(None, str(refused))
    page = tell_page(form, desk.now)
    return render(request, "front_door/tell.html", {"page": page}, status=422 if form.errors else 200)


@require_safe
@signed_in
def sent(request: HttpRequest, contact: UUID, actor: Actor) -> HttpResponse:
    """That it was sent, about whom, its reference, and by when they will hear; or that it was sent before."""
    page = sent_page(open_sent(actor, contact), again="again" in request.GET)
    return render(request, "front_door/sent.html", {"page": page})


@require_safe
@signed_in
def board(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Contacts in four columns, by how far each has come."""
    return render(request, "front_door/board.html", {"page": board_page(open_front_door(actor))})
