"""The words for family and casework: who lives where, which service is open, what was decided and told."""

from enum import StrEnum


class Living(StrEnum):
    """How somebody belongs to a household, as somebody said."""

    LIVES_THERE = "lives_there"
    PART_TIME = "part_time"
    STAYS_OVER = "stays_over"
    SAID_TO_STAY = "said_to_stay"
    LEFT = "left"


class Relation(StrEnum):
    """What the first person is to the second, as somebody said."""

    MOTHER = "mother"
    FATHER = "father"
    STEP_PARENT = "step_parent"
    PARENTS_PARTNER = "parents_partner"
    GRANDPARENT = "grandparent"
    SIBLING = "sibling"
    HALF_SIBLING = "half_sibling"
    AUNT_OR_UNCLE = "aunt_or_uncle"
    FOSTER_CARER = "foster_carer"
    FRIEND = "friend"
    OTHER = "other"
    NOT_KNOWN = "not_known"


class CheckResult(StrEnum):
    """Where a check on an adult stands. Not found is not the same as nothing there."""

    ASKED = "asked"
    NOTHING_FOUND = "nothing_found"
    SOMETHING_FOUND = "something_found"
    NOT_POSSIBLE = "not_possible"


class Service(StrEnum):
    """In what way an agency is open to a child."""

    EARLY_HELP = "early_help"
    ASSESSMENT = "assessment"
    CHILD_IN_NEED = "child_in_need"
    CHILD_PROTECTION_PLAN = "child_protection_plan"
    LOOKED_AFTER = "looked_after"
    SOCIAL_CARE = "social_care"
    HEALTH_VISITING = "health_visiting"
    GP_REGISTRATION = "gp_registration"
    NURSERY_PLACE = "nursery_place"
    SCHOOL_PLACE = "school_place"
    HOSPITAL_CARE = "hospital_care"
    POLICE_INTEREST = "police_interest"


class Harm(StrEnum):
    """What a worry or an episode is about: the statutory categories, and what is said before one is chosen."""

    PHYSICAL = "physical"
    NEGLECT = "neglect"
    EMOTIONAL = "emotional"
    SEXUAL = "sexual"
    DOMESTIC_ABUSE = "domestic_abuse"
    NOT_SAID = "not_said"


class ThresholdOutcome(StrEnum):
    """What response a contact gets."""

    NO_FURTHER_ACTION = "no_further_action"
    ADVICE = "advice"
    EARLY_HELP = "early_help"
    ASSESSMENT = "assessment"
    STRATEGY_DISCUSSION = "strategy_discussion"
    ALREADY_OPEN = "already_open"


class DecisionKind(StrEnum):
    """What sort of thing was decided."""

    START_SECTION_47 = "start_section_47"
    NO_SECTION_47 = "no_section_47"
    SECTION_17 = "section_17"
    MEDICAL = "medical"
    IMMEDIATE_SAFETY = "immediate_safety"
    OTHER = "other"


class AssessmentStage(StrEnum):
    """How far an assessment has come."""

    STARTED = "started"
    COMPLETED = "completed"
    AUTHORISED = "authorised"


class StepDownTo(StrEnum):
    """What an open service becomes when it is stepped down or closed."""

    CHILD_IN_NEED = "child_in_need"
    EARLY_HELP = "early_help"
    UNIVERSAL = "universal"
    CLOSED = "closed"


class HowTold(StrEnum):
    """By what way somebody was told."""

    TELEPHONE = "telephone"
    IN_PERSON = "in_person"
    LETTER = "letter"
    EMAIL = "email"
    KITH = "kith"


class AnswerKind(StrEnum):
    """What came back from somebody who was told."""

    OPENED = "opened"
    ACKNOWLEDGED = "acknowledged"
    AGREES = "agrees"
    DISAGREES = "disagrees"
