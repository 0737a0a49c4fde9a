"""A file of police domestic abuse notifications: one row a child, each wrong line answered with what to do. Pure.

No bytes whatever make it raise anything but `NotAPoliceFile`. The format: docs/reference/police-notifications.md.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from kith.policy.calendar import LONDON, end_of_day, instant, london_day, start_of_day
from kith.policy.facts import Happened
from kith.vocabulary import AtTheIncident, Certainty, Sex

W = TypeVar("W")

#: A large force sends some hundreds a night; more than this is another file (ours).
MOST_ROWS, MOST_BYTES, MOST_LETTERS = 2000, 2_000_000, 8000
ADULTS = 3
#: Every column, in the order of the example, and what stands in it.
COLUMNS = {
    "incident_number": "The police’s own number of the incident. The same in every row of one incident.",
    "when": "When it happened: 2026-12-23 22:10, or 23/12/2026 22:10, or the day alone.",
    "address": "Where it happened, with the postcode.",
    **{
        column: said
        for n in range(1, ADULTS + 1)
        for column, said in (
            (f"adult_{n}", f"Adult {n}: their name. Empty where there is none."),
            (f"adult_{n}_dob", f"Adult {n}: day of birth, 1990-05-17 or 17/05/1990. Empty where nobody has it."),
        )
    },
    "child_name": "The child’s name. Empty where nobody has it; the row is still about one child.",
    "child_dob": "The child’s day of birth. Empty where nobody has it.",
    "child_sex": "female, male, or empty. F and M are read too.",
    "school": "The school or nursery the child is said to go to, by name.",
    "child_was": "present, heard, not there, or empty where the police do not say.",
    "police_grading": "The police’s own grading, in their words: standard, medium, high.",
    "words": "What the police saw and were told, in their words.",
}
NEEDED = ("incident_number", "when", "child_name", "words")
_SEXES = {"": Sex.NOT_RECORDED, "f": Sex.FEMALE, "female": Sex.FEMALE, "m": Sex.MALE, "male": Sex.MALE}
_SEXES |= dict.fromkeys(("not known", "unknown", "u", "not recorded"), Sex.NOT_RECORDED)
_WAS = {one.value.replace("_", " "): one for one in AtTheIncident} | {
    "": AtTheIncident.NOT_SAID,
    "yes": AtTheIncident.PRESENT,
    "no": AtTheIncident.NOT_THERE,
    "not known": AtTheIncident.NOT_SAID,
    "unknown": AtTheIncident.NOT_SAID,
}
_DAY = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})", re.ASCII),
    re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})", re.ASCII),
)
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?", re.ASCII)


class NotAPoliceFile(ValueError):
    """The whole file cannot be read. One sentence says why, and what to do."""


class _Wrong(ValueError):
    """One line cannot be read: a sentence that goes on from its number."""


@dataclass(frozen=True, slots=True)
class Adult:
    """An adult as the police named them."""

    name: str
    born: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One child at one incident, as the police told it. `id` is the same whenever the same is received again."""

    id: UUID
    line: int
    incident: str
    happened: Happened
    address: str
    adults: tuple[Adult, ...]
    child_name: str
    child_born: date | None
    child_sex: Sex
    school: str
    child_was: AtTheIncident
    grading: str
    words: str


@dataclass(frozen=True, slots=True)
class NotRead:
    """A line that could not be read, and what to do about it, in a sentence that names the line."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class PoliceFile:
    """`rows` in the order of the file; `not_read` are the other lines."""

    rows: tuple[Row, ...]
    not_read: tuple[NotRead, ...]


def read(content: bytes, *, force: UUID, at: datetime) -> PoliceFile:
    """Read a file that a police force sent, at a moment. Raises NotAPoliceFile when no line of it can be read."""
    rows: dict[UUID, Row] = {}
    wrong: list[NotRead] = []
    nameless: dict[str, int] = {}
    for line, told in _lines(_text(content)):
        try:
            row = _row(line, told, force, at, nameless)
        except _Wrong as why:
            wrong.append(NotRead(line, f"Line {line}: {why}"))
            continue
        first = rows.setdefault(row.id, row)
        if first is not row and not is_same(first, row):
            wrong.append(NotRead(line, f"Line {line}: {_TWICE.format(line=first.line)}"))
    if not rows and not wrong:
        raise NotAPoliceFile("There is no row under the columns. Ask the police for the file with its rows.")
    return PoliceFile(tuple(rows.values()), tuple(wrong))


_TWICE = "the same child and incident stand in line {line} with other words. Put both in one row, or ask the police which is right."


def is_same(one: Row, other: Row) -> bool:
    """Whether two rows say the same of a child at an incident, wherever they stand in a file."""
    said = [
        [getattr(row, name) for name in Row.__dataclass_fields__ if name not in ("id", "line")] for row in (one, other)
    ]
    return said[0] == said[1]


def _text(content: bytes) -> str:
    """UTF-8, or what a spreadsheet in England writes otherwise."""
    if len(content) > MOST_BYTES:
        raise NotAPoliceFile(f"This file is larger than {MOST_BYTES // 1_000_000} MB. Send it in parts.")
    if content[:2] in (b"PK", b"\xd0\xcf") or b"\0" in content:
        raise NotAPoliceFile("This is not a text file. In the spreadsheet choose Save as, then CSV, and send that.")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotAPoliceFile("The letters of this file cannot be read. Save it as CSV UTF-8, and send that.")


def _lines(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row by its columns, and the line of the file on which it begins. Empty rows are left out."""
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        columns = [re.sub(r"[\s-]+", "_", name.strip().lower()) for name in next(reader, [])]
        _refuse_columns(columns)
        begins, count = reader.line_num + 1, 0
        for cells in reader:
            line, begins = begins, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            count += 1
            if count > MOST_ROWS:
                raise NotAPoliceFile(f"There are more than {MOST_ROWS:,} rows. Send them in parts.")
            yield line, _by_column(columns, cells)
    except csv.Error as broken:
        where = reader.line_num
        raise NotAPoliceFile(
            f"From line {where} on this cannot be read as CSV: mostly a quotation mark is missing there. "
            "Save it from the spreadsheet again."
        ) from broken


