"""One line of a chronology file, made into a person, an agency or a fact by the fields its class declares.

Errors are `LineError`s: one sentence that says what is wrong and how to mend it.
"""

from dataclasses import MISSING
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin
from uuid import NAMESPACE_URL, UUID, uuid5

from kith.policy import calendar
from kith.policy.facts import KINDS, Agency, Fact, Happened, Person
from kith.policy.facts.fields import own_fields, without_none
from kith.vocabulary import AgencyType, Certainty, Identity, LifeStage, Role, Sex

#: What every entry has, told by the reader itself rather than by a kind's own fields.
COMMON = frozenset(
    {"id", "kind", "about", "happened", "at", "at_assumed", "by", "known_to", "occasion", "corrects", "said", "note"}
)

#: Beyond these a year or a number is a slip of the pen, and the calendar or a column would break on it.
EARLIEST, LATEST, LARGEST = 1900, 2200, 9_999


class LineError(ValueError):
    """What is wrong with a line, and how to mend it."""


class Ids:
    """The ids of a file: which there are, of what kind, and the uuid each stands for."""

    def __init__(
        self, header: dict[str, Any], lines: list[tuple[int, dict[str, Any]]], problems: list[tuple[int, str]]
    ) -> None:
        self._namespace = uuid5(NAMESPACE_URL, header["source"])
        self._agencies = uuid5(NAMESPACE_URL, header.get("agencies_source", header["source"]))
        self._kinds: dict[str, str] = {}
        self._words: dict[str, str] = {}
        for number, line in lines[1:]:
            name = line.get("id")
            if not isinstance(name, str) or not name:
                problems.append((number, 'This line has no id. Give it a short one of its own, such as "e12".'))
            elif name in self._kinds:
                problems.append(
                    (number, f'The id "{name}" stands on an earlier line. Give this line an id of its own.')
                )
            else:
                kind = line.get("kind")
                self._kinds[name] = kind if kind in ("person", "agency", "household") else "entry"
                self._words[name] = str(kind)

    def uuid(self, name: str, kind: str) -> UUID:
        """The uuid an id of this kind stands for."""
        return uuid5(self._agencies if kind == "agency" else self._namespace, name)

    def of(self, line: dict[str, Any], name: str, kind: str) -> UUID:
        """The uuid of a field that names something of a kind. Raises LineError when nothing of that kind has the id."""
        return self.known(line.get(name), name, kind)

    def known(self, value: Any, name: str, kind: str, word: str = "") -> UUID:
        """The uuid of an id, which must be of a line of that kind; of an entry of that word, when one is asked for."""
        if not isinstance(value, str):
            raise LineError(f"{name} must name the id of a line of this file.")
        found = self._kinds.get(value)
        if found is None:
            raise LineError(f'{name} names "{value}", and no line has that id. Add the line, or mend the name.')
        if kind not in ("any", found):
            raise LineError(f'{name} must name {_a(kind)}, and "{value}" is {_a(found)}.')
        if word and self._words[value] != word:
            told, asked = (one.replace("_", " ") for one in (self._words[value], word))
            raise LineError(f'{name} must name {_a(asked)}, and "{value}" is {_a(told)}.')
        return self.uuid(value, found)


def agency_from(line: dict[str, Any], ids: Ids) -> Agency:
    """An agency, team or setting."""
    refuse_unknown(line, {"id", "kind", "name", "type", "note"})
    kind = _word(line.get("type", "unknown"), AgencyType, "type")
    name = text_of(line, "name")
    if not name.strip():
        raise LineError("An agency needs the name that a sentence gives it.")
    return Agency(id=ids.of(line, "id", "agency"), name=name, type=kind)


def person_from(line: dict[str, Any], ids: Ids) -> Person:
    """A person: known, known in part, or not known."""
    refuse_unknown(line, {"id", "kind", "name", "identity", "sex", "born", "expected", "stage", "note"})
    born = line.get("born")
    born_from, born_until = (None, None) if born is None else _days(born)
    try:
        return Person(
            id=ids.of(line, "id", "person"),
            name=text_of(line, "name"),
            identity=_word(line.get("identity", "known"), Identity, "identity"),
            sex=_word(line.get("sex", "not_recorded"), Sex, "sex"),
            born_from=born_from,
            born_until=born_until,
            expected_on=_day(line["expected"], "expected") if "expected" in line else None,
            stage_said=_word(line.get("stage", "not_known"), LifeStage, "stage"),
        )
    except LineError:
        raise
    except ValueError as error:
        raise LineError(str(error)) from None


def fact_from(line: dict[str, Any], ids: Ids) -> Fact:
    """One entry. The fields a kind may have are those its class declares."""
    kind = KINDS[line["kind"]]
    own = own_fields(kind)
    entry = ids.of(line, "id", "entry")
    refuse_unknown(line, COMMON | set(own))
    happened = _happened(line.get("happened"))
    at, assumed = _entered_at(line, happened)
    by = line.get("by")
    if not isinstance(by, dict):
        raise LineError('by says who entered it: {"role": "…", "agency": "…"}. Where nobody knows, write unknown.')
    about = _value(line.get("about"), tuple[Annotated[UUID, "person"], ...], "about", ids)
    if len(set(about)) < len(about):
        raise LineError("about names somebody twice. Name each person once.")
    if line["id"] in (line.get("corrects"), line.get("retracts")):
        raise LineError("This line corrects or retracts itself. Name the earlier line's id.")
    values = {name: _value(line[name], hint, name, ids) for name, (_, hint) in own.items() if name in line}
    for name, (declared, _) in own.items():
        if name not in values and declared.default is MISSING and declared.default_factory is MISSING:
            raise LineError(f"{_a(line['kind'])} needs {name}.".capitalize())
    try:
        return kind(
            entry=entry,
            about=about,
            happened=happened,
            at=at,
            at_assumed=assumed,
            role=_word(by.get("role"), Role, "by.role"),
            agency=ids.known(by.get("agency"), "by.agency", "agency"),
            by_name=text_of(by, "name"),
            known_to=_value(line["known_to"], tuple[Annotated[UUID, "agency"], ...], "known_to", ids)
            if "known_to" in line
            else None,
            occasion=_occasion(line, ids),
            corrects=ids.of(line, "corrects", "entry") if "corrects" in line else None,
            said=text_of(line, "said"),
            **values,
        )
    except LineError:
        raise
    except (ValueError, TypeError) as error:
        raise LineError(str(error)) from None


