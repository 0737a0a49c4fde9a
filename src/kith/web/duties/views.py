"""Opening a duty; answering it by what somebody thinks, or by deciding not to."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kith.duties.desk import duty
from kith.duties.told import ToldDuty
from kith.journey.reading import open_record
from kith.policy.permissions import Actor
from kith.vocabulary import SubjectKind
from kith.web.doors import signed_in, written_in
from kith.web.duties.page import answer_page, duty_page
from kith.web.duties.settling import rests_on_a_mark
from kith.web.entries.saving import was_saved
from kith.web.forms.around import around, choices_of
from kith.web.forms.entry_form import EntryForm
from kith.web.telling import duty_url, setting_url

#: What is entered, by how the duty is answered.
ANSWERED_BY = {"think": "consideration", "not": "waiver"}


@require_safe
@signed_in
def opened(request: HttpRequest, duty_id: UUID, actor: Actor) -> HttpResponse:
    """A duty with all that it rests on, the ways to answer it, and the answers so far."""
    one = _duty(duty_id)
    if one.finding.subject.kind != SubjectKind.CHILD:
        return redirect(setting_url(one.finding.subject.id))
    record = open_record(actor, one.finding.subject.id)
    return render(request, "duties/opened.html", {"page": duty_page(one, record)})


@written_in
def answer(request: HttpRequest, duty_id: UUID, how: str, actor: Actor) -> HttpResponse:
    """Say what you think and why, or that it is decided not to and why; each names what was read."""
    one = _duty(duty_id)
    if one.finding.subject.kind != SubjectKind.CHILD:
        raise Http404("What a team or setting must do is answered on its own page.")
    record = open_record(actor, one.finding.subject.id)
    kind = ANSWERED_BY[how]
    posted = request.POST if request.method == "POST" else None
    files = request.FILES if posted is not None else None
    form = EntryForm(kind, around(record), record.now, posted, files, without=("rule", "on"))
    form.offer("evidence", choices_of(record, one.finding.evidence))
    if kind == "consideration" and rests_on_a_mark(one.finding, record.facts):
        form.leaves_open("could_be_caused")
    form.needs_words("Say why, in a sentence or two. It is the answer that others will read.")
    if was_saved(request, actor, form, rule=one.finding.rule, on=one.finding.about):
        return redirect(f"{duty_url(one.id)}?saved=1")
    page = answer_page(one, record, kind, form)
    return render(request, "duties/answer.html", {"page": page}, status=422 if form.errors else 200)


def _duty(duty_id: UUID) -> ToldDuty:
    one = duty(duty_id)
    if one is None:
        raise Http404("There is no such duty.")
    return one
