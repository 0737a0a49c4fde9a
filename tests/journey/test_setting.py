"""Through the real doors: what follows for a team or setting, and that nothing of it touches a child."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from tests import factories as given

from kith.agencies.models import Agency
from kith.care.acts import step_down
from kith.chronology.acts import retract
from kith.duties.desk import owed_by
from kith.duties.models import Duty, SettingWatch, Watch
from kith.duties.queries import open_at
from kith.family.acts import begin_involvement
from kith.jobs.pass_time import pass_time
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.journey.picture import gather, gather_setting
from kith.journey.reading import open_children, open_record
from kith.journey.respond import book
from kith.journey.time import let_time_pass_at
from kith.learning.acts import record_training, record_update_read, record_works_at, send_update
from kith.occasions.models import Occasion
from kith.occasions.record import new_id
from kith.people.acts import add_person
from kith.policy.calendar import london_day
from kith.policy.facts import Person
from kith.policy.findings import Subject
from kith.policy.permissions import Actor
from kith.policy.picture import SettingPicture
from kith.vocabulary import LifeStage, Post, Role, Service, StepDownTo, SubjectKind, Through, Topic

pytestmark = pytest.mark.django_db

TRAINING = "training_is_current_where_a_child_is_open"
UPDATE = "update_is_read_where_a_child_is_open"


@pytest.fixture(autouse=True)
def a_clock_that_can_be_moved(settings):
    settings.DEMO, settings.DEMO_CLOCK_AHEAD = True, 0.0


@pytest.fixture
def nursery() -> Actor:
    return given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER)


@pytest.fixture
def manager() -> Actor:
    return given.somebody_at()


@pytest.fixture
def beth(nursery) -> UUID:
    return works_at(nursery, "Beth Coyle")


def works_at(at: Actor, name: str) -> UUID:
    with open_occasion(at) as occasion:
        who = add_person(occasion, Person(id=new_id(), name=name, stage_said=LifeStage.ADULT)).id
        record_works_at(occasion, given.about(who), setting=at.agency, worker_role=at.role)
    return who


def trained(by: Actor, who: UUID, *, days: int, topic: Topic = Topic.SECTION_17_AND_47) -> UUID:
    """Training that counts for some days more, or that ran out some days ago."""
    until = london_day(now()) + timedelta(days=days)
    with open_occasion(by, about=(who,)) as occasion:
        return record_training(occasion, given.about(who), topic=topic, expires_on=until).id


def a_place(manager: Actor, nursery: Actor) -> tuple[UUID, UUID]:
    """A child with a place there, and the place."""
    child = given.a_child(manager, "Robin")
    with open_occasion(manager, about=(child,)) as occasion:
        entry = begin_involvement(
            occasion, given.about(child), with_agency=nursery.agency, service=Service.NURSERY_PLACE
        )
    return child, entry.id


def rules_open_at(setting: UUID) -> set[str]:
    return {key.rule for key in open_at((setting,))[setting]}


def test_training_that_ran_out_is_owed_by_the_place_once_a_child_is_open_there(manager, nursery, beth):
    trained(nursery, beth, days=-3)
    assert rules_open_at(nursery.agency) == set()
    a_place(manager, nursery)
    assert rules_open_at(nursery.agency) == {TRAINING}
    (mine,) = owed_by(nursery)
    assert mine.finding.subject == Subject(SubjectKind.SETTING, nursery.agency)
    assert Duty.objects.get().subject is None and Duty.objects.get().setting_id == nursery.agency


def test_it_is_met_by_training_taken_again_and_counts_how_often_it_was_opened(manager, nursery, beth):
    a_place(manager, nursery)
    trained(nursery, beth, days=-3)
    trained(nursery, beth, days=700)
    trained(nursery, beth, days=2)
    assert list(Duty.objects.order_by("times_opened").values_list("times_opened", "ending")) == [(1, "met"), (2, None)]


def test_it_ends_when_the_last_child_leaves_or_the_last_of_the_staff(manager, nursery, beth):
    child, place = a_place(manager, nursery)
    trained(nursery, beth, days=-3)
    with open_occasion(manager, about=(child,)) as occasion:
        step_down(occasion, given.about(child), involvement=place, to=StepDownTo.UNIVERSAL)
    assert rules_open_at(nursery.agency) == set()
    a_place(manager, nursery)
    assert rules_open_at(nursery.agency) == {TRAINING}
    with open_occasion(nursery, about=(beth,)) as occasion:
        record_works_at(occasion, given.about(beth), setting=nursery.agency, post=Post.LEFT)
    assert rules_open_at(nursery.agency) == set()


def test_training_entered_of_the_wrong_person_is_taken_back(manager, nursery, beth):
    a_place(manager, nursery)
    wrong = trained(nursery, beth, days=-3)
    with open_occasion(nursery, about=(beth,)) as occasion:
        retract(occasion, given.about(beth), retracts=wrong)
    assert rules_open_at(nursery.agency) == set()


def test_an_update_is_owed_by_every_place_whose_staff_it_is_about(manager, nursery, beth):
    amara = works_at(manager, "Amara Okafor")
    child, _ = a_place(manager, nursery)
    given.open_to_social_care(manager, child)
    with open_occasion(manager, about=(beth, amara)) as occasion:
        update = send_update(
            occasion, given.about(beth, amara), title="The Myth of Invisible Men", read_by=date(2999, 1, 1)
        )
    assert rules_open_at(nursery.agency) == rules_open_at(manager.agency) == {UPDATE}
    with open_occasion(nursery, about=(beth,)) as occasion:
        record_update_read(occasion, given.about(beth), update=update.id)
    assert (rules_open_at(nursery.agency), rules_open_at(manager.agency)) == (set(), {UPDATE})


def test_time_alone_opens_it_by_the_clock_and_once(manager, nursery, beth, settings):
    a_place(manager, nursery)
    trained(nursery, beth, days=60)
    assert rules_open_at(nursery.agency) == set()
    settings.DEMO_CLOCK_AHEAD = timedelta(days=40).total_seconds()
    assert pass_time() >= 1
    duty = Duty.objects.get(setting=nursery.agency)
    assert Occasion.objects.get(id=duty.opened_by_id).through == Through.CLOCK
    assert let_time_pass_at(nursery.agency) is False
    assert SettingWatch.objects.get().next_change_at is None


def test_a_place_last_read_by_other_rules_is_read_again(nursery, beth):
    assert pass_time() == 0
    SettingWatch.objects.update(rulebook_hash="0" * 64)
    assert pass_time() == 1
    assert SettingWatch.objects.get().rulebook_hash == book().hash


def test_a_place_for_which_it_fails_keeps_no_other_waiting(manager, nursery, beth, monkeypatch, caplog):
    works_at(manager, "Amara Okafor")
    SettingWatch.objects.update(rulebook_hash="0" * 64)
    first = min(nursery.agency, manager.agency)

    def broken(setting, *, until=None):
        if setting == first:
            raise RuntimeError("a table nobody tried")
        return gather_setting(setting, until=until)

    monkeypatch.setattr("kith.journey.setting.gather_setting", broken)
    assert pass_time() == 1
    assert f"Time could not pass for setting {first}" in caplog.text


def test_a_place_of_whose_staff_nothing_was_entered_has_no_picture_that_is_kept(manager, nursery):
    a_place(manager, nursery)
    assert not SettingWatch.objects.exists()


def test_a_mark_reads_no_place_again(manager, nursery, beth):
    child, _ = a_place(manager, nursery)
    was = SettingWatch.objects.get().assessed_at
    given.a_mark(nursery, child)
    assert SettingWatch.objects.get().assessed_at == was


def test_staff_are_no_children_and_no_childs_family(manager, nursery, beth):
    child, _ = a_place(manager, nursery)
    trained(nursery, beth, days=-3)
    assert set(Watch.objects.values_list("child", flat=True)) == {child}
    assert set(open_children(nursery).children) == {child}
    record = open_record(nursery, child)
    assert beth not in record.names.people and record.picture.siblings() == ()


def test_what_is_entered_of_a_parent_at_work_is_in_no_childs_picture(manager, nursery):
    child, _ = a_place(manager, nursery)
    mother = works_at(nursery, "Jodie Marsh")
    given.in_one_household(manager, child, mother)
    lapsed = trained(nursery, mother, days=-3)
    _, facts = gather((child, mother))
    assert lapsed not in facts
    _, there = gather_setting(nursery.agency)
    assert lapsed in there


def test_a_setting_is_gathered_as_it_stood(manager, nursery, beth):
    before = now()
    trained(nursery, beth, days=-3)
    a_place(manager, nursery)
    shelves, _ = gather_setting(nursery.agency, until=before)
    picture = SettingPicture(id=nursery.agency, at=before, shelves=shelves)
    assert picture.staff == (beth,) and not picture.has_children_open
    assert picture.setting.name == "Larkfield Nursery" and picture.person(beth).called == "Beth Coyle"


@pytest.mark.parametrize("whose", [{}, {"subject": True, "setting": True}])
def test_a_duty_is_a_childs_or_a_places_and_never_both_or_nobodys(manager, nursery, beth, whose):
    child, _ = a_place(manager, nursery)
    trained(nursery, beth, days=-3)
    duty = Duty.objects.get(setting=nursery.agency)
    duty.pk, duty.about = new_id(), new_id()
    duty.subject_id = child if "subject" in whose else None
    duty.setting = Agency.objects.get(id=nursery.agency) if "setting" in whose else None
    with pytest.raises(IntegrityError, match="duty_of_a_child_or_of_a_setting"), transaction.atomic():
        duty.save(force_insert=True)


def test_one_duty_of_a_place_stands_open_for_a_key(manager, nursery, beth):
    a_place(manager, nursery)
    trained(nursery, beth, days=-3)
    duty = Duty.objects.get(setting=nursery.agency)
    duty.pk, duty.times_opened = new_id(), 2
    with pytest.raises(IntegrityError, match="duty_open_once_for_a_key"), transaction.atomic():
        duty.save(force_insert=True)
