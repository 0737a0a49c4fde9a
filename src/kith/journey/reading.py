"""Looking: every look at a record is an occasion (no lock, no response), and may be refused.

The occasion's outcome says which child's record was opened, by id.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from kith.agencies.queries import agencies
from kith.chronology.queries import STANDS, KnownDocument, documents_about
from kith.duties.desk import by_urgency, is_asked_of, is_owed_by, owed_by, standing_danger, standing_for, stood_for
from kith.duties.queries import could_not_check, watched
from kith.duties.told import ToldDuty
from kith.family.queries import places
from kith.journey.answering import (
    OnCall,
    Ringing,
    falls_to_the_night,
    ringing,
    say_who_works_with,
    workers_of,
    workers_with,
)
from kith.journey.clock import now
from kith.journey.covering import covers_for, falls_to_cover, involved_as_cover, owed_by_those_away
from kith.journey.names import Names, named, names_of, owing
from kith.journey.picture import gather, gather_entries
from kith.journey.respond import book
from kith.occasions import acts as occasions
from kith.occasions.ticket import Refused
from kith.people.queries import as_one, people_as_entered, same_as
from kith.policy import calendar
from kith.policy.facts import Agency, Fact, Person
from kith.policy.facts.chronology import Retraction
from kith.policy.facts.family import HouseholdMembership
from kith.policy.findings import Key
from kith.policy.leave import Away
from kith.policy.permissions import DECIDERS, FRONT_DOOR, Actor, Doing, may_see, refusal
from kith.policy.picture import ChildPicture, is_child
from kith.policy.readings import open_involvements
from kith.policy.readings.front_door import faded
from kith.policy.rulebook import assess
from kith.policy.shelves import Shelves
from kith.vocabulary import AgencyType, LifeStage, Outcome, Service

#: How far ahead the night looks for what will be its own: past the longest run of days on which offices are shut.
A_LONG_NIGHT = timedelta(days=8)
#: How many duties of each sort a page shows before "and n more".
SHOWN = 4


class NotOnRecord(LookupError):
    """There is no such child. Said only to those who may know whom Kith knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A child's record as it stood at a moment: now, or the end of an earlier day.

    `facts` are the entries that the reader may see, by id, those about others in the household included; `picture` is
    drawn from these alone. `entries` are those about the child, newest first, without what was taken off their page;
    `kept_back` counts by kind those about the child that the reader may not see. What stands open was worked out from
    everything. `ringing` is empty for an earlier day.
    `documents` are those of the entries, by entry; `actor` is the reader. `could_not_check` names the rules that broke.
    """

    actor: Actor
    now: datetime
    known_on: date | None
    picture: ChildPicture
    facts: dict[UUID, Fact]
    entries: tuple[Fact, ...]
    kept_back: Counter[str] = field(default_factory=Counter)
    names: Names
    standing: tuple[ToldDuty, ...]
    could_not_check: tuple[str, ...] = ()
    ringing: Ringing
    documents: Mapping[UUID, tuple[KnownDocument, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What several records ask for: the duties, the children as named now, and the entries they rest on.

    `actor` is the reader; `covers` are those they answer for while these are away.
    """

    actor: Actor
    now: datetime
    children: dict[UUID, Person]
    mine: tuple[ToldDuty, ...] = ()
    others: tuple[ToldDuty, ...] = ()
    facts: dict[UUID, Fact] = field(default_factory=dict)
    names: Names = field(default_factory=lambda: Names({}, {}, {}))
    covers: tuple[Away, ...] = ()

    def subject(self, one: ToldDuty) -> Person | Agency:
        """Whose a duty is: a child's, or a team's or setting's, which is named because it owes it."""
        which = one.finding.subject.id
        return self.children.get(which) or self.names.agencies.get(which) or Agency(id=which, name="an agency")


def open_record(actor: Actor, child: UUID, known_on: date | None = None) -> Record:
    """A child's whole record, now or at the end of a day; asked for by any identity, of the one they are shown as.

    Raises Refused with the sentence they read, or NotOnRecord to those who see every child.
    """
    at = now()
    if known_on is not None and known_on > calendar.london_day(at):
        raise ValueError("A record is known up to now, not on a day to come.")
    ones = as_one((child,))
    may = may_read(actor, child, at, {child, *ones})
    child = ones.get(child, child)
    looked(actor, at, f"child {child}" + (f" as known on {known_on}" if known_on else ""), may)
    if known_on is None or known_on == calendar.london_day(at):
        return _record(actor, child, at, None, at, {child, *ones})
    return _record(actor, child, calendar.end_of_day(known_on), known_on, at, {child, *ones})


