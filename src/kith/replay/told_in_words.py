"""A replay told in plain words for a terminal: what was entered, what followed, and what each learning point needed.

It shows no word of the code's own: labels, roles and kinds are in the words that people read on a screen.
"""

import textwrap
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin
from uuid import UUID

from kith.policy import calendar
from kith.policy.change import Changes
from kith.policy.facts import Fact
from kith.policy.facts.fields import own_fields, without_none
from kith.policy.findings import Finding, Key
from kith.policy.picture import ChildPicture
from kith.replay.replay import Replay, Told
from kith.replay.telling import LEARNING_POINTS, Summary, label, when
from kith.vocabulary import Certainty, Clock, Role

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

_KINDS = {
    "account": "Said of how it happened",
    "account_judgement": "What they think of the accounts",
    "admission": "Taken into hospital",
    "adult_check": "Who an adult is",
    "attendance": "An appointment or session",
    "carer_statement": "Said of caring",
    "consideration": "Looked at, and what they think",
    "contact": "Somebody told us of a worry",
    "development": "What the child can do",
    "injury": "A mark or injury",
    "involvement": "A service opened",
    "naming": "A name for somebody",
    "retraction": "Taken off this child's page: it was about another child",
    "stepped_down": "A service stepped down or closed",
    "threshold_decision": "What response a worry gets",
    "waiver": "Decided not to, because",
}
_ROLES = {
    Role.EMERGENCY_DUTY: "Emergency Duty worker",
    Role.GP: "GP",
    Role.HUB_DECISION_MAKER: "decision-maker",
    Role.UNKNOWN: "somebody (we do not know their role)",
}
#: Words of the closed lists that a person would not read as they are written there.
_WORDS = {
    "emotional": "emotional harm",
    "physical": "physical harm",
    "sexual": "sexual harm",
    "asked_none_given": "asked, and none given",
    "childs_words": "the child's own words",
    "concern": "there are concerns about them",
    "head_unspecified": "head, nobody wrote where",
    "no_further_action": "no further action by social care",
    "non_accidental_probable": "probably non-accidental",
    "not_brought": "was not brought",
    "parents_partner": "parent's partner",
    "refused": "the family said no",
    "unknown_mark": "a mark, nobody wrote of what sort",
}
_UNSAID = {"not_recorded", "not_said", "not_known", "not_given", "neither", "unknown", "other"}
#: Fields whose value alone would not say what it is about.
_NAMED = {
    "asked_of": "asked of",
    "asks_for": "asks for",
    "cares_alone": "cares alone:",
    "claimed_at": "said to have happened",
    "due_at": "by",
    "harm": "about",
    "heard": "heard:",
    "help_sought_at": "help sought",
    "look_again_on": "looked at again on",
    "needed_care": "needed care:",
    "owner_agency": "of",
    "owner_role": "owed by the",
    "parental_responsibility": "parental responsibility:",
    "pattern": "shape:",
    "place": "at",
    "recommends": "recommends",
    "seen": "seen:",
    "seen_alone": "seen alone:",
    "shown_done_by": "shown by:",
    "stays_overnight": "stays overnight:",
    "teller": "told by",
    "to": "to",
    "told_agency": "to",
    "told_role": "to the",
    "what_for": "for",
    "who_had_care": "cared for then by",
    "with_agency": "with",
    "with_person": "with",
    "witness": "seen to happen by:",
    "worst_grade": "worst grade",
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
            whom = f"{topic}{self._person(broken.subject.id, told.at)}"
            yield from self._wrapped(f"Kith could not check {whom}. Check it yourself.", 2)

    def _entered_by(self, fact: Fact) -> str:
        name = f", {fact.by_name}" if fact.by_name else ""
        assumed = " (the time of entry is assumed)" if fact.at_assumed else ""
        return f"{self._agency(fact.agency)}: {_role(fact.role)}{name}{assumed}"

    def _entry(self, fact: Fact, at: datetime) -> Iterator[str]:
        kind = _KINDS.get(fact.kind, fact.kind.replace("_", " ").capitalize())
        about = ", ".join(self._person(one, at) for one in fact.about)
        details = "; ".join(self._details(fact, at))
        mended = " (in place of an earlier entry)" if fact.corrects else ""
        yield from self._wrapped(f"{kind}{mended}, {about}{f': {details}' if details else ''}.", 4)
        if happened := _happened(fact):
            yield from self._wrapped(f"Happened {happened}.", 6)
        if fact.said:
            yield from self._wrapped(f"“{fact.said}”", 6)

    def _details(self, fact: Fact, at: datetime) -> Iterator[str]:
        for name, (declared, hint) in own_fields(type(fact)).items():
            value = getattr(fact, name)
            if name in ("on", "rule") or value in (None, "", ()) or (name == "count" and value == declared.default):
                continue
            words = self._in_words(name, value, without_none(hint)[0], at)
            if words:
                yield f"{_NAMED[name]} {words}" if name in _NAMED else words

    def _in_words(self, name: str, value: Any, hint: Any, at: datetime) -> str:
        if get_origin(hint) is tuple:
            told = [self._in_words(name, one, get_args(hint)[0], at) for one in value]
            return ", ".join(one for one in told if one)
        if get_origin(hint) is Annotated:
            return self._named(value, get_args(hint)[1], at)
        if isinstance(value, Role):
            return "" if value == Role.UNKNOWN else _role(value)
        if isinstance(value, StrEnum):
            return "" if value.value in _UNSAID else _WORDS.get(value.value, value.value.replace("_", " "))
        if isinstance(value, datetime):
            return when(value)
        if isinstance(value, date):
            return _day(value)
        return {"size_mm": f"{value} mm", "count": f"{value} of them"}.get(name, str(value))

    def _named(self, value: UUID, points: str, at: datetime) -> str:
        if points == "person":
            return self._person(value, at)
        if points == "agency":
            return self._agency(value)
        return self._places.get(value, "") if points == "household" else ""

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
        agency = f" at {self._agency(finding.owed_by.agency)}" if finding.owed_by.agency else ""
        yield from self._wrapped(heading, 2)
        yield from self._wrapped(finding.sentence, 4)
        yield from self._wrapped(f"Do next: {_role(finding.owed_by.role)}{agency}: {finding.do_next}", 4)
        if finding.due_at:
            late = "It was due" if finding.due_at < at else "By"
            working = " (counted in working days)" if finding.clock == Clock.WORKING else ""
            yield from self._wrapped(f"{late} {when(finding.due_at)}{working}.", 4)
        yield from self._wrapped(f"Source: {finding.source}", 4)

    # -- the summary ------------------------------------------------------------------------------------------

    def _closing(self, summary: Summary, ended: datetime | None) -> Iterator[str]:
        yield from () if self._quiet else ("",)
        until = f", until {when(ended)}" if ended else ""
        yield from self._wrapped(f"The learning points, after {_count(summary.entries, 'entry', 'entries')}{until}", 0)
        points = summary.as_json(self._replay, ended)["summary"]["learning"]
        for point in LEARNING_POINTS:
            yield from self._wrapped(f"{point:>2}  {LEARNING_IN_SHORT[point]}", 0, 4)
            yield from self._wrapped(_point(points[str(point)], summary.first_spoke.get(point)), 4)
        if not summary.first_spoke:
            yield from self._wrapped("No rule has spoken. That does not mean that a child is safe.", 0)
        yield from self._wrapped("Kith knows only what has been entered.", 0)

    # -- words ------------------------------------------------------------------------------------------------

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


def _role(role: Role) -> str:
    return _ROLES.get(role, role.value.replace("_", " "))


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _happened(fact: Fact) -> str:
    first, last = (calendar.london_day(end) for end in (fact.happened.start, fact.happened.end))
    if fact.happened.certainty == Certainty.EXACT:
        return "" if fact.happened.end == fact.at else when(fact.happened.end)
    if first != last:
        about = "about " if fact.happened.certainty == Certainty.ABOUT else ""
        return f"{about}between {_day(first)} and {_day(last)}"
    if fact.happened.certainty == Certainty.ABOUT:
        return f"about {_day(first)}"
    return "" if last == calendar.london_day(fact.at) else _day(first)
