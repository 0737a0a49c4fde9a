"""A duty opened, and the form that answers it."""

from dataclasses import dataclass, replace
from uuid import UUID

from kith.duties.told import ToldDuty
from kith.journey.reading import Record
from kith.journey.respond import book
from kith.policy.calendar import london_day
from kith.policy.facts import Fact
from kith.policy.facts.chronology import Consideration, Waiver
from kith.web.child.entries import mark_numbers
from kith.web.child.head import reference, subpages
from kith.web.child.people import banners
from kith.web.child.sentence import child_sentence
from kith.web.duties.settling import what_would_settle
from kith.web.forms.entry_form import EntryForm
from kith.web.shown import ShownBanner, ShownDuty, ShownEntry, ShownPlace
from kith.web.telling import duty_url, newest_first, shown_duty, shown_entry
from kith.web.words import age_of, first_name


@dataclass(frozen=True)
class DutyPage:
    """`standing` is False once it was answered; `answers` are what people have said to it so far, newest first."""

    reference: str
    name: str
    called: str
    age_words: str
    sentence: str
    subpages: tuple[ShownPlace, ...]
    duty: ShownDuty
    standing: bool
    banners: tuple[ShownBanner, ...]
    answers: tuple[ShownEntry, ...]
    settles: str


@dataclass(frozen=True)
class AnswerPage:
    reference: str
    title: str
    name: str
    duty: ShownDuty
    back_url: str
    needs_second: bool
    form: EntryForm


def duty_page(one: ToldDuty, record: Record) -> DutyPage:
    """A duty in its four parts, with the entries it rests on and the answers so far."""
    child, rule = record.picture.child, book().rule(one.finding.rule)
    return DutyPage(
        reference=reference(child.id),
        name=child.called,
        called=first_name(child),
        age_words=age_of(child, london_day(record.now)),
        sentence=child_sentence(record.picture),
        subpages=subpages(record, ""),
        duty=_opened(shown_duty(one, child, record.facts, record.names, record.now, record.actor), record),
        standing=any(other.id == one.id for other in record.standing),
        banners=banners(record),
        answers=tuple(shown_entry(fact, record.names, record.now) for fact in _answers(one, record)),
        settles=what_would_settle(one.finding, rule.met_by if rule else (), record.facts),
    )


def _opened(duty: ShownDuty, record: Record) -> ShownDuty:
    """A duty with the entries it rests on newest first, each mark with its number in the register."""
    numbers, facts = mark_numbers(record), record.facts
    entries = sorted(duty.evidence, key=lambda one: newest_first(facts[UUID(one.entry_id)]), reverse=True)
    return replace(duty, evidence=tuple(replace(one, number=numbers.get(UUID(one.entry_id))) for one in entries))


def answer_page(one: ToldDuty, record: Record, kind: str, form: EntryForm) -> AnswerPage:
    """The form of an answer, with the duty's sentence above it."""
    child = record.picture.child
    return AnswerPage(
        reference=reference(child.id),
        title="What we think, and why" if kind == "consideration" else "Decide not to, because…",
        name=child.called,
        duty=shown_duty(one, child, record.facts, record.names, record.now, record.actor),
        back_url=duty_url(one.id),
        needs_second=kind == "waiver" and (one.finding.is_serious or one.finding.holds is not None),
        form=form,
    )


def _answers(one: ToldDuty, record: Record) -> list[Fact]:
    said = [
        fact
        for fact in record.facts.values()
        if isinstance(fact, Consideration | Waiver) and (fact.rule, fact.on) == (one.finding.rule, one.finding.about)
    ]
    return sorted(said, key=lambda fact: (fact.at, fact.entry), reverse=True)
