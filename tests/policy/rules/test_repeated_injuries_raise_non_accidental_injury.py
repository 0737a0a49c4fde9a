"""Marks that nobody has thought about together are thought about together, in time, by somebody who is named."""

from datetime import date

import pytest
from tests.policy.builder import (
    CHRISTMAS_EVE,
    ONE_SECOND,
    REPEATED,
    a_child,
    entries,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
    told_of,
    when,
)

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

NOVEMBER, DECEMBER = "2026-11-02T09:00", "2026-12-12T10:00"

#: Two marks, two places, nothing else on record.
TWO_MARKS = (
    a_child()
    .bruise(on=NOVEMBER, called="first mark", region="upper_arm")
    .bruise(on=DECEMBER, called="second mark", region="back", by="surgery")
)


def test_two_marks_that_nothing_explains_ask_to_be_looked_at():
    said = speaks(REPEATED, TWO_MARKS.at())
    assert said.kind == FindingKind.ALERT
    assert said.severity == Severity.CONSIDER
    assert said.about == said.subject.id == the("Robin")
    assert set(said.evidence) == entries("first mark", "second mark")
    assert said.holds is None
    assert said.sentence == (
        "Robin (2) has 2 injuries on record in 40 days, seen by Larkfield Nursery and Millpond Surgery."
    )
    assert is_fit_to_read(said)


def test_one_mark_alone_says_nothing():
    is_silent(REPEATED, TWO_MARKS.without("second mark").at())


def test_what_is_to_be_done_names_the_doctor_who_can_be_rung():
    assert "paediatrician" in speaks(REPEATED, TWO_MARKS.at()).do_next


# When it is a matter of hours

PLAYED = (
    a_child()
    .able("running_climbing", on="2026-10-01T09:00")
    .open_to_social_care(on="2026-10-15")
    .bruise(on=NOVEMBER, called="first mark", region="upper_arm")
    .bruise(on=DECEMBER, called="second mark", region="shin", by="surgery")
)


def test_a_mark_that_looks_as_play_leaves_it_makes_it_a_matter_of_hours_once_a_working_day_went_by_unasked():
    asked_by = end_of_day(date(2026, 12, 14))  # the mark was seen on a Saturday
    before = speaks(REPEATED, PLAYED.at(asked_by - ONE_SECOND))
    assert (before.severity, before.clock) == (Severity.CONSIDER, Clock.WORKING)
    assert told_of(PLAYED.at(asked_by - ONE_SECOND)).next_change_at == asked_by
    assert speaks(REPEATED, PLAYED.at(asked_by)).severity == Severity.SUSPECT


def test_over_a_long_closing_such_a_mark_is_asked_about_within_four_days():
    eve = PLAYED.had("second mark", at=moment(CHRISTMAS_EVE))
    asked_by = end_of_day(date(2026, 12, 28))  # the next working day is the 29th
    assert speaks(REPEATED, eve.at(asked_by - ONE_SECOND)).severity == Severity.CONSIDER
    assert speaks(REPEATED, eve.at(asked_by)).severity == Severity.SUSPECT


def test_that_nobody_lately_saw_what_the_child_can_do_is_our_gap_and_makes_no_matter_of_hours():
    crawled = (
        PLAYED.had("development 1", stage="crawling")
        .had("second mark", region="knee")
        .account(on=DECEMBER, of="second mark", mechanism="fell_walking_or_running", given="asked")
    )
    assert speaks(REPEATED, crawled.at()).severity == Severity.CONSIDER
    lately = crawled.had("development 1", happened=when("2026-11-20T09:00"), at=moment("2026-11-20T09:00"))
    assert speaks(REPEATED, lately.at()).severity == Severity.SUSPECT
    unsteady = crawled.account(on="2026-12-14T10:00", of="second mark", mechanism="dropped", given="asked")
    assert speaks(REPEATED, unsteady.at()).severity == Severity.SUSPECT


def test_it_is_a_matter_of_hours_at_once_when_the_mark_looks_otherwise():
    for otherwise in ({"region": "cheek"}, {"count": 2}, {"needed_care": "yes"}, {"type": "burn"}):
        assert speaks(REPEATED, PLAYED.had("second mark", **otherwise).at(DECEMBER)).severity == Severity.SUSPECT


def test_being_helped_makes_no_matter_of_hours_of_marks_that_all_look_as_play_leaves_them():
    shins = PLAYED.had("first mark", region="forehead")
    assert speaks(REPEATED, shins.at()).severity == Severity.CONSIDER
    assert speaks(REPEATED, shins.observed(on="2026-11-20T09:00").at()).severity == Severity.SUSPECT


# How soon, and by whom


