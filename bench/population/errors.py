"""How records of one person come to differ: what is misheard, mistyped, changed, swapped, moved or left out."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from bench.population.families import Someone
from kith.people.matching.cleaning.called import ROOTS
from kith.people.matching.cleaning.clean import Said
from kith.vocabulary import Sex

FIELDS = ("forename", "surname", "born", "postcode")
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

WAYS: dict[str, tuple[str, ...]] = {}
for _word, _root in ROOTS.items():
    WAYS[_root] = (*WAYS.get(_root, ()), _word)


@dataclass(frozen=True, slots=True)
class Told:
    """How somebody is told of: each part of it may be wrong or missing."""

    forename: str
    middle: str
    surname: str
    sex: str
    born: date
    postcodes: tuple[str, ...]
    nhs: str
    upn: str
    swapped: bool = False

    def said(self) -> Said:
        words = (
            [self.surname, self.forename, self.middle] if self.swapped else [self.forename, self.middle, self.surname]
        )
        return Said(
            names=(" ".join(word for word in words if word),),
            sex=Sex(self.sex),
            born_from=self.born,
            born_until=self.born,
            postcodes=self.postcodes,
            nhs_number=self.nhs,
            upn=self.upn,
        )


def as_held(one: Someone) -> Told:
    """As they are on record: rightly."""
    return Told(one.forename, one.middle, one.surname, one.sex, one.born, one.postcodes, one.nhs, one.upn)


def mixed(one: Someone, chance: random.Random) -> Told:
    """As somebody may tell of them: mostly without numbers, often moved, some of it wrong."""
    wrong = {
        field
        for field, often in (("forename", 0.22), ("surname", 0.15), ("born", 0.12), ("postcode", 0.30))
        if chance.random() < often
    }
    told = _with(one, wrong, chance)
    return _changed(
        told,
        middle="" if chance.random() < 0.4 else told.middle,
        swapped=chance.random() < max(0.02, one.family_first),
        nhs="" if chance.random() < 0.45 else told.nhs,
        upn="" if chance.random() < 0.55 else told.upn,
    )


def with_errors(one: Someone, many: int, chance: random.Random) -> Told:
    """With exactly so many of name, surname, birth date and postcode wrong, and no number to help."""
    return _changed(_with(one, set(chance.sample(FIELDS, many)), chance), nhs="", upn="", postcodes_at_most=1)


def _changed(told: Told, *, postcodes_at_most: int = 9, **values: object) -> Told:
    parts = {name: getattr(told, name) for name in Told.__slots__} | values
    return Told(**{**parts, "postcodes": told.postcodes[:postcodes_at_most]})


def _with(one: Someone, wrong: set[str], chance: random.Random) -> Told:
    return Told(
        forename=_forename(one, chance) if "forename" in wrong else one.forename,
        middle=one.middle,
        surname=_surname(one, chance) if "surname" in wrong else one.surname,
        sex=one.sex,
        born=_born(one.born, chance) if "born" in wrong else one.born,
        postcodes=(_elsewhere(one, chance),) if "postcode" in wrong else one.postcodes[:1],
        nhs=one.nhs,
        upn=one.upn,
    )


def _forename(one: Someone, chance: random.Random) -> str:
    ways = [word for word in WAYS.get(ROOTS.get(one.forename.upper(), ""), ()) if word != one.forename.upper()]
    if ways and chance.random() < 0.5:
        return chance.choice(ways).capitalize()
    return mistyped(one.forename, chance)


def _surname(one: Someone, chance: random.Random) -> str:
    parts = one.surname.replace("-", " ").split()
    if len(parts) > 1 and chance.random() < 0.6:
        return chance.choice(parts)
    return mistyped(one.surname, chance)


def mistyped(word: str, chance: random.Random) -> str:
    """A word with one slip: a letter left out, doubled, swapped with the next, or its neighbour on the keyboard."""
    if len(word) < 3:
        return word + word[-1]
    for _ in range(20):
        at = chance.randrange(1, len(word))
        match chance.randrange(4):
            case 0:
                slip = word[:at] + word[at + 1 :]
            case 1:
                slip = word[:at] + word[at] + word[at:]
            case 2 if at < len(word) - 1:
                slip = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            case _:
                slip = word[:at] + _beside(word[at].lower(), chance) + word[at + 1 :]
        if slip != word:
            return slip
    return word + "e"


def _beside(letter: str, chance: random.Random) -> str:
    for row in KEYBOARD:
        if letter in row:
            at = row.index(letter)
            return chance.choice([row[near] for near in (at - 1, at + 1) if 0 <= near < len(row)])
    return chance.choice("aeiou")


def _born(born: date, chance: random.Random) -> date:
    """Day and month swapped where that is a day, one figure wrong, or the year."""
    way = chance.random()
    if way < 0.25 and born.day <= 12 and born.day != born.month:
        return born.replace(month=born.day, day=born.month)
    if way < 0.6:
        return born.replace(day=chance.choice([day for day in range(1, 29) if day != born.day]))
    if way < 0.8:
        return born.replace(
            day=min(born.day, 28), month=chance.choice([one for one in range(1, 13) if one != born.month])
        )
    if way < 0.97:
        return born.replace(day=min(born.day, 28), year=born.year + chance.choice((-1, 1)))
    return born + timedelta(days=chance.choice((-1, 1)))


def _elsewhere(one: Someone, chance: random.Random) -> str:
    """Another postcode: mistyped, in the same streets or district, or quite elsewhere."""
    here = one.postcodes[0]
    way = chance.random()
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    if way < 0.4:
        return here[:-1] + chance.choice([letter for letter in letters if letter != here[-1]])
    if way < 0.6:
        return here[:-3] + f"{chance.randrange(10)}{chance.choice(letters)}{chance.choice(letters)}"
    return f"ZX{chance.randrange(1, 20)}{chance.randrange(10)}{chance.choice(letters)}{chance.choice(letters)}"
