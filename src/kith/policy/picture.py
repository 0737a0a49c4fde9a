"""`ChildPicture`: all facts of one child as known at one moment, household and siblings included.

`SettingPicture`: a team's or setting's staff, with what they were trained in and must read, and the children open to it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from kith.policy import calendar
from kith.policy.facts import Agency, Fact, Person
from kith.policy.facts import casework as work
from kith.policy.facts import chronology as seen
from kith.policy.facts import family as near
from kith.policy.facts import front_door as told
from kith.policy.facts import learned as known
from kith.policy.findings import Subject
from kith.policy.windows import Picture, Window
from kith.vocabulary import AgencyType, LifeStage, Living, Post, SubjectKind

F = TypeVar("F", bound=Fact)

ADULT = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPicture(Picture):
    """One child at one moment."""

    @property
    def subject(self) -> Subject:
        return Subject(SubjectKind.CHILD, self.id)

    @property
    def about(self) -> tuple[UUID, ...]:
        return (self.id,)

    # -- the child ------------------------------------------------------------------------------------------------

    @property
    def child(self) -> Person:
        """The child, named as last said."""
        return self.person(self.id)

    def is_older_than(self, years: int) -> bool:
        """Whether the child is surely older. Not knowing the birth date is not knowing: the answer is no."""
        born = self.child.born_until
        if born is None:
            return False
        return self.has_passed(calendar.start_of_day(calendar.birthday(born, years)))

    # -- the household --------------------------------------------------------------------------------------------

    def household(self) -> tuple[near.HouseholdMembership, ...]:
        """Where the child lives or stays, and everybody who is said to live or stay there too, as last said."""
        mine = {one.household for one in self._living(self.id)}
        people = sorted({who for home in mine for who in self.shelves.in_household[home]})
        return tuple(one for who in people for one in self._living(who) if one.household in mine)

    def siblings(self) -> tuple[Person, ...]:
        """Other children who share a household or a key adult with this one, who are one, or for whom this one is."""
        near = {who for one in self.household() for who in one.about}
        carers = self.shelves.cared_for_by
        for adult in {self.id, *(one.adult for one in self.key_adults.backwards())}:
            near |= {adult, *(child for child in carers.get(adult, ()) if self._names(child, adult))}
        others = sorted(near - {self.id})
        return tuple(person for who in others if self._is_child_now(person := self.person(who)))

    def _names(self, child: UUID, adult: UUID) -> bool:
        """Whether somebody said, and nobody took back, that this adult matters to a child."""
        said = self.shelves.shelf(child, near.KeyAdult).facts
        return any(isinstance(one, near.KeyAdult) and one.adult == adult for one in said)

    def _is_child_now(self, person: Person) -> bool:
        if person.born_until is not None:
            self.note(calendar.start_of_day(calendar.birthday(person.born_until, ADULT)))
        return is_child(person, self.at)

    def _living(self, who: UUID) -> tuple[near.HouseholdMembership, ...]:
        last: dict[UUID, near.HouseholdMembership] = {}
        for fact in self.shelves.shelf(who, near.HouseholdMembership).facts:
            assert isinstance(fact, near.HouseholdMembership)
            last[fact.household] = fact
        return tuple(one for one in last.values() if one.living != Living.LEFT)

    # -- the windows ----------------------------------------------------------------------------------------------

    def of(self, kind: type[F]) -> Window[F]:
        """The window on a kind of fact about this child."""
        return self.of_person(self.id, kind)

    @property
    def injuries(self) -> Window[seen.Injury]:
        return self.of(seen.Injury)

    @property
    def accounts(self) -> Window[seen.Account]:
        return self.of(seen.Account)

    @property
    def account_judgements(self) -> Window[seen.AccountJudgement]:
        return self.of(seen.AccountJudgement)

    @property
    def developments(self) -> Window[seen.Development]:
        return self.of(seen.Development)

    @property
    def visits(self) -> Window[seen.Visit]:
        return self.of(seen.Visit)

    @property
    def observations(self) -> Window[seen.Observation]:
        return self.of(seen.Observation)

    @property
    def considerations(self) -> Window[seen.Consideration]:
        return self.of(seen.Consideration)

    @property
    def waivers(self) -> Window[seen.Waiver]:
        return self.of(seen.Waiver)

    @property
    def involvements(self) -> Window[near.Involvement]:
        return self.of(near.Involvement)

    @property
    def step_downs(self) -> Window[work.SteppedDown]:
        return self.of(work.SteppedDown)

    @property
    def key_adults(self) -> Window[near.KeyAdult]:
        return self.of(near.KeyAdult)

    @property
    def adult_checks(self) -> Window[near.AdultCheck]:
        return self.of(near.AdultCheck)

    @property
    def contacts(self) -> Window[told.Contact]:
        return self.of(told.Contact)

    @property
    def threshold_decisions(self) -> Window[told.ThresholdDecision]:
        return self.of(told.ThresholdDecision)


#: What a team's or setting's picture is made of: an entry of another kind changes nothing in it.
READ_OF_A_SETTING = frozenset(
    {
        *(kind.kind for kind in (known.WorksAt, known.Training, known.PracticeUpdate, known.UpdateRead)),
        *(kind.kind for kind in (near.Involvement, work.SteppedDown, near.Naming)),
        *(kind.kind for kind in (seen.Retraction, seen.Consideration, seen.Waiver)),
    }
)

#: What practice calls a team; every other agency is a setting.
TEAMS = frozenset(
    {
        AgencyType.SOCIAL_CARE,
        AgencyType.HUB,
        AgencyType.EMERGENCY_DUTY,
        AgencyType.EARLY_HELP,
        AgencyType.POLICE,
    }
)


def kind_of_setting(type: str) -> SubjectKind:
    """Whether an agency of a type is a team or a setting."""
    return SubjectKind.TEAM if type in TEAMS else SubjectKind.SETTING


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingPicture(Picture):
    """One team or setting at one moment: an agency, by its id."""

    @property
    def subject(self) -> Subject:
        return Subject(kind_of_setting(self.setting.type), self.id)

    @property
    def about(self) -> tuple[UUID, ...]:
        return tuple(who for who in self._ever_here() if self.of_person(who, known.WorksAt).belonging_to(self.id))

    @property
    def setting(self) -> Agency:
        """The team or setting itself."""
        return self.agency(self.id)

    @property
    def staff(self) -> tuple[UUID, ...]:
        """Whoever works there, as last said."""
        said = {who: self.of_person(who, known.WorksAt).belonging_to(self.id) for who in self._ever_here()}
        return tuple(who for who, jobs in said.items() if jobs and jobs[-1].post != Post.LEFT)

    @property
    def children_open(self) -> tuple[UUID, ...]:
        """The children to whom it is open now: begun, and neither stepped down nor closed."""
        return tuple(who for who in self._ever_here() if self._is_open_to(who))

    @property
    def has_children_open(self) -> bool:
        """Whether it is open to any child now."""
        return any(self._is_open_to(who) for who in self._ever_here())

    def _is_open_to(self, child: UUID) -> bool:
        ended = self.of_person(child, work.SteppedDown)
        begun = self.of_person(child, near.Involvement).backwards()
        return any(one.with_agency == self.id and not ended.belonging_to(one.entry) for one in begun)

    def _ever_here(self) -> list[UUID]:
        return sorted(self.shelves.at_agency.get(self.id, ()))


#: Entries that are made about children. Whoever has one, and of whom nobody said an age, is taken for a child.
OF_A_CHILD = frozenset(
    {"admission", "attendance", "development", "injury", "involvement", "medical", "threshold_decision"}
)


def is_child(person: Person, at: datetime, *, has_childs_entry: bool = False) -> bool:
    """Whether somebody is a child at a moment: under eighteen, unborn, or said to be one when no birth date is known.

    Not knowing is not knowing that somebody is grown up: it is enough that an entry of a child's was made about them.
    """
    if person.born_until is not None:
        return at < calendar.start_of_day(calendar.birthday(person.born_until, ADULT))
    if person.expected_on is not None:
        return True
    if person.stage_said == LifeStage.NOT_KNOWN:
        return has_childs_entry
    return person.stage_said in (LifeStage.CHILD, LifeStage.UNBORN)


def age_in_words(person: Person, on: date) -> str:
    """How old, as a sentence says it: "2", "11 weeks", or nothing when nobody knows."""
    if person.born_from is None or person.born_until is None or person.born_from != person.born_until:
        return ""
    years = 0
    while calendar.birthday(person.born_from, years + 1) <= on:
        years += 1
    if years:
        return str(years)
    return f"{(on - person.born_from).days // 7} weeks"
