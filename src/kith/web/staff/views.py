"""A team's or setting's page; and writing down who works there, what they were trained in, and what they read."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kith.chronology.enter import NewEntry
from kith.journey.entering import ACTS
from kith.journey.occasion import open_occasion
from kith.journey.staff import Place, open_setting
from kith.occasions.record import new_id
from kith.occasions.ticket import AlreadyDone
from kith.people.acts import add_person
from kith.policy.facts import Happened, Person
from kith.policy.permissions import Actor
from kith.vocabulary import LifeStage, Role
from kith.web.doors import signed_in, written_in
from kith.web.entries.saving import was_saved
from kith.web.forms.entry_form import EntryForm
from kith.web.forms.typed import is_sent
from kith.web.kinds import OF_STAFF, TITLES
from kith.web.staff.forms import NewStaffForm
from kith.web.staff.page import around_staff, setting_page
from kith.web.telling import setting_url


@require_safe
@signed_in
def setting(request: HttpRequest, setting_id: UUID, actor: Actor) -> HttpResponse:
    """What a team or setting must do, and its staff."""
    return render(request, "staff/setting.html", {"page": setting_page(open_setting(actor, setting_id))})


@written_in
def write_down(request: HttpRequest, setting_id: UUID, kind: str, actor: Actor) -> HttpResponse:
    """One entry of a kind about staff."""
    place = open_setting(actor, setting_id)
    if kind not in OF_STAFF[1] or not place.picture.staff:
        raise Http404("There is no such kind of entry, or nobody to write it about.")
    posted = request.POST if request.method == "POST" else None
    form = EntryForm(kind, around_staff(place), place.now, posted, initial={"about": []})
    if was_saved(request, actor, form):
        return redirect(f"{setting_url(setting_id)}?saved=1")
    page = {"page": setting_page(place), "title": TITLES[kind], "form": form}
    return render(request, "staff/write_down.html", page, status=422 if form.errors else 200)


@written_in
def somebody_new(request: HttpRequest, setting_id: UUID, actor: Actor) -> HttpResponse:
    """Name somebody who works there and is not in the list yet."""
    place = open_setting(actor, setting_id)
    form = NewStaffForm(request.POST if request.method == "POST" else None, worker_role=actor.role)
    if is_sent(request) and form.is_valid():
        _add(actor, place, form)
        return redirect(f"{setting_url(setting_id)}?saved=1")
    page = {"page": setting_page(place), "title": "Name somebody who works here", "form": form}
    return render(request, "staff/somebody_new.html", page, status=422 if form.errors else 200)


def _add(actor: Actor, place: Place, form: NewStaffForm) -> None:
    told = form.cleaned_data
    try:
        with open_occasion(actor, token=told["token"] or None) as occasion:
            who = add_person(occasion, Person(id=new_id(), name=told["name"].strip(), stage_said=LifeStage.ADULT)).id
            entry = NewEntry(about=(who,), happened=Happened(start=occasion.at, end=occasion.at))
            ACTS["works_at"](occasion, entry, setting=place.setting.id, worker_role=Role(told["worker_role"]))
    except AlreadyDone:
        return
