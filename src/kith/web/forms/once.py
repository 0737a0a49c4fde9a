"""What may be sent once: a form with its words. The same sent twice is one act; other words on a page gone back to are another."""

import hashlib

from django import forms
from django.utils.datastructures import MultiValueDict

NOT_SAID = frozenset({"csrfmiddlewaretoken"})


def once(form: forms.Form, *also: str, but_for: frozenset[str] = frozenset()) -> str | None:
    """The token of an occasion for a valid form's own token and all that was sent with it, and for `also`.

    `but_for` are questions whose answers make no other act of it. None for a form that was sent without a token of its own.
    """
    if not form.cleaned_data["token"]:
        return None
    sent = form.data if isinstance(form.data, MultiValueDict) else MultiValueDict()
    said = sorted((name, sent.getlist(name)) for name in sent if name not in NOT_SAID | but_for)
    return hashlib.sha256(repr((said, also)).encode()).hexdigest()
