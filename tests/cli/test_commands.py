"""What can be typed: each command says in a sentence what it did, or what is wrong and what to do."""

import json
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from kith.cli.docs import PAGES, is_current
from kith.cli.embedded import Server
from kith.cli.settings import LEFT_OUT, without_secrets

HEAD = [
    {"source": "urn:kith:test:typed"},
    {"id": "north", "kind": "agency", "name": "North team", "type": "social_care"},
    {"id": "robin", "kind": "person", "name": "Robin", "born": "2024-05-03"},
]
MARK = {
    "id": "mark", "kind": "injury", "type": "bruise", "region": "shin", "about": ["robin"],
    "by": {"role": "social_worker", "agency": "north"}, "happened": "2026-11-11T09:00", "at": "2026-11-11T10:00",
}  # fmt: skip


def typed(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "KITH_DEMO")}
    command = [sys.executable, "-m", "kith.cli", *map(str, words)]
    return subprocess.run(command, env={**known, **environment}, capture_output=True, text=True, check=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a file.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in (*HEAD, MARK)), encoding="utf-8")
    return path


# -- import -------------------------------------------------------------------------------------------------------


def test_a_file_is_brought_in_once_however_often_it_is_typed(server: Server, cloned_database: str, file: Path):
    url = server.application_url(cloned_database)
    first, second = typed("import", file, DATABASE_URL=url), typed("import", file, DATABASE_URL=url)
    assert (first.returncode, first.stdout) == (0, "1 new entry.\n")
    assert (second.returncode, second.stdout) == (0, "Nothing new: all of it is there already.\n")
    with psycopg.connect(server.owner_url(cloned_database)) as connection:
        assert connection.execute("SELECT count(*) FROM chronology_entry").fetchone() == (1,)


def test_bad_lines_are_each_named_and_nothing_is_in(server: Server, cloned_database: str, file: Path):
    bad = [{**MARK, "id": "two", "region": "ear lobe"}, {**MARK, "id": "three", "at": "yesterday"}]
    file.write_text("\n".join(json.dumps(line) for line in (*HEAD, MARK, *bad)), encoding="utf-8")
    said = typed("import", file, DATABASE_URL=server.application_url(cloned_database))
    assert said.returncode == 1
    assert "Line 5: " in said.stderr and "Line 6: " in said.stderr and "Line 4" not in said.stderr
    with psycopg.connect(server.owner_url(cloned_database)) as connection:
        assert connection.execute("SELECT count(*) FROM occasions_occasion").fetchone() == (0,)


def test_a_file_stops_where_it_is_told_to(server: Server, cloned_database: str):
    url = server.application_url(cloned_database)
    part = typed("import", "robin", "--until", "2026-11-30", DATABASE_URL=url)
    rest = typed("import", "robin", DATABASE_URL=url)
    assert part.returncode == rest.returncode == 0
    assert int(part.stdout.split()[0]) > 20 and int(rest.stdout.split()[0]) > 20


@pytest.mark.parametrize(
    ("words", "environment", "said"),
    [
        (("import", "nowhere.jsonl"), {}, "nowhere.jsonl"),
        (("import", "robin"), {}, "Set DATABASE_URL"),
        (("import", "robin", "--until", "soon"), {}, "--until"),
        (
            ("import", "robin"),
            {"DATABASE_URL": "postgresql://nobody@/nowhere?host=/nowhere"},
            "Is it there, and migrated",
        ),
    ],
)
def test_what_cannot_run_says_why_and_exits_2(words: tuple[str, ...], environment: dict[str, str], said: str):
    done = typed(*words, **environment)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


# -- the rest -----------------------------------------------------------------------------------------------------


def test_the_settings_in_force_are_printed_without_their_secrets():
    done = typed(
        "settings", KITH_SECRET_KEY="never to be seen", DATABASE_URL="postgresql://app:hidden@db/kith", KITH_DEMO="1"
    )
    assert done.returncode == 0
    assert "DEMO = True" in done.stdout
    assert "never to be seen" not in done.stdout and "hidden" not in done.stdout


def test_a_secret_is_left_out_however_deep_it_lies():
    nested = {"default": {"PASSWORD": "x", "OPTIONS": [{"API_TOKEN": "y", "HOST": "db"}]}}
    expected = {"default": {"PASSWORD": LEFT_OUT, "OPTIONS": [{"API_TOKEN": LEFT_OUT, "HOST": "db"}]}}
    assert without_secrets("DATABASES", nested) == expected


def test_a_page_that_no_longer_says_what_the_code_says_is_noticed(tmp_path: Path):
    for written, make in PAGES.items():
        page = tmp_path / written.name
        assert not is_current(page, make())
        page.write_text(written.read_text(encoding="utf-8"), encoding="utf-8")
        assert is_current(page, make())
        page.write_text(make().replace("a", "b", 1), encoding="utf-8")
        assert not is_current(page, make())


def test_made_up_children_are_loaded_into_a_demonstration_only():
    done = typed("demo-load")
    assert done.returncode == 1
    assert "set KITH_DEMO=1" in done.stderr


def test_a_word_nearly_right_is_met_with_the_right_one():
    done = typed("replya", "luke")
    assert done.returncode == 2
    assert "Did you mean ./kith replay?" in done.stderr
