"""One ordinary life as it is told: who the child is, chance and time, and the lines that strands add to it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from bench import ordinary_rates as rates
from kith.policy import calendar
from kith.policy.calendar import LONDON
from kith.vocabulary import MotorStage

Line = dict[str, Any]
T = TypeVar("T")

AGENCIES: tuple[Line, ...] = tuple(
    {"id": id, "kind": "agency", "name": name, "type": type}
    for id, name, type in (
        ("north", "North team", "social_care"),
        ("hub", "Front door hub", "hub"),
        ("eds", "Emergency Duty Service", "emergency_duty"),
        ("early_help", "Early Help", "early_help"),
        ("nursery", "Larkfield Nursery", "nursery"),
        ("surgery", "Millpond Surgery", "gp_practice"),
        ("visitors", "Westgate health visiting team", "health_visiting"),
        ("hospital", "St Brannock's Hospital", "hospital"),
        ("police", "The police", "police"),
    )
)
WORKER: Line = {"role": "social_worker", "agency": "north", "name": "Amara Okafor"}
NEXT_WORKER: Line = {"role": "social_worker", "agency": "north", "name": "Peter Lund"}
MANAGER: Line = {"role": "social_care_manager", "agency": "north", "name": "Ruth Adeyemi"}
HELPER: Line = {"role": "early_help_worker", "agency": "early_help", "name": "Dina Marsh"}
HELPERS_MANAGER: Line = {"role": "social_care_manager", "agency": "early_help", "name": "Leo Grant"}
DECIDER: Line = {"role": "hub_decision_maker", "agency": "hub", "name": "Owen Pryce"}
ON_DUTY: Line = {"role": "emergency_duty", "agency": "eds", "name": "Ruth Penny"}
NURSERY: Line = {"role": "nursery_worker", "agency": "nursery", "name": "Kasia Nowak"}
VISITOR: Line = {"role": "health_visitor", "agency": "visitors", "name": "Joan Bell"}
GP: Line = {"role": "gp", "agency": "surgery", "name": "Dr Hart"}
NURSE: Line = {"role": "hospital_staff", "agency": "hospital", "name": "Sam Cole"}
DOCTOR: Line = {"role": "paediatrician", "agency": "hospital", "name": "Dr Iqbal"}

CHILD, MOTHER, FATHER, PARTNER, SIBLING, GRANDMOTHER = "child", "mother", "father", "partner", "sibling", "grandmother"
LIVES_END = date(2026, 10, 31)
A_YEAR = 365.25


@dataclass(frozen=True, kw_only=True)
class Episode:
    """A service that is open to the child, from and until; None: it still is."""

    service: str
    begins: datetime
    ends: datetime | None

    def stands(self, at: datetime) -> bool:
        return self.begins <= at and (self.ends is None or at < self.ends)


@dataclass
class Life:
    """One child's lines as they are told. Strands add to it in any order; what was entered after the end is left out."""

    number: int
    chance: random.Random
    born: date
    begins: date
    ends: date
    is_open: bool
    pace: float
    father: str  # with_us, elsewhere, not_named
    has_partner: bool
    has_sibling: bool
    nursery_from: date | None
    lines: list[Line] = field(default_factory=list)
    episodes: list[Episode] = field(default_factory=list)

    @property
    def source(self) -> str:
        return f"urn:kith:bench:ordinary:{self.number}"

    @property
    def until(self) -> datetime:
        """The last moment of it that is told."""
        return calendar.end_of_day(self.ends)

    def text(self, more: tuple[Line, ...] = ()) -> str:
        """The chronology file, with more lines that somebody entered since."""
        header = {"source": self.source, "title": "An ordinary life, invented", "agencies_source": "urn:kith:bench"}
        last = written(self.until)
        told = [line for line in (*self.lines, *more) if line["at"] <= last]
        return "\n".join(json.dumps(line) for line in (header, *AGENCIES, *self.people(), *told))

    def people(self) -> tuple[Line, ...]:
        """Everybody, by name where there is one, and the three homes there may be."""
        born = {CHILD: self.born, SIBLING: self.born - timedelta(days=1100)}
        names = {CHILD: f"Robin Fielding-{self.number}", SIBLING: "Wren Fielding", MOTHER: "Hannah Fielding",
                 FATHER: "" if self.father == "not_named" else "Tom Ellery", PARTNER: "Jack Moss",
                 GRANDMOTHER: "Maureen Fielding"}  # fmt: skip
        people = [{"id": who, "kind": "person", "name": name} for who, name in names.items()]
        for person in people:
            person |= {"born": born.get(person["id"], date(1996, 5, 1)).isoformat()} if person["name"] else {}
            person |= {} if person["name"] else {"identity": "unknown", "stage": "adult"}
        homes = ("home", "next_home", "fathers_home")
        return (*people, *({"id": one, "kind": "household", "said": one.replace("_", " ")} for one in homes))

    # -- chance and time ------------------------------------------------------------------------------------------

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def one_of(self, weighed: Mapping[T, float]) -> T:
        return self.chance.choices(tuple(weighed), tuple(weighed.values()))[0]

    def days(self, a_year: float, begins: date | None = None, ends: date | None = None) -> Iterator[date]:
        """Days on which something happens that comes so often a year, at random."""
        day, last = begins or self.begins, ends or self.ends
        while a_year and (day := day + timedelta(days=1 + int(self.chance.expovariate(a_year / A_YEAR)))) <= last:
            yield day

    def every(self, between: tuple[int, int], begins: date, ends: date) -> Iterator[date]:
        """Days with so many between them, from the first interval's end on."""
        day = begins
        while (day := day + timedelta(days=self.chance.randint(*between))) < ends:
            yield day

    def on(self, day: date, hours: tuple[int, int] = (9, 16)) -> datetime:
        """Some time in office hours of a day, or of the next working day."""
        while not calendar.is_working_day(day):
            day += timedelta(days=1)
        return datetime.combine(day, time(self.chance.randrange(*hours), self.chance.randrange(60)), LONDON)

    def days_on(self, moment: datetime, days: int) -> datetime:
        """So many working days on, in office hours; never before it."""
        if days == 0:
            return moment + timedelta(minutes=self.chance.randrange(5, 55))
        return self.on(calendar.add_working_days(moment.date(), days))

    # -- the child ------------------------------------------------------------------------------------------------

    def age(self, on: date) -> int:
        """In days."""
        return (on - self.born).days

    def first_done(self, stage: MotorStage) -> date:
        return self.born + timedelta(days=int(rates.FIRST_DONE[stage] * self.pace * 30.44))

    def stage(self, on: date) -> MotorStage:
        """What the child can do on a day, whether or not anybody wrote it down."""
        done = [stage for stage in rates.FIRST_DONE if self.first_done(stage) <= on]
        return done[-1] if done else MotorStage.NOT_ROLLING

    def is_at_nursery(self, on: date) -> bool:
        return self.nursery_from is not None and self.nursery_from <= on

    def episode(self, at: datetime) -> Episode | None:
        return next((one for one in self.episodes if one.stands(at)), None)

    def circle(self, at: datetime) -> tuple[Line, ...]:
        """Who must know what was decided: the surgery, the health visitor, the nursery where there is a place."""
        return (GP, VISITOR, *((NURSERY,) if self.is_at_nursery(calendar.london_day(at)) else ()))

    @property
    def children(self) -> tuple[str, ...]:
        return (CHILD, SIBLING) if self.has_sibling else (CHILD,)

    # -- entering -------------------------------------------------------------------------------------------------

    def add(
        self,
        happened: datetime,
        by: Line,
        kind: str,
        *,
        about: tuple[str, ...] = (CHILD,),
        at: datetime | None = None,
        together: str = "",
        **own: Any,
    ) -> str:
        """Enter one line, within the hour unless it is said when. Its id."""
        id = f"e{len(self.lines)}"
        at = at or happened + timedelta(minutes=5)
        line = {"id": id, "kind": kind, "about": list(about), "happened": written(happened), "at": written(at)}
        line |= {"by": by, **own} | ({"occasion": together} if together else {})
        self.lines.append(line)
        return id

    def tell(self, of: str, at: datetime, by: Line, to: Line, how: str = "telephone", after: int | None = None) -> None:
        """Somebody is told, with an ordinary delay, and opens or answers it with another."""
        told_at = self.days_on(at, self.one_of(rates.TOLD_AFTER) if after is None else after)
        who: Line = {"told_agency": to["agency"], "told_role": to["role"], "how": how}
        told = self.add(told_at, by, "told", of=of, **who)
        opened = self.days_on(told_at + timedelta(minutes=10), self.one_of(rates.OPENED_AFTER))
        answer = self.one_of({"opened": 40, "acknowledged": 45, "agrees": 15})
        self.add(opened, to, "answer", told=told, answer=answer)


def written(moment: datetime) -> str:
    """A moment as the lines say it, in one offset, so that words are in the order of time."""
    return calendar.instant(moment).isoformat(timespec="seconds")
