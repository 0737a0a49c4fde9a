"""What the short forms of several desks share: a form that counts once, words that are words, choices worked out late."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms

from kith.vocabulary import Urgency

#: What each colour means here: a partnership's own words, and may be changed by it.
URGENCIES = (
    (Urgency.RED, "Red: may be harmed now, or an injury. Decided in 4 hours"),
    (Urgency.AMBER, "Amber: serious, not this hour. Decided in 24 hours"),
    (
        Urgency.GREEN,
        "Green: a worry, no sign of significant harm. Decided in 72 hours, or by the next working day if that is sooner",
    ),
    (Urgency.BLUE, "Blue: advice, or help anybody can give. Decided by the next working day"),
)


class Sent(forms.Form):
    """A form that counts once, however often it is sent."""

    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, posted: Any = None, **initial: Any) -> None:
        super().__init__(
            posted, initial={"token": uuid4().hex, **initial}, auto_id=f"id_{type(self).__name__.lower()}_%s"
        )


class Words(forms.CharField):
    """Words, kept as they were typed; only spaces are no words."""

    def validate(self, value: str) -> None:
        super().validate(value.strip())


def offer(form: forms.Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Let a question of a form be answered from these alone."""
    asked = form.fields[name]
    assert isinstance(asked, forms.ChoiceField), f"{name} is no choice."
    asked.choices = list(choices)
