"""Whether a section 47 enquiry starts is decided by the level of risk, and by nothing else."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from kith.policy import standards
from kith.policy.facts import Fact
from kith.policy.facts.casework import Decision, Section47Enquiry
from kith.policy.facts.chronology import Injury
from kith.policy.findings import Obligation
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of
from kith.policy.readings.discussions import OF_RISK, open_worries_at, whoever_decided
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, DecisionKind, ReasonGiven

_ABOUT_AN_ENQUIRY = (DecisionKind.NO_SECTION_47, DecisionKind.START_SECTION_47)
_IN_WORDS = {
    ReasonGiven.NO_WORKER_FREE: "no worker is free",
    ReasonGiven.CASE_ALREADY_OPEN: "the case is already open",
    ReasonGiven.AWAITING_ASSESSMENT: "an assessment is awaited",
    ReasonGiven.OFFICE_HOURS: "the office is closed",
    ReasonGiven.FAMILY_WOULD_NOT_AGREE: "the family would not agree",
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    return "a decision about a section 47 enquiry whose reasons say nothing of risk"


@rule(
    reads=ChildPicture,
    learning=(14,),
    why="An enquiry starts, or does not, because of the risk to the child: never for want of time, staff or agreement.",
    source="Case Study Luke, Summary of Learning, point 14. Which reasons are of risk, and the time, are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("decision",),
)
def s47_starts_on_the_level_of_risk(picture: ChildPicture) -> Iterator[Obligation]:
    """Decide by the level of risk whether a section 47 enquiry starts, and write that reason down."""
    found = sorted(_without_a_reason_of_risk(picture), key=lambda one: (one.at, one.entry))
    if not found:
        return
    first = found[0]
    worries = () if first.reasons else open_worries_at(picture, first)
    yield Obligation(
        about=first.entry,
        sentence=_sentence(picture, first, worries),
        do_next="record a decision again, with its reasons: how likely harm is, how serious, and what you rely on.",
        evidence=(*entries_of(tuple(found)), *entries_of(worries)),
        owed_by=whoever_decided(picture, first),
        due_at=picture.numbers.due(standards.REASON_OF_RISK_GIVEN, first.at),
        clock=Clock.ELAPSED,
    )


def _without_a_reason_of_risk(picture: ChildPicture) -> Iterator[Decision]:
    """Decisions about an enquiry since the last one that was decided on risk, the latest first."""
    begun = picture.of(Section47Enquiry).last()
    looked_at_again: set[UUID] = set()
    for one in picture.of(Decision).backwards():
        of_risk = one.role in DECIDERS and bool(OF_RISK & set(one.reasons))
        if of_risk and one.revisits:
            looked_at_again.add(one.revisits)
        if one.what not in _ABOUT_AN_ENQUIRY or one.role not in DECIDERS:
            continue
        starts = one.what == DecisionKind.START_SECTION_47
        overtaken = begun is not None and not starts and begun.happened.end >= one.happened.start
        if of_risk or overtaken:
            return
        if one.entry not in looked_at_again and (one.reasons or (not starts and open_worries_at(picture, one))):
            yield one
        if starts:
            return


def _sentence(picture: ChildPicture, decision: Decision, worries: tuple[Fact, ...]) -> str:
    child = picture.child.called
    if not decision.reasons:
        worry = "nothing explains a mark" if isinstance(worries[0], Injury) else "nobody has answered a worry"
        return f"No reason is on record for starting no section 47 enquiry about {child}, and {worry}."
    starts = "An" if decision.what == DecisionKind.START_SECTION_47 else "No"
    others = ", among other reasons" if len(decision.reasons) > 1 else ""
    return (
        f"{starts} enquiry starts because {_IN_WORDS[decision.reasons[0]]}{others}: that may be true, and says nothing "
        f"about risk to {child}."
    )
