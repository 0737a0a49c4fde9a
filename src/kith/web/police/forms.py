"""The forms of police notifications: a file; one incident with its children; and what is said of all that are left."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from kith.intake.police_file import MOST_BYTES
from kith.journey.police import Incident, PolicePage, Waiting, WaitingChild
from kith.journey.police_settling import SaidOfChild, SaidOfIncident
from kith.policy.calendar import london_day
from kith.policy.facts import Agency
from kith.replay.entry_in_words import word_in_words
from kith.vocabulary import LinkVerdict, Urgency
from kith.web.forms.documents import title_of
from kith.web.forms.short import URGENCIES, Words, offer
from kith.web.words import age_of, capital

NEW, CANNOT_TELL = "new", "cannot_tell"
NO_BACK = {"autocomplete": "off"}
#: The colours alone: what each means stands once on the page.
COLOURS = tuple((urgency, words.partition(":")[0]) for urgency, words in URGENCIES)
_LESS_URGENT = frozenset({Urgency.GREEN, Urgency.BLUE})


class FileForm(forms.Form):
    """Which file, and which police force sent it."""

    force = forms.ChoiceField(
        label="Which police force sent it",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose which police force sent it."},
    )
    file = forms.FileField(
        label="The file",
        help_text="CSV, at most 2,000 rows and 2 MB.",
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        allow_empty_file=True,
        error_messages={
            "required": "Choose the file. A page cannot keep one: if you chose it before, choose it again."
        },
    )

    def __init__(self, forces: tuple[Agency, ...], posted: Any = None, files: Any = None) -> None:
        super().__init__(posted, files)
        offer(self, "force", [(str(one.id), one.name) for one in forces])
        self.fields["force"].initial = str(forces[0].id) if len(forces) == 1 else None

    @property
    def received(self) -> tuple[UUID, str, bytes]:
        """The force, what the file is called, and its bytes: of a file that is too large, enough to say so."""
        file: UploadedFile = self.cleaned_data["file"]
        return UUID(self.cleaned_data["force"]), title_of(file), file.read(MOST_BYTES + 1)


class LeftForm(forms.Form):
    """What is said of every incident of the page that has no answer of its own; and the page's token."""

    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    all_urgency = forms.ChoiceField(
        label="All that are left on this page are",
        choices=COLOURS,
        required=False,
        widget=forms.RadioSelect(attrs=NO_BACK),
    )
    all_said = forms.CharField(label="Because", required=False, widget=forms.Textarea(attrs={"rows": 2}), strip=False)

    def __init__(self, posted: Any = None) -> None:
        super().__init__(posted, initial={"token": uuid4().hex})

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("all_urgency") and not given.get("all_said", "").strip():
            self.add_error("all_said", "Write why, in a line: it is kept with each of them.")
        return given


