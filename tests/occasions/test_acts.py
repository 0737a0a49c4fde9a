"""An occasion is written once; only a form's token may say that it was."""

import pytest
from django.db import IntegrityError

from kith.occasions.acts import begin
from kith.occasions.models import Occasion
from kith.occasions.record import new_id
from kith.occasions.ticket import AlreadyDone
from kith.policy.permissions import Actor
from kith.vocabulary import Purpose, Through

pytestmark = pytest.mark.django_db

SAM = Actor(name="Sam", agency_name="North team")


def begun(**told):
    return begin(actor=SAM, through=Through.SCREEN, purpose=Purpose.RECORDING, **told)


def test_a_form_sent_twice_is_told_apart_from_everything_else():
    begun(token="a form")
    with pytest.raises(AlreadyDone, match="the first one counts"):
        begun(token="a form")
    assert begun(token="another form").pk != begun().pk


def test_an_id_that_is_taken_is_a_fault_and_never_taken_for_a_form_sent_twice():
    taken = begun(id=new_id(), token="a form").id
    with pytest.raises(IntegrityError):
        begun(id=taken, token="another form")
    assert Occasion.objects.count() == 1
