"""quiet: how often Kith speaks of ordinary children, per 100 child-years, by severity and by the rule that spoke.

The lives are `ordinary_lives.py`'s and the story of Robin Ashdown (robin-benign). Counted are findings about the child
(and not about brothers and sisters) when they open, and alerts again when they turn serious. An interruption calls
somebody away from what they are doing: a serious finding, or one that is due within 24 elapsed hours of opening, unless
it is owed by whoever has just entered what it rests on (they are at the page that asks), or the same desk was called
about the same child that day. A child is open while early help or social care is, by what is on record at that moment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from importlib.resources import files
from itertools import repeat
from typing import Any
from uuid import UUID, uuid5

from bench.answering import told_with_answers
from bench.ordinary_life import CHILD
from bench.ordinary_lives import an_ordinary_life
from kith.policy.calendar import elapsed_between, london_day
from kith.policy.facts.casework import SteppedDown
from kith.policy.facts.family import Involvement
from kith.policy.findings import Finding, Key, OwedBy
from kith.policy.readings import SOCIAL_CARE_SERVICES
from kith.replay.chronology_file import BadLines, namespace_of, read
from kith.replay.replay import Replay, Told
from kith.vocabulary import FindingKind, Service

LIVES = 240
GOALS = {"serious": 3.0, "interruptions": 5.0}
SOON = timedelta(hours=24)
OPEN, NOT_OPEN = "open", "not open"
COLUMNS: tuple[tuple[str, ...], ...] = ((), (OPEN,), (NOT_OPEN,))
SERVICES = SOCIAL_CARE_SERVICES | {Service.EARLY_HELP}
A_YEAR = timedelta(days=365.25)


@dataclass(frozen=True, order=True)
class Voice:
    """A rule speaking, how loudly, and whether it interrupts."""

    rule: str
    kind: str
    severity: str
    interrupts: bool

    @property
    def serious(self) -> bool:
        return (self.kind, self.severity) == ("alert", "suspect")


@dataclass
class Heard:
    """All that was said of some children: child-years, and how often each voice spoke, open and not open."""

    lives: int = 0
    years: dict[str, float] = field(default_factory=lambda: {OPEN: 0.0, NOT_OPEN: 0.0})
    voices: dict[str, Counter[Voice]] = field(default_factory=lambda: {OPEN: Counter(), NOT_OPEN: Counter()})
    of_siblings: int = 0
    still_open: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    closings: int = 0
    closings_held: int = 0
    could_not_check: Counter[str] = field(default_factory=Counter)

    def add(self, other: Heard) -> None:
        """Take in what was said of others."""
        for name in ("lives", "of_siblings", "closings", "closings_held"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("still_open", "late", "could_not_check"):
            getattr(self, name).update(getattr(other, name))
        for state, voices in other.voices.items():
            self.voices[state].update(voices)
            self.years[state] += other.years[state]

    def spoke(self, *states: str) -> Counter[Voice]:
        """How often each voice spoke, while open, while not, or in all."""
        return sum((self.voices[state] for state in states or self.voices), Counter())


class Listener:
    """One child's moments, listened to from the first entry to the end."""

    def __init__(self, child: UUID, begins: datetime, ends: datetime) -> None:
        self.heard = Heard(lives=1)
        self._child, self._since, self._ends = child, begins, ends
        self._services: set[UUID] = set()
        self._open: dict[Key, Finding] = {}
        self._called: set[tuple[OwedBy, date]] = set()

    def listen(self, moments: Iterable[Told]) -> Heard:
        """What was said, by the end."""
        for told in moments:
            was_open, held = bool(self._services), self._is_held()
            self._pass(told.at)
            self._note_services(told, held)
            # What a closing opens belongs to the work that closes.
            self._hear(told, OPEN if was_open or self._services else NOT_OPEN)
            self.heard.could_not_check.update(one.rule for one in told.could_not_check)
        self._pass(self._ends)
        self.heard.still_open.update(key.rule for key in self._open)
        for finding in self._open.values():
            self._note_late(finding, self._ends)
        return self.heard

    def _pass(self, at: datetime) -> None:
        state = OPEN if self._services else NOT_OPEN
        self.heard.years[state] += elapsed_between(self._since, at) / A_YEAR
        self._since = at

    def _note_services(self, told: Told, held: bool) -> None:
        for fact in (one for one in told.facts if self._child in one.about):
            if isinstance(fact, Involvement) and fact.service in SERVICES:
                self._services.add(fact.entry)
            if isinstance(fact, SteppedDown):
                self._services.discard(fact.involvement)
                self.heard.closings += 1
                self.heard.closings_held += held

    def _is_held(self) -> bool:
        return any(one.kind == FindingKind.HOLD for one in self._open.values())

    def _hear(self, told: Told, state: str) -> None:
        for changes in told.changes:
            for finding in sorted((*changes.opened, *changes.changed), key=_serious_first):
                if finding.subject.id != self._child:
                    self.heard.of_siblings += finding in changes.opened
                    continue
                before = self._open.get(finding.key)
                self._open[finding.key] = finding
                if before is None or (finding.is_serious and not before.is_serious):
                    self.heard.voices[state][self._voice(finding, told)] += 1
            for key in (*changes.met, *changes.waived, *changes.lapsed, *changes.rule_changed):
                if ended := self._open.pop(key, None):
                    self._note_late(ended, told.at)

    def _voice(self, finding: Finding, told: Told) -> Voice:
        soon = finding.due_at is not None and elapsed_between(told.at, finding.due_at) <= SOON
        at_the_page = finding.owed_by in {OwedBy(fact.role, fact.agency) for fact in told.facts}
        call = (finding.owed_by, london_day(told.at))
        calls = finding.is_serious or (soon and not at_the_page and call not in self._called)
        if calls:
            self._called.add(call)
        return Voice(finding.rule, finding.kind.value, finding.severity.value, calls)

    def _note_late(self, finding: Finding, at: datetime) -> None:
        if finding.due_at and elapsed_between(finding.due_at, at) > timedelta(0):
            self.heard.late[finding.rule] += 1


