"""Who was told of what, what came back, who talked with whom, and who took a child over from whom."""

from dataclasses import dataclass
from typing import ClassVar

from kith.policy.facts.base import AgencyId, EntryId, Fact, HandoverId, ToldId
from kith.vocabulary import AnswerKind, HowTold, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Fact):
    """Somebody who must know was told of an entry, by a named way."""

    kind: ClassVar[str] = "told"
    room: ClassVar[str] = "informing"

    of: EntryId
    told_agency: AgencyId
    told_role: Role = Role.UNKNOWN
    how: HowTold = HowTold.TELEPHONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Fact):
    """What came back from somebody who was told."""

    kind: ClassVar[str] = "answer"
    room: ClassVar[str] = "informing"

    told: ToldId
    answer: AnswerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Liaison(Fact):
    """Two agencies talked about the child outside any decision: a GP practice and the health visiting team, mostly."""

    kind: ClassVar[str] = "liaison"
    room: ClassVar[str] = "informing"

    with_agency: AgencyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover(Fact):
    """A child, with what came in, is handed on by name: from the Emergency Duty Service to a day team, or to the next shift."""

    kind: ClassVar[str] = "handover"
    room: ClassVar[str] = "informing"

    of: EntryId
    to_agency: AgencyId
    to_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverAccepted(Fact):
    """Somebody took a child over, by name."""

    kind: ClassVar[str] = "handover_accepted"
    room: ClassVar[str] = "informing"

    handover: HandoverId
