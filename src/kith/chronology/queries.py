"""Which entries stand, and about whom."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from kith.chronology.models import Entry, EntryAbout, Retraction


def standing() -> QuerySet[EntryAbout]:
    """That an entry is about somebody, where no correction took its place and it was not taken off their page."""
    corrected = Entry.objects.filter(corrects=OuterRef("entry"))
    retracted = Retraction.objects.filter(retracts=OuterRef("entry"), entry__about__person=OuterRef("person"))
    return EntryAbout.objects.exclude(Exists(corrected)).exclude(Exists(retracted))


def made_by(name: str, agency: UUID | None, since: datetime) -> tuple[UUID, ...]:
    """The entries somebody made since a moment, newest first. One statement."""
    found = Entry.objects.filter(by_name=name, agency=agency, at__gte=since).order_by("-at", "-id")
    return tuple(found.values_list("id", flat=True))
