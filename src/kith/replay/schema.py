"""The chronology file described from the classes that read it: as JSON Schema, and as the tables of a reference page.

Nothing is described twice: kinds, fields, words and whether a field is needed come from `policy.facts` and the closed
lists.
"""

import inspect
from collections.abc import Iterator
from dataclasses import MISSING, Field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin

from kith.policy.facts import KINDS, Fact
from kith.policy.facts.fields import own_fields, without_none
from kith.vocabulary import AgencyType, Identity, LifeStage, Role, Sex

_DAY = {"type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}
_TIME = {
    "type": "string",
    "pattern": "^\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?$",
}
_ID = {"type": "string", "minLength": 1}
_TEXT = {"type": "string"}

_DEFINITIONS: dict[str, dict[str, Any]] = {
    "day": {**_DAY, "description": "A day, written 2026-12-24."},
    "time": {
        **_TIME,
        "description": "A time by the London clock, written 2026-12-24T16:50, or with an offset of its own.",
    },
    "range": {
        "type": "object",
        "properties": {"from": {"$ref": "#/$defs/day"}, "until": {"$ref": "#/$defs/day"}},
        "required": ["from", "until"],
        "additionalProperties": False,
        "description": "From the beginning of one day until the end of another.",
    },
    "days": {"anyOf": [{"$ref": "#/$defs/day"}, {"$ref": "#/$defs/range"}]},
    "happened": {
        "description": "When it happened: a time, a day, about a day, or a range of days.",
        "anyOf": [
            {"$ref": "#/$defs/time"},
            {"$ref": "#/$defs/day"},
            {
                "type": "object",
                "properties": {"about": {"$ref": "#/$defs/day"}},
                "required": ["about"],
                "additionalProperties": False,
            },
            {"$ref": "#/$defs/range"},
        ],
    },
    "by": {
        "type": "object",
        "description": "Who entered it: role, agency, and a name where there is one.",
        "properties": {
            "role": {"enum": [word.value for word in Role]},
            "agency": {**_ID, "description": "The id of an agency."},
            "name": _TEXT,
        },
        "required": ["role", "agency"],
    },
}

#: What every entry may have: name, schema, what it means, whether it is needed.
_EVERY_ENTRY: tuple[tuple[str, dict[str, Any], str, bool], ...] = (
    ("id", _ID, "a short id of its own in this file", True),
    ("kind", _TEXT, "the kind of entry", True),
    ("about", {"type": "array", "items": _ID, "minItems": 1, "uniqueItems": True}, "ids of the people", True),
    ("happened", {"$ref": "#/$defs/happened"}, "when it happened", True),
    ("at", {"$ref": "#/$defs/time"}, "when it was entered; left out, the last instant of `happened`", False),
    ("at_assumed", {"type": "boolean"}, "nobody noted when it was entered; true when `at` is left out", False),
    ("by", {"$ref": "#/$defs/by"}, "who entered it: role, agency, name", True),
    (
        "known_to",
        {"type": "array", "items": _ID},
        "ids of the agencies that knew it beside the one that entered it; left out, all who share the record",
        False,
    ),
    ("occasion", _ID, "a short word that the lines of one moment share", False),
    ("corrects", _ID, "the id of the entry that this whole new entry takes the place of", False),
    ("said", _TEXT, "what was seen, said or thought, word for word", False),
    ("note", _TEXT, "a remark about the line; no rule reads it", False),
)

_OTHERS: dict[str, tuple[str, tuple[tuple[str, dict[str, Any], str, bool], ...]]] = {
    "person": (
        "Somebody: known, known in part, or not known.",
        (
            ("name", _TEXT, "as they are called; left out where nobody knows", False),
            ("identity", {"enum": [word.value for word in Identity]}, "how much is known of who it is", False),
            ("sex", {"enum": [word.value for word in Sex]}, "as recorded", False),
            ("born", {"$ref": "#/$defs/days"}, "the day of birth, or a range it lies in", False),
            ("expected", {"$ref": "#/$defs/day"}, "the day an unborn child is expected", False),
            ("stage", {"enum": [word.value for word in LifeStage]}, "what is said where no birth date is known", False),
        ),
    ),
    "agency": (
        "An agency, team or setting as a sentence names it.",
        (
            ("name", _TEXT, "as a sentence names it", True),
            ("type", {"enum": [word.value for word in AgencyType]}, "what sort", False),
        ),
    ),
    "household": (
        "Where people live together, in the words somebody used for it.",
        (("said", _TEXT, "the words for where it is", False),),
    ),
}


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one line. Ids are checked by the reader, which sees the whole file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of a Kith chronology file",
        "description": "The first line is the file's own; every other line has a kind.",
        "oneOf": [
            _first_line(),
            *(_other(kind) for kind in _OTHERS),
            *(_entry(kind) for kind in KINDS.values()),
        ],
        "$defs": _DEFINITIONS,
    }


