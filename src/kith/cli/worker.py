"""Run what Kith does by itself, until told to stop: let time pass, and let mail leave. A plain loop; procrastinate comes with notices."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
import traceback

SECONDS_BETWEEN = 5.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(arguments: argparse.Namespace) -> int:
    """Every few seconds, until SIGTERM or Ctrl-C. What goes wrong is printed and tried again."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import django
    from django.db import DatabaseError, close_old_connections

    django.setup()
    from kith.jobs.pass_time import pass_time
    from kith.jobs.send_mail import send_mail

    stop = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda number, frame: stop.set())
    while not stop.is_set():
        close_old_connections()
        try:
            if sent := send_mail():
                print(f"mail sent: {sent}", flush=True)
            if done := pass_time():
                print(f"time passed for {done}", flush=True)
        except DatabaseError:
            traceback.print_exc(file=sys.stderr)
        stop.wait(SECONDS_BETWEEN)
    return 0
