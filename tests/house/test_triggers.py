"""What was entered is never altered: the database itself refuses, on every typed table, to whoever asks.

The application's role has not the right; and where somebody has, the triggers refuse. Both are tried, each alone.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import psycopg
import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import Error, connection, models, transaction
from tests import factories as given

from kith.cli.embedded import SUPERUSER
from kith.duties.models import Duty
from kith.intake.acts import receive_police_batch
from kith.intake.models import PoliceRow
from kith.journey.occasion import open_occasion
from kith.occasions.acts import begin
from kith.occasions.guards import PREFIX, kept_models, triggers
from kith.occasions.models import Occasion
from kith.occasions.record import EndsOnce, Entered, Row, Working, new_id, write
from kith.policy.permissions import Actor
from kith.vocabulary import Purpose, Role, Through

ALL = pytest.mark.parametrize("model", kept_models(), ids=lambda model: model._meta.label)
GUARDED = [model for model in kept_models() if not isinstance(model.kept, Working)]
NO_RIGHT, TRIGGER = "42501", "23001"
MOMENT = datetime(2026, 12, 24, 16, 30, tzinfo=UTC)


def refused(statement: str, *values: object) -> str | None:
    """How the database refuses a statement to the application's role, or None; nothing of it is kept if it does not."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
    except Error as error:
        return getattr(error.__cause__, "sqlstate", None) or "?"
    return None


def told(statement: str) -> tuple[frozenset[str], str, str]:
    """What a trigger's definition comes to: on which events, for each what, and which function with which columns."""
    found = re.search(r"BEFORE (.+?) ON .+? FOR EACH (\w+) EXECUTE FUNCTION (\w+\([^)]*\))", statement)
    assert found, statement
    return frozenset(found[1].split(" OR ")), found[2], found[3]


# -- what is declared is what is there ----------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_database_has_exactly_the_triggers_the_models_declare() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, t.tgname, pg_get_triggerdef(t.oid), t.tgenabled FROM pg_trigger t "
            "JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal AND t.tgname LIKE %s",
            [f"{PREFIX}%"],
        )
        there = {(table, name): (told(made), enabled) for table, name, made, enabled in cursor.fetchall()}
    assert there == {key: (told(made), "A") for key, made in triggers().items()}


@ALL
@pytest.mark.django_db
def test_the_application_may_do_no_more_to_a_table_than_the_model_declares(model: type[Row]) -> None:
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege(%s, 'DELETE, TRUNCATE, TRIGGER, REFERENCES'), has_table_privilege(%s, 'UPDATE')",
            [table, table],
        )
        may_clear, may_update_all = cursor.fetchone()
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped "
            "AND has_column_privilege(attrelid, attnum, 'UPDATE')",
            [table],
        )
        may_update = {column for (column,) in cursor.fetchall()}
    assert not may_clear
    match model.kept:
        case Entered():
            assert may_update == set()
        case EndsOnce(columns):
            assert may_update == set(columns)
        case Working():
            assert may_update_all


# -- what the application tries -----------------------------------------------------------------------------------------


@ALL
@pytest.mark.django_db
def test_the_application_can_alter_delete_truncate_or_unguard_no_table(model: type[Row]) -> None:
    table = model._meta.db_table
    if not isinstance(model.kept, Working):
        ends = getattr(model.kept, "columns", ())
        for field in model._meta.concrete_fields:
            if field.column not in ends:
                assert refused(f'UPDATE "{table}" SET "{field.column}" = "{field.column}"') == NO_RIGHT
    assert refused(f'DELETE FROM "{table}"') == NO_RIGHT
    assert refused(f'TRUNCATE "{table}" CASCADE') == NO_RIGHT
    assert refused(f'ALTER TABLE "{table}" DISABLE TRIGGER ALL') == NO_RIGHT
    assert refused(f'ALTER TABLE "{table}" DISABLE TRIGGER USER') == NO_RIGHT
    assert refused(f'ALTER TABLE "{table}" OWNER TO CURRENT_USER') == NO_RIGHT
    assert refused(f'DROP TABLE "{table}" CASCADE') == NO_RIGHT


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "SET session_replication_role = replica",
        "SET LOCAL session_replication_role = replica",
        "CREATE OR REPLACE FUNCTION kith_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "DROP FUNCTION kith_refuse() CASCADE",
        "ALTER FUNCTION kith_end_once() OWNER TO CURRENT_USER",
        "CREATE TABLE elsewhere (id int)",
    ],
)
def test_the_application_can_walk_round_no_guard(statement: str) -> None:
    assert refused(statement) == NO_RIGHT


@pytest.mark.django_db
def test_an_ordinary_read_and_an_ordinary_entry_are_not_refused() -> None:
    assert refused("SELECT 1") is None
    manager = given.somebody_at()
    assert given.a_mark(manager, given.a_child(manager))


# -- what ends once -----------------------------------------------------------------------------------------------------


def an_open_occasion() -> Occasion:
    return begin(actor=Actor(name="Amara Okafor"), through=Through.SCREEN, purpose=Purpose.RECORDING)


