"""A child is not discharged home from hospital while a mark has no explanation or a worry no decision."""

from collections.abc import Iterator
from datetime import date

from kith.policy.facts.chronology import Admission, Discharge
from kith.policy.findings import Hold
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, who_answers_for
from kith.policy.readings.history import Waiting, concerns_in_words, open_concerns, waiting_for
from kith.policy.rulebook import rule
from kith.vocabulary import Act, Clock, Role


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not _is_in_hospital(picture):
        return "that the child was taken into hospital, and has not left it"
    return "a mark that nothing explains, or a worry that nobody has decided"


@rule(
    reads=ChildPicture,
    learning=(6, 9),
    why="A child in hospital is safe and can be looked at. Going home waits until somebody has answered what was seen.",
    source="Case Study Luke, Summary of Learning, points 6 and 9. That it holds, and for how long, is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("consideration", "threshold_decision", "closing_proposed"),
)
def hospital_discharge_waits_for_open_concerns(picture: ChildPicture) -> Iterator[Hold]:
    """Answer every unexplained mark and every worry before a child goes home from hospital."""
    if not _is_in_hospital(picture):
        return
    waiting = waiting_for(picture, open_concerns(picture), Act.DISCHARGE_HOME)
    if not waiting.concerns:
        return
    yield Hold(
        about=picture.id,
        holds=Act.DISCHARGE_HOME,
        sentence=f"Before {picture.child.called} goes home from hospital, {concerns_in_words(waiting.concerns)}.",
        do_next=_do_next(waiting),
        evidence=entries_of(waiting.concerns),
        owed_by=who_answers_for(picture, Role.SOCIAL_CARE_MANAGER),
        due_at=waiting.until,
        clock=Clock.WORKING if waiting.until else None,
    )


def _is_in_hospital(picture: ChildPicture) -> bool:
    admitted, left = picture.of(Admission).last(), picture.of(Discharge).last()
    return admitted is not None and (left is None or left.happened.end < admitted.happened.end)


def _do_next(waiting: Waiting) -> str:
    if waiting.until:
        return "answer each; everybody round the child was told of the discharge, and may object until then."
    return (
        "ring the paediatrician and answer each; or record why going home is right, and tell everybody round the child."
    )