def _value(value: Any, hint: Any, name: str, ids: Ids) -> Any:
    hint, optional = without_none(hint)
    if value is None and optional:
        return None
    origin = get_origin(hint)
    if origin is tuple:
        if not isinstance(value, list):
            raise LineError(f'{name} is a list: ["…"].')
        return tuple(_value(one, get_args(hint)[0], name, ids) for one in value)
    if origin is Annotated:
        return ids.known(value, name, *get_args(hint)[1:])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _word(value, hint, name)
    if hint is datetime:
        return _instant(value, name)
    if hint is date:
        return _day(value, name)
    if hint is int and (not isinstance(value, int) or isinstance(value, bool) or abs(value) > LARGEST):
        raise LineError(f"{name} is a whole number up to {LARGEST}.")
    if hint is str and not isinstance(value, str):
        raise LineError(f"{name} is text.")
    return value


def _happened(value: Any) -> Happened:
    if value is None:
        raise LineError('happened is missing. Write a time, a day, {"about": day} or {"from": day, "until": day}.')
    if isinstance(value, str) and len(value) == 10:
        value = {"on": value}
    if isinstance(value, str):
        moment = _instant(value, "happened")
        return Happened(start=moment, end=moment)
    if not isinstance(value, dict) or set(value) not in ({"on"}, {"about"}, {"from", "until"}):
        raise LineError('happened is a time, a day, {"about": day} or {"from": day, "until": day}.')
    first, last = _days(value.get("on") or value.get("about") or value)
    certainty = Certainty.DAY if "on" in value else Certainty.ABOUT if "about" in value else Certainty.RANGE
    if last < first:
        raise LineError("happened runs backwards: its end is before its start.")
    return Happened(start=calendar.start_of_day(first), end=calendar.end_of_day(last), certainty=certainty)


def _entered_at(line: dict[str, Any], happened: Happened) -> tuple[datetime, bool]:
    if "at" not in line:
        return happened.end, True
    at = _instant(line["at"], "at")
    if calendar.elapsed_between(happened.start, at) < timedelta(0):
        raise LineError("This happened after it was entered. Mend happened, or at.")
    if happened.end > calendar.instant(calendar.end_of_day(calendar.london_day(at))):
        raise LineError("This may have happened after it was entered. End the range on the day of at, or mend at.")
    return at, bool(line.get("at_assumed", False))


def _occasion(line: dict[str, Any], ids: Ids) -> UUID:
    label = line.get("occasion")
    if label is not None and (not isinstance(label, str) or not label):
        raise LineError("occasion is a short word that the lines of one moment share.")
    return ids.uuid(f"occasion:{label}" if label else f"occasion of:{line['id']}", "entry")


def _days(value: Any) -> tuple[date, date]:
    if isinstance(value, dict):
        if set(value) != {"from", "until"}:
            raise LineError('A range of days is {"from": day, "until": day}.')
        return _day(value["from"], "from"), _day(value["until"], "until")
    day = _day(value, "the day")
    return day, day


def _day(value: Any, name: str) -> date:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        raise LineError(f"{name} is a day, written 2026-12-24.") from None
    if not EARLIEST <= day.year <= LATEST:
        raise LineError(f"{name} is a day between {EARLIEST} and {LATEST}.")
    return day


def _instant(value: Any, name: str) -> datetime:
    if not isinstance(value, str):
        raise LineError(f"{name} is a time, written 2026-12-24T16:50.")
    try:
        moment = calendar.instant(calendar.read_local_time(value))
    except (ValueError, OverflowError) as error:
        raise LineError(f"{name}: {error}") from None
    if not EARLIEST <= moment.year <= LATEST:
        raise LineError(f"{name} is a time between {EARLIEST} and {LATEST}.")
    return moment


def _word(value: Any, words: type[StrEnum], name: str) -> Any:
    try:
        return words(value)
    except ValueError:
        allowed = ", ".join(word.value for word in words)
        raise LineError(f'{name} is one of: {allowed}. "{value}" is not.') from None


def text_of(line: dict[str, Any], name: str) -> str:
    """A field that is text, empty where the line leaves it out."""
    value = line.get(name, "")
    if not isinstance(value, str):
        raise LineError(f"{name} is text.")
    return value


def refuse_unknown(line: dict[str, Any], known: set[str] | frozenset[str]) -> None:
    """Raise LineError when a line has a field that its kind does not have."""
    strange = sorted(set(line) - known)
    if strange:
        raise LineError(
            f"{', '.join(strange)}: this kind of line has no such field. docs/reference/ lists what it may have."
        )


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
