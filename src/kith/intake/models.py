"""The typed tables of contacts in, what is read, what response is decided: one row beside each entry, with the fields its fact declares."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.chronology.entry import EntryRow
from kith.policy.facts import casework


class Contact(EntryRow):
    """Somebody tells us something about a child, before any decision. A relative's worry weighs the same as ours."""

    fact = casework.Contact
    scrub = (
        "asks_for",
        "where_now",
        "ring_back",
    )
    may_stay = (
        "entry",
        "harm",
        "family_aware",
        "told_by",
        "salt",
        "digest",
        "recorded_at",
    )

    harm = models.CharField(max_length=40)
    asks_for = models.TextField(default="")
    where_now = models.TextField(default="")
    ring_back = models.TextField(default="")
    family_aware = models.CharField(max_length=40)
    told_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+", null=True)


class HistoryCheck(EntryRow):
    """Past contacts and episodes were read: which, and what they change."""

    fact = casework.HistoryCheck
    may_stay = (
        "entry",
        "read",
        "salt",
        "digest",
        "recorded_at",
    )

    read = ArrayField(models.UUIDField(), default=list)


class ThresholdDecision(EntryRow):
    """What response a contact gets, and why."""

    fact = casework.ThresholdDecision
    may_stay = (
        "entry",
        "contact",
        "outcome",
        "salt",
        "digest",
        "recorded_at",
    )

    contact = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=40)
