"""The occasion of every act and every look: who, when, from where, why. It outlives a refusal. No foreign key at all."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from kith.occasions.record import EndsOnce, EnteredRow, Kept, Row, new_id


class Occasion(Row):
    """Somebody acted or looked. `at` is set once, after the children are locked; none means it was cut off."""

    kept: ClassVar[Kept] = EndsOnce(("at",))
    may_stay = (
        "id", "by_id", "by_name", "role", "agency_id", "agency_name", "through", "purpose", "token", "at", "recorded_at"
    )  # fmt: skip

    id = models.UUIDField(primary_key=True, default=new_id)
    by_id = models.UUIDField(null=True)
    by_name = models.TextField()
    role = models.CharField(max_length=40)
    agency_id = models.UUIDField(null=True)
    agency_name = models.TextField()
    through = models.CharField(max_length=20)
    purpose = models.CharField(max_length=20)
    token = models.CharField(max_length=80, null=True, unique=True)
    at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"occasion {self.id}"


class OccasionOutcome(EnteredRow):
    """How an occasion came out: done, refused (and the sentence said), or failed."""

    may_stay = ("occasion", "outcome", "said", "at", "salt", "digest", "recorded_at")

    occasion = models.OneToOneField(Occasion, models.PROTECT, primary_key=True, related_name="outcome")
    outcome = models.CharField(max_length=20)
    said = models.TextField(default="")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"outcome of occasion {self.occasion_id}"


class ClockMoved(EnteredRow):
    """Somebody moved the demonstration's clock on, by how many seconds and to when. It is never moved back."""

    may_stay = ("id", "occasion", "seconds", "to", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="+")
    seconds = models.BigIntegerField()
    to = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(seconds__gt=0), name="clock_moves_on_only"),)

    def __str__(self) -> str:
        return f"clock moved {self.id}"
