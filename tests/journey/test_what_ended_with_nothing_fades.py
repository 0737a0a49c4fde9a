"""A worry that ended with nothing fades from partners' pages after a year; never for who told it, nor for who decides."""

from datetime import timedelta
from uuid import UUID

import pytest
from tests import factories as given

from kith.journey import clock
from kith.journey.reading import open_record
from kith.policy.permissions import Actor
from kith.vocabulary import Role, ThresholdOutcome

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> Actor:
    return given.somebody_at("Front door hub", "hub", Role.HUB_DECISION_MAKER)


@pytest.fixture
def nursery() -> Actor:
    return given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER)


@pytest.fixture
def surgery() -> Actor:
    return given.somebody_at("Millpond Surgery", "gp_practice", Role.GP)


@pytest.fixture
def robin(hub) -> UUID:
    return given.a_child(hub)


def ended(hub: Actor, nursery: Actor, surgery: Actor, robin: UUID, outcome: ThresholdOutcome) -> None:
    worry = given.told_of_a_worry(nursery, robin)
    given.looked_for_history(hub, robin)
    given.decided_on(hub, robin, worry, outcome)
    given.a_mark(surgery, robin)


def kinds(actor: Actor, child: UUID) -> set[str]:
    return {one.kind for one in open_record(actor, child).entries}


def later(monkeypatch, days: int) -> None:
    then = clock.now() + timedelta(days=days)
    monkeypatch.setattr("kith.journey.reading.now", lambda: then)


BOTH = {"contact", "threshold_decision"}


def test_within_the_year_everybody_round_the_child_reads_it(hub, nursery, surgery, robin, monkeypatch):
    ended(hub, nursery, surgery, robin, ThresholdOutcome.NO_FURTHER_ACTION)
    later(monkeypatch, 364)
    assert kinds(surgery, robin) >= BOTH


def test_after_it_a_partner_who_did_not_tell_it_reads_that_something_is_left_out(
    hub, nursery, surgery, robin, monkeypatch
):
    ended(hub, nursery, surgery, robin, ThresholdOutcome.NO_FURTHER_ACTION)
    later(monkeypatch, 366)
    assert kinds(surgery, robin) == {"injury", "history_check"}
    assert open_record(surgery, robin).kept_back.total() == 2
    assert kinds(nursery, robin) >= BOTH, "whoever told us"
    assert kinds(hub, robin) >= BOTH, "whoever decides: it is history, and must be read"


@pytest.mark.parametrize("outcome", [ThresholdOutcome.ASSESSMENT, ThresholdOutcome.EARLY_HELP])
def test_what_led_to_help_does_not_fade(hub, nursery, surgery, robin, monkeypatch, outcome):
    ended(hub, nursery, surgery, robin, outcome)
    later(monkeypatch, 800)
    assert kinds(surgery, robin) >= BOTH
