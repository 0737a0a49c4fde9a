"""Opening a duty; answering it by what somebody thinks, or by deciding not to."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kith.duties.desk import duty, is_asked_of
from kith.duties.told import ToldDuty
from kith.journey.asked import open_question
from kith.journey.reading import may_write_about, open_record
from kith.policy.permissions import Actor
from kith.vocabulary import SubjectKind
from kith.web.doors import signed_in, written_in
from kith.web.duties.page import answer_page, duty_page
from kith.web.duties.question import around_question, question_page
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
    if is_asked_of(one.finding, actor) and not may_write_about(actor, (one.finding.subject.id,)):
        return redirect("what_we_know", duty_id=duty_id)
    record = open_record(actor, one.finding.subject.id)
    return render(request, "duties/opened.html", {"page": duty_page(one, record)})


@written_in
def what_we_know(request: HttpRequest, duty_id: UUID, actor: Actor) -> HttpResponse:
    """Answer what one's agency was asked about a child, whether or not the child's record is open to it."""
    question = open_question(actor, _duty(duty_id))
    posted, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = EntryForm("information_returned", around_question(question), question.now, posted, files, without=("asked",))
    form.needs_words("Write what you know. That you know nothing is an answer.")
    form.fields["said"].label = "What you know, in your own words"
    if was_saved(request, actor, form, asked=question.asked.entry):
        return redirect(f"{request.path}?saved=1")
    page = question_page(question, form)
    return render(request, "duties/what_we_know.html", {"page": page}, status=422 if form.errors else 200)


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
