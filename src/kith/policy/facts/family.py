"""Who belongs to a child, who is open to the child, and how anybody may safely be reached: each as somebody said."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kith.policy.facts.base import (
    AgencyId,
    Fact,
    HouseholdId,
    InvolvementId,
    PersonId,
    SilenceId,
    refuse_half_a_birthday,
)
from kith.vocabulary import Answered, CheckResult, Harm, Living, Relation, Role, Service, Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdMembership(Fact):
    """Somebody lives in, stays at or has left a household, from the time it happened."""

    kind: ClassVar[str] = "household_membership"
    room: ClassVar[str] = "family"

    household: HouseholdId
    living: Living = Living.LIVES_THERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship(Fact):
    """What the person this is about is to another."""

    kind: ClassVar[str] = "relationship"
    room: ClassVar[str] = "family"

    to: PersonId
    relation: Relation
    parental_responsibility: Answered = Answered.NOT_RECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyAdult(Fact):
    """An adult who matters in the child's daily life, in the household or not. Unknown is a value."""

    kind: ClassVar[str] = "key_adult"
    room: ClassVar[str] = "family"

    adult: PersonId
    relation: Relation = Relation.NOT_KNOWN
    cares_alone: Answered = Answered.NOT_RECORDED
    stays_overnight: Answered = Answered.NOT_RECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class AdultCheck(Fact):
    """Who an adult is was asked of another agency, or the answer came."""

    kind: ClassVar[str] = "adult_check"
    room: ClassVar[str] = "family"

    adult: PersonId
    asked_of: AgencyId | None = None
    result: CheckResult


@dataclass(frozen=True, slots=True, kw_only=True)
class AdultPlan(Fact):
    """Whether and how it is safe to speak with an adult, decided before anybody does. Why is in the words."""

    kind: ClassVar[str] = "adult_plan"
    room: ClassVar[str] = "family"

    adult: PersonId
    safe_to_contact: Answered = Answered.NOT_RECORDED
    look_again_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdultSpokenTo(Fact):
    """Somebody spoke with an adult in the child's life, and what they said."""

    kind: ClassVar[str] = "adult_spoken_to"
    room: ClassVar[str] = "family"

    adult: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming(Fact):
    """A name, or a birth date, said of somebody who was known only in part before."""

    kind: ClassVar[str] = "naming"
    room: ClassVar[str] = "family"

    name: str
    sex: Sex = Sex.NOT_RECORDED
    born_from: date | None = None
    born_until: date | None = None

    def __post_init__(self) -> None:
        Fact.__post_init__(self)
        refuse_half_a_birthday(self.born_from, self.born_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement(Fact):
    """An agency is open to the child from the time it happened. Social care's is the episode later records belong to."""

    kind: ClassVar[str] = "involvement"
    room: ClassVar[str] = "family"

    with_agency: AgencyId
    service: Service
    harm: Harm = Harm.NOT_SAID


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation(Fact):
    """Who works with the child for a service, by name. The last one said stands."""

    kind: ClassVar[str] = "allocation"
    room: ClassVar[str] = "family"

    involvement: InvolvementId
    worker_name: str
    worker_role: Role = Role.SOCIAL_WORKER


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeContact(Fact):
    """The only safe way to reach somebody."""

    kind: ClassVar[str] = "safe_contact"
    room: ClassVar[str] = "family"

    person: PersonId
    way: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotToBeTold(Fact):
    """Somebody must not be told of something yet: what, why, and when that is looked at again."""

    kind: ClassVar[str] = "not_to_be_told"
    room: ClassVar[str] = "family"

    person: PersonId
    what: str
    look_again_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBeTold(Fact):
    """A named person decided that somebody may now be told."""

    kind: ClassVar[str] = "may_be_told"
    room: ClassVar[str] = "family"

    decision: SilenceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(Fact):
    """The child moved between areas. `to_agency` is who must have the history there."""

    kind: ClassVar[str] = "move"
    room: ClassVar[str] = "family"

    from_area: str = ""
    to_area: str = ""
    to_agency: AgencyId | None = None
