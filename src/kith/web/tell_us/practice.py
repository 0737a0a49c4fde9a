"""The demonstration's mail: it never leaves, and is read here instead. Elsewhere there is no such page."""

from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.web.clock.views import of_the_demonstration
from kith.web.tell_us.window import open_to_all

SHOWN = 5


@of_the_demonstration
@require_safe
@open_to_all
def mail(request: HttpRequest) -> HttpResponse:
    """The last few, newest first. They come within seconds: the worker sends them."""
    return render(request, "tell_us/practice_mail.html", {"mails": _mails()})


def _mails() -> tuple[dict[str, str], ...]:
    folder = Path(settings.EMAIL_FILE_PATH) if settings.EMAIL_FILE_PATH else None
    if folder is None or not folder.is_dir():
        return ()
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    return tuple(_mail(file) for file in files[:SHOWN])


def _mail(file: Path) -> dict[str, str]:
    read = message_from_bytes(file.read_bytes().rpartition(b"\n-----")[0], policy=policy.default)
    return {"to": str(read["To"]), "subject": str(read["Subject"]), "words": read.get_content()}
