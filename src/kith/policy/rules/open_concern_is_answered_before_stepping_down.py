"""No service is stepped down or closed while a concern on record has no answer."""

from collections.abc import Iterator
from datetime import date

from kith.policy.facts import Fact
from kith.policy.findings import Hold
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, open_involvements, who_answers_for
from kith.policy.readings.history import HELP, Waiting, concerns_in_words, open_concerns, waiting_for
from kith.policy.rulebook import rule
from kith.vocabulary import Act, Clock, Role


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not open_involvements(picture, *HELP):
        return "a service that is open to the child"
    return "a concern that nobody has answered"


@rule(
    reads=ChildPicture,
    learning=(6, 9),
    why="Help may not be lessened while a mark, or somebody's worry, waits for an answer. Protecting never waits.",
    source="Case Study Luke, Summary of Learning, points 6 and 9. That it holds, and for how long, is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("consideration", "threshold_decision", "closing_proposed"),
)
def open_concern_is_answered_before_stepping_down(picture: ChildPicture) -> Iterator[Hold]:
    """Answer every open concern before a service is stepped down or closed."""
    if not open_involvements(picture, *HELP):
        return
    held, waiting = _what_waits(picture, open_concerns(picture))
    if not waiting.concerns:
        return
    yield Hold(
        about=picture.id,
        holds=held,
        sentence=_sentence(picture, held, waiting.concerns),
        do_next=_do_next(waiting),
        evidence=entries_of(waiting.concerns),
        owed_by=who_answers_for(picture, Role.SOCIAL_CARE_MANAGER),
        due_at=waiting.until,
        clock=Clock.WORKING if waiting.until else None,
    )


def _what_waits(picture: ChildPicture, concerns: tuple[Fact, ...]) -> tuple[Act, Waiting]:
    """Stepping down, and closing with it; closing alone, once everybody had time to object to the lesser."""
    either = waiting_for(picture, concerns, Act.STEP_DOWN, Act.CLOSE)
    if either.concerns:
        return Act.STEP_DOWN, either
    return Act.CLOSE, waiting_for(picture, concerns, Act.CLOSE)


def _sentence(picture: ChildPicture, held: Act, concerns: tuple[Fact, ...]) -> str:
    who = picture.child.called
    what = "stepped down or closed" if held == Act.STEP_DOWN else "closed"
    return f"{who[:1].upper()}{who[1:]} cannot be {what} yet: {concerns_in_words(concerns)}."


def _do_next(waiting: Waiting) -> str:
    if waiting.until:
        return "answer each; everybody round the child was told what is meant to happen, and may object until then."
    return "answer each; or record what is meant to happen and why, and tell everybody round the child."
