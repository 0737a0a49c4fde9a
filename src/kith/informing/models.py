"""Who must hear of an entry; and the typed rows of who was told, and what came back."""

from django.db import models

from kith.chronology.entry import EntryRow
from kith.occasions.record import EnteredRow, new_id
from kith.policy.facts import informed


class Answer(EntryRow):
    """What came back from somebody who was told."""

    fact = informed.Answer
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

    fact = informed.Told
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


class Notice(EnteredRow):
    """That an agency must hear of an entry, prepared with it. Delivering and answering are rows and entries of their own."""

    scrub = ("why",)
    may_stay = ("id", "child", "entry", "agency", "in_full", "occasion", "at", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    child = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    entry = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    why = models.TextField()
    in_full = models.BooleanField()
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entry", "child", "agency"), name="notice_once_for_an_entry"),)

    def __str__(self) -> str:
        return f"notice {self.id}"


class Liaison(EntryRow):
    """Two agencies talked about the child outside any decision: a GP practice and the health visiting team, mostly."""

    fact = informed.Liaison
    may_stay = (
        "entry",
        "with_agency",
        "salt",
        "digest",
        "recorded_at",
    )

    with_agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")


class Handover(EntryRow):
    """A child, with what came in, is handed on by name: from the Emergency Duty Service to a day team, or to the next shift."""

    fact = informed.Handover
    scrub = ("to_name",)
    may_stay = (
        "entry",
        "of",
        "to_agency",
        "salt",
        "digest",
        "recorded_at",
    )

    of = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    to_agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    to_name = models.TextField(default="")


class HandoverAccepted(EntryRow):
    """Somebody took a child over, by name."""

    fact = informed.HandoverAccepted
    may_stay = (
        "entry",
        "handover",
        "salt",
        "digest",
        "recorded_at",
    )

    handover = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
