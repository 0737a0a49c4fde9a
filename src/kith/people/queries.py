"""Who is who."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection

from kith.people.finding.search import Candidate, Found, NotKeyed, WhoMightTheseBe, candidates
from kith.policy.facts import Person
from kith.vocabulary import Identity, LifeStage, LinkVerdict, Sex

__all__ = [
    "Candidate",
    "Found",
    "Link",
    "LinkStands",
    "NotKeyed",
    "WhoMightTheseBe",
    "as_one",
    "candidates",
    "joined",
    "link",
    "links_of",
    "parted",
    "people_as_entered",
    "same_as",
    "sealed",
]

_NAMED = "SELECT id, name, identity, sex, born_from, born_until, expected_on, stage_said FROM people_person"


def same_as(people: Iterable[UUID]) -> frozenset[UUID]:
    """These people and every identity decided to be theirs. One statement, none for nobody."""
    asked = frozenset(people)
    return asked | frozenset(_all_of_them(asked)) if asked else asked


def as_one(people: Iterable[UUID]) -> dict[UUID, UUID]:
    """Of everybody who is one with any of these people, the one they are all shown as. Of most there is nobody.

    One statement, none for nobody.
    """
    asked = frozenset(people)
    return _all_of_them(asked) if asked else {}


#: Whoever was parted again is kept as one with themselves alone, and that is nobody's set.
_ALL_OF_THEM = """
    SELECT s.person, s.one FROM people_sameas m JOIN people_sameas s ON s.one = m.one WHERE m.person = ANY(%s)
       AND EXISTS (SELECT FROM people_sameas o WHERE o.one = m.one AND o.person <> o.one)
"""


def _all_of_them(people: Iterable[UUID]) -> dict[UUID, UUID]:
    with connection.cursor() as cursor:
        cursor.execute(_ALL_OF_THEM, [list(people)])
        return dict(cursor.fetchall())


def added_in(occasion: UUID) -> frozenset[UUID]:
    """Whom somebody added in one occasion: nobody had entered them before. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM people_person WHERE occasion_id = %s", [occasion])
        return frozenset(row[0] for row in cursor.fetchall())


def people_as_entered(who: Iterable[UUID] | None = None) -> dict[UUID, Person]:
    """These people (None: everybody) as first entered. What was said of a name later is not in it. One statement."""
    with connection.cursor() as cursor:
        if who is None:
            cursor.execute(_NAMED)
        else:
            cursor.execute(f"{_NAMED} WHERE id = ANY(%s)", [list(set(who))])
        return {
            id: Person(
                id=id,
                name=name,
                identity=Identity(identity),
                sex=Sex(sex),
                born_from=born_from,
                born_until=born_until,
                expected_on=expected_on,
                stage_said=LifeStage(stage),
            )
            for id, name, identity, sex, born_from, born_until, expected_on, stage in cursor.fetchall()
        }


class LinkStands(StrEnum):
    """How far a decision about two people has come."""

    STANDS = "stands"
    WAITS_FOR_SECOND = "waits_for_second"
    WITHDRAWAL_WAITS_FOR_SECOND = "withdrawal_waits_for_second"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What somebody decided of two people, by whom and when, and how far it has come. `by` and `at` are None if cut off."""

    id: UUID
    one: UUID
    other: UUID
    verdict: LinkVerdict
    why: str
    stands: LinkStands
    by: UUID | None
    by_name: str
    at: datetime | None
    grade: str
    compared: tuple[str, ...]


_LINKS = """
    SELECT d.id, d.one_id, d.other_id, d.verdict, d.why, o.by_id, o.by_name, o.at, d.grade, d.compared,
           CASE WHEN w.decision_id IS NOT NULL AND (NOT w.needs_second OR bool_or(s.of_withdrawal)) THEN 'withdrawn'
                WHEN d.needs_second AND bool_or(NOT s.of_withdrawal) IS NOT TRUE THEN 'waits_for_second'
                WHEN w.decision_id IS NOT NULL THEN 'withdrawal_waits_for_second' ELSE 'stands' END
      FROM people_linkdecision d JOIN occasions_occasion o ON o.id = d.occasion_id
      LEFT JOIN people_linkwithdrawn w ON w.decision_id = d.id LEFT JOIN people_linkseconded s ON s.decision_id = d.id
     WHERE {condition} GROUP BY d.id, o.id, w.decision_id ORDER BY d.id
"""


def links_of(people: Iterable[UUID]) -> tuple[Link, ...]:
    """Every decision about any of these people and another, the oldest first, withdrawn ones too. One statement."""
    return _links("d.one_id = ANY(%s) OR d.other_id = ANY(%s)", [list(people)] * 2)


def link(decision: UUID) -> Link | None:
    """One decision, or None if it is not on record."""
    return next(iter(_links("d.id = %s", [decision])), None)


def _links(condition: str, values: list[Any]) -> tuple[Link, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_LINKS.format(condition=condition), values)
        return tuple(
            Link(
                id=id, one=one, other=other, verdict=LinkVerdict(verdict), why=why, stands=LinkStands(stands), by=by,
                by_name=by_name, at=at, grade=grade, compared=tuple(compared),
            )
            for id, one, other, verdict, why, by, by_name, at, grade, compared, stands in cursor.fetchall()
        )  # fmt: skip


_JOINED = """
    WITH RECURSIVE sets (asked, person) AS (
        SELECT id, id FROM unnest(%s::uuid[]) AS a (id)
        UNION
        SELECT s.asked, j.other FROM sets s CROSS JOIN LATERAL (
            SELECT CASE WHEN d.one_id = s.person THEN d.other_id ELSE d.one_id END AS other FROM people_linkdecision d
             WHERE (d.one_id = s.person OR d.other_id = s.person) AND d.verdict = 'same'
               AND NOT EXISTS (SELECT FROM people_linkwithdrawn w WHERE w.decision_id = d.id)
               AND (NOT d.needs_second OR EXISTS (SELECT FROM people_linkseconded n WHERE n.decision_id = d.id))
               AND NOT EXISTS (
                   SELECT FROM people_identitysealed i WHERE i.person_id IN (d.one_id, d.other_id)
                      AND NOT EXISTS (SELECT FROM people_seallifted l WHERE l.seal_id = i.id))) j
    )
    SELECT asked, array_agg(person) FROM sets GROUP BY asked
"""


def joined(people: Iterable[UUID]) -> dict[UUID, frozenset[UUID]]:
    """For each of these people, everybody decided to be the same person, themselves included. One statement.

    Only decisions that stand count: seconded where they must be, not withdrawn, and of nobody whose identity is sealed.
    """
    with connection.cursor() as cursor:
        cursor.execute(_JOINED, [list(people)])
        return {asked: frozenset(found) for asked, found in cursor.fetchall()}


def parted(people: Iterable[UUID]) -> frozenset[tuple[UUID, UUID]]:
    """Pairs with one of these people in them that were decided not to be the same, and that stand. Smaller id first."""
    standing = (LinkStands.STANDS, LinkStands.WITHDRAWAL_WAITS_FOR_SECOND)
    return frozenset(
        (one.one, one.other)
        for one in links_of(people)
        if one.verdict == LinkVerdict.NOT_SAME and one.stands in standing
    )


def sealed(people: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these people whose identity is sealed now. For acts that must not touch them; never for a screen."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.person_id FROM people_identitysealed i WHERE i.person_id = ANY(%s) "
            "AND NOT EXISTS (SELECT FROM people_seallifted l WHERE l.seal_id = i.id)",
            [list(people)],
        )
        return frozenset(id for (id,) in cursor.fetchall())
