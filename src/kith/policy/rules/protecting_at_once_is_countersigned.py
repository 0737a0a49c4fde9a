"""Protecting takes effect at once on one person's word; a second person reads it within hours, day or night."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.front_door import ThresholdDecision
from kith.policy.findings import Obligation
from kith.policy.picture import ChildPicture
from kith.policy.readings import who_answers_for
from kith.policy.readings.discussions import AT_ONCE
from kith.policy.readings.history import contacts_that_led_to, second_word
from kith.policy.readings.telling import day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Role, ThresholdOutcome

_TO_DO = {
    ThresholdOutcome.STRATEGY_DISCUSSION: "for a strategy discussion",
    ThresholdOutcome.IMMEDIATE_PROTECTION: "to protect at once",
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    span = picture.numbers.span(standards.OPEN_CONCERN_WINDOW)
    if not contacts_that_led_to(picture, AT_ONCE, span):
        return "a decision of the last year for a strategy discussion or to protect at once"
    return None


@rule(
    reads=ChildPicture,
    learning=(7, 14),
    why="Nobody waits for a signature to protect a child. Soon after, somebody else reads why, and what came before.",
    source="Kith's own design: one person protects, a second reads it within four hours; to be checked by a practitioner.",
    checked_by="to be named",
    review_by=date(2027, 11, 29),
    missing=_what_is_missing,
    met_by=("authorisation",),
)
def protecting_at_once_is_countersigned(picture: ChildPicture) -> Iterator[Obligation]:
    """Have a second person read, within four hours, a decision that protected a child at once. It stands meanwhile."""
    span = picture.numbers.span(standards.OPEN_CONCERN_WINDOW)
    for contact, decision in contacts_that_led_to(picture, AT_ONCE, span):
        if second_word(picture, decision) is None:
            yield Obligation(
                about=decision.entry,
                sentence=_sentence(picture, decision),
                do_next="somebody other than whoever decided reads it and says whether they agree. It stands meanwhile.",
                evidence=(contact.entry, decision.entry),
                owed_by=who_answers_for(picture, Role.SOCIAL_CARE_MANAGER),
                due_at=picture.numbers.due(standards.PROTECTING_AT_ONCE_COUNTERSIGNED, decision.at),
                clock=Clock.ELAPSED,
            )


def _sentence(picture: ChildPicture, decision: ThresholdDecision) -> str:
    what = _TO_DO[decision.outcome]
    return f"Nobody else has read the decision of {day_in_words(decision.at)} {what} about {picture.child.called}."
