"""The entry: one thing seen, said or done. Never altered; a correction is a new entry that names the old."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.occasions.record import EnteredRow, new_id
from kith.policy.facts import Fact


class Entry(EnteredRow):
    """Who, when and about whom of anything in the chronology. Who, role and agency stand here as words too."""

    scrub = ("by_name", "said")
    may_stay = (
        "id", "kind", "happened_start", "happened_end", "certainty", "at", "at_assumed", "role", "agency", "occasion",
        "known_to", "corrects", "salt", "digest", "recorded_at",
    )  # fmt: skip

    id = models.UUIDField(primary_key=True, default=new_id)
    kind = models.CharField(max_length=40)
    happened_start = models.DateTimeField()
    happened_end = models.DateTimeField()
    certainty = models.CharField(max_length=20)
    at = models.DateTimeField()
    at_assumed = models.BooleanField(default=False)
    by_name = models.TextField(default="")
    role = models.CharField(max_length=40)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")
    known_to = ArrayField(models.UUIDField(), null=True)
    corrects = models.ForeignKey("self", models.PROTECT, related_name="+", null=True)
    said = models.TextField(default="")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(happened_end__gte=F("happened_start")), name="entry_happens_forwards"),
            models.CheckConstraint(condition=Q(happened_start__lte=F("at")), name="entry_happened_before_it_was_made"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class EntryAbout(EnteredRow):
    """That an entry is about a person. An entry about three siblings has three."""

    may_stay = ("id", "entry", "person", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="about")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entry", "person"), name="entry_about_a_person_once"),)

    def __str__(self) -> str:
        return f"{self.entry_id} about {self.person_id}"


class EntryRow(EnteredRow):
    """The typed row beside an entry. `fact` is the kind of fact that its columns make."""

    fact: ClassVar[type[Fact]]

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.fact.kind} {self.entry_id}"


def columns_of(model: type[EntryRow]) -> dict[str, str]:
    """Which column makes which field of the fact: the same name, or the same name of what it points at."""
    common = set(Fact.__dataclass_fields__)
    own = [name for name in model.fact.__dataclass_fields__ if name not in common]
    columns = {field.name: field.column for field in model._meta.concrete_fields}
    return {name: str(columns[name]) for name in own}