def _first_line() -> dict[str, Any]:
    return {
        "title": "the file's own line",
        "type": "object",
        "properties": {
            "source": {**_ID, "description": "What the file's ids are made from. Keep it for ever."},
            "title": _TEXT,
            "agencies_source": {**_ID, "description": "What agencies' ids are made from, where files share them."},
            "note": _TEXT,
            "kind": False,
        },
        "required": ["source"],
    }


def _other(kind: str) -> dict[str, Any]:
    means, rows = _OTHERS[kind]
    common = {"kind": {"const": kind}, "id": _ID, "note": _TEXT}
    own = {name: {**what, "description": words} for name, what, words, _ in rows}
    needed = ["kind", "id", *(name for name, _, _, is_needed in rows if is_needed)]
    return _object(kind, means, {**common, **own}, needed)


def _entry(kind: type[Fact]) -> dict[str, Any]:
    common = {name: {**what, "description": words} for name, what, words, _ in _EVERY_ENTRY}
    own = {name: _schema_of(hint) for name, (_, hint) in own_fields(kind).items()}
    needed = [name for name, _, _, is_needed in _EVERY_ENTRY if is_needed]
    needed += [name for name, (declared, _) in own_fields(kind).items() if _is_needed(declared)]
    means = " ".join(inspect.cleandoc(kind.__doc__ or "").split())
    made = _object(kind.kind, means, {**common, "kind": {"const": kind.kind}, **own}, needed)
    return made | {"x-room": kind.room}


def _object(title: str, means: str, properties: dict[str, Any], needed: list[str]) -> dict[str, Any]:
    return {
        "title": title,
        "description": means,
        "type": "object",
        "properties": properties,
        "required": needed,
        "additionalProperties": False,
    }


def _is_needed(declared: Field[Any]) -> bool:
    return declared.default is MISSING and declared.default_factory is MISSING


def _schema_of(hint: Any) -> dict[str, Any]:
    hint, may_be_none = without_none(hint)
    found = _schema_of_one(hint)
    return {"anyOf": [found, {"type": "null"}]} if may_be_none else found


def _schema_of_one(hint: Any) -> dict[str, Any]:
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema_of_one(get_args(hint)[0])}
    if get_origin(hint) is Annotated:
        return {**_ID, "description": f"The id of {_points_at(hint)}."}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"enum": [word.value for word in hint]}
    return {
        datetime: {"$ref": "#/$defs/time"},
        date: {"$ref": "#/$defs/day"},
        int: {"type": "integer"},
        str: _TEXT,
    }[hint]


def _points_at(hint: Any) -> str:
    points, *kind = get_args(hint)[1:]
    if kind:
        return f"an entry of the kind {kind[0]}"
    return {
        "person": "a person",
        "agency": "an agency",
        "household": "a household",
        "entry": "an entry",
        "any": "what a finding is about: an entry, a person",
    }[points]


# --- the reference page -------------------------------------------------------------------------------------


