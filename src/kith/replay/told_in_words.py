"""A replay told in plain words for a terminal: what was entered, what followed, and what each learning point needed.

It shows no word of the code's own: labels, roles and kinds are in the words that people read on a screen.
"""

import textwrap
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.policy import calendar
from kith.policy.change import Changes
from kith.policy.facts import Fact
from kith.policy.findings import Finding, Key, Subject
from kith.policy.picture import ChildPicture
from kith.replay.entry_in_words import EntryInWords, day_in_words, kind_in_words, role_in_words
from kith.replay.replay import Replay, Told
from kith.replay.telling import LEARNING_POINTS, Summary, label, when
from kith.vocabulary import Certainty, Clock, Role, SubjectKind

WIDTH = 100

#: The fourteen points of Case Study Luke's Summary of Learning, in a short form of its words.
LEARNING_IN_SHORT = {
    1: "GPs are familiar with the Emergency Duty Service and the escalation process",
    2: "A pathway shows when to involve a paediatrician in a strategy discussion",
    3: "All decisions of strategy discussions are actioned, health's too",
    4: "All workers and agencies who are key to the work are kept informed of progress and outcomes",
    5: "Health visiting teams liaise regularly with GP surgeries",
    6: "Non-accidental injury is always considered when injuries are multiple or explanations inconsistent",
    7: "History and past referrals are always checked",
    8: "A picture of the child's life at home is continually built, by visits and with others",
    9: "Professionals feel supported to revisit decisions and risks",
    10: "All are clear who the key adults in the child's life are",
    11: "Nursery workers' training explains section 17 and section 47",
    12: "Professionals are guided to read the report on the Myth of Invisible Men",
    13: "Social care managers refresh themselves with supervision guidance",
    14: "When to start a section 47 enquiry is determined by the level of risk",
}

_ENDINGS = {
    "met": "Answered or done",
    "waived": "Decided not to, for the reason entered",
    "lapsed": "Time passed without an answer",
    "rule_changed": "Its rule has changed",
}


