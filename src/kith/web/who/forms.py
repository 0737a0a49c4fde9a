"""Choosing who somebody is, and looking for somebody before they are entered."""

from typing import Any
from uuid import UUID

from django import forms

from kith.people.matching.cleaning.clean import Said
from kith.people.matching.cleaning.numbers import nhs_number
from kith.vocabulary import LinkVerdict, Sex
from kith.web.forms.short import Sent, Words

VERDICTS = (
    (LinkVerdict.SAME, "The same"),
    (LinkVerdict.NOT_SAME, "Not the same"),
    (LinkVerdict.CANNOT_TELL, "Cannot tell yet"),
)


class ChooseForm(Sent):
    """A choice for each candidate that somebody made one for, and why. None is made beforehand."""

    why = Words(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 2}),
        strip=False,
        error_messages={"required": "Write why, in a line: whoever looks again must be able to judge it."},
    )

    def __init__(self, candidates: tuple[UUID, ...], posted: Any = None) -> None:
        super().__init__(posted)
        for one in candidates:
            self.fields[str(one)] = forms.ChoiceField(
                label="Who this is",
                choices=VERDICTS,
                required=False,
                widget=forms.RadioSelect(attrs={"autocomplete": "off"}),
            )

    @property
    def chosen(self) -> dict[UUID, LinkVerdict]:
        """What was chosen, by candidate."""
        return {
            UUID(name): LinkVerdict(said)
            for name, said in self.cleaned_data.items()
            if said and name not in ("why", "token")
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not any(said for name, said in given.items() if name not in ("why", "token")):
            self.add_error(None, "Choose for at least one of these people, or go back and leave it open.")
        return given


class AgreeForm(Sent):
    """A second person agrees that two are one, or that they are not after all."""

    decision = forms.UUIDField(widget=forms.HiddenInput)


class TakeBackForm(Sent):
    """A decision about two people is taken back, and why."""

    decision = forms.UUIDField(widget=forms.HiddenInput)
    why = Words(
        label="Why it is taken back",
        widget=forms.Textarea(attrs={"rows": 2}),
        strip=False,
        error_messages={"required": "Write why it is taken back, in a line."},
    )


class SearchForm(Sent):
    """What is known of somebody, and why they are looked for."""

    name = forms.CharField(
        label="Name, or what they are called",
        help_text="As you heard it. Spelling, order and former names do not matter.",
        required=False,
    )
    born = forms.DateField(
        label="Date of birth, if you know it",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": "Enter the day they were born, or leave it empty."},
    )
    sex = forms.ChoiceField(
        label="Sex, as recorded",
        choices=((Sex.NOT_RECORDED, "Not known"), (Sex.FEMALE, "Female"), (Sex.MALE, "Male")),
        required=False,
        widget=forms.RadioSelect(attrs={"autocomplete": "off"}),
        initial=Sex.NOT_RECORDED,
    )
    lives = forms.CharField(label="An address or postcode they live or lived at", required=False)
    nhs = forms.CharField(label="NHS number, if you have it", required=False)
    why = Words(
        label="Why you look",
        help_text="Kept with your name. Name nobody here.",
        widget=forms.TextInput(),
        error_messages={"required": "Write why you look for them, in a few words."},
    )

    def clean_nhs(self) -> str:
        typed: str = self.cleaned_data["nhs"]
        if typed.strip() and not nhs_number(typed):
            raise forms.ValidationError("This cannot be an NHS number: it has ten digits. Check it, or leave it empty.")
        return typed

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not any(str(given.get(name) or "").strip() for name in ("name", "nhs", "born")):
            self.add_error("name", "Enter a name, a date of birth or an NHS number to look by.")
        return given

    def said(self) -> Said:
        """What was typed, as it is looked for."""
        given = self.cleaned_data
        name, lives = given["name"].strip(), given["lives"].strip()
        return Said(
            names=(name,) if name else (),
            sex=Sex(given["sex"] or Sex.NOT_RECORDED),
            born_from=given["born"],
            born_until=given["born"],
            postcodes=(lives,) if lives else (),
            nhs_number=given["nhs"].strip(),
        )
