"""A paediatrician is heard in a strategy discussion when harm to the child may be physical."""

from collections.abc import Iterator
from datetime import date, datetime

from kith.policy import standards
from kith.policy.facts.casework import ProfessionalOpinion, StrategyDiscussion
from kith.policy.facts.chronology import Medical
from kith.policy.findings import Obligation
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of
from kith.policy.readings.discussions import (
    PossibleHarm,
    day_of,
    physical_harm_is_possible,
    whoever_holds_the_child,
)
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, MedicalStage, Role


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not picture.of(StrategyDiscussion):
        return "a strategy discussion, and who was heard in it"
    return "a mark that nothing explains, or a worry about physical harm, in the 90 days before a strategy discussion"


@rule(
    reads=ChildPicture,
    learning=(2, 3),
    why="What a mark can mean is a doctor's knowledge. A discussion about possible physical harm needs it the same day.",
    source="Case Study Luke, Summary of Learning, points 2 and 3; local procedures that ask for a paediatrician in every "
    "discussion about an injury. The triggers and the time are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("strategy_discussion", "medical", "professional_opinion"),
)
def paediatrician_is_heard_when_harm_may_be_physical(picture: ChildPicture) -> Iterator[Obligation]:
    """Hear a paediatrician in a strategy discussion about a child to whom harm may be physical."""
    unheard = _discussions_that_need_one(picture)
    if not unheard:
        return
    discussions = tuple(sorted(unheard, key=lambda one: (one.at, one.entry)))
    first = discussions[0]
    harm = unheard[first]
    yield Obligation(
        about=first.entry,
        sentence=f"No paediatrician was heard in {picture.child.called}'s strategy discussion of {day_of(first)}, "
        f"and {harm.words}.",
        do_next="ring the on-call paediatrician, and record a further discussion in which they were heard, or enter "
        "their own opinion. Cannot reach one? Ring the named doctor.",
        evidence=(*entries_of(discussions), *harm.entries),
        owed_by=whoever_holds_the_child(picture, first),
        due_at=picture.numbers.due(standards.PAEDIATRICIAN_RUNG, max(first.at, harm.since)),
        clock=Clock.ELAPSED,
    )


def _discussions_that_need_one(picture: ChildPicture) -> dict[StrategyDiscussion, PossibleHarm]:
    spoke = _a_paediatrician_wrote(picture)
    unheard = [one for one in _since_one_was_heard(picture) if spoke is None or one.happened.start > spoke]
    found = ((one, physical_harm_is_possible(picture, one)) for one in unheard)
    return {one: harm for one, harm in found if harm}


def _since_one_was_heard(picture: ChildPicture) -> list[StrategyDiscussion]:
    without: list[StrategyDiscussion] = []
    for one in picture.of(StrategyDiscussion).backwards():
        if Role.PAEDIATRICIAN in one.heard:
            return [earlier for earlier in without if earlier.happened.start > one.happened.end]
        without.append(one)
    return without


def _a_paediatrician_wrote(picture: ChildPicture) -> datetime | None:
    """When a paediatrician last entered an opinion or an examination of their own."""
    said = [one.at for one in picture.of(ProfessionalOpinion).backwards() if one.role == Role.PAEDIATRICIAN]
    saw = [
        one.at
        for one in picture.of(Medical).backwards()
        if one.role == Role.PAEDIATRICIAN and one.stage == MedicalStage.EXAMINED
    ]
    return max((*said, *saw), default=None)
