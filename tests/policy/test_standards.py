"""The standards' promises: a number says what it is and whose, and falls due when practice says."""

import copy
import dataclasses
import re
from datetime import UTC, date, datetime, timedelta

import pytest

from kith.policy import standards
from kith.policy.calendar import end_of_day, london_day, read_local_time
from kith.policy.standards import (
    ALL,
    START_AWAITED,
    START_NOT_KNOWN,
    TO_BE_CHECKED,
    Counting,
    Numbers,
    Standard,
    Unit,
    Value,
)
from kith.vocabulary import Clock, Standing

EVERY = pytest.mark.parametrize("standard", ALL, ids=lambda standard: standard.name)
AWAITED = {standards.FAMILY_GROUP_MEETING_OFFERED, standards.FAMILY_GROUP_MEETING_HELD}
CHRISTMAS_EVE = read_local_time("2020-12-24T16:50")

# Every number, said once more: amount, unit, whose. Changing one must be meant.
NUMBERS = """
referral_decided 1 working_days statutory
contact_rated_red_decided 4 hours local
contact_rated_amber_decided 24 hours local
contact_rated_green_decided 72 hours local
history_read_after_protecting 1 working_days ours
late_history_read 2 working_days ours
history_read_after_protecting_at_once 4 hours ours
protecting_at_once_countersigned 4 hours ours
doing_less_authorised 1 working_days ours
doing_less_takes_effect 1 working_days ours
information_returned 1 working_days ours
information_returned_red 2 hours local
information_returned_amber 6 hours local
sent_back_answered 1 working_days ours
no_further_action_fades 365 days ours
account_asked_for 24 hours ours
account_times_differ 2 hours ours
differing_accounts_decided 24 hours ours
mark_seen_before_its_time_decided 1 hours ours
injury_on_an_open_child_heard 4 hours ours
adult_established_after_an_injury 24 hours ours
development_seen_lately 28 days ours
cannot_tell_looked_at_again 3 working_days ours
strategy_discussion_held 24 hours local
strategy_discussion_held_at_immediate_risk 0 days local
strategy_discussion_quorate 0 hours statutory
strategy_record_circulated 1 working_days local
section_47_outcome 15 working_days statutory
initial_conference_held 15 working_days statutory
initial_conference_report_shared 2 working_days local
review_conference_report_shared 5 working_days local
paediatrician_rung 4 hours ours
urgent_decision_carried 24 hours ours
decision_carried 1 working_days ours
health_action_done 24 hours ours
decision_looked_at_again 2 working_days ours
reason_of_risk_given 24 hours ours
outcome_told 1 working_days ours
outcome_is_news 90 days ours
told_opened 2 working_days ours
school_rung 1 hours ours
liaison_interval 28 days ours
liaison_made_up 7 days ours
injury_spoken_of 1 working_days ours
handover_accepted 1 hours ours
caller_reached_somebody 1 hours ours
disagreement_answered 1 working_days ours
history_sent_on 1 working_days ours
child_and_family_assessment_authorised 45 working_days statutory
first_core_group_held 10 working_days statutory
core_group_held 1 months local
first_review_conference_held 3 months statutory
later_review_conference_held 6 months statutory
child_protection_plan_seen 10 working_days local
child_protection_plan_unseen_by_social_worker 4 weeks local
child_protection_plan_unseen_by_anyone 6 weeks local
sleep_place_seen 2 visits local
child_in_need_seen 20 working_days local
seen_alone_visits 3 visits ours
seen_alone_within 20 working_days ours
home_picture_fresh 20 working_days ours
home_picture_fresh_when_young_or_hurt 10 working_days ours
visits_that_failed_together 10 working_days ours
visits_that_failed_window 90 days ours
carers_words_answered 24 hours ours
domestic_incidents_window 365 days ours
domestic_incidents_window_of_a_young_child 90 days ours
domestic_incidents_decided 24 hours ours
care_worries_window 90 days ours
missed_appointments_window 183 days ours
missed_appointments_answered 5 working_days ours
low_warmth_again_window 60 days ours
adult_check_asked 1 working_days ours
adult_check_chased 5 working_days ours
father_thought_about 10 working_days ours
police_protection_ends 72 hours statutory
police_protection_first_warning 24 hours ours
police_protection_second_warning 48 hours ours
emergency_protection_order_ends 8 days statutory
emergency_protection_order_extension_ends 7 days statutory
child_assessment_order_ends 7 days statutory
family_group_meeting_offered 0 hours statutory
family_group_meeting_held 0 hours statutory
serious_incident_notified 5 working_days statutory
rapid_review_completed 15 working_days statutory
practice_review_published 6 months statutory
practice_review_sent_to_panel 7 working_days statutory
critical_event_recorded 24 hours local
statutory_visit_recorded 2 working_days local
other_work_recorded 5 working_days local
considered_concern_reviewed 10 working_days ours
repeated_injuries_window 90 days ours
repeated_injuries_decided 24 hours ours
low_warmth_window 60 days ours
open_concern_window 365 days ours
look_answered 10 working_days ours
duty_answered 1 working_days ours
visit_warning 1 working_days ours
training_warning 30 days ours
contacts_read_together_window 365 days ours
contacts_read_together 1 working_days ours
circle_may_object 3 working_days ours
objection_answered 5 working_days ours
child_protection_plan_supervised 1 months local
other_social_work_supervised 3 months local
"""


