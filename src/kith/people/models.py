"""People: known, known in part, or not known."""

from django.db import models
from django.db.models import F, Q

from kith.occasions.record import EnteredRow, new_id


class Person(EnteredRow):
    """Somebody as first entered. What is said of their name later is an entry of its own."""

    scrub = ("name", "born_from", "born_until", "expected_on")
    may_stay = ("id", "identity", "sex", "stage_said", "occasion", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.TextField(default="")
    identity = models.CharField(max_length=20)
    sex = models.CharField(max_length=20)
    born_from = models.DateField(null=True)
    born_until = models.DateField(null=True)
    expected_on = models.DateField(null=True)
    stage_said = models.CharField(max_length=20)
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(born_from=None, born_until=None) | Q(born_until__gte=F("born_from")),
                name="person_is_born_forwards",
            ),
        )

    def __str__(self) -> str:
        return f"person {self.id}"
