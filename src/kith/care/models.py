"""The typed tables of assessments, tools, meetings, and services stepped down: one row beside each entry, with the fields its fact declares."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.chronology.entry import EntryRow
from kith.policy.facts import casework


class Assessment(EntryRow):
    """A child and family assessment, or early help's, and how far it has come."""

    fact = casework.Assessment
    scrub = ("recommends",)
    may_stay = (
        "entry",
        "stage",
        "salt",
        "digest",
        "recorded_at",
    )

    stage = models.CharField(max_length=40)
    recommends = models.TextField(default="")


class FamilyMeeting(EntryRow):
    """A meeting held with the family or about the child that is not a strategy discussion, and who was heard."""

    fact = casework.FamilyMeeting
    scrub = ("what",)
    may_stay = (
        "entry",
        "heard",
        "salt",
        "digest",
        "recorded_at",
    )

    what = models.TextField()
    heard = ArrayField(models.UUIDField(), default=list)


class SteppedDown(EntryRow):
    """An open service was stepped down or closed, to what, and why."""

    fact = casework.SteppedDown
    may_stay = (
        "entry",
        "involvement",
        "to",
        "salt",
        "digest",
        "recorded_at",
    )

    involvement = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    to = models.CharField(max_length=40)


class ToolGrade(EntryRow):
    """That a graded tool was used, and its worst grade where given (1 best, 5 worst). Evidence, never a decision."""

    fact = casework.ToolGrade
    scrub = ("tool",)
    may_stay = (
        "entry",
        "worst_grade",
        "salt",
        "digest",
        "recorded_at",
    )

    tool = models.TextField()
    worst_grade = models.PositiveIntegerField(null=True)
