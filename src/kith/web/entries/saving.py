"""Saving what a form says, as one act by one person; and the refusals that come back to the form."""

import hashlib
from dataclasses import MISSING, replace
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from kith.chronology.attach import attach
from kith.family.acts import add_household
from kith.journey.entering import ACTS
from kith.journey.occasion import open_occasion
from kith.journey.reading import Record
from kith.occasions.record import new_id
from kith.occasions.ticket import AlreadyDone, Refused, Ticket
from kith.people.acts import add_person
from kith.policy.facts import KINDS, Fact, Person
from kith.policy.facts.fields import fields_naming, own_fields
from kith.policy.permissions import Actor
from kith.vocabulary import Identity
from kith.web.child.entries import mendable
from kith.web.forms.around import around
from kith.web.forms.asking import NEW, is_many
from kith.web.forms.correcting import offer_what_it_names
from kith.web.forms.entry_form import EntryForm
from kith.web.forms.injury_form import InjuryForm
from kith.web.forms.note_form import NoteForm
from kith.web.forms.once import once
from kith.web.forms.typed import is_sent

#: Where the form of a kind asks more than its kind.
FORMS: dict[str, type[EntryForm]] = {"injury": InjuryForm, "note": NoteForm}


def entry_form(
    request: HttpRequest, kind: str, record: Record, *, corrects: Fact | None = None, **initial: Any
) -> EntryForm:
    """The form of a kind for a child: empty, filled with what it corrects, or with what was typed."""
    posted, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = FORMS.get(kind, EntryForm)(
        kind, around(record), record.now, posted, files, corrects=corrects, initial=initial
    )
    if corrects:
        offer_what_it_names(form, corrects, record.names)
    return form


def corrected(request: HttpRequest, kind: str, record: Record) -> Fact | None:
    """The entry that the form takes the place of: of this kind, about this child, and one that the reader may mend."""
    asked = request.POST.get("corrects") or request.GET.get("corrects", "")
    for fact in mendable(record):
        if str(fact.entry) == asked and fact.kind == kind:
            return fact
    return None


def chosen(request: HttpRequest, kind: str) -> dict[str, Any]:
    """What the address already answers: a duty's form comes with what the duty is about. The form checks every choice."""
    several = {name for name in own_fields(KINDS[kind]) if is_many(own_fields(KINDS[kind])[name][1])}
    asked = {name: request.GET.getlist(name) for name in own_fields(KINDS[kind]) if name in request.GET}
    return {name: given if name in several else given[-1] for name, given in asked.items()}


def was_saved(request: HttpRequest, actor: Actor, form: EntryForm, **told: Any) -> bool:
    """Save a form that was sent whole. False, with the reason on the form, when it was not sent, or not whole, or refused.

    `told` is what the act needs beside what was asked.
    """
    if not is_sent(request) or not form.is_valid():
        return False
    try:
        save(actor, form, **told)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    except AlreadyDone:
        return True
    return True


def save(actor: Actor, form: EntryForm, **told: Any) -> UUID:
    """Enter all that a valid form says, or nothing: the entry, its documents, and what else the form says.

    Raises Refused with the sentence to show, AlreadyDone when the same was sent before.
    """
    entry, also = form.entry(), form.also()
    about = {*entry.about, *(who for one in also for who in one.entry.about)}
    with open_occasion(actor, about=about, token=_token(form)) as occasion:
        answers = {**form.answers(), **_new_people(occasion, form), **_new_homes(occasion, form), **told}
        if "said" in told:
            entry = replace(entry, said=answers.pop("said"))
        written = ACTS[form.kind.kind](occasion, entry, **answers)
        for one in form.cleaned_data.get("documents", ()):
            attach(occasion, written, title=one.title, media_type=one.media_type, content=one.content)
        for other in also:
            ACTS[other.kind](occasion, other.entry, **other.answers)
        return written.id


def _token(form: EntryForm) -> str | None:
    documents = form.cleaned_data.get("documents", ())
    return once(form, *(hashlib.sha256(one.content).hexdigest() for one in documents))


def _new_people(occasion: Ticket, form: EntryForm) -> dict[str, UUID]:
    """Somebody not in the list is added as they are called, and known in part; or, called nothing, not known at all."""
    added = {}
    for name in _left_open(form, "person"):
        called = form.cleaned_data[f"{name}_{NEW}"].strip()
        identity = Identity.PART_KNOWN if called else Identity.UNKNOWN
        added[name] = add_person(occasion, Person(id=new_id(), name=called, identity=identity)).id
    return added


def _new_homes(occasion: Ticket, form: EntryForm) -> dict[str, UUID]:
    return {
        name: add_household(occasion, said=form.cleaned_data[f"{name}_{NEW}"].strip()).id
        for name in _left_open(form, "household")
    }


def _left_open(form: EntryForm, what: str) -> list[str]:
    """The questions of whom or where that nobody chose an answer to, and that were answered in words or need one."""
    return [
        name
        for name in fields_naming(form.kind, what)
        if f"{name}_{NEW}" in form.fields
        and not form.cleaned_data.get(name)
        and (form.cleaned_data[f"{name}_{NEW}"].strip() or own_fields(form.kind)[name][0].default is MISSING)
    ]
