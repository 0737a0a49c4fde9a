"""What a strategy discussion decided has an action, so that somebody does it."""

from collections.abc import Iterator
from datetime import date
from itertools import takewhile
from uuid import UUID

from kith.policy import standards
from kith.policy.facts import Fact
from kith.policy.facts.casework import Action, Assessment, Decision, Section47Enquiry, StrategyDiscussion
from kith.policy.facts.chronology import Medical
from kith.policy.facts.family import Involvement
from kith.policy.findings import Obligation
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings import SOCIAL_CARE_SERVICES
from kith.policy.readings.discussions import URGENT, day_of, whoever_decided
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, DecisionKind, MedicalStage

_ASKED_FOR = {
    DecisionKind.START_SECTION_47: "A section 47 enquiry about",
    DecisionKind.SECTION_17: "Help under section 17 for",
    DecisionKind.MEDICAL: "A medical examination of",
    DecisionKind.IMMEDIATE_SAFETY: "Immediate safety for",
    DecisionKind.OTHER: "Something to be done for",
}
_SHOWN_BY: dict[DecisionKind, tuple[type[Fact], ...]] = {
    DecisionKind.START_SECTION_47: (Section47Enquiry,),
    DecisionKind.SECTION_17: (Assessment, Involvement),
    DecisionKind.MEDICAL: (Medical,),
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    return "a strategy discussion, and a decision of it that asks for something and has no action"


@rule(
    reads=ChildPicture,
    learning=(3,),
    why="A decision that nobody was asked to carry out does not protect a child, however right it was.",
    source="Case Study Luke, Summary of Learning, point 3. The times are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("action", "section_47_enquiry", "medical", "assessment"),
)
def discussion_decisions_have_actions(picture: ChildPicture) -> Iterator[Obligation]:
    """Give every decision of a strategy discussion an action that carries it out."""
    discussions = picture.of(StrategyDiscussion)
    replaced = _replaced(picture) if discussions else frozenset()
    for discussion in discussions.backwards():
        for decision in picture.of(Decision).belonging_to(discussion.entry):
            stands = decision.what in _ASKED_FOR and decision.entry not in replaced
            if stands and not _is_carried_out(picture, decision):
                yield _obligation(picture, discussion, decision)


def _obligation(picture: ChildPicture, discussion: StrategyDiscussion, decision: Decision) -> Obligation:
    urgent = decision.what in URGENT
    standard = standards.URGENT_DECISION_CARRIED if urgent else standards.DECISION_CARRIED
    return Obligation(
        about=decision.entry,
        sentence=f"{_ASKED_FOR[decision.what]} {picture.child.called} was decided on {day_of(decision)}, and no action "
        "on record carries it out.",
        do_next="set an action: name a person, an agency, a time, and what will show it is done. Begun or booked already? "
        "Record that.",
        evidence=(discussion.entry, decision.entry),
        owed_by=whoever_decided(picture, decision),
        due_at=picture.numbers.due(standard, decision.at),
        clock=Clock.ELAPSED if urgent else Clock.WORKING,
    )


def _is_carried_out(picture: ChildPicture, decision: Decision) -> bool:
    if picture.of(Action).belonging_to(decision.entry):
        return True
    return any(_is_shown(picture, decision, kind) for kind in _SHOWN_BY.get(decision.what, ()))


def _is_shown(picture: ChildPicture, decision: Decision, kind: type[Fact]) -> bool:
    """What was decided is on record itself: the enquiry, the examination booked or done, the assessment or the service."""
    since = takewhile(lambda one: one.happened.end >= decision.happened.start, picture.of(kind).backwards())
    return any(_is_it(one) for one in since)


def _is_it(one: Fact) -> bool:
    match one:
        case Medical():
            return one.stage in (MedicalStage.BOOKED, MedicalStage.EXAMINED)
        case Involvement():
            return one.service in SOCIAL_CARE_SERVICES
    return True


def _replaced(picture: ChildPicture) -> frozenset[UUID | None]:
    """Decisions that somebody who decides looked at again and decided otherwise."""
    again = (one for one in picture.of(Decision).backwards() if one.what != DecisionKind.STANDS)
    return frozenset(one.revisits for one in again if one.role in DECIDERS)
