"""What became of what somebody told us: a list for whoever is signed in, a signed link and a code for whoever is not."""

from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.journey.clock import now
from kith.journey.heard import (
    Heard,
    ask_teller_again,
    disagree,
    open_one_i_told,
    open_what_i_told,
    open_what_was_told,
    teller_of,
)
from kith.occasions.ticket import AlreadyDone, Refused
from kith.policy.permissions import Actor
from kith.web.doors import signed_in, written_in
from kith.web.forms.once import once
from kith.web.forms.typed import is_sent
from kith.web.ringing import front_door
from kith.web.tell_us.forms import DisagreeForm
from kith.web.tell_us.page import shown_heard
from kith.web.tell_us.window import Window, open_to_all

_SIGNED = Signer(salt="kith.web.tell_us.heard")


def link_to(contact: UUID) -> str:
    """Where whoever told this with a code reads what became of it; "" for what was told without one."""
    if teller_of(contact) is None:
        return ""
    return reverse("tell_us_heard", kwargs={"link": _SIGNED.sign(contact.hex)})


@require_safe
@signed_in
def what_i_told(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What became of all that somebody told, the newest first."""
    told = open_what_i_told(actor)
    shown = tuple(shown_heard(one, reverse("one_told", kwargs={"contact": one.worry.contact.entry})) for one in told)
    return render(request, "tell_us/what_i_told.html", {"told": shown})


@written_in
def one_told(request: HttpRequest, contact: UUID, actor: Actor) -> HttpResponse:
    """One of these. POST `said` to disagree with what was decided."""
    return _one(request, actor, open_one_i_told(actor, contact), reverse("what_i_told"))


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_all
def by_link(request: HttpRequest, link: str) -> HttpResponse:
    """The same by a signed link, once the code was shown again. POST `code` to be sent one."""
    contact = _contact(link)
    teller = teller_of(contact)
    if teller is None:
        raise Http404("Nothing was told under this link.")
    window = Window(request)
    heard = open_what_was_told(teller, contact, window.code_that_reads)
    if heard:
        return _one(request, teller, heard, "")
    if request.method == "POST":
        window.asked_for(ask_teller_again(teller), request.path)
        return redirect("tell_us_code")
    return render(request, "tell_us/by_link.html", {"ring": front_door(now())})


def _one(request: HttpRequest, actor: Actor, heard: Heard, list_url: str) -> HttpResponse:
    form = DisagreeForm(request.POST if request.method == "POST" else None)
    if is_sent(request) and form.is_valid():
        try:
            disagree(actor, heard, form.cleaned_data["said"], once(form, str(actor.id)))
            return redirect(f"{request.path}?saved=1")
        except AlreadyDone:
            return redirect(f"{request.path}?saved=1")
        except Refused as refused:
            form.add_error(None, str(refused))
    shown = {
        "told": shown_heard(heard),
        "form": form,
        "ring": front_door(heard.now),
        "list_url": list_url,
        "open_to_all": not list_url,
    }
    return render(request, "tell_us/one_told.html", shown, status=422 if form.errors else 200)


def _contact(link: str) -> UUID:
    try:
        return UUID(hex=_SIGNED.unsign(link))
    except (BadSignature, ValueError):
        raise Http404("This link was not made here.") from None
