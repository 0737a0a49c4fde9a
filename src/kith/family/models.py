"""Households, and the typed rows of everything said of a family."""

from django.db import models

from kith.family.kinds import (
    AdultCheck,
    AdultPlan,
    AdultSpokenTo,
    Allocation,
    HouseholdMembership,
    Involvement,
    KeyAdult,
    MayBeTold,
    Move,
    Naming,
    NotToBeTold,
    Relationship,
    SafeContact,
)
from kith.occasions.record import EnteredRow, new_id


class Household(EnteredRow):
    """A place where people live together, in the words of whoever told of it."""

    scrub = ("said",)
    may_stay = ("id", "occasion", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    said = models.TextField(default="")
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"household {self.id}"


__all__ = [
    "AdultCheck",
    "AdultPlan",
    "AdultSpokenTo",
    "Allocation",
    "Household",
    "HouseholdMembership",
    "Involvement",
    "KeyAdult",
    "MayBeTold",
    "Move",
    "Naming",
    "NotToBeTold",
    "Relationship",
    "SafeContact",
]
