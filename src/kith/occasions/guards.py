"""The database's own refusals, generated from what each model declares: no update, no delete, no truncate.

Applied by the owner after every migration, on every typed table. The application's role is granted what a table's
declaration leaves it, and nothing more.
"""

from django.apps import apps
from django.db import models

from kith.occasions.record import EndsOnce, Entered, Row, Working

PREFIX = "kith_keeps"


def kept_models() -> tuple[type[Row], ...]:
    """Every table of ours, in the order of their names."""
    found = [model for model in apps.get_models() if issubclass(model, Row)]
    return tuple(sorted(found, key=lambda model: model._meta.db_table))


def triggers() -> dict[tuple[str, str], str]:
    """(table, trigger) to the statement that makes it."""
    made: dict[tuple[str, str], str] = {}
    for model in kept_models():
        table = model._meta.db_table
        if isinstance(model.kept, Working):
            continue
        refused = "UPDATE OR DELETE" if isinstance(model.kept, Entered) else "DELETE"
        made[(table, f"{PREFIX}_rows")] = _trigger(table, f"{PREFIX}_rows", refused, "ROW", "kith_refuse()")
        made[(table, f"{PREFIX}_table")] = _trigger(table, f"{PREFIX}_table", "TRUNCATE", "STATEMENT", "kith_refuse()")
        if isinstance(model.kept, EndsOnce):
            columns = ", ".join(f"'{column}'" for column in model.kept.columns)
            made[(table, f"{PREFIX}_once")] = _trigger(
                table, f"{PREFIX}_once", "UPDATE", "ROW", f"kith_end_once({columns})"
            )
    return made


def statements(application: str) -> list[str]:
    """All the owner runs after migrating, for the application's role of this name."""
    run = [_REFUSE, _END_ONCE, *triggers().values()]
    for model in apps.get_models(include_auto_created=True):
        run.append(f'GRANT {_rights(model)} ON "{model._meta.db_table}" TO {application}')
    return [*run, f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {application}"]


def _rights(model: type[models.Model]) -> str:
    if not issubclass(model, Row):
        return "SELECT, INSERT, UPDATE, DELETE"
    if isinstance(model.kept, EndsOnce):
        return "SELECT, INSERT, UPDATE (" + ", ".join(model.kept.columns) + ")"
    return "SELECT, INSERT" if isinstance(model.kept, Entered) else "SELECT, INSERT, UPDATE"


def _trigger(table: str, name: str, event: str, each: str, function: str) -> str:
    return (
        f'CREATE OR REPLACE TRIGGER {name} BEFORE {event} ON "{table}" FOR EACH {each} EXECUTE FUNCTION {function};'
        f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER {name}'
    )


_REFUSE = """
CREATE OR REPLACE FUNCTION kith_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was entered is never altered: % on %. Enter a correction.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$
"""

_END_ONCE = """
CREATE OR REPLACE FUNCTION kith_end_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was jsonb := to_jsonb(OLD);
    becomes jsonb := to_jsonb(NEW);
    name text;
BEGIN
    FOREACH name IN ARRAY TG_ARGV LOOP
        IF was -> name <> 'null'::jsonb AND was -> name IS DISTINCT FROM becomes -> name THEN
            RAISE EXCEPTION 'What has ended stays ended: % of %.', name, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END IF;
        was := was - name;
        becomes := becomes - name;
    END LOOP;
    IF was IS DISTINCT FROM becomes THEN
        RAISE EXCEPTION 'What was entered is never altered: UPDATE on %.', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$
"""
