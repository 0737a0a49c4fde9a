"""Where marks are more than the injuries that a concern counts, the page says which, and why: the two never differ in silence."""

from datetime import timedelta

import pytest
from tests import factories as given
from tests.web.entering import a_mark, entered_as, words

from kith.chronology.acts import record_injury
from kith.duties.models import Duty
from kith.intake.acts import receive_contact
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.vocabulary import InjuryType, Region, Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

REPEATED = "repeated_injuries_raise_non_accidental_injury"


def register(robin) -> str:
    return words(entered_as("david").get(f"/children/{robin}/injuries/"))


def a_birthmark(robin, *, days_ago: float) -> None:
    surgery = given.somebody_at("Millpond Surgery", "gp_practice", Role.GP)
    with open_occasion(surgery, about=(robin,)) as occasion:
        seen = given.about(robin, happened=now() - timedelta(days=days_ago))
        record_injury(occasion, seen, type=InjuryType.BIRTHMARK_OR_MEDICAL, region=Region.BACK)


def test_where_every_mark_counts_nothing_more_is_said(manager, robin):
    a_mark(manager, robin, days_ago=20)
    a_mark(manager, robin)
    assert "2 marks on record" in register(robin) and "Concerns count" not in register(robin)
    assert "has 2 injuries on record" in Duty.objects.get(rule=REPEATED).sentence


def test_marks_seen_together_are_one_injury_and_the_page_says_which_they_are(manager, robin):
    a_mark(manager, robin, days_ago=20)
    a_mark(manager, robin)
    a_mark(manager, robin)
    said = register(robin)
    assert "3 marks on record" in said
    assert "Concerns count 2 injuries: marks 2 and 3 were seen together: one injury." in said
    assert "has 2 injuries on record" in Duty.objects.get(rule=REPEATED).sentence, "the concern says the same"


def test_a_mark_that_is_explained_or_was_seen_long_ago_is_on_the_register_and_counted_by_no_concern(manager, robin):
    a_mark(manager, robin, days_ago=120)
    a_birthmark(robin, days_ago=60)
    a_mark(manager, robin, days_ago=20)
    a_mark(manager, robin)
    said = register(robin)
    assert "4 marks on record" in said
    assert "Concerns count 2 injuries: mark 2 is explained; mark 1 was seen more than 90 days ago." in said
    assert "has 2 injuries on record" in Duty.objects.get(rule=REPEATED).sentence


def test_where_concerns_count_no_mark_that_is_said(manager, robin):
    a_birthmark(robin, days_ago=1)
    assert "Concerns count none of them: mark 1 is explained." in register(robin)


def test_no_mark_at_all_is_said_as_before(manager, robin):
    assert "No mark has been entered." in register(robin) and "Concerns count" not in register(robin)


def test_the_front_door_says_how_many_of_the_marks_are_explained(manager, hub, robin):
    a_mark(manager, robin)
    with open_occasion(manager, about=(robin,)) as occasion:
        receive_contact(occasion, given.about(robin, said="He was hungry."))
    jo = entered_as("jo")
    assert "Marks in 12 months: 1. " in words(jo.get("/front-door/"))
    a_birthmark(robin, days_ago=1)
    assert "Marks in 12 months: 2, 1 of them explained." in words(jo.get("/front-door/"))
