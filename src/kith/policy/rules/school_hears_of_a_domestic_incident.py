"""A school that must hear of a domestic incident has heard before the child next comes, or somebody rings it."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from kith.policy import calendar, standards
from kith.policy.facts.chronology import DomesticIncident
from kith.policy.facts.informed import Told
from kith.policy.findings import Obligation, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings.telling import day_in_words, named
from kith.policy.rulebook import rule
from kith.vocabulary import AgencyType, Clock, Role


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not any(_unheard(picture, one) for one in picture.of(DomesticIncident).backwards()):
        return "a domestic incident that a school or nursery must hear of, and has not"
    return None


@rule(
    reads=ChildPicture,
    learning=(4,),
    why="A child who comes to school after such a night is met by somebody who knows. A notice nobody opened helps nobody.",
    source="Home Office statutory guidance, Operation Encompass, November 2025: the school is told before the next school "
    "day. That it is rung when it has not heard, nurseries, and the hours are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("told",),
)
def school_hears_of_a_domestic_incident(picture: ChildPicture) -> Iterator[Obligation]:
    """Ring a school that must hear of a domestic incident and has not when the child next comes."""
    for incident in picture.of(DomesticIncident).backwards():
        unheard = _unheard(picture, incident)
        comes = calendar.next_school_morning(incident.at)
        if not unheard or not picture.has_passed(comes):
            continue
        yield Obligation(
            about=incident.entry,
            sentence=f"Nobody has recorded that {named(picture, unheard)} heard of the incident between adults "
            f"on {day_in_words(incident.happened.end)}.",
            do_next="ring them, ask for the safeguarding lead, and record whom you told.",
            evidence=(incident.entry,),
            owed_by=OwedBy(Role.HUB_DECISION_MAKER),
            due_at=picture.numbers.due(standards.SCHOOL_RUNG, comes),
            clock=Clock.ELAPSED,
        )


def _unheard(picture: ChildPicture, incident: DomesticIncident) -> tuple[UUID, ...]:
    """The schools and nurseries that must hear of it and were not told, nor told of it themselves."""
    told = {one.told_agency for one in picture.of(Told).belonging_to(incident.entry)} | {incident.agency}
    schools = (one for one in incident.schools if picture.agency_is(one, AgencyType.SCHOOL, AgencyType.NURSERY))
    return tuple(one for one in schools if one not in told)
