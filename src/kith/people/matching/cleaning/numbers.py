"""Numbers that name one person: whether they can be right. One that cannot be is kept as typed and compared with nothing."""

import re
from operator import mul

_WEIGHTS = range(10, 1, -1)
_NOT_A_DIGIT = re.compile(r"[\s\-]")
#: The letters of a unique pupil number's check, in order of the remainder (DfE, Unique pupil numbers guide).
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN = re.compile(f"[A-Z][0-9]{{11}}[0-9{_UPN_LETTERS}]")
_VALUES = {letter: value for value, letter in enumerate(_UPN_LETTERS)} | {str(digit): digit for digit in range(10)}


def nhs_number(written: str) -> str | None:
    """The ten digits of an NHS number whose check digit fits (NHS Data Dictionary, modulus 11), or None."""
    digits = written if written.isalnum() else _NOT_A_DIGIT.sub("", written)
    if len(digits) != 10 or not (digits.isascii() and digits.isdigit()) or digits == digits[0] * 10:
        return None
    check = 11 - sum(map(mul, map(int, digits), _WEIGHTS)) % 11
    return digits if int(digits[9]) == check % 11 and check != 10 else None


def upn(written: str) -> str | None:
    """A unique pupil number whose check letter fits, or None. A temporary one ends in a letter, and its check counts it."""
    number = _NOT_A_DIGIT.sub("", written).upper()
    if not (number.isascii() and _UPN.fullmatch(number)):
        return None
    remainder = sum(map(mul, map(_VALUES.__getitem__, number[1:]), range(2, 14))) % 23
    return number if number[0] == _UPN_LETTERS[remainder] else None
