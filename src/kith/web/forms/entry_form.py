"""A form for any kind of entry: about whom, the words, when it happened, and what the kind asks besides.

Nothing is refused for being incomplete but what an entry cannot be without. Raises nothing: errors are sentences on the form.
"""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from django import forms

from kith.chronology.enter import NewEntry
from kith.policy import calendar
from kith.policy.facts import KINDS, Happened
from kith.policy.facts.fields import own_fields
from kith.vocabulary import Certainty
from kith.web.forms.around import Around, Choice
from kith.web.forms.asking import fields_of, value_of

SURE = (
    ("day", "On that day, or at that time"),
    ("about", "About then; I am not sure"),
    ("range", "Some time between two days"),
)


class EntryForm(forms.Form):
    """What every entry is asked. `token` keeps a form sent twice from being two entries."""

    about = forms.MultipleChoiceField(
        label="About",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose whom this is about."},
    )
    said = forms.CharField(
        label="What happened? In your own words",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        strip=False,
    )
    day = forms.DateField(
        label="The day it happened",
        required=False,
        help_text="Leave it empty if it is happening now.",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "Enter the day it happened. If you are not sure, choose “about then”."},
    )
    time = forms.TimeField(
        label="The time",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}),
        error_messages={"invalid": "Enter the time like 14:50, or leave it empty."},
    )
    sure = forms.ChoiceField(
        label="How sure are you", choices=SURE, widget=forms.RadioSelect, required=False, initial="day"
    )
    until = forms.DateField(
        label="Until which day, if it was between two days",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "Enter the last day it can have happened."},
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    common = ("about", "said", "day", "time", "sure", "until")

    def __init__(
        self, kind: str, around: Around, now: datetime, posted: Any = None, *, without: tuple[str, ...] = (), **told: Any
    ) -> None:
        initial = {"token": uuid4().hex, "about": [around.children[0][0]], **told.pop("initial", {})}
        super().__init__(posted, initial=initial, **told)
        self.kind, self.now = KINDS[kind], now
        self.fields["about"].choices = around.children  # type: ignore[attr-defined]
        self.fields.update({name: one for name, one in fields_of(self.kind, around).items() if name not in without})

    def offer(self, name: str, choices: tuple[Choice, ...]) -> None:
        """Let a question be answered from these alone."""
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def needs_words(self, otherwise: str) -> None:
        """Ask for the words; `otherwise` is the sentence shown when there are none."""
        self.fields["said"].required = True
        self.fields["said"].label = "Why"
        self.fields["said"].error_messages["required"] = otherwise

    def own(self) -> list[forms.BoundField]:
        """The questions of this kind alone."""
        return [self[name] for name in self.fields if name not in (*self.common, "token")]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        said = self.fields["said"]
        if said.required and "said" in given and not given["said"].strip():
            self.add_error("said", said.error_messages["required"])
        start = given.get("day")
        if given.get("sure") == "range" and start and not given.get("until") and "until" not in self.errors:
            self.add_error("until", "Enter the last day it can have happened.")
        if start and given.get("until") and given["until"] < start:
            self.add_error("until", "The last day is before the first. Change one of them.")
        if start and start > calendar.london_day(self.now):
            self.add_error(
                "day", "This day has not come yet. Enter the day it happened; if you are not sure, choose “about then”."
            )
        return given

    def happened(self) -> Happened:
        """When it happened, as surely as was said."""
        given = self.cleaned_data
        first: date | None = given.get("day")
        at: time | None = given.get("time")
        if first is None and at is None:
            return Happened(start=self.now, end=self.now, certainty=Certainty.EXACT)
        first = first or calendar.london_day(self.now)
        if given.get("sure") == "range" and given.get("until"):
            return self._days(first, given["until"], Certainty.RANGE)
        about = given.get("sure") == "about"
        if at is None:
            return self._days(first, first, Certainty.ABOUT if about else Certainty.DAY)
        moment = min(datetime.combine(first, at, tzinfo=calendar.LONDON), self.now)
        return Happened(start=moment, end=moment, certainty=Certainty.ABOUT if about else Certainty.EXACT)

    def _days(self, first: date, last: date, certainty: Certainty) -> Happened:
        return Happened(start=calendar.start_of_day(first), end=calendar.end_of_day(last), certainty=certainty)

    def entry(self) -> NewEntry:
        """What the act is told of every entry."""
        about = tuple(UUID(one) for one in self.cleaned_data["about"])
        return NewEntry(about=about, happened=self.happened(), said=self.cleaned_data["said"])

    def answers(self) -> dict[str, Any]:
        """What the act is told of this kind's own fields."""
        return {
            name: value_of(self.kind, name, self.cleaned_data.get(name))
            for name in own_fields(self.kind)
            if name in self.fields
        }
