"""A strategy discussion is held once somebody who decides has recorded reasonable cause, and never forgotten."""

from collections.abc import Iterator
from datetime import date
from itertools import chain, takewhile

from kith.policy import standards
from kith.policy.facts import Fact
from kith.policy.facts.casework import Decision, StrategyDiscussion
from kith.policy.facts.chronology import Consideration
from kith.policy.facts.front_door import ThresholdDecision
from kith.policy.findings import Obligation
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, settles_marks, who_answers_for
from kith.policy.readings.discussions import AT_ONCE, was_talked_about
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, CouldBeCaused, DecisionKind, Role

Cause = Decision | ThresholdDecision | Consideration
_TELLS_FIRST: tuple[type[Fact], ...] = (Decision, ThresholdDecision, Consideration)


def _what_is_missing(picture: ChildPicture) -> str | None:
    return "reasonable cause recorded by somebody who decides, with no strategy discussion since"


@rule(
    reads=ChildPicture,
    learning=(14,),
    why="Once somebody thinks a child may be seriously harmed, social care, police and health talk within a day.",
    source="Case Study Luke, Summary of Learning, point 14; Working Together, strategy discussions; the day is a local "
    "number. That thinking somebody could have caused a mark asks for one too is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("strategy_discussion", "decision"),
)
def strategy_discussion_is_held_on_reasonable_cause(picture: ChildPicture) -> Iterator[Obligation]:
    """Call a strategy discussion within a day of recording reasonable cause to think of significant harm."""
    causes = sorted(_causes_without_a_discussion(picture), key=lambda one: (one.at, one.entry))
    if not causes:
        return
    yield Obligation(
        about=causes[0].entry,
        sentence=_sentence(picture, min(causes, key=lambda one: _TELLS_FIRST.index(type(one)))),
        do_next="call a strategy discussion with social care, police and health, and record who was heard. In danger "
        "now: ring 999, do not wait for it. Decided otherwise? Record that no enquiry starts, and why.",
        evidence=entries_of(tuple(causes)),
        owed_by=who_answers_for(picture, Role.SOCIAL_CARE_MANAGER),
        due_at=picture.numbers.due(standards.STRATEGY_DISCUSSION_HELD, causes[0].at),
        clock=Clock.ELAPSED,
    )


def _causes_without_a_discussion(picture: ChildPicture) -> Iterator[Cause]:
    last = next((one for one in picture.of(StrategyDiscussion).backwards() if one.role in DECIDERS), None)
    decisions, responses, answers = picture.of(Decision), picture.threshold_decisions, picture.considerations
    recorded: Iterator[Cause] = chain(decisions.backwards(), responses.backwards(), answers.backwards())
    for one in recorded:
        if one.role not in DECIDERS or not _is_cause(one) or _is_decided_otherwise(picture, one):
            continue
        if last is None or not was_talked_about(picture, one, last):
            yield one


def _is_cause(one: Cause) -> bool:
    match one:
        case Decision():
            return one.what == DecisionKind.REASONABLE_CAUSE and one.discussion is None
        case ThresholdDecision():
            return one.outcome in AT_ONCE
    return one.could_be_caused == CouldBeCaused.COULD


def _is_decided_otherwise(picture: ChildPicture, cause: Cause) -> bool:
    """Somebody who decides looked at it again: no enquiry starts; or, of a mark, nobody could have caused it after all."""
    decisions = takewhile(lambda one: one.happened.end >= cause.happened.start, picture.of(Decision).backwards())
    refused = [one for one in decisions if one.what == DecisionKind.NO_SECTION_47 and one.role in DECIDERS]
    if not isinstance(cause, Consideration):
        return any(one.revisits == cause.entry for one in refused)
    since = takewhile(lambda one: one != cause, picture.considerations.backwards())
    settled = any(settles_marks(one) and set(cause.evidence) <= set(one.evidence) for one in since)
    return settled or bool(refused)


def _sentence(picture: ChildPicture, cause: Cause) -> str:
    named, child = picture.agency(cause.agency).name, picture.child.called
    agency = named[:1].upper() + named[1:]
    match cause:
        case Decision():
            return (
                f"{agency} recorded reasonable cause to think {child} may be suffering significant harm, and no strategy "
                "discussion has followed."
            )
        case ThresholdDecision():
            return f"{agency} decided on a strategy discussion about {child}, and it has not been held."
    return (
        f"{agency} recorded that someone could have caused what was seen on {child}, and no strategy discussion has "
        "followed."
    )
