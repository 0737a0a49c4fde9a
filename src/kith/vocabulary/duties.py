"""The words of duties: what a rule may say, how loudly, by which clock, which acts may be held, how it ended."""

from enum import StrEnum


class Clock(StrEnum):
    """Which time a standard keeps. Danger always keeps elapsed time."""

    ELAPSED = "elapsed"
    WORKING = "working"


class Standing(StrEnum):
    """Whose number it is: the law's or statutory guidance's, a partnership's, or ours until a practitioner checks it."""

    STATUTORY = "statutory"
    LOCAL = "local"
    OURS = "ours"


class FindingKind(StrEnum):
    """What a rule may say: look at this; somebody must; this act waits."""

    ALERT = "alert"
    OBLIGATION = "obligation"
    HOLD = "hold"


class Severity(StrEnum):
    """How loudly. The first two words are those of NICE guideline CG89; no screen ever shows them."""

    CONSIDER = "consider"
    SUSPECT = "suspect"
    MANDATORY = "mandatory"


class Ending(StrEnum):
    """How a duty ended. Met is gone because of an entry; lapsed is gone by time alone."""

    MET = "met"
    WAIVED = "waived"
    LAPSED = "lapsed"
    RULE_CHANGED = "rule_changed"


class SubjectKind(StrEnum):
    """Whose duty it is: a child's, or a team's or setting's. Never a whole authority's."""

    CHILD = "child"
    TEAM = "team"
    SETTING = "setting"


class Act(StrEnum):
    """The acts a hold may name. The list is closed: nothing that protects a child may ever stand in it."""

    NO_FURTHER_ACTION = "no_further_action"
    ADVICE = "advice"
    EARLY_HELP = "early_help"
    STEP_DOWN = "step_down"
    CLOSE = "close"
    RETURN_HOME = "return_home"
    DISCHARGE_HOME = "discharge_home"
    CONCLUDE_ACCIDENTAL = "conclude_accidental"
    FINISH_DISCUSSION_RECORD = "finish_discussion_record"
    SIGN_SUPERVISION = "sign_supervision"
