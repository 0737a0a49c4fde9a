"""The form of a note: its words, and, folded away, a mark or an injury that is entered in the same act."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms

from kith.chronology.enter import NewEntry
from kith.policy.facts.chronology import Injury
from kith.vocabulary import InjuryType
from kith.web.forms.around import Around
from kith.web.forms.asking import fields_of, value_of
from kith.web.forms.entry_form import AlsoEntered, EntryForm

MARK = "mark_"
#: What is asked of a mark, as the form of an injury asks it.
ASKED = ("type", "region", "side", "count", "size_mm", "pattern", "witness", "needed_care")
#: Whose mark, and what it looked like: not fields of an injury's own, but of its entry.
WHOSE, LOOKED = f"{MARK}child", f"{MARK}said"


class NoteForm(EntryForm):
    """A note, and perhaps a mark. A mark of which anything is answered is entered; its sort may stay unknown."""

    def __init__(self, kind: str, around: Around, now: datetime, posted: Any = None, *args: Any, **told: Any) -> None:
        super().__init__(kind, around, now, posted, *args, **told)
        if self.in_place_of is None:
            self.fields.update(_mark_fields(around))

    def mark(self) -> list[forms.BoundField]:
        """The questions about a mark; none when a note is corrected."""
        return [self[name] for name in self.fields if name.startswith(MARK)]

    @property
    def mark_is_open(self) -> bool:
        """Whether anything about a mark is answered, or wrong."""
        shown = [one for one in self.mark() if one.name != WHOSE]
        return any(one.errors or one.value() not in _unanswered(one.field) for one in shown)

    def own(self) -> list[forms.BoundField]:
        return [one for one in super().own() if not one.name.startswith(MARK)]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors and self._says_nothing(given):
            self.add_error("said", "Write what you saw or heard, in your own words. One sentence is enough.")
        if self._answered() and WHOSE in self.fields and not given.get(WHOSE) and len(given.get("about", ())) > 1:
            self.add_error(WHOSE, "Choose whose mark it is.")
        return given

    def also(self) -> tuple[AlsoEntered, ...]:
        """The mark, about one child: whoever was chosen, else the first child the note is about."""
        if not self._answered():
            return ()
        given = self.cleaned_data
        own = {name: value_of(Injury, name, given.get(f"{MARK}{name}")) for name in ASKED}
        own["type"] = own["type"] or InjuryType.UNKNOWN_MARK
        child = UUID(given.get(WHOSE) or given["about"][0])
        return (AlsoEntered("injury", NewEntry(about=(child,), happened=self.happened(), said=given[LOOKED]), own),)

    def _says_nothing(self, given: dict[str, Any]) -> bool:
        words = ("said", *(one.name for one in self.own()))
        return not (any(given.get(name, "").strip() for name in words) or given.get("documents") or self._answered())

    def _answered(self) -> bool:
        asked = [name for name in self.fields if name.startswith(MARK) and name != WHOSE]
        return any(self.cleaned_data.get(name) not in _unanswered(self.fields[name]) for name in asked)


def _mark_fields(around: Around) -> dict[str, forms.Field]:
    injury = fields_of(Injury, around)
    made: dict[str, forms.Field] = {}
    if len(around.children) > 1:
        made[WHOSE] = forms.ChoiceField(
            label="Whose mark", choices=around.children, widget=forms.RadioSelect, required=False
        )
    sort = injury["type"]
    assert isinstance(sort, forms.ChoiceField)
    sorts = cast("list[tuple[str, str]]", sort.choices)  # a list since `fields_of` made it one
    sort.choices, sort.initial = [("", "Not said"), *sorts], ""
    for name in ASKED:
        made[f"{MARK}{name}"] = injury[name]
        injury[name].required = False
    made[LOOKED] = forms.CharField(
        label="What it looked like, in your words",
        help_text="What you have seen already. Do not look under clothes, and do not take photographs.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        strip=False,
    )
    return made


def _unanswered(field: forms.Field) -> tuple[Any, ...]:
    """What a question holds while nobody has answered it."""
    return ("", None, field.initial)
