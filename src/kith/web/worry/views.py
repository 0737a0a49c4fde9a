"""One worry at the front door, and all that is done with it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kith.journey.reading import open_record
from kith.journey.worries import worry
from kith.occasions.ticket import AlreadyDone, Refused
from kith.policy.facts.front_door import Contact
from kith.policy.permissions import Actor
from kith.web.doors import written_in
from kith.web.forms.typed import is_sent
from kith.web.worry.acts_on_a_worry import do
from kith.web.worry.page import forms_of, worry_page


@written_in
def one(request: HttpRequest, child: UUID, contact: UUID, actor: Actor) -> HttpResponse:
    """The worry: POST `do` as `rate`, `ask`, `back`, `read`, `decide` or `second`. Each is saved by itself."""
    record = open_record(actor, child)
    told = record.facts.get(contact)
    if not isinstance(told, Contact) or record.picture.id not in told.about:
        raise Http404("There is no such worry about this child.")
    stands = worry(record.picture, told)
    doing = request.POST.get("do", "") if request.method == "POST" else ""
    forms = forms_of(record, stands, doing, request.POST)
    form = forms.get(doing)
    if form and is_sent(request) and form.is_valid():
        try:
            do(actor, stands, form)
            return redirect(f"{request.path}?saved=1")
        except AlreadyDone:
            return redirect(f"{request.path}?saved=1")
        except Refused as refused:
            form.add_error(None, str(refused))
    wrong = form is not None and bool(form.errors)
    page = worry_page(record, stands, forms)
    shown = {"page": page, "sent": form, "wrong": wrong}
    return render(request, "worry/worry.html", shown, status=422 if wrong else 200)
