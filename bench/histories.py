"""Invented children, told in the lines of a chronology file: mixed kinds, the same for the same seed, never a real child.

A history is opened as casework is (household, mother, services, a worry and its decision) and then goes on with
visits, observations, marks, accounts of them, answers to alerts, contacts and their decisions, until it has as many
entries as were asked for.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from kith.policy.calendar import LONDON

Line = dict[str, Any]

AGENCIES_SOURCE = "urn:kith:bench"
AGENCIES: tuple[Line, ...] = (
    {"id": "north", "kind": "agency", "name": "North team", "type": "social_care"},
    {"id": "hub", "kind": "agency", "name": "Front door hub", "type": "hub"},
    {"id": "larkfield", "kind": "agency", "name": "Larkfield Nursery", "type": "nursery"},
    {"id": "visitors", "kind": "agency", "name": "Health visiting", "type": "health_visiting"},
    {"id": "hospital", "kind": "agency", "name": "St Brannock's Hospital", "type": "hospital"},
)
WORKER: Line = {"role": "social_worker", "agency": "north", "name": "Amara Okafor"}
MANAGER: Line = {"role": "social_care_manager", "agency": "north", "name": "Ruth Adeyemi"}
DECIDER: Line = {"role": "hub_decision_maker", "agency": "hub", "name": "Owen Pryce"}
NURSERY: Line = {"role": "nursery_worker", "agency": "larkfield", "name": "Kasia Nowak"}
VISITOR: Line = {"role": "health_visitor", "agency": "visitors", "name": "Joan Bell"}
DOCTOR: Line = {"role": "paediatrician", "agency": "hospital", "name": "Dr Iqbal"}

ACCIDENTAL = ("forehead", "chin", "elbow", "knee", "shin", "nose")
ELSEWHERE = ("upper_arm", "back", "thigh", "cheek", "ear", "buttock")
ALERT = "repeated_injuries_raise_non_accidental_injury"
LOOKED_BACK = 60  # days of marks that whoever answers an alert reads


@dataclass
class History:
    """One child's lines as they grow. Ids are short and its own; `source` makes them anybody else's never."""

    source: str
    name: str
    born: datetime
    chance: random.Random
    lines: list[Line] = field(default_factory=list)
    waiting: list[Callable[[datetime], None]] = field(default_factory=list)

    def text(self) -> str:
        """The chronology file."""
        return "\n".join(json.dumps(line) for line in (self.header(), *AGENCIES, *self.people(), *self.lines))

    def header(self) -> Line:
        """The file's own line."""
        return {"source": self.source, "title": f"{self.name}, invented", "agencies_source": AGENCIES_SOURCE}

    def people(self) -> tuple[Line, ...]:
        """The child first."""
        return (
            {"id": "the-child", "kind": "person", "name": self.name, "born": self.born.date().isoformat()},
            {"id": "the-mother", "kind": "person", "name": "Jodie Marsh", "born": "1998-06-01"},
            {"id": "the-household", "kind": "household", "said": "14 Tanner's Row"},
        )

    def add(self, at: datetime, by: Line, kind: str, *, about: str = "the-child", ago: float = 0.2, **own: Any) -> str:
        """Enter one line, which happened `ago` hours before."""
        id = f"e{len(self.lines)}"
        moments = {"happened": _written(at - timedelta(hours=ago)), "at": _written(at)}
        said = f"{kind.replace('_', ' ')}, as it was written down that day"
        self.lines.append({"id": id, "kind": kind, "about": [about], **moments, "by": by, "said": said, **own})
        return id

    # -- how it is opened ---------------------------------------------------------------------------------

    def open(self, at: datetime) -> None:
        """Household, mother, services, a worry decided on, and social care's episode: ten entries in one morning."""
        steps = iter(at + timedelta(minutes=7 * step) for step in range(10))
        self.add(next(steps), VISITOR, "household_membership", household="the-household")
        self.add(next(steps), VISITOR, "household_membership", about="the-mother", household="the-household")
        self.add(next(steps), VISITOR, "relationship", about="the-mother", to="the-child", relation="mother")
        self.add(next(steps), VISITOR, "key_adult", adult="the-mother", relation="mother", cares_alone="yes")
        self.add(next(steps), VISITOR, "involvement", with_agency="visitors", service="health_visiting")
        self.add(next(steps), NURSERY, "involvement", with_agency="larkfield", service="nursery_place")
        worry = self.add(next(steps), NURSERY, "contact", harm="neglect")
        self.add(next(steps), DECIDER, "threshold_decision", contact=worry, outcome="assessment")
        self.add(next(steps), MANAGER, "involvement", with_agency="north", service="child_in_need", harm="neglect")
        self.add(next(steps), VISITOR, "development", stage="running_climbing")

    # -- how it goes on -----------------------------------------------------------------------------------

    def go_on(self, at: datetime) -> None:
        """One more thing: what waits to be done first, more often than not; else something new."""
        if self.waiting and self.chance.random() < 0.7:
            self.waiting.pop(0)(at)
            return
        kinds = (self.visit, self.observation, self.attendance, self.mark, self.contact, self.small_things)
        self.chance.choices(kinds, weights=(26, 34, 14, 5, 4, 17))[0](at)

    def visit(self, at: datetime) -> None:
        outcome = self.chance.choices(("made", "nobody_in", "put_off"), weights=(80, 15, 5))[0]
        seen = "yes" if outcome == "made" else "no"
        self.add(at, WORKER, "visit", outcome=outcome, seen=seen, place="home")

    def seen_today(self, at: datetime) -> None:
        self.add(at, WORKER, "visit", outcome="made", seen="yes", seen_alone="yes", place="home")

    def observation(self, at: datetime) -> None:
        theme = self.chance.choice(("interaction", "hunger", "home", "sleep", "behaviour", "childs_words"))
        sense = self.chance.choices(("going_well", "neither", "worry"), weights=(45, 40, 15))[0]
        self.add(at, self.chance.choice((NURSERY, NURSERY, VISITOR, WORKER)), "observation", theme=theme, sense=sense)

    def attendance(self, at: datetime) -> None:
        attended = self.chance.choices(("brought", "absent", "not_brought"), weights=(80, 12, 8))[0]
        self.add(at, self.chance.choice((NURSERY, VISITOR)), "attendance", attended=attended, what_for="session")

    def mark(self, at: datetime) -> None:
        """A mark; then, more often than not, an account of it, and a person's answer."""
        region = self.chance.choice(ACCIDENTAL if self.chance.random() < 0.7 else ELSEWHERE)
        mark = self.add(at, NURSERY, "injury", ago=1, type="bruise", region=region, side="left", size_mm=20)
        if self.chance.random() < 0.85:
            self.waiting.append(lambda later: self.account(later, mark))
        if region in ELSEWHERE or self.chance.random() < 0.2:
            self.waiting.append(self.consideration)

    def account(self, at: datetime, mark: str) -> None:
        how = self.chance.choice(("bumped_into", "fell_walking_or_running", "just_noticed"))
        given = {"given": "asked", "mechanism": how, "teller": "the-mother", "who_had_care": "the-mother"}
        self.add(at, NURSERY, "account", injury=mark, **given)

    def consideration(self, at: datetime) -> None:
        """An answer that names the marks and accounts of late, and the episode."""
        since = _written(at - timedelta(days=LOOKED_BACK))
        late = [one for one in self.lines if one["kind"] in ("injury", "account") and one["at"] >= since]
        episode = [one for one in self.lines if one.get("service") == "child_in_need"][:1]
        read = [one["id"] for one in (*late, *episode)]
        self.add(at, WORKER, "consideration", rule=ALERT, on="the-child", evidence=read)

    def contact(self, at: datetime) -> None:
        worry = self.add(at, NURSERY, "contact", harm=self.chance.choice(("neglect", "not_said", "emotional")))
        self.waiting.append(lambda later: self.decided(later, worry))

    def decided(self, at: datetime, worry: str) -> None:
        self.add(at, DECIDER, "threshold_decision", contact=worry, outcome="already_open")

    def small_things(self, at: datetime) -> None:
        """What is less often told, each as likely as the other."""
        kind, by, own = self.chance.choice(
            (
                ("carer_statement", WORKER, {"says": "needs_help", "teller": "the-mother"}),
                ("development", VISITOR, {"stage": "running_climbing"}),
                ("medical", DOCTOR, {"stage": "examined", "opinion": "inconclusive"}),
                ("assessment", WORKER, {"stage": "started"}),
                ("tool_grade", WORKER, {"tool": "home conditions", "worst_grade": 3}),
                ("family_meeting", MANAGER, {"what": "core group", "heard": ["the-mother"]}),
                ("decision", MANAGER, {"what": "other"}),
                ("history_check", DECIDER, {}),
                ("told", WORKER, {"of": self.lines[-1]["id"], "told_agency": "larkfield"}),
            )
        )
        self.add(at, by, kind, **own)


