"""Whom somebody on record is offered to be: no adult for a child, nobody of their own household; and what a slip may hide stays."""

from datetime import date
from uuid import UUID

import pytest
from tests import factories as given
from tests.people.matching.pairs import NHS

from kith.journey.identities import open_who_is_this
from kith.journey.occasion import open_occasion
from kith.occasions.record import new_id
from kith.people.acts import Claim, add_person, claim_identity, decide_link
from kith.policy.facts import Person
from kith.vocabulary import AgencyType, Identity, LifeStage, LinkVerdict, Role

pytestmark = pytest.mark.django_db
THREE = {"born_from": date(2022, 12, 25), "born_until": date(2023, 12, 24)}


@pytest.fixture
def hub():
    return given.somebody_at("Front door", AgencyType.HUB, Role.HUB_DECISION_MAKER)


def on_record(hub, name: str, stage: LifeStage = LifeStage.NOT_KNOWN, nhs: str = "", **born: date) -> UUID:
    person = Person(id=new_id(), name=name, identity=Identity.PART_KNOWN, stage_said=stage, **born)
    with open_occasion(hub) as occasion:
        who = add_person(occasion, person).id
        if nhs:
            claim_identity(occasion, person=who, claim=Claim(nhs_number=nhs))
    return who


def beside_a_child(hub, asked: UUID):
    """The page of somebody who lives with a child: an adult has none of their own."""
    child = on_record(hub, "Wren Oduya", LifeStage.CHILD)
    given.in_one_household(hub, child, asked)
    return open_who_is_this(hub, child, asked)


def offered(hub, asked: UUID) -> set[UUID]:
    return {one.candidate.person for one in beside_a_child(hub, asked).may_be}


def born(year: int) -> dict[str, date]:
    return {"born_from": date(year, 3, 7), "born_until": date(year, 3, 7)}


@pytest.mark.parametrize(
    "mother",
    [{"stage": LifeStage.ADULT}, born(1998), born(1998) | {"stage": LifeStage.ADULT}],
)
@pytest.mark.parametrize("child", [{"stage": LifeStage.CHILD}, {"stage": LifeStage.UNBORN}, THREE])
def test_no_adult_is_offered_for_a_child_nor_a_child_for_an_adult(hub, mother, child):
    zac, carly = on_record(hub, "Zac Penrose", **child), on_record(hub, "Carly Penrose", **mother)
    assert offered(hub, zac) == set() == offered(hub, carly)
    assert {one.person.id: one.best for one in beside_a_child(hub, carly).near}[carly] is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"stage": LifeStage.CHILD}, {}),
        ({}, {"stage": LifeStage.ADULT}),
        (THREE, {"stage": LifeStage.CHILD}),
        (THREE, born(2019)),
        (born(2007), born(2009)),
        ({"born_from": date(2007, 1, 1), "born_until": date(2010, 1, 1)}, {"stage": LifeStage.ADULT}),
    ],
)
def test_where_either_age_is_not_known_or_they_are_near_each_other_somebody_is_offered(hub, one, other):
    asked, known = on_record(hub, "Zac Penrose", **one), on_record(hub, "Zac Penrose", **other)
    assert offered(hub, asked) == {known}


def test_a_generation_apart_is_not_offered_for_each_other_even_with_one_name(hub):
    older, younger = (on_record(hub, "Robin Mbeki", **born(year)) for year in (1995, 2021))
    assert offered(hub, older) == set() == offered(hub, younger)


def test_one_number_or_a_birth_date_that_differs_by_a_digit_is_a_persons_to_look_at_whatever_the_age(hub):
    asked = on_record(hub, "Robin Mbeki", nhs=NHS, **born(2021))
    number, conflict = (
        on_record(hub, name, nhs=NHS, **born(year)) for name, year in (("Robin Mbeki", 1995), ("Ola Nowak", 1988))
    )
    slip = on_record(hub, "Robin Mbeki", **born(2001))
    assert offered(hub, asked) == {number, conflict, slip}


def test_whom_somebody_decided_about_stays_to_be_seen_whatever_their_age(hub):
    zac, carly = on_record(hub, "Zac Penrose", **THREE), on_record(hub, "Zac Penrose", stage=LifeStage.ADULT)
    assert offered(hub, zac) == set()
    with open_occasion(hub, about=(zac, carly)) as occasion:
        decide_link(occasion, one=zac, other=carly, verdict=LinkVerdict.NOT_SAME, why="His uncle.")
    assert offered(hub, zac) == {carly}


def test_nobody_of_the_household_asked_about_is_offered_for_another_of_it(hub):
    zac, sister = on_record(hub, "Zac Penrose", **THREE), on_record(hub, "Zac Penrose", **THREE)
    assert {one.candidate.person for one in open_who_is_this(hub, zac).may_be} == {sister}
    given.in_one_household(hub, zac, sister)
    assert open_who_is_this(hub, zac).may_be == () == open_who_is_this(hub, zac, sister).may_be
