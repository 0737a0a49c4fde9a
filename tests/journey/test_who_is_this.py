"""Searching is an occasion: who, why, what was shown; and only those who may search do."""

import pytest
from tests import factories as given
from tests.people.matching.pairs import told

from kith.journey.occasion import open_occasion
from kith.journey.who_is_this import who_might_these_be
from kith.occasions.models import OccasionOutcome
from kith.occasions.record import new_id
from kith.occasions.ticket import Refused
from kith.people.acts import add_person
from kith.policy.facts import Person
from kith.vocabulary import AgencyType, Outcome, Role

pytestmark = pytest.mark.django_db
SEARCHERS = [
    (AgencyType.HUB, Role.HUB_DECISION_MAKER),
    (AgencyType.EMERGENCY_DUTY, Role.EMERGENCY_DUTY),
    (AgencyType.SOCIAL_CARE, Role.SOCIAL_WORKER),
    (AgencyType.SOCIAL_CARE, Role.SOCIAL_CARE_MANAGER),
]
OTHERS = [
    (AgencyType.NURSERY, Role.NURSERY_WORKER),
    (AgencyType.GP_PRACTICE, Role.GP),
    (AgencyType.POLICE, Role.POLICE_OFFICER),
    (AgencyType.HUB, Role.BUSINESS_SUPPORT),
    (AgencyType.FAMILY, Role.FAMILY_MEMBER),
]


def looks(actor):
    found = OccasionOutcome.objects.filter(occasion__by_id=actor.id, occasion__purpose="reading").order_by("occasion")
    return list(found.values_list("outcome", "said"))


@pytest.mark.parametrize(("agency", "role"), SEARCHERS)
def test_a_search_is_written_with_why_and_whom_it_showed_and_no_name(agency, role):
    actor = given.somebody_at("There", agency, role)
    robin = given.a_child(actor, "Robin Ashdown")
    answer = who_might_these_be(actor, {"child": told("Robin Ashdown")}, why="contact 17")
    assert [one.person for one in answer.found["child"].candidates] == [robin]
    (asked, said), (shown, whom) = looks(actor)
    assert asked == shown == Outcome.DONE
    assert "contact 17" in said
    assert str(robin) in whom
    assert "Robin" not in said + whom and "Ashdown" not in said + whom


@pytest.mark.parametrize(("agency", "role"), OTHERS)
def test_anybody_else_is_refused_whether_or_not_the_child_is_known_and_the_refusal_is_written(agency, role):
    actor = given.somebody_at("There", agency, role)
    with open_occasion(actor) as occasion:
        add_person(occasion, Person(id=new_id(), name="Robin Ashdown"))
    for name in ("Robin Ashdown", "Zara Malik"):
        with pytest.raises(Refused, match="they will look"):
            who_might_these_be(actor, {"child": told(name)}, why="contact 17")
    assert [outcome for outcome, _ in looks(actor)] == [Outcome.REFUSED] * 2


def test_one_search_made_twice_is_seen_to_be_one_and_another_another():
    actor = given.somebody_at()
    for name in ("Robin Ashdown", "Robin Ashdown", "Zara Malik"):
        who_might_these_be(actor, {"child": told(name)}, why="contact 17")
    one, again, another = (said.split("search ")[1].split(",")[0] for _, said in looks(actor)[::2])
    assert one == again != another


def test_nobody_found_is_written_too():
    actor = given.somebody_at()
    who_might_these_be(actor, {"child": told("Robin Ashdown")}, why="contact 17")
    assert looks(actor)[-1][1].endswith("showed nobody")