def _serious_first(finding: Finding) -> tuple[bool, Key]:
    return not finding.is_serious, finding.key


@dataclass(frozen=True, kw_only=True)
class Quiet:
    """What was heard of some children, told per 100 child-years against the goals."""

    name: str = "quiet"
    what: str
    heard: Heard

    def per_100(self, how_often: int, *states: str) -> float:
        years = sum(self.heard.years[state] for state in states or (OPEN, NOT_OPEN))
        return 100 * how_often / years if years else 0.0

    def counts(self, *states: str) -> dict[str, int]:
        """How often: serious, interruptions, and all by kind and severity."""
        spoke = self.heard.spoke(*states)
        told = {
            "serious": sum(many for voice, many in spoke.items() if voice.serious),
            "interruptions": sum(many for voice, many in spoke.items() if voice.interrupts),
            "all": spoke.total(),
        }
        for voice, many in sorted(spoke.items()):
            words = f"{voice.kind}, {voice.severity}"
            told[words] = told.get(words, 0) + many
        return told

    def measures(self, *states: str) -> dict[str, float]:
        """The same per 100 child-years."""
        return {words: self.per_100(many, *states) for words, many in self.counts(*states).items()}

    def met(self, *states: str) -> dict[str, bool]:
        """Whether each goal is met; none is, if a rule was quiet because it broke."""
        measured = self.measures(*states)
        return {words: measured[words] < goal and not self.heard.could_not_check for words, goal in GOALS.items()}

    def as_json(self) -> dict[str, Any]:
        heard, split = self.heard, {"all": (), OPEN: (OPEN,), NOT_OPEN: (NOT_OPEN,)}
        voices = [
            {**{name: getattr(voice, name) for name in ("rule", "kind", "severity", "interrupts")},
             OPEN: heard.voices[OPEN][voice], NOT_OPEN: heard.voices[NOT_OPEN][voice]}
            for voice in sorted(heard.spoke())
        ]  # fmt: skip
        return {
            "name": self.name,
            "what": self.what,
            "lives": heard.lives,
            "child_years": {state: round(years, 2) for state, years in heard.years.items()},
            "per_100_child_years": {words: self.measures(*states) for words, states in split.items()},
            "goals": GOALS,
            "met": {words: self.met(*states) for words, states in split.items()},
            "voices": voices,
            "of_siblings": heard.of_siblings,
            "still_open_at_the_end": dict(heard.still_open),
            "answered_late_or_never": dict(heard.late),
            "closings": heard.closings,
            "closings_held": heard.closings_held,
            "could_not_check": dict(heard.could_not_check),
        }


