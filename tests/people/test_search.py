"""Who might this be: found however the name was spelt, graded, with reasons; and what must never be found."""

from datetime import date

import pytest
from tests import factories as given

from kith.journey.occasion import open_occasion
from kith.occasions.record import new_id
from kith.people.acts import Claim, add_person, claim_identity
from kith.people.matching.cleaning.clean import Said
from kith.people.queries import candidates
from kith.policy.facts import Person

pytestmark = pytest.mark.django_db


def on_record(name="", born=None, *, claims=(), **more):
    actor = given.somebody_at()
    with open_occasion(actor) as occasion:
        who = add_person(occasion, Person(id=new_id(), name=name, born_from=born, born_until=born, **more)).id
        for claim in claims:
            claim_identity(occasion, person=who, claim=claim)
    return who


def asked(name, born=None, **more):
    return Said(names=(name,), born_from=born, born_until=born, **more)


def test_a_child_is_found_by_another_spelling_with_the_reasons_in_words():
    child = on_record(
        "Mohammed Hussain",
        date(2021, 3, 9),
        claims=[Claim(address="M14 4AA", lived_from=date(2019, 1, 1), lived_until=date(2019, 5, 1))],
    )
    on_record("Olivia Smith", date(2021, 3, 9))
    answer = candidates({"child": asked("Muhammad Hussein", date(2021, 3, 9), postcodes=("M14 4AA",))})
    first = answer.found["child"].candidates[0]
    print(first)
    assert first.person == child
