"""Receiving a police file, and working through it a page at a time: each incident of it is one act."""

import hashlib
from dataclasses import replace
from importlib import resources
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kith.intake.acts import receive_police_batch
from kith.intake.queries import police_batch
from kith.journey.occasion import open_occasion
from kith.journey.police import PolicePage, open_police, open_police_page
from kith.journey.police_settling import settle_incident
from kith.occasions.ticket import AlreadyDone, Refused
from kith.people.queries import NotKeyed
from kith.policy.permissions import Actor
from kith.web.doors import signed_in, written_in
from kith.web.forms.typed import is_sent
from kith.web.police.forms import FileForm, IncidentForm, LeftForm
from kith.web.police.page import batch_page, desk_page


@written_in
def police(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every batch; and a new file, read and kept as received."""
    desk = open_police(actor)
    sent = is_sent(request)
    form = FileForm(desk.forces, request.POST if sent else None, request.FILES if sent else None)
    if sent and form.is_valid():
        force, name, content = form.received
        try:
            with open_occasion(actor) as occasion:
                batch = receive_police_batch(occasion, force=force, file_name=name, content=content)
            return redirect("police_batch", batch=batch)
        except Refused as refused:
            form.add_error("file", str(refused))
    page = desk_page(desk, form)
    return render(request, "police/police.html", {"page": page}, status=422 if form.errors else 200)


@written_in
def batch(request: HttpRequest, batch: UUID, actor: Actor) -> HttpResponse:
    """The next incidents of a batch. What is answered whole is saved, incident by incident; the rest is shown again."""
    try:
        page = open_police_page(actor, batch)
    except NotKeyed as why:
        return render(request, "police/not_keyed.html", {"why": str(why)}, status=503)
    left = LeftForm(request.POST if request.method == "POST" else None)
    if is_sent(request):
        saved, rest = _save(actor, page, request.POST, left)
        if not left.errors and not any(form.is_bound for form in rest):
            return redirect(f"{request.path}?saved={saved}")
        page = replace(page, batch=police_batch(batch) or page.batch)
    else:
        saved = int(asked) if (asked := request.GET.get("saved", "")[:4]).isdecimal() else 0
        rest = [IncidentForm(page, one) for one in page.incidents]
    shown = batch_page(page, rest, left, saved)
    return render(request, "police/batch.html", {"page": shown}, status=422 if shown.wrong else 200)


def _save(actor: Actor, page: PolicePage, posted: QueryDict, left: LeftForm) -> tuple[int, list[IncidentForm]]:
    """How many incidents were saved, and the forms of the others: those answered in part with what is missing."""
    saved, rest = 0, []
    for incident in page.incidents:
        form = IncidentForm(page, incident, posted)
        form.take(left)
        if not form.is_answered():
            rest.append(IncidentForm(page, incident))
        elif form.is_valid() and _is_saved(actor, form, left):
            saved += 1
        else:
            rest.append(form)
    return saved, rest


def _is_saved(actor: Actor, form: IncidentForm, left: LeftForm) -> bool:
    """Whether it is on record now, by this press or by the same one before. If it is not, its form says why."""
    token = left.data.get("token", "")
    once = hashlib.sha256(f"{actor.id} {token} {form.prefix}".encode()).hexdigest() if token else None
    try:
        settle_incident(actor, form.page, form.incident, form.answer, once)
    except AlreadyDone:
        return True
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


@require_safe
@signed_in
def example(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A file of invented families, with every column."""
    content = resources.files("kith.intake").joinpath("police_example.csv").read_bytes()
    named = {"Content-Disposition": 'attachment; filename="police-notifications-example.csv"'}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=named)
