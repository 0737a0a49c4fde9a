"""What fields a kind of fact has of its own, and of what type: read by the file reader, the schema and the gatherer."""

import types
from dataclasses import Field, fields
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from kith.policy.facts import KINDS
from kith.policy.facts.base import Fact


def own_fields(kind: type[Fact]) -> dict[str, tuple[Field[Any], Any]]:
    """The fields a kind has beside what every entry has: name to (field, type hint)."""
    return _own_fields(kind.kind)


@cache
def _own_fields(word: str) -> dict[str, tuple[Field[Any], Any]]:
    kind = KINDS[word]
    hints = get_type_hints(kind, include_extras=True)
    common = {declared.name for declared in fields(Fact)}
    return {one.name: (one, hints[one.name]) for one in fields(kind) if one.name not in common}


def fields_naming(kind: type[Fact], what: str) -> tuple[str, ...]:
    """The fields of a kind that point at people, agencies, households or entries: one, or several."""
    return _fields_naming(kind.kind, what)


@cache
def _fields_naming(word: str, what: str) -> tuple[str, ...]:
    named = []
    for name, (_, hint) in _own_fields(word).items():
        inner, _optional = without_none(hint)
        inner = get_args(inner)[0] if get_origin(inner) is tuple else inner
        if get_origin(inner) is Annotated and get_args(inner)[1] == what:
            named.append(name)
    return tuple(named)


def entry_kind_of(kind: type[Fact], name: str) -> str:
    """Which kind of entry a field must point at; empty when any will do."""
    hint, _ = without_none(own_fields(kind)[name][1])
    hint = get_args(hint)[0] if get_origin(hint) is tuple else hint
    return str(get_args(hint)[2]) if get_args(hint)[2:] else ""


def without_none(hint: Any) -> tuple[Any, bool]:
    """A type hint without its None, and whether it had one."""
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (one for one in get_args(hint) if one is not type(None))
        return inner, True
    return hint, False