def open_my_work(actor: Actor, *, whole: bool = False) -> Desk:
    """What somebody owes, and what others owe for the same children; with what the first of them rest on, or all."""
    at = now()
    own, covers = owed_by(actor), covers_for(actor, at)
    theirs = owed_by_those_away(covers)
    looked(actor, at, "my work")
    danger = standing_danger(at + A_LONG_NIGHT) if actor.agency_type == AgencyType.EMERGENCY_DUTY else ()
    near = standing_for(_open_to(actor, own) | {one.finding.subject.id for one in (*danger, *theirs)})
    rings = ringing((*near, *own), at=at)
    covered = falls_to_cover(actor, theirs, rings)
    mine_to_do = (one for one in own if not rings.is_for_another(actor, one))
    day = by_urgency({one.finding.key: one for one in (*mine_to_do, *covered)}.values())
    mine = tuple({one.finding.key: one for one in (*falls_to_the_night(actor, danger, rings), *day)}.values())
    keys, children = {one.finding.key for one in mine}, {one.finding.subject.id for one in (*mine, *own)}
    others = tuple(one for one in near if one.finding.key not in keys and one.finding.subject.id in children)
    shown = (*mine, *others) if whole else (*mine[:SHOWN], *others[:SHOWN])
    evidence = {entry for one in shown for entry in one.finding.evidence}
    gathered = gather_entries({*evidence, *say_who_works_with(children)})
    facts = {id: fact for id, fact in gathered.items() if may_see(actor, fact)}
    answerers = rings.answerers((*mine, *others), workers_with(children, facts.values(), at))
    names = replace(
        names_of(facts.values(), owed=(*mine, *others), people=children),
        answerers=answerers,
        theirs=_theirs(actor, (*mine, *others)) | {one.finding.key for one in covered},
        on_call=OnCall(at),
    )
    known = _only(names.people, children)
    return Desk(actor=actor, now=at, children=known, mine=mine, others=others, facts=facts, names=names, covers=covers)


def _open_to(actor: Actor, own: Iterable[ToldDuty]) -> set[UUID]:
    """Whom these are about, but for those whom an agency was only asked about: what else stands open is not its."""
    asked = {one.finding.subject.id for one in own if is_asked_of(one.finding, actor)}
    return {one.finding.subject.id for one in own} - (asked - may_write_about(actor, asked))


def open_children(actor: Actor) -> Desk:
    """The children whose records somebody may open, with what stands open for each."""
    at = now()
    children = _children_open_to(actor, at)
    looked(actor, at, "the list of children")
    mine = standing_for(children)
    gathered = gather_entries({entry for one in mine for entry in one.finding.evidence})
    facts = {id: fact for id, fact in gathered.items() if may_see(actor, fact)}
    names = Names({}, {}, {}, theirs=_theirs(actor, mine))
    return Desk(actor=actor, now=at, children=children, mine=mine, facts=facts, names=names)


def _record(actor: Actor, child: UUID, then: datetime, known_on: date | None, at: datetime, ones: set[UUID]) -> Record:
    shelves, gathered = gather((child,), until=then)
    picture = ChildPicture(id=child, at=then, shelves=shelves)
    if known_on is None:
        standing, broken = standing_for((child,)), could_not_check(child)
    else:
        standing = stood_for((child,), then)
        broken = tuple(one.rule for one in assess(picture, book()).could_not_check)
    facts = _seen_by(actor, gathered, picture)
    if len(facts) < len(gathered):
        seen = Shelves().with_people(shelves.people.values()).with_agencies(shelves.agencies.values())
        picture = ChildPicture(id=child, at=then, shelves=seen.with_facts(tuple(facts.values())))
    every = _entries_of(child, gathered)
    people = {who: picture.person(who) for who in shelves.people}
    owed = agencies(owing(standing) - shelves.agencies.keys())
    homes = places(fact.household for fact in facts.values() if isinstance(fact, HouseholdMembership))
    rings = Ringing(at=then)
    if known_on is None:
        rings = ringing(standing, at=at, also={one.with_agency for one in open_involvements(picture, *Service)})
    answerers = rings.answerers(standing, {child: workers_of(picture)})
    return Record(
        actor=actor,
        now=at,
        known_on=known_on,
        picture=picture,
        facts=facts,
        entries=tuple(one for one in every if one.entry in facts),
        kept_back=Counter(one.kind for one in every if one.entry not in facts),
        names=Names(
            people,
            {**shelves.agencies, **owed},
            homes,
            answerers,
            _theirs(actor, standing) | {one.finding.key for one in standing if answerers.is_by(actor, one.finding.key)},
            OnCall(None if known_on else at),
        ),
        standing=standing,
        could_not_check=broken,
        ringing=rings,
        documents={entry: found for entry, found in documents_about(ones).items() if entry in facts},
    )


