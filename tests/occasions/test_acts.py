"""An occasion is written once; only a form's token may say that it was."""

from datetime import datetime

import pytest
from django.db import IntegrityError

from kith.occasions import acts
from kith.occasions.acts import begin, conclude
from kith.occasions.models import Occasion
from kith.occasions.record import new_id
from kith.occasions.ticket import AlreadyDone
from kith.policy.calendar import LONDON
from kith.policy.permissions import Actor
from kith.vocabulary import Outcome, Purpose, Through

pytestmark = pytest.mark.django_db

SAM = Actor(name="Sam", agency_name="North team")


def begun(**told):
    return begin(actor=SAM, through=Through.SCREEN, purpose=Purpose.RECORDING, **told)


def came_out(occasion: Occasion, outcome: Outcome) -> None:
    conclude(occasion, outcome, datetime(2026, 12, 24, 16, 30, tzinfo=LONDON))


def test_a_form_sent_twice_is_told_apart_from_everything_else():
    came_out(begun(token="a form"), Outcome.DONE)
    with pytest.raises(AlreadyDone, match="the first one counts"):
        begun(token="a form")
    assert begun(token="another form").pk != begun().pk


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.FAILED])
def test_what_was_refused_or_failed_may_be_sent_again_unchanged_and_counts_once(outcome):
    for _ in range(2):
        came_out(begun(token="a form"), outcome)
    came_out(begun(token="a form"), Outcome.DONE)
    with pytest.raises(AlreadyDone):
        begun(token="a form")


def test_what_was_cut_off_is_never_taken_for_saved(monkeypatch):
    monkeypatch.setattr(acts, "WAITS", 1)
    begun(token="a form")
    assert begun(token="a form").pk


def test_an_id_that_is_taken_is_a_fault_and_never_taken_for_a_form_sent_twice():
    taken = begun(id=new_id(), token="a form").id
    with pytest.raises(IntegrityError):
        begun(id=taken, token="another form")
    assert Occasion.objects.count() == 1
