"""The typed tables of contacts in, what is read, what response is decided: one row beside each entry, with the fields its fact declares.

What the police send in batches waits in two tables of its own until it becomes entries.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.chronology.entry import EntryRow
from kith.occasions.record import EndsOnce, EnteredRow, Kept, Row, new_id
from kith.policy.facts import front_door
from kith.vocabulary import Answered


class Contact(EntryRow):
    """Somebody tells us something about a child, before any decision. A relative's worry weighs the same as ours."""

    fact = front_door.Contact
    scrub = (
        "asks_for",
        "where_now",
        "ring_back",
    )
    may_stay = (
        "entry",
        "harm",
        "in_danger",
        "family_aware",
        "told_by",
        "salt",
        "digest",
        "recorded_at",
    )

    harm = models.CharField(max_length=40)
    in_danger = models.CharField(max_length=40, default=Answered.NOT_RECORDED)
    asks_for = models.TextField(default="")
    where_now = models.TextField(default="")
    ring_back = models.TextField(default="")
    family_aware = models.CharField(max_length=40)
    told_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+", null=True)


class HistoryCheck(EntryRow):
    """Past contacts and episodes were read: which, and what they change."""

    fact = front_door.HistoryCheck
    may_stay = (
        "entry",
        "read",
        "read_in",
        "asked_for_from",
        "not_to_be_had_from",
        "salt",
        "digest",
        "recorded_at",
    )

    read = ArrayField(models.UUIDField(), default=list)
    read_in = ArrayField(models.CharField(max_length=40), default=list)
    asked_for_from = ArrayField(models.CharField(max_length=40), default=list)
    not_to_be_had_from = ArrayField(models.CharField(max_length=40), default=list)


class ThresholdDecision(EntryRow):
    """What response a contact gets, and why: what it rests on, and what the decider holds the risk to be now."""

    fact = front_door.ThresholdDecision
    scrub = ("risk_now",)
    may_stay = (
        "entry",
        "contact",
        "outcome",
        "reasons",
        "salt",
        "digest",
        "recorded_at",
    )

    contact = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=40)
    reasons = ArrayField(models.CharField(max_length=40), default=list)
    risk_now = models.TextField(default="")


class Priority(EntryRow):
    """How urgent a contact is held to be, and why: a place in the queue, never a score."""

    fact = front_door.Priority
    may_stay = (
        "entry",
        "contact",
        "urgency",
        "salt",
        "digest",
        "recorded_at",
    )

    contact = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    urgency = models.CharField(max_length=40)


class InformationAsked(EntryRow):
    """An agency was asked what it knows of the child or the family, and by when."""

    fact = front_door.InformationAsked
    may_stay = (
        "entry",
        "contact",
        "of_agency",
        "due_at",
        "salt",
        "digest",
        "recorded_at",
    )

    contact = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    of_agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    due_at = models.DateTimeField(null=True)


class InformationReturned(EntryRow):
    """What an agency that was asked knows. That it knows nothing is an answer."""

    fact = front_door.InformationReturned
    may_stay = (
        "entry",
        "asked",
        "knows_them",
        "salt",
        "digest",
        "recorded_at",
    )

    asked = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    knows_them = models.CharField(max_length=40)


class SentBack(EntryRow):
    """A contact goes back to whoever told us, with what is missing."""

    fact = front_door.SentBack
    may_stay = (
        "entry",
        "contact",
        "salt",
        "digest",
        "recorded_at",
    )

    contact = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")


class Authorisation(EntryRow):
    """A second person read what was decided on a contact, and agrees or does not."""

    fact = front_door.Authorisation
    may_stay = (
        "entry",
        "decision",
        "agrees",
        "salt",
        "digest",
        "recorded_at",
    )

    decision = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    agrees = models.CharField(max_length=40)


class PoliceBatch(EnteredRow):
    """A file of police notifications, kept as it was received. `not_read` are the lines that could not be, in sentences."""

    scrub = ("file_name", "received", "not_read")
    may_stay = ("id", "force", "fingerprint", "at", "occasion", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    force = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    file_name = models.TextField()
    fingerprint = models.CharField(max_length=64)
    received = models.BinaryField()
    not_read = ArrayField(models.TextField())
    at = models.DateTimeField()
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("force", "fingerprint"), name="police_file_is_received_once"),)

    def __str__(self) -> str:
        return f"police batch {self.id}"


class PoliceRow(Row):
    """One child at one incident, as the police told it, until somebody says who it is: then it names contact and child.

    `grade` and `reasons` are what the comparison with the child chosen had come to then.
    """

    kept: ClassVar[Kept] = EndsOnce(("contact_id", "child_id", "verdict", "grade", "reasons"))
    scrub = (
        "address", "adult_names", "adults_born", "child_name", "child_born", "school", "grading", "words", "reasons",
    )  # fmt: skip
    may_stay = (
        "id", "batch", "line", "incident", "happened_start", "happened_end", "certainty", "child_sex", "child_was",
        "contact", "child", "verdict", "grade",
    )  # fmt: skip

    id = models.UUIDField(primary_key=True)
    batch = models.ForeignKey(PoliceBatch, models.PROTECT, related_name="rows")
    line = models.PositiveIntegerField()
    incident = models.TextField()
    happened_start = models.DateTimeField()
    happened_end = models.DateTimeField()
    certainty = models.CharField(max_length=20)
    address = models.TextField()
    adult_names = ArrayField(models.TextField())
    adults_born = ArrayField(models.DateField(null=True))
    child_name = models.TextField()
    child_born = models.DateField(null=True)
    child_sex = models.CharField(max_length=20)
    school = models.TextField()
    child_was = models.CharField(max_length=20)
    grading = models.TextField()
    words = models.TextField()
    contact = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+", null=True)
    child = models.ForeignKey("people.Person", models.PROTECT, related_name="+", null=True)
    verdict = models.CharField(max_length=20, null=True)
    grade = models.CharField(max_length=20, null=True)
    reasons = models.TextField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(contact=None, child=None, verdict=None)
                | models.Q(contact__isnull=False, child__isnull=False, verdict__isnull=False),
                name="police_row_ends_whole",
            ),
        )

    def __str__(self) -> str:
        return f"police row {self.id}"