class IncidentForm(forms.Form):
    """One incident: who each child is, who each adult is where anybody may be, how urgent, and why."""

    urgency = forms.ChoiceField(
        label="How urgent", choices=COLOURS, required=False, widget=forms.RadioSelect(attrs=NO_BACK)
    )
    said = Words(label="Why", required=False, widget=forms.Textarea(attrs={"rows": 2}), strip=False)

    def __init__(self, page: PolicePage, incident: Incident, posted: QueryDict | None = None) -> None:
        super().__init__(posted, prefix=incident.first.id.hex)
        self.page, self.incident = page, incident
        asked: dict[str, forms.Field] = {}
        for number, child in enumerate(incident.children):
            asked[f"who_{number}"] = _who(page, child, child.row.child_name or "this child")
            if schools := _schools(page, child):
                asked[f"schools_{number}"] = forms.MultipleChoiceField(
                    label="Tell the school now, before the child next comes",
                    choices=schools,
                    initial=[id for id, _ in schools],
                    required=False,
                    widget=forms.CheckboxSelectMultiple(attrs=NO_BACK),
                )
        for number, adult in enumerate(incident.adults):
            if not adult.nobody_is_like_them:
                asked[f"adult_{number}"] = _who(page, adult, adult.adult.name or "this adult", required=False)
        self.fields = {**asked, **self.fields}

    def is_answered(self) -> bool:
        """Whether anything was said that the page did not say beforehand."""
        told = (self.data.get(self.add_prefix(name), "") for name in ("urgency", "said"))
        chosen = any(
            self.data.get(self.add_prefix(name)) not in (None, "", field.initial)
            for name, field in self.fields.items()
            if name.startswith(("who", "adult"))
        )
        return chosen or bool(self.taken) or any(one.strip() for one in told)

    def take(self, left: LeftForm) -> None:
        """Where it has no priority of its own, that of all that are left: never as if it had been chosen here."""
        given = left.cleaned_data if left.is_valid() else {}
        if given.get("all_urgency") and not self.data.get(self.add_prefix("urgency")):
            self.taken = (given["all_urgency"], given["all_said"])

    #: The priority and the reason that were given of all that are left, where it has none of its own.
    taken: tuple[str, str] | None = None

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.taken and not given.get("urgency"):
            if self.taken[0] in _LESS_URGENT and self.incident.is_graded_high:
                self.add_error("urgency", "The police graded this high: say of it by itself how urgent it is.")
            else:
                given["urgency"], given["said"] = self.taken[0], given.get("said", "").strip() or self.taken[1]
        elif not given.get("urgency"):
            self.add_error("urgency", "Choose how urgent it is. You can change it as you learn more.")
        if given.get("urgency") and not given.get("said", "").strip():
            self.add_error("said", "Write why, in a line. It is a place in the queue, and others must see the reason.")
        chosen = [one for name, one in given.items() if name.startswith(("who", "adult")) and _id(one)]
        if len(set(chosen)) < len(chosen):
            self.add_error(None, "The same person is chosen for two of those named. They are two: choose again.")
        return given

    @property
    def answer(self) -> SaidOfIncident:
        """What a valid form says."""
        given = self.cleaned_data
        children = tuple(
            SaidOfChild(
                verdict=_VERDICTS.get(given[f"who_{number}"], LinkVerdict.SAME),
                chosen=_id(given[f"who_{number}"]),
                schools=tuple(UUID(one) for one in given.get(f"schools_{number}", ())),
            )
            for number in range(len(self.incident.children))
        )
        adults = tuple(_id(given.get(f"adult_{number}", "")) for number in range(len(self.incident.adults)))
        return SaidOfIncident(children=children, adults=adults, urgency=Urgency(given["urgency"]), why=given["said"])


_VERDICTS = {NEW: LinkVerdict.NOT_SAME, CANNOT_TELL: LinkVerdict.CANNOT_TELL}


def _id(chosen: str) -> UUID | None:
    return None if chosen in ("", NEW, CANNOT_TELL) else UUID(chosen)


def _who(page: PolicePage, waiting: Waiting, called: str, *, required: bool = True) -> forms.ChoiceField:
    """Whom on record somebody may be; nobody is chosen beforehand, but where nobody is like them they are new."""
    likely = [
        (str(one.person), f"{_named(page, one.person)}. {capital(word_in_words(one.grade))}: {one.reasons}.")
        for one in waiting.likely
    ]
    cannot = [(CANNOT_TELL, "Cannot tell yet: added as new, and asked again")] if required and likely else []
    return forms.ChoiceField(
        label=f"Who is {called}?",
        help_text=_help(waiting),
        choices=[*likely, (NEW, "New to us"), *cannot],
        initial=NEW if waiting.nobody_is_like_them else None,
        required=required,
        widget=forms.RadioSelect(attrs=NO_BACK),
        error_messages={"required": f"Choose who {called} is. “Cannot tell yet” is an answer, where it is offered."},
    )


def _named(page: PolicePage, who: UUID) -> str:
    person = page.people[who]
    age = age_of(person, london_day(page.now))
    goes = " and ".join(one.name for one in page.goes_to.get(who, ()))
    return ", ".join(one for one in (person.called, age, f"goes to {goes}" if goes else "") if one)


def _help(waiting: Waiting) -> str:
    common = waiting.found.too_common
    if common:
        return (
            f"Too many on record share what was told to show them all. {capital(' or '.join(common))} would narrow it."
        )
    return "" if waiting.likely else "Nobody on record is like them. Kith knows only whom somebody entered."


def _schools(page: PolicePage, child: WaitingChild) -> list[tuple[str, str]]:
    """The school the police named, and where whoever it may be goes: those on record. Only that of who is chosen is told."""
    found = {str(child.school.id): f"{child.school.name}, as the police say"} if child.school else {}
    for one in child.likely:
        for school in page.goes_to.get(one.person, ()):
            where = f"{school.name}, if it is {page.people[one.person].called}"
            found.setdefault(str(school.id), where)
    return list(found.items())