def an_open_duty() -> Duty:
    child = given.a_child(given.somebody_at())
    return write(
        Duty, id=new_id(), rule="a_rule", subject_id=child, about=child, times_opened=1, rulebook_hash="0" * 64,
        opened_by=an_open_occasion(), opened_at=MOMENT, kind="alert", severity="consider", learning=[6], sentence="…",
        do_next="…", evidence=[], owed_role="social_worker", source="…",
    )  # fmt: skip


def a_row_that_waits() -> PoliceRow:
    force = given.somebody_at("Police", "police")
    content = b"incident_number,when,child_name,words\nNP-1,2026-01-04,Ellis,Shouting.\n"
    with open_occasion(given.somebody_at("Hub", "hub", Role.HUB_DECISION_MAKER)) as occasion:
        receive_police_batch(occasion, force=force.agency, file_name="night.csv", content=content)
    return PoliceRow.objects.get()


def a_contact_of_a_child() -> dict[str, object]:
    somebody = given.somebody_at()
    child = given.a_child(somebody)
    named = {"contact_id": given.told_of_a_worry(somebody, child), "child_id": child}
    return {**named, "verdict": "same", "grade": "probable", "reasons": "the same birth date"}


#: For each table that ends once: a row not ended yet, how it ends, and another ending for each column.
ENDINGS = {
    Occasion: (an_open_occasion, lambda: {"at": MOMENT}, {"at": datetime(2026, 12, 25, tzinfo=UTC)}),
    Duty: (
        an_open_duty,
        lambda: {"closed_by_id": an_open_occasion().id, "closed_at": MOMENT, "ending": "met"},
        {"closed_by_id": UUID(int=1), "closed_at": datetime(2026, 12, 25, tzinfo=UTC), "ending": "waived"},
    ),
    PoliceRow: (
        a_row_that_waits,
        a_contact_of_a_child,
        {"contact_id": UUID(int=1), "child_id": UUID(int=1), "verdict": "not_same", "grade": "", "reasons": "other"},
    ),
}


def test_every_table_that_ends_once_is_tried() -> None:
    assert set(ENDINGS) == {model for model in kept_models() if isinstance(model.kept, EndsOnce)}
    for model, (_, _, others) in ENDINGS.items():
        assert set(others) == set(model.kept.columns)


@pytest.mark.django_db
@pytest.mark.parametrize("model", ENDINGS, ids=lambda model: model._meta.label)
def test_what_ends_goes_from_null_to_a_value_once_and_never_changes(model: type[Row]) -> None:
    begun, ended, others = ENDINGS[model]
    row, ending = begun(), ended()
    assert model.objects.filter(pk=row.pk).update(**ending) == 1
    table = model._meta.db_table
    for column, other in others.items():
        for value in (other, None):
            assert refused(f'UPDATE "{table}" SET "{column}" = %s WHERE id = %s', value, row.pk) == TRIGGER
    for column in ending:
        assert refused(f'UPDATE "{table}" SET "{column}" = "{column}" WHERE id = %s', row.pk) is None
    row.refresh_from_db()
    assert {column: getattr(row, column) for column in ending} == ending


# -- what the triggers refuse to somebody who has the right ---------------------------------------------------------------


def something(field: models.Field) -> object:
    """A value that a column takes."""
    if field.null and field != Duty._meta.get_field("subject"):  # a duty has one subject: here a child
        return None
    if isinstance(field, ArrayField):
        return []
    target = field.target_field if field.is_relation else field
    match target:
        case models.UUIDField():
            return UUID(int=1)
        case models.DateTimeField():
            return MOMENT
        case models.DateField():
            return date(2026, 12, 24)
        case models.BooleanField():
            return False
        case models.IntegerField():
            return 1
    return "x"


@pytest.fixture(scope="module")
def as_superuser(server, template) -> Iterator[psycopg.Connection]:
    """The server's superuser as a replica, in a database with a row in every guarded table: no foreign keys, no rights."""
    name = f"{template}_guards"
    with psycopg.connect(server._url(SUPERUSER, "postgres"), autocommit=True) as postgres:
        postgres.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        postgres.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        with psycopg.connect(server._url(SUPERUSER, name), autocommit=True) as connected:
            connected.execute("SET session_replication_role = replica")
            for model in GUARDED:
                fields = model._meta.concrete_fields
                columns = ", ".join(f'"{field.column}"' for field in fields)
                connected.execute(
                    f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({", ".join(["%s"] * len(fields))})',
                    [something(field) for field in fields],
                )
            yield connected
        postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model._meta.label)
def test_the_triggers_refuse_even_a_superuser_even_as_a_replica(
    model: type[Row], as_superuser: psycopg.Connection
) -> None:
    table, ends = model._meta.db_table, getattr(model.kept, "columns", ())
    fields = [field.column for field in model._meta.concrete_fields if not (field.primary_key or field.null)]
    column = next(column for column in fields if column not in ends)
    for statement in (
        f'UPDATE "{table}" SET "{column}" = NULL',
        f'DELETE FROM "{table}"',
        f'TRUNCATE "{table}" CASCADE',
    ):
        with pytest.raises(psycopg.errors.RestrictViolation):
            as_superuser.execute(statement)
