"""The typed tables of strategy discussions, decisions and their actions: one row beside each entry, with the fields its fact declares."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.chronology.entry import EntryRow
from kith.policy.facts import casework


class Action(EntryRow):
    """What somebody must do because of a decision, by when, and what will show it done."""

    fact = casework.Action
    scrub = ("shown_done_by",)
    may_stay = (
        "entry",
        "decision",
        "owner_role",
        "owner_agency",
        "due_at",
        "salt",
        "digest",
        "recorded_at",
    )

    decision = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    owner_role = models.CharField(max_length=40)
    owner_agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    due_at = models.DateTimeField(null=True)
    shown_done_by = models.TextField(default="")


class ActionDone(EntryRow):
    """An action was done, and what shows it."""

    fact = casework.ActionDone
    may_stay = (
        "entry",
        "action",
        "salt",
        "digest",
        "recorded_at",
    )

    action = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")


class Decision(EntryRow):
    """What was decided, by whom, and why. It may be revisited by another; it is never edited."""

    fact = casework.Decision
    may_stay = (
        "entry",
        "what",
        "discussion",
        "salt",
        "digest",
        "recorded_at",
    )

    what = models.CharField(max_length=40)
    discussion = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+", null=True)


class StrategyDiscussion(EntryRow):
    """Social care, police and health talk about whether a child is being harmed: who was heard, present or consulted."""

    fact = casework.StrategyDiscussion
    may_stay = (
        "entry",
        "heard",
        "prompted_by",
        "salt",
        "digest",
        "recorded_at",
    )

    heard = ArrayField(models.CharField(max_length=40), default=list)
    prompted_by = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+", null=True)