def _seen_by(actor: Actor, gathered: Mapping[UUID, Fact], picture: ChildPicture) -> dict[UUID, Fact]:
    """The entries a reader may see. What ended with nothing long ago fades from partners' pages, but for who told it."""
    seen = {id: fact for id, fact in gathered.items() if may_see(actor, fact)}
    if actor.role in DECIDERS or actor.is_machine:
        return seen
    gone = faded(picture)
    told = {id for id in gone if id in gathered and gathered[id].agency == actor.agency}
    return {id: fact for id, fact in seen.items() if id not in gone or told & {id, getattr(fact, "contact", None)}}


def _theirs(actor: Actor, standing: Iterable[ToldDuty]) -> frozenset[Key]:
    return frozenset(one.finding.key for one in standing if is_owed_by(one.finding, actor))


def _entries_of(child: UUID, facts: Mapping[UUID, Fact]) -> tuple[Fact, ...]:
    mine = [fact for fact in facts.values() if child in fact.about]
    taken_off = {fact.retracts for fact in mine if isinstance(fact, Retraction)}
    kept = (fact for fact in mine if fact.entry not in taken_off)
    return tuple(sorted(kept, key=lambda one: (one.happened.end, one.at, one.entry), reverse=True))


def _only(people: Mapping[UUID, Person], who: set[UUID]) -> dict[UUID, Person]:
    return {one: people[one] for one in who if one in people}


def may_read(actor: Actor, child: UUID, at: datetime, all_of_them: Iterable[UUID]) -> str:
    """Nothing when they may, else the sentence. Whether Kith knows the child changes nothing of what is said.

    `all_of_them` are the child and every identity decided to be theirs: to be involved with one is to be with all.
    """
    person = people_as_entered((child,)).get(child)
    on_record = person is not None and (is_child(person, at) or watched((child,)) == {child})
    involved = on_record and (actor.agency_type in FRONT_DOOR or bool(_involved(actor, all_of_them)))
    refused = refusal(actor, Doing.READ, is_involved=involved)
    if refused is None and not on_record:
        raise NotOnRecord("There is no child of this address.")
    return refused.sentence if refused else ""


def may_write_about(actor: Actor, people: Iterable[UUID]) -> set[UUID]:
    """Those of these people whose record the actor may open: to write about a child opens no record that was shut."""
    asked = set(people)
    return asked if actor.agency_type in FRONT_DOOR or not asked else asked & _involved(actor, same_as(asked))


def _children_open_to(actor: Actor, at: datetime) -> dict[UUID, Person]:
    sees_all = actor.agency_type in FRONT_DOOR
    who = None if sees_all else _involved(actor)
    known = people_as_entered(who)
    unsure = watched(id for id, person in known.items() if person.stage_said == LifeStage.NOT_KNOWN)
    children = {id for id, person in known.items() if is_child(person, at, has_childs_entry=id in unsure)}
    ones = as_one(children)
    return named({ones.get(id, id) for id in children})


#: An agency is open to somebody, or has entered something about them, that stands: more than an answer it was asked for.
_INVOLVED = f"""
    SELECT DISTINCT a.person_id FROM chronology_entryabout a JOIN chronology_entry e ON e.id = a.entry_id
     WHERE ((e.agency_id = %(agency)s AND e.kind <> 'information_returned') OR EXISTS (
               SELECT FROM family_involvement i WHERE i.entry_id = e.id AND i.with_agency_id = %(agency)s))
       AND (%(who)s::uuid[] IS NULL OR a.person_id = ANY(%(who)s))
       AND {STANDS}
"""


def _involved(actor: Actor, who: Iterable[UUID] | None = None) -> set[UUID]:
    """Whom (of these people, or of all) an agency is open to, or has entered something about; or whose worker they cover.

    One statement where all of them are found; two, and one more for whoever covers for somebody, where not.
    """
    asked = None if who is None else list(who)
    with connection.cursor() as cursor:
        cursor.execute(_INVOLVED, {"agency": actor.agency, "who": asked})
        found = {row[0] for row in cursor.fetchall()}
    if asked is not None and found >= set(asked):
        return found
    return found | involved_as_cover(actor, now(), asked)


def looked(actor: Actor, at: datetime, what: str, refused: str = "") -> None:
    """Write the look: who, when, at what, and whether it was refused."""
    outcome = Outcome.REFUSED if refused else Outcome.DONE
    occasions.look(actor=actor, at=at, outcome=outcome, said=f"{what}: {refused}" if refused else what)
    if refused:
        raise Refused(refused)