def a_history(number: int, *, entries: int, begins: datetime, seen_last: datetime, seed: int = 0) -> History:
    """A child with so many entries, spread evenly at random from `begins` on; the last of all is a visit that saw them."""
    chance = random.Random(f"{seed}:{number}")
    name = chance.choice(("Robin", "Isla", "Noor", "Alfie", "Mina", "Theo")) + f" Marsh-{number}"
    one = History(f"urn:kith:bench:{seed}:{number}", name, seen_last - timedelta(days=1430), chance)
    one.open(datetime.combine(begins.date(), time(9), LONDON))
    days = (seen_last.date() - begins.date()).days - 1
    times = [begins.date() + timedelta(days=1 + chance.randrange(days)) for _ in range(entries - len(one.lines) - 1)]
    clocks = [time(9 + chance.randrange(8), chance.randrange(60), chance.randrange(60)) for _ in times]
    for moment in sorted(datetime.combine(day, clock, LONDON) for day, clock in zip(times, clocks, strict=True)):
        one.go_on(moment)
    one.seen_today(seen_last)
    return one


def in_one_file(histories: Sequence[History]) -> str:
    """Several children's histories as one chronology file, each child's ids made its own."""
    lines = [histories[0].header(), *AGENCIES]
    for number, one in enumerate(histories):
        mine = (*one.people(), *one.lines)
        ids = {line["id"]: f"{line['id']}-of-{number}" for line in mine}
        lines += [{key: _renamed(value, ids) for key, value in line.items()} for line in mine]
    return "\n".join(json.dumps(line) for line in lines)


def _renamed(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_renamed(one, ids) for one in value]
    return ids.get(value, value) if isinstance(value, str) else value


def _written(moment: datetime) -> str:
    return moment.astimezone(LONDON).isoformat(timespec="seconds")
