"""Names as they can be compared, whatever script, order or hyphen they were written with. What was typed is kept elsewhere.

Nobody's name is wrong. What is read here is only where to look: the last word is taken for the family's name because
somebody must begin somewhere, and the keys and levels then try the other orders.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from jellyfish import metaphone

from kith.people.matching.cleaning.called import root

#: Said before a name, and no part of it.
TITLES = frozenset(
    ["MR", "MRS", "MS", "MISS", "MX", "DR", "REV", "SIR", "MASTER", "PROF", "HAJI", "HAJJI", "SHEIKH", "ALHAJI"]
)
#: What stands where a first name will stand: of a child not yet born or named, or of somebody nobody asked.
PLACEHOLDERS = frozenset(
    [
        "BABY",
        "INFANT",
        "NEWBORN",
        "UNBORN",
        "UNKNOWN",
        "UNNAMED",
        "BOY",
        "GIRL",
        "MALE",
        "FEMALE",
        "TWIN",
        "TRIPLET",
        "CHILD",
        "NK",
        "TBC",
    ]
)
#: Go with the word that follows them.
PARTICLES = frozenset(
    [
        "DE",
        "DA",
        "DI",
        "DO",
        "DOS",
        "DAS",
        "DEL",
        "DELLA",
        "VAN",
        "VON",
        "DER",
        "DEN",
        "TER",
        "TEN",
        "LE",
        "LA",
        "DU",
        "MC",
        "MAC",
        "O",
        "ST",
        "BIN",
        "BINT",
        "BEN",
        "IBN",
        "ABU",
    ]
)
#: Written or left out, before the word that follows them.
ARTICLES = frozenset(["AL", "EL", "UL", "UR", "AR", "AS", "AZ", "AN"])

#: Family names that come first where the words VAN and THI belong to what follows, and are no particles.
FAMILY_FIRST = frozenset(
    [
        "NGUYEN",
        "TRAN",
        "LE",
        "PHAM",
        "HUYNH",
        "PHAN",
        "VU",
        "VO",
        "DANG",
        "BUI",
        "DO",
        "HO",
        "NGO",
        "DUONG",
        "LY",
        "HOANG",
    ]
)
_NOT_PLAIN = TITLES | PLACEHOLDERS | PARTICLES | ARTICLES

_APART = re.compile(r"[^A-Z\-]+")
_WITHIN = re.compile(r"['’`´]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in plain capitals: given words in order, and the parts of the family's name. Either may be empty.

    `initial` is the first letter of a family's name of which nothing more was said ("Robin M.").
    """

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    initial: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return (*self.given, *self.family)

    @property
    def family_begins(self) -> frozenset[str]:
        """The letters that a family's name begins with, as far as one was said: of a double name each part's."""
        return frozenset(word[0] for word in (*self.family, self.initial) if word)


@lru_cache(maxsize=65_536)
def read_name(written: str) -> Name:
    """A name as somebody wrote it, as it can be compared. "KHAN, Amina" and "Amina KHAN" are one."""
    words = written.upper().split()
    if 1 < len(words) < 4 and _NOT_PLAIN.isdisjoint(words) and all(one.isascii() and one.isalpha() for one in words):
        return Name(given=tuple(words[:-1]), family=(words[-1],)) if words[-1][1:] else _read(written)
    return _read(written)


def _read(written: str) -> Name:
    plain = _WITHIN.sub("", written if written.isascii() else anyascii(written)).upper()
    if "," in plain:
        family, _, given = plain.partition(",")
        plain = f"{given} {family.strip().replace(' ', '-')}"
    words = [word for word in (one.strip("-") for one in _APART.split(plain)) if word and word not in TITLES]
    words, is_nameless = _without_placeholders(words)
    if not words:
        return Name()
    begins = len(words) - 1
    while begins > 1 and words[begins - 1] in PARTICLES | ARTICLES and words[0] not in FAMILY_FIRST:
        begins -= 1
    if begins == 0 and not is_nameless:
        return Name(given=_given(words))
    last = words[begins:]
    if last == [last[0][:1]]:
        return Name(given=_given(words[:begins]), initial=last[0])
    return Name(given=_given(words[:begins]), family=_family(last))


def _without_placeholders(words: list[str]) -> tuple[list[str], bool]:
    """The words of a name without what stands for one; and whether anything did ("Baby of Jane Smith" is a Smith)."""
    kept = list(words)
    while kept and kept[0] in PLACEHOLDERS:
        kept.pop(0)
    is_nameless = len(kept) < len(words)
    if is_nameless and kept[:1] == ["OF"]:
        return kept[-1:], True
    return kept, is_nameless


def _given(words: list[str]) -> tuple[str, ...]:
    """The first name as it is; of the later words, those that are more than a particle."""
    return tuple(
        part
        for at, word in enumerate(words)
        if at == 0 or word not in PARTICLES | ARTICLES
        for part in word.split("-")
        if part
    )


def _family(words: list[str]) -> tuple[str, ...]:
    """The parts of a family's name: particles joined to what they belong to, articles left out, a hyphen parts two."""
    joined = "".join(word for word in words[:-1] if word not in ARTICLES)
    parts = [part for part in words[-1].split("-") if part]
    kept = [part for part in parts if part not in ARTICLES] or parts
    return (joined + kept[0], *kept[1:])


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """How a word sounds, after the ways of writing it are made one. English ears: other keys make up for it."""
    return metaphone(root(word)).replace(" ", "") or word[:2]


@lru_cache(maxsize=65_536)
def heard(word: str) -> str:
    """How a word sounds as it is written: Mohammed and Muhammad are one, Anna and Hannah two."""
    return metaphone(word)
