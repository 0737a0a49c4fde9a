"""Telling us without an account: where to begin, a code, the form, what was sent, and leaving at once."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.journey.clock import now
from kith.journey.one_time import ask_for_code, confirm_code, domain_shown
from kith.journey.sent import open_receipt
from kith.journey.tellers import somebody, somebody_at_work, works_at
from kith.occasions.ticket import AlreadyDone, Refused
from kith.policy.permissions import Actor
from kith.web.forms.typed import is_sent
from kith.web.front_door.page import tell_page
from kith.web.front_door.prompts import AT_WORK, Prompt, prompt_named
from kith.web.front_door.telling_us import tell_us, told_before
from kith.web.tell_us.forms import AddressForm, CodeForm, OpenForm
from kith.web.tell_us.heard import link_to
from kith.web.tell_us.page import code_page, receipt_page, start_page
from kith.web.tell_us.window import Window, open_to_all

_shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])
WRONG_DIGITS = "This is not the code we sent last, or it ran out. Look again, or ask for another."


@require_safe
@open_to_all
def start(request: HttpRequest) -> HttpResponse:
    """999 first, whom to ring at this hour, and the two ways to tell us here."""
    return render(request, "tell_us/start.html", {"page": start_page(now())})


@_shown_and_sent
@open_to_all
def ask(request: HttpRequest) -> HttpResponse:
    """POST `address`: a code is sent to it. The same answer whatever the address."""
    prompt = _prompt(request)
    form = AddressForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        form_url = f"{reverse('tell_us_form')}?as={prompt.key}"
        Window(request).asked_for(ask_for_code(form.cleaned_data["address"]), form_url)
        return redirect("tell_us_code")
    page = code_page(form, prompt, now())
    return render(request, "tell_us/ask.html", {"page": page}, status=422 if form.errors else 200)


@_shown_and_sent
@open_to_all
def enter_code(request: HttpRequest) -> HttpResponse:
    """POST `digits`: on to where the code was asked for."""
    window = Window(request)
    if window.code_asked is None:
        return redirect("tell_us")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if confirm_code(window.code_asked, form.cleaned_data["digits"]):
            window.showed(window.code_asked)
            return redirect(window.back_to)
        form.add_error("digits", WRONG_DIGITS)
    shown = {"page": code_page(form, AT_WORK[-1], now()), "back_to": window.back_to}
    return render(request, "tell_us/enter_code.html", shown, status=422 if form.errors else 200)


@_shown_and_sent
@open_to_all
def tell(request: HttpRequest) -> HttpResponse:
    """The form. Sent without a code that was asked for, it is taken all the same: no worry is refused."""
    prompt = prompt_named(request.GET.get("as", ""))
    if prompt is None:
        return redirect("tell_us")
    window = Window(request)
    if prompt.at_work and not window.code_shown and request.method != "POST" and "without" not in request.GET:
        return redirect(f"{reverse('tell_us_ask')}?as={prompt.key}")
    code = window.code_shown if prompt.at_work else None
    posted = request.POST if request.method == "POST" else None
    form = OpenForm(prompt, works_at(code), domain_shown(code) if code else "", posted)
    form.initial["token"] = (
        window.told_on or form.initial["token"]
    )  # no browser keeps the page, so going back asks anew
    if is_sent(request) and form.is_valid():
        try:
            window.told(_told(_teller(form, window), form), form.cleaned_data["token"])
            return redirect("tell_us_sent")
        except Refused as refused:
            form.add_error(None, str(refused))
    page = tell_page(form, now())
    return render(request, "tell_us/form.html", {"page": page}, status=422 if form.errors else 200)


@require_safe
@open_to_all
def sent(request: HttpRequest) -> HttpResponse:
    """That it was sent, its reference and when they hear: in the window it was told in, for as long as that remembers."""
    told = Window(request).told_last
    if told is None:
        return redirect("tell_us")
    page = receipt_page(open_receipt(told), link_to(told))
    return render(request, "tell_us/sent.html", {"page": page})


@require_safe
@open_to_all
def leave(request: HttpRequest) -> HttpResponse:
    """Away, to where anybody might be; this window forgets what was told in it."""
    Window(request).forget()
    return redirect(settings.EXIT_TO)


def _prompt(request: HttpRequest) -> Prompt:
    prompt = prompt_named(request.GET.get("as", ""))
    return prompt if prompt and prompt.at_work else AT_WORK[-1]


def _teller(form: OpenForm, window: Window) -> Actor:
    """Whoever tells it, as far as they showed who they are."""
    role, name = form.prompt.role, form.cleaned_data["by_name"]
    if not form.prompt.at_work:
        return somebody(role, name)
    return somebody_at_work(role, name, code=window.code_shown, agency=form.works_at)


def _told(teller: Actor, form: OpenForm) -> UUID:
    """The contact it became, or became when the same was sent before."""
    try:
        return tell_us(teller, form)
    except AlreadyDone:
        before = told_before(teller, form)
        assert before, "what was done before is on record"
        return before
