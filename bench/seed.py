"""Children put into a database in bulk: COPY into the typed tables by their owner, triggers and constraints on.

`Town.add` takes histories and the moment up to which time has passed for them, and remembers who was seeded.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from functools import cache
from itertools import islice
from typing import Any
from uuid import UUID, uuid5

import psycopg
from django.db import models
from psycopg import sql

from bench.histories import History
from bench.rows import rows_of, rows_of_agencies
from kith.replay.chronology_file import Chronology, namespace_of, read

AT_ONCE = 500  # histories in one transaction


class Town:
    """The children of one bench database, and the owner's connection to it."""

    def __init__(self, owner_url: str) -> None:
        self.connection = psycopg.connect(owner_url)
        self.children: list[UUID] = []
        self._has_agencies = False

    def add(self, histories: Iterable[tuple[History, datetime]]) -> list[UUID]:
        """Seed these children, each with time passed up to its moment. Their ids, in order."""
        waiting = iter(histories)
        added: list[UUID] = []
        while some := [(read(one.text()), until) for one, until in islice(waiting, AT_ONCE)]:
            if not self._has_agencies:
                self._copy(list(rows_of_agencies(some[0][0], some[0][0].moments[0].at)))
                self._has_agencies = True
            self._copy([row for chronology, until in some for row in rows_of(chronology, until)])
            added += [child_of(chronology) for chronology, _ in some]
        self.children += added
        return added

    def settle(self) -> None:
        """What autovacuum would have done by and by: VACUUM ANALYZE."""
        self.connection.autocommit = True
        self.connection.execute("VACUUM ANALYZE")
        self.connection.autocommit = False

    def close(self) -> None:
        self.connection.close()

    def _copy(self, rows: list[models.Model]) -> None:
        together: dict[type[models.Model], list[models.Model]] = {}
        for row in rows:
            together.setdefault(type(row), []).append(row)
        with self.connection.transaction(), self.connection.cursor() as cursor:
            for model, members in together.items():
                columns = _columns(model)
                names = sql.SQL(", ").join(sql.Identifier(column) for _, column in columns)
                table = sql.Identifier(model._meta.db_table)
                with cursor.copy(sql.SQL("COPY {} ({}) FROM STDIN").format(table, names)) as copy:
                    for row in members:
                        copy.write_row([_plain(getattr(row, name)) for name, _ in columns])


def child_of(chronology: Chronology) -> UUID:
    """The child a history tells of."""
    return uuid5(namespace_of(chronology.source), "the-child")


@cache
def _columns(model: type[models.Model]) -> tuple[tuple[str, str], ...]:
    fields = model._meta.concrete_fields
    return tuple((one.attname, str(one.column)) for one in fields if not one.has_db_default())


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.value if isinstance(value, Enum) else value
