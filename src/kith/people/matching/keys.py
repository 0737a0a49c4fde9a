"""Keys: what two claimed identities must share to be compared at all. Each clause is named, and is one way to err.

The table holds them only as codes made with a secret, so that whoever reads it learns nobody's name. A key that too
many share is not cut short: it is put aside, and whoever looks is told to add a field.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from kith.people.matching.cleaning.clean import CLEANING, Claimed, pairs, years
from kith.people.matching.cleaning.names import sound

#: Changes whenever a key could come out otherwise: the table is then written anew (`./kith match index`).
VERSION = f"{CLEANING}.1"
_VERSION = VERSION.encode()[:16]
#: So many people may share a key; of one that more share, none is shown by it (ours: measured in docs/reference).
COMMON = 300
#: So many of a key that says little, where the day of birth and a whole name say more. At a million people, 30 instead of
#: 300 loses 2 in 1,000 of those told of with three errors, and leaves a third to be compared.
COMMON_IF_WIDE = 30


#: What may be added to a search, in the order in which it helps, and the column that has it.
FIELDS = (
    ("the day of birth", "dob"),
    ("a surname", "surname"),
    ("a first name", "forename"),
    ("a postcode", "postcodes"),
    ("an NHS number", "nhs"),
)


class Clues(NamedTuple):
    """What keys are made of, worked out once: the day whichever way round, years, sounds of names alone and in pairs."""

    one: Claimed
    day: str | None
    years: tuple[str, ...]
    sounds: tuple[str, ...]
    first_sounds: tuple[str, ...]
    last_sounds: tuple[str, ...]
    both: tuple[str, ...]
    postcodes: tuple[str, ...]


def _clues(one: Claimed) -> Clues:
    given, family = one.name.given, one.name.family
    firsts, lasts = _sounds(given[:2]), _sounds((family or given[1:])[:3])
    return Clues(
        one,
        f"{one.dob[:4]}{''.join(sorted((one.dob[5:7], one.dob[8:])))}" if one.dob else None,
        tuple(years(one)),
        _sounds((*given, *family)[:6]),
        _sounds(given[:1]),
        _sounds(family),
        tuple(set(pairs(firsts, lasts))),
        one.postcodes or (),
    )


def _sounds(words: Iterable[str]) -> tuple[str, ...]:
    return tuple({sound(word): None for word in words})


Clause = Callable[[Clues], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Key:
    """One clause: what it is called, what makes it, and what to add when too many share it.

    A wide one says little by itself. A last resort is asked only about somebody known in part: of whom a whole name or the
    day of birth is missing. One of those in part is written only for somebody known in part, and asked about everybody.
    """

    name: str
    of: Clause
    add: str
    is_wide: bool = False
    is_last_resort: bool = False
    is_of_those_in_part: bool = False


CLAUSES: list[Key] = []


def _clause(
    add: str, *, wide: bool = False, last_resort: bool = False, in_part: bool = False
) -> Callable[[Clause], Clause]:
    def mark(of: Clause) -> Clause:
        CLAUSES.append(Key(of.__name__, of, add, wide, last_resort, in_part))
        return of

    return mark


@_clause("")
def same_nhs_number(clues: Clues) -> Iterable[str]:
    return (clues.one.nhs,) if clues.one.nhs else ()


@_clause("")
def same_upn(clues: Clues) -> Iterable[str]:
    return (clues.one.upn,) if clues.one.upn else ()


@_clause("a surname")
def born_that_day_at_that_postcode(clues: Clues) -> Iterable[str]:
    return [clues.day + code for code in clues.postcodes] if clues.day else ()


@_clause("a surname")
def born_that_day_in_that_district(clues: Clues) -> Iterable[str]:
    return [clues.day + code for code in clues.one.outcodes or ()] if clues.day else ()


@_clause("a postcode")
def born_that_day_with_a_name_that_sounds_so(clues: Clues) -> Iterable[str]:
    return [clues.day + heard for heard in clues.sounds] if clues.day else ()


@_clause("a postcode")
def born_that_day_with_these_initials(clues: Clues) -> Iterable[str]:
    name = clues.one.name
    firsts, lasts = {word[0] for word in name.given[:2]}, {word[:1] for word in (*name.family, name.initial)}
    return [clues.day + two for two in set(pairs(firsts, lasts))] if clues.day else ()


@_clause("a postcode", last_resort=True)
def born_that_day_with_a_name_that_begins_so(clues: Clues) -> Iterable[str]:
    words = (*clues.one.name.given[:1], *clues.one.name.family)
    return [clues.day + two for two in {word[:2] for word in words}] if clues.day else ()


@_clause("the day of birth", wide=True)
def born_that_year_with_both_names_sounding_so(clues: Clues) -> Iterable[str]:
    return [year + two for year in clues.years for two in clues.both]


@_clause("the day of birth", wide=True)
def born_that_year_with_both_names_beginning_so(clues: Clues) -> Iterable[str]:
    name = clues.one.name
    begins = set(pairs({word[:3] for word in name.given[:1]}, {word[:3] for word in name.family}))
    return [year + three for year in clues.years for three in begins]


@_clause("a postcode")
def born_on_that_date_of_some_year_with_both_names_sounding_so(clues: Clues) -> Iterable[str]:
    return [clues.day[4:] + two for two in clues.both] if clues.day else ()


@_clause("the day of birth")
def a_name_that_sounds_so_at_that_postcode(clues: Clues) -> Iterable[str]:
    return [code + heard for code in clues.postcodes for heard in clues.sounds]


@_clause("the day of birth", wide=True)
def both_names_sounding_so_in_that_district(clues: Clues) -> Iterable[str]:
    return [code + two for code in clues.one.outcodes or () for two in clues.both]


@_clause("the day of birth", wide=True)
def exactly_that_name(clues: Clues) -> Iterable[str]:
    return (" ".join(sorted(clues.one.name.words)),) if clues.one.name.words else ()


@_clause("the day of birth", last_resort=True)
def both_names_sounding_so(clues: Clues) -> Iterable[str]:
    return clues.both


@_clause("a surname", last_resort=True)
def born_that_year_with_a_first_name_that_sounds_so(clues: Clues) -> Iterable[str]:
    return [year + heard for year in clues.years for heard in clues.first_sounds]


@_clause("a first name", last_resort=True)
def born_that_year_with_a_surname_that_sounds_so(clues: Clues) -> Iterable[str]:
    return [year + heard for year in clues.years for heard in clues.last_sounds]


@_clause("a postcode", in_part=True)
def known_in_part_with_a_name_that_sounds_so(clues: Clues) -> Iterable[str]:
    return [f"{year}{heard}" for year in (*clues.years, "?") for heard in clues.sounds]


def is_known_in_part(one: Claimed) -> bool:
    """Whether a whole name, or the day of birth, is missing."""
    return one.dob is None or not (one.name.given and one.name.family)


def keys_of(one: Claimed) -> Iterator[tuple[Key, str]]:
    """Every key of a claimed identity, each with its clause. Written in the table; never shown."""
    in_part = is_known_in_part(one)
    return ((key, made) for key, made in _made(one) if in_part or not key.is_of_those_in_part)


def keys_asked(one: Claimed) -> Iterator[tuple[Key, str, int]]:
    """The keys to look with, each with how many may share it."""
    in_part = is_known_in_part(one)
    for key, made in _made(one):
        if in_part or not key.is_last_resort:
            yield key, made, COMMON_IF_WIDE if key.is_wide and not in_part else COMMON


def to_add(key: Key, asked: Iterable[Claimed]) -> str:
    """What would narrow a key that too many share: what it says itself, or the first thing not said yet."""
    said = tuple(asked)
    missing = [field for field, column in FIELDS if not any(getattr(one, column) is not None for one in said)]
    return key.add if key.add in missing or not missing else missing[0]


def _made(one: Claimed) -> Iterator[tuple[Key, str]]:
    clues = _clues(one)
    for number, key in enumerate(CLAUSES):
        for made in key.of(clues):
            yield key, f"{number}:{made}"


class Secret:
    """What turns a key into its code: sixty-four bits, keyed, with the version in it."""

    def __init__(self, words: str) -> None:
        self._key = blake2b(words.encode(), digest_size=32, person=b"kith keys").digest()
        self.fingerprint = blake2b(VERSION.encode(), digest_size=16, key=self._key, person=b"fingerprint").hexdigest()

    def code(self, key: str) -> int:
        """A keyed hash (BLAKE2b, which is a MAC when keyed) as PostgreSQL's bigint."""
        digest = blake2b(key.encode(), digest_size=8, key=self._key, person=_VERSION).digest()
        return int.from_bytes(digest, "big", signed=True)
