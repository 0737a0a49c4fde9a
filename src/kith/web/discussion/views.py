"""Calling a strategy discussion, and working through it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kith.journey.reading import Record, open_record
from kith.occasions.ticket import AlreadyDone, Refused
from kith.policy.facts.casework import DiscussionFinished, StrategyDiscussion
from kith.policy.permissions import Actor
from kith.web.discussion.acts_of_the_room import decide, finish, say_who_is_here
from kith.web.discussion.forms import DecideForm, HereForm
from kith.web.discussion.page import room_page
from kith.web.doors import written_in
from kith.web.forms.short import Sent
from kith.web.forms.typed import is_sent


@written_in
def room(request: HttpRequest, child: UUID, actor: Actor) -> HttpResponse:
    """The room: POST `do` as `here`, `decide` or `finish`. Each is saved by itself."""
    record = open_record(actor, child)
    discussion = _going_on(record)
    doing = request.POST.get("do", "here") if request.method == "POST" else ""
    heard = [one.value for one in discussion.heard] if discussion else []
    here = HereForm(request.POST if doing == "here" else None, heard=heard)
    deciding = DecideForm(request.POST if doing == "decide" else None)
    form = {"here": here, "decide": deciding}.get(doing) or Sent(request.POST)
    if is_sent(request) and form.is_valid():
        try:
            _do(doing, actor, child, form, discussion)
            return redirect(f"{request.path}?saved=1")
        except AlreadyDone:
            return redirect(f"{request.path}?saved=1")
        except Refused as refused:
            form.add_error(None, str(refused))
    page = room_page(record, discussion, here, deciding)
    refused_words = "" if form in (here, deciding) else " ".join(str(one) for one in form.non_field_errors())
    shown = {"page": page, "refused": refused_words}
    return render(request, "discussion/room.html", shown, status=422 if form.is_bound and form.errors else 200)


def _do(doing: str, actor: Actor, child: UUID, form: Sent, discussion: StrategyDiscussion | None) -> None:
    if isinstance(form, HereForm):
        say_who_is_here(actor, child, form, discussion)
    elif discussion is None:
        raise Refused("No discussion is going on. Say who is here first: that begins it.")
    elif isinstance(form, DecideForm):
        decide(actor, child, form, discussion)
    else:
        finish(actor, child, discussion, form.cleaned_data["token"] or None)


def _going_on(record: Record) -> StrategyDiscussion | None:
    """The last discussion whose record is not finished."""
    last = record.picture.of(StrategyDiscussion).last()
    if last is None or record.picture.of(DiscussionFinished).belonging_to(last.entry):
        return None
    return last
