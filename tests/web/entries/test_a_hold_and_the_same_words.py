"""What a hold refuses keeps its words; when the history was read, the same form, sent again, is saved."""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.test import Client
from tests import factories as given
from tests.web.entering import entered_as, words

from kith.chronology.models import Entry
from kith.duties.models import Duty
from kith.intake.acts import decide_threshold, receive_contact
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.policy.permissions import Actor
from kith.vocabulary import ThresholdOutcome

pytestmark = pytest.mark.django_db

UNREAD = "history_is_read_before_stepping_down"
WHY = "Tired, and said so.\nThe <school> agrees: “nothing more”, she isn't worried & neither are we."
LESSENING = ("no_further_action", "advice", "early_help", "stepped_down", "closed")


@pytest.fixture
def worry(manager, nursery, robin) -> UUID:
    """A worry of last month that was decided, and one of now, which is to be decided."""
    past = now() - timedelta(days=30)
    with open_occasion(nursery, about=(robin,)) as occasion:
        first = receive_contact(occasion, given.about(robin, happened=past, said="He was hungry."))
    with open_occasion(manager, about=(robin,)) as occasion:
        decide_threshold(occasion, given.about(robin), contact=first.id, outcome=ThresholdOutcome.ASSESSMENT)
    with open_occasion(nursery, about=(robin,)) as occasion:
        return receive_contact(occasion, given.about(robin, said="He was hungry again.")).id


def answered(manager: Actor, robin: UUID, worry: UUID) -> None:
    """The worry of now has its decision: only the history is left to be read before a service is stepped down."""
    with open_occasion(manager, about=(robin,)) as occasion:
        decide_threshold(occasion, given.about(robin), contact=worry, outcome=ThresholdOutcome.ALREADY_OPEN)


def the_form(client: Client, robin: UUID, worry: UUID, what: str) -> tuple[str, dict[str, object]]:
    """Where it is sent, and all that is sent: as a browser would, with the token that the page gave."""
    service = Entry.objects.get(kind="involvement").id
    kind, own = {
        "stepped_down": ("stepped_down", {"involvement": str(service), "to": "early_help"}),
        "closed": ("stepped_down", {"involvement": str(service), "to": "closed"}),
    }.get(what, ("threshold_decision", {"contact": str(worry), "outcome": what}))
    path = f"/children/{robin}/write/{kind}"
    (token,) = re.findall(r'name="token" value="(\w+)"', client.get(path).content.decode())
    return path, {"about": [str(robin)], "said": WHY, "sure": "now", "token": token, **own}


def decisions(path: str) -> int:
    return Entry.objects.filter(kind=path.rsplit("/", 1)[1], said=WHY).count()


@pytest.mark.parametrize("what", LESSENING)
def test_refused_while_the_history_is_unread_kept_and_saved_as_it_was_once_it_was_read(manager, robin, worry, what):
    client = entered_as("david")
    if what in ("stepped_down", "closed"):
        answered(manager, robin, worry)
    path, sent = the_form(client, robin, worry, what)

    refused = client.post(path, sent)
    assert refused.status_code == 422 and decisions(path) == 0
    assert "The person deciding has not read about Robin Marsh" in words(refused)
    html = unescape(refused.content.decode())
    assert WHY in html, "the words are in the box as they were typed"
    for name, value in sent.items():
        if name in ("outcome", "contact", "involvement", "to"):
            assert re.search(rf'value="{value}"[^>]*(checked|selected)', html), f"{name} is chosen still"

    duty = Duty.objects.get(rule=UNREAD, ending=None)
    (read_it,) = re.findall(
        r'href="(/children/[^"]+/write/history_check[^"]*)"', client.get(f"/duties/{duty.id}/").content.decode()
    )
    read = re.findall(r'name="read" value="([^"]+)"[^>]*checked', client.get(unescape(read_it)).content.decode())
    assert set(read) == {str(one) for one in duty.evidence}, "what is to be read is chosen already"
    check = {"about": [str(robin)], "said": "Hungry before too. It changes nothing.", "sure": "now", "read": read}
    assert client.post(read_it.split("?")[0], check).status_code == 302
    assert not Duty.objects.filter(rule=UNREAD, ending=None).exists()

    saved = client.post(path, sent)
    assert saved.status_code == 302 and decisions(path) == 1
    assert client.post(path, sent).status_code == 302 and decisions(path) == 1, "and a third time it is saved once"


@pytest.mark.parametrize("what", ["assessment", "strategy_discussion", "already_open"])
def test_to_protect_waits_for_no_reading(manager, robin, worry, what):
    client = entered_as("david")
    path, sent = the_form(client, robin, worry, what)
    assert Duty.objects.filter(rule=UNREAD, ending=None).exists()
    assert client.post(path, sent).status_code == 302 and decisions(path) == 1
