"""A decision to do nothing more, or less, is read by a second person who decides. Nobody authorises their own."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.front_door import Authorisation, ThresholdDecision
from kith.policy.findings import Obligation, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings.history import DOING_LESS, contacts_that_led_to, does_less, second_word
from kith.policy.readings.telling import day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import Answered, Clock, Role, ThresholdOutcome

_TO_DO = {
    ThresholdOutcome.NO_FURTHER_ACTION: "take a worry no further",
    ThresholdOutcome.ADVICE: "give advice only",
    ThresholdOutcome.EARLY_HELP: "pass a worry to early help",
    ThresholdOutcome.ALREADY_OPEN: "leave a worry to work that nobody has opened",
}
_ASKED_ABOUT = frozenset({*DOING_LESS, ThresholdOutcome.ALREADY_OPEN})


def _what_is_missing(picture: ChildPicture) -> str | None:
    span = picture.numbers.span(standards.OPEN_CONCERN_WINDOW)
    if not contacts_that_led_to(picture, _ASKED_ABOUT, span):
        return "a decision of the last year to take a worry no further, to advise, or to pass it to early help"
    return None


@rule(
    reads=ChildPicture,
    learning=(7, 9),
    why="Whoever decides alone sees alone. A second pair of eyes reads the worry and the history before less is done.",
    source="Case Study Luke, Summary of Learning, points 7 and 9. That a second person agrees, and by when, is ours; to be "
    "checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 29),
    missing=_what_is_missing,
    met_by=("authorisation", "threshold_decision"),
)
def doing_less_is_authorised_by_a_second_person(picture: ChildPicture) -> Iterator[Obligation]:
    """Have a second person read and agree a decision to take a worry no further, to advise, or to pass it to early help."""
    span = picture.numbers.span(standards.OPEN_CONCERN_WINDOW)
    for contact, decision in contacts_that_led_to(picture, _ASKED_ABOUT, span):
        said = second_word(picture, decision)
        if not does_less(picture, decision) or (said and said.agrees == Answered.YES):
            continue
        yield Obligation(
            about=decision.entry,
            sentence=_sentence(picture, decision, said),
            do_next="decide again, with what they said beside it; to protect, go ahead at once."
            if said
            else "somebody other than whoever decided reads the worry and the history, and says whether they agree.",
            evidence=(contact.entry, decision.entry, *([said.entry] if said else [])),
            owed_by=OwedBy(Role.HUB_DECISION_MAKER, decision.agency),
            due_at=picture.numbers.due(standards.DOING_LESS_AUTHORISED, said.at if said else decision.at),
            clock=Clock.WORKING,
        )


def _sentence(picture: ChildPicture, decision: ThresholdDecision, said: Authorisation | None) -> str:
    what = f"the decision of {day_in_words(decision.at)} to {_TO_DO[decision.outcome]}"
    if said:
        return f"A second person does not agree with {what} about {picture.child.called}."
    return f"Nobody else has read {what} about {picture.child.called}."
