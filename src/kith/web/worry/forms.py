"""The short forms of a worry at the front door. Each is an act by itself; nothing waits for the others."""

from typing import Any

from django import forms

from kith.replay.entry_in_words import word_in_words
from kith.vocabulary import Answered, HistorySource, ReasonGiven, ThresholdOutcome
from kith.web.forms.short import URGENCIES, Sent, Words, offer
from kith.web.words import capital

#: What protects comes first. Under each, the threshold in short; the partnership's own document has the whole of it.
OUTCOMES = (
    (ThresholdOutcome.IMMEDIATE_PROTECTION, "Protect at once: the child may be hurt before anybody has talked"),
    (ThresholdOutcome.STRATEGY_DISCUSSION, "Strategy discussion: reasonable cause to suspect significant harm"),
    (ThresholdOutcome.ASSESSMENT, "Assessment: may be a child in need (section 17)"),
    (ThresholdOutcome.ALREADY_OPEN, "Already open: to the worker and their manager, heard as loudly as a new worry"),
    (ThresholdOutcome.EARLY_HELP, "Early help: needs help that one service cannot give, and the family agrees"),
    (ThresholdOutcome.ADVICE, "Advice only to whoever told us"),
    (ThresholdOutcome.NO_FURTHER_ACTION, "No further action by social care"),
)
READ, ASKED, NOT_TO_BE_HAD, NOT_LOOKED = "read", "asked", "not_to_be_had", ""
_STATES = ((NOT_LOOKED, "Not looked"), (READ, "Read"), (ASKED, "Asked, waiting"), (NOT_TO_BE_HAD, "Nothing can be had"))


def _words(label: str, otherwise: str, *, rows: int = 2, help_text: str = "", required: bool = True) -> Words:
    return Words(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows}),
        strip=False,
        error_messages={"required": otherwise},
    )


class RateForm(Sent):
    """How urgent it is, and why."""

    urgency = forms.ChoiceField(
        label="How urgent it is",
        choices=URGENCIES,
        widget=forms.RadioSelect(attrs={"autocomplete": "off"}),
        error_messages={"required": "Choose how urgent it is. You can change it as you learn more."},
    )
    said = _words("Why", "Write why, in a line. It is a place in the queue, and others must see the reason.")


class AskForm(Sent):
    """Which agencies are asked, and what."""

    agencies = forms.MultipleChoiceField(
        label="Who is asked",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one agency to ask."},
    )
    said = _words("What you ask them", "Write what you want to know, in a line.")

    def __init__(self, agencies: tuple[tuple[str, str], ...], posted: Any = None) -> None:
        super().__init__(posted)
        offer(self, "agencies", agencies)


class BackForm(Sent):
    """What is missing, to whoever told us."""

    said = _words("What is missing", "Write what is missing, so that they can answer it.")


class ReadForm(Sent):
    """That the history shown was read, where else one looked, and what it changes."""

    said = _words(
        "What this changes",
        "Write what it changes. “Nothing, because …” is an answer.",
        help_text="A line is enough. It is kept with your decision.",
        rows=3,
    )

    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, shown: str, posted: Any = None) -> None:
        super().__init__(posted, shown=shown)
        self.shows = shown
        for source in HistorySource:
            self.fields[source.value] = forms.ChoiceField(
                label=capital(word_in_words(source)),
                choices=_STATES,
                required=False,
                initial=READ if source == HistorySource.KITH else NOT_LOOKED,
                widget=forms.Select(attrs={"autocomplete": "off"}),
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("shown") and given["shown"] != self.shows:
            self.add_error(None, "More history has appeared since you opened this page. Read it below, then sign.")
        return given

    def sources(self) -> list[forms.BoundField]:
        """The questions of where one looked."""
        return [self[source.value] for source in HistorySource]

    def named(self, state: str) -> tuple[HistorySource, ...]:
        """The places that were said to stand so."""
        return tuple(one for one in HistorySource if self.cleaned_data.get(one.value) == state)


class DecideForm(Sent):
    """What response the worry gets, why, and what the risk is held to be now. Nothing is chosen beforehand."""

    outcome = forms.ChoiceField(
        label="What response it gets",
        choices=OUTCOMES,
        widget=forms.RadioSelect(attrs={"autocomplete": "off"}),
        error_messages={"required": "Choose what response it gets."},
    )
    said = _words("Why", "Write why, in a sentence.", rows=3)
    reasons = forms.MultipleChoiceField(
        label="What this rests on",
        help_text="The last five may be true of our work. They say nothing about risk to the child.",
        choices=[(one.value, capital(word_in_words(one))) for one in ReasonGiven],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    risk_now = _words("The risk now, and what would change your mind", "", required=False)


class SecondForm(Sent):
    """Whether a second person agrees."""

    agrees = forms.ChoiceField(
        label="Do you agree?",
        choices=((Answered.YES, "I have read it, and agree"), (Answered.NO, "I do not agree: decide again")),
        widget=forms.RadioSelect(attrs={"autocomplete": "off"}),
        error_messages={"required": "Choose whether you agree."},
    )
    said = _words("Why", "", required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("agrees") == Answered.NO and not given.get("said", "").strip():
            self.add_error("said", "Write why you do not agree, so that it can be decided again.")
        return given
