"""An action whose time has come is done, or somebody is told that it was not."""

from collections.abc import Iterator
from datetime import date

from kith.policy.facts.casework import Action
from kith.policy.findings import Obligation, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings.discussions import (
    actions_not_done,
    day_in_words,
    decision_of,
    is_for_health,
    owner_in_words,
    whoever_decided,
)
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Role


def _what_is_missing(picture: ChildPicture) -> str | None:
    return "an action whose time has passed and that nobody recorded as done"


@rule(
    reads=ChildPicture,
    learning=(3,),
    why="A decision protects a child when it is done. An action past its time is not left lying.",
    source="Case Study Luke, Summary of Learning, point 3. The time is the action's own.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("action_done", "action"),
)
def actions_are_done_in_time(picture: ChildPicture) -> Iterator[Obligation]:
    """Do every action by its time, or say what stops it."""
    for action in actions_not_done(picture):
        if action.due_at is None or is_for_health(picture, action) or not picture.has_passed(action.due_at):
            continue
        decision = decision_of(picture, action)
        yield Obligation(
            about=action.entry,
            sentence=f"What {owner_in_words(picture, action)} was to do for {picture.child.called} by "
            f"{day_in_words(action.due_at)} is not recorded as done.",
            do_next="do it, and record what shows it done. Something stops it? Put the action right with a new time, "
            f"and say what keeps {picture.child.called} safe meanwhile.",
            evidence=(action.entry, *((decision.entry,) if decision else ())),
            owed_by=_owner(picture, action),
            due_at=action.due_at,
            clock=Clock.ELAPSED,
        )


def _owner(picture: ChildPicture, action: Action) -> OwedBy:
    if action.owner_role != Role.UNKNOWN and action.owner_agency:
        return OwedBy(action.owner_role, action.owner_agency)
    return whoever_decided(picture, decision_of(picture, action) or action)
