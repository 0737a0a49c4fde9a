"""Looking: who may open a record, what of it they read, as known when; and that every look is kept."""

from datetime import timedelta
from uuid import UUID

import pytest
from tests import factories as given

from kith.chronology.acts import record_injury, record_visit, retract
from kith.chronology.enter import NewEntry
from kith.duties.desk import owed_by, standing_for
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.journey.reading import NotOnRecord, open_children, open_my_work, open_record
from kith.occasions.models import Occasion, OccasionOutcome
from kith.occasions.record import new_id
from kith.occasions.ticket import Refused
from kith.policy.calendar import london_day
from kith.policy.permissions import Actor
from kith.vocabulary import InjuryType, Outcome, Purpose, Region, Role, VisitOutcome

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

WEEK = timedelta(weeks=1)


@pytest.fixture
def manager() -> Actor:
    return given.somebody_at()


@pytest.fixture
def nursery() -> Actor:
    return given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER)


@pytest.fixture
def hub() -> Actor:
    return given.somebody_at("Front door hub", "hub", Role.HUB_DECISION_MAKER)


@pytest.fixture
def robin(manager) -> UUID:
    child = given.a_child(manager)
    given.open_to_social_care(manager, child)
    return child


def looks() -> list[tuple[str, str]]:
    """How each look came out, and what was looked at."""
    told = OccasionOutcome.objects.filter(occasion__purpose=Purpose.READING).order_by("occasion")
    return list(told.values_list("outcome", "said"))


def clock_moved(settings, by: timedelta) -> None:
    settings.DEMO = True
    settings.DEMO_CLOCK_AHEAD = by.total_seconds()


# -- who may --------------------------------------------------------------------------------------------------------


def test_an_agency_with_a_service_open_to_the_child_opens_the_record(manager, robin):
    assert open_record(manager, robin).picture.id == robin


def test_whoever_entered_something_about_the_child_opens_the_record(nursery, robin):
    given.a_mark(nursery, robin)
    assert open_record(nursery, robin).picture.injuries


@pytest.mark.parametrize(("type", "role"), [("hub", Role.HUB_DECISION_MAKER), ("emergency_duty", Role.EMERGENCY_DUTY)])
def test_the_front_door_and_the_night_open_every_record(robin, type, role):
    assert open_record(given.somebody_at("Every child's", type, role), robin)


def test_another_agency_is_refused_with_the_same_words_whether_kith_knows_the_child_or_not(nursery, robin):
    said = set()
    for child in (robin, new_id()):
        with pytest.raises(Refused) as refused:
            open_record(nursery, child)
        said.add(str(refused.value))
    assert said == {"You cannot open this record. The front door hub can tell you what you need."}


def test_those_who_see_every_child_are_told_that_there_is_none_of_this_address(hub):
    with pytest.raises(NotOnRecord):
        open_record(hub, new_id())


def test_what_was_retracted_from_a_child_no_longer_opens_the_record(manager, nursery, robin):
    mark = given.a_mark(nursery, robin)
    with open_occasion(manager, about=(robin,)) as occasion:
        retract(occasion, given.about(robin, said="Another Robin."), retracts=mark)
    with pytest.raises(Refused):
        open_record(nursery, robin)


# -- every look is kept -----------------------------------------------------------------------------------------------


def test_every_look_is_an_occasion_that_says_who_looked_at_what(manager, nursery, robin):
    open_my_work(manager)
    open_children(manager)
    open_record(manager, robin)
    with pytest.raises(Refused):
        open_record(nursery, robin)
    assert [outcome for outcome, _ in looks()] == [Outcome.DONE] * 3 + [Outcome.REFUSED]
    assert [said.split(":")[0] for _, said in looks()] == [
        "my work", "the list of children", f"child {robin}", f"child {robin}",
    ]  # fmt: skip
    assert Occasion.objects.filter(purpose=Purpose.READING).last().agency_name in ("North team", "Larkfield Nursery")


def test_a_look_changes_nothing_that_stands_open(manager, robin):
    given.a_mark(manager, robin)
    before = standing_for((robin,))
    open_record(manager, robin)
    assert standing_for((robin,)) == before


# -- as known when ----------------------------------------------------------------------------------------------------


