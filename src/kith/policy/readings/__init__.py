"""Small named judgements that rules share, each a sentence about a picture. Readings conclude nothing that is stored."""

from kith.policy.involvement import (
    SOCIAL_CARE_SERVICES,
    open_involvements,
    open_social_care,
    unbroken_since,
    who_answers_for,
)
from kith.policy.readings.marks import (
    CLINICIANS,
    COMMONLY_ACCIDENTAL,
    HEAD_AND_FACE,
    NEVER_EXPLAINS,
    ORDINARY_MARKS,
    ORDINARY_SHAPES,
    STAGE_NEEDED,
    accounts_of,
    entries_of,
    is_explained,
    same_event,
    seen_by,
    separate_events,
    settles_marks,
    unexplained_injuries,
)
from kith.policy.readings.seriousness import (
    OneMoreFact,
    has_care,
    is_established,
    what_makes_repetition_serious,
)

__all__ = [
    "CLINICIANS",
    "COMMONLY_ACCIDENTAL",
    "HEAD_AND_FACE",
    "NEVER_EXPLAINS",
    "ORDINARY_MARKS",
    "ORDINARY_SHAPES",
    "SOCIAL_CARE_SERVICES",
    "STAGE_NEEDED",
    "OneMoreFact",
    "accounts_of",
    "entries_of",
    "has_care",
    "is_established",
    "is_explained",
    "open_involvements",
    "open_social_care",
    "same_event",
    "seen_by",
    "separate_events",
    "settles_marks",
    "unbroken_since",
    "unexplained_injuries",
    "what_makes_repetition_serious",
    "who_answers_for",
]
