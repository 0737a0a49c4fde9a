"""Contacts, as the front door works through them."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from kith.chronology.models import Entry
from kith.intake.models import Contact, ThresholdDecision
from kith.policy.permissions import DECIDERS


def contact_told_with(token: str) -> UUID | None:
    """The contact that was told under this token, at the first attempt or a later one. One statement."""
    told = Q(entry__occasion__token=token) | Q(entry__occasion__token__startswith=f"{token} ")
    return Contact.objects.filter(told).order_by("entry_id").values_list("entry_id", flat=True).first()


def contacts_told_by(name: str, agency: UUID | None, since: datetime) -> tuple[UUID, ...]:
    """What somebody told from where they work since a moment, the newest first. One statement."""
    theirs = Contact.objects.filter(entry__by_name=name, entry__agency=agency, entry__at__gte=since)
    return tuple(theirs.order_by("-entry__at", "-entry_id").values_list("entry_id", flat=True))


def told_under(contact: UUID) -> UUID | None:
    """As whom a contact was told: a professional, or the one-time code somebody had. One statement."""
    return Contact.objects.filter(entry=contact).values_list("entry__occasion__by_id", flat=True).first()


def contacts_at_the_door(since: datetime) -> tuple[UUID, ...]:
    """Contacts nobody who decides has decided on, however old; and those decided since a moment. Oldest first. One statement."""
    corrected = Entry.objects.filter(corrects=OuterRef("entry"))
    decided = ThresholdDecision.objects.filter(contact=OuterRef("entry"), entry__role__in=DECIDERS)
    lately = decided.filter(entry__at__gte=since)
    found = Contact.objects.exclude(Exists(corrected)).filter(~Q(Exists(decided)) | Q(Exists(lately)))
    return tuple(found.order_by("entry__at", "entry_id").values_list("entry_id", flat=True))
