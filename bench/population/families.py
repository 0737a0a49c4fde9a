"""Families, from a seed: mothers, fathers, brothers and sisters, twins, half-siblings, a parent and child of one name."""

import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import TypeVar

from bench.population.given_names import CULTURES, Culture

T = TypeVar("T")

#: The first and the last day on which a child of this population was born.
FIRST, LAST = date(2006, 9, 1), date(2026, 6, 30)
#: How often, in the words beside each. Ours, to be as hard as records are; a rate that is known says whose it is.
TWINS = 0.016  # of births (ONS, Birth characteristics: about 15 in 1,000 maternities)
HALF_SIBLING = 0.15
PARENT_OF_ONE_NAME = 0.02
HAS_MOVED = 0.35
NO_NHS_NUMBER = 0.08
ASSIGNED_BIRTHDAY = {"Somali": 0.08, "Arabic": 0.06, "Vietnamese": 0.06, "Turkish": 0.02}
PARENTS_ON_RECORD = 0.35
#: Two letters that begin no postcode there is, and how many live at one postcode.
AREAS = tuple(first + second for first in "QVX" for second in "ABCDEFGHJKLMNPRSTUVWXY")
AT_ONE_POSTCODE = 15


@dataclass(frozen=True, slots=True)
class Someone:
    """An invented person as they truly are. `postcodes` are where they live now, then where before."""

    number: int
    culture: str
    forename: str
    middle: str
    surname: str
    sex: str
    born: date
    postcodes: tuple[str, ...]
    nhs: str
    upn: str
    household: int
    is_twin: bool = False
    family_first: float = 0.0

    @property
    def name(self) -> str:
        return " ".join(word for word in (self.forename, self.middle, self.surname) if word)


def population(size: int, *, seed: int = 0) -> Iterator[Someone]:
    """So many people, family by family. The same every time for one size and seed."""
    chance = random.Random(seed)
    number = household = 0
    while number < size:
        household += 1
        for one in _family(chance, household, size):
            yield replace(one, number=number, nhs=_nhs(chance, number), upn=_upn(chance, one, number))
            number += 1
            if number == size:
                return


def _family(chance: random.Random, household: int, size: int) -> Iterator[Someone]:
    culture = _pick(chance, CULTURES, _shares())
    surname = _surname(chance, culture)
    homes = _homes(chance, size)
    parent = _someone(
        chance, culture, surname, "female", _day(chance, date(1972, 1, 1), date(2004, 1, 1)), household, homes
    )
    named_after = ""
    if chance.random() < PARENTS_ON_RECORD:
        yield parent
        father = _someone(
            chance, culture, surname, "male", _day(chance, date(1970, 1, 1), date(2003, 1, 1)), household, homes
        )
        yield father
        named_after = father.forename if chance.random() < PARENT_OF_ONE_NAME * 3 else ""
    born = _day(chance, FIRST, LAST)
    for birth in range(_pick(chance, (1, 2, 3, 4, 5), (0.42, 0.8, 0.93, 0.98, 1.0))):
        if birth:
            born += timedelta(days=chance.randint(330, 1700))
            if born > LAST:
                return
        if birth and chance.random() < HALF_SIBLING:
            surname = _surname(chance, culture)
        sex = chance.choice(("female", "male"))
        child = _someone(chance, culture, surname, sex, born, household, homes)
        if named_after and sex == "male":
            child, named_after = replace(child, forename=named_after), ""
        if chance.random() < TWINS:
            twin = _someone(
                chance, culture, surname, chance.choice((sex, sex, "female", "male")), born, household, homes
            )
            while twin.forename == child.forename:
                twin = _someone(chance, culture, surname, twin.sex, born, household, homes)
            yield replace(child, is_twin=True)
            child = replace(twin, born=child.born, is_twin=True)
        yield child


