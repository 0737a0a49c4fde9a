"""What a window remembers of whoever tells us without an account: which code was asked for and shown, what was told last.

It remembers two hours at most, and nothing once “Exit this page” was pressed.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from kith.journey.clock import now
from kith.web.doors import View

#: How long a window remembers, and how long a code that was shown counts for reading what became of a worry (ours).
REMEMBERS = timedelta(hours=2)
READS_FOR = timedelta(minutes=30)
_ASKED, _SHOWN, _SHOWN_AT, _BACK = "code_asked", "code_shown", "code_shown_at", "back_to"
_TOLD, _TOLD_ON = "told", "told_on"
_ALL = (_ASKED, _SHOWN, _SHOWN_AT, _BACK, _TOLD, _TOLD_ON)


def open_to_all(view: View) -> View:
    """A page for whoever comes. No browser keeps it, and no other site hears that somebody was here."""

    @wraps(view)
    def at_the_open_door(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        response = view(request, *arguments, **named)
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return at_the_open_door


@dataclass(frozen=True)
class Window:
    """The window of a request. Nothing in it is the reader's to write: it stands on our side."""

    request: HttpRequest

    def asked_for(self, code: UUID, back_to: str) -> None:
        """Remember which code was asked for, and where to go once it was shown."""
        self._write(**{_ASKED: code.hex, _BACK: back_to})

    def showed(self, code: UUID) -> None:
        """Remember that a code was shown, and when."""
        self.request.session.cycle_key()
        self._write(**{_SHOWN: code.hex, _SHOWN_AT: now().isoformat()})

    def told(self, contact: UUID, token: str) -> None:
        """Remember what was told last, and the token of the form it was told on."""
        self._write(**{_TOLD: contact.hex, _TOLD_ON: token})

    @property
    def code_asked(self) -> UUID | None:
        return self._id(_ASKED)

    @property
    def code_shown(self) -> UUID | None:
        return self._id(_SHOWN)

    @property
    def code_that_reads(self) -> UUID | None:
        """The code that was shown, while it is not long ago."""
        shown_at = self.request.session.get(_SHOWN_AT)
        recent = shown_at is not None and now() - datetime.fromisoformat(shown_at) < READS_FOR
        return self.code_shown if recent else None

    @property
    def told_last(self) -> UUID | None:
        return self._id(_TOLD)

    @property
    def told_on(self) -> str:
        """The token of the form on which something was told last: a form gone back to bears it again."""
        return str(self.request.session.get(_TOLD_ON, ""))

    @property
    def back_to(self) -> str:
        return str(self.request.session.get(_BACK, ""))

    def forget(self) -> None:
        """Remember nothing of all this. Whoever is signed in stays so."""
        if not self.request.user.is_authenticated:
            self.request.session.flush()
            return
        for name in _ALL:
            self.request.session.pop(name, None)

    def _write(self, **remembered: str) -> None:
        self.request.session.update(remembered)
        if not self.request.user.is_authenticated:
            self.request.session.set_expiry(int(REMEMBERS.total_seconds()))

    def _id(self, name: str) -> UUID | None:
        kept = self.request.session.get(name)
        return UUID(hex=kept) if kept else None
