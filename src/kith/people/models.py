"""People: known, known in part, or not known; what was said of who they are; and what was decided of two of them."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.occasions.record import EnteredRow, Kept, Row, Working, new_id


class Person(EnteredRow):
    """Somebody as first entered. What is said of their name later is an entry of its own."""

    scrub = ("name", "born_from", "born_until", "expected_on")
    may_stay = ("id", "identity", "sex", "stage_said", "occasion", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.TextField(default="")
    identity = models.CharField(max_length=20)
    sex = models.CharField(max_length=20)
    born_from = models.DateField(null=True)
    born_until = models.DateField(null=True)
    expected_on = models.DateField(null=True)
    stage_said = models.CharField(max_length=20)
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(born_from=None, born_until=None) | Q(born_until__gte=F("born_from")),
                name="person_is_born_forwards",
            ),
        )

    def __str__(self) -> str:
        return f"person {self.id}"


class IdentityClaim(EnteredRow):
    """What was said of who somebody is after they were first entered: a name, a birth date, an address, a number.

    Numbers stand as they were typed, right or not. `entry` is the entry it was said in, if it was said in one.
    """

    scrub = ("name", "born_from", "born_until", "address", "nhs_number", "upn")
    may_stay = (
        "id", "person", "entry", "name_use", "sex", "lived_from", "lived_until", "is_protected", "nhs_checked_on",
        "occasion", "salt", "digest", "recorded_at",
    )  # fmt: skip

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey(Person, models.PROTECT, related_name="claims")
    entry = models.UUIDField(null=True, db_index=True)
    name = models.TextField(default="")
    name_use = models.CharField(max_length=20)
    sex = models.CharField(max_length=20)
    born_from = models.DateField(null=True)
    born_until = models.DateField(null=True)
    address = models.TextField(default="")
    lived_from = models.DateField(null=True)
    lived_until = models.DateField(null=True)
    is_protected = models.BooleanField(default=False)
    nhs_number = models.TextField(default="")
    nhs_checked_on = models.DateField(null=True)
    upn = models.TextField(default="")
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(born_from=None, born_until=None) | Q(born_until__gte=F("born_from")),
                name="claim_is_born_forwards",
            ),
        )

    def __str__(self) -> str:
        return f"claim {self.id}"


class ClaimWithdrawn(EnteredRow):
    """What was once said of somebody's identity was said of the wrong person, or mistaken; and why."""

    scrub = ("why",)
    may_stay = ("claim", "occasion", "salt", "digest", "recorded_at")

    claim = models.OneToOneField(IdentityClaim, models.PROTECT, primary_key=True, related_name="withdrawn")
    why = models.TextField()
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"claim {self.claim_id} withdrawn"


class IdentitySealed(EnteredRow):
    """Nobody who searches may find this person: which reason, and why."""

    scrub = ("why",)
    may_stay = ("id", "person", "reason", "occasion", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey(Person, models.PROTECT, related_name="seals")
    reason = models.CharField(max_length=20)
    why = models.TextField()
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"seal {self.id}"


class SealLifted(EnteredRow):
    """A sealed identity may be found again, and why."""

    scrub = ("why",)
    may_stay = ("seal", "occasion", "salt", "digest", "recorded_at")

    seal = models.OneToOneField(IdentitySealed, models.PROTECT, primary_key=True, related_name="lifted")
    why = models.TextField()
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"seal {self.seal_id} lifted"


class LinkDecision(EnteredRow):
    """What somebody decided of two people on record, and what the comparison had come to then. Nothing is merged.

    `one` is the smaller id. `compared` is the comparison, step by step; `by_model` the digest of the model that made it.
    """

    scrub = ("why", "compared")
    may_stay = (
        "id", "one", "other", "verdict", "needs_second", "grade", "by_model", "occasion", "salt", "digest", "recorded_at"
    )  # fmt: skip

    id = models.UUIDField(primary_key=True, default=new_id)
    one = models.ForeignKey(Person, models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=20)
    why = models.TextField()
    needs_second = models.BooleanField()
    grade = models.CharField(max_length=20, default="")
    by_model = models.CharField(max_length=64, default="")
    compared = ArrayField(models.TextField())
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(one__lte=F("other")), name="link_names_the_smaller_first"),)

    def __str__(self) -> str:
        return f"link decision {self.id}"


class LinkSeconded(EnteredRow):
    """A second person agreed that two established identities are one, or that such a decision was mistaken."""

    scrub = ("why",)
    may_stay = ("id", "decision", "of_withdrawal", "occasion", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    decision = models.ForeignKey(LinkDecision, models.PROTECT, related_name="seconded")
    of_withdrawal = models.BooleanField()
    why = models.TextField()
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("decision", "of_withdrawal"), name="link_is_seconded_once"),)

    def __str__(self) -> str:
        return f"link decision {self.decision_id} seconded {self.id}"


class LinkWithdrawn(EnteredRow):
    """A decision about two people was taken back, and why. The decision stays on record."""

    scrub = ("why",)
    may_stay = ("decision", "needs_second", "occasion", "salt", "digest", "recorded_at")

    decision = models.OneToOneField(LinkDecision, models.PROTECT, primary_key=True, related_name="withdrawn")
    why = models.TextField()
    needs_second = models.BooleanField()
    occasion = models.ForeignKey("occasions.Occasion", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"link decision {self.decision_id} withdrawn"


class SameAs(Row):
    """Whom somebody on record was decided to be one with: every person of such a set names the same one of them.

    Worked out from the decisions that stand, and written anew whenever one is made, agreed or taken back.
    """

    kept: ClassVar[Kept] = Working()
    may_stay = ("person", "one")

    person = models.UUIDField(primary_key=True)
    one = models.UUIDField(db_index=True)

    def __str__(self) -> str:
        return f"{self.person} is {self.one}"


class MatchKey(Row):
    """A code under which a person is looked for. Made with a secret: the table alone is nobody's list of names.

    Worked out from what was said, and written anew whenever that is worked out otherwise: so it is kept by nobody's
    word, and `person` is no foreign key (people are never deleted, and there are twenty of these for each).
    """

    kept: ClassVar[Kept] = Working()
    may_stay = ("key", "person")

    pk = models.CompositePrimaryKey("key", "person")
    key = models.BigIntegerField()
    person = models.UUIDField()

    def __str__(self) -> str:
        return f"key {self.key} of {self.person}"


class KeyedUnder(Row):
    """Under which secret and version the keys are written, and whether everybody's are."""

    kept: ClassVar[Kept] = Working()
    may_stay = ("fingerprint", "is_whole")

    fingerprint = models.CharField(max_length=64, primary_key=True)
    is_whole = models.BooleanField()

    def __str__(self) -> str:
        return f"keyed under {self.fingerprint}"
