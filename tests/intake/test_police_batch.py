"""A police file is kept as it was received, once; each child of it waits until it is a contact, and then no longer."""

import pytest
from django.db import DatabaseError, transaction
from tests import factories as given
from tests.intake.test_police_file import a_file

from kith.intake import acts
from kith.intake.models import PoliceBatch, PoliceRow
from kith.intake.queries import police_batch, police_batches, police_rows_waiting, row_as_kept
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.occasions.ticket import Refused
from kith.policy.permissions import Actor
from kith.vocabulary import LinkVerdict, Role

pytestmark = pytest.mark.django_db
#: Long before any day on which these tests run.
LONG_AGO = {"when": "2026-01-04 22:10"}


@pytest.fixture
def hub() -> Actor:
    return given.somebody_at("Front door hub", "hub", Role.HUB_DECISION_MAKER)


@pytest.fixture
def force() -> Actor:
    return given.somebody_at("Northbrook Police", "police", Role.POLICE_OFFICER)


def received(actor: Actor, force: Actor, content: bytes, name: str = "night.csv"):
    with open_occasion(actor) as occasion:
        return acts.receive_police_batch(occasion, force=force.agency, file_name=name, content=content)


def rows(*told: dict[str, str]) -> bytes:
    return a_file(*({**LONG_AGO, **one} for one in told))


def test_a_file_is_kept_byte_for_byte_and_each_child_waits(hub, force):
    content = rows({}, {"child_name": "Tilly Aldous"}, {"incident_number": "NP-2"}, {"child_dob": "x"})
    batch = police_batch(received(hub, force, content))
    assert (batch.rows, batch.waiting, batch.force_name) == (3, 3, "Northbrook Police")
    assert len(batch.not_read) == 1 and batch.not_read[0].startswith("Line 5: child_dob")
    assert bytes(PoliceBatch.objects.get().received) == content
    assert [one.line for one in police_rows_waiting(batch.id, 25)] == [2, 3, 4]


def test_what_was_read_is_what_was_kept(hub, force):
    from kith.intake.police_file import read

    content = rows({"adult_2_dob": "1980-01-01"})
    received(hub, force, content)
    (row,) = read(content, force=force.agency, at=now()).rows
    assert row_as_kept(PoliceRow.objects.get()) == row


def test_the_same_file_again_is_the_batch_it_was(hub, force):
    assert received(hub, force, rows({})) == received(hub, force, rows({}), "again.csv")
    assert PoliceBatch.objects.count() == PoliceRow.objects.count() == 1


def test_a_mended_file_adds_only_what_is_new_and_other_words_of_the_same_are_listed(hub, force):
    received(hub, force, rows({}, {"child_dob": "x"}))
    second = police_batch(received(hub, force, rows({}, {"child_name": "Tilly Aldous"})))
    assert (second.rows, second.not_read) == (1, ())
    third = police_batch(received(hub, force, rows({"words": "Otherwise."}, {"incident_number": "NP-3"})))
    assert third.rows == 1
    assert third.not_read[0].startswith("Line 2: this child and incident came before, in night.csv, with other words.")
    assert PoliceRow.objects.count() == 3


def test_a_file_with_nothing_new_is_refused_and_nothing_is_kept(hub, force):
    received(hub, force, rows({}, {"child_name": "Tilly Aldous"}))
    with pytest.raises(Refused, match="is here already"):
        received(hub, force, rows({}))
    assert PoliceBatch.objects.count() == 1


def test_a_file_that_cannot_be_read_is_refused_in_its_readers_words(hub, force):
    with pytest.raises(Refused, match="not a text file"):
        received(hub, force, b"PK\x03\x04")
    assert not PoliceBatch.objects.exists()


def test_only_the_front_door_receives_and_only_from_the_police(hub, force):
    for agency, role in (("nursery", Role.NURSERY_WORKER), ("social_care", Role.SOCIAL_WORKER), ("hub", Role.UNKNOWN)):
        with pytest.raises(Refused):
            received(given.somebody_at("Elsewhere", agency, role), force, rows({}))
    with pytest.raises(Refused, match="Choose the police force"):
        received(hub, hub, rows({}))
    assert not PoliceBatch.objects.exists()
    received(given.somebody_at("Night", "emergency_duty", Role.EMERGENCY_DUTY), force, rows({}))


def test_a_page_holds_whole_incidents_in_the_order_of_the_file(hub, force):
    content = rows(
        {"incident_number": "NP-1"}, {"incident_number": "NP-2"}, {"incident_number": "np-1", "child_name": "Tilly"}
    )
    batch = received(hub, force, content)
    assert [one.line for one in police_rows_waiting(batch, 2)] == [2, 4]
    assert [one.line for one in police_rows_waiting(batch, 1)] == [2, 4], "one incident at least"
    assert [one.line for one in police_rows_waiting(batch, 25)] == [2, 4, 3]


def settled(actor: Actor, child, contact):
    row = PoliceRow.objects.get()
    with open_occasion(actor) as occasion:
        acts.settle_police_rows(
            occasion, contact=contact, settled=[(row.id, child, LinkVerdict.SAME, "probable", "the same birth date")]
        )


def test_a_row_ends_once_and_whoever_comes_second_is_told(hub, force):
    batch = received(hub, force, rows({}))
    child = given.a_child(hub)
    contact = given.told_of_a_worry(hub, child)
    settled(hub, child, contact)
    assert police_rows_waiting(batch, 25) == ()
    with pytest.raises(Refused, match="Somebody else has just dealt with this one"):
        settled(hub, child, contact)
    row = PoliceRow.objects.get()
    for change in ({"words": "Other."}, {"contact_id": None, "child_id": None, "verdict": None}):
        with pytest.raises(DatabaseError), transaction.atomic():
            PoliceRow.objects.filter(id=row.id).update(**change)


def test_batches_with_anything_waiting_are_shown_however_old_and_others_while_they_are_news(hub, force):
    batch = received(hub, force, rows({}))
    assert [one.id for one in police_batches(now())] == [batch]
    child = given.a_child(hub)
    before = now()
    settled(hub, child, given.told_of_a_worry(hub, child))
    assert police_batches(before) == ()
