"""Duties and entries as pages show them: every sentence whole, every time said, no word of the code's own."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from kith.chronology.media import SORTS
from kith.chronology.queries import KnownDocument
from kith.duties.desk import is_asked_of
from kith.duties.told import ToldDuty
from kith.journey.names import Names
from kith.journey.respond import book
from kith.policy.calendar import london_day, time_in_words
from kith.policy.facts import Agency, Fact, Person
from kith.policy.facts.chronology import Injury
from kith.policy.facts.reading_order import one_way
from kith.policy.findings import Finding
from kith.policy.permissions import FRONT_DOOR, Actor
from kith.replay.entry_in_words import EntryInWords, kind_in_words, role_in_words
from kith.vocabulary import AgencyType, Certainty, FindingKind, Role, SubjectKind
from kith.web.answers import answers_to, who_else_answers
from kith.web.ringing import answerer_words, on_call_for
from kith.web.shown import DutyKind, ShownDocument, ShownDuty, ShownEntry, ShownPlace, Sign
from kith.web.words import (
    age_of,
    capital,
    clock_words,
    day_words,
    happened_words,
    late_label,
    learned_words,
    size_words,
)

LABELS: dict[DutyKind, str] = {
    "serious": "Serious concern: decide now",
    "hold": "Answer this first",
    "todo": "To do",
    "look": "Look into this",
}
_DECISIONS = frozenset(
    {"decision", "threshold_decision", "stepped_down", "waiver", "consideration", "involvement", "strategy_discussion"}
)
#: Kinds whose coded words say by themselves what they are.
_SPEAK_ALONE = frozenset({"injury"})


def duty_kind(finding: Finding, now: datetime) -> DutyKind:
    """Which of the five sorts of duty it is on a page."""
    if finding.is_serious:
        return "serious"
    if finding.kind == FindingKind.HOLD:
        return "hold"
    if finding.due_at and finding.due_at <= now:
        return "late"
    return "look" if finding.kind == FindingKind.ALERT else "todo"


def duty_label(finding: Finding, now: datetime) -> str:
    """The label of a duty in the words of a screen: "Late: 2 days"."""
    kind = duty_kind(finding, now)
    return late_label(finding.due_at, now) if kind == "late" and finding.due_at else LABELS[kind]


def shown_duty(
    one: ToldDuty,
    subject: Person | Agency,
    facts: dict[UUID, Fact],
    names: Names,
    now: datetime,
    reader: Actor,
    *,
    as_: Literal["row", "box", "page"] = "page",
) -> ShownDuty:
    """A duty of a child, or of a team or setting, as a row, as a box with answers, or opened, on a page of its own.

    Opened, it has the entries it rests on that the reader may see; a box or a page has the answers the reader may give.
    """
    finding, today = one.finding, london_day(now)
    rule = book().rule(finding.rule)
    evidence = [facts[entry] for entry in finding.evidence if entry in facts]
    hidden, kept_back = len(finding.evidence) - len(evidence), is_kept_back(finding, facts, names)
    return ShownDuty(
        label=duty_label(finding, now),
        kind=duty_kind(finding, now),
        child_name=called(subject),
        child_age_words=age_of(subject, today) if isinstance(subject, Person) else "",
        child_url=duty_url(one.id) if is_asked_of(finding, reader) else subject_url(finding),
        sentence=told(finding, subject, facts, names),
        owed_by_words=owed_by_words(finding, names),
        do_next="ask the front door hub, if you need to know more." if kept_back else finding.do_next,
        due=clock_words(finding.due_at, now, finding.clock) if finding.due_at and finding.clock else None,
        why=rule.why if rule else "",
        source=finding.source,
        evidence=tuple(shown_entry(fact, names, now) for fact in evidence) if as_ == "page" else (),
        opened_words=f"Open since {day_words(london_day(one.opened_at), today)}.",
        changes_words=f"{hidden} more that you may not see here." if hidden else "",
        source_url=f"/rules/{finding.rule}/",
        url=duty_url(one.id) if isinstance(subject, Person) else subject_url(finding),
        answers=() if as_ == "row" else answers_to(one, tuple(evidence), reader),
        on_call=() if kept_back else on_call_for(finding.do_next, names.on_call),
        others_answer="" if as_ == "row" else who_else_answers(one, reader),
    )


def is_kept_back(finding: Finding, facts: Mapping[UUID, Fact], names: Names) -> bool:
    """Whether the reader may not read all it rests on, and need not do it."""
    return finding.key not in names.theirs and any(entry not in facts for entry in finding.evidence)


def told(finding: Finding, subject: Person | Agency, facts: Mapping[UUID, Fact], names: Names) -> str:
    """A duty's sentence, or to a reader from whom it is kept back, only that it stands open."""
    if is_kept_back(finding, facts, names):
        return f"Something stands open for {called(subject)} that rests on entries you may not read."
    return finding.sentence


def called(subject: Person | Agency) -> str:
    """What a page calls whoever a duty is about."""
    return subject.called if isinstance(subject, Person) else subject.name


