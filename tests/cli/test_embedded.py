"""The embedded PostgreSQL starts, is adopted, mended and stopped, whatever was done to it. A real server."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from kith.cli import PlainError, embedded
from kith.cli.folders import fit_folder, socket_path
from kith.cli.postmaster import postmaster_of


@pytest.fixture(scope="module")
def folder():
    # One for the whole file, to make PostgreSQL's files once; each test finds what the one before left.
    # Not tmp_path: that is closed to the account which root lends to PostgreSQL, and too long for a socket.
    with tempfile.TemporaryDirectory(dir="/var/tmp", prefix="kith-") as made:
        os.chmod(made, 0o755)
        place = Path(made).resolve() / "server"
        yield place
        embedded.remove(place)


def start(folder):
    return embedded.start(folder, durable=False)


def pid_on(folder):
    running = postmaster_of(folder / "cluster")
    return running and running.process.pid


def wait_until_gone(folder):
    until = time.monotonic() + 20
    while pid_on(folder) and time.monotonic() < until:
        time.sleep(0.05)
    assert pid_on(folder) is None


def ask(server, question, role="application", database="postgres"):
    url = server.owner_url(database) if role == "owner" else server.application_url(database)
    with psycopg.connect(url, autocommit=True) as connection:
        return connection.execute(question).fetchone()[0]


class TestAStart:
    def test_gives_two_roles_that_are_no_superusers(self, folder):
        server = start(folder)
        superuser = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
        creates = "SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user"
        for role in ("owner", "application"):
            assert ask(server, "SELECT current_user", role) == f"kith_{role}"
            assert ask(server, superuser, role) is False
        assert ask(server, creates, "owner") is True
        assert ask(server, creates) is False

    def test_gives_a_database_whose_owner_can_add_what_kith_needs_and_the_application_cannot(self, folder):
        server = start(folder)
        assert embedded.ensure_database(server, "kith_try") is True
        assert embedded.ensure_database(server, "kith_try") is False
        with psycopg.connect(server.owner_url("kith_try")) as connection:
            for extension in ("btree_gist", "pg_trgm"):
                connection.execute(f"CREATE EXTENSION {extension}")
            connection.execute("CREATE TABLE told (words text)")
        with psycopg.connect(server.application_url("kith_try"), autocommit=True) as connection:
            for refused in ("CREATE TABLE mine (x int)", "INSERT INTO told VALUES ('x')", "DROP TABLE told"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(refused)

    def test_listens_on_a_socket_in_a_closed_folder_and_nowhere_else(self, folder):
        server = start(folder)
        assert stat.S_IMODE(server.socket_dir.stat().st_mode) == 0o700
        assert ask(server, "SHOW listen_addresses") == ""

    def test_again_adopts_the_server_that_runs(self, folder):
        start(folder)
        first = pid_on(folder)
        start(folder)
        assert pid_on(folder) == first

    def test_with_other_wishes_starts_it_anew(self, folder):
        start(folder)
        server = embedded.start(folder, port=6543, durable=True)
        assert server.port == 6543
        assert ask(server, "SHOW fsync") == "on"

    def test_uses_a_short_folder_for_the_socket_when_its_own_path_is_too_long(self, folder):
        folder.parent.joinpath("long" * 20).mkdir()
        long = folder.parent / ("long" * 20) / "server"
        server = start(long)
        try:
            assert server.socket_dir == socket_path(long)
            assert str(server.socket_dir).startswith("/tmp/")
            assert ask(server, "SELECT 1") == 1
        finally:
            embedded.remove(long)
        assert not server.socket_dir.exists()

    def test_refuses_a_path_with_a_space_and_says_what_to_do(self, folder):
        with pytest.raises(PlainError, match="KITH_HOME=/var/tmp/kith"):
            embedded.start(folder.parent / "with space")
        assert not (folder.parent / "with space").exists()


class TestWhatWasCutOff:
    def test_a_server_left_by_a_killed_parent_is_adopted_with_what_was_committed(self, folder):
        code = (
            "import os, sys, signal, psycopg; from pathlib import Path; from kith.cli import embedded\n"
            "server = embedded.start(Path(sys.argv[1]), durable=False)\n"
            "embedded.ensure_database(server, 'kith_kept')\n"
            "os.kill(os.getpid(), signal.SIGKILL)"
        )
        killed = subprocess.run([sys.executable, "-c", code, str(folder)], check=False)
        assert killed.returncode == -signal.SIGKILL
        left = pid_on(folder)
        assert left
        assert ask(start(folder), "SELECT 1", database="kith_kept") == 1
        assert pid_on(folder) == left

    def test_a_killed_server_recovers(self, folder):
        server = embedded.start(folder)
        embedded.ensure_database(server, "kith_kept")
        os.kill(pid_on(folder), signal.SIGKILL)
        wait_until_gone(folder)
        assert ask(embedded.start(folder), "SELECT 1", database="kith_kept") == 1

    def test_a_pid_file_that_names_another_program_is_cleared_and_that_program_lives_on(self, folder):
        start(folder)
        lines = (folder / "cluster" / "postmaster.pid").read_text().splitlines()
        os.kill(pid_on(folder), signal.SIGKILL)
        wait_until_gone(folder)
        with subprocess.Popen(["sleep", "60"]) as other:
            try:
                stale = "\n".join([str(other.pid), *lines[1:]])
                (folder / "cluster" / "postmaster.pid").write_text(f"{stale}\n")
                assert ask(start(folder), "SELECT 1") == 1
                embedded.stop(folder)
                assert other.poll() is None
            finally:
                other.kill()

    def test_a_server_whose_pid_file_was_deleted_is_found_and_replaced(self, folder):
        start(folder)
        first = pid_on(folder)
        (folder / "cluster" / "postmaster.pid").unlink()
        assert ask(start(folder), "SELECT 1") == 1
        assert pid_on(folder) != first

    def test_files_made_by_half_are_made_again(self, folder):
        embedded.remove(folder)
        (folder / "cluster.making-1" / "base").mkdir(parents=True)
        (folder / "cluster").mkdir()
        (folder / "cluster" / "postgresql.conf").write_text("half")
        assert ask(start(folder), "SELECT 1") == 1
        assert not list(folder.glob("cluster.making-*"))

    def test_two_starts_at_once_are_one_server(self, folder):
        code = (
            "import sys; from pathlib import Path; from kith.cli import embedded\n"
            "embedded.start(Path(sys.argv[1]), durable=False)"
        )
        both = [subprocess.Popen([sys.executable, "-c", code, str(folder)]) for _ in range(2)]
        assert [each.wait(60) for each in both] == [0, 0]
        assert ask(start(folder), "SELECT 1") == 1


class TestAStop:
    def test_is_no_error_when_nothing_runs_and_leaves_no_process(self, folder):
        embedded.stop(folder)
        start(folder)
        embedded.stop(folder)
        embedded.stop(folder)
        assert pid_on(folder) is None

    def test_keeps_what_was_committed(self, folder):
        embedded.ensure_database(start(folder), "kith_kept")
        embedded.stop(folder)
        assert ask(start(folder), "SELECT 1", database="kith_kept") == 1

    def test_a_folder_that_kith_did_not_make_is_never_removed(self, folder):
        letters = folder.parent / "letters"
        letters.mkdir()
        (letters / "first").touch()
        embedded.stop(letters)
        with pytest.raises(PlainError, match="did not make"):
            embedded.remove(letters)
        assert [each.name for each in letters.iterdir()] == ["first"]


class TestTheDefaultFolder:
    def test_is_under_kith_home_when_that_is_set(self, monkeypatch):
        monkeypatch.setenv("KITH_HOME", "/var/tmp/elsewhere")
        assert embedded.default_folder("demo") == Path("/var/tmp/elsewhere/demo")

    def test_is_fit_for_postgresql_even_when_home_has_a_space(self, monkeypatch):
        monkeypatch.delenv("KITH_HOME", raising=False)
        monkeypatch.setenv("HOME", "/home/a b")
        assert " " not in str(embedded.default_folder("demo"))

    @pytest.mark.skipif(os.geteuid() != 0, reason="only root lends PostgreSQL an account")
    def test_as_root_a_closed_folder_is_refused_with_a_sentence(self):
        closed = Path(tempfile.mkdtemp(dir="/var/tmp", prefix="kith-"))
        with pytest.raises(PlainError, match="cannot reach"):
            fit_folder(closed / "server")
        shutil.rmtree(closed)
