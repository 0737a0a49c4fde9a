"""The typed tables of strategy discussions, decisions and their actions: one row beside each entry, with the fields its fact declares."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.chronology.entry import EntryRow
from kith.policy.facts import casework


class Action(EntryRow):
    """What somebody must do because of a decision, by when, and what will show it done."""

    fact = casework.Action
    scrub = (
        "owner_name",
        "shown_done_by",
    )
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
    owner_agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", null=True)
    owner_name = models.TextField(default="")
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
        "revisits",
        "rests_on",
        "reasons",
        "salt",
        "digest",
        "recorded_at",
    )

    what = models.CharField(max_length=40)
    discussion = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+", null=True)
    revisits = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+", null=True)
    rests_on = ArrayField(models.UUIDField(), default=list)
    reasons = ArrayField(models.CharField(max_length=40), default=list)


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


class DiscussionFinished(EntryRow):
    """The record of a strategy discussion is finished. What it decided counted from the moment it was entered."""

    fact = casework.DiscussionFinished
    may_stay = (
        "entry",
        "discussion",
        "salt",
        "digest",
        "recorded_at",
    )

    discussion = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")


class Escalation(EntryRow):
    """A professional disagrees, and takes it up."""

    fact = casework.Escalation
    may_stay = (
        "entry",
        "against",
        "salt",
        "digest",
        "recorded_at",
    )

    against = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")


class EscalationAnswered(EntryRow):
    """What came of a disagreement that was taken up, and who says so."""

    fact = casework.EscalationAnswered
    may_stay = (
        "entry",
        "escalation",
        "salt",
        "digest",
        "recorded_at",
    )

    escalation = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")


class ProfessionalOpinion(EntryRow):
    """What one professional holds about a question on which another may hold otherwise."""

    fact = casework.ProfessionalOpinion
    scrub = ("question",)
    may_stay = (
        "entry",
        "differs_from",
        "salt",
        "digest",
        "recorded_at",
    )

    question = models.TextField()
    differs_from = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+", null=True)


class Section47Enquiry(EntryRow):
    """A section 47 enquiry begun on the level of risk (Children Act 1989, section 47)."""

    fact = casework.Section47Enquiry
    may_stay = (
        "entry",
        "discussion",
        "salt",
        "digest",
        "recorded_at",
    )

    discussion = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+", null=True)


class Supervision(EntryRow):
    """A discussion about the work with a child; it may revisit a decision. `open_lines` are the questions it left open."""

    fact = casework.Supervision
    may_stay = (
        "entry",
        "next_on",
        "open_lines",
        "salt",
        "digest",
        "recorded_at",
    )

    next_on = models.DateField(null=True)
    open_lines = ArrayField(models.CharField(max_length=40), default=list)
