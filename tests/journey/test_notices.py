"""Who must hear is prepared with the act and committed with it; a file that is brought in tells nobody of old news."""

from importlib.resources import files

import pytest
from tests import factories as given

from kith.care.acts import step_down
from kith.exchange.chronology_import import import_chronology
from kith.informing.models import Notice
from kith.journey.occasion import open_occasion
from kith.occasions.record import digest_of
from kith.occasions.ticket import Refused
from kith.replay.chronology_file import read
from kith.vocabulary import Role, StepDownTo

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return given.somebody_at()


@pytest.fixture
def robin(manager):
    return given.a_child(manager)


def test_a_mark_the_nursery_saw_is_prepared_for_the_social_care_team_with_the_same_occasion(manager, robin):
    given.open_to_social_care(manager, robin)
    nursery = given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER)
    mark = given.a_mark(nursery, robin)
    notice = Notice.objects.get(entry=mark)
    assert (notice.child_id, notice.agency_id, notice.in_full) == (robin, manager.agency, True)
    assert notice.occasion_id == notice.entry.occasion_id
    assert notice.digest == digest_of(notice)


def test_a_mark_on_two_siblings_is_heard_for_each(manager):
    robin, isla = given.a_child(manager, "Robin"), given.a_child(manager, "Isla")
    for child in (robin, isla):
        given.open_to_social_care(manager, child)
    mark = given.a_mark(given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER), robin, isla)
    assert set(Notice.objects.filter(entry=mark).values_list("child", flat=True)) == {robin, isla}


def test_a_refused_act_prepares_nothing(manager, robin):
    episode = given.open_to_social_care(manager, robin)
    given.a_mark(manager, robin)
    before = Notice.objects.count()
    with pytest.raises(Refused), open_occasion(manager, about=(robin,)) as occasion:
        step_down(occasion, given.about(robin), involvement=episode, to=StepDownTo.CLOSED)
    assert Notice.objects.count() == before


def test_a_file_brought_in_tells_nobody_of_what_is_long_known():
    import_chronology(read((files("kith.replay.demonstration") / "al_amin.jsonl").read_text(encoding="utf-8")))
    assert not Notice.objects.exists()
