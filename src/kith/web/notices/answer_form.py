"""What an agency answers to a notice."""

from typing import Any
from uuid import uuid4

from django import forms

from kith.vocabulary import AnswerKind

ANSWERS = (
    (AnswerKind.ACKNOWLEDGED, "We know, and will do our part"),
    (AnswerKind.AGREES, "We agree"),
    (AnswerKind.DISAGREES, "We disagree, because…"),
)


class AnswerForm(forms.Form):
    """One answer, and words where there is something to say. To disagree needs a reason."""

    answer = forms.ChoiceField(
        label="Your answer",
        choices=ANSWERS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose an answer, or go back: that you opened it is kept."},
    )
    said = forms.CharField(
        label="What you want them to know", required=False, widget=forms.Textarea(attrs={"rows": 4}), strip=False
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, posted: Any = None) -> None:
        super().__init__(posted, initial={"token": uuid4().hex})

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("answer") == AnswerKind.DISAGREES and not given.get("said", "").strip():
            self.add_error("said", "Say why you disagree: a reason is what they must answer.")
        return given
