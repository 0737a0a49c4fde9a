"""Who answers for what stands open, by name or by desk; and how the agencies round a child are reached at this hour."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kith.agencies.queries import front_door, reachable
from kith.chronology.queries import standing
from kith.duties.desk import OnDesk, standing_danger
from kith.journey.picture import gather_entries
from kith.people.queries import same_as
from kith.policy.facts.casework import SteppedDown
from kith.policy.facts.family import Allocation, Involvement
from kith.policy.findings import Key
from kith.policy.permissions import Actor, may_see
from kith.policy.picture import ChildPicture
from kith.policy.reach import Answerer, Reach, Reachable, Worker, who_answers
from kith.policy.readings import open_involvements
from kith.policy.shelves import Shelves
from kith.vocabulary import AgencyType, Service

#: The kinds of entry that say who works with a child.
_SAY_WHO_WORKS = (Involvement.kind, Allocation.kind, SteppedDown.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ringing:
    """What was entered of how agencies are reached, as it stands at a moment."""

    at: datetime
    front_door: UUID | None = None
    reachable: Mapping[UUID, Reachable] = field(default_factory=dict)

    def reach(self, agency: UUID) -> Reach | None:
        """Whom to ring there at this hour, and after it; None when there is no such agency."""
        return self.reachable[agency].at(self.at) if agency in self.reachable else None

    def answerers(self, duties: Iterable[OnDesk], workers: Mapping[UUID, tuple[Worker, ...]]) -> dict[Key, Answerer]:
        """Who answers for each of these, of those for whom somebody entered it. `workers` are by child."""
        found = {one.finding.key: self._answers(one, workers.get(one.finding.subject.id, ())) for one in duties}
        return {key: answerer for key, answerer in found.items() if answerer}

    def _answers(self, one: OnDesk, workers: tuple[Worker, ...]) -> Answerer | None:
        return who_answers(
            one.finding, allocated=workers, reachable=self.reachable, front_door=self.front_door, at=self.at
        )


def ringing(duties: Iterable[OnDesk], *, at: datetime, also: Iterable[UUID] = ()) -> Ringing:
    """How the agencies that owe these duties, the front door, and some others are reached. Five statements."""
    door = front_door()
    owing = {which for one in duties if (which := one.finding.owed_by.agency)}
    asked = {*owing, *also} | ({door} if door else set())
    return Ringing(at=at, front_door=door, reachable=reachable(agencies=asked, at=at))


def allocated(picture: ChildPicture) -> dict[UUID, Allocation]:
    """Who works with the child for each open service, by the service's entry, as last said."""
    said = {one.entry: picture.of(Allocation).belonging_to(one.entry) for one in open_involvements(picture, *Service)}
    return {service: found[-1] for service, found in said.items() if found}


def workers_of(picture: ChildPicture) -> tuple[Worker, ...]:
    """Who works with the child, the service that began last first."""
    by_service = allocated(picture)
    return tuple(
        Worker(name=one.worker_name, role=one.worker_role, agency=involvement.with_agency)
        for involvement in reversed(open_involvements(picture, *Service))
        if (one := by_service.get(involvement.entry))
    )


def workers_with(children: Iterable[UUID], actor: Actor, at: datetime) -> dict[UUID, tuple[Worker, ...]]:
    """Who works with each of these children, as far as somebody may read it. Three statements."""
    asked = set(children)
    about = standing().filter(person__in=same_as(asked), entry__kind__in=_SAY_WHO_WORKS)
    facts = gather_entries(about.values_list("entry", flat=True)).values()
    shelves = Shelves().with_facts(fact for fact in facts if may_see(actor, fact))
    return {child: workers_of(ChildPicture(id=child, at=at, shelves=shelves)) for child in asked}


def falls_to_the_night(actor: Actor, at: datetime) -> tuple[OnDesk, ...]:
    """Serious concerns that somebody of the Emergency Duty Service answers for: due, or late, while an office is shut."""
    if actor.agency_type != AgencyType.EMERGENCY_DUTY:
        return ()
    danger = standing_danger()
    answerers = ringing(danger, at=at).answerers(danger, {})
    return tuple(
        one for one in danger if (who := answerers.get(one.finding.key)) and who.covers and who.agency == actor.agency
    )