def measure(lives: int = LIVES, *, seed: int = 0) -> Iterator[Quiet]:
    """The generated lives together, then the story of Robin Ashdown."""
    heard = Heard()
    with ProcessPoolExecutor() as pool:  # lives know nothing of one another
        for one in pool.map(_heard_of, range(lives), repeat(seed), chunksize=4):
            heard.add(one)
    yield Quiet(what="ordinary lives", heard=heard)
    story = Replay(read((files("kith.replay.stories") / "robin-benign.jsonl").read_text(encoding="utf-8")))
    begins, ends = story.chronology.moments[0].at, story.chronology.moments[-1].at
    robin = uuid5(namespace_of(story.chronology.source), "robin")
    yield Quiet(what="robin-benign", heard=Listener(robin, begins, ends).listen(story.moments()))


def _heard_of(number: int, seed: int) -> Heard:
    life = an_ordinary_life(number, seed=seed)
    try:
        replay, moments = told_with_answers(life)
    except BadLines as bad:
        raise LookupError(f"Life {number} of seed {seed} cannot be read.\n{bad}") from None
    child = uuid5(namespace_of(life.source), CHILD)
    return Listener(child, replay.chronology.moments[0].at, life.until).listen(moments)


def table(figures: Sequence[Quiet]) -> str:
    """Each set of lives: findings per 100 child-years by severity, then by voice, the interrupting ones first."""
    return "\n".join(line for one in figures for line in _lines(one))


def _lines(one: Quiet) -> Iterator[str]:
    heard = one.heard
    years = {state: f"{heard.years[state]:.1f}" for state in (OPEN, NOT_OPEN)}
    lives = "1 life" if heard.lives == 1 else f"{heard.lives} lives"
    head = f"quiet {one.what}: {lives}, {sum(heard.years.values()):.1f} child-years"
    yield f"{head} ({years[OPEN]} open to services, {years[NOT_OPEN]} not)"
    yield f"{'per 100 child-years':<62}{'all':>8}{'open':>8}{'not open':>10}{'times':>8}   goal"
    yield "-" * 110
    measured = [one.measures(*states) for states in COLUMNS]
    for words, many in one.counts().items():
        cells = [each.get(words, 0.0) for each in measured]
        yield _row(words, cells, many, _verdict(one, words) if words in GOALS else "")
    yield ""
    for voice, many in sorted(heard.spoke().items(), key=lambda told: (not told[0].interrupts, -told[1], told[0])):
        cells = [one.per_100(heard.spoke(*states)[voice], *states) for states in COLUMNS]
        loud = "serious" if voice.serious else "interrupts" if voice.interrupts else voice.kind
        yield _row(f"  {voice.rule}", cells, many, loud)
    yield (
        f"  of brothers and sisters besides: {heard.of_siblings}; past their time: {heard.late.total()}; still open at "
        f"the end: {heard.still_open.total()}; closed under a hold: {heard.closings_held} of {heard.closings}"
    )
    if heard.could_not_check:
        yield f"  could not check: {', '.join(f'{rule} {many}' for rule, many in heard.could_not_check.items())}"
    yield ""


def _verdict(one: Quiet, words: str) -> str:
    verdict = "met" if one.met()[words] else "MISSED"
    return f"{verdict:<7} < {GOALS[words]:.0f}"


def _row(words: str, cells: Sequence[float], many: int, more: str) -> str:
    first, second, third = cells
    return f"{words:<62}{first:>8.1f}{second:>8.1f}{third:>10.1f}{many:>8}   {more}".rstrip()
