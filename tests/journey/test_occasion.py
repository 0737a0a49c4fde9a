"""The occasion: it outlives a refusal, is one act however often sent, and takes its time after the lock."""

from datetime import timedelta

import pytest
from tests import factories as given

from kith.care.acts import step_down
from kith.chronology.acts import consider, record_visit
from kith.chronology.models import Entry
from kith.duties.queries import open_duties
from kith.journey.clock import now
from kith.journey.occasion import NotLocked, open_occasion
from kith.occasions.models import Occasion, OccasionOutcome
from kith.occasions.record import digest_of
from kith.occasions.ticket import AlreadyDone, Refused
from kith.vocabulary import Answered, CouldBeCaused, Role, StepDownTo, VisitOutcome

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

HOLD = "open_concern_is_answered_before_stepping_down"


@pytest.fixture
def manager():
    return given.somebody_at()


@pytest.fixture
def robin(manager):
    return given.a_child(manager)


def test_a_refused_act_leaves_its_occasion_with_the_sentence_and_nothing_else(manager, robin):
    episode = given.open_to_social_care(manager, robin)
    given.a_mark(manager, robin)
    entries = Entry.objects.count()
    refused = pytest.raises(Refused, match="cannot be stepped down or closed yet")
    with refused, open_occasion(manager, about=(robin,)) as occasion:
        step_down(occasion, given.about(robin), involvement=episode, to=StepDownTo.CLOSED)
    assert Entry.objects.count() == entries
    outcome = OccasionOutcome.objects.get(occasion=occasion.id)
    assert (outcome.outcome, "possible injury has no answer" in outcome.said) == ("refused", True)


def test_an_act_that_breaks_is_on_record_as_failed_and_leaves_nothing(manager, robin):
    entries = Entry.objects.count()
    with pytest.raises(ZeroDivisionError), open_occasion(manager, about=(robin,)) as occasion:
        record_visit(occasion, given.about(robin), outcome=VisitOutcome.MADE)
        raise ZeroDivisionError
    assert Entry.objects.count() == entries
    assert OccasionOutcome.objects.get(occasion=occasion.id).outcome == "failed"


def test_a_form_sent_twice_is_one_act(manager, robin):
    for attempt in range(2):
        try:
            with open_occasion(manager, about=(robin,), token="form-1") as occasion:
                record_visit(occasion, given.about(robin), outcome=VisitOutcome.MADE)
        except AlreadyDone:
            assert attempt == 1
    assert Entry.objects.filter(kind="visit").count() == 1


def test_what_is_said_to_happen_in_the_future_is_refused_in_a_sentence(manager, robin):
    with pytest.raises(Refused, match="in the future"), open_occasion(manager, about=(robin,)) as occasion:
        record_visit(occasion, given.about(robin, happened=now() + timedelta(hours=1)), outcome=VisitOutcome.MADE)


def test_a_nursery_worker_may_record_but_not_step_down(manager, robin):
    episode = given.open_to_social_care(manager, robin)
    nursery = given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER)
    given.a_mark(nursery, robin)
    with pytest.raises(Refused, match="decided by social care"), open_occasion(nursery, about=(robin,)) as occasion:
        step_down(occasion, given.about(robin), involvement=episode, to=StepDownTo.CLOSED)


def test_an_entry_about_three_siblings_responds_for_each(manager):
    children = [given.a_child(manager, name) for name in ("Robin", "Isla", "Ada")]
    for child in children:
        given.open_to_social_care(manager, child)
    given.a_mark(manager, *children)
    standing = open_duties(children)
    assert [[key.rule for key in standing[child]] for child in children] == [[HOLD]] * 3


def test_a_consideration_naming_the_mark_lifts_the_hold_and_closing_goes_on(manager, robin):
    episode = given.open_to_social_care(manager, robin)
    mark = given.a_mark(manager, robin)
    with open_occasion(manager, about=(robin,)) as occasion:
        consider(
            occasion,
            given.about(robin, said="He caught it on the gate; nursery saw."),
            rule=HOLD,
            on=robin,
            evidence=(mark,),
            could_be_caused=CouldBeCaused.COULD_NOT,
        )
    assert open_duties((robin,))[robin] == {}
    with open_occasion(manager, about=(robin,)) as occasion:
        step_down(occasion, given.about(robin), involvement=episode, to=StepDownTo.CLOSED)
    assert Entry.objects.filter(kind="stepped_down").count() == 1


def test_an_act_about_a_child_it_did_not_name_keeps_nothing(manager, robin):
    isla = given.a_child(manager, "Isla")
    given.open_to_social_care(manager, isla)
    entries = Entry.objects.count()
    with pytest.raises(NotLocked), open_occasion(manager, about=(robin,)) as occasion:
        record_visit(occasion, given.about(isla), outcome=VisitOutcome.MADE, seen=Answered.YES)
    assert Entry.objects.count() == entries


def test_every_entered_row_carries_a_digest_that_what_it_says_gives_again(manager, robin):
    given.a_mark(manager, robin)
    entry = Entry.objects.get(kind="injury")
    assert digest_of(entry) == entry.digest
    entry.said = "something else"
    assert digest_of(entry) != entry.digest


def test_the_time_of_an_act_is_set_once(manager, robin):
    given.a_mark(manager, robin)
    occasion = Occasion.objects.get(id=Entry.objects.get(kind="injury").occasion_id)
    assert occasion.at is not None and occasion.at <= now()
