"""Who must hear what about a child, why, and whether they may read the entry itself.

The circle is every agency with a service open to the child. Outcomes go to all of it, and to whoever told us of the
worry that was decided on; a new mark or worry goes to the social care team. Nobody is told of their own entry. Which
kinds are outcomes is ours, after learning point 4 ("workers and agencies who are key to the work are kept informed of
progress and outcomes"); to be checked by a practitioner.

Of a domestic incident the schools and nurseries named with it hear, so that the child is met knowing of it. The police
owe schools the same (Operation Encompass, Home Office statutory guidance, November 2025; nurseries are ours): this does
not wait for them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from kith.policy.facts import Fact
from kith.policy.facts.chronology import DomesticIncident
from kith.policy.facts.front_door import ThresholdDecision
from kith.policy.involvement import open_involvements, open_social_care
from kith.policy.permissions import Actor, may_see
from kith.policy.picture import ChildPicture
from kith.vocabulary import AgencyType, Role, Service

OUTCOMES = frozenset(
    {"admission", "decision", "discharge", "involvement", "stepped_down", "strategy_discussion", "threshold_decision"}
)
NEWS = frozenset({"contact", "injury"})
#: Nobody can be written to there, or nobody knows who it was.
_NO_AGENCY = (AgencyType.FAMILY, AgencyType.PUBLIC, AgencyType.UNKNOWN)
_DECIDE = (AgencyType.SOCIAL_CARE, AgencyType.HUB, AgencyType.EMERGENCY_DUTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class MustHear:
    """An agency that must hear of an entry. Not `in_full`: only that there is something, and whom to ask."""

    entry: UUID
    agency: UUID
    why: str
    in_full: bool


def circle(picture: ChildPicture) -> dict[UUID, str]:
    """Every agency with a service open to the child now, and why it belongs: its latest service in words."""
    members: dict[UUID, str] = {}
    for one in open_involvements(picture, *Service):
        if not picture.agency_is(one.with_agency, *_NO_AGENCY):
            members[one.with_agency] = f"{one.service.value.replace('_', ' ')} is open to the child"
    return members


def who_told_us(picture: ChildPicture) -> dict[UUID, UUID]:
    """The agency that told us of the worry, by the decision on it. Relatives, and who nobody knows, are left out."""
    return {
        decision.entry: contact.agency
        for contact in picture.contacts.backwards()
        if not picture.agency_is(contact.agency, *_NO_AGENCY)
        for decision in picture.threshold_decisions.belonging_to(contact.entry)
    }


def who_must_hear(picture: ChildPicture, fact: Fact) -> tuple[MustHear, ...]:
    """Who must hear of an entry just made about the child, each agency once."""
    found = {agency: why for agency, why in _hearers(picture, fact) if agency != fact.agency}
    return tuple(
        MustHear(entry=fact.entry, agency=agency, why=why, in_full=_may_read(picture, agency, fact))
        for agency, why in found.items()
    )


def _hearers(picture: ChildPicture, fact: Fact) -> Iterator[tuple[UUID, str]]:
    told_us = who_told_us(picture).get(fact.entry) if isinstance(fact, ThresholdDecision) else None
    if told_us:
        yield told_us, "told us of the worry that was decided on"
    if isinstance(fact, DomesticIncident):
        for school in fact.schools:
            if picture.agency_is(school, AgencyType.SCHOOL, AgencyType.NURSERY):
                yield school, "the child is said to go to this school or nursery"
    if fact.kind in OUTCOMES:
        yield from circle(picture).items()
    episode = open_social_care(picture) if fact.kind in NEWS else None
    if episode:
        yield episode.with_agency, "social care is open to the child"


def _may_read(picture: ChildPicture, agency: UUID, fact: Fact) -> bool:
    decides = picture.agency_is(agency, *_DECIDE)
    role = Role.SOCIAL_WORKER if decides else Role.UNKNOWN
    return may_see(Actor(agency=agency, agency_type=picture.agency(agency).type, role=role), fact)
