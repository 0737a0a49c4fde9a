"""Reading a chronology file: JSON Lines, checked line by line. Nothing half-read comes out.

Every bad line is named by number, with what is wrong and how to mend it, and the rest are still checked. Ids printed
anywhere are `uuid5` of the file's source and the id in the file, so a replay and the record agree.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from kith.policy import calendar
from kith.policy.facts import KINDS, Agency, Fact, Person
from kith.policy.permissions import is_known_to_all_who_knew, may_mend
from kith.replay.lines import Ids, LineError, agency_from, fact_from, person_from, refuse_unknown, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """A household by its id and the words somebody used for where it is."""

    id: UUID
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What was entered on one occasion: its id, when, and its entries in the order of their ids."""

    occasion: UUID
    at: datetime
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """A whole file: who, which agencies and households, and the moments in order of time."""

    source: str
    title: str
    people: tuple[Person, ...]
    agencies: tuple[Agency, ...]
    households: tuple[Household, ...]
    moments: tuple[Moment, ...]
    line_of: dict[UUID, int] = field(default_factory=dict)

    @property
    def ended(self) -> datetime | None:
        """When the last entry was made."""
        return self.moments[-1].at if self.moments else None


class BadLines(ValueError):
    """A chronology file that cannot be used as it is. `problems` is (line number, sentence) for each bad line."""

    def __init__(self, problems: Iterable[tuple[int, str]]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(f"Line {number}: {words}" for number, words in self.problems))


def namespace_of(source: str) -> UUID:
    """The namespace of a source's ids."""
    return uuid5(NAMESPACE_URL, source)


def read(text: str) -> Chronology:
    """Read a chronology file's text. Raises BadLines, naming every line that cannot be read and how to mend it."""
    problems: list[tuple[int, str]] = []
    lines = _objects(text, problems)
    header = _header(lines, problems)
    ids = Ids(header, lines, problems)
    people = _each(lines, "person", lambda line: person_from(line, ids), problems)
    agencies = _each(lines, "agency", lambda line: agency_from(line, ids), problems)
    households = _each(lines, "household", lambda line: _household_from(line, ids), problems)
    facts: list[tuple[int, Fact]] = []
    for number, line in lines[1:]:
        if isinstance(line.get("kind"), str) and line["kind"] in KINDS:
            try:
                facts.append((number, fact_from(line, ids)))
            except LineError as error:
                problems.append((number, str(error)))
        elif line.get("kind") not in ("person", "agency", "household"):
            problems.append(
                (number, f"{_shown(line.get('kind'))} is not a kind of line. docs/reference/ lists the kinds.")
            )
    moments = _moments(facts, problems)
    _refuse_what_mends_wrongly(facts, problems)
    if problems:
        raise BadLines(problems)
    return Chronology(
        source=header["source"],
        title=header.get("title", ""),
        people=people,
        agencies=agencies,
        households=households,
        moments=moments,
        line_of={fact.entry: number for number, fact in facts},
    )


def _objects(text: str, problems: list[tuple[int, str]]) -> list[tuple[int, dict[str, Any]]]:
    found: list[tuple[int, dict[str, Any]]] = []
    # Only a line feed ends a line: JSON text may hold other characters at which `splitlines` would cut it.
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except RecursionError:
            problems.append((number, "This line is nested too deeply to be an entry."))
            continue
        except json.JSONDecodeError as error:
            problems.append(
                (number, f"This is not JSON ({error.msg} at character {error.pos + 1}). One object a line.")
            )
            continue
        if not _can_be_kept(value):
            problems.append((number, "This line has characters that no text can keep (half a character, or none)."))
        elif isinstance(value, dict):
            found.append((number, value))
        else:
            problems.append((number, "This line is not a JSON object. Write {…} with a kind and its fields."))
    return found


def _can_be_kept(value: Any) -> bool:
    """PostgreSQL keeps every text but one with a NUL or half a character in it."""
    text = json.dumps(value, ensure_ascii=False)
    return "\\u0000" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _header(lines: list[tuple[int, dict[str, Any]]], problems: list[tuple[int, str]]) -> dict[str, Any]:
    if not lines or not isinstance(lines[0][1].get("source"), str) or not lines[0][1]["source"].strip():
        problems.append((1, 'The first line names the file\'s source: {"source": "…"}, which its ids are made from.'))
        return {"source": "unnamed"}
    number, header = lines[0]
    if "kind" in header:
        problems.append((number, "The first line is the file's own: it names a source and has no kind."))
    strange = sorted(name for name in header if not isinstance(header[name], str))
    if strange:
        problems.append((number, f"{', '.join(strange)}: what the first line says is text."))
    return {name: value for name, value in header.items() if isinstance(value, str)}


def _household_from(line: dict[str, Any], ids: Ids) -> Household:
    refuse_unknown(line, {"id", "kind", "said", "note"})
    return Household(id=ids.of(line, "id", "household"), said=text_of(line, "said"))


def _each(
    lines: list[tuple[int, dict[str, Any]]], kind: str, made: Any, problems: list[tuple[int, str]]
) -> tuple[Any, ...]:
    found = []
    for number, line in lines[1:]:
        if line.get("kind") == kind:
            try:
                found.append(made(line))
            except LineError as error:
                problems.append((number, str(error)))
    return tuple(found)


def _moments(facts: list[tuple[int, Fact]], problems: list[tuple[int, str]]) -> tuple[Moment, ...]:
    together: dict[UUID, list[tuple[int, Fact]]] = {}
    for number, fact in facts:
        together.setdefault(fact.occasion, []).append((number, fact))
    moments = []
    for occasion, members in together.items():
        first = members[0][1]
        for number, fact in members[1:]:
            if (fact.at, fact.role, fact.agency, fact.by_name) != (first.at, first.role, first.agency, first.by_name):
                problems.append(
                    (
                        number,
                        "Lines of one occasion are entered at one time by one person: give them the same at and by.",
                    )
                )
        ordered = tuple(sorted((fact for _, fact in members), key=lambda fact: fact.entry))
        moments.append(Moment(occasion=occasion, at=first.at, facts=ordered))
    return tuple(sorted(moments, key=lambda moment: (moment.at, moment.occasion)))


def _refuse_what_mends_wrongly(facts: list[tuple[int, Fact]], problems: list[tuple[int, str]]) -> None:
    """What is mended was entered before, by the same agency or one that decides, and is of the same kind if corrected."""
    known = {fact.entry: fact for _, fact in facts}
    for number, fact in facts:
        for name in ("corrects", "retracts"):
            mended = known.get(getattr(fact, name, None) or fact.entry)
            if mended is None or mended is fact:
                continue
            if mended.at > fact.at or getattr(mended, name, None) == fact.entry:
                problems.append((number, f"{name} names an entry that was made later. Mend {name}, or at."))
            elif not may_mend(fact.role, fact.agency, mended.agency):
                problems.append(
                    (number, f"{name} names an entry of another agency. Let that agency, or social care, mend it.")
                )
            elif name == "corrects" and mended.kind != fact.kind:
                problems.append((number, "corrects names an entry of another kind. Retract that one and enter this."))
            elif name == "corrects" and not is_known_to_all_who_knew(fact.known_to, mended.known_to):
                problems.append((number, "known_to leaves out somebody who knew what this corrects. Name them too."))


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else "A line without a kind"


def end_of_range(moment: datetime) -> datetime:
    """The last instant of the day a range ends on."""
    return calendar.end_of_day(calendar.london_day(moment))