class InWords:
    """One replay, told once. `width` is in characters; `quiet` leaves out all but the summary."""

    def __init__(self, replay: Replay, *, width: int = WIDTH, quiet: bool = False) -> None:
        self._replay = replay
        self._width = max(width, 40)
        self._quiet = quiet
        self._standing: dict[Key, Finding] = {}
        self._last = ("", "")  # the heading and the teller last printed: an instant is not told twice
        self._places = {home.id: home.said for home in replay.chronology.households}

    def lines(self, as_of: datetime | None = None) -> Iterator[str]:
        """The telling, line by line, as each moment is reached."""
        summary = Summary()
        if not self._quiet and self._replay.chronology.title:
            yield from self._wrapped(self._replay.chronology.title, 0)
        for told in self._replay.moments(as_of):
            summary.hear(told)
            if not self._quiet:
                yield from self._moment(told)
        yield from self._closing(summary, as_of or self._replay.chronology.ended)

    # -- a moment ---------------------------------------------------------------------------------------------

    def _moment(self, told: Told) -> Iterator[str]:
        heading = when(told.at)
        teller = self._entered_by(told.facts[0]) if told.facts else "Nothing was entered; time has passed."
        if heading != self._last[0]:
            yield from ("", heading, "-" * len(heading))
        if (heading, teller) != self._last:
            yield from self._wrapped(teller, 2)
        self._last = (heading, teller)
        for fact in told.facts:
            yield from self._entry(fact, told.at)
        for changes in told.changes:
            yield from self._what_followed(changes, told.at)
        for broken in told.could_not_check:
            rule = self._replay.book.rule(broken.rule)
            topic = f"“{rule.sentence}” for " if rule else ""
            whom = f"{topic}{self._subject(broken.subject, told.at)}"
            yield from self._wrapped(f"Kith could not check {whom}. Check it yourself.", 2)

    def _entered_by(self, fact: Fact) -> str:
        name = f", {fact.by_name}" if fact.by_name else ""
        assumed = " (the time of entry is assumed)" if fact.at_assumed else ""
        return f"{self._agency(fact.agency)}: {role_in_words(fact.role)}{name}{assumed}"

    def _entry(self, fact: Fact, at: datetime) -> Iterator[str]:
        words = EntryInWords(
            person=lambda who: self._person(who, at), agency=self._agency, place=lambda home: self._places.get(home, "")
        )
        about = ", ".join(self._person(one, at) for one in fact.about)
        details = "; ".join(words.details(fact))
        mended = " (in place of an earlier entry)" if fact.corrects else ""
        yield from self._wrapped(f"{kind_in_words(fact)}{mended}, {about}{f': {details}' if details else ''}.", 4)
        if happened := _happened(fact):
            yield from self._wrapped(f"Happened {happened}.", 6)
        if fact.said:
            yield from self._wrapped(f"“{fact.said}”", 6)

    # -- what followed ----------------------------------------------------------------------------------------

    def _what_followed(self, changes: Changes, at: datetime) -> Iterator[str]:
        for finding in changes.opened:
            yield from self._finding(finding, at, label(finding))
            self._standing[finding.key] = finding
        for finding in changes.changed:
            same = finding.sentence == self._standing[finding.key].sentence
            now = "it rests on other entries now" if same else "it says something else now"
            yield from self._finding(finding, at, f"{label(finding)} ({now})")
            self._standing[finding.key] = finding
        for ending, words in _ENDINGS.items():
            for key in getattr(changes, ending):
                yield from self._wrapped(f"{words}: {self._standing.pop(key).sentence}", 2)

    def _finding(self, finding: Finding, at: datetime, heading: str) -> Iterator[str]:
        role, where = finding.owed_by.role, finding.owed_by.agency
        agency = self._agency(where) if where else ""
        who = agency if agency and role == Role.UNKNOWN else role_in_words(role) + (f" at {agency}" if agency else "")
        yield from self._wrapped(heading, 2)
        yield from self._wrapped(finding.sentence, 4)
        yield from self._wrapped(f"Do next: {who}: {finding.do_next}", 4)
        if finding.due_at:
            late = "It was due" if finding.due_at < at else "By"
            working = " (counted in working days)" if finding.clock == Clock.WORKING else ""
            yield from self._wrapped(f"{late} {when(finding.due_at)}{working}.", 4)
        yield from self._wrapped(f"Source: {finding.source}", 4)

    # -- the summary ------------------------------------------------------------------------------------------

    def _closing(self, summary: Summary, ended: datetime | None) -> Iterator[str]:
        yield from () if self._quiet else ("",)
        until = f", until {when(ended)}" if ended else ""
        read = f"{_count(summary.entries, 'entry', 'entries')}{self._as_asked()}"
        yield from self._wrapped(f"The learning points, after {read}{until}", 0)
        points = summary.as_json(self._replay, ended)["summary"]["learning"]
        for point in LEARNING_POINTS:
            yield from self._wrapped(f"{point:>2}  {LEARNING_IN_SHORT[point]}", 0, 4)
            yield from self._wrapped(_point(points[str(point)], summary.first_spoke.get(point)), 4)
        if not summary.first_spoke:
            yield from self._wrapped("No rule has spoken. That does not mean that a child is safe.", 0)
        yield from self._wrapped("Kith knows only what has been entered.", 0)

    def _as_asked(self) -> str:
        """Whose picture it is and of which day the rules are, where that was asked for."""
        whose, day = self._replay.known_to, self._replay.book.numbers.as_of
        known = f" known to {self._agency(whose)}" if whose else ""
        return f"{known}, by the rules of {day_in_words(day)}" if day else known

    # -- words ------------------------------------------------------------------------------------------------

    def _subject(self, one: Subject, at: datetime) -> str:
        return self._person(one.id, at) if one.kind == SubjectKind.CHILD else self._agency(one.id)

    def _person(self, who: UUID, at: datetime) -> str:
        return ChildPicture(id=who, at=at, shelves=self._replay.shelves).child.called

    def _agency(self, which: UUID) -> str:
        agency = self._replay.shelves.agencies.get(which)
        return agency.name if agency else "an agency"

    def _wrapped(self, words: str, indent: int, hanging: int | None = None) -> list[str]:
        return textwrap.wrap(
            words,
            self._width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent if hanging is None else hanging),
            break_long_words=False,
            break_on_hyphens=False,
        )


def _point(told: dict[str, Any], spoke: datetime | None) -> str:
    if spoke is None:
        return str(told["missing"])
    days = told["days_before_end"]
    before = "on the last day" if days == 0 else f"{_count(days, 'day', 'days')} before the end"
    return f"First spoken of {when(spoke)}: {before}."


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _happened(fact: Fact) -> str:
    first, last = (calendar.london_day(end) for end in (fact.happened.start, fact.happened.end))
    if fact.happened.certainty == Certainty.EXACT:
        return "" if fact.happened.end == fact.at else when(fact.happened.end)
    if first != last:
        about = "about " if fact.happened.certainty == Certainty.ABOUT else ""
        return f"{about}between {day_in_words(first)} and {day_in_words(last)}"
    if fact.happened.certainty == Certainty.ABOUT:
        return f"about {day_in_words(first)}"
    return "" if last == calendar.london_day(fact.at) else day_in_words(first)
