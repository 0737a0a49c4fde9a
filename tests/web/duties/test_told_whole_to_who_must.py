"""Whoever must do something reads what it is, though the entry it rests on is kept from them; nobody else does."""

import pytest
from tests import factories as given
from tests.web.entering import entered_as, somebody, words

from kith.chronology.acts import record_injury
from kith.chronology.enter import NewEntry
from kith.family.acts import begin_involvement
from kith.journey.occasion import open_occasion
from kith.vocabulary import InjuryType, Region, Role, Service

pytestmark = pytest.mark.django_db

THE_DUTY = "spoke of the mark on Robin Marsh"
KEPT_BACK = "rests on entries you may not read"


@pytest.fixture
def known_to_the_nursery_only(manager, nursery, robin):
    """A mark that the nursery entered for itself, on a child whose practice and health visitor must speak of it."""
    surgery = somebody(given.somebody_at("Millpond Surgery", "gp_practice", Role.GP), "farah")
    visitors = somebody(given.somebody_at("Northbrook team", "health_visiting", Role.HEALTH_VISITOR), "sian")
    with open_occasion(manager, about=(robin,)) as occasion:
        for who, service in ((surgery, Service.GP_REGISTRATION), (visitors, Service.HEALTH_VISITING)):
            begin_involvement(occasion, given.about(robin), with_agency=who.agency, service=service)
    seen = given.about(robin)
    with open_occasion(nursery, about=(robin,)) as occasion:
        mark = NewEntry(about=seen.about, happened=seen.happened, known_to=())
        record_injury(occasion, mark, type=InjuryType.BRUISE, region=Region.UPPER_ARM)


@pytest.mark.usefixtures("known_to_the_nursery_only")
def test_what_must_be_done_is_told_to_who_must_do_it_and_to_nobody_else_from_whom_it_is_kept(robin):
    for path in ("/", f"/children/{robin}/to-do/"):
        assert THE_DUTY in words(entered_as("sian").get(path)), path
    assert "ring the other" in words(entered_as("sian").get(f"/children/{robin}/to-do/"))
    said = words(entered_as("farah").get(f"/children/{robin}/to-do/"))
    assert THE_DUTY not in said and KEPT_BACK in said
    assert "bruise" not in words(entered_as("sian").get(f"/children/{robin}/chronology/"))
    assert "And 1 more entry that you may not read." in words(entered_as("sian").get(f"/children/{robin}/injuries/"))
