"""The short forms of a strategy discussion. Nothing waits for the others: each is an act by itself."""

from django import forms

from kith.replay.entry_in_words import role_in_words, word_in_words
from kith.vocabulary import DecisionKind, ReasonGiven, Role
from kith.web.forms.short import Sent
from kith.web.words import capital

#: Who may be heard in a discussion, in the order a room fills.
HEARD = (
    Role.SOCIAL_WORKER, Role.SOCIAL_CARE_MANAGER, Role.EMERGENCY_DUTY, Role.POLICE_OFFICER, Role.PAEDIATRICIAN,
    Role.HEALTH_VISITOR, Role.GP, Role.MIDWIFE, Role.SCHOOL_NURSE, Role.HOSPITAL_STAFF, Role.NURSERY_WORKER,
    Role.SCHOOL_STAFF, Role.EARLY_HELP_WORKER, Role.HUB_DECISION_MAKER, Role.HOUSING_OFFICER,
)  # fmt: skip

DECIDED = (
    (DecisionKind.START_SECTION_47, "A section 47 enquiry starts"),
    (DecisionKind.NO_SECTION_47, "No section 47 enquiry starts"),
    (DecisionKind.MEDICAL, "Medical examination: yes when and where, or no and why"),
    (DecisionKind.IMMEDIATE_SAFETY, "What keeps the child safe tonight"),
    (DecisionKind.SECTION_17, "A child and family assessment (section 17)"),
    (DecisionKind.OTHER, "Something else"),
)


class HereForm(Sent):
    """Who is here, or was spoken to."""

    heard = forms.MultipleChoiceField(
        label="Who is here, or was spoken to",
        choices=[(one.value, capital(role_in_words(one))) for one in HEARD],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose who is here. You are one of them."},
    )
    said = forms.CharField(
        label="How each takes part, and until when",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        strip=False,
    )


class DecideForm(Sent):
    """One thing decided, in words; with reasons where it is about an enquiry."""

    what = forms.ChoiceField(
        label="What is decided",
        choices=(("", "Choose"), *DECIDED),
        error_messages={"required": "Choose what is decided."},
    )
    said = forms.CharField(
        label="In words: what, why, and what would change our mind",
        widget=forms.Textarea(attrs={"rows": 3}),
        strip=False,
        error_messages={"required": "Write what is decided, in a sentence."},
    )
    reasons = forms.MultipleChoiceField(
        label="If it is about an enquiry: what it rests on",
        help_text="The last five may be true of our work. They say nothing about risk to the child.",
        choices=[(one.value, capital(word_in_words(one))) for one in ReasonGiven],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
