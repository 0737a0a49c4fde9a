"""A note in two clicks, and a form for every other kind of entry."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from kith.chronology.media import file_name
from kith.journey.documents import open_document
from kith.journey.reading import open_children, open_record
from kith.policy.permissions import Actor
from kith.web.child.page import children_page
from kith.web.doors import signed_in, written_in
from kith.web.entries.as_note import AS_NOTE, may_be_a_note, note_wanted
from kith.web.entries.page import entry_page, kinds_page
from kith.web.entries.saving import chosen, corrected, entry_form, was_saved
from kith.web.kinds import OF_A_CHILD
from kith.web.telling import child_url


@written_in
def write_down(request: HttpRequest, child: UUID, kind: str, actor: Actor) -> HttpResponse:
    """One entry of a kind about a child, and siblings with them."""
    if kind not in OF_A_CHILD:
        raise Http404("There is no such kind of entry.")
    record = open_record(actor, child)
    corrects = corrected(request, kind, record)
    if corrects is None and request.method != "POST" and "corrects" in request.GET:
        raise Http404("There is nothing here of this kind that you may correct.")
    form = entry_form(request, kind, record, corrects=corrects, **chosen(request, kind))
    wanted = note_wanted(request, form, record) if AS_NOTE in request.POST else form
    if wanted and was_saved(request, actor, wanted):
        return redirect(f"{child_url(child)}?saved=1")
    page = entry_page(record, kind, form, may_be_a_note=may_be_a_note(request, form, record))
    return render(request, "entries/write_down.html", {"page": page}, status=422 if form.errors else 200)


@require_safe
@signed_in
def whom_about(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Choose the child a note is about."""
    return render(request, "entries/whom_about.html", {"page": children_page(open_children(actor))})


@require_safe
@signed_in
def kinds(request: HttpRequest, child: UUID, actor: Actor) -> HttpResponse:
    """Every kind of entry, to choose from."""
    return render(request, "entries/kinds.html", {"page": kinds_page(open_record(actor, child))})


@require_safe
@signed_in
def document(request: HttpRequest, document_id: UUID, actor: Actor) -> HttpResponse:
    """A document of an entry, to be kept by whoever opens it: never shown by the browser, never guessed at."""
    opened = open_document(actor, document_id)
    name = file_name(opened.known.title, opened.known.media_type)
    response = HttpResponse(opened.content, content_type=opened.known.media_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
