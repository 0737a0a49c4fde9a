"""Who is this? And looking for somebody before they are entered."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kith.journey.clock import now
from kith.journey.identities import Searched, WhoIsThis, open_who_is_this, search
from kith.journey.occasion import open_occasion
from kith.occasions.ticket import AlreadyDone, Refused
from kith.people.acts import decide_link, second_link, withdraw_link
from kith.people.queries import Candidate, NotKeyed, link
from kith.policy.permissions import Actor
from kith.vocabulary import Purpose
from kith.web.doors import written_in
from kith.web.forms.short import Sent
from kith.web.forms.typed import is_sent
from kith.web.who.forms import AgreeForm, ChooseForm, SearchForm, TakeBackForm
from kith.web.who.page import candidate_ids, search_page, who_page


@written_in
def who(request: HttpRequest, child: UUID, actor: Actor) -> HttpResponse:
    """Candidates for a child, or for somebody named with them: POST `do` as `choose`, `agree` or `back`."""
    try:
        shown = open_who_is_this(actor, child, _id(request, "of"))
    except NotKeyed:
        return render(request, "who/not_keyed.html", status=503)
    doing = request.POST.get("do", "") if request.method == "POST" else ""
    choosing = ChooseForm(candidate_ids(shown), request.POST if doing == "choose" else None)
    form: Sent | None = {
        "choose": choosing,
        "agree": AgreeForm(request.POST),
        "back": TakeBackForm(request.POST),
    }.get(doing)
    if form and is_sent(request) and form.is_valid():
        try:
            _do(actor, shown, form)
            return redirect(_again(request, shown))
        except AlreadyDone:
            return redirect(_again(request, shown))
        except Refused as refused:
            form.add_error(None, str(refused))
    wrong = form is not None and bool(form.errors)
    told = {"page": who_page(shown, choosing, _id(request, "worry")), "sent": form, "wrong": wrong}
    return render(request, "who/who.html", told, status=422 if wrong else 200)


@written_in
def find(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Look for somebody by what is known of them. What is typed is sent, never put into an address."""
    form = SearchForm(request.POST if request.method == "POST" else None)
    found: Searched | None = None
    if is_sent(request) and form.is_valid():
        try:
            found = search(actor, form.said(), why=form.cleaned_data["why"])
        except NotKeyed:
            return render(request, "who/not_keyed.html", status=503)
    page = search_page(form, found, now())
    return render(request, "who/find.html", {"page": page}, status=422 if form.errors else 200)


def _again(request: HttpRequest, shown: WhoIsThis) -> str:
    """The same page, saved, of the same person and with the way back to the worry it was come from."""
    worry = _id(request, "worry")
    return f"{request.path}?of={shown.asked.id}&saved=1" + (f"&worry={worry}" if worry else "")


def _id(request: HttpRequest, name: str) -> UUID | None:
    asked = request.GET.get(name, "")
    try:
        return UUID(asked) if asked else None
    except ValueError:
        return None


def _do(actor: Actor, shown: WhoIsThis, form: Sent) -> None:
    """One act: what was chosen of each candidate, or a second person's word, or a decision taken back."""
    me, given = shown.asked.id, form.cleaned_data
    by_id: dict[UUID, Candidate] = {one.candidate.person: one.candidate for one in shown.may_be}
    about = {shown.record.picture.id, me}
    if isinstance(form, ChooseForm):
        about |= set(form.chosen)
    elif decided := link(given["decision"]):
        about |= {decided.one, decided.other}
    with open_occasion(actor, about=about, purpose=Purpose.DECIDING, token=given["token"] or None) as occasion:
        if isinstance(form, ChooseForm):
            for other, verdict in form.chosen.items():
                decide_link(occasion, one=me, other=other, verdict=verdict, why=given["why"], shown=by_id[other])
        elif isinstance(form, AgreeForm):
            second_link(occasion, decision=given["decision"])
        else:
            withdraw_link(occasion, decision=given["decision"], why=given["why"])
