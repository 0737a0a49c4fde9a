"""What was typed is kept: when somebody was signed out in mid-sentence, or a page stood open too long, it is shown again.

Nothing typed is stored for this: it travels in the page, and comes back to the form it was typed into, unsaved. With it
travels, signed, whose page it was: to anybody else who has signed in since, it is neither shown nor saved.
"""

from typing import Any
from urllib.parse import urlsplit

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.agencies.queries import sign_ins
from kith.web.forms.documents import NAMED_BEFORE, title_of
from kith.web.shown import ShownTyped

CARRYING_ON = "carrying_on"
CARRY_ON_TO = "carry_on_to"
TYPED_BY = "typed_by"
_SIGNED = Signer(salt="kith.web.forms.typed")
_NOT_TYPED = frozenset({"csrfmiddlewaretoken", "enter_as", CARRYING_ON, CARRY_ON_TO})


def is_sent(request: HttpRequest) -> bool:
    """Whether somebody pressed the form's own button: what is only carried on with is shown again, not saved."""
    return request.method == "POST" and CARRYING_ON not in request.POST


def whose(request: HttpRequest) -> str:
    """Who is signed in, as a form carries it: signed, so that nobody can say it of somebody else."""
    return _SIGNED.sign(str(request.user.pk))


def is_theirs(request: HttpRequest) -> bool:
    """Whether what was sent is from a page of whoever is signed in now."""
    try:
        return _SIGNED.unsign(request.POST.get(TYPED_BY, "")) == str(request.user.pk)
    except BadSignature:
        return False


def not_yours(request: HttpRequest) -> HttpResponse:
    """That somebody else typed it, without a word of it."""
    return render(request, "forms/not_yours.html", status=403)


def typed(request: HttpRequest) -> tuple[ShownTyped, ...]:
    """All that a form was sent, but for what the site itself put in; of documents, their names alone."""
    posted = request.POST
    written = [ShownTyped(name, value) for name in posted if name not in _NOT_TYPED for value in posted.getlist(name)]
    chosen = [ShownTyped(NAMED_BEFORE, title_of(one)) for name in request.FILES for one in request.FILES.getlist(name)]
    return (*written, *chosen)


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Signed out in mid-sentence: sign in here, and carry on with what was typed."""
    page = {"typed": typed(request), "carry_on_to": request.get_full_path(), "roles": sign_ins()}
    return render(request, "forms/signed_out.html", {"page": page}, status=403)


def carry_on(request: HttpRequest, to: str) -> HttpResponse:
    """One button back to the form, with all that was typed, for whoever typed it.

    Anything but a path of ours goes to the first page.
    """
    if not is_theirs(request):
        return not_yours(request)
    path = to if to.startswith("/") and not to.startswith("//") and not urlsplit(to).netloc else "/"
    page = {"typed": typed(request), "carry_on_to": path}
    return render(request, "forms/carry_on.html", {"page": page})


def page_open_too_long(request: HttpRequest, reason: str = "", **_: Any) -> HttpResponse:
    """Django's answer to a form whose token is old: from our own page, what was typed is offered again; else refused."""
    if typed(request) and _came_from_here(request):
        if request.path.startswith(reverse("tell_us")):  # whoever tells us without an account is asked for none
            page = {"typed": typed(request), "carry_on_to": request.get_full_path()}
            return render(request, "forms/carry_on.html", {"page": page}, status=403)
        if not request.user.is_authenticated:
            return ask_to_sign_in(request)
        if not is_theirs(request):
            return not_yours(request)
        page = {"typed": typed(request), "carry_on_to": request.get_full_path()}
        return render(request, "forms/carry_on.html", {"page": page}, status=403)
    return render(request, "403_csrf.html", status=403)


def _came_from_here(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(origin).netloc == request.get_host()