def owed_by_words(finding: Finding, names: Names) -> str:
    """Who must act: by name when somebody entered it, else the role, where they work, and the number of their desk.

    Where neither was entered, that is said: nobody is taken to answer.
    """
    answerer = names.answerers.get(finding.key)
    if answerer:
        return answerer_words(answerer)
    nobody = " (no name or number entered)" if names.answerers.of_today else ""
    if finding.owed_by.role == Role.UNKNOWN and finding.owed_by.agency:
        return f"{names.agency(finding.owed_by.agency)}{nobody}"
    who = role_in_words(finding.owed_by.role)
    where = f", {names.agency(finding.owed_by.agency)}" if finding.owed_by.agency else ", front door hub"
    return f"{capital(who)}{where}{nobody}"


def duty_url(duty: UUID) -> str:
    """Where a duty is opened and answered."""
    return f"/duties/{duty}/"


def subject_url(finding: Finding) -> str:
    """Where the record of whoever a duty is about is."""
    which = finding.subject
    return child_url(which.id) if which.kind == SubjectKind.CHILD else setting_url(which.id)


def setting_url(setting: UUID) -> str:
    """Where a team's or setting's page is."""
    return f"/settings/{setting}/"


#: Agencies whose workers children are allocated to by name.
ALLOCATES = frozenset({AgencyType.SOCIAL_CARE, AgencyType.EARLY_HELP, AgencyType.HEALTH_VISITING})


def team_url(team: UUID) -> str:
    """Where it is seen who of a team has which child."""
    return f"/teams/{team}/"


def team_place(actor: Actor) -> ShownPlace | None:
    """Where somebody sees who has whom: their own team; at the front door, every team. None where none is allocated."""
    if actor.agency_type in FRONT_DOOR:
        return ShownPlace("Who has whom, by team", "/teams/")
    if actor.agency is None or actor.agency_type not in ALLOCATES:
        return None
    return ShownPlace(f"Who has whom in {actor.agency_name}", team_url(actor.agency))


def child_url(child: UUID) -> str:
    """Where a child's record is."""
    return f"/children/{child}/"


def worry_url(child: UUID, contact: UUID) -> str:
    """Where a worry about a child is worked through."""
    return f"{child_url(child)}worries/{contact}/"


def shown_entry(
    fact: Fact, names: Names, now: datetime, *, number: int | None = None, corrected_words: str = ""
) -> ShownEntry:
    """One entry: what, in whose words, who entered it, when it happened and when we learned of it."""
    today = london_day(now)
    exact = fact.happened.certainty == Certainty.EXACT
    return ShownEntry(
        entry_id=str(fact.entry),
        day_words=happened_words(fact.happened.start, fact.happened.end, fact.happened.certainty, today),
        time_words=time_in_words(fact.happened.end) if exact and fact.happened.start == fact.happened.end else "",
        sign=_sign(fact),
        number=number,
        what=_what(fact, names),
        quote=fact.said,
        agency=agency_words(fact, names),
        who=_who(fact),
        learned_words=learned_words(fact.happened.end, fact.at, today),
        corrected=bool(corrected_words),
        corrected_words=corrected_words,
        detail="The time it was entered is assumed." if fact.at_assumed else "",
    )


def newest_first(fact: Fact) -> tuple[datetime, datetime, UUID]:
    """By what a list of entries is put in order, the last that happened first."""
    return fact.happened.end, fact.at, fact.entry


def shown_document(known: KnownDocument) -> ShownDocument:
    """A document as it is listed under its entry."""
    sort = f"{capital(SORTS[known.media_type][0])}, {size_words(known.size)}"
    return ShownDocument(known.title, sort, f"/documents/{known.id}")


def since_words(fact: Fact, today: date) -> str:
    """Since when something is so, no surer than we know: "since Monday 16 November", "begun between … and …"."""
    first, last = london_day(fact.happened.start), london_day(fact.happened.end)
    if first == last and fact.happened.certainty != Certainty.ABOUT:
        return f"since {day_words(last, today)}"
    return f"begun {happened_words(fact.happened.start, fact.happened.end, fact.happened.certainty, today)}"


def _sign(fact: Fact) -> Sign:
    if isinstance(fact, Injury):
        return "injury"
    return "decision" if fact.kind in _DECISIONS else "other"


def _what(fact: Fact, names: Names) -> str:
    said = list(EntryInWords(person=names.person, agency=names.agency, place=names.place).details(fact))
    if fact.kind in _SPEAK_ALONE and said:
        return capital(", ".join(said))
    return f"{kind_in_words(fact)}: {'; '.join(said)}" if said else kind_in_words(fact)


def agency_words(fact: Fact, names: Names) -> str:
    """The agency that entered something, by name; "" when nobody said which it was."""
    known = names.agencies.get(fact.agency)
    return known.name if known and known.type != "unknown" else ""


def _who(fact: Fact) -> str:
    role = "" if fact.role == Role.UNKNOWN else role_in_words(fact.role)
    if name := one_way(fact.by_name):
        return f"{name}, {role}" if role else name
    return capital(role) if role else "We do not know who entered it"
