"""A new injury to a child who has a worker already is decided on as loudly as if nobody knew the child."""

from datetime import date

import pytest
from tests.policy.builder import (
    a_child,
    all_said,
    entries,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
)

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

HEARD = "injury_on_an_open_child_is_heard_as_a_new_contact"
OPENED, SEEN_ON, LATER = "2026-11-02T10:00", "2026-12-24T12:30", "2026-12-24T16:30"

MARK = (
    a_child()
    .open_to_social_care(on=OPENED, called="episode")
    .bruise(on=SEEN_ON, called="mark", region="upper_arm", side="left")
)


def test_a_new_injury_to_an_open_child_is_decided_on_within_four_hours_day_or_night():
    said = speaks(HEARD, MARK.at(LATER))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert said.about == the("mark")
    assert said.evidence == (the("mark"), the("episode"))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (moment("2026-12-24T16:30"), Clock.ELAPSED)
    assert said.sentence == (
        "A new injury was recorded on 24 December 2026 for Robin, who was already open to North Locality Team."
    )
    assert "with your manager" in said.do_next
    assert is_fit_to_read(said)


ACCOUNTED_FOR = MARK.able("running_climbing", on="2026-10-01T09:00").account(
    on=SEEN_ON, by="nursery", called="told", mechanism="bumped_into", given="asked"
)


def test_a_steady_account_that_fits_lets_it_wait_for_the_next_working_day():
    said = speaks(HEARD, ACCOUNTED_FOR.at(LATER))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 29)), Clock.WORKING)


@pytest.mark.parametrize(
    ("what", "otherwise"),
    [
        ("told", {"mechanism": "just_noticed"}),
        ("told", {"given": "asked_none_given"}),
        ("mark", {"region": "hip"}),
        ("mark", {"region": "ear"}),
        ("mark", {"region": "not_recorded"}),
        ("mark", {"count": 3}),
        ("mark", {"needed_care": "yes"}),
        ("mark", {"pattern": "grip"}),
        ("mark", {"type": "scald"}),
        ("development 1", {"stage": "rolling"}),
    ],
    ids=str,
)
def test_it_does_not_wait_when(what: str, otherwise: dict[str, object]):
    said = speaks(HEARD, ACCOUNTED_FOR.had(what, **otherwise).at(LATER))
    assert (said.due_at, said.clock) == (moment("2026-12-24T16:30"), Clock.ELAPSED)


def test_a_child_open_to_nobody_is_heard_at_the_front_door_by_other_rules():
    is_silent(HEARD, MARK.without("episode").at(LATER))


@pytest.mark.parametrize("service", ["health_visiting", "nursery_place", "police_interest"])
def test_it_is_social_care_and_early_help_alone(service: str):
    is_silent(HEARD, MARK.had("episode", service=service).at(LATER))


@pytest.mark.parametrize("service", ["assessment", "child_in_need", "child_protection_plan", "looked_after"])
def test_every_way_of_being_open_to_social_care_counts(service: str):
    assert speaks(HEARD, MARK.had("episode", service=service).at(LATER))


def test_of_a_child_open_to_early_help_the_front_door_decides_with_the_early_help_worker():
    early = a_child().open_to_early_help(on=OPENED).bruise(on=SEEN_ON, region="upper_arm")
    said = speaks(HEARD, early.at(LATER))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert said.sentence.endswith("who was already open to Early Help.")
    assert "with the early help worker" in said.do_next
    assert is_fit_to_read(said)


def test_of_two_open_services_social_care_is_named():
    both = a_child().open_to_early_help(on="2026-10-01").open_to_social_care(on=OPENED).bruise(on=SEEN_ON, region="ear")
    assert "North Locality Team" in speaks(HEARD, both.at(LATER)).sentence


def test_an_explained_mark_is_quiet():
    knee = a_child().open_to_social_care(on=OPENED).able("walking", on=OPENED, called="walks")
    explained = knee.explained_bruise(on=SEEN_ON)
    is_silent(HEARD, explained.at(LATER))
    assert speaks(HEARD, explained.without("walks").at(LATER))


def test_a_mark_that_play_leaves_is_decided_on_by_the_next_working_day_as_a_referral_is():
    knee = a_child().open_to_social_care(on=OPENED).able("walking", on=OPENED).bruise(on=SEEN_ON, region="knee")
    said = speaks(HEARD, knee.at(LATER))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 29)), Clock.WORKING)


