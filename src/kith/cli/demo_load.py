"""Load the made-up partnership into the demonstration's database. Safe and quick to run again.

The last line it prints is how many seconds the demonstration's clock is ahead of this machine's.
"""

from __future__ import annotations

import argparse
import os
from datetime import datetime
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from kith.cli import PlainError
from kith.cli.demo_load_hours import add_hours, add_leave, allocate_workers
from kith.cli.demo_partnership import (
    KEPT_AS_IT_WAS,
    MAIL_DOMAINS,
    OF_REVIEWS,
    PARTS,
    STARTS,
    Part,
    agency_id,
    story_files,
)

if TYPE_CHECKING:
    from kith.occasions.ticket import Ticket


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("only", nargs="*", metavar="STORY", help="load these stories only, by name")


def run(arguments: argparse.Namespace) -> int:
    """Stories first, each in one transaction, then the people to enter as, hours, numbers and leave, and who works with whom."""
    if os.environ.get("KITH_DEMO") != "1":
        raise PlainError("Made-up children are loaded into a demonstration only: set KITH_DEMO=1.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import django

    django.setup()
    ahead = load(tuple(arguments.only))
    print(ahead)
    return 0


def load(only: tuple[str, ...] = ()) -> float:
    """Load what is not there yet, and say how far ahead the demonstration's clock is."""
    from django.conf import settings

    settings.DEMO_CLOCK_AHEAD = _seconds_ahead()
    for file in story_files(only):
        _load_story(file)
    _add_people()
    _add_mail_domains()
    add_hours()
    add_leave()
    allocate_workers()
    return _seconds_ahead()


def _seconds_ahead() -> float:
    """The clock starts at STARTS, and never goes back behind what was entered, or behind where it was moved to.

    How far it was moved on stands in the database and comes on top.
    """
    from django.db.models import Max

    from kith.journey.clock import moved
    from kith.occasions.models import ClockMoved, Occasion

    entered: datetime | None = Occasion.objects.aggregate(last=Max("at"))["last"]
    moved_to: datetime | None = ClockMoved.objects.aggregate(last=Max("to"))["last"]
    last = max(STARTS, entered or STARTS, moved_to or STARTS)
    return (last - datetime.now(STARTS.tzinfo)).total_seconds() - moved()


def _load_story(file: Traversable) -> None:
    from kith.exchange.chronology_import import import_chronology
    from kith.replay.chronology_file import BadLines, read
    from kith.vocabulary import Through

    through = Through.REVIEW if file.name.removesuffix(".jsonl") in OF_REVIEWS else Through.IMPORT
    chronology = read(file.read_text(encoding="utf-8"))
    try:
        new = import_chronology(chronology, until=STARTS, through=through)
    except BadLines as changed:
        print(f"{file.name} {KEPT_AS_IT_WAS}\n{changed}", flush=True)
        return
    if new:
        print(f"{file.name}: {new} entries", flush=True)


def _add_people() -> None:
    from kith.agencies.models import Agency, SignIn
    from kith.journey.occasion import open_occasion
    from kith.policy.permissions import Actor

    there = set(SignIn.objects.values_list("username", flat=True))
    missing = [part for part in PARTS if part.username not in there]
    if not missing:
        return
    agencies = set(Agency.objects.values_list("id", flat=True))
    with open_occasion(Actor(name="Setting up the demonstration", is_machine=True)) as occasion:
        for part in missing:
            _add(occasion, part, agency_is_there=part.agency_id in agencies)
            agencies.add(part.agency_id)


def _add_mail_domains() -> None:
    from kith.agencies.codes import add_mail_domain
    from kith.agencies.models import MailDomain
    from kith.journey.occasion import open_occasion
    from kith.policy.permissions import Actor

    if MailDomain.objects.exists():
        return
    with open_occasion(Actor(name="Setting up the demonstration", is_machine=True)) as occasion:
        for domain, agency in MAIL_DOMAINS:
            add_mail_domain(occasion, domain=domain, agency=agency_id(agency))


def _add(occasion: Ticket, part: Part, *, agency_is_there: bool) -> None:
    from kith.agencies.acts import add_agency, add_professional, add_sign_in

    if not agency_is_there:
        add_agency(occasion, id=part.agency_id, name=part.agency_name, type=part.agency_type)
    who = add_professional(occasion, name=part.name, role=part.role, agency=part.agency_id)
    add_sign_in(occasion, professional=who.id, username=part.username)
