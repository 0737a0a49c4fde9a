"""Agencies, professionals and sign-ins."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import BaseUserManager
from django.db import models
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
