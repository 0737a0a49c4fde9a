"""How rows are kept: entered (insert only), ending once, or working. Every entered row carries a salted digest.

Each model declares which it is in `kept`; the database's triggers are generated from that declaration. `scrub` names
the fields that redaction may empty one day; all others may stay. Rows are written by `write` and no other way.
"""

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from django.db import models
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

M = TypeVar("M", bound=models.Model)

#: Not part of a digest: the digest itself, its salt, and what the database fills in.
UNSIGNED = frozenset({"salt", "digest", "recorded_at"})


@dataclass(frozen=True)
class Entered:
    """Insert only: no update, no delete, no truncate."""


@dataclass(frozen=True)
class EndsOnce:
    """Insert, and then these columns once from null to a value. Nothing else ever changes."""

    columns: tuple[str, ...]


@dataclass(frozen=True)
class Working:
    """May change: claims, watches, queues. Holds nothing anybody said."""


Kept = Entered | EndsOnce | Working


class Row(models.Model):
    """What every table of ours declares."""

    kept: ClassVar[Kept]
    scrub: ClassVar[tuple[str, ...]] = ()
    may_stay: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True


class EnteredRow(Row):
    """A row that is never altered, with the digest that will show it was not."""

    kept: ClassVar[Kept] = Entered()

    salt = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        abstract = True


def new_id() -> UUID:
    """A fresh id, in order of time (UUIDv7)."""
    return uuid7()


def write(model: type[M], **values: Any) -> M:
    """Insert one row. An entered one gets its salt and digest."""
    row = signed(model, **values)
    row.save(force_insert=True)
    return row


def signed(model: type[M], **values: Any) -> M:
    """A row to be inserted: an entered one with its salt and digest."""
    row = model(**values)
    if isinstance(row, EnteredRow):
        row.salt = secrets.token_hex(16)
        row.digest = digest_of(row)
    return row


def digest_of(row: EnteredRow) -> str:
    """The digest of what a row says, with its salt: sixty-four hexadecimal digits."""
    told = {
        field.column: _plain(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if field.attname not in UNSIGNED
    }
    canonical = json.dumps(
        [row.salt, row._meta.db_table, told], sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return int(value.timestamp() * 1_000_000)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, bytes | memoryview):
        return hashlib.sha256(value).hexdigest()
    return str(value) if isinstance(value, str) else value
