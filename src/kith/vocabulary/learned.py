"""The words for staff: who works where, and what training is about."""

from enum import StrEnum


class Post(StrEnum):
    """Whether somebody works at a team or setting, as somebody said."""

    WORKS_THERE = "works_there"
    LEFT = "left"


class Topic(StrEnum):
    """What training is about: what the fourteen learning points ask that people know, and safeguarding as a whole."""

    SAFEGUARDING = "safeguarding"
    SECTION_17_AND_47 = "section_17_and_47"
    EMERGENCY_DUTY = "emergency_duty"
    ESCALATION = "escalation"
    PAEDIATRICIAN_PATHWAY = "paediatrician_pathway"
    NON_ACCIDENTAL_INJURY = "non_accidental_injury"
    INVISIBLE_MEN = "invisible_men"
    INFORMATION_SHARING = "information_sharing"
    SUPERVISION = "supervision"
