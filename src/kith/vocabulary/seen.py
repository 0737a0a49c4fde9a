"""The words for what is seen and said: marks, accounts, development, visits, observations, examinations."""

from enum import StrEnum


class InjuryType(StrEnum):
    """What sort of mark. The age of a bruise is never recorded: it cannot be told."""

    BRUISE = "bruise"
    PETECHIAE = "petechiae"
    ABRASION = "abrasion"
    CUT = "cut"
    PUNCTURE = "puncture"
    BURN = "burn"
    SCALD = "scald"
    BITE = "bite"
    FRACTURE = "fracture"
    SWELLING = "swelling"
    MOUTH_INJURY = "mouth_injury"
    EYE_INJURY = "eye_injury"
    BLEEDING = "bleeding"
    LIGATURE_MARK = "ligature_mark"
    REDNESS = "redness"
    BIRTHMARK_OR_MEDICAL = "birthmark_or_medical"
    UNKNOWN_MARK = "unknown_mark"


class Region(StrEnum):
    """Where on the body. Ours, from the domain reference's list; not the regions of any one study."""

    SCALP_FRONT = "scalp_front"
    SCALP_TOP = "scalp_top"
    SCALP_SIDE = "scalp_side"
    SCALP_BACK = "scalp_back"
    HEAD_UNSPECIFIED = "head_unspecified"
    FOREHEAD = "forehead"
    EYEBROW = "eyebrow"
    EYELID = "eyelid"
    ROUND_EYE = "round_eye"
    WHITE_OF_EYE = "white_of_eye"
    NOSE = "nose"
    CHEEKBONE = "cheekbone"
    CHEEK = "cheek"
    JAW_ANGLE = "jaw_angle"
    CHIN = "chin"
    LIP = "lip"
    FRENULUM = "frenulum"
    MOUTH_INSIDE = "mouth_inside"
    EAR = "ear"
    NECK = "neck"
    CHEST = "chest"
    ABDOMEN = "abdomen"
    BACK = "back"
    FLANK = "flank"
    HIP = "hip"
    BUTTOCK = "buttock"
    GENITAL_OR_ANAL = "genital_or_anal"
    SHOULDER = "shoulder"
    UPPER_ARM = "upper_arm"
    ELBOW = "elbow"
    FOREARM = "forearm"
    WRIST = "wrist"
    HAND = "hand"
    THIGH = "thigh"
    KNEE = "knee"
    SHIN = "shin"
    ANKLE = "ankle"
    FOOT = "foot"
    NOT_RECORDED = "not_recorded"


class Side(StrEnum):
    """The child's own left and right."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"
    BOTH = "both"
    NOT_RECORDED = "not_recorded"


class Pattern(StrEnum):
    """The shape a mark has, where it has one."""

    NONE = "none"
    LINEAR = "linear"
    LOOP = "loop"
    HAND = "hand"
    GRIP = "grip"
    IMPLEMENT = "implement"
    TEETH = "teeth"
    CLUSTER = "cluster"
    SYMMETRICAL = "symmetrical"
    NOT_RECORDED = "not_recorded"


class Witness(StrEnum):
    """Who saw it happen, as somebody said."""

    OUTSIDE_HOUSEHOLD = "outside_household"
    HOUSEHOLD = "household"
    NOBODY = "nobody"
    NOT_RECORDED = "not_recorded"


class AccountGiven(StrEnum):
    """Whether an account came when one was asked for."""

    VOLUNTEERED = "volunteered"
    ASKED = "asked"
    ASKED_NONE_GIVEN = "asked_none_given"
    NOT_RECORDED = "not_recorded"


class Mechanism(StrEnum):
    """How it is said to have happened, coded by a person from the words."""

    FELL_WALKING_OR_RUNNING = "fell_walking_or_running"
    FELL_STANDING = "fell_standing"
    ROLLED_OFF = "rolled_off"
    CLIMBED_AND_FELL = "climbed_and_fell"
    PULLED_ONTO_SELF = "pulled_onto_self"
    BUMPED_INTO = "bumped_into"
    DROPPED = "dropped"
    HIT_BY_OBJECT = "hit_by_object"
    HIT_BY_CHILD = "hit_by_child"
    HIT_BY_ADULT = "hit_by_adult"
    BITTEN = "bitten"
    CAUGHT_OR_TRAPPED = "caught_or_trapped"
    SLIPPED_IN_WATER = "slipped_in_water"
    JUST_NOTICED = "just_noticed"
    OTHER = "other"
    NOT_RECORDED = "not_recorded"


class CouldBeCaused(StrEnum):
    """Whether the person who looked thinks that somebody could have caused it."""

    COULD = "could"
    COULD_NOT = "could_not"
    CANNOT_TELL = "cannot_tell"
    NOT_RECORDED = "not_recorded"


class AccountsJudged(StrEnum):
    """A person's recorded judgement of the accounts of an injury. The machine compares coded fields and judges nothing."""

    REALLY_DIFFER = "really_differ"
    SAME_IN_OTHER_WORDS = "same_in_other_words"
    CANNOT_TELL = "cannot_tell"
    CONCERN = "concern"