def test_a_mark_entered_late_is_not_in_the_record_of_the_day_before_it_was_entered(manager, robin, settings):
    today = london_day(now())
    clock_moved(settings, WEEK)
    seen = given.about(robin, happened=now() - 5 * timedelta(days=1))
    with open_occasion(manager, about=(robin,)) as occasion:
        record_injury(occasion, seen, type=InjuryType.BRUISE, region=Region.UPPER_ARM)
    assert open_record(manager, robin).picture.injuries
    assert not open_record(manager, robin, today).picture.injuries


def test_what_stood_open_on_an_earlier_day_is_told_as_it_was_told_then(manager, robin, settings):
    given.a_mark(manager, robin)
    today = london_day(now())
    then = standing_for((robin,))
    clock_moved(settings, WEEK)
    given.a_mark(manager, robin)
    assert open_record(manager, robin).standing != then
    assert open_record(manager, robin, today).standing == then


def test_nothing_stood_open_before_anything_was_entered(manager, robin):
    given.a_mark(manager, robin)
    earlier = open_record(manager, robin, london_day(now()) - timedelta(days=1))
    assert earlier.standing == () and earlier.facts == {}


def test_a_day_to_come_is_not_known_yet(manager, robin):
    with pytest.raises(ValueError, match="day to come"):
        open_record(manager, robin, london_day(now()) + timedelta(days=1))


# -- what of it -------------------------------------------------------------------------------------------------------


def test_an_entry_known_only_to_some_is_read_by_them_and_by_those_who_decide(manager, nursery, robin):
    given.a_mark(nursery, robin)
    entry = given.about(robin, said="Between us and the hub.")
    kept = NewEntry(about=entry.about, happened=entry.happened, said=entry.said, known_to=())
    surgery = given.somebody_at("Millpond Surgery", "gp_practice", Role.GP)
    with open_occasion(surgery, about=(robin,)) as occasion:
        only = record_visit(occasion, kept, outcome=VisitOutcome.MADE).id
    assert only not in open_record(nursery, robin).facts
    assert not open_record(nursery, robin).picture.visits
    assert only in open_record(surgery, robin).facts
    assert only in open_record(manager, robin).facts


def test_an_entry_about_somebody_else_at_home_is_read_but_is_not_this_childs(manager, robin):
    isla = given.a_child(manager, "Isla")
    given.in_one_household(manager, robin, isla)
    mark = given.a_mark(manager, isla)
    record = open_record(manager, robin)
    assert mark in record.facts
    assert not record.picture.injuries


# -- the desk ---------------------------------------------------------------------------------------------------------


def test_a_manager_sees_what_the_whole_team_owes_and_a_social_worker_what_their_role_does(manager, robin):
    given.a_mark(manager, robin)
    worker = Actor(
        id=new_id(), role=Role.SOCIAL_WORKER, agency=manager.agency, agency_name="North team", agency_type="social_care"
    )
    held = [one.finding.owed_by.role for one in owed_by(manager)]
    assert held == [Role.SOCIAL_CARE_MANAGER]
    assert owed_by(worker) == ()
    (waiting,) = open_my_work(manager).mine
    assert waiting.finding.subject.id == robin


def test_another_team_sees_nothing_of_it(robin, manager):
    given.a_mark(manager, robin)
    assert open_my_work(given.somebody_at("South team")).mine == ()


def test_what_no_team_is_named_for_is_the_front_door_hubs(hub, nursery):
    child = given.a_child(nursery, "Freddie")
    for days in (0, 20):
        seen = given.about(child, happened=now() - timedelta(days=days, minutes=1))
        with open_occasion(nursery, about=(child,)) as occasion:
            record_injury(occasion, seen, type=InjuryType.BRUISE, region=Region.UPPER_ARM)
    (mine,) = open_my_work(hub).mine
    assert mine.finding.owed_by.agency is None
    assert open_my_work(nursery).mine == ()


def test_serious_concerns_come_first_then_what_is_due_soonest(manager, robin, settings):
    given.a_mark(manager, robin)
    clock_moved(settings, 6 * WEEK)
    isla = given.a_child(manager, "Isla")
    given.open_to_social_care(manager, isla)
    given.a_mark(manager, robin)
    desk = open_my_work(manager)
    kinds = [(one.finding.is_serious, one.finding.due_at is None) for one in desk.mine]
    assert kinds == sorted(kinds, key=lambda one: (not one[0], one[1]))
    assert kinds[0] == (True, False)
