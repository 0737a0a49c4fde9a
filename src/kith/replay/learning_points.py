"""The fourteen points of Case Study Luke's Summary of Learning: the review's own sentence, and our short name for each.

The sentences are quoted as they were published, letter for letter; the names are ours.
"""

from dataclasses import dataclass

REVIEW = "Case Study Luke, Summary of Learning"
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh",
    "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LearningPoint:
    """One point. `sentence` is the review's; `called` follows “Learning point 6: ”."""

    number: int
    called: str
    sentence: str

    @property
    def source(self) -> str:
        """Where the sentence stands."""
        return f"{REVIEW}, {_ORDINALS[self.number - 1]} point"


_TOLD = (
    LearningPoint(
        1,
        "the Emergency Duty Service, and how to escalate",
        "To ensure familiarisation with the Emergency Duty Service and escalation process for GPs and incorporate both "
        "into GP training.",
    ),
    LearningPoint(
        2,
        "when to involve a paediatrician",
        "Development of a pathway to show when to involve a paediatrician in a strategy discussion.",
    ),
    LearningPoint(
        3,
        "what a strategy discussion decides is done",
        "Ensure that all decisions reached in MASH strategy discussions should be actioned by social care teams, "
        "including those pertaining to health as in accordance with statutory guidance and the Comms message from the "
        "Assistant Director.",
    ),
    LearningPoint(
        4,
        "everybody who needs to know is told",
        "To ensure all workers and agencies who are key to the understanding and progress of a case are always kept "
        "informed and updated on progress and outcomes of decisions made (including assessments) and work closely to "
        "ensure opportunities are not missed for assessment and intervention.",
    ),
    LearningPoint(
        5,
        "health visitors and GPs talk",
        "Health visiting teams should liaise regularly with GP surgeries on cases to discuss social care updates and any "
        "concerns and worries they may have about children.",
    ),
    LearningPoint(
        6,
        "several marks, or accounts that differ",
        "Non-Accidental Injury and the resultant increased risk should always be considered when children receive "
        "multiple injuries and bruises and when parent's explanations for these are inconsistent.",
    ),
    LearningPoint(
        7,
        "history is read",
        "History and past referrals should always be checked as part of casework.",
    ),
    LearningPoint(
        8,
        "a child’s life at home",
        "The need for workers to ensure they continually build a picture of children's lives at home from observations, "
        "regular home visits and discussions with other agencies and professionals.",
    ),
    LearningPoint(
        9,
        "decisions are looked at again",
        "Professionals should feel supported to revisit decisions and risks and revise where necessary.",
    ),
    LearningPoint(
        10,
        "the key adults in a child’s life",
        "Professionals including managers and supervisors at supervision to be clear about who are the key adults in a "
        "child's life. Agency record keeping procedures and databases should be updated to reflect this if they don't "
        "currently.",
    ),
    LearningPoint(
        11,
        "what nurseries are taught",
        "Early Years training for nursery workers should include an explanation of social care processes and procedures "
        "including Section 17 and Section 47.",
    ),
    LearningPoint(
        12,
        "the Myth of Invisible Men is read",
        "Professionals should be guided to read the report on the Myth of Invisible Men (September 2021) and it should be "
        "included in safeguarding updates.",
    ),
    LearningPoint(
        13,
        "supervision",
        "Social Care Managers to refresh themselves with supervision guidance.",
    ),
    LearningPoint(
        14,
        "a section 47 enquiry starts on risk",
        "Decisions on when to start Section 47s should always be determined by the level of risk.",
    ),
)

#: In the review's order, by number.
POINTS = {point.number: point for point in _TOLD}
