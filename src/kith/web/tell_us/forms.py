"""The forms of whoever has no account: the one form of telling us, asked of themselves too; an address; a code; a reason."""

import re
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.validators import EmailValidator

from kith.policy.facts import Agency
from kith.policy.permissions import Actor
from kith.vocabulary import AgencyType
from kith.web.front_door.prompts import Prompt
from kith.web.front_door.tell_form import ASKED_AGAIN, TellForm

#: What Ofsted's numbers of settings and childminders look like: six or seven digits, most with two letters before.
_OFSTED = re.compile(r"(?:[A-Z]{2})?\d{6,7}")
SOMEWHERE_ELSE = ""


class OpenForm(TellForm):
    """The same form for whoever has no account: no child is offered, and a number to ring back need not be given."""

    def __init__(self, prompt: Prompt, places: tuple[Agency, ...], domain: str, posted: Any = None) -> None:
        super().__init__((), prompt, posted)
        del self.fields["child"]
        self.domain = domain
        self.fields["name"].label = "The child’s name, or what you call them"
        ring_back = self.fields["ring_back"]
        ring_back.label, ring_back.required = "A number on which we can ring you", False
        ring_back.help_text = (
            "Only if it is safe to ring it; say at what times. Without one we cannot ask you more."
            if not prompt.at_work
            else "In a hurry? The first box and your number are enough. We will ring you."
        )
        self.fields["by_name"] = forms.CharField(label="Your name", required=False, help_text=_of_your_name(prompt))
        if prompt.at_work:
            self._ask_where_they_work(places)
        self.order_fields(("said", "in_danger", "name", "born", "where_now", "when", "who_lives_there", "known", "mark",
                           "region", "side", "family_aware", "asks_for", "works_at", "works_said", "ofsted", "by_name",
                           "ring_back"))  # fmt: skip

    def _ask_where_they_work(self, places: tuple[Agency, ...]) -> None:
        if places:
            choices = [(str(one.id), one.name) for one in places]
            self.fields["works_at"] = forms.ChoiceField(
                label="Where you work",
                choices=[*choices, (SOMEWHERE_ELSE, "Somewhere else")],
                initial=choices[0][0] if len(choices) == 1 else SOMEWHERE_ELSE,
                required=False,
                widget=forms.RadioSelect(attrs=ASKED_AGAIN),
            )
        self.fields["works_said"] = forms.CharField(
            label="If somewhere else: where you work" if places else "Where you work", required=False
        )
        if self.prompt.key == "nursery":
            self.fields["ofsted"] = forms.CharField(
                label="Ofsted number, if you have it at hand", help_text="For example EY123456.", required=False
            )

    @property
    def works_at(self) -> UUID | None:
        """Which of the agencies that their address shows they chose."""
        chosen = self.cleaned_data.get("works_at")
        return UUID(chosen) if chosen else None

    def says_of(self, teller: Actor) -> str:
        if not self.prompt.at_work or teller.agency_type != AgencyType.UNKNOWN:
            return ""
        given = self.cleaned_data
        said = [one.strip() for one in (given["by_name"], given["works_said"]) if one.strip()]
        if ofsted := given.get("ofsted", "").strip():
            plain = "".join(ofsted.split()).upper()
            said.append(f"Ofsted number {plain if _OFSTED.fullmatch(plain) else f'{ofsted} (not the shape of one)'}")
        shown = f" Their e-mail address is at {self.domain}." if self.domain else ""
        return f"{', '.join(said) or 'not said'}. We could not confirm where they work.{shown}"


class AddressForm(forms.Form):
    """Where a code is to be sent."""

    address = forms.CharField(
        label="Your e-mail address at work",
        help_text="If you have none, any address of yours. We send a code to it, and nothing else.",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        validators=[EmailValidator("Enter an e-mail address, like name@example.com.")],
        error_messages={"required": "Enter an e-mail address, or go on without a code."},
    )


class CodeForm(forms.Form):
    """The six digits."""

    digits = forms.CharField(
        label="The six digits",
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "size": 8}),
        error_messages={"required": "Enter the six digits of the code we sent."},
    )


class DisagreeForm(forms.Form):
    """Why somebody who told us disagrees."""

    said = forms.CharField(
        label="Why do you disagree?",
        help_text="What you know that may have been missed. Somebody who decides reads it and must answer you.",
        widget=forms.Textarea(attrs={"rows": 4}),
        strip=False,
        error_messages={"required": "Say why you disagree: a reason is what they must answer."},
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, posted: Any = None) -> None:
        super().__init__(posted, initial={"token": uuid4().hex})

    def clean_said(self) -> str:
        said: str = self.cleaned_data["said"]
        if not said.strip():
            raise forms.ValidationError(self.fields["said"].error_messages["required"])
        return said


def _of_your_name(prompt: Prompt) -> str:
    if prompt.at_work:
        return "So that we can ask for you."
    return "You need not give it. If you do, we know whom to ask for; tell us if the family must not learn that it was you."
