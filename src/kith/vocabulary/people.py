"""The words for people, agencies and occasions: who acts, for whom, by what way in, and how much we know."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is to the children they work with, on the day they act."""

    SOCIAL_WORKER = "social_worker"
    SOCIAL_CARE_MANAGER = "social_care_manager"
    HUB_DECISION_MAKER = "hub_decision_maker"
    EMERGENCY_DUTY = "emergency_duty"
    EARLY_HELP_WORKER = "early_help_worker"
    HEALTH_VISITOR = "health_visitor"
    MIDWIFE = "midwife"
    SCHOOL_NURSE = "school_nurse"
    GP = "gp"
    PAEDIATRICIAN = "paediatrician"
    HOSPITAL_STAFF = "hospital_staff"
    NURSERY_WORKER = "nursery_worker"
    SCHOOL_STAFF = "school_staff"
    POLICE_OFFICER = "police_officer"
    HOUSING_OFFICER = "housing_officer"
    BUSINESS_SUPPORT = "business_support"
    FAMILY_MEMBER = "family_member"
    NEIGHBOUR = "neighbour"
    MEMBER_OF_PUBLIC = "member_of_public"
    UNKNOWN = "unknown"


class AgencyType(StrEnum):
    """What sort of agency, team or setting; `family` and `public` stand for people who belong to none."""

    SOCIAL_CARE = "social_care"
    HUB = "hub"
    EMERGENCY_DUTY = "emergency_duty"
    EARLY_HELP = "early_help"
    HEALTH_VISITING = "health_visiting"
    GP_PRACTICE = "gp_practice"
    HOSPITAL = "hospital"
    NURSERY = "nursery"
    SCHOOL = "school"
    POLICE = "police"
    HOUSING = "housing"
    FAMILY = "family"
    PUBLIC = "public"
    UNKNOWN = "unknown"


class Through(StrEnum):
    """By what way in an act came."""

    SCREEN = "screen"
    API = "api"
    LETTER = "letter"
    IMPORT = "import"
    CLOCK = "clock"
    REVIEW = "review"  # a published review, told again to learn from: nobody it names can be rung


class Purpose(StrEnum):
    """Why this person may act or look."""

    RECORDING = "recording"
    DECIDING = "deciding"
    READING = "reading"
    PASSING_TIME = "passing_time"
    SIGNING_IN = "signing_in"


class Outcome(StrEnum):
    """What became of an occasion. None on record means it was cut off."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


class Certainty(StrEnum):
    """How surely we know when it happened."""

    EXACT = "exact"
    DAY = "day"
    ABOUT = "about"
    RANGE = "range"


class Identity(StrEnum):
    """How much we know of who somebody is. Not knowing is a value, never a gap."""

    KNOWN = "known"
    PART_KNOWN = "part_known"
    UNKNOWN = "unknown"


class LifeStage(StrEnum):
    """What was said of somebody whose birth date nobody has: child is an age at a moment, never a type of person."""

    CHILD = "child"
    ADULT = "adult"
    UNBORN = "unborn"
    NOT_KNOWN = "not_known"


class Sex(StrEnum):
    """As recorded by whoever entered the person."""

    FEMALE = "female"
    MALE = "male"
    NOT_RECORDED = "not_recorded"


class OpenDay(StrEnum):
    """A kind of day on which a place has hours. A bank holiday has its own, whatever day of the week it falls on."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    BANK_HOLIDAY = "bank_holiday"


class RouteKind(StrEnum):
    """When a number is the one to ring: while the office is open, while it is shut, or at any hour."""

    OFFICE_HOURS = "office_hours"
    OUT_OF_HOURS = "out_of_hours"
    ON_CALL = "on_call"


class NameUse(StrEnum):
    """How somebody bears a name that was said of them."""

    CURRENT = "current"
    FORMER = "former"
    ALSO_CALLED = "also_called"
    NOT_SAID = "not_said"


class MatchGrade(StrEnum):
    """How likely two claimed identities are one person. It opens a question; only a person answers it."""

    VERY_PROBABLE = "very_probable"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    CONFLICT = "conflict"


class LinkVerdict(StrEnum):
    """What a person decided of two people on record: one person, two, or not to be told yet."""

    SAME = "same"
    NOT_SAME = "not_same"
    CANNOT_TELL = "cannot_tell"


class SealReason(StrEnum):
    """Why an identity may be found by nobody who searches."""

    ADOPTION = "adoption"
    PROTECTION = "protection"
