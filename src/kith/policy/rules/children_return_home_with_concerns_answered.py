"""A child who lives elsewhere to be safe does not go home while a concern on record has no answer."""

from collections.abc import Iterator
from datetime import date

from kith.policy.facts.casework import Placement, ReturnHome
from kith.policy.findings import Hold
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, open_involvements, who_answers_for
from kith.policy.readings.history import Waiting, concerns_in_words, open_concerns, waiting_for
from kith.policy.rulebook import rule
from kith.vocabulary import Act, Clock, Role, Service


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not _lives_elsewhere(picture):
        return "that the child is looked after, or where the child lives while away from home"
    return "a concern that nobody has answered"


@rule(
    reads=ChildPicture,
    learning=(6, 9),
    why="A child goes home when what made people worry has been answered, or when everybody near the child could object.",
    source="Case Study Luke, Summary of Learning, points 6 and 9. That it holds, and for how long, is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("consideration", "threshold_decision", "closing_proposed"),
)
def children_return_home_with_concerns_answered(picture: ChildPicture) -> Iterator[Hold]:
    """Answer every open concern before a child who lives elsewhere to be safe returns home."""
    if not _lives_elsewhere(picture):
        return
    waiting = waiting_for(picture, open_concerns(picture), Act.RETURN_HOME)
    if not waiting.concerns:
        return
    yield Hold(
        about=picture.id,
        holds=Act.RETURN_HOME,
        sentence=f"Before {picture.child.called} returns home, {concerns_in_words(waiting.concerns)}.",
        do_next=_do_next(waiting),
        evidence=entries_of(waiting.concerns),
        owed_by=who_answers_for(picture, Role.SOCIAL_CARE_MANAGER),
        due_at=waiting.until,
        clock=Clock.WORKING if waiting.until else None,
    )


def _lives_elsewhere(picture: ChildPicture) -> bool:
    if open_involvements(picture, Service.LOOKED_AFTER):
        return True
    placed, returned = picture.of(Placement).last(), picture.of(ReturnHome).last()
    return placed is not None and (returned is None or returned.happened.end < placed.happened.end)


def _do_next(waiting: Waiting) -> str:
    if waiting.until:
        return "answer each; everybody round the child was told of the return, and may object until then."
    return "answer each; or record why the child should return, and tell everybody round the child."
