"""Opening and answering notices, and the ledger of who has been told."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kith.journey.notices import answer, open_notice, open_notices, say_opened
from kith.journey.reading import open_record
from kith.occasions.ticket import AlreadyDone
from kith.policy.permissions import Actor
from kith.vocabulary import AnswerKind
from kith.web.doors import signed_in, written_in
from kith.web.forms.typed import is_sent
from kith.web.notices.answer_form import AnswerForm
from kith.web.notices.page import notice_page, notices_page, told_page


@require_safe
@signed_in
def notices(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What this agency must hear of: what nobody here has opened first."""
    return render(request, "notices/notices.html", {"page": notices_page(open_notices(actor))})


@require_POST
@signed_in
def opening(request: HttpRequest, notice: UUID, actor: Actor) -> HttpResponse:
    """Open a notice: from here on it is known that this agency has."""
    say_opened(actor, notice)
    return redirect("notice", notice=notice)


@written_in
def one(request: HttpRequest, notice: UUID, actor: Actor) -> HttpResponse:
    """An opened notice, and its answer."""
    told = open_notice(actor, notice)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if is_sent(request) and form.is_valid():
        given = form.cleaned_data
        try:
            answer(actor, notice, AnswerKind(given["answer"]), given["said"], given["token"] or None)
        except AlreadyDone:
            pass
        return redirect("/notices/?saved=1")
    page = notice_page(told, form)
    return render(request, "notices/notice.html", {"page": page}, status=422 if form.errors else 200)


@require_safe
@signed_in
def who_has_been_told(request: HttpRequest, child: UUID, actor: Actor) -> HttpResponse:
    """For each outcome, who must hear, where it stands, and what is next. `?show=all` leaves none out."""
    page = told_page(open_record(actor, child), whole=request.GET.get("show") == "all")
    return render(request, "notices/who_has_been_told.html", {"page": page})
