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


class ClosingProposed(EntryRow):
    """Somebody means to close, step down, return a child home or discharge a child, and says why before doing it."""

    fact = casework.ClosingProposed
    may_stay = (
        "entry",
        "what",
        "involvement",
        "salt",
        "digest",
        "recorded_at",
    )

    what = models.CharField(max_length=40)
    involvement = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+", null=True)


class ReturnHome(EntryRow):
    """A child who lived elsewhere to be safe goes home, and to whom."""

    fact = casework.ReturnHome
    may_stay = (
        "entry",
        "to_whom",
        "salt",
        "digest",
        "recorded_at",
    )

    to_whom = models.ForeignKey("people.Person", models.PROTECT, related_name="+", null=True)


class CourtOrder(EntryRow):
    """An order of a court about the child."""

    fact = casework.CourtOrder
    scrub = ("order",)
    may_stay = (
        "entry",
        "salt",
        "digest",
        "recorded_at",
    )

    order = models.TextField()


class FamilyTime(EntryRow):
    """Time a looked-after child spends with family, and who came."""

    fact = casework.FamilyTime
    may_stay = (
        "entry",
        "came",
        "salt",
        "digest",
        "recorded_at",
    )

    came = ArrayField(models.UUIDField(), default=list)


class Placement(EntryRow):
    """Where a child who is looked after lives."""

    fact = casework.Placement
    scrub = ("with_whom",)
    may_stay = (
        "entry",
        "salt",
        "digest",
        "recorded_at",
    )

    with_whom = models.TextField()


class PolicePower(EntryRow):
    """Police protection: Children Act 1989, section 46, at most 72 hours."""

    fact = casework.PolicePower
    may_stay = (
        "entry",
        "salt",
        "digest",
        "recorded_at",
    )