# What was open, and when


def test_a_mark_on_record_before_the_service_opened_was_heard_by_opening_it():
    before = MARK.had("episode", at=moment("2026-12-24T12:30:01"))
    is_silent(HEARD, before.at(LATER))
    assert speaks(HEARD, MARK.had("episode", at=moment(SEEN_ON)).at(LATER))


def test_an_old_mark_that_is_told_of_while_a_service_is_open_is_news():
    old = a_child().open_to_social_care(on=OPENED).bruise(on="2026-10-01T09:00", entered=SEEN_ON, region="ear")
    assert speaks(HEARD, old.at(LATER)).due_at == moment("2026-12-24T16:30")


def test_a_service_that_had_ended_by_then_is_not_open():
    is_silent(HEARD, MARK.stepped_down(on="2026-12-24T12:29", of="episode").at(LATER))


def test_ending_the_service_afterwards_is_no_answer():
    ended = MARK.stepped_down(on="2026-12-24T13:00", of="episode")
    assert speaks(HEARD, ended.at(LATER)).owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)


# What ends it


@pytest.mark.parametrize("by", ["north", "hub"])
def test_it_is_silent_once_somebody_who_decides_named_it_in_a_decision(by: str):
    decided = MARK.tell(
        "decision", on="2026-12-24T15:00", by=by, what="section_17", rests_on=["mark"], called="decided"
    )
    is_silent(HEARD, decided.at(LATER))
    assert speaks(HEARD, decided.had("decided", rests_on=["episode"]).at(LATER))
    assert speaks(HEARD, decided.had("decided", role=Role.NURSERY_WORKER).at(LATER))


def test_it_is_silent_once_somebody_who_decides_named_it_in_an_answer_to_any_concern():
    answer = {"on": "2026-12-24T15:00", "rule": "some_other_rule", "called": "answer"}
    answered = MARK.looked_and_thought("mark", **answer)
    is_silent(HEARD, answered.at(LATER))
    assert speaks(HEARD, answered.had("answer", evidence=["episode"]).at(LATER))
    assert speaks(HEARD, answered.had("answer", role=Role.GP).at(LATER))


def test_it_is_silent_once_a_strategy_discussion_was_called_because_of_it():
    called = MARK.tell(
        "strategy_discussion", on="2026-12-24T15:00", heard=["police_officer"], prompted_by="mark", called="discussion"
    )
    is_silent(HEARD, called.at(LATER))
    assert speaks(HEARD, called.had("discussion", prompted_by=None).at(LATER))
    assert speaks(HEARD, called.had("discussion", role=Role.HOSPITAL_STAFF).at(LATER))


def test_time_alone_never_ends_it():
    late = speaks(HEARD, MARK.at("2029-01-01"))
    assert late.due_at == moment("2026-12-24T16:30")
    assert not late.may_lapse


# Several marks


def test_marks_of_one_event_are_one_piece_of_news_and_nothing_is_put_off():
    also = MARK.bruise(on="2026-12-24T13:30", called="another", region="ear")
    said = speaks(HEARD, also.at(LATER))
    assert (said.about, said.due_at) == (the("mark"), moment("2026-12-24T16:30"))
    assert set(said.evidence) == entries("mark", "another", "episode")
    assert said.sentence.startswith("2 new injuries were recorded on 24 December 2026 for Robin")
    assert is_fit_to_read(said)


def test_a_mark_that_nobody_named_still_waits():
    also = MARK.bruise(on="2026-12-24T13:30", called="another", region="ear")
    named = also.looked_and_thought("mark", on="2026-12-24T15:00", rule="some_other_rule")
    said = speaks(HEARD, named.at(LATER))
    assert (said.about, said.due_at) == (the("another"), moment("2026-12-24T17:30"))


def test_a_second_event_is_heard_on_its_own():
    again = MARK.bruise(on="2026-12-24T15:00", by="surgery", called="again", region="ear")
    assert {one.about for one in all_said(HEARD, again.at(LATER))} == entries("mark", "again")


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(HEARD)
    assert rule and rule.missing(MARK.at()) is None
    assert "a mark" in str(rule.missing(MARK.without("mark").at()))
    assert "a service" in str(rule.missing(a_child().at()))
