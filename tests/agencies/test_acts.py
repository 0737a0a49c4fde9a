"""Who may sign in is set up by whoever looks after Kith, and by nobody else."""

import pytest
from tests import factories as given

from kith.agencies.acts import add_agency, add_professional, add_sign_in
from kith.agencies.models import SignIn
from kith.agencies.queries import actor_signed_in, sign_in_named, sign_ins
from kith.agencies.signing_in import WithTheirAgency
from kith.journey.occasion import open_occasion
from kith.occasions.record import new_id
from kith.occasions.ticket import Refused
from kith.policy.permissions import Actor
from kith.vocabulary import Role

pytestmark = pytest.mark.django_db

SETTING_UP = Actor(name="Setting up", is_machine=True)


@pytest.fixture
def amara() -> SignIn:
    with open_occasion(SETTING_UP) as occasion:
        north = add_agency(occasion, name="North team", type="social_care")
        who = add_professional(occasion, name="Amara Okafor", role="social_worker", agency=north.id)
        return add_sign_in(occasion, professional=who.id, username="amara")


def test_whoever_signed_in_acts_in_their_role_at_their_agency(amara):
    actor = actor_signed_in(WithTheirAgency().get_user(amara.pk))
    assert actor is not None
    assert (actor.name, actor.role, actor.agency_name, actor.agency_type) == (
        "Amara Okafor", Role.SOCIAL_WORKER, "North team", "social_care",
    )  # fmt: skip
    assert not actor.is_machine
    assert [one.username for one in sign_ins()] == ["amara"]
    assert sign_in_named("amara") == amara


def test_nobody_can_sign_in_with_a_password_that_was_never_chosen(amara):
    assert not amara.has_usable_password()
    assert not amara.check_password("")


def test_an_unknown_name_is_nobody():
    assert actor_signed_in(WithTheirAgency().get_user(new_id())) is None
    assert sign_in_named("nobody") is None


def test_a_professional_adds_no_agency_no_colleague_and_no_sign_in(amara):
    manager = given.somebody_at()
    attempts = (
        lambda occasion: add_agency(occasion, name="Mine", type="hub"),
        lambda occasion: add_professional(occasion, name="Me", role="hub_decision_maker", agency=manager.agency),
        lambda occasion: add_sign_in(occasion, professional=amara.professional_id, username="me too"),
    )
    for attempt in attempts:
        with pytest.raises(Refused, match="whoever looks after Kith"), open_occasion(manager) as occasion:
            attempt(occasion)
    assert [one.username for one in sign_ins()] == ["amara"]