def a_standard(**changed: object) -> Standard:
    return dataclasses.replace(standards.CONTACT_RATED_RED_DECIDED, **changed)  # type: ignore[arg-type]


# The whole list


def test_every_number_is_the_one_that_was_meant() -> None:
    told = [f"{one.name} {one.values[-1].amount} {one.unit} {one.standing}" for one in ALL]
    assert told == NUMBERS.split("\n")[1:-1]
    assert len(ALL) == 105


def test_every_standard_has_a_name_of_its_own_and_is_found_by_it() -> None:
    assert len({one.name for one in ALL}) == len(ALL)
    for one in ALL:
        assert getattr(standards, one.name.upper()) is one


@EVERY
def test_a_standard_says_in_a_sentence_what_it_is(standard: Standard) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]+", standard.name)
    assert re.fullmatch(r"[A-Z].+[^.]\.", standard.what)
    assert ". " not in standard.what
    assert not standard.anchor.endswith(".")


@EVERY
def test_a_standard_names_its_source_in_words(standard: Standard) -> None:
    told = " ".join((standard.name, standard.what, standard.anchor, standard.source, standard.edition))
    assert not re.search(r"\bS\d+[a-z]?\b|\bS-[A-Z]|\b(TL|LC|PD|GV|NA|PT|EX)\d\d", told)
    assert (
        "http" in standard.source
        or standards.TO_BE_CHECKED.lower() in standard.source
        or ("Own knowledge; to be checked" in standard.source or "own design; to be checked" in standard.source)
    )
    assert standard.checked == TO_BE_CHECKED


@EVERY
def test_a_standard_keeps_the_clock_of_its_unit(standard: Standard) -> None:
    assert (standard.clock is Clock.WORKING) == (standard.unit is Unit.WORKING_DAYS)


@EVERY
def test_no_start_day_is_invented(standard: Standard) -> None:
    since = {value.in_force_from for value in standard.values}
    assert since == ({START_AWAITED} if standard in AWAITED else {START_NOT_KNOWN})


def test_danger_keeps_elapsed_time() -> None:
    for one in (
        standards.CONTACT_RATED_RED_DECIDED,
        standards.CONTACT_RATED_AMBER_DECIDED,
        standards.STRATEGY_DISCUSSION_HELD,
        standards.STRATEGY_DISCUSSION_HELD_AT_IMMEDIATE_RISK,
        standards.POLICE_PROTECTION_ENDS,
        standards.REPEATED_INJURIES_DECIDED,
        standards.CRITICAL_EVENT_RECORDED,
    ):
        assert one.clock is Clock.ELAPSED


def test_ours_never_claims_to_be_the_law() -> None:
    for one in ALL:
        assert (one.standing is Standing.OURS) == ("own design" in one.source)


# Values


def test_an_amount_is_the_one_of_its_day() -> None:
    old = Value(35, date(2010, 1, 1), date(2013, 4, 14))
    new = Value(45, date(2013, 4, 15))
    standard = a_standard(values=(old, new))
    assert standard.amount_on(date(2013, 4, 14)) == 35
    assert standard.amount_on(date(2013, 4, 15)) == 45
    assert standard.newest_amount() == 45
    assert standard.in_force_on(date(2010, 1, 1))
    assert not standard.in_force_on(date(2009, 12, 31))
    with pytest.raises(ValueError, match="no number in force on 2009-12-31"):
        standard.amount_on(date(2009, 12, 31))


