"""A form for any kind of entry: about whom, the words, when it happened, and what the kind asks besides.

Nothing is refused for being incomplete but what an entry cannot be without. Raises nothing: errors are sentences on the form.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.datastructures import MultiValueDict

from kith.chronology.enter import NewEntry
from kith.policy import calendar
from kith.policy.facts import KINDS, Fact, Happened
from kith.policy.facts.fields import own_fields
from kith.vocabulary import Certainty
from kith.web.forms.around import Around, Choice
from kith.web.forms.asking import fields_of, value_of
from kith.web.forms.correcting import answers_of
from kith.web.forms.documents import NAMED_BEFORE, DocumentsField, title_of
from kith.web.forms.short import offer

SURE = (
    ("now", "Today, just now"),
    ("day", "Another day or time"),
    ("about", "Not sure when"),
)
WHEN = ("sure", "day", "time", "until")


@dataclass(frozen=True)
class AlsoEntered:
    """Something else that a form says, entered in the same act as what it is about."""

    kind: str
    entry: NewEntry
    answers: dict[str, Any]


class EntryForm(forms.Form):
    """What every entry is asked. `token` keeps a form sent twice from being two entries.

    `in_place_of` is the entry that it corrects, with whose answers it comes filled.
    """

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
    sure = forms.ChoiceField(label="It happened", choices=SURE, widget=forms.RadioSelect, required=False, initial="now")
    day = forms.DateField(
        label="The day",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "Enter the day it happened. If you are not sure, choose “not sure when”."},
    )
    time = forms.TimeField(
        label="The time, if you know it",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}),
        error_messages={"invalid": "Enter the time like 14:50, or leave it empty."},
    )
    until = forms.DateField(
        label="The last day it can have been",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "Enter the last day it can have happened."},
    )
    documents = DocumentsField()
    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    corrects = forms.UUIDField(widget=forms.HiddenInput, required=False)

    common = ("about", "said", *WHEN, "documents", "token", "corrects")

    def __init__(
        self,
        kind: str,
        around: Around,
        now: datetime,
        posted: Any = None,
        files: Any = None,
        *,
        corrects: Fact | None = None,
        without: tuple[str, ...] = (),
        initial: dict[str, Any] | None = None,
    ) -> None:
        filled = answers_of(corrects) if corrects else {}
        start = {"token": uuid4().hex, "about": [around.children[0][0]], **filled, **(initial or {})}
        super().__init__(posted, files, initial=start)
        self.kind, self.now = KINDS[kind], now
        self.in_place_of: Fact | None = corrects
        offer(self, "about", around.children)
        self.fields.update({name: one for name, one in fields_of(self.kind, around).items() if name not in without})

    def offer(self, name: str, choices: tuple[Choice, ...]) -> None:
        """Let a question be answered from these alone."""
        offer(self, name, choices)

    def leaves_open(self, name: str) -> None:
        """Choose no answer to a question beforehand: somebody has to think about it."""
        self.fields[name].initial = None

    def needs_words(self, otherwise: str) -> None:
        """Ask for the words; `otherwise` is the sentence shown when there are none."""
        self.fields["said"].required = True
        self.fields["said"].label = "Why"
        self.fields["said"].error_messages["required"] = otherwise

    def own(self) -> list[forms.BoundField]:
        """The questions of this kind alone."""
        return [self[name] for name in self.fields if name not in self.common]

    def choose_again(self) -> list[str]:
        """The names of documents that were chosen and are not kept, because the form is shown again."""
        if not self.is_bound:
            return []
        now_chosen = [title_of(one) for one in self.files.getlist("documents")]
        return now_chosen or self.posted(NAMED_BEFORE)

    def posted(self, name: str) -> list[str]:
        """All that was sent under a name."""
        return list(self.data.getlist(name)) if isinstance(self.data, MultiValueDict) else []

    def when_is_open(self) -> bool:
        """Whether the day or time has an answer, or an error."""
        return any(self[name].errors or self[name].value() for name in ("day", "time", "until"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        said = self.fields["said"]
        if said.required and "said" in given and not given["said"].strip():
            self.add_error("said", said.error_messages["required"])
        if given.get("corrects") and not self.in_place_of:
            self.add_error(None, "What this corrects is not on this child’s record. Choose it from the chronology.")
        self._clean_when(given)
        return given

    def _clean_when(self, given: dict[str, Any]) -> None:
        first, last = given.get("day"), given.get("until")
        at_all = first or last or given.get("time") or {"day", "time", "until"} & set(self.errors)
        if given.get("sure") == "now" and at_all:
            self.add_error("sure", "You chose “just now”, and gave a day or a time. Empty it, or choose “another day”.")
        if given.get("sure") == "about" and not at_all:
            self.add_error(
                "day", "Enter a day near to it. If nobody knows, choose “today, just now”: it is kept as told today."
            )
        if last and given.get("sure") != "now":
            self._clean_until(first, last, given.get("sure"))
        if first and first > calendar.london_day(self.now):
            self.add_error("day", "This day has not come yet. Enter the day it happened, or choose “not sure when”.")

    def _clean_until(self, first: date | None, last: date, sure: str | None) -> None:
        if sure != "about":
            self.add_error("sure", "You gave a last day. Choose “not sure when”, or empty it.")
        elif first is None and "day" not in self.errors:
            self.add_error("day", "Enter the first day it can have happened.")
        elif first and last < first:
            self.add_error("until", "The last day is before the first. Change one of them.")

    def happened(self) -> Happened:
        """When it happened, as surely as was said; for a correction that leaves it alone, exactly when it said."""
        given = self.cleaned_data
        if self.in_place_of and not set(WHEN) & set(self.changed_data):
            return self.in_place_of.happened
        first: date | None = given.get("day")
        at: time | None = given.get("time")
        if first is None and at is None:
            return Happened(start=self.now, end=self.now, certainty=Certainty.EXACT)
        first = first or calendar.london_day(self.now)
        if given.get("until"):
            return self._days(first, given["until"], Certainty.RANGE)
        about = given.get("sure") == "about"
        if at is None:
            return self._days(first, first, Certainty.ABOUT if about else Certainty.DAY)
        moment = min(datetime.combine(first, at, tzinfo=calendar.LONDON), self.now)
        return Happened(start=moment, end=moment, certainty=Certainty.ABOUT if about else Certainty.EXACT)

    def _days(self, first: date, last: date, certainty: Certainty) -> Happened:
        return Happened(start=calendar.start_of_day(first), end=calendar.end_of_day(last), certainty=certainty)

    def entry(self) -> NewEntry:
        """What the act is told of every entry. A correction is known to whoever knew what it corrects, and to no more."""
        return NewEntry(
            about=tuple(UUID(one) for one in self.cleaned_data["about"]),
            happened=self.happened(),
            said=self.cleaned_data["said"],
            known_to=self.in_place_of.known_to if self.in_place_of else None,
            corrects=self.in_place_of.entry if self.in_place_of else None,
        )

    def also(self) -> tuple[AlsoEntered, ...]:
        """What else the form says; nothing, unless its kind has a place for it."""
        return ()

    def answers(self) -> dict[str, Any]:
        """What the act is told of this kind's own fields; of a correction, what it leaves alone exactly as it was."""
        asked = [name for name in own_fields(self.kind) if name in self.fields]
        if self.in_place_of:
            as_it_was = {name: getattr(self.in_place_of, name) for name in asked if name not in self.changed_data}
        else:
            as_it_was = {}
        return {name: value_of(self.kind, name, self.cleaned_data.get(name)) for name in asked} | as_it_was
