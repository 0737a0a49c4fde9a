"""Looking at a team: who of it has which child, which child nobody has, and who is away. The reading is an occasion."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.agencies.queries import agencies, all_agencies, leave, staff_of
from kith.duties.desk import is_owed_by, standing_for
from kith.duties.told import ToldDuty
from kith.journey.answering import allocated, say_who_works_with
from kith.journey.clock import now
from kith.journey.names import Names, named
from kith.journey.picture import gather_entries, gather_setting
from kith.journey.reading import NotOnRecord, looked
from kith.people.queries import as_one
from kith.policy.calendar import instant
from kith.policy.facts import Agency, Fact, Person
from kith.policy.facts.family import Allocation
from kith.policy.leave import Leave, Worker
from kith.policy.permissions import Actor, Doing, may_see, refusal
from kith.policy.picture import ChildPicture, SettingPicture
from kith.policy.readings import open_involvements
from kith.policy.shelves import Shelves
from kith.vocabulary import AgencyType, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamChild:
    """A child to whom a team is open: for which services, by entry, and who works with the child, None for nobody.

    `serious` are the serious concerns for the child, whoever owes an answer; `late` is what the team owes and is past its
    time. Both most urgent first.
    """

    child: Person
    services: tuple[UUID, ...]
    allocation: Allocation | None
    late: tuple[ToldDuty, ...] = ()
    serious: tuple[ToldDuty, ...] = ()

    @property
    def first(self) -> ToldDuty | None:
        """What presses most: a serious concern before anything that is only late."""
        return next(iter((*self.serious, *self.late)), None)

    @property
    def worker(self) -> str:
        return self.allocation.worker_name if self.allocation else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team now. `staff` may sign in there and have not left; `facts` are what the first duty of each child rests on."""

    actor: Actor
    now: datetime
    agency: Agency
    staff: tuple[Actor, ...]
    others: tuple[Actor, ...]
    children: tuple[TeamChild, ...]
    leave: Leave
    facts: Mapping[UUID, Fact]
    names: Names

    def of(self, name: str) -> tuple[TeamChild, ...]:
        """The children of one worker; of "", those nobody was allocated to."""
        return tuple(one for one in self.children if one.worker == name)

    @property
    def in_order(self) -> tuple[TeamChild, ...]:
        """The children as the page lists them: nobody's, those of whoever is gone, then each worker's."""
        listed = ("", *self.gone, *(one.name for one in self.staff))
        return tuple(child for name in dict.fromkeys(listed) for child in self.of(name))

    @property
    def gone(self) -> tuple[str, ...]:
        """Those who have a child and are not among the staff: they left, or cannot sign in."""
        here = {one.name for one in self.staff}
        return tuple(sorted({one.worker for one in self.children if one.worker} - here))

    def as_worker(self, one: Actor) -> Worker:
        """Somebody of the staff, as leave and allocations name them."""
        return Worker(name=one.name, role=one.role, agency=one.agency or self.agency.id, agency_name=one.agency_name)


def open_team(actor: Actor, team: UUID) -> Team:
    """Who of a team has which child, for those who work there and for the front door. A constant number of statements.

    Raises Refused with the sentence they read, or NotOnRecord to those who may look at every one.
    """
    at = now()
    refused = refusal(actor, Doing.READ, is_involved=actor.agency == team)
    looked(actor, at, f"who has whom in team {team}", refused.sentence if refused else "")
    known = agencies((team,)).get(team)
    if known is None:
        raise NotOnRecord("There is no team of this address.")
    shelves, _ = gather_setting(team)
    setting = SettingPicture(id=team, at=at, shelves=shelves)
    children = _children(setting.children_open, team, at)
    first = {one.child.id: one.first for one in children if one.first}
    gathered = gather_entries({entry for one in first.values() for entry in one.finding.evidence})
    everybody = staff_of(type=known.type)
    return Team(
        actor=actor,
        now=at,
        agency=known,
        staff=_still_there(setting, (one for one in everybody if one.agency == team)),
        others=tuple(one for one in everybody if one.agency != team),
        children=children,
        leave=leave({team, *(one.agency for one in everybody if one.agency)}, at),
        facts={id: fact for id, fact in gathered.items() if may_see(actor, fact)},
        names=Names(
            {}, {}, {}, theirs=frozenset(one.finding.key for one in first.values() if is_owed_by(one.finding, actor))
        ),
    )


def teams(actor: Actor) -> tuple[Agency, ...]:
    """The teams whose work is shared out by name: at the front door every one, elsewhere somebody's own. By name."""
    looked(actor, now(), "the list of teams")
    every = all_agencies().values()
    may = (one for one in every if refusal(actor, Doing.READ, is_involved=actor.agency == one.id) is None)
    return tuple(one for one in may if one.type in (AgencyType.SOCIAL_CARE, AgencyType.EARLY_HELP))


def _children(open_to: Iterable[UUID], team: UUID, at: datetime) -> tuple[TeamChild, ...]:
    ones = as_one(open_to)
    ids = {ones.get(child, child) for child in open_to}
    shown_as = {person: one for person, one in ones.items() if person != one}
    shelves = Shelves().with_facts(gather_entries(say_who_works_with(ids), shown_as).values())
    people, standing = named(ids), _by_child(standing_for(ids))
    found = []
    for child in ids:
        picture = ChildPicture(id=child, at=at, shelves=shelves)
        services = [one.entry for one in open_involvements(picture, *Service) if one.with_agency == team]
        said = allocated(picture)
        last = next((said[one] for one in reversed(services) if one in said), None)
        if services and child in people:
            found.append(
                TeamChild(
                    child=people[child],
                    services=tuple(services),
                    allocation=last,
                    late=tuple(one for one in standing.get(child, ()) if _is_late(one, team, at)),
                    serious=tuple(one for one in standing.get(child, ()) if one.finding.is_serious),
                )
            )
    return tuple(sorted(found, key=lambda one: (not one.serious, one.child.called, one.child.id)))


def _by_child(duties: Iterable[ToldDuty]) -> dict[UUID, list[ToldDuty]]:
    found: dict[UUID, list[ToldDuty]] = {}
    for one in duties:
        found.setdefault(one.finding.subject.id, []).append(one)
    return found


def _is_late(one: ToldDuty, team: UUID, at: datetime) -> bool:
    """Whether the team itself owes it and it is past its time."""
    due = one.finding.due_at
    return one.finding.owed_by.agency == team and due is not None and instant(due) <= instant(at)


def _still_there(setting: SettingPicture, staff: Iterable[Actor]) -> tuple[Actor, ...]:
    """Those of the staff of whom nobody said that they work there no longer; staff are told apart by name."""
    here = {setting.person(who).name for who in setting.staff}
    left = {setting.person(who).name for who in setting.about} - here
    return tuple(one for one in staff if one.name not in left)