def test_a_number_can_end() -> None:
    standard = a_standard(values=(Value(4, START_NOT_KNOWN, date(2026, 4, 28)),))
    assert standard.in_force_on(date(2026, 4, 28))
    assert not standard.in_force_on(date(2026, 4, 29))
    assert standard.newest_amount() == 4


def test_law_that_awaits_its_start_is_in_force_on_no_day() -> None:
    for standard in AWAITED:
        assert not standard.in_force_on(date(2026, 11, 23))
        assert not standard.in_force_on(date.max)
        with pytest.raises(ValueError, match="no number in force"):
            standard.amount_on(date(2026, 11, 23))
        with pytest.raises(ValueError, match="start date awaited"):
            standard.newest_amount()


def test_a_start_is_told_in_words() -> None:
    assert Value(1, START_NOT_KNOWN).start_in_words == "start date to be checked"
    assert Value(1, START_AWAITED).start_in_words == "not in force yet: start date awaited"
    assert Value(1, date(2026, 4, 9)).start_in_words == "from 9 April 2026"


def test_a_value_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="never below 0"):
        Value(-1, START_NOT_KNOWN)
    with pytest.raises(ValueError, match="before it starts"):
        Value(1, date(2026, 1, 2), date(2026, 1, 1))
    assert Value(1, date(2026, 1, 1), date(2026, 1, 1)).stands_on(date(2026, 1, 1))


def test_a_standard_that_says_too_little_is_refused() -> None:
    for missing in ("name", "what", "anchor", "source", "edition", "checked"):
        with pytest.raises(ValueError, match="must say all"):
            a_standard(**{missing: ""})
    with pytest.raises(ValueError, match="must say all"):
        a_standard(values=())


def test_a_clock_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="only working days keep the working clock"):
        a_standard(clock=Clock.WORKING)
    with pytest.raises(ValueError, match="only working days keep the working clock"):
        a_standard(unit=Unit.WORKING_DAYS)


def test_two_numbers_on_one_day_are_refused() -> None:
    ended = Value(4, START_NOT_KNOWN, date(2026, 1, 1))
    for values in (
        (ended, Value(6, date(2026, 1, 1))),
        (Value(4, START_NOT_KNOWN), Value(6, date(2026, 1, 1))),
    ):
        with pytest.raises(ValueError, match="two numbers on one day"):
            a_standard(values=values)
    assert len(a_standard(values=(ended, Value(6, date(2026, 1, 2)))).values) == 2


# Falling due


@pytest.mark.parametrize(
    ("standard", "start", "due"),
    [
        (standards.SECTION_47_OUTCOME, "2020-12-24T16:50", "2021-01-19T23:59:59+00:00"),
        (standards.REFERRAL_DECIDED, "2020-12-24T16:50", "2020-12-29T23:59:59+00:00"),
        (standards.CHILD_AND_FAMILY_ASSESSMENT_AUTHORISED, "2026-03-30T09:00", "2026-06-05T23:59:59+01:00"),
        (standards.CONTACT_RATED_RED_DECIDED, "2020-12-24T16:50", "2020-12-24T20:50:00+00:00"),
        (standards.CONTACT_RATED_AMBER_DECIDED, "2026-10-24T16:00", "2026-10-25T15:00:00+00:00"),
        (standards.POLICE_PROTECTION_ENDS, "2020-12-24T16:50", "2020-12-27T16:50:00+00:00"),
        (standards.CORE_GROUP_HELD, "2026-01-31T10:00", "2026-02-28T23:59:59+00:00"),
        (standards.FIRST_REVIEW_CONFERENCE_HELD, "2026-03-20T10:00", "2026-06-20T23:59:59+01:00"),
        (
            standards.CHILD_PROTECTION_PLAN_UNSEEN_BY_SOCIAL_WORKER,
            "2026-11-02T15:00",
            "2026-11-30T23:59:59+00:00",
        ),
        (standards.CHILD_PROTECTION_PLAN_UNSEEN_BY_ANYONE, "2026-11-02T15:00", "2026-12-14T23:59:59+00:00"),
        # The day the order is made is day 1: the 24th to the 31st are eight days.
        (standards.EMERGENCY_PROTECTION_ORDER_ENDS, "2026-12-24T17:00", "2026-12-31T23:59:59+00:00"),
        (
            standards.EMERGENCY_PROTECTION_ORDER_EXTENSION_ENDS,
            "2026-12-31T23:59:59",
            "2027-01-07T23:59:59+00:00",
        ),
        (standards.CHILD_ASSESSMENT_ORDER_ENDS, "2026-11-02T09:00", "2026-11-08T23:59:59+00:00"),
        # Backwards from the conference, over Christmas.
        (standards.INITIAL_CONFERENCE_REPORT_SHARED, "2020-12-30T10:00", "2020-12-24T23:59:59+00:00"),
        (standards.REVIEW_CONFERENCE_REPORT_SHARED, "2026-11-23T10:00", "2026-11-16T23:59:59+00:00"),
        (standards.VISIT_WARNING, "2020-12-29T23:59:59", "2020-12-24T23:59:59+00:00"),
        (standards.STRATEGY_DISCUSSION_QUORATE, "2026-11-23T10:15", "2026-11-23T10:15:00+00:00"),
        # The same day, but never under four hours.
        (
            standards.STRATEGY_DISCUSSION_HELD_AT_IMMEDIATE_RISK,
            "2026-11-23T10:00",
            "2026-11-23T23:59:59+00:00",
        ),
        (
            standards.STRATEGY_DISCUSSION_HELD_AT_IMMEDIATE_RISK,
            "2026-11-23T23:50",
            "2026-11-24T03:50:00+00:00",
        ),
    ],
)
def test_a_standard_falls_due_when_practice_says(standard: Standard, start: str, due: str) -> None:
    assert standard.due(read_local_time(start)).isoformat() == due


