"""What was entered is never altered: the database itself refuses, on every typed table."""

import pytest
from django.db import Error, connection, transaction
from tests import factories as given

from kith.occasions.guards import kept_models, triggers
from kith.occasions.record import Working

pytestmark = pytest.mark.django_db

KEPT = [model for model in kept_models() if not isinstance(model.kept, Working)]


def refused(statement: str) -> bool:
    """Whether the application's role is refused a statement, by privilege or by trigger."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except Error:
        return True
    return False


def test_the_database_has_exactly_the_triggers_the_models_declare():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE NOT t.tgisinternal AND t.tgname LIKE 'kith_keeps%' AND t.tgenabled = 'A'"
        )
        assert set(cursor.fetchall()) == set(triggers())


@pytest.mark.parametrize("model", KEPT, ids=lambda model: model._meta.label)
def test_the_application_can_alter_delete_truncate_or_unguard_no_table_of_what_was_entered(model):
    table = model._meta.db_table
    column = next(
        field.column for field in model._meta.concrete_fields if field.column not in getattr(model.kept, "columns", ())
    )
    assert refused(f'UPDATE "{table}" SET "{column}" = "{column}"')
    assert refused(f'DELETE FROM "{table}"')
    assert refused(f'TRUNCATE "{table}" CASCADE')
    assert refused(f'ALTER TABLE "{table}" DISABLE TRIGGER ALL')
    assert refused(f'DROP TABLE "{table}" CASCADE')


def test_the_application_cannot_pass_itself_off_as_a_replica():
    assert refused("SET session_replication_role = replica")


def test_what_has_ended_stays_ended():
    manager = given.somebody_at()
    robin = given.a_child(manager)
    given.a_mark(manager, robin)
    assert refused("UPDATE occasions_occasion SET at = at + interval '1 day' WHERE at IS NOT NULL")


def test_an_ordinary_read_is_not_refused():
    assert not refused("SELECT 1")