def _someone(
    chance: random.Random, culture: Culture, surname: str, sex: str, born: date, household: int, homes: tuple[str, ...]
) -> Someone:
    girl = sex == "female"
    names = culture.girls if girl else culture.boys
    by_sex = culture.by_sex[0 if girl else 1]
    middle = by_sex if by_sex and chance.random() < 0.6 else ""
    if not middle and chance.random() < 0.35:
        middle = _ranked(chance, names)
    if chance.random() < ASSIGNED_BIRTHDAY.get(culture.name, 0.001):
        born = born.replace(month=1, day=1)
    forename = _ranked(chance, names)
    if by_sex == "Md" and middle == "Md":
        forename, middle = middle, forename
    return Someone(
        number=0, culture=culture.name, forename=forename, middle=middle, surname=_for(surname, culture, girl), sex=sex,
        born=born, postcodes=homes, nhs="", upn="", household=household, family_first=culture.family_first,
    )  # fmt: skip


def _for(surname: str, culture: Culture, girl: bool) -> str:
    for hers, his in culture.ending_by_sex:
        if surname in (hers, his):
            return hers if girl else his
    return surname


def _surname(chance: random.Random, culture: Culture) -> str:
    first = _one_surname(chance, culture)
    if chance.random() < culture.two_surnames:
        second = _one_surname(chance, culture)
        if second != first:
            return f"{first} {second}" if culture.two_surnames > 0.2 else f"{first}-{second}"
    return first


def _one_surname(chance: random.Random, culture: Culture) -> str:
    if culture.endings and chance.random() < 0.5:
        return (chance.choice(culture.beginnings) + chance.choice(culture.endings)).capitalize()
    if culture.ending_by_sex and chance.random() < 0.4:
        return chance.choice(culture.ending_by_sex)[1]
    return _ranked(chance, culture.families)


def _ranked(chance: random.Random, names: tuple[str, ...]) -> str:
    """A name, the first ones commonest."""
    steps = _ranks(len(names))
    return names[bisect(steps, chance.random() * steps[-1])]


@cache
def _ranks(length: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + 4) for rank in range(length)))


@cache
def _shares() -> tuple[float, ...]:
    steps = tuple(accumulate(culture.share for culture in CULTURES))
    return tuple(step / steps[-1] for step in steps)


def _pick(chance: random.Random, ones: tuple[T, ...], steps: tuple[float, ...]) -> T:
    return ones[min(bisect(steps, chance.random()), len(ones) - 1)]


def _day(chance: random.Random, first: date, last: date) -> date:
    return first + timedelta(days=chance.randrange((last - first).days))


def _homes(chance: random.Random, size: int) -> tuple[str, ...]:
    here = _postcode(chance, size)
    if chance.random() >= HAS_MOVED:
        return (here,)
    near = here[:-3] + f"{chance.randrange(10)}{chance.choice('ABDEFGHJ')}{chance.choice('ABDEFGHJLNPQRSTUWXYZ')}"
    return (here, near if chance.random() < 0.5 else _postcode(chance, size))


def _postcode(chance: random.Random, size: int) -> str:
    """One of so many postcodes that some fifteen people live at each."""
    place = chance.randrange(max(20, size // AT_ONE_POSTCODE))
    district, rest = divmod(place, 1500)
    area, number = divmod(district, 20)
    inward, letters = divmod(rest, 150)
    first, second = divmod(letters, 15)
    return f"{AREAS[area % len(AREAS)]}{number + 1}{inward}{'ABDEFGHJLN'[first]}{'ABDEFGHJLNPQRST'[second]}"


def _nhs(chance: random.Random, number: int) -> str:
    if chance.random() < NO_NHS_NUMBER:
        return ""
    nine = f"9{number * 7 % 100_000_000:08d}"
    check = 11 - sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
    return "" if check == 10 else nine + str(check % 11)


def _upn(chance: random.Random, one: Someone, number: int) -> str:
    if one.born > date(2022, 8, 31) or one.born < FIRST or chance.random() < 0.15:
        return ""
    digits = f"{800 + number % 100:03d}{number // 100 % 10000:04d}{number // 1_000_000:02d}{number % 1000:03d}"
    remainder = sum(int(digit) * weight for digit, weight in zip(digits, range(2, 14), strict=True)) % 23
    return "ABCDEFGHJKLMNPQRTUVWXYZ"[remainder] + digits
