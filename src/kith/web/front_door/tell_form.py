"""Tell us about a child: words first, and nothing obligatory but words and a way to ring back.

One form for everybody: signed in, with a one-time code, or neither. Who they are changes what help stands under the first
question, and what is asked of themselves.
"""

from typing import Any
from uuid import UUID, uuid4

from django import forms

from kith.policy.facts import Person
from kith.policy.permissions import Actor
from kith.replay.entry_in_words import word_in_words
from kith.vocabulary import Answered, Region, Side
from kith.web.forms.short import offer
from kith.web.front_door.prompts import Prompt
from kith.web.words import capital

SOMEBODY_ELSE, ELSE_IN_WORDS = "", "A child not in this list"
#: A browser that goes back may tick another choice than was ticked: of choices it keeps none, and asks again.
ASKED_AGAIN = {"autocomplete": "off"}
#: How long an answer in a box of one line may be (ours): names stand on cards. It is asked about; no browser cuts it.
ONE_LINE_AT_MOST = 120


def _where() -> tuple[tuple[str, str], ...]:
    return tuple(
        (one.value, capital(word_in_words(one)) or "Not said")
        for one in sorted(Region, key=lambda one: one != Region.NOT_RECORDED)
    )


class TellForm(forms.Form):
    """What a nursery worker can say standing up in three minutes."""

    said = forms.CharField(
        label="What has happened?",
        widget=forms.Textarea(attrs={"rows": 8}),
        strip=False,
        error_messages={"required": "Write what has happened, in your own words. One sentence is enough."},
    )
    in_danger = forms.ChoiceField(
        label="Is the child in danger now?",
        help_text="If so, ring 999 first. Then send this.",
        choices=(("yes", "Yes"), ("no", "No"), ("cannot tell", "I do not know")),
        required=False,
        widget=forms.RadioSelect(attrs=ASKED_AGAIN),
    )
    ring_back = forms.CharField(
        label="Your phone",
        help_text="In a hurry? The box above and your number are enough. We will ring you.",
        error_messages={"required": "Give a number to ring you back on."},
    )
    child = forms.ChoiceField(label="Which child", required=False, widget=forms.RadioSelect(attrs=ASKED_AGAIN))
    name = forms.CharField(label="If not in the list: the child’s name, or what you call them", required=False)
    born = forms.CharField(label="Age or date of birth, as far as you know", required=False)
    when = forms.CharField(
        label="When did it happen?",
        help_text="As well as you know: “today about 9”, “twice last week”, “for months”.",
        required=False,
    )
    where_now = forms.CharField(label="Where is the child now, and who is with them?", required=False)
    who_lives_there = forms.CharField(
        label="Who lives with or looks after the child?",
        help_text="First names are enough. Include anyone you are not sure about.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    known = forms.CharField(
        label="What else do you know?",
        help_text="What has happened before, who else knows of it, what goes well.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    mark = forms.ChoiceField(
        label="Have you seen a mark or injury?",
        help_text="Only what you have seen already. Do not look under clothes and do not take photographs.",
        choices=(("yes", "Yes"), ("no", "No")),
        required=False,
        widget=forms.RadioSelect(attrs=ASKED_AGAIN),
    )
    region = forms.ChoiceField(label="Where on the body was it", choices=_where, required=False)
    side = forms.ChoiceField(
        label="Which side: the child’s own left and right",
        choices=lambda: tuple((one.value, capital(word_in_words(one)) or "Not said") for one in Side),
        initial=Side.NOT_RECORDED,
        required=False,
        widget=forms.RadioSelect(attrs=ASKED_AGAIN),
    )
    family_aware = forms.ChoiceField(
        label="Does the family know you are telling us?",
        choices=(
            (Answered.YES, "Yes"),
            (Answered.NO, "Not yet"),
            (Answered.NOT_RECORDED, "I do not know, or it may not be safe"),
        ),
        required=False,
        widget=forms.RadioSelect(attrs=ASKED_AGAIN),
    )
    asks_for = forms.CharField(
        label="What do you want to happen?", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, children: tuple[Person, ...], prompt: Prompt, posted: Any = None) -> None:
        super().__init__(posted, initial={"token": uuid4().hex})
        self.prompt = prompt
        self.fields["said"].help_text = prompt.help
        # Of a long list the first alone stand open: among them that the child is in none, and whoever was chosen.
        chosen = posted.get("child") if posted else None
        choices = sorted(((str(one.id), one.called) for one in children), key=lambda one: one[0] != chosen)
        self.offered = dict(choices)
        offer(self, "child", [(SOMEBODY_ELSE, ELSE_IN_WORDS), *choices])

    def clean_said(self) -> str:
        said: str = self.cleaned_data["said"]
        if not said.strip():
            raise forms.ValidationError(self.fields["said"].error_messages["required"])
        return said

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        self._keep_to_one_line(given)
        if given.get("child") and given.get("name", "").strip():
            called = self.offered[given["child"]]
            self.add_error(
                "child",
                f"You chose {called} and also wrote a name. If it is {called}, empty the name; if it is another child, "
                f"choose “{ELSE_IN_WORDS}”: say which.",
            )
        return given

    def _keep_to_one_line(self, given: dict[str, Any]) -> None:
        too_long = [
            name
            for name, said in given.items()
            if isinstance(self.fields[name].widget, forms.TextInput) and len(said or "") > ONE_LINE_AT_MOST
        ]
        for name in too_long:
            self.add_error(
                name,
                f"“{self.fields[name].label}” is longer than {ONE_LINE_AT_MOST} letters. Shorten it here, and write the "
                "rest in the first box.",
            )

    @property
    def chosen(self) -> UUID | None:
        """The child chosen from the list, if one was."""
        return UUID(self.cleaned_data["child"]) if self.cleaned_data.get("child") else None

    def says_of(self, teller: Actor) -> str:
        """What the hub must know of who tells it, beyond their name and agency: of somebody signed in, nothing."""
        return ""

    @property
    def tells_of_a_mark(self) -> bool:
        """Whether anything of a mark was answered, valid or not: then its questions stand open again."""
        unsaid = ("", Region.NOT_RECORDED, None)
        return self["mark"].value() == "yes" or any(self[name].value() not in unsaid for name in ("region", "side"))

    @property
    def saw_a_mark(self) -> bool:
        """Whether a mark was seen: said so, or said where."""
        return self.cleaned_data.get("mark") == "yes" or self.cleaned_data.get("region") not in (
            "",
            Region.NOT_RECORDED,
        )
