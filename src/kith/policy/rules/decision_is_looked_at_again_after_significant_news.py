"""A decision is looked at again when significant news came after it. That it stands is as good an answer as another."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts import Fact
from kith.policy.facts.casework import Decision
from kith.policy.facts.chronology import AccountJudgement, CarerStatement, DomesticIncident, Injury
from kith.policy.facts.family import AdultCheck, KeyAdult
from kith.policy.facts.front_door import ThresholdDecision
from kith.policy.findings import Obligation
from kith.policy.picture import ChildPicture
from kith.policy.readings import SOCIAL_CARE_SERVICES, entries_of, open_involvements
from kith.policy.readings.discussions import (
    Decided,
    day_of,
    last_decided,
    made_at,
    significant_news,
    whoever_decided,
)
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Service, ThresholdOutcome

_IN_WORDS: dict[type[Fact], str] = {
    Injury: "a possible injury",
    AccountJudgement: "a doubt about an account",
    KeyAdult: "a new adult with care",
    AdultCheck: "a check on an adult",
    DomesticIncident: "an incident between adults",
    CarerStatement: "what a carer said",
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    if last_decided(picture) is None:
        return "a decision about the child by somebody who decides"
    return "significant news that came after the last decision, while a service is open or within a year"


@rule(
    reads=ChildPicture,
    learning=(9,),
    why="Looking again is good work. A decision can only be as good as what was known on the day.",
    source="Case Study Luke, Summary of Learning, point 9. What news is significant, and the time, are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("decision",),
)
def decision_is_looked_at_again_after_significant_news(picture: ChildPicture) -> Iterator[Obligation]:
    """Look at a decision again within two working days of news that could have changed it."""
    decided = last_decided(picture)
    if decided is None:
        return
    news = significant_news(picture, decided)
    if not news or not _is_current(picture, decided, news[0]):
        return
    yield Obligation(
        about=decided.entry,
        sentence=f"The {_in_words(decided)} was made before {_IN_WORDS[type(news[0])]}{_and_more(news)} became known.",
        do_next="read what is new, and record a decision: it stands, or you would now decide otherwise. Both are good "
        "answers.",
        evidence=(decided.entry, *entries_of(news)),
        owed_by=whoever_decided(picture, decided),
        due_at=picture.numbers.due(standards.DECISION_LOOKED_AT_AGAIN, news[0].at),
        clock=Clock.WORKING,
    )


def _is_current(picture: ChildPicture, decided: Decided, news: Fact) -> bool:
    """A service is open to the child, or the decision was not a year old when the news came."""
    if open_involvements(picture, *SOCIAL_CARE_SERVICES, Service.EARLY_HELP):
        return True
    return news.at < made_at(decided) + picture.numbers.span(standards.OPEN_CONCERN_WINDOW)


def _and_more(news: tuple[Fact, ...]) -> str:
    return " and more" if len(news) > 1 else ""


def _in_words(decided: Decided) -> str:
    day = day_of(decided)
    match decided:
        case Decision():
            return f"decision of {day} (“{decided.what.replace('_', ' ')}”)"
        case ThresholdDecision(outcome=ThresholdOutcome.NO_FURTHER_ACTION):
            return f"decision of {day} (“no further action by social care”)"
        case ThresholdDecision():
            return f"decision of {day} (“{decided.outcome.replace('_', ' ')}”)"
    return f"record of the discussion of {day}"
