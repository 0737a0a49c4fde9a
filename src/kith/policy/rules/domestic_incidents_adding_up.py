"""Incidents between adults where a child lives are read together, and soonest where the child is young and near."""

from collections.abc import Iterator
from datetime import date, datetime

from kith.policy import standards
from kith.policy.facts.chronology import DomesticIncident
from kith.policy.facts.family import Involvement
from kith.policy.findings import Alert
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, open_involvements, who_answers_for
from kith.policy.readings.lives import HELPING_SERVICES, enough_since, first_news_since_answered, on_separate_days
from kith.policy.readings.telling import as_sentence, day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import Answered, Clock, Role, Severity

#: Below this age, and with children present, incidents close together are serious (ours; to be checked).
_YOUNG = 5


def _what_is_missing(picture: ChildPicture) -> str | None:
    incidents = picture.of(DomesticIncident).within(picture.numbers.span(standards.DOMESTIC_INCIDENTS_WINDOW))
    if not _add_up(incidents):
        return "two domestic incidents in a year, or one with children present while social care or early help is open"
    return None


@rule(
    reads=ChildPicture,
    learning=(8,),
    why="One incident may be reported alone; what living with several does to a child shows only when they are read together.",
    source="Case Study Luke, Summary of Learning, point 8. How many, how close together and the limits are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("strategy_discussion",),
)
def domestic_incidents_adding_up(picture: ChildPicture) -> Iterator[Alert]:
    """Look into domestic incidents that add up where a child lives, and within a day when the child is young and near."""
    incidents = picture.of(DomesticIncident).within(picture.numbers.span(standards.DOMESTIC_INCIDENTS_WINDOW))
    if not incidents:
        return
    helped = open_involvements(picture, *HELPING_SERVICES)
    if not _add_up(incidents) and not (helped and _with_children(incidents)):
        return
    news = _news(incidents, helped)
    close = _close_round_a_young_child(picture)
    rests_on = (*incidents, *(() if _add_up(incidents) else helped[-1:]))
    serious = enough_since(close, _is_close) if close else ()
    standard = standards.DOMESTIC_INCIDENTS_DECIDED if close else standards.LOOK_ANSWERED
    counts_from = first_news_since_answered(picture, domestic_incidents_adding_up.__name__, serious or news)
    yield Alert(
        about=picture.id,
        severity=Severity.SUSPECT if close else Severity.CONSIDER,
        sentence=_sentence(picture, incidents),
        do_next="read the incidents as one story, plan how each adult can be spoken to safely and alone, "
        "and record what you decide.",
        evidence=entries_of(rests_on),
        owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
        due_at=picture.numbers.due(standard, counts_from),
        clock=Clock.ELAPSED if close else Clock.WORKING,
    )


def _add_up(incidents: tuple[DomesticIncident, ...]) -> bool:
    return len(on_separate_days(incidents)) > 1


def _with_children(incidents: tuple[DomesticIncident, ...]) -> tuple[DomesticIncident, ...]:
    return tuple(one for one in incidents if one.children_present == Answered.YES)


def _news(incidents: tuple[DomesticIncident, ...], helped: tuple[Involvement, ...]) -> tuple[datetime, ...]:
    if _add_up(incidents):
        return enough_since(incidents, _add_up)
    return tuple(max(one.at, helped[0].at) for one in _with_children(incidents))


def _is_close(incidents: tuple[DomesticIncident, ...]) -> bool:
    return _add_up(incidents) and bool(_with_children(incidents))


def _close_round_a_young_child(picture: ChildPicture) -> tuple[DomesticIncident, ...]:
    span = picture.numbers.span(standards.DOMESTIC_INCIDENTS_WINDOW_OF_A_YOUNG_CHILD)
    incidents = picture.of(DomesticIncident).within(span)
    return incidents if _is_close(incidents) and not picture.is_older_than(_YOUNG) else ()


def _sentence(picture: ChildPicture, incidents: tuple[DomesticIncident, ...]) -> str:
    events, who = on_separate_days(incidents), picture.child.called
    if len(events) < 2:
        day = day_in_words(incidents[0].happened.end)
        return as_sentence(f"{who} has help open, and a domestic incident on {day} had children present.")
    near = len(on_separate_days(_with_children(incidents)))
    children = f", {near} of them with children present" if near else ""
    since = day_in_words(events[0].happened.end)
    return f"{len(events)} domestic incidents are on record where {who} lives or stays since {since}{children}."
