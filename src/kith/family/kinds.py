"""The typed tables of who belongs to the child and who is open to the child, as somebody said: one row beside each entry, with the fields its fact declares."""

from django.db import models

from kith.chronology.entry import EntryRow
from kith.policy.facts import family


class AdultCheck(EntryRow):
    """Who an adult is was asked of another agency, or the answer came."""

    fact = family.AdultCheck
    may_stay = (
        "entry",
        "adult",
        "asked_of",
        "result",
        "salt",
        "digest",
        "recorded_at",
    )

    adult = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    asked_of = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", null=True)
    result = models.CharField(max_length=40)


class HouseholdMembership(EntryRow):
    """Somebody lives in, stays at or has left a household, from the time it happened."""

    fact = family.HouseholdMembership
    may_stay = (
        "entry",
        "household",
        "living",
        "salt",
        "digest",
        "recorded_at",
    )

    household = models.ForeignKey("family.Household", models.PROTECT, related_name="+")
    living = models.CharField(max_length=40)


class Involvement(EntryRow):
    """An agency is open to the child from the time it happened. Social care's is the episode later records belong to."""

    fact = family.Involvement
    may_stay = (
        "entry",
        "with_agency",
        "service",
        "harm",
        "salt",
        "digest",
        "recorded_at",
    )

    with_agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    service = models.CharField(max_length=40)
    harm = models.CharField(max_length=40)


class KeyAdult(EntryRow):
    """An adult who matters in the child's daily life, in the household or not. Unknown is a value."""

    fact = family.KeyAdult
    may_stay = (
        "entry",
        "adult",
        "relation",
        "cares_alone",
        "stays_overnight",
        "salt",
        "digest",
        "recorded_at",
    )

    adult = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    relation = models.CharField(max_length=40)
    cares_alone = models.CharField(max_length=40)
    stays_overnight = models.CharField(max_length=40)


class MayBeTold(EntryRow):
    """A named person decided that somebody may now be told."""

    fact = family.MayBeTold
    may_stay = (
        "entry",
        "decision",
        "salt",
        "digest",
        "recorded_at",
    )

    decision = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")


class Naming(EntryRow):
    """A name, or a birth date, said of somebody who was known only in part before."""

    fact = family.Naming
    scrub = ("name",)
    may_stay = (
        "entry",
        "sex",
        "born_from",
        "born_until",
        "salt",
        "digest",
        "recorded_at",
    )

    name = models.TextField()
    sex = models.CharField(max_length=40)
    born_from = models.DateField(null=True)
    born_until = models.DateField(null=True)


class NotToBeTold(EntryRow):
    """Somebody must not be told of something yet: what, why, and when that is looked at again."""

    fact = family.NotToBeTold
    scrub = ("what",)
    may_stay = (
        "entry",
        "person",
        "look_again_on",
        "salt",
        "digest",
        "recorded_at",
    )

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    what = models.TextField()
    look_again_on = models.DateField()


class Relationship(EntryRow):
    """What the person this is about is to another."""

    fact = family.Relationship
    may_stay = (
        "entry",
        "to",
        "relation",
        "parental_responsibility",
        "salt",
        "digest",
        "recorded_at",
    )

    to = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    relation = models.CharField(max_length=40)
    parental_responsibility = models.CharField(max_length=40)


class SafeContact(EntryRow):
    """The only safe way to reach somebody."""

    fact = family.SafeContact
    scrub = ("way",)
    may_stay = (
        "entry",
        "person",
        "salt",
        "digest",
        "recorded_at",
    )

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    way = models.TextField()


class AdultPlan(EntryRow):
    """Whether and how it is safe to speak with an adult, decided before anybody does. Why is in the words."""

    fact = family.AdultPlan
    may_stay = (
        "entry",
        "adult",
        "safe_to_contact",
        "look_again_on",
        "salt",
        "digest",
        "recorded_at",
    )

    adult = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    safe_to_contact = models.CharField(max_length=40)
    look_again_on = models.DateField(null=True)


class AdultSpokenTo(EntryRow):
    """Somebody spoke with an adult in the child's life, and what they said."""

    fact = family.AdultSpokenTo
    may_stay = (
        "entry",
        "adult",
        "salt",
        "digest",
        "recorded_at",
    )

    adult = models.ForeignKey("people.Person", models.PROTECT, related_name="+")


class Allocation(EntryRow):
    """Who works with the child for a service, by name. The last one said stands."""

    fact = family.Allocation
    scrub = ("worker_name",)
    may_stay = (
        "entry",
        "involvement",
        "worker_role",
        "salt",
        "digest",
        "recorded_at",
    )

    involvement = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    worker_name = models.TextField()
    worker_role = models.CharField(max_length=40)


class Move(EntryRow):
    """The child moved between areas. `to_agency` is who must have the history there."""

    fact = family.Move
    scrub = (
        "from_area",
        "to_area",
    )
    may_stay = (
        "entry",
        "to_agency",
        "salt",
        "digest",
        "recorded_at",
    )

    from_area = models.TextField(default="")
    to_area = models.TextField(default="")
    to_agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", null=True)