_HEAD = """
# The chronology file

Made from the code by `kith.replay.schema`: change the classes in `kith.policy.facts`, never this page.
A schema for editors and other programs lies beside it: [chronology.schema.json](chronology.schema.json).

A chronology file tells a child's story as it came on record. It is JSON Lines: UTF-8, one JSON object a line; empty
lines are passed over. `./kith replay FILE` says what policy would have said at each moment ([its
output](replay-json.md)).

```
{"source": "urn:example:story", "title": "A story", "agencies_source": "urn:example:partnership"}
{"id": "north", "kind": "agency", "name": "North team", "type": "social_care"}
{"id": "robin", "kind": "person", "name": "Robin Marsh", "born": "2024-05-03", "sex": "male"}
{"id": "e1", "kind": "injury", "about": ["robin"], "happened": "2026-12-24T12:30", "at": "2026-12-24T12:50",
 "by": {"role": "social_worker", "agency": "north"}, "type": "bruise", "region": "shin"}
```

(The last line is broken here to be read; in a file it is one line.)

- **The first line is the file's own.** Every id outside the file is made from its `source`, those of agencies from
  `agencies_source` where it is given. Never change either once a file has been used.
- **The order of all other lines does not matter.** Entries come on record in the order of `at`.
- **Three ways to say when.** A time is by the London clock, or has an offset of its own. A time the clocks skipped in
  spring is refused; one that comes twice in autumn is the earlier. A day, `{"about": day}` and
  `{"from": day, "until": day}` say what is known and no more.
- **Nothing is entered before it happened.** Without `at`, an entry is taken to be made at the last instant of
  `happened`, and is marked as assumed. To say that nobody noted the time of a later entry, write `at` and
  `"at_assumed": true`.
- **Lines of one `occasion`** were entered at one time by one person and come on record together.
- **Nothing is altered.** A mistake is mended by a whole new entry that `corrects` the old; an entry about the wrong
  child is taken off that child's page by a `retraction`. Both count from when they were entered, not before. Only the
  agency that made an entry mends it, or somebody who decides for the child: social worker, social care manager, the
  front door hub's decision-maker, the Emergency Duty Service. A correction is of the same kind, and known to all who
  knew what it mends.
- **Only those who decide answer.** A `consideration`, `waiver` or `threshold_decision` by anybody else is kept, and no
  rule is answered by it. A hold and a serious concern are set aside by two people, each by name.
- **Not known is an answer.** Leave a field out, or write its own word for it. Never guess to fill a field.
- **Every bad line is named**, with what is wrong and how to mend it, and then nothing of the file is used.
"""


def reference_page() -> str:
    """docs/reference/chronology-file.md: the head written by hand, the tables made from the classes."""
    return "\n".join((_HEAD.strip(), "", *_tables())).rstrip() + "\n"


def _tables() -> Iterator[str]:
    yield from ("## Lines that are not entries", "")
    for name, (means, rows) in _OTHERS.items():
        yield from (f"### {name}", "", means, "", *_table([("id", "an id of its own", True), *_told(rows)]), "")
    yield from ("## What every entry has", "", *_table(_told(_EVERY_ENTRY)), "")
    yield from ("## The kinds of entry", "")
    for kind in KINDS.values():
        means = " ".join(inspect.cleandoc(kind.__doc__ or "").split())
        yield from (f"### {kind.kind}", "", means, "", f"Room: {kind.room}.", "")
        own = [(name, _words_of(hint), _is_needed(one)) for name, (one, hint) in own_fields(kind).items()]
        yield from (*(_table(own) if own else ("No fields beside what every entry has.",)), "")


def _told(rows: tuple[tuple[str, dict[str, Any], str, bool], ...]) -> list[tuple[str, str, bool]]:
    told = []
    for name, what, words, is_needed in rows:
        one_of = ", ".join(f"`{word}`" for word in what.get("enum", ()))
        told.append((name, f"{words}: {one_of}" if one_of else words, is_needed))
    return told


def _table(rows: list[tuple[str, str, bool]]) -> Iterator[str]:
    yield from ("| field | meaning | needed |", "|---|---|---|")
    for name, words, is_needed in rows:
        yield f"| `{name}` | {words} | {'yes' if is_needed else 'no'} |"


def _words_of(hint: Any) -> str:
    hint, _ = without_none(hint)
    if get_origin(hint) is tuple:
        return f"a list, each {_words_of(get_args(hint)[0])}"
    if get_origin(hint) is Annotated:
        return f"the id of {_points_at(hint)}"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        means = " ".join(inspect.cleandoc(hint.__doc__ or "").split())
        return f"{means} One of: {', '.join(f'`{word.value}`' for word in hint)}"
    return {datetime: "a time", date: "a day", int: "a whole number", str: "text"}[hint]