def _refuse_columns(columns: list[str]) -> None:
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise NotAPoliceFile(
            f"The first line must name the columns, and {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} "
            "not among them. The example beside the form shows all of them."
        )
    twice = sorted({name for name in columns if name in COLUMNS and columns.count(name) > 1})
    if twice:
        raise NotAPoliceFile(f"The column {twice[0]} is there twice. Leave one out.")


def _by_column(columns: list[str], cells: list[str]) -> dict[str, str]:
    told = dict.fromkeys(COLUMNS, "")
    told.update({name: cell.strip() for name, cell in zip(columns, cells, strict=False) if name in COLUMNS})
    if any(cell.strip() for cell in cells[len(columns) :]):
        told["too many"] = "yes"
    return told


def _row(line: int, told: dict[str, str], force: UUID, at: datetime, nameless: dict[str, int]) -> Row:
    if "too many" in told:
        raise _Wrong("it has more cells than there are columns. Put words with a comma in them in quotation marks.")
    long = next((name for name in COLUMNS if len(told[name]) > MOST_LETTERS), None)
    if long:
        raise _Wrong(
            f"{long} has more than {MOST_LETTERS:,} letters. Shorten it, and send the whole report as a document."
        )
    incident = told["incident_number"]
    if not incident:
        raise _Wrong("there is no incident number. Ask the police for it: by it the same incident is known again.")
    born = _born("child_dob", told["child_dob"], at)
    name = told["child_name"]
    which = f"{' '.join(name.casefold().split())}|{born or ''}"
    if not name:
        nameless[incident] = nameless.get(incident, 0) + 1
        which = f"{which}|{nameless[incident]}"
    return Row(
        id=uuid5(uuid5(NAMESPACE_URL, f"urn:kith:police:{force}"), f"{incident.casefold()}|{which}"),
        line=line,
        incident=incident,
        happened=_happened(told["when"], at),
        address=told["address"],
        adults=tuple(_adults(told, at)),
        child_name=name,
        child_born=born,
        child_sex=_chosen("child_sex", told, _SEXES),
        school=told["school"],
        child_was=_chosen("child_was", told, _WAS),
        grading=told["police_grading"],
        words=told["words"],
    )


def _adults(told: dict[str, str], at: datetime) -> Iterator[Adult]:
    for n in range(1, ADULTS + 1):
        born = _born(f"adult_{n}_dob", told[f"adult_{n}_dob"], at)
        if told[f"adult_{n}"] or born:
            yield Adult(told[f"adult_{n}"], born)


def _chosen(column: str, told: dict[str, str], words: Mapping[str, W]) -> W:
    word = " ".join(told[column].lower().replace("_", " ").split())
    if word not in words:
        raise _Wrong(f"{column} says “{_short(told[column])}”. {COLUMNS[column]}")
    return words[word]


def _born(column: str, text: str, at: datetime) -> date | None:
    """A day that has been; None where there is none."""
    if not text:
        return None
    day = _day(text)
    if day is None:
        raise _Wrong(
            f"{column} says “{_short(text)}”, which is no day. Write 2019-03-09 or 09/03/2019, or leave it empty."
        )
    if day > london_day(at) or day.year < 1900:
        raise _Wrong(f"{column} says “{_short(text)}”. That cannot be: write the day as it is, or leave it empty.")
    return day


def _happened(text: str, at: datetime) -> Happened:
    """A moment in London, or a whole day. It has been."""
    said, _, clock = " ".join(text.replace("T", " ").split()).partition(" ")
    day = _day(said)
    if day is None or day.year < 1990:
        raise _Wrong(f"when says “{_short(text)}”, which is no day. Write 2026-12-23 22:10, or the day alone.")
    if day > london_day(at):
        raise _Wrong(f"when says “{_short(text)}”, which is yet to come. Ask the police when it happened.")
    if not clock:
        start, end, certainty = start_of_day(day), end_of_day(day), Certainty.DAY
    else:
        start, certainty = _moment(day, clock, text), Certainty.EXACT
        end = start
    if start > instant(at):
        raise _Wrong(f"when says “{_short(text)}”, which is yet to come. Ask the police when it happened.")
    return Happened(start=start, end=end, certainty=certainty)


def _moment(day: date, clock: str, text: str) -> datetime:
    found = _TIME.fullmatch(clock)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise _Wrong(f"when says “{_short(text)}”: its time cannot be read. Write 22:10, or leave the time out.")
    return instant(datetime.combine(day, time(int(found[1]), int(found[2])), tzinfo=LONDON))


def _day(text: str) -> date | None:
    for pattern in _DAY:
        if found := pattern.fullmatch(text):
            try:
                return date(int(found["y"]), int(found["m"]), int(found["d"]))
            except ValueError:
                return None
    return None


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]} …"
