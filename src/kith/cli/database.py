"""Migrating as the owner: tables, then the triggers that keep what was entered, then what the application may do."""

import argparse
import os

from kith.cli import PlainError


def migrate(owner_url: str, application_url: str) -> None:
    """Bring a database up to date as its owner. The application's role owns nothing and is granted little."""
    os.environ["DATABASE_URL"] = owner_url
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import dj_database_url
    import django
    from django.core.management import call_command
    from django.db import connection, transaction

    django.setup()
    from kith.occasions.guards import statements

    application = str(dj_database_url.parse(application_url)["USER"])
    call_command("migrate", verbosity=0, interactive=False)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {application}")
        for statement in statements(application):
            cursor.execute(statement)
    connection.close()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options: both addresses come from the environment."""


def run(arguments: argparse.Namespace) -> int:
    """`kith migrate`."""
    owner, application = os.environ.get("KITH_OWNER_DATABASE_URL"), os.environ.get("DATABASE_URL")
    if not owner or not application:
        raise PlainError(
            "Set KITH_OWNER_DATABASE_URL (the owner's) and DATABASE_URL (the application's), then try again."
        )
    migrate(owner, application)
    print("The database is up to date.")
    return 0
