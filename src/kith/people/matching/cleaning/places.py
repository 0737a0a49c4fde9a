"""Postcodes, as far as they are whole. Without the last two letters one names the streets round it, without three the district."""

import re
from functools import lru_cache

_POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})")
_MARKS = re.compile(r"[^A-Z0-9]")
_LETTERS_FOR_DIGITS = str.maketrans("OI", "01")
_ANYWHERE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b")
#: Given to people who have no address, or whose address nobody knows.
NOWHERE = frozenset({"ZZ993VZ", "ZZ993WZ", "ZZ993CZ", "ZZ993GZ"})


@lru_cache(maxsize=65_536)
def postcode(written: str) -> str | None:
    """A postcode without its space, or None if it is not one. O for 0 and I for 1 are put right where only a digit stands."""
    plain = _MARKS.sub("", written.upper())
    if 5 <= len(plain) <= 7 and plain.isascii():
        inward = plain[-3].translate(_LETTERS_FOR_DIGITS) + plain[-2:]
        found = _POSTCODE.fullmatch(plain[:-3] + inward)
        if found and found[0] not in NOWHERE and not found[0].startswith("ZZ"):
            return found[0]
    return None


def postcode_in(address: str) -> str | None:
    """The postcode written at the end of an address, or None."""
    found = _ANYWHERE.findall(address.upper())
    return postcode("".join(found[-1])) if found else None
