"""The typed rows of who works where, who was trained in what, and who read what they must."""

from django.db import models

from kith.chronology.entry import EntryRow
from kith.policy.facts import learned


class WorksAt(EntryRow):
    """Somebody works at a team or setting, or works there no longer."""

    fact = learned.WorksAt
    may_stay = ("entry", "setting", "worker_role", "post", "salt", "digest", "recorded_at")

    setting = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    worker_role = models.CharField(max_length=40)
    post = models.CharField(max_length=40)


class Training(EntryRow):
    """Somebody was trained, in what, and the last day on which it counts."""

    fact = learned.Training
    may_stay = ("entry", "topic", "expires_on", "salt", "digest", "recorded_at")

    topic = models.CharField(max_length=40)
    expires_on = models.DateField(null=True)


class PracticeUpdate(EntryRow):
    """Something that the people it is about must read, and by when."""

    fact = learned.PracticeUpdate
    scrub = ("title",)
    may_stay = ("entry", "read_by", "salt", "digest", "recorded_at")

    title = models.TextField()
    read_by = models.DateField()


class UpdateRead(EntryRow):
    """Somebody read what they were asked to read."""

    fact = learned.UpdateRead
    may_stay = ("entry", "update", "salt", "digest", "recorded_at")

    update = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
