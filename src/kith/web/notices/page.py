"""Pages of notices, from what an agency must hear; and the ledger, from a child's record."""

from collections import Counter
from dataclasses import dataclass

from kith.informing.queries import MustHear
from kith.journey.notices import Notices
from kith.journey.reading import Record
from kith.policy import standards
from kith.policy.calendar import london_day, next_school_morning, time_in_words
from kith.policy.circle import OUTCOMES, who_must_hear
from kith.policy.circle import MustHear as InCircle
from kith.policy.facts import Fact
from kith.policy.facts.chronology import DomesticIncident
from kith.policy.facts.informed import Answer, Told
from kith.policy.readings.telling import BY_VOICE
from kith.policy.standards import Numbers
from kith.vocabulary import AnswerKind, Clock, HowTold
from kith.web.child.head import reference, subpages
from kith.web.child.people import banners
from kith.web.notices.answer_form import AnswerForm
from kith.web.shown import ShownBanner, ShownClock, ShownEntry, ShownPlace
from kith.web.telling import child_url, shown_entry
from kith.web.words import age_of, capital, clock_words, day_words, first_name

EVENTS_SHOWN = 8
TOLD_HOW = {
    HowTold.TELEPHONE: "Told by telephone",
    HowTold.IN_PERSON: "Told in person",
    HowTold.LETTER: "Told by letter",
    HowTold.EMAIL: "Told by e-mail",
    HowTold.KITH: "Told through Kith",
}
#: Where each who must hear stands, in the order in which they are counted.
COUNTED = (("gap", "not told yet"), ("told", "told, nothing back yet"), ("heard", "spoken with, opened or answered"))


@dataclass(frozen=True)
class ShownNotice:
    """One notice: for which child, how old, what (only when it may be read in full), why, since when.

    `due` is by when somebody is to have opened it; None once somebody has.
    """

    name: str
    age_words: str
    what: str
    why: str
    since: str
    url: str
    open_url: str
    opened: bool
    due: ShownClock | None


@dataclass(frozen=True)
class NoticesPage:
    sentence: str
    unopened: tuple[ShownNotice, ...]
    opened: tuple[ShownNotice, ...]


@dataclass(frozen=True)
class NoticePage:
    """An opened notice. `entry` is None when only that there is something may be known; `answer_by` says by when."""

    reference: str
    name: str
    age_words: str
    why: str
    entry: ShownEntry | None
    means: str
    answer_by: str
    child_url: str
    form: AnswerForm


@dataclass(frozen=True)
class Hearer:
    """One agency that must hear of one thing: where it stands, in a sign and in words, and what is next."""

    agency: str
    may_know: str
    sign: str
    state: str
    when: str
    next: str
    tell_url: str


@dataclass(frozen=True)
class TellingOf:
    """One outcome and everybody who must hear of it, those who have not first."""

    what: str
    when: str
    sentence: str
    hearers: tuple[Hearer, ...]


@dataclass(frozen=True)
class ToldPage:
    reference: str
    name: str
    called: str
    age_words: str
    sentence: str
    banners: tuple[ShownBanner, ...]
    events: tuple[TellingOf, ...]
    more: int
    subpages: tuple[ShownPlace, ...]


#: What a nursery or a surgery does with news of each kind. Ours, after what practitioners ask for; to be checked.
MEANS = {
    "strategy_discussion": "Social care, police and health are talking about whether this child is being harmed. Keep your "
    "first notes as they are. Do not ask the child more questions, and do not tell the family unless the worker says so.",
    "threshold_decision": "This is what was decided on a worry. If you think it is wrong, say so here, with your reason.",
    "stepped_down": "If you see something new, tell us: it will be read with everything before it.",
    "domestic_incident": "Meet the child knowing of it: be there, and listen. Do not ask the child about it, and do not let "
    "the family know that you were told. Tell us of anything new.",
    "involvement": "Write down what you see in plain words, and tell the worker of any change.",
}


def because(why: str) -> str:
    """Why an agency hears of something, as it is said to that agency."""
    said = f"your agency {why}" if why.startswith("told us") else why
    return said.replace("gp registration", "GP registration")


def notices_page(told: Notices) -> NoticesPage:
    """Those nobody here has opened, then the others."""
    shown = [_notice(one, told) for one in told.notices]
    unopened = tuple(one for one in shown if not one.opened)
    many = "1 notice" if len(unopened) == 1 else f"{len(unopened)} notices"
    sentence = "Everything sent to your agency was opened." if shown else "Nothing has been sent to your agency yet."
    return NoticesPage(
        sentence=f"{many} nobody at your agency has opened yet." if unopened else sentence,
        unopened=unopened,
        opened=tuple(one for one in shown if one.opened),
    )


def notice_page(told: Notices, form: AnswerForm) -> NoticePage:
    """One notice, with the entry where it may be read."""
    (one,) = told.notices
    child, fact = told.children[one.child], told.facts.get(one.entry)
    return NoticePage(
        reference=reference(one.child),
        name=child.called,
        age_words=age_of(child, london_day(told.now)),
        why=because(one.why),
        entry=shown_entry(fact, told.names, told.now) if fact else None,
        means=MEANS.get(fact.kind, "") if fact else "",
        answer_by=_answer_by(_due(one, told)),
        child_url=child_url(one.child),
        form=form,
    )


