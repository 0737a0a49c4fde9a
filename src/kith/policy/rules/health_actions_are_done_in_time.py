"""A health action is done in time, and a social care manager answers for it."""

from collections.abc import Iterator
from datetime import date, datetime

from kith.policy import standards
from kith.policy.facts.casework import Action
from kith.policy.findings import Obligation
from kith.policy.picture import ChildPicture
from kith.policy.readings.discussions import (
    actions_not_done,
    day_in_words,
    decision_of,
    is_for_health,
    owner_in_words,
    whoever_holds_the_child,
)
from kith.policy.rulebook import rule
from kith.vocabulary import Clock


def _what_is_missing(picture: ChildPicture) -> str | None:
    return "a health action whose time has passed and that nobody recorded as done"


@rule(
    reads=ChildPicture,
    learning=(3,),
    why="What a discussion decides about a child's health is followed up by social care like everything else it decides.",
    source="Case Study Luke, Summary of Learning, point 3, which names health actions. 24 hours for an action without a "
    "time are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("action_done", "action"),
)
def health_actions_are_done_in_time(picture: ChildPicture) -> Iterator[Obligation]:
    """See to it that health actions are done by their time, or within a day when nobody set one."""
    for action in actions_not_done(picture):
        due_at = _due(picture, action)
        if not is_for_health(picture, action) or not picture.has_passed(due_at):
            continue
        decision = decision_of(picture, action)
        yield Obligation(
            about=action.entry,
            sentence=f"What {owner_in_words(picture, action)} was to do for {picture.child.called}'s health by "
            f"{day_in_words(due_at)} is not recorded as done.",
            do_next=f"ring {owner_in_words(picture, action)}. Record that it was done, or put the action right with a new "
            f"time, what stops it and what keeps {picture.child.called} safe meanwhile.",
            evidence=(action.entry, *((decision.entry,) if decision else ())),
            owed_by=whoever_holds_the_child(picture, decision or action),
            due_at=due_at,
            clock=Clock.ELAPSED,
        )


def _due(picture: ChildPicture, action: Action) -> datetime:
    return action.due_at or picture.numbers.due(standards.HEALTH_ACTION_DONE, action.at)
