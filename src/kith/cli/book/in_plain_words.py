"""What each rule's tests show of it, in the words of a person: entries, who entered them, and what the rule says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from kith.cli.book.heard import Heard, hear_every_rule
from kith.cli.book.pairs import Pair, facts_of, pairs_of
from kith.policy.calendar import london_day
from kith.policy.facts import Agency, Fact
from kith.policy.facts.fields import fields_naming
from kith.policy.findings import Finding
from kith.policy.picture import ChildPicture
from kith.policy.rulebook import Rule, discovered
from kith.policy.shelves import Shelves, in_order
from kith.policy.windows import Picture
from kith.replay.entry_in_words import EntryInWords, day_in_words, kind_in_words, role_in_words
from kith.replay.examples import Asks, Example, Line, Shown
from kith.replay.telling import label, when
from kith.vocabulary import AgencyType, Certainty, Clock, Role

#: Sorts of agency whose name says no more than the role does.
_NO_AGENCY = frozenset({AgencyType.FAMILY, AgencyType.PUBLIC, AgencyType.UNKNOWN})


@cache
def shown_by_tests() -> dict[str, Shown]:
    """Of every rule ever written. Asked once a run: the tests do not change meanwhile."""
    every = hear_every_rule()
    return {
        one.name: Shown(asks=_asks(one, every[one.name]), example=_example(one, every[one.name]))
        for one in discovered()
    }


def _asks(one: Rule, heard: tuple[Heard, ...]) -> Asks:
    said = [finding for each in heard for finding in each.said]
    return Asks(
        kinds=_commonest(finding.kind for finding in said),
        serious=any(finding.is_serious for finding in said),
        owed_by=_commonest(finding.owed_by.role for finding in said),
        due=_commonest(standard.name for each in heard for standard in each.due_by),
        numbers=tuple(sorted({standard.name for each in heard for standard in each.numbers})),
        holds=_commonest(finding.holds for finding in said if finding.holds),
        timed=any(finding.due_at for finding in said),
        untimed=any(finding.due_at is None for finding in said),
        needs=next((one.missing(_of_nobody(each.picture)) or "" for each in heard), ""),
    )


def _of_nobody(picture: Picture) -> Any:
    """A picture of the same sort, of somebody of whom nothing has been entered."""
    return type(picture)(id=UUID(int=0), at=picture.at, shelves=Shelves())


def _commonest(words: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(str(word) for word in words)
    return tuple(sorted(counted, key=lambda word: (-counted[word], word)))


def _example(one: Rule, heard: tuple[Heard, ...]) -> Example | None:
    """The plainest pair whose one difference can be seen in words."""
    for pair in pairs_of(heard, one.met_by):
        speaks, quiet = _told(pair, pair.speaks), _told(pair, pair.quiet)
        if [line for line in speaks if line.differs] != [line for line in quiet if line.differs]:
            return _in_words(pair, speaks, quiet)
    return None


def _in_words(pair: Pair, speaks: tuple[Line, ...], quiet: tuple[Line, ...]) -> Example:
    (finding,) = pair.speaks.said
    picture = pair.speaks.picture
    return Example(
        subject=_subject(picture),
        called=_called(picture),
        at=when(picture.at),
        label=label(finding),
        sentence=finding.sentence,
        do_next=finding.do_next,
        owed_by=_at_agency(finding.owed_by.role, _agency(picture, finding.owed_by.agency) or "the front door hub"),
        due=_due(finding),
        speaks=speaks,
        quiet=quiet,
    )


def _subject(picture: Picture) -> str:
    if not isinstance(picture, ChildPicture):
        return _called(picture)
    born, expected = picture.child.born_from, picture.child.expected_on
    if born:
        return f"{_called(picture)}, born on {_day(born)}"
    return (
        f"{_called(picture)}, expected {_day(expected)}" if expected else f"{_called(picture)}, day of birth not known"
    )


def _called(picture: Picture) -> str:
    return picture.child.called if isinstance(picture, ChildPicture) else picture.agency(picture.id).name


def _due(finding: Finding) -> str:
    if not finding.due_at:
        return ""
    return when(finding.due_at) + (" (counted in working days)" if finding.clock == Clock.WORKING else "")


# -- entries ----------------------------------------------------------------------------------------------------------


def _told(pair: Pair, side: Heard) -> tuple[Line, ...]:
    """What is on record, the one fact marked; what is on record only the other time stands in its place, as missing."""
    there = {fact.entry: fact for fact in facts_of(side.picture)}
    both = [pair.speaks.picture, pair.quiet.picture]
    every = {fact.entry: fact for picture in both for fact in facts_of(picture)} | there
    differs = [one.entry for one in (pair.here, pair.there) if one]
    facts = sorted(every.values(), key=in_order)
    words = _Words(side, facts)
    return tuple(words.line(fact, fact.entry in differs, fact.entry in there) for fact in facts)


@dataclass(frozen=True, slots=True)
class _Words:
    """Says the entries of one picture; `facts` are all that are told beside it."""

    side: Heard
    facts: list[Fact]

    def line(self, fact: Fact, differs: bool, is_there: bool) -> Line:
        what = "; ".join(self._what(fact))
        if not is_there:
            return Line(what=f"Nobody entered this: {what}", differs=True)
        by = _at_agency(fact.role, _agency(self.side.picture, fact.agency))
        return Line(on=_happened(fact), what=what, said=fact.said, by=by, differs=differs)

    def _what(self, fact: Fact) -> Iterator[str]:
        words = EntryInWords(person=self._person, agency=self._setting, place=self._home)
        details = ", ".join(words.details(fact))
        whom = " and ".join(self._person(who) for who in fact.about if who != self.side.picture.id)
        kind = f"{kind_in_words(fact)}, about {whom}" if whom else kind_in_words(fact)
        yield f"{kind}: {details}" if details else kind
        if pointed_at := [f"“{kind_in_words(other)}” of {_happened(other)}" for other in self._pointed_at(fact)]:
            yield f"this is about {' and '.join(pointed_at)}"
        if london_day(fact.at) != london_day(fact.happened.end):
            yield f"entered on {when(fact.at)}"

    def _pointed_at(self, fact: Fact) -> Iterator[Fact]:
        """The entries it names, where there is more than one of the kind it could mean."""
        for name in fields_naming(type(fact), "entry"):
            value = getattr(fact, name)
            meant = value if isinstance(value, tuple) else (value,)
            for other in self.facts:
                alike = [one for one in self.facts if one.kind == other.kind and one.entry != fact.entry]
                if other.entry in meant and len(alike) > 1:
                    yield other

    def _person(self, who: UUID) -> str:
        """By the name on record; of whom nothing is recorded, by what the tests call them."""
        known = who in self.side.picture.shelves.people
        return self.side.picture.person(who).called if known else self.side.names.get(who, "somebody")

    def _setting(self, which: UUID) -> str:
        return _agency(self.side.picture, which) or "an agency that nobody named"

    def _home(self, home: UUID) -> str:
        return self.side.names.get(home, "a home")


def _happened(fact: Fact) -> str:
    first, last = (london_day(end) for end in (fact.happened.start, fact.happened.end))
    about = "about " if fact.happened.certainty == Certainty.ABOUT else ""
    if fact.happened.certainty == Certainty.EXACT:
        return when(fact.happened.end)
    return f"{about}{day_in_words(last)}" if first == last else f"{about}between {_day(first)} and {_day(last)}"


def _agency(picture: Picture, which: UUID | None) -> str:
    known: Agency | None = picture.shelves.agencies.get(which) if which else None
    return known.name if known and known.type not in _NO_AGENCY else ""


def _at_agency(role: Role, agency: str) -> str:
    who = "" if role == Role.UNKNOWN else role_in_words(role)
    return ", ".join(part for part in (who, agency) if part) or "nobody said who"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
