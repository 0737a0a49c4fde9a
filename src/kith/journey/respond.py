"""What follows from what was entered: for each child locked, the picture, the rules, the change, duties, notices.

One function's body, in order: gather, assess, change, reconcile, tell. Everything here is inside the act's transaction.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

from kith.duties import acts as duties
from kith.duties.queries import open_duties
from kith.duties.told import ToldDuty
from kith.informing import acts as informing
from kith.journey.picture import connected, gather
from kith.occasions.ticket import Ticket
from kith.people.queries import as_one
from kith.policy.change import Changes, change
from kith.policy.circle import who_must_hear
from kith.policy.facts import Fact, Person
from kith.policy.findings import Finding, Key, Subject
from kith.policy.picture import OF_A_CHILD, ChildPicture, is_child
from kith.policy.rulebook import Assessment, Rulebook, assess, rulebook
from kith.policy.shelves import Shelves
from kith.policy.windows import Picture
from kith.vocabulary import LifeStage, SubjectKind, Through


@cache
def book() -> Rulebook:
    """Today's rules and numbers."""
    return rulebook()


def respond(occasion: Ticket, children: Iterable[UUID]) -> None:
    """Let what this occasion entered have its consequences for each of these children."""
    children = sorted(children)
    if not children:
        return
    standing, one = open_duties(children), as_one(children)
    for child in children:
        if one.get(child, child) != child:
            _let_go(occasion, child, standing[child])
            continue
        shelves, facts = gather((child,), until=occasion.at)
        picture = ChildPicture(id=child, at=occasion.at, shelves=shelves)
        let_follow(occasion, picture, facts, standing[child])
        _tell(occasion, picture, facts)


def _let_go(occasion: Ticket, child: UUID, standing: dict[Key, ToldDuty]) -> None:
    """Somebody decided that this child is another on record: what stood open for them stands open for that one now."""
    duties.reconcile(
        occasion, changes=Changes(lapsed=tuple(sorted(standing))), open_now=standing, rulebook_hash=book().hash
    )
    duties.watch(
        Subject(SubjectKind.CHILD, child),
        next_change_at=None,
        rulebook_hash=book().hash,
        assessed_at=occasion.at,
        could_not_check=(),
    )


def let_follow(occasion: Ticket, picture: Picture, facts: dict[UUID, Fact], standing: dict[Key, ToldDuty]) -> None:
    """Write what follows from a picture: its duties as they change, and when to look again."""
    after = assess(picture, book())
    open_now = {key: one.finding for key, one in standing.items()}
    changes = change(open_now, lambda: _before(occasion, picture, facts, after), after)
    if occasion.who_is_who:
        changes = _without_what_was_anothers(changes, open_now, after)
    duties.reconcile(occasion, changes=changes, open_now=standing, rulebook_hash=book().hash)
    duties.watch(
        picture.subject,
        next_change_at=after.next_change_at,
        rulebook_hash=book().hash,
        assessed_at=picture.at,
        could_not_check=(one.rule for one in after.could_not_check),
    )


def _without_what_was_anothers(changes: Changes, open_now: dict[Key, Finding], after: Assessment) -> Changes:
    """Two identities were joined or parted: what rested on entries that are another's now no longer stands open here."""
    broken = {one.rule for one in after.could_not_check}
    gone = {
        key
        for key, finding in open_now.items()
        if key not in after.findings
        and key.rule not in broken
        and not (finding.is_serious and after.holds(finding.evidence))
    }
    return replace(changes, lapsed=tuple(sorted({*changes.lapsed, *(gone - set(changes.keys))})))


def _tell(occasion: Ticket, picture: ChildPicture, facts: dict[UUID, Fact]) -> None:
    """Prepare who must hear of what was just entered. A file brought in tells of what is long known: nobody is told."""
    if occasion.through == Through.IMPORT:
        return
    for fact in facts.values():
        if fact.occasion == occasion.id and picture.id in fact.about:
            informing.prepare_notices(occasion, picture.id, who_must_hear(picture, fact))


def _before(occasion: Ticket, picture: Picture, facts: dict[UUID, Fact], after: Assessment) -> Assessment:
    """What the book says now without this occasion's entries."""
    earlier = [fact for fact in facts.values() if fact.occasion != occasion.id]
    if len(earlier) == len(facts):
        return after
    known = Shelves(people=picture.shelves.people, agencies=picture.shelves.agencies)
    return assess(replace(picture, shelves=known.with_facts(earlier)), book())


def still_speaks(occasion: Ticket, finding: Finding) -> bool:
    """Whether an open duty would stay open with what the occasion has entered so far.

    A rule that could not be asked has not been answered; nor has what left a rule's window without an answer.
    """
    child = finding.subject.id
    shelves, facts = gather((child,), until=occasion.at)
    picture = ChildPicture(id=child, at=occasion.at, shelves=shelves)
    after = assess(picture, book())
    changes = change({finding.key: finding}, lambda: _before(occasion, picture, facts, after), after)
    return finding.key not in (*changes.met, *changes.waived, *changes.lapsed, *changes.rule_changed)


def children_to_respond_for(people: Iterable[UUID], at: datetime) -> frozenset[UUID]:
    """Every child whose picture reads what is about these people: themselves, and those near them."""
    near = connected(people)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.id, born_until, expected_on, stage_said, EXISTS (SELECT FROM chronology_entryabout a "
            "JOIN chronology_entry e ON e.id = a.entry_id WHERE a.person_id = p.id AND e.kind = ANY(%s)) "
            "FROM people_person p WHERE p.id = ANY(%s)",
            [list(OF_A_CHILD), list(near)],
        )
        return frozenset(row[0] for row in cursor.fetchall() if is_child(_aged(row), at, has_childs_entry=row[4]))


def _aged(row: tuple[Any, ...]) -> Person:
    return Person(id=row[0], born_from=row[1], born_until=row[1], expected_on=row[2], stage_said=LifeStage(row[3]))
