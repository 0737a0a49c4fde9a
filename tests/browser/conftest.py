"""A real Chromium against the demonstration's own processes, on a database of their own and a free port.

A browser that is missing is a failure: `./kith test` finds or installs one and names it in KITH_BROWSER.
"""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import uuid4

import psycopg
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, StorageState, sync_playwright

from kith.cli.demo import _web
from kith.cli.embedded import Server

STORIES = ("robin", "luke", "freddie_ashdown", "oconnell", "zac_penrose")
#: What the browser notes of a form that comes back because something is missing in it. That is no failure.
COMES_BACK = "responded with a status of 422"
WIDTHS = (1280, 375)


@dataclass
class Site:
    """The demonstration as a browser meets it."""

    address: str
    chromium: Browser
    troubles: list[str] = field(default_factory=list)
    opened: list[BrowserContext] = field(default_factory=list)

    def page(self, *, width: int = 1280, script: bool = True, key: StorageState | None = None) -> Page:
        """A fresh window in which nobody has entered, or with the `key` of somebody who has.

        What goes wrong in it is noted in `troubles`.
        """
        window = self.chromium.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            base_url=self.address,
            storage_state=key,
        )
        self.opened.append(window)
        page = window.new_page()
        self.watch(page)
        return page

    def watch(self, page: Page) -> None:
        """Note in `troubles` what goes wrong in a window."""
        page.on("console", lambda said: self._note_said(said.type, said.text))
        page.on("requestfailed", self._note_failure)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))

    def _note_said(self, kind: str, words: str) -> None:
        if kind == "error" and COMES_BACK not in words:
            self.troubles.append(words)

    def _note_failure(self, request: Request) -> None:
        """What the browser itself gave up because the reader went on is no failure."""
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"{request.url}: {request.failure}")

    def entered_as(self, who: str, *, width: int = 1280, script: bool = True) -> Page:
        """A window in which somebody has entered and sees their work."""
        page = self.page(width=width, script=script)
        page.goto("/")
        with page.expect_navigation(url=f"{self.address}/"):
            page.click(f"button[value={who}]")
        return page

    def record_of(self, child: str, *, who: str = "amara", width: int = 1280, script: bool = True) -> Page:
        """A window that shows a child's record."""
        page = self.entered_as(who, width=width, script=script)
        page.goto("/children/")
        with page.expect_navigation():
            page.click(f".children__name a:has-text('{child}')")
        return page


@contextmanager
def demonstration(server: Server, template: str, *stories: str, works: bool = False, **also: str) -> Iterator[str]:
    """The web server of a demonstration with these stories, in a process and on a database of its own.

    `works`: with the worker beside it. `also` are settings of the environment.
    """
    name = f"kith_site_{uuid4().hex[:12]}"
    with psycopg.connect(server.owner_url("postgres"), autocommit=True) as owner:
        owner.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
    environment = {**os.environ, "DATABASE_URL": server.application_url(name), "KITH_DEMO": "1", **also}
    load = [sys.executable, "-m", "kith.cli", "demo-load", *stories]
    loaded = subprocess.run(load, env=environment, capture_output=True, text=True, check=False)
    assert loaded.returncode == 0, loaded.stderr
    port = _free_port()
    environment["KITH_DEMO_CLOCK"] = loaded.stdout.splitlines()[-1]
    quiet = {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    serving = subprocess.Popen(_web("127.0.0.1", port), **quiet)
    working = subprocess.Popen([sys.executable, "-m", "kith.cli", "worker"], **quiet) if works else None
    try:
        _wait_for(port, serving)
        yield f"http://127.0.0.1:{port}"
    finally:
        for one in (serving, working):
            if one:
                one.terminate()
                one.wait(20)
        with psycopg.connect(server.owner_url("postgres"), autocommit=True) as owner:
            owner.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture(scope="session")
def address(server: Server, template: str) -> Iterator[str]:
    """One demonstration for all who only look. A module that moves the clock has an `address` of its own."""
    with demonstration(server, template, *STORIES) as its_address:
        yield its_address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("KITH_BROWSER")
    assert path, "There is no browser. Run these as ./kith test tests/browser, which finds or installs one."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def site(address: str, chromium: Browser) -> Iterator[Site]:
    """The demonstration; after each test, nothing may have gone wrong in any of its windows."""
    here = Site(address, chromium)
    yield here
    for window in here.opened:
        window.close()
    assert here.troubles == []


def _free_port() -> int:
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        return int(attempt.getsockname()[1])


def _wait_for(port: int, serving: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        assert serving.poll() is None, "The web server ended by itself."
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("The web server did not answer.")
