"""Visits on which nobody got to see a child are counted together, whichever agency made them."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise, takewhile

from kith.policy import standards
from kith.policy.facts.chronology import Visit
from kith.policy.findings import Alert
from kith.policy.picture import ChildPicture
from kith.policy.readings import SOCIAL_CARE_SERVICES, entries_of
from kith.policy.readings.lives import enough_since, first_news_since_answered, listed, who_works_with
from kith.policy.readings.telling import as_sentence, day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import Answered, Clock, Service, Severity, VisitOutcome

_SERVICES = (*sorted(SOCIAL_CARE_SERVICES), Service.EARLY_HELP, Service.HEALTH_VISITING)
_IN_WORDS = {
    VisitOutcome.NOBODY_IN: "found nobody in",
    VisitOutcome.PUT_OFF: "was put off",
    VisitOutcome.REFUSED: "was said no to",
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    if who_works_with(picture, *_SERVICES) is None:
        return "social care, early help or health visiting open to the child"
    return "two visits close together, since the child was last seen, on which nobody got to see the child"


@rule(
    reads=ChildPicture,
    learning=(8,),
    why="When several visits come to nothing, nobody knows how the child is. We ask what got in the way and see the child.",
    source="Case Study Luke, Summary of Learning, point 8. How many visits and how close together are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("visit",),
)
def access_refused_again_is_looked_at(picture: ChildPicture) -> Iterator[Alert]:
    """Look into two visits close together on which nobody got to see the child, whichever agencies made them."""
    owed_by = who_works_with(picture, *_SERVICES)
    if owed_by is None:
        return
    failed = _failed_since_seen(picture)
    if not _come_close_together(picture, failed):
        return
    news = enough_since(failed, lambda told: _come_close_together(picture, told))
    yield Alert(
        about=picture.id,
        severity=Severity.CONSIDER,
        sentence=_sentence(picture, failed),
        do_next="ask the family what got in the way, see the child, at nursery or school if home fails, and say what you think.",
        evidence=entries_of(failed),
        owed_by=owed_by,
        due_at=picture.numbers.due(
            standards.LOOK_ANSWERED,
            first_news_since_answered(picture, access_refused_again_is_looked_at.__name__, news),
        ),
        clock=Clock.WORKING,
    )


def _failed_since_seen(picture: ChildPicture) -> tuple[Visit, ...]:
    visits = picture.visits.within(picture.numbers.span(standards.VISITS_THAT_FAILED_WINDOW))
    since_seen = takewhile(lambda visit: not _was_seen(visit), reversed(visits))
    return tuple(visit for visit in since_seen if visit.outcome in _IN_WORDS)[::-1]


def _was_seen(visit: Visit) -> bool:
    return visit.outcome == VisitOutcome.MADE and Answered.YES in (visit.seen, visit.seen_alone)


def _come_close_together(picture: ChildPicture, failed: tuple[Visit, ...]) -> bool:
    return any(
        later.happened.start <= picture.numbers.due(standards.VISITS_THAT_FAILED_TOGETHER, earlier.happened.end)
        for earlier, later in pairwise(failed)
    )


def _sentence(picture: ChildPicture, failed: tuple[Visit, ...]) -> str:
    outcomes = [visit.outcome for visit in failed]
    told = [f"{outcomes.count(one)} {words}" for one, words in _IN_WORDS.items() if one in outcomes]
    return as_sentence(
        f"on {len(failed)} visits since {day_in_words(failed[0].happened.end)} nobody saw {picture.child.called}: {listed(told)}."
    )
