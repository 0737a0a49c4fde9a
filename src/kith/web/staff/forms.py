"""Naming somebody who works at a team or setting and is not in its list yet."""

from typing import Any
from uuid import uuid4

from django import forms

from kith.replay.entry_in_words import role_in_words
from kith.vocabulary import Role
from kith.web.words import capital

_NOT_STAFF = (Role.FAMILY_MEMBER, Role.NEIGHBOUR, Role.MEMBER_OF_PUBLIC, Role.UNKNOWN)


class NewStaffForm(forms.Form):
    """Who they are, and what they do there. `token` keeps a form sent twice from being two people."""

    name = forms.CharField(
        label="Their name", max_length=200, error_messages={"required": "Enter the name of who works here."}
    )
    worker_role = forms.ChoiceField(
        label="In what role",
        choices=[(role.value, capital(role_in_words(role))) for role in Role if role not in _NOT_STAFF],
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, posted: Any = None, **initial: Any) -> None:
        super().__init__(posted, initial={"token": uuid4().hex, **initial})
