"""Everybody who works with a child hears of what was decided, and so does whoever told us of the worry."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts import Fact
from kith.policy.findings import Obligation, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings import open_involvements, who_answers_for
from kith.policy.readings.telling import HELP, Untold, as_sentence, day_in_words, named, outcomes_not_passed_on
from kith.policy.rulebook import rule
from kith.vocabulary import AgencyType, Clock, Role

#: What they have not been told, after "telling them".
_WHAT = {
    "admission": "that {who} was taken into hospital",
    "decision": "what was decided about {who}",
    "discharge": "that {who} left hospital",
    "involvement": "that a service opened to {who}",
    "stepped_down": "that help for {who} ended or lessened",
    "strategy_discussion": "of the strategy discussion about {who}",
    "threshold_decision": "what was decided about {who}",
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not open_involvements(picture, *HELP) and not picture.threshold_decisions:
        return "an outcome while social care or early help is open, or a decision on what an agency told us"
    return None


@rule(
    reads=ChildPicture,
    learning=(4,),
    why="People who help a child can only help well when they know what was decided, and why.",
    source="Case Study Luke, Summary of Learning, point 4. What counts as an outcome, and the working day, are ours; "
    "to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("told",),
)
def people_who_need_to_know_hear_of_outcomes(picture: ChildPicture) -> Iterator[Obligation]:
    """Tell everybody who works with a child, and whoever told us of the worry, what was decided."""
    for untold in outcomes_not_passed_on(picture):
        outcome = untold.outcome
        yield Obligation(
            about=outcome.entry,
            sentence=_sentence(picture, untold),
            do_next="tell each of them the outcome and the reason, as far as they may know it, and record whom you told.",
            evidence=(outcome.entry,),
            owed_by=_made_by(picture, outcome),
            due_at=picture.numbers.due(standards.OUTCOME_TOLD, outcome.at),
            clock=Clock.WORKING,
        )


def _made_by(picture: ChildPicture, outcome: Fact) -> OwedBy:
    if picture.agency_is(outcome.agency, AgencyType.SOCIAL_CARE, AgencyType.HUB, AgencyType.EARLY_HELP):
        return OwedBy(outcome.role, outcome.agency)
    return who_answers_for(picture, Role.SOCIAL_WORKER)


def _sentence(picture: ChildPicture, untold: Untold) -> str:
    who, names = picture.child.called, named(picture, untold.agencies)
    day = day_in_words(untold.outcome.happened.start)
    if untold.told_us:
        return as_sentence(
            f"{names} told us about {who}, and nobody has recorded telling them what was decided on {day}."
        )
    return f"Nobody has recorded telling {names} {_WHAT[untold.outcome.kind].format(who=who)} on {day}."