def test_the_day_it_starts_is_the_day_in_london() -> None:
    just_after_midnight = datetime(2026, 6, 4, 23, 30, tzinfo=UTC)
    assert standards.REFERRAL_DECIDED.due(just_after_midnight) == end_of_day(date(2026, 6, 8))


def test_the_number_of_the_day_it_starts_is_used() -> None:
    standard = a_standard(values=(Value(2, START_NOT_KNOWN, date(2020, 12, 23)), Value(4, date(2020, 12, 24))))
    assert standard.due(read_local_time("2020-12-23T16:50")) == read_local_time("2020-12-23T18:50")
    assert standard.due(CHRISTMAS_EVE) == read_local_time("2020-12-24T20:50")


def test_another_amount_can_be_asked_for() -> None:
    assert standards.SECTION_47_OUTCOME.due(CHRISTMAS_EVE, amount=10) == end_of_day(date(2021, 1, 12))
    assert standards.CONTACT_RATED_RED_DECIDED.due(CHRISTMAS_EVE, amount=2) == read_local_time("2020-12-24T18:50")
    assert standards.VISIT_WARNING.due(CHRISTMAS_EVE, amount=0) == CHRISTMAS_EVE


@pytest.mark.parametrize(
    ("unit", "due"),
    [
        (Unit.HOURS, "2020-12-24T14:50:00+00:00"),
        (Unit.DAYS, "2020-12-22T23:59:59+00:00"),
        (Unit.WEEKS, "2020-12-10T23:59:59+00:00"),
        (Unit.MONTHS, "2020-10-24T23:59:59+01:00"),
    ],
)
def test_every_unit_of_time_counts_backwards_too(unit: Unit, due: str) -> None:
    standard = a_standard(unit=unit, counting=Counting.BEFORE)
    assert standard.due(CHRISTMAS_EVE, amount=2).isoformat() == due


def test_what_is_counted_in_visits_has_no_time() -> None:
    with pytest.raises(ValueError, match="counted in visits"):
        standards.SLEEP_PLACE_SEEN.due(CHRISTMAS_EVE)
    with pytest.raises(ValueError, match="counted in visits"):
        standards.SLEEP_PLACE_SEEN.span()


def test_a_window_has_a_length_only_where_it_is_elapsed_and_fixed() -> None:
    assert standards.REPEATED_INJURIES_WINDOW.span() == timedelta(days=90)
    assert standards.CONTACT_RATED_RED_DECIDED.span(amount=2) == timedelta(hours=2)
    assert standards.CHILD_PROTECTION_PLAN_UNSEEN_BY_ANYONE.span() == timedelta(days=42)
    with pytest.raises(ValueError, match="counted in working days"):
        standards.SECTION_47_OUTCOME.span()
    with pytest.raises(ValueError, match="counted in months"):
        standards.CORE_GROUP_HELD.span()