class MotorStage(StrEnum):
    """What the child has been seen able to do, in order."""

    NOT_ROLLING = "not_rolling"
    ROLLING = "rolling"
    SITTING = "sitting"
    CRAWLING = "crawling"
    PULLS_TO_STAND = "pulls_to_stand"
    CRUISING = "cruising"
    WALKING = "walking"
    RUNNING_CLIMBING = "running_climbing"

    @property
    def order(self) -> int:
        """Its place in the order of development, from 0."""
        return _ORDER[self]


_ORDER = {stage: place for place, stage in enumerate(MotorStage)}


class VisitOutcome(StrEnum):
    """What came of going to see the child."""

    MADE = "made"
    NOBODY_IN = "nobody_in"
    REFUSED = "refused"
    PUT_OFF = "put_off"


class Answered(StrEnum):
    """Yes, no, or nobody wrote it down."""

    YES = "yes"
    NO = "no"
    NOT_RECORDED = "not_recorded"


class Attended(StrEnum):
    """Whether the child was brought. A child does not bring himself."""

    BROUGHT = "brought"
    NOT_BROUGHT = "not_brought"
    CANCELLED = "cancelled"
    ABSENT = "absent"


class Theme(StrEnum):
    """What an observation is about: the picture of a child's life at home and away."""

    INTERACTION = "interaction"
    CHILDS_WORDS = "childs_words"
    HUNGER = "hunger"
    GROWTH = "growth"
    HYGIENE = "hygiene"
    HOME = "home"
    SLEEP = "sleep"
    BEHAVIOUR = "behaviour"
    SUPERVISION = "supervision"
    DEVELOPMENT = "development"


class Sense(StrEnum):
    """How the observer meant it. What goes well is recorded with the same weight."""

    WORRY = "worry"
    GOING_WELL = "going_well"
    NEITHER = "neither"


class CarerSays(StrEnum):
    """What somebody who cares for the child says of caring."""

    COPING = "coping"
    NEEDS_HELP = "needs_help"
    CANNOT_COPE = "cannot_cope"
    DISLIKES_CHILD = "dislikes_child"
    MAY_HURT = "may_hurt"


class MedicalStage(StrEnum):
    """How far a medical examination has come."""

    ASKED_FOR = "asked_for"
    BOOKED = "booked"
    EXAMINED = "examined"
    NOT_NEEDED = "not_needed"


class MedicalOpinion(StrEnum):
    """What the examining doctor thinks, in the doctor's own categories."""

    NON_ACCIDENTAL_PROBABLE = "non_accidental_probable"
    INCONCLUSIVE = "inconclusive"
    ACCIDENTAL_PROBABLE = "accidental_probable"
    MEDICAL_CAUSE = "medical_cause"
    NOT_GIVEN = "not_given"


class AtTheIncident(StrEnum):
    """Where a child was while adults had an incident, as whoever told of it says."""

    PRESENT = "present"
    HEARD = "heard"
    NOT_THERE = "not_there"
    NOT_SAID = "not_said"