def test_a_look_is_owed_by_the_tenth_working_day_after_the_last_news_came_in():
    said = speaks(REPEATED, TWO_MARKS.at())
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 29)), Clock.WORKING)
    late = TWO_MARKS.had("second mark", at=moment("2026-12-24T16:00"))
    assert speaks(REPEATED, late.at()).due_at == end_of_day(date(2027, 1, 12))
    told_late = TWO_MARKS.had("first mark", at=moment("2026-12-24T16:00"))
    assert speaks(REPEATED, told_late.at()).due_at == end_of_day(date(2027, 1, 12)), "news of an older mark counts too"


def test_with_one_more_fact_it_is_decided_in_hours_even_over_christmas():
    said = speaks(REPEATED, TWO_MARKS.open_to_social_care(on="2026-12-01", called="episode").at())
    assert said.severity == Severity.SUSPECT
    assert (said.due_at, said.clock) == (moment("2026-12-13T10:00"), Clock.ELAPSED)
    assert the("episode") in said.evidence
    assert is_fit_to_read(said)


@pytest.mark.parametrize(
    ("entered", "due"),
    [("2026-03-28T12:00", "2026-03-29T13:00"), ("2026-10-24T12:00", "2026-10-25T11:00")],
    ids=["spring", "autumn"],
)
def test_the_hours_of_a_serious_concern_are_lived_hours_when_the_clocks_change(entered: str, due: str):
    marks = a_child().bruise(on="2026-03-02T09:00" if "03-28" in entered else "2026-10-02T09:00").bruise(on=entered)
    serious = marks.open_to_social_care(on="2026-02-01")
    assert speaks(REPEATED, serious.at(entered)).due_at == moment(due)


def test_a_mark_of_the_same_event_entered_later_does_not_put_the_time_off():
    also = TWO_MARKS.bruise(on=DECEMBER, by="surgery", called="third mark", entered="2026-12-20T10:00")
    said = speaks(REPEATED, also.at())
    assert said.due_at == speaks(REPEATED, TWO_MARKS.at()).due_at
    assert the("third mark") in said.evidence
    assert "2 injuries" in said.sentence


def test_the_open_social_care_team_owes_it():
    said = speaks(REPEATED, TWO_MARKS.open_to("child_in_need", on="2026-12-01", with_agency="south").at())
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("south"))


def test_without_social_care_the_hub_that_last_decided_owes_it():
    decided = TWO_MARKS.worry_told(on="2026-12-01").decided("advice", on="2026-12-02")
    assert speaks(REPEATED, decided.at()).owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))


def test_where_nobody_is_open_the_front_door_owes_it():
    assert speaks(REPEATED, TWO_MARKS.at()).owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)


# Who it is for


def test_a_child_of_five_is_another_rules_concern_from_the_birthday():
    story = a_child(born="2021-12-20").bruise(on=NOVEMBER).bruise(on=DECEMBER)
    eve = story.at("2026-12-19")
    assert speaks(REPEATED, eve)
    assert told_of(eve).next_change_at == moment("2026-12-20T00:00")
    is_silent(REPEATED, story.at("2026-12-20T00:00"))


def test_a_child_whose_birthday_nobody_has_is_not_taken_to_be_older():
    nobody_has_it = a_child(born="").bruise(on=NOVEMBER).bruise(on=DECEMBER)
    said = speaks(REPEATED, nobody_has_it.at())
    assert said.sentence.startswith("Robin has 2 injuries")


def test_the_age_of_a_baby_is_told_in_weeks():
    baby = a_child(born="2026-10-01").bruise(on=NOVEMBER).bruise(on=DECEMBER)
    assert speaks(REPEATED, baby.at()).sentence.startswith("Robin (10 weeks) has 2 injuries")


def test_a_siblings_mark_is_not_counted_as_this_childs():
    two_homes = TWO_MARKS.without("second mark").knowing("Sam", born="2023-01-01", called="Sam")
    is_silent(REPEATED, two_homes.bruise(on=DECEMBER, about=("Sam",)).at())
    assert speaks(REPEATED, two_homes.bruise(on=DECEMBER, about=("Robin", "Sam")).at())


# How long


def test_marks_are_thought_about_together_for_ninety_days_and_not_a_second_more():
    first = moment(NOVEMBER)
    leaves = moment("2027-01-31T09:00")
    assert (leaves - first).days == 90
    before = TWO_MARKS.at(leaves - ONE_SECOND)
    assert speaks(REPEATED, before)
    assert told_of(before).next_change_at == leaves
    is_silent(REPEATED, TWO_MARKS.at(leaves))