def told_page(record: Record, *, whole: bool = False) -> ToldPage:
    """The ledger: outcomes of which somebody is still to be told first, then newest first; older ones while they are owed, or all."""
    child, facts = record.picture.child, record.facts.values()
    outcomes = sorted(
        (fact for fact in facts if fact.kind in OUTCOMES and child.id in fact.about),
        key=lambda fact: (fact.at, fact.entry),
        reverse=True,
    )
    owed = {one.finding.about for one in record.standing}
    heard_of = [(fact, event) for fact in outcomes if (event := _event(fact, record)).hearers]
    events = tuple(
        event for place, (fact, event) in enumerate(heard_of) if whole or place < EVENTS_SHOWN or fact.entry in owed
    )
    events = tuple(sorted(events, key=lambda event: all(one.sign != "gap" for one in event.hearers)))
    waiting = sum(one.sign == "gap" for event in events for one in event.hearers)
    return ToldPage(
        reference=reference(child.id),
        name=child.called,
        called=first_name(child),
        age_words=age_of(child, london_day(record.now)),
        sentence=f"{waiting} still to be told." if waiting else "Nobody is still to be told, of what is entered here.",
        banners=banners(record),
        events=events,
        more=len(heard_of) - len(events),
        subpages=subpages(record, "told/"),
    )


def _notice(one: MustHear, told: Notices) -> ShownNotice:
    fact = told.facts.get(one.entry)
    today, day = london_day(told.now), london_day(one.at)
    since = "today" if day == today else day_words(day, today)
    child = told.children[one.child]
    return ShownNotice(
        name=child.called,
        age_words=age_of(child, today),
        what=shown_entry(fact, told.names, told.now).what if fact else "Something was entered that you may ask about",
        why=capital(because(one.why)),
        since=f"{capital(since)}, {time_in_words(one.at)}",
        url=f"/notices/{one.id}/",
        open_url=f"/notices/{one.id}/open",
        opened=one.opened,
        due=None if one.opened else _due(one, told),
    )


def _due(one: MustHear, told: Notices) -> ShownClock:
    """By when whoever is told has opened it or answered; then somebody rings them. A school, before the child next comes."""
    if isinstance(told.facts.get(one.entry), DomesticIncident):
        return clock_words(next_school_morning(one.at), told.now, Clock.ELAPSED)
    return clock_words(Numbers().due(standards.TOLD_OPENED, one.at), told.now, Clock.WORKING)


def _answer_by(due: ShownClock) -> str:
    """What an answer is for, and by when: that it was opened is an answer already."""
    return f"If you disagree, or know more, say so {'now' if due.late else due.words}. It is kept that you opened this."


def _event(fact: Fact, record: Record) -> TellingOf:
    hearers = sorted((_hearer(fact, one, record) for one in who_must_hear(record.picture, fact)), key=_unheard_first)
    today, day = london_day(record.now), london_day(fact.happened.end)
    counted = Counter(one.sign for one in hearers)
    where = "; ".join(f"{counted[sign]} {words}" for sign, words in COUNTED if counted[sign])
    return TellingOf(
        what=shown_entry(fact, record.names, record.now).what,
        when="today" if day == today else day_words(day, today),
        sentence=f"{len(hearers)} must hear: {where}.",
        hearers=tuple(hearers),
    )


def _unheard_first(one: Hearer) -> tuple[int, str]:
    return ({"gap": 0, "told": 1, "heard": 2}[one.sign], one.agency)


def _hearer(fact: Fact, must_hear: InCircle, record: Record) -> Hearer:
    agency, in_full = must_hear.agency, must_hear.in_full
    told = [one for one in record.picture.of(Told).belonging_to(fact.entry) if one.told_agency == agency]
    answers = [came for one in told for came in record.picture.of(Answer).belonging_to(one.entry)]
    sign, state, when, what_next = _where_it_stands(told, answers, record)
    return Hearer(
        agency=record.names.agency(agency),
        may_know="What was decided, and why" if in_full else "That there is something, and whom to ask",
        sign=sign,
        state=state,
        when=when,
        next=what_next,
        tell_url=f"{child_url(record.picture.id)}write/told?of={fact.entry}&told_agency={agency}",
    )


def _where_it_stands(told: list[Told], answers: list[Answer], record: Record) -> tuple[str, str, str, str]:
    """The sign, in words, since when, and what is next."""
    today = london_day(record.now)
    if answers:
        came = answers[-1]
        said = {
            AnswerKind.OPENED: "Opened",
            AnswerKind.ACKNOWLEDGED: "Answered: they know",
            AnswerKind.AGREES: "They agree",
        }
        words = said.get(came.answer, "They disagree")
        disagree = "Answer their reason" if came.answer == AnswerKind.DISAGREES else "Nothing more"
        return "heard", words, capital(day_words(london_day(came.at), today)), disagree
    if told:
        spoken_with = [one for one in told if one.how in BY_VOICE]
        last = (spoken_with or told)[-1]
        when = capital(day_words(london_day(last.at), today))
        sign, what_next = ("heard", "Nothing more") if spoken_with else ("told", "See that they heard of it, or ring")
        return sign, TOLD_HOW[last.how], when, what_next
    return "gap", "Not told yet", "", "Ring, and record whom you told"
