"""What was said of who somebody is, made comparable. One claimed identity in, one row of plain columns out.

Online and batch read the same rows, made by this file alone, so that a weight is the same in both.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

from kith.people.matching.cleaning import numbers, places
from kith.people.matching.cleaning.called import root
from kith.people.matching.cleaning.names import Name, read_name, sound
from kith.vocabulary import Sex

#: Changes whenever a row could come out otherwise: a model is used with the cleaning it was learnt with.
CLEANING = "2026-11"
#: Said of half a community: between a first name and a family's, they tell nobody apart.
BORNE_BY_MANY = frozenset(
    ["KAUR", "SINGH", "BIBI", "BEGUM", "KHATUN", "MD", "MOHAMMED", "MUHAMMAD", "ABDUL", "VAN", "THI"]
)
#: A child not yet born is looked for this long before and after the day it is expected (ours).
EARLY, LATE = timedelta(weeks=12), timedelta(weeks=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of who somebody is. Anything may be left out; `names` has the one used now first.

    `born_from` and `born_until` are one day when it is known. Postcodes may be whole addresses.
    """

    names: tuple[str, ...] = ()
    sex: Sex = Sex.NOT_RECORDED
    born_from: date | None = None
    born_until: date | None = None
    expected_on: date | None = None
    postcodes: tuple[str, ...] = ()
    nhs_number: str = ""
    upn: str = ""


class Claimed(NamedTuple):
    """One claimed identity in comparable columns. None is not known; days are written as 2021-03-09.

    `dob` only when one day is known. `later_names` are the family's name and what stands between it and the first.
    Lists are None, never empty.
    """

    name: Name
    forename: str | None
    forename_root: str | None
    middle: str | None
    surname: str | None
    surname_parts: tuple[str, ...] | None
    later_names: tuple[str, ...] | None
    born_from: str | None
    born_until: str | None
    dob: str | None
    sex: str | None
    postcodes: tuple[str, ...] | None
    sectors: tuple[str, ...] | None
    outcodes: tuple[str, ...] | None
    nhs: str | None
    upn: str | None

    @property
    def dob_swapped(self) -> str | None:
        """Day and month the other way round, which need be no day at all."""
        return f"{self.dob[:5]}{self.dob[8:]}-{self.dob[5:7]}" if self.dob else None

    @property
    def surname_sound(self) -> str | None:
        return sound(self.surname) if self.surname else None

    def as_row(self) -> dict[str, str | list[str] | None]:
        """The columns that a model in Splink's format compares."""
        row = {name: _listed(getattr(self, name)) for name in self._fields if name != "name"}
        return {**row, "dob_swapped": self.dob_swapped, "surname_sound": self.surname_sound}


def _listed(value: str | tuple[str, ...] | None) -> str | list[str] | None:
    return list(value) if isinstance(value, tuple) else value


def clean(said: Said) -> tuple[Claimed, ...]:
    """Each claimed identity in what was said: one for every name, all with every address and number. One at least."""
    born_from, born_until = _born(said)
    codes = tuple(sorted({code for one in said.postcodes if (code := places.postcode(one) or places.postcode_in(one))}))
    return tuple(
        claimed(
            name,
            sex=said.sex,
            born_from=born_from,
            born_until=born_until,
            codes=codes,
            nhs=numbers.nhs_number(said.nhs_number) if said.nhs_number else None,
            upn=numbers.upn(said.upn) if said.upn else None,
        )
        for name in dict.fromkeys(read_name(name) for name in said.names or ("",))
    )


def claimed(
    name: Name,
    *,
    sex: str,
    born_from: date | None,
    born_until: date | None,
    codes: tuple[str, ...],
    nhs: str | None,
    upn: str | None,
) -> Claimed:
    """One claimed identity from what was read already: a name, days, sorted postcodes, numbers that can be right."""
    given, family = name.given, name.family
    known = born_from.isoformat() if born_from else None
    until = known if born_until == born_from else born_until.isoformat() if born_until else None
    return Claimed(
        name,
        given[0] if given and given[0][1:] else None,  # an initial is in the keys, and agrees with nothing
        root(given[0]) if given and given[0][1:] else None,
        given[1] if given[1:] else None,
        " ".join(family) if family else None,
        family or None,
        (*family, *(word for word in given[1:] if word not in BORNE_BY_MANY)) or None,
        known,
        until,
        known if known == until else None,
        None if sex == Sex.NOT_RECORDED else sex,
        codes or None,
        _shortened(codes, 2),
        _shortened(codes, 3),
        nhs,
        upn,
    )


def _shortened(codes: tuple[str, ...], by: int) -> tuple[str, ...] | None:
    if len(codes) < 2:
        return (codes[0][:-by],) if codes else None
    return tuple(sorted({code[:-by] for code in codes}))


def _born(said: Said) -> tuple[date | None, date | None]:
    if said.born_from is None and said.expected_on is not None:
        return said.expected_on - EARLY, said.expected_on + LATE
    return said.born_from, said.born_until or said.born_from


def years(one: Claimed) -> Iterator[str]:
    """The years in which somebody may have been born, if those are few."""
    if one.born_from and one.born_until:
        first, last = int(one.born_from[:4]), int(one.born_until[:4])
        if last - first <= 3:
            yield from (str(year) for year in range(first, last + 1))


def pairs(firsts: Iterable[str], lasts: Iterable[str]) -> Iterator[str]:
    """Two words together, in no order: whoever put the family's name first meets whoever put it last."""
    for first, last in product(firsts, lasts):
        if first and last:
            yield "+".join(sorted((first, last)))
