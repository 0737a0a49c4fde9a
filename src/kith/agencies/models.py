"""Agencies, professionals and sign-ins; when an agency is open, whom to ring there, and who is on duty."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kith.occasions.record import EnteredRow, Kept, Row, Working, new_id


class Agency(EnteredRow):
    """An agency, team or setting."""

    may_stay = ("id", "name", "type", "occasion", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.TextField()
    type = models.CharField(max_length=40)
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.name} {self.id}"


class Professional(EnteredRow):
    """Somebody who works with children, in a role at an agency."""

    scrub = ("name",)
    may_stay = ("id", "role", "agency", "occasion", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.TextField()
    role = models.CharField(max_length=40)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="professionals")
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("name", "role", "agency"), name="professional_once_in_a_role"),)

    def __str__(self) -> str:
        return f"{self.name} {self.id}"


class SignIn(AbstractBaseUser, Row):
    """The credentials of a professional."""

    kept: ClassVar[Kept] = Working()
    scrub = ("username", "password")
    may_stay = ("id", "professional", "last_login", "made_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    username = models.CharField(max_length=150, unique=True)
    professional = models.OneToOneField(Professional, models.PROTECT, related_name="sign_in")
    made_at = models.DateTimeField(db_default=Now())

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    is_active = True

    objects = BaseUserManager()

    def __str__(self) -> str:
        return f"sign-in {self.username}"


class DutyHours(EnteredRow):
    """When an agency is open on a kind of day, or on one date, from a day on. Without hours: shut. The latest stands."""

    may_stay = (
        "id", "agency", "day", "on", "from_on", "opens", "closes", "occasion", "salt", "digest", "recorded_at"
    )  # fmt: skip

    id = models.UUIDField(primary_key=True, default=new_id)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    day = models.CharField(max_length=20, default="")
    on = models.DateField(null=True)
    from_on = models.DateField()
    opens = models.TimeField(null=True)
    closes = models.TimeField(null=True)
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=(Q(on=None) & ~Q(day="")) | Q(on__isnull=False, day=""),
                name="hours_are_of_a_kind_of_day_or_date",
            ),
            models.CheckConstraint(
                condition=Q(opens=None, closes=None) | Q(opens__isnull=False, closes__isnull=False),
                name="hours_open_and_close",
            ),
        )

    def __str__(self) -> str:
        return f"hours of {self.agency_id} {self.id}"


class Route(EnteredRow):
    """A number to ring for an agency: for which hours, who answers there, and when it was tried. The latest stands."""

    scrub = ("name", "number")
    may_stay = (
        "id", "agency", "kind", "answered_by", "checked_on", "from_on", "occasion", "salt", "digest", "recorded_at"
    )  # fmt: skip

    id = models.UUIDField(primary_key=True, default=new_id)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    name = models.TextField()
    number = models.CharField(max_length=40)
    answered_by = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    checked_on = models.DateField()
    from_on = models.DateField()
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"route to {self.agency_id} {self.id}"


class OnDuty(EnteredRow):
    """Who is on duty for an agency, by name and role, from a moment until another. The last entered stands."""

    scrub = ("name",)
    may_stay = ("id", "agency", "role", "from_at", "until_at", "occasion", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    name = models.TextField()
    role = models.CharField(max_length=40)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(until_at__gte=F("from_at")), name="on_duty_ends_after_it_begins"),
        )

    def __str__(self) -> str:
        return f"on duty at {self.agency_id} {self.id}"


class MailDomain(EnteredRow):
    """An agency's e-mail addresses end in this domain, as whoever looks after Kith said. Several agencies may share one."""

    may_stay = ("id", "domain", "agency", "occasion", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    domain = models.CharField(max_length=255)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("domain", "agency"), name="mail_domain_once_for_an_agency"),)

    def __str__(self) -> str:
        return f"domain of {self.agency_id} {self.id}"


class CodeAsked(EnteredRow):
    """Somebody without an account asked that a one-time code be sent to an e-mail address: what waits to be sent."""

    scrub = ("address",)
    may_stay = ("id", "at", "occasion", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    address = models.TextField()
    at = models.DateTimeField()
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("address", "at"), name="code_asked_of_an_address"),)

    def __str__(self) -> str:
        return f"code asked {self.id}"


class CodeTried(Row):
    """How far a one-time code has come: claimed by a sender, sent, tried how often, used. Of the code, a hash alone."""

    kept: ClassVar[Kept] = Working()
    may_stay = ("asked", "claimed_at", "sent_at", "hashed", "tries", "used_at")

    asked = models.OneToOneField(CodeAsked, models.PROTECT, primary_key=True, related_name="tried")
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    hashed = models.CharField(max_length=128, default="")
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=("asked",), condition=Q(sent_at=None), name="code_waits_to_be_sent"),)

    def __str__(self) -> str:
        return f"code tried {self.asked_id}"


class Away(EnteredRow):
    """Somebody is away from a moment until another, and who covers. The last entered stands.

    Back early is a later row in place of this one: who was away until when, as it was said before, stays.
    """

    may_stay = (
        "id", "professional", "from_at", "until_at", "covered_by", "in_place_of", "occasion", "salt", "digest",
        "recorded_at",
    )  # fmt: skip

    id = models.UUIDField(primary_key=True, default=new_id)
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    covered_by = models.ForeignKey(Professional, models.PROTECT, related_name="+", null=True)
    in_place_of = models.ForeignKey("self", models.PROTECT, related_name="+", null=True)
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(until_at__gte=F("from_at")), name="away_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(covered_by=None) | ~Q(covered_by=F("professional")), name="nobody_covers_for_themselves"
            ),
        )

    def __str__(self) -> str:
        return f"away {self.professional_id} {self.id}"
