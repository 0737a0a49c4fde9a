"""An action says who does it, by when, and what will show it done. It is saved without, and asked about."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.casework import Action
from kith.policy.findings import Obligation
from kith.policy.picture import ChildPicture
from kith.policy.readings.discussions import URGENT, actions_not_done, day_of, decision_of, is_owned, whoever_decided
from kith.policy.rulebook import rule
from kith.vocabulary import Clock


def _what_is_missing(picture: ChildPicture) -> str | None:
    return "an action that is not done and lacks an owner, a time or what will show it done"


@rule(
    reads=ChildPicture,
    learning=(3,),
    why="What is everybody's to do is done by nobody. Each action names a person, an agency, a time and a result.",
    source="Case Study Luke, Summary of Learning, point 3. The times are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("action", "action_done"),
)
def action_has_an_owner_a_time_and_a_result(picture: ChildPicture) -> Iterator[Obligation]:
    """Give every action an owner, a time, and what will show it is done."""
    for action in actions_not_done(picture):
        lacking = _lacking(action)
        if lacking:
            yield _obligation(picture, action, lacking)


def _lacking(action: Action) -> list[str]:
    has = {
        "no owner": is_owned(action),
        "no time": action.due_at is not None,
        "nothing that will show it done": bool(action.shown_done_by.strip()),
    }
    return [words for words, is_said in has.items() if not is_said]


def _obligation(picture: ChildPicture, action: Action, lacking: list[str]) -> Obligation:
    decision = decision_of(picture, action)
    urgent = decision is not None and decision.what in URGENT
    standard = standards.URGENT_DECISION_CARRIED if urgent else standards.DECISION_CARRIED
    words = " and ".join((", ".join(lacking[:-1]), lacking[-1])) if len(lacking) > 1 else lacking[0]
    return Obligation(
        about=action.entry,
        sentence=f"An action for {picture.child.called}, set on {day_of(action)}, has {words}.",
        do_next="put the action right: name a person, an agency, a time, and what will show it is done. Done already? "
        "Record that it was, and what shows it.",
        evidence=(action.entry, *((decision.entry,) if decision else ())),
        owed_by=whoever_decided(picture, decision or action),
        due_at=picture.numbers.due(standard, action.at),
        clock=Clock.ELAPSED if urgent else Clock.WORKING,
    )
