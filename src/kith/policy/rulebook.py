"""The @rule mark, discovery, and `assess`: what the rules say of a picture, and when time alone could change it.

Every module in `kith.policy.rules` holds one rule that bears the module's name. A rule that breaks is reported as
"could not check" and stops no other. Looked and thought: `assess`, not each rule, keeps an alert quiet while a
person's consideration names all it rests on.
"""

import hashlib
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from kith.policy.facts.chronology import Consideration, Injury, Waiver
from kith.policy.findings import Draft, Finding, Key, Subject, stamp
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture, SettingPicture
from kith.policy.standards import Numbers
from kith.policy.windows import Picture
from kith.vocabulary import CouldBeCaused, FindingKind

A = TypeVar("A", Consideration, Waiver)

P = TypeVar("P", ChildPicture, SettingPicture)

Written = Callable[[P], Iterable[Draft]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule as written, with what a reader needs to trust it.

    `reads` is the sort of picture it looks at: a child's, or a team's or setting's.
    `in_force` is when practice asks for it, from (None: nobody has checked since when) and until (None: still). A rule
    is retired, never deleted. `why` is the rule as one plain sentence. `missing` says, of a picture on which the rule
    is silent, which fact it would need to speak, or None when nothing is missing. `met_by` names the kinds of entry that do
    what it asks, the likeliest first; an alert is answered by a consideration besides, and anything by a waiver.
    """

    name: str
    reads: type[Picture]
    sentence: str
    why: str
    learning: tuple[int, ...]
    source: str
    checked_by: str
    review_by: date
    written: Callable[[Any], Iterable[Draft]]
    missing: Callable[[Any], str | None]
    in_force: tuple[date | None, date | None]
    met_by: tuple[str, ...] = ()
    formerly: str = ""

    def applies_on(self, day: date | None) -> bool:
        """Whether practice asks for it on a day; None asks of today's book: everything not retired."""
        begins, ends = self.in_force
        if day is None:
            return ends is None
        return (begins is None or begins <= day) and (ends is None or day <= ends)


_MARK = "__kith_rule__"


def rule(
    *,
    reads: type[P],
    learning: tuple[int, ...],
    why: str,
    source: str,
    checked_by: str,
    review_by: date,
    missing: Callable[[P], str | None],
    in_force_from: date | None = None,
    in_force_until: date | None = None,
    met_by: tuple[str, ...] = (),
    formerly: str = "",
) -> Callable[[Written[P]], Written[P]]:
    """Mark a function as a rule. Its name is its file's name, its docstring the sentence it keeps."""

    def mark(written: Written[P]) -> Written[P]:
        made = Rule(
            name=written.__name__,
            reads=reads,
            sentence=inspect.cleandoc(written.__doc__ or ""),
            why=why,
            learning=learning,
            source=source,
            checked_by=checked_by,
            review_by=review_by,
            written=written,
            missing=missing,
            in_force=(in_force_from, in_force_until),
            met_by=met_by,
            formerly=formerly,
        )
        setattr(written, _MARK, made)
        return written

    if reads not in (ChildPicture, SettingPicture):
        raise TypeError("A rule reads a ChildPicture or a SettingPicture.")
    return mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """The rules and numbers in use. `hash` changes when any number, or anything that policy is written of, does."""

    rules: tuple[Rule, ...]
    numbers: Numbers = field(default_factory=Numbers)

    def rules_reading(self, picture: Picture) -> tuple[Rule, ...]:
        """The rules that look at a picture of this sort."""
        return tuple(one for one in self.rules if one.reads is type(picture))

    @property
    def names(self) -> frozenset[str]:
        """The rules' names."""
        return frozenset(rule.name for rule in self.rules)

    @property
    def hash(self) -> str:
        """Sixty-four hexadecimal digits."""
        return _hash_of(self)

    def rule(self, name: str) -> Rule | None:
        """A rule by name."""
        return next((rule for rule in self.rules if rule.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CouldNotCheck:
    """A rule broke on this picture: which, and why, in words."""

    rule: str
    subject: Subject
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the book says of a picture; `answered` is what it would say, had nobody answered it.

    `picture` is asked for the answers that people gave.
    """

    at: datetime
    rules: frozenset[str]
    findings: dict[Key, Finding]
    answered: dict[Key, Finding] = field(default_factory=dict)
    next_change_at: datetime | None
    could_not_check: tuple[CouldNotCheck, ...] = ()
    picture: Picture = field(repr=False, compare=False)

    def has_considered(self, finding: Finding) -> bool:
        """Whether somebody who decides looked at all it rests on and said what they think.

        What is held is settled only by thinking that nobody could have caused it. A serious concern about a mark is, by
        saying whether somebody could have: could asks for a strategy discussion, cannot tell for looking again.
        """
        enough = frozenset(CouldBeCaused)
        if finding.kind == FindingKind.HOLD:
            enough = frozenset({CouldBeCaused.COULD_NOT})
        elif finding.is_serious and self._rests_on_a_mark(finding):
            enough = frozenset(CouldBeCaused) - {CouldBeCaused.NOT_RECORDED}
        return any(one.could_be_caused in enough for one in _answers(self.picture, Consideration, finding))

    def _rests_on_a_mark(self, finding: Finding) -> bool:
        marks = (one.entry for who in self.picture.about for one in self.picture.of_person(who, Injury).backwards())
        return not set(finding.evidence).isdisjoint(marks)

    def has_waived(self, finding: Finding) -> bool:
        """Whether somebody who decides said, on all it rests on, that it need not be done.

        A hold and a serious alert take two people, each by name; a name spelt with other spaces or capitals is the same.
        """
        names = [" ".join(one.by_name.split()).casefold() for one in _answers(self.picture, Waiver, finding)]
        if finding.kind == FindingKind.HOLD or finding.is_serious:
            return len({name for name in names if name}) > 1
        return bool(names)

    def holds(self, evidence: Iterable[UUID]) -> bool:
        """Whether all of these entries still stand: none of them was retracted or corrected."""
        return self.picture.shelves.hold(self.picture.about, evidence)


def assess(picture: Picture, book: Rulebook) -> Assessment:
    """Ask every rule of the book that reads such a picture. Pure: the same picture and book give the same assessment."""
    sight = picture.seen_with(book.numbers)
    subject = picture.subject
    findings: dict[Key, Finding] = {}
    broken: list[CouldNotCheck] = []
    for one in book.rules_reading(picture):
        try:
            said = [_stamped(one, subject, draft) for draft in one.written(sight)]
        except Exception as error:  # a broken rule is told in words and stops no other
            broken.append(CouldNotCheck(rule=one.name, subject=subject, why=f"{type(error).__name__}: {error}"))
            continue
        findings.update((finding.key, finding) for finding in said)
    assessment = Assessment(
        at=picture.at,
        rules=book.names,
        findings=findings,
        next_change_at=sight.next_flip,
        could_not_check=tuple(broken),
        picture=sight,
    )
    for key in [key for key, finding in findings.items() if _is_answered(assessment, finding)]:
        assessment.answered[key] = findings.pop(key)
    return assessment


def _stamped(one: Rule, subject: Subject, draft: Draft) -> Finding:
    return stamp(draft, rule=one.name, subject=subject, learning=one.learning, source=one.source)


def _is_answered(assessment: Assessment, finding: Finding) -> bool:
    if assessment.has_waived(finding):
        return True
    return finding.kind == FindingKind.ALERT and assessment.has_considered(finding)


def _answers(picture: Picture, kind: type[A], finding: Finding) -> Iterator[A]:
    """The answers on record, by those who decide, that named all of a finding's evidence; the last first."""
    asked, about = frozenset(finding.evidence), finding.about
    given = (one for who in picture.about for one in picture.of_person(who, kind).belonging_to(finding.rule)[::-1])
    for one in given:
        may = len(asked) <= len(one.evidence) and one.on == about and one.role in DECIDERS
        if may and all(entry in one.evidence for entry in asked):
            yield one


@cache
def discovered() -> tuple[Rule, ...]:
    """Every rule ever written, retired ones too, by name."""
    rules = importlib.import_module("kith.policy.rules")  # rules lean on this file: asked for by name, so no circle
    found = []
    for module in pkgutil.iter_modules(rules.__path__):
        written = getattr(importlib.import_module(f"{rules.__name__}.{module.name}"), module.name, None)
        if written is None or not hasattr(written, _MARK):
            raise LookupError(f"rules/{module.name}.py must hold one rule named {module.name}, marked @rule.")
        found.append(getattr(written, _MARK))
    return tuple(sorted(found, key=lambda one: one.name))


def rulebook(*, as_of: date | None = None, local: Mapping[str, int] | None = None) -> Rulebook:
    """The book of a day with a partnership's local numbers; today's book unless a day is asked for."""
    rules = tuple(one for one in discovered() if one.applies_on(as_of))
    return Rulebook(rules=rules, numbers=Numbers(as_of=as_of, local=local or {}))


@cache
def _digest_of_policy() -> str:
    """Of all of policy and its words as written: a reading or the order of a list changes what rules say as a rule does."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for file in sorted((*here.rglob("*.py"), *(here.parent / "vocabulary").rglob("*.py"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _hash_of(book: Rulebook) -> str:
    told = "\n".join((_digest_of_policy(), *(one.name for one in book.rules), repr(book.numbers)))
    return hashlib.sha256(told.encode()).hexdigest()
