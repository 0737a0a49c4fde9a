"""The typed tables of what was seen, said and done: one row beside each entry, with the fields its fact declares."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.chronology.entry import EntryRow
from kith.policy.facts import chronology


class Account(EntryRow):
    """What somebody said of how an injury came about, or that they were asked and said nothing."""

    fact = chronology.Account
    scrub = ("place",)
    may_stay = (
        "entry",
        "injury",
        "teller",
        "given",
        "mechanism",
        "claimed_at",
        "who_had_care",
        "help_sought_at",
        "salt",
        "digest",
        "recorded_at",
    )

    injury = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    teller = models.ForeignKey("people.Person", models.PROTECT, related_name="+", null=True)
    given = models.CharField(max_length=40)
    mechanism = models.CharField(max_length=40)
    place = models.TextField(default="")
    claimed_at = models.DateTimeField(null=True)
    who_had_care = models.ForeignKey("people.Person", models.PROTECT, related_name="+", null=True)
    help_sought_at = models.DateTimeField(null=True)


class AccountJudgement(EntryRow):
    """What a person thinks of the accounts of an injury, and says so. Only a person may."""

    fact = chronology.AccountJudgement
    may_stay = (
        "entry",
        "injury",
        "judged",
        "salt",
        "digest",
        "recorded_at",
    )

    injury = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    judged = models.CharField(max_length=40)


class Admission(EntryRow):
    """A child taken into hospital."""

    fact = chronology.Admission
    scrub = ("reason",)
    may_stay = (
        "entry",
        "salt",
        "digest",
        "recorded_at",
    )

    reason = models.TextField(default="")


class Attendance(EntryRow):
    """An appointment or a session the child was brought to, or was not."""

    fact = chronology.Attendance
    scrub = ("what_for",)
    may_stay = (
        "entry",
        "attended",
        "salt",
        "digest",
        "recorded_at",
    )

    attended = models.CharField(max_length=40)
    what_for = models.TextField(default="")


class CarerStatement(EntryRow):
    """What a person who cares for the child said of coping, of the child, or of what they may do."""

    fact = chronology.CarerStatement
    may_stay = (
        "entry",
        "teller",
        "says",
        "salt",
        "digest",
        "recorded_at",
    )

    teller = models.ForeignKey("people.Person", models.PROTECT, related_name="+", null=True)
    says = models.CharField(max_length=40)


class Consideration(EntryRow):
    """A person's answer to an alert: what I looked at, what I think, why. It names the key and the evidence read."""

    fact = chronology.Consideration
    may_stay = (
        "entry",
        "rule",
        "on",
        "evidence",
        "could_be_caused",
        "salt",
        "digest",
        "recorded_at",
    )

    rule = models.TextField()
    on = models.UUIDField()
    evidence = ArrayField(models.UUIDField(), default=list)
    could_be_caused = models.CharField(max_length=40, default="not_recorded")


class Development(EntryRow):
    """What the child was seen able to do, on a day, by somebody who watched."""

    fact = chronology.Development
    may_stay = (
        "entry",
        "stage",
        "salt",
        "digest",
        "recorded_at",
    )

    stage = models.CharField(max_length=40)


class Injury(EntryRow):
    """A mark somebody saw. Its sizes are millimetres, its side the child's own."""

    fact = chronology.Injury
    may_stay = (
        "entry",
        "type",
        "region",
        "side",
        "count",
        "size_mm",
        "pattern",
        "witness",
        "needed_care",
        "salt",
        "digest",
        "recorded_at",
    )

    type = models.CharField(max_length=40)
    region = models.CharField(max_length=40)
    side = models.CharField(max_length=40)
    count = models.PositiveIntegerField()
    size_mm = models.PositiveIntegerField(null=True)
    pattern = models.CharField(max_length=40)
    witness = models.CharField(max_length=40)
    needed_care = models.CharField(max_length=40)


class Medical(EntryRow):
    """A medical examination asked for, booked, done, or thought not to be needed, and what the doctor thinks."""

    fact = chronology.Medical
    may_stay = (
        "entry",
        "stage",
        "opinion",
        "injuries",
        "salt",
        "digest",
        "recorded_at",
    )

    stage = models.CharField(max_length=40)
    opinion = models.CharField(max_length=40)
    injuries = ArrayField(models.UUIDField(), default=list)


class Observation(EntryRow):
    """Something noticed about the child's life: between child and carer, food, sleep, home, the child's own words."""

    fact = chronology.Observation
    may_stay = (
        "entry",
        "theme",
        "sense",
        "with_person",
        "salt",
        "digest",
        "recorded_at",
    )

    theme = models.CharField(max_length=40)
    sense = models.CharField(max_length=40)
    with_person = models.ForeignKey("people.Person", models.PROTECT, related_name="+", null=True)


class Retraction(EntryRow):
    """An entry that was about the wrong child. Its words leave that child's page; the entry itself stays on record."""

    fact = chronology.Retraction
    may_stay = (
        "entry",
        "retracts",
        "salt",
        "digest",
        "recorded_at",
    )

    retracts = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")


class Visit(EntryRow):
    """Going to see a child, whether or not anybody opened the door."""

    fact = chronology.Visit
    scrub = ("place",)
    may_stay = (
        "entry",
        "outcome",
        "seen",
        "seen_alone",
        "salt",
        "digest",
        "recorded_at",
    )

    outcome = models.CharField(max_length=40)
    seen = models.CharField(max_length=40)
    seen_alone = models.CharField(max_length=40)
    place = models.TextField(default="")


class Waiver(EntryRow):
    """A named person decided that a duty need not be done, and why. A second person may have to agree."""

    fact = chronology.Waiver
    may_stay = (
        "entry",
        "rule",
        "on",
        "evidence",
        "salt",
        "digest",
        "recorded_at",
    )

    rule = models.TextField()
    on = models.UUIDField()
    evidence = ArrayField(models.UUIDField(), default=list)


class Note(EntryRow):
    """What somebody saw or heard, before anybody sorts it. `said` is what was seen; the rest is kept and printed apart."""

    fact = chronology.Note
    scrub = (
        "their_words",
        "thinks",
        "could_show_wrong",
    )
    may_stay = (
        "entry",
        "salt",
        "digest",
        "recorded_at",
    )

    their_words = models.TextField(default="")
    thinks = models.TextField(default="")
    could_show_wrong = models.TextField(default="")


class DomesticIncident(EntryRow):
    """An incident between adults where a child lives or stays."""

    fact = chronology.DomesticIncident
    may_stay = (
        "entry",
        "adults",
        "children_present",
        "schools",
        "salt",
        "digest",
        "recorded_at",
    )

    adults = ArrayField(models.UUIDField(), default=list)
    children_present = models.CharField(max_length=40)
    schools = ArrayField(models.UUIDField(), default=list)


class Discharge(EntryRow):
    """A child leaving hospital, and to whom."""

    fact = chronology.Discharge
    may_stay = (
        "entry",
        "to_whom",
        "salt",
        "digest",
        "recorded_at",
    )

    to_whom = models.ForeignKey("people.Person", models.PROTECT, related_name="+", null=True)
