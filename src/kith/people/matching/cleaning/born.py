"""When somebody was born, from what a person said of it: a day, a month, a year, or how old they are. A range, or nothing.

Read with care, never with confidence: what cannot be read surely says nothing, and the words stand as they were typed.
"""

import re
from calendar import month_abbr, month_name, monthrange
from datetime import date

Range = tuple[date | None, date | None]
NOT_SAID: Range = (None, None)

_MONTHS = {name.lower(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if name}
_MONTHS["sept"] = 9
_WORDS = {word: number for number, word in enumerate(
    ("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"))
}  # fmt: skip
_ABOUT = re.compile(r"\b(about|around|roughly|maybe|perhaps|nearly|almost|ish|or so)\b|\?|~")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DAY = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_LONG = re.compile(r"\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\s+(\d{4})\b")
_YEAR = re.compile(r"\b(?:born in\s+)?((?:19|20)\d\d)\b")
_AGE = re.compile(r"\b(\d{1,2})\s*(?:and a half\b|½)?\s*(years?|yrs?|y|months?|weeks?)?\b")
#: An age after a name: a comma or a bracket, a number, and words of time alone, so that "Marsh, Robin" stays a name and
#: "Robin (9 Elm Road)" has no age.
_AFTER_A_NAME = re.compile(
    r"(?P<name>.*[^\s,(\[])\s*[,(\[]\s*"
    r"(?P<age>(?:(?:about|around|roughly|maybe|perhaps|nearly|almost|aged?|born|in|on|~)\s*)*"
    rf"(?:\d|(?:{'|'.join(_WORDS)})\b)"
    rf"(?:[\s\d/.½?-]|(?:years?|yrs?|y|months?|weeks?|old|and a half|or so|ish|st|nd|rd|th|{'|'.join(_MONTHS)})\b)*)"
    r"[)\]]?\s*",
    re.IGNORECASE,
)
#: An age in years is what somebody was told, or guessed by looking: so much wider it is taken on either side (ours).
_WIDER_DAYS = 183
#: So much wider where they say themselves that it is about that (ours).
_WIDER_DAYS_ABOUT = 365


def born(said: str, on: date) -> Range:
    """The first and last day on which somebody can have been born, as said on a day. Nothing where it cannot be read."""
    words = said.lower().strip()
    for word, number in _WORDS.items():
        words = re.sub(rf"\b{word}\b", str(number), words)
    for read in (_a_day, _a_month_or_day, _a_year, lambda told: _an_age(told, on)):
        first, last = read(words)
        if first and last:
            return (first, last) if first <= on else NOT_SAID
    return NOT_SAID


def name_and_age(written: str, on: date) -> tuple[str, str]:
    """A name, and the age or birth date that stands after it as it was written, if one does that can be read."""
    found = _AFTER_A_NAME.fullmatch(written.strip())
    if not found or born(found["age"], on) == NOT_SAID:
        return written.strip(), ""
    return found["name"], found["age"].strip()


def _a_day(words: str) -> Range:
    if found := _ISO.search(words):
        return _one(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY.search(words):
        return _one(int(found[3]), int(found[2]), int(found[1]))
    return NOT_SAID


def _a_month_or_day(words: str) -> Range:
    for day, name, year in _LONG.findall(words):
        if name in _MONTHS:
            month = _MONTHS[name]
            if day:
                return _one(int(year), month, int(day))
            return date(int(year), month, 1), date(int(year), month, monthrange(int(year), month)[1])
    return NOT_SAID


def _a_year(words: str) -> Range:
    found = _YEAR.search(words)
    return (date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)) if found else NOT_SAID


def _an_age(words: str, on: date) -> Range:
    found = _AGE.search(words)
    if not found:
        return NOT_SAID
    number, unit = int(found[1]), found[2] or "years"
    length = 7 if unit.startswith("w") else 30.44 if unit.startswith("m") else 365.25
    youngest = round(number * length)
    oldest = round((number + 1) * length) - 1
    wider = _wider(words, number) if unit.startswith("y") else 0
    last = min(date.fromordinal(on.toordinal() - youngest + wider), on)
    return date.fromordinal(on.toordinal() - oldest - wider), last


def _wider(words: str, years: int) -> int:
    if _ABOUT.search(words):
        return _WIDER_DAYS_ABOUT
    return _WIDER_DAYS if years else 0


def _one(year: int, month: int, day: int) -> Range:
    try:
        found = date(year, month, day)
    except ValueError:
        return NOT_SAID
    return found, found
