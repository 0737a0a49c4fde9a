"""Duties: findings kept until met, waived, lapsed, or their rule changed; and the watch on each subject's next change."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.occasions.record import EndsOnce, EnteredRow, Kept, Row, Working, new_id


class Told(models.Model):
    """What a finding says, as it stood at one moment."""

    kind = models.CharField(max_length=20)
    severity = models.CharField(max_length=20)
    learning = ArrayField(models.PositiveSmallIntegerField())
    sentence = models.TextField()
    do_next = models.TextField()
    evidence = ArrayField(models.UUIDField())
    owed_role = models.CharField(max_length=40)
    owed_agency = models.UUIDField(null=True)
    due_at = models.DateTimeField(null=True)
    clock = models.CharField(max_length=20, null=True)
    holds = models.CharField(max_length=40, null=True)
    source = models.TextField()

    class Meta:
        abstract = True


TOLD = tuple(field.name for field in Told._meta.local_fields)


class Duty(Told, Row):
    """One opening of a finding. Who ended it, when and how go from null to a value once.

    It has one subject: a child (`subject`), or a team or setting (`setting`).
    """

    kept: ClassVar[Kept] = EndsOnce(("closed_by_id", "closed_at", "ending"))
    scrub = ("sentence", "do_next")
    may_stay = (
        "id", "rule", "subject", "setting", "about", "times_opened", "rulebook_hash", "opened_by", "opened_at",
        "closed_by", "closed_at", "ending", *(name for name in TOLD if name not in ("sentence", "do_next")),
    )  # fmt: skip

    id = models.UUIDField(primary_key=True)
    rule = models.CharField(max_length=120)
    subject = models.ForeignKey("people.Person", models.PROTECT, related_name="+", null=True)
    setting = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", null=True)
    about = models.UUIDField()
    times_opened = models.PositiveIntegerField()
    rulebook_hash = models.CharField(max_length=64)
    opened_by = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_by = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+", null=True)
    closed_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=20, null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(subject=None, setting__isnull=False) | Q(subject__isnull=False, setting=None),
                name="duty_of_a_child_or_of_a_setting",
            ),
            models.UniqueConstraint(
                fields=("rule", "subject", "setting", "about"),
                condition=Q(ending=None),
                nulls_distinct=False,
                name="duty_open_once_for_a_key",
            ),
            models.UniqueConstraint(
                fields=("rule", "subject", "setting", "about", "times_opened"),
                nulls_distinct=False,
                name="duty_opening_counted_once",
            ),
            models.CheckConstraint(
                condition=Q(ending=None, closed_at=None, closed_by=None)
                | Q(ending__isnull=False, closed_at__isnull=False, closed_by__isnull=False),
                name="duty_ends_whole",
            ),
            models.CheckConstraint(
                condition=Q(due_at=None, clock=None) | Q(due_at__isnull=False, clock__isnull=False),
                name="duty_is_due_by_a_clock",
            ),
        )

    def __str__(self) -> str:
        return f"duty {self.id}"


class DutyChange(Told, EnteredRow):
    """What an open duty says from an occasion on."""

    scrub = ("sentence", "do_next")
    may_stay = (
        "id", "duty", "occasion", "at", *(name for name in TOLD if name not in ("sentence", "do_next")),
        "salt", "digest", "recorded_at",
    )  # fmt: skip

    id = models.UUIDField(primary_key=True, default=new_id)
    duty = models.ForeignKey(Duty, models.PROTECT, related_name="changes")
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"change of duty {self.duty_id} {self.id}"


class Watching(Row):
    """When a picture could next change by time alone, under which rulebook it was last assessed, and which rules broke."""

    kept: ClassVar[Kept] = Working()

    next_change_at = models.DateTimeField(null=True, db_index=True)
    rulebook_hash = models.CharField(max_length=64, default="", db_index=True)
    assessed_at = models.DateTimeField(null=True)
    could_not_check = ArrayField(models.CharField(max_length=120), default=list)

    class Meta:
        abstract = True


WATCHED = tuple(field.name for field in Watching._meta.local_fields)


class Watch(Watching):
    """When a child's picture could next change by time alone, and under which rulebook it was last assessed."""

    may_stay = ("child", *WATCHED)

    child = models.OneToOneField("people.Person", models.PROTECT, primary_key=True, related_name="+")

    def __str__(self) -> str:
        return f"watch on {self.child_id}"


class SettingWatch(Watching):
    """The same of a team or setting: of those that staff are on record for."""

    may_stay = ("setting", *WATCHED)

    setting = models.OneToOneField("agencies.Agency", models.PROTECT, primary_key=True, related_name="+")

    def __str__(self) -> str:
        return f"watch on setting {self.setting_id}"
