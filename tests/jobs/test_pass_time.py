"""Time passes by itself: what a day brings is opened by the clock, once, and one child never keeps another waiting."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests import factories as given

from kith.duties.models import Duty, Watch
from kith.jobs import pass_time as job
from kith.journey import respond, time
from kith.journey.clock import now
from kith.journey.respond import book
from kith.occasions.models import Occasion, OccasionOutcome
from kith.vocabulary import Outcome, Through

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

SEEN = "child_is_seen_within_the_visiting_interval"
SIX_WEEKS = timedelta(weeks=6).total_seconds()


@pytest.fixture(autouse=True)
def a_clock_that_can_be_moved(settings):
    settings.DEMO, settings.DEMO_CLOCK_AHEAD = True, 0.0


@pytest.fixture
def manager():
    return given.somebody_at()


@pytest.fixture
def robin(manager):
    child = given.a_child(manager)
    given.open_to_social_care(manager, child)
    return child


def test_nothing_is_done_while_nothing_is_due(robin):
    assert job.pass_time() == 0
    assert not Occasion.objects.filter(through=Through.CLOCK).exists()


def test_a_visit_that_time_makes_overdue_is_opened_by_the_clock(robin, settings):
    settings.DEMO_CLOCK_AHEAD = SIX_WEEKS
    assert job.pass_time() == 1
    duty = Duty.objects.get(subject=robin, rule=SEEN)
    opened = Occasion.objects.get(id=duty.opened_by_id)
    assert (opened.through, opened.by_name) == (Through.CLOCK, "Kith's clock")
    assert duty.due_at < now()


def test_time_passes_once_however_often_it_is_asked(robin, settings):
    settings.DEMO_CLOCK_AHEAD = SIX_WEEKS
    job.pass_time()
    occasions = Occasion.objects.count()
    assert job.pass_time() == 0
    assert Occasion.objects.count() == occasions
    assert Duty.objects.filter(subject=robin).count() == 1


def test_a_child_who_is_no_longer_due_is_left_alone(robin):
    assert time.let_time_pass(robin) is False


def test_only_as_many_as_were_asked_for_are_taken_the_longest_due_first(manager, robin, settings):
    isla = given.a_child(manager, "Isla")
    given.open_to_social_care(manager, isla)
    settings.DEMO_CLOCK_AHEAD = SIX_WEEKS
    first = Watch.objects.filter(next_change_at__lte=now()).order_by("next_change_at", "child").first()
    assert time.due_children(now(), 1) == [first.child_id]
    assert job.pass_time(limit=1) == 1
    assert job.pass_time() == 1


def test_a_child_for_whom_it_fails_keeps_no_other_waiting_and_is_tried_again(
    manager, robin, settings, monkeypatch, caplog
):
    isla = given.a_child(manager, "Isla")
    given.open_to_social_care(manager, isla)
    settings.DEMO_CLOCK_AHEAD = SIX_WEEKS

    passes = time.let_time_pass

    def broken(child):
        if child == robin:
            raise RuntimeError("a rule nobody tried")
        return passes(child)

    monkeypatch.setattr(time, "let_time_pass", broken)
    assert job.pass_time() == 1
    assert Duty.objects.filter(subject=isla, rule=SEEN).exists()
    assert f"Time could not pass for child {robin}" in caplog.text
    monkeypatch.undo()
    assert job.pass_time() == 1
    assert Duty.objects.filter(subject=robin, rule=SEEN).exists()


def test_an_occasion_of_the_clock_is_concluded_as_any_other(robin, settings):
    settings.DEMO_CLOCK_AHEAD = SIX_WEEKS
    job.pass_time()
    occasion = Occasion.objects.get(through=Through.CLOCK)
    assert OccasionOutcome.objects.get(occasion=occasion).outcome == Outcome.DONE


def test_a_child_assessed_by_other_rules_is_assessed_anew_once(robin):
    Watch.objects.filter(child=robin).update(rulebook_hash="0" * 64)
    assert job.pass_time() == 1
    assert Watch.objects.get(child=robin).rulebook_hash == book().hash
    assert job.pass_time() == 0


def test_what_a_new_rulebook_no_longer_asks_is_ended_as_such_by_the_clock(manager, robin, monkeypatch):
    given.a_mark(manager, robin)
    held = Duty.objects.get(subject=robin)
    fewer = replace(book(), rules=tuple(one for one in book().rules if one.name != held.rule))
    for module in (respond, time):
        monkeypatch.setattr(module, "book", lambda: fewer)
    assert job.pass_time() == 1
    held.refresh_from_db()
    assert held.ending == "rule_changed"
