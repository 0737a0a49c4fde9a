"""A demonstration, and who works in it."""

from uuid import UUID

import pytest
from tests import factories as given
from tests.web.entering import somebody

from kith.policy.permissions import Actor
from kith.vocabulary import Role


@pytest.fixture(autouse=True)
def a_demonstration(settings):
    settings.DEMO, settings.DEMO_CLOCK_AHEAD = True, 0.0
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False


@pytest.fixture
def manager() -> Actor:
    return somebody(given.somebody_at(), "david")


@pytest.fixture
def nursery() -> Actor:
    return somebody(given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER), "beth")


@pytest.fixture
def hub() -> Actor:
    return somebody(given.somebody_at("Front door hub", "hub", Role.HUB_DECISION_MAKER), "jo")


@pytest.fixture
def robin(manager) -> UUID:
    child = given.a_child(manager, "Robin Marsh")
    given.open_to_social_care(manager, child)
    return child
