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


class HistorySource(StrEnum):
    """Where a family's history may lie."""

    KITH = "kith"
    OLD_SYSTEM = "old_system"
    OTHER_COUNCILS = "other_councils"
    HEALTH = "health"
    POLICE = "police"


class Urgency(StrEnum):
    """How soon a contact is decided on: the colours that front doors in England use. A place in the queue, no score."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"


class ThresholdOutcome(StrEnum):
    """What response a contact gets."""

    NO_FURTHER_ACTION = "no_further_action"
    ADVICE = "advice"
    EARLY_HELP = "early_help"
    ASSESSMENT = "assessment"
    STRATEGY_DISCUSSION = "strategy_discussion"
    IMMEDIATE_PROTECTION = "immediate_protection"
    ALREADY_OPEN = "already_open"


class DecisionKind(StrEnum):
    """What sort of thing was decided."""

    START_SECTION_47 = "start_section_47"
    NO_SECTION_47 = "no_section_47"
    SECTION_17 = "section_17"
    MEDICAL = "medical"
    IMMEDIATE_SAFETY = "immediate_safety"
    REASONABLE_CAUSE = "reasonable_cause"
    STANDS = "stands"
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


class ReasonGiven(StrEnum):
    """What somebody says a decision about an enquiry rests on, coded by them: reasons of risk first, then the others.

    The reasons of risk follow what strategy-meeting guidance asks to be weighed; that the rest do not count is ours,
    after learning point 14. To be checked by a practitioner.
    """

    SERIOUSNESS = "seriousness"
    REPETITION = "repetition"
    VULNERABILITY = "vulnerability"
    SOURCE = "source"
    PATTERN = "pattern"
    CONTEXT = "context"
    CARER_FACTORS = "carer_factors"
    WHO_HAD_CARE = "who_had_care"
    EXPLANATION_QUALITY = "explanation_quality"
    PROTECTIVE_FACTORS = "protective_factors"
    NO_WORKER_FREE = "no_worker_free"
    CASE_ALREADY_OPEN = "case_already_open"
    AWAITING_ASSESSMENT = "awaiting_assessment"
    OFFICE_HOURS = "office_hours"
    FAMILY_WOULD_NOT_AGREE = "family_would_not_agree"


class SupervisionLine(StrEnum):
    """A question that a discussion of the work with a child answers, or leaves open."""

    WHO_ARE_THE_ADULTS = "who_are_the_adults"
    A_DAY_FOR_THE_CHILD = "a_day_for_the_child"
    WHAT_ELSE_COULD_EXPLAIN_IT = "what_else_could_explain_it"
    NEW_INJURIES_AND_ACCOUNTS = "new_injuries_and_accounts"
    WHAT_OTHERS_THINK_NOW = "what_others_think_now"
    HISTORY_READ = "history_read"
    RIGHT_THRESHOLD = "right_threshold"
    WHOSE_VIEW_WE_RELY_ON = "whose_view_we_rely_on"
    ACTIONS_OUTSTANDING = "actions_outstanding"
    HOW_THE_WORKER_IS = "how_the_worker_is"
