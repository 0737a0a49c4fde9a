"""What was typed into a form that comes back, kept as a note for now: nothing that somebody saw is refused."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict

from kith.journey.reading import Record
from kith.policy.facts.fields import fields_naming
from kith.web.forms.around import around
from kith.web.forms.correcting import flat
from kith.web.forms.entry_form import EntryForm
from kith.web.forms.note_form import NoteForm
from kith.web.forms.typed import is_sent
from kith.web.kinds import TITLES

#: The button that asks for it.
AS_NOTE = "as_note"


def note_wanted(request: HttpRequest, form: EntryForm, record: Record) -> NoteForm | None:
    """The note to save, where its button was pressed; the form says why where it cannot be."""
    note = _note(form, record, request.FILES)
    if note is None and not form.errors:
        form.add_error("said", "There are no words yet to keep as a note. Write what you saw or heard.")
    return note


def may_be_a_note(request: HttpRequest, form: EntryForm, record: Record) -> bool:
    """Whether a form that comes back could be kept as a note instead."""
    return is_sent(request) and bool(form.errors) and _note(form, record) is not None


def _note(form: EntryForm, record: Record, files: Any = None) -> NoteForm | None:
    """The note that a form's words would make; None for a form that is a note or corrects an entry, and without words.

    None too while its child or its day is wrong: a note would come back for the same.
    """
    if form.kind.kind == "note" or form.in_place_of:
        return None
    words = _words(form)
    posted = QueryDict(mutable=True)
    for name in EntryForm.common:
        posted.setlist(name, form.posted(name))
    posted["said"] = words
    note = NoteForm("note", around(record), record.now, posted, files)
    return note if words.strip() and note.is_valid() else None


def _words(form: EntryForm) -> str:
    """The words as they were typed, and under them the answers that were given, each with its question."""
    said, answers = "".join(form.posted("said")), list(_answers(form))
    if not answers:
        return said
    return "\n\n".join(part for part in (said, "\n".join((f"{TITLES[form.kind.kind]}:", *answers))) if part.strip())


def _answers(form: EntryForm) -> Iterator[str]:
    """Each answer but those that stand there already, and those that name another entry: its words are its own."""
    names_entries = set(fields_naming(form.kind, "entry"))
    for one in form.own():
        if one.name not in names_entries and (given := _given(one)) and given != _as_it_came(one):
            yield f"{one.label}: {given}"


def _given(one: forms.BoundField) -> str:
    return _in_words(one, one.value())


def _as_it_came(one: forms.BoundField) -> str:
    return _in_words(one, one.initial)


def _in_words(one: forms.BoundField, value: Any) -> str:
    words = {str(choice): str(said) for choice, said in flat(getattr(one.field, "choices", ()))}
    several = value if isinstance(value, list | tuple) else [value]
    return ", ".join(words.get(str(part), str(part)) for part in several if part not in (None, ""))
