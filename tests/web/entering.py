"""Entering as somebody, and reading what a page says."""

import re
from datetime import timedelta
from uuid import UUID

from django.test import Client
from tests import factories as given

from kith.agencies.acts import add_professional, add_sign_in
from kith.chronology.acts import record_injury
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.policy.permissions import Actor
from kith.vocabulary import InjuryType, Region

SETTING_UP = Actor(name="Setting up", is_machine=True)


def somebody(actor: Actor, username: str) -> Actor:
    """The same role at the same agency, with a sign-in."""
    with open_occasion(SETTING_UP) as occasion:
        who = add_professional(occasion, name=username.title(), role=actor.role, agency=actor.agency)
        add_sign_in(occasion, professional=who.id, username=username)
    return actor


def entered_as(username: str) -> Client:
    client = Client()
    assert client.post("/enter", {"enter_as": username}).status_code == 302
    return client


def words(response) -> str:
    said = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", re.sub(r"\d{1,2}(:\d\d)?[ap]m", "", said))


def a_mark(actor: Actor, child: UUID, *, days_ago: float = 0, said: str = "") -> UUID:
    seen = given.about(child, happened=now() - timedelta(days=days_ago, minutes=1), said=said)
    with open_occasion(actor, about=(child,)) as occasion:
        return record_injury(occasion, seen, type=InjuryType.BRUISE, region=Region.UPPER_ARM).id
