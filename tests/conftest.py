"""A real PostgreSQL for every test: one migrated template, cloned; the application's role, which owns nothing.

Tests never truncate. Ordinary ones roll back; one that needs real connections asks for `cloned_database`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest

from kith.cli.embedded import Server

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

#: Two runs at once on one server do not touch each other's databases.
RUN = f"{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"


@pytest.fixture
def three_rules(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A book of three rules, a look, a hold and a duty, for what the journey promises of any book."""
    from tests.policy.builder import THREE

    from kith.journey.respond import book
    from kith.policy import rulebook

    every = rulebook.discovered()
    monkeypatch.setattr(rulebook, "discovered", lambda: tuple(one for one in every if one.name in THREE))
    book.cache_clear()
    yield
    book.cache_clear()


@pytest.fixture(scope="session")
def server() -> Server:
    """The PostgreSQL that `./kith test` started."""
    told = os.environ.get("KITH_TEST_SERVER")
    if not told:
        pytest.exit("These tests need their PostgreSQL. Run them as ./kith test tests/…", returncode=2)
    at = json.loads(told)
    return Server(folder=Path(), socket_dir=Path(at["socket_dir"]), port=at["port"], binaries=Path())


def _as_owner(server: Server, *statements: str) -> None:
    with psycopg.connect(server.owner_url("postgres"), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture(scope="session")
def template(server: Server) -> Iterator[str]:
    """A database migrated by its owner, to be cloned."""
    name = f"kith_template_{RUN}"
    _as_owner(server, f"CREATE DATABASE {name}")
    environment = {
        **os.environ,
        "KITH_OWNER_DATABASE_URL": server.owner_url(name),
        "DATABASE_URL": server.application_url(name),
    }
    subprocess.run(
        [sys.executable, "-m", "kith.cli", "migrate"], env=environment, check=True, stdout=subprocess.DEVNULL
    )
    yield name
    _as_owner(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def cloned_database(server: Server, template: str) -> Iterator[str]:
    """A database of a test's own, by name: for real connections, real commits and real processes."""
    name = f"kith_clone_{uuid4().hex[:12]}"
    _as_owner(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield name
    _as_owner(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def django_db_setup(server: Server, template: str) -> Iterator[None]:
    """What pytest-django would make with its own hands, made by cloning instead."""
    name = f"kith_tests_{RUN}"
    _as_owner(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    point_django_at(server.application_url(name))
    yield
    from django.db import connections

    connections.close_all()
    _as_owner(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def robin_is_on_record(
    server: Server, template: str, django_db_setup: None, django_db_blocker: "DjangoDbBlocker"
) -> Iterator[None]:
    """For one module: the story of Robin brought in once, up to Christmas Eve, in a database that its tests roll back to."""
    from importlib.resources import files

    from django.db import connection
    from django.test import override_settings

    from kith.cli.demo_partnership import STARTS
    from kith.exchange.chronology_import import import_chronology
    from kith.journey.clock import now
    from kith.replay.chronology_file import read

    ours, name = str(connection.settings_dict["NAME"]), f"kith_robin_{RUN}"
    _as_owner(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"CREATE DATABASE {name} TEMPLATE {template}")
    with django_db_blocker.unblock():
        point_django_at(server.application_url(name))
        with override_settings(DEMO=True, DEMO_CLOCK_AHEAD=(STARTS - now()).total_seconds()):
            story = files("kith.replay.stories") / "robin.jsonl"
            import_chronology(read(story.read_text(encoding="utf-8")), until=STARTS)
        connection.close()
    yield
    with django_db_blocker.unblock():
        point_django_at(server.application_url(ours))
    _as_owner(server, f"DROP DATABASE {name} WITH (FORCE)")


def point_django_at(url: str) -> None:
    """Let this process's Django use another database."""
    import dj_database_url
    from django.db import connections

    connections.close_all()

    told = dj_database_url.parse(url)
    for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS"):
        if key in told:
            connections["default"].settings_dict[key] = told[key]
            connections.settings["default"][key] = told[key]
