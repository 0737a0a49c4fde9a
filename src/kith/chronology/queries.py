"""Which entries stand, and about whom."""

from django.db.models import Exists, OuterRef, QuerySet

from kith.chronology.models import Entry, EntryAbout, Retraction


def standing() -> QuerySet[EntryAbout]:
    """That an entry is about somebody, where no correction took its place and it was not taken off their page."""
    corrected = Entry.objects.filter(corrects=OuterRef("entry"))
    retracted = Retraction.objects.filter(retracts=OuterRef("entry"), entry__about__person=OuterRef("person"))
    return EntryAbout.objects.exclude(Exists(corrected)).exclude(Exists(retracted))