def test_the_ninety_days_are_lived_days_when_the_clocks_change():
    story = a_child().bruise(on="2026-10-20T12:00").bruise(on="2026-11-20T12:00")
    assert speaks(REPEATED, story.at("2027-01-18T10:59:59"))
    is_silent(REPEATED, story.at("2027-01-18T11:00"))


def test_a_mark_of_an_unknown_hour_stays_until_that_days_last_second_is_ninety_days_old():
    story = TWO_MARKS.without("first mark").bruise(on="2026-11-02")
    assert speaks(REPEATED, story.at("2027-01-31T23:59:58"))
    is_silent(REPEATED, story.at("2027-01-31T23:59:59"))


def test_a_partnership_that_looks_back_further_is_heard():
    then = TWO_MARKS.at("2027-02-10T09:00")
    is_silent(REPEATED, then)
    assert speaks(REPEATED, then, rulebook(local={"repeated_injuries_window": 120}))


# What counts as one event


def test_two_marks_seen_by_one_agency_on_one_day_are_one_event():
    one_day = a_child().bruise(on="2026-12-12T09:00").bruise(on="2026-12-12T15:00", called="afternoon")
    is_silent(REPEATED, one_day.at())
    assert speaks(REPEATED, one_day.had("afternoon", agency=the("surgery")).at())


def test_marks_of_different_days_typed_up_in_one_sitting_are_as_many_events():
    together = a_child().bruise(on=NOVEMBER, called="old").bruise(on=DECEMBER, called="new", together_with="old")
    assert speaks(REPEATED, together.at())


def test_marks_of_one_time_entered_together_are_one_event():
    vague = a_child().bruise(on="2026-12-01/2026-12-10", called="one")
    is_silent(REPEATED, vague.bruise(on="2026-12-01/2026-12-10", called="two", together_with="one").at())


def test_marks_from_somewhere_between_two_days_are_not_taken_for_one_event():
    vague = a_child().bruise(on="2026-12-01/2026-12-10", called="one").bruise(on="2026-12-01/2026-12-10")
    assert speaks(REPEATED, vague.at())


def test_marks_a_day_apart_are_said_in_one_day():
    story = a_child().bruise(on="2026-12-11T09:00").bruise(on="2026-12-12T09:00")
    assert "in 1 day," in speaks(REPEATED, story.at()).sentence


def test_a_mark_that_nobody_says_who_saw_has_no_agency_in_the_sentence():
    story = a_child().bruise(on=NOVEMBER, by="nobody said").bruise(on=DECEMBER, by="nobody said")
    assert speaks(REPEATED, story.at()).sentence == "Robin (2) has 2 injuries on record in 40 days."


# What is put right, and what is answered


def test_a_mark_that_was_another_childs_is_taken_away():
    put_right = TWO_MARKS.retracted("second mark", on="2026-12-13T09:00")
    assert speaks(REPEATED, put_right.at("2026-12-13T08:59:59"))
    is_silent(REPEATED, put_right.at())


def test_a_corrected_mark_counts_once_and_by_what_it_now_says():
    put_right = TWO_MARKS.bruise(
        on="2026-11-02T10:00", entered="2026-12-13T09:00", called="put right", corrects="first mark"
    )
    said = speaks(REPEATED, put_right.at())
    assert set(said.evidence) == entries("put right", "second mark")
    assert "2 injuries" in said.sentence


def test_an_answer_that_read_everything_keeps_it_quiet_until_something_new_is_seen():
    read = TWO_MARKS.looked_and_thought("first mark", "second mark", on="2026-12-14T09:00")
    is_silent(REPEATED, read.at())
    new = read.bruise(on="2026-12-20T09:00", called="third mark")
    assert the("third mark") in speaks(REPEATED, new.at()).evidence


def test_an_answer_that_left_one_mark_unread_does_not_quiet_it():
    assert speaks(REPEATED, TWO_MARKS.looked_and_thought("first mark", on="2026-12-14T09:00").at())


def test_an_account_that_comes_after_the_answer_is_read_again():
    read = TWO_MARKS.looked_and_thought("first mark", "second mark", on="2026-12-14T09:00")
    told = read.account(on="2026-12-15T09:00", called="what was said", mechanism="hit_by_child")
    assert the("what was said") in speaks(REPEATED, told.at()).evidence


def test_what_was_entered_late_is_heard_only_from_then_on():
    late = TWO_MARKS.had("first mark", at=moment(CHRISTMAS_EVE))
    is_silent(REPEATED, late.at("2026-12-24T16:29:59"))
    assert speaks(REPEATED, late.at())


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(REPEATED)
    assert rule and rule.missing(TWO_MARKS.at()) is None
    assert "two separate injuries" in str(rule.missing(TWO_MARKS.without("first mark").at()))
