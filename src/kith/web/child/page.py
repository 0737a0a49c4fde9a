"""A child's page, from the record: the one sentence, the one warning, who is there, and all that happened."""

from collections import Counter
from datetime import timedelta

from kith.duties.told import ToldDuty
from kith.journey.reading import Desk, Record
from kith.journey.respond import book
from kith.policy.calendar import elapsed_between, london_day, time_in_words
from kith.policy.facts import Person
from kith.policy.permissions import DECIDERS
from kith.web.child.entries import kept_back_words
from kith.web.child.head import known_on, reference, subpages
from kith.web.child.people import banners, household_panel, involved_panel
from kith.web.child.recent import shown_folded
from kith.web.child.sentence import child_sentence
from kith.web.child.whom_to_ring import whom_to_ring_panel
from kith.web.shown import TODOS_SHOWN, ChildPage, ChildrenPage, ShownBanner, ShownChild
from kith.web.telling import child_url, duty_kind, duty_label, shown_duty, told
from kith.web.words import age_of, first_name

SAVED_JUST_NOW = timedelta(minutes=30)


def child_page(record: Record, *, after_saving: bool = False) -> ChildPage:
    """A record as its first page shows it; `after_saving`, with the time at which the reader last saved."""
    picture, now = record.picture, record.picture.at
    child, day = picture.child, london_day(picture.at)
    serious = bool(record.standing) and record.standing[0].finding.is_serious
    shown = record.standing[: TODOS_SHOWN + serious]
    duties = tuple(
        shown_duty(
            one, child, record.facts, record.names, now, record.actor, as_="box" if serious and number == 0 else "row"
        )
        for number, one in enumerate(shown)
    )
    every = record.entries
    then = f"?known_on={record.known_on}" if record.known_on else ""
    return ChildPage(
        reference=reference(child.id),
        name=child.called,
        called=first_name(child),
        age_words=age_of(child, day),
        sentence=child_sentence(picture),
        banners=(*_could_not_check(record), *banners(record)),
        warning=duties[0] if serious else None,
        first=duties[1:] if serious else duties,
        more=len(record.standing) - len(shown),
        more_url=f"{child_url(child.id)}to-do/{then}",
        involved=involved_panel(record) if record.known_on else whom_to_ring_panel(record),
        household=household_panel(record),
        known_on=known_on(record),
        recent=shown_folded(record, every, f"{child_url(child.id)}chronology/{then}"),
        entries=len(every),
        kept_back=kept_back_words(record),
        write_url=f"{child_url(child.id)}write/",
        chronology_url=f"{child_url(child.id)}chronology/{then}",
        subpages=subpages(record, ""),
        saved_words=_saved_words(record) if after_saving else "",
    )


def children_page(desk: Desk) -> ChildrenPage:
    """The children, those with the most urgent duty first, then by name."""
    most_urgent = {one.finding.subject.id: one for one in reversed(desk.mine)}
    place = {child: number for number, child in enumerate(dict.fromkeys(one.finding.subject.id for one in desk.mine))}
    today, open_for = london_day(desk.now), Counter(one.finding.subject.id for one in desk.mine)
    shown = []
    for id in sorted(desk.children, key=lambda one: (place.get(one, len(place)), desk.children[one].called)):
        child, first = desk.children[id], most_urgent.get(id)
        others = open_for[id] - 1
        more = f" And {others} more." if others > 0 else ""
        shown.append(
            ShownChild(
                name=child.called,
                age_words=age_of(child, today),
                url=child_url(id),
                line=_line(first, child, desk) + more if first else "",
                kind=duty_kind(first.finding, desk.now) if first else None,
                label=duty_label(first.finding, desk.now) if first else "",
            )
        )
    many = f"{len(shown)} children" if len(shown) != 1 else "1 child"
    find_url = "/find/" if desk.actor.role in DECIDERS else ""
    return ChildrenPage(sentence=f"{many} whose record you may open.", children=tuple(shown), find_url=find_url)


def _line(first: ToldDuty, child: Person, desk: Desk) -> str:
    return told(first.finding, child, desk.facts, desk.names)


def _saved_words(record: Record) -> str:
    """When the reader's last entry about the child, or another of the household, was saved; nothing once that is long ago."""
    who = record.actor
    mine = [fact.at for fact in record.facts.values() if (fact.by_name, fact.agency) == (who.name, who.agency)]
    last = max(mine, default=None)
    return time_in_words(last) if last and elapsed_between(last, record.now) < SAVED_JUST_NOW else ""


def _could_not_check(record: Record) -> tuple[ShownBanner, ...]:
    """What a broken rule asks of people, in its own sentence. Why it broke is for whoever looks after Kith."""
    rules = [book().rule(name) for name in record.could_not_check]
    return tuple(
        ShownBanner("could_not_check", "Kith could not check this now.", f"{rule.sentence} Check it yourself, below.")
        for rule in rules
        if rule
    )