# Numbers


@EVERY
def test_every_standard_in_force_has_its_number(standard: Standard) -> None:
    for numbers in (Numbers(), Numbers(as_of=date(2020, 12, 24))):
        assert (standard in numbers) is (standard not in AWAITED)
        if standard in numbers:
            assert numbers[standard] == standard.values[-1].amount


def test_numbers_go_through_what_is_in_force_in_order() -> None:
    assert list(Numbers()) == [one for one in ALL if one not in AWAITED]


def test_numbers_are_those_of_their_day() -> None:
    standard = a_standard(values=(Value(2, START_NOT_KNOWN, date(2025, 12, 31)), Value(4, date(2026, 1, 1))))
    assert Numbers(as_of=date(2025, 12, 31))[standard] == 2
    assert Numbers(as_of=date(2026, 1, 1))[standard] == 4
    assert Numbers()[standard] == 4
    then = Numbers(as_of=date(2025, 12, 31))
    assert then.due(standard, read_local_time("2026-06-01T09:00")) == read_local_time("2026-06-01T11:00")
    assert then.span(standard) == timedelta(hours=2)


def test_what_is_not_in_force_has_no_number_even_where_a_partnership_gave_one() -> None:
    not_yet = Numbers(as_of=date(2009, 1, 1), local={"contact_rated_red_decided": 2})
    standard = a_standard(values=(Value(4, date(2010, 1, 1)),))
    assert standard not in not_yet
    with pytest.raises(ValueError, match="no number in force"):
        not_yet[standard]


def test_a_partnership_has_its_own_numbers_where_the_law_leaves_room() -> None:
    numbers = Numbers(local={"contact_rated_red_decided": 2, "repeated_injuries_window": 120, "child_in_need_seen": 10})
    assert numbers[standards.CONTACT_RATED_RED_DECIDED] == 2
    assert numbers.due(standards.CONTACT_RATED_RED_DECIDED, CHRISTMAS_EVE) == read_local_time("2020-12-24T18:50")
    assert numbers.span(standards.REPEATED_INJURIES_WINDOW) == timedelta(days=120)
    assert london_day(numbers.due(standards.CHILD_IN_NEED_SEEN, CHRISTMAS_EVE)) == date(2021, 1, 12)
    assert numbers[standards.CONTACT_RATED_AMBER_DECIDED] == 24


@pytest.mark.parametrize(
    "standard", [one for one in ALL if one.standing is Standing.STATUTORY], ids=lambda one: one.name
)
def test_what_the_law_has_set_no_partnership_changes(standard: Standard) -> None:
    with pytest.raises(ValueError, match=f"set by law or statutory guidance.*cannot change {standard.name}"):
        Numbers(local={standard.name: 20})


def test_a_name_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="“contact_rated_purple_decided” is not the name of any standard"):
        Numbers(local={"contact_rated_purple_decided": 4})


@pytest.mark.parametrize("amount", [0, -1, True, 1.5, "4"])
def test_what_is_no_whole_number_of_at_least_one_is_refused(amount: object) -> None:
    with pytest.raises(ValueError, match="whole number of at least 1"):
        Numbers(local={"contact_rated_red_decided": amount})  # type: ignore[dict-item]


def test_numbers_cannot_be_changed_once_made() -> None:
    given = {"look_answered": 5}
    numbers = Numbers(local=given)
    given["look_answered"] = 50
    assert numbers[standards.LOOK_ANSWERED] == 5
    with pytest.raises(TypeError):
        numbers.local["look_answered"] = 50  # type: ignore[index]
    with pytest.raises(dataclasses.FrozenInstanceError):
        numbers.as_of = date(2026, 1, 1)  # type: ignore[misc]


def test_equal_numbers_are_equal_however_they_were_given() -> None:
    one = Numbers(local={"look_answered": 5, "duty_answered": 2})
    other = Numbers(local={"duty_answered": 2, "look_answered": 5})
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one) == repr(other)
    assert copy.deepcopy(one) == one
    assert one != Numbers()


def test_the_words_of_numbers_change_when_any_number_does() -> None:
    # A rulebook's hash is made from them: a change that they did not show would leave children unassessed.
    told = repr(Numbers())
    assert "contact_rated_red_decided=4 hours" in told
    assert repr(Numbers(local={"contact_rated_red_decided": 2})) != told
    assert repr(Numbers(as_of=date(2026, 1, 1))) != told
