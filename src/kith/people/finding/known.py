"""Everything said of who some people are, as claimed identities to be compared. How keys, search and the page of one child read it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, product
from typing import Any
from uuid import UUID

from django.db import connection

from kith.people.matching.cleaning import numbers, places
from kith.people.matching.cleaning.clean import EARLY, LATE, Claimed, Said, claimed
from kith.people.matching.cleaning.names import Name, read_name
from kith.vocabulary import Sex

#: So many claimed identities of one person are compared, those first said first. Nobody has more but by mistake (ours).
MOST = 48


@dataclass(slots=True)
class Known:
    """What stands of one person: names as typed, days, postcodes with when they lived there, numbers that can be right."""

    person: UUID
    names: dict[str, Name] = field(default_factory=dict)
    sex: str = Sex.NOT_RECORDED
    born: dict[tuple[date, date | None], None] = field(default_factory=dict)
    lived: dict[str, str] = field(default_factory=dict)
    nhs: dict[str, None] = field(default_factory=dict)
    upn: dict[str, None] = field(default_factory=dict)
    has_protected_address: bool = False
    has_lost_a_claim: bool = False

    def identities(self) -> list[Claimed]:
        """Each way of putting together what was said: every name with every birth date and number."""
        codes = tuple(sorted(self.lived))
        names = self.names.values() or (Name(),)
        ways = product(names, self.born or ((None, None),), self.nhs or (None,), self.upn or (None,))
        return [
            claimed(name, sex=self.sex, born_from=born[0], born_until=born[1], codes=codes, nhs=nhs, upn=upn)
            for name, born, nhs, upn in islice(ways, MOST)
        ]


def add_person(known: Known, name: str, sex: str, born: tuple[date | None, date | None], expected: date | None) -> None:
    """Add what was said when somebody was first entered."""
    if name:
        known.names[name] = read_name(name)
    known.sex = sex
    if born[0]:
        known.born[(born[0], born[1])] = None
    elif expected:
        known.born[(expected - EARLY, expected + LATE)] = None


def add_claim(known: Known, claim: Sequence[Any]) -> None:
    """Add what was said since. A protected address is noted, and never compared."""
    name, sex, born_from, born_until, address, lived_from, lived_until, is_protected, nhs, upn, is_withdrawn = claim
    if is_withdrawn:
        known.has_lost_a_claim = True
        return
    if name:
        known.names[name] = read_name(name)
    if sex != Sex.NOT_RECORDED:
        known.sex = sex
    if born_from:
        known.born[(born_from, born_until)] = None
    if is_protected:
        known.has_protected_address = True
    elif address and (code := places.postcode(address) or places.postcode_in(address)):
        known.lived[code] = _when(lived_from, lived_until)
    if nhs and (right := numbers.nhs_number(nhs)):
        known.nhs[right] = None
    if upn and (right := numbers.upn(upn)):
        known.upn[right] = None


def _when(first: date | None, last: date | None) -> str:
    if first and last and first.year != last.year:
        return f"from {first.year} to {last.year}"
    if first and not last:
        return f"from {first.year}"
    return f"in {last.year}" if last else ""


def gathered(rows: Iterable[Sequence[Any]]) -> Iterator[Known]:
    """People from rows of `people_person` and `people_identityclaim` together, as `READ` gives them."""
    known: dict[UUID, Known] = {}
    for person, claim, name, sex, born_from, born_until, expected_on, *rest in rows:
        one = known.setdefault(person, Known(person))
        if claim is None:
            add_person(one, name, sex, (born_from, born_until), expected_on)
        else:
            add_claim(one, (name, sex, born_from, born_until, *rest))
    return iter(known.values())


#: People with all that was said of them, those first entered first: a condition on `p.id` follows in the two places.
READ = """
    SELECT p.id, NULL::uuid, p.name, p.sex, p.born_from, p.born_until, p.expected_on, NULL, NULL::date, NULL::date, NULL::boolean,
           NULL, NULL, NULL::boolean
      FROM people_person p WHERE p.id = ANY(%(people)s)
    UNION ALL
    SELECT c.person_id, c.id, c.name, c.sex, c.born_from, c.born_until, NULL, c.address, c.lived_from, c.lived_until, c.is_protected,
           c.nhs_number, c.upn, EXISTS (SELECT FROM people_claimwithdrawn w WHERE w.claim_id = c.id)
      FROM people_identityclaim c WHERE c.person_id = ANY(%(people)s)
"""


def said_of(people: Iterable[UUID]) -> dict[UUID, Said]:
    """All that stands of who these people are, as it is looked for. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(READ, {"people": list(people)})
        return {one.person: _said(one) for one in gathered(cursor.fetchall())}


def _said(known: Known) -> Said:
    born = next(iter(known.born), (None, None))
    return Said(
        names=tuple(known.names),
        sex=Sex(known.sex),
        born_from=born[0],
        born_until=born[1],
        postcodes=tuple(known.lived),
        nhs_number=next(iter(known.nhs), ""),
        upn=next(iter(known.upn), ""),
    )
