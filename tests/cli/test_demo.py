"""`./kith demo`: it answers, stops clean, mends what a kill left, keeps what was entered until --clean. Real processes.

All of it runs from a copy of Kith whose path has spaces in it, as a folder on a desktop has.
"""

import fcntl
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from kith.cli import embedded
from kith.cli.demo import FIRST_PORT
from kith.cli.folders import ROOT_OF_KITH

PATIENCE = 180.0  # seconds, for a first start on a slow machine
KEPT = "Stopped. What was entered is kept; ./kith demo --clean deletes it."


@dataclass
class Demo:
    """A copy of Kith and the folder where it keeps what it makes."""

    copy: Path
    home: Path

    def begin(self, *words: str) -> subprocess.Popen[str]:
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("KITH_") and name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
        }
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "kith.cli", "demo", *words],
            env={**environment, "KITH_HOME": str(self.home), "PYTHONPATH": str(self.copy), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=self.copy,
        )

    def ends(self, *words: str) -> tuple[int, str]:
        """What it says and how it ends when it ends by itself."""
        started = self.begin(*words)
        said, _ = started.communicate(timeout=PATIENCE)
        return started.returncode, said

    def start(self, *words: str) -> "Running":
        process = self.begin(*words)
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if "Ctrl-C stops it." in line:
                return Running(process, "".join(said))
        raise AssertionError("It ended before it answered:\n" + "".join(said))

    def left_running(self) -> list[str]:
        """Every process that works in this home, or was told of it."""
        return [str(each.cmdline()) for each in psutil.process_iter() if self._is_ours(each)]

    def _is_ours(self, process: psutil.Process) -> bool:
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                return False
            told = (process.cwd(), process.environ().get("KITH_HOME", ""), *process.cmdline())
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            return False
        return any(str(self.home) in one for one in told)


@dataclass
class Running:
    process: subprocess.Popen[str]
    said: str

    @property
    def port(self) -> int:
        return int(self.said.partition("Kith is at http://localhost:")[2].split()[0])

    def stop(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        self.process.send_signal(how)
        rest, _ = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, rest

    def asked(self, method: str, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, headers={"Host": "localhost"})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()


@pytest.fixture(scope="module")
def demo() -> Iterator[Demo]:
    # One for the whole file, to load the children once; each test stops what it starts.
    with tempfile.TemporaryDirectory(dir="/var/tmp", prefix="kith-") as made:
        os.chmod(made, 0o755)
        place = Path(made).resolve()
        copy = place / "Kith on my desktop" / "src"
        shutil.copytree(ROOT_OF_KITH / "src", copy, ignore=shutil.ignore_patterns("__pycache__"))
        here = Demo(copy, place / "home")
        yield here
        here.ends("--clean")
        embedded.remove(here.home / "demo")


@pytest.fixture(autouse=True)
def one_at_a_time() -> Iterator[None]:
    """Tests that run at once elsewhere would start on the same usual port, between finding it free and taking it."""
    with open(Path(tempfile.gettempdir()) / "kith-tests-of-the-demonstration.lock", "w", encoding="utf-8") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@pytest.fixture
def running(demo: Demo) -> Iterator[Running]:
    started = demo.start()
    yield started
    if started.process.poll() is None:
        started.stop()


def test_it_says_where_it_is_and_as_whom_to_enter_and_answers_there(running: Running):
    assert "Enter with one click as one of these:" in running.said
    assert "Amara Okafor" in running.said and "Every person here is made up." in running.said
    assert running.asked("GET", "/healthz") == (200, "alive\n")
    status, html = running.asked("GET", "/enter")
    assert status == 200 and "Whose work do you want to see?" in html and "Practice data." in html
    assert running.asked("GET", "/static/kith.css")[0] == 200


def test_ctrl_c_stops_all_of_it_and_says_that_what_was_entered_is_kept(demo: Demo, running: Running):
    assert len(demo.left_running()) >= 4, "the demonstration, PostgreSQL, the web server and the worker"
    ended, said = running.stop()
    assert (ended, said.strip()) == (0, KEPT)
    assert demo.left_running() == []


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_a_closed_window_stops_it_as_well(demo: Demo, running: Running, how: signal.Signals):
    assert running.stop(how)[0] == 0
    assert demo.left_running() == []


def test_a_second_start_in_the_same_home_says_where_the_first_one_is(demo: Demo, running: Running):
    ended, said = demo.ends()
    assert ended == 1
    assert "already running" in said and f"http://localhost:{running.port}" in said
    assert running.asked("GET", "/healthz")[0] == 200, "the first is left alone"


def test_killed_outright_the_next_start_stops_what_was_left_and_answers(demo: Demo, running: Running):
    running.process.kill()
    running.process.communicate(timeout=PATIENCE)
    assert demo.left_running() != []
    again = demo.start()
    try:
        assert "An earlier demonstration was cut off; stopped what it had left: web, worker." in again.said
        assert again.asked("GET", "/enter")[0] == 200
    finally:
        again.stop()
    assert demo.left_running() == []


def test_a_web_server_that_ends_by_itself_stops_all_and_is_named(demo: Demo, running: Running):
    web = next(each for each in psutil.Process(running.process.pid).children() if "gunicorn" in each.cmdline())
    web.kill()
    said, _ = running.process.communicate(timeout=PATIENCE)
    assert running.process.returncode == 1
    assert "The web process ended by itself, so everything was stopped." in said
    assert demo.left_running() == []


def test_a_port_that_is_asked_for_and_taken_is_said_in_a_sentence_and_nothing_starts(demo: Demo):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended, said = demo.ends("--port", str(port))
    assert (ended, said.count("\n")) == (1, 1)
    assert f"Port {port} is taken by another program" in said
    assert demo.left_running() == []


def test_the_usual_port_taken_it_answers_on_the_next_one_and_says_so(demo: Demo):
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", FIRST_PORT))
            taken.listen()
        except OSError:
            pass  # another program has it already, which is what this is about
        started = demo.start()
        try:
            assert f"Port {FIRST_PORT} is taken by another program, so this is on {started.port}." in started.said
            assert started.asked("GET", "/healthz")[0] == 200
        finally:
            started.stop()


def test_a_home_with_a_space_is_refused_with_what_to_set_instead(demo: Demo):
    ended, said = Demo(demo.copy, demo.home / "a home").ends()
    assert ended == 1
    assert "path with a space" in said and "Set KITH_HOME" in said and "Traceback" not in said


def test_clean_stops_what_runs_and_deletes_all_that_was_entered(demo: Demo, running: Running):
    cluster = demo.home / "demo"
    assert cluster.exists()
    cleaning = demo.begin("--clean")
    assert KEPT in running.process.communicate(timeout=PATIENCE)[0]
    assert running.process.returncode == 0
    said, _ = cleaning.communicate(timeout=PATIENCE)
    assert (cleaning.returncode, "are gone. ./kith demo starts it afresh." in said) == (0, True)
    assert not cluster.exists()
    assert demo.left_running() == []
