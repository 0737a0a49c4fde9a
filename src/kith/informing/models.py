"""The typed tables of who was told, and what came back: one row beside each entry, with the fields its fact declares."""

from django.db import models

from kith.chronology.entry import EntryRow
from kith.policy.facts import casework


class Answer(EntryRow):
    """What came back from somebody who was told."""

    fact = casework.Answer
    may_stay = (
        "entry",
        "told",
        "answer",
        "salt",
        "digest",
        "recorded_at",
    )

    told = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    answer = models.CharField(max_length=40)


class Told(EntryRow):
    """Somebody who must know was told of an entry, by a named way."""

    fact = casework.Told
    may_stay = (
        "entry",
        "of",
        "told_agency",
        "told_role",
        "how",
        "salt",
        "digest",
        "recorded_at",
    )

    of = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    told_agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    told_role = models.CharField(max_length=40)
    how = models.CharField(max_length=40)
