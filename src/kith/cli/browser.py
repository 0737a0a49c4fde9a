"""Finds a Chromium for the browser tests, or installs one, or says what to type. Never skips in silence."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from kith.cli import PlainError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_A_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def found() -> str | None:
    """The path of a browser on this machine, or None. KITH_BROWSER, when set, is believed."""
    if told := os.environ.get("KITH_BROWSER"):
        if not os.access(told, os.X_OK):
            raise PlainError(f"KITH_BROWSER names {told}, which is not a program that can be started.")
        return told
    on_path = (shutil.which(name) for name in NAMES)
    on_a_mac = (str(path) for path in (Path(each).expanduser() for each in ON_A_MAC) if path.is_file())
    return next((path for path in (*on_path, *on_a_mac) if path), None) or _of_playwright()


def find() -> str:
    """The path of a browser, installed now if need be. PlainError with the line to type when that failed."""
    if path := found():
        return path
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("  no browser here; installing Chromium with apt-get …", flush=True)
        _install_with_apt()
    if path := found():
        return path
    print("  no browser here; fetching Playwright's Chromium …", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if path := found():
        return path
    raise PlainError(
        "The browser tests need Chromium or Chrome, and none could be found or installed. "
        "Type one of these, then ./kith test again:\n"
        "  Debian or Ubuntu:  sudo apt-get install -y --no-install-recommends chromium fonts-liberation\n"
        "  macOS:             brew install --cask google-chrome\n"
        "  anywhere:          KITH_BROWSER=/path/to/chrome ./kith test"
    )


def _install_with_apt() -> None:
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"]
    for command in (["apt-get", "update", "-qq"], install):
        subprocess.run(command, env=quietly, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)


def _of_playwright() -> str | None:
    question = [sys.executable, "-c", ASK_PLAYWRIGHT]
    asked = subprocess.run(question, capture_output=True, text=True, check=False)
    path = asked.stdout.strip()
    return path if asked.returncode == 0 and os.access(path, os.X_OK) else None
