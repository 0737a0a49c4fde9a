"""Whoever could ask how a mark came about is told so while it can still be asked, and no longer once somebody has."""

from datetime import date

import pytest
from tests.policy.builder import (
    ONE_SECOND,
    a_child,
    all_said,
    entries,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
    told_of,
)

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

ASKED = "account_of_an_injury_is_asked_for"
SEEN_ON, LATER = "2026-11-05T09:00", "2026-11-05T12:00"

#: A mark where play seldom leaves one, and nothing said of it.
MARK = a_child().bruise(on=SEEN_ON, called="mark", region="back")
KNEE = a_child().able("walking", on="2026-10-01T09:00", called="walks").bruise(on=SEEN_ON, called="mark", region="knee")


def test_a_mark_nobody_has_asked_about_is_asked_about_by_whoever_saw_it():
    said = speaks(ASKED, MARK.at(LATER))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert said.about == the("mark")
    assert set(said.evidence) == entries("mark")
    assert said.owed_by == OwedBy(Role.NURSERY_WORKER, the("nursery"))
    assert (said.due_at, said.clock) == (moment("2026-11-06T09:00"), Clock.ELAPSED)
    assert said.sentence == (
        "Nobody has recorded how Robin got the mark on the back, seen on 5 November 2026 by Larkfield Nursery."
    )
    assert is_fit_to_read(said)


def test_it_is_silent_of_a_child_with_no_mark():
    is_silent(ASKED, MARK.without("mark").at(LATER))


@pytest.mark.parametrize("given", ["asked", "volunteered", "asked_none_given", "not_recorded"])
def test_whatever_was_said_or_not_said_when_somebody_asked_ends_it(given: str):
    is_silent(ASKED, MARK.account(on=LATER, given=given).at(LATER))


def test_looking_and_thinking_is_not_asking():
    assert speaks(ASKED, MARK.looked_and_thought("mark", on=LATER, rule=ASKED, of="mark").at(LATER))


def test_time_alone_never_ends_it_nor_puts_it_off():
    late = speaks(ASKED, MARK.at("2029-01-01"))
    assert late.due_at == moment("2026-11-06T09:00")
    assert not late.may_lapse
    assert told_of(MARK.at(LATER)).findings.keys() >= {late.key}


def test_what_a_doctor_knows_for_a_birthmark_needs_no_account():
    birthmark = MARK.had("mark", type="birthmark_or_medical")
    assert speaks(ASKED, birthmark.at(LATER))
    is_silent(ASKED, birthmark.had("mark", agency=the("surgery")).at(LATER))


def test_the_hours_are_lived_hours_when_the_clocks_go_back():
    autumn = a_child().bruise(on="2026-10-24T12:00", region="back")
    assert speaks(ASKED, autumn.at("2026-10-24T12:00")).due_at == moment("2026-10-25T11:00")


# An ordinary mark


def test_a_mark_that_play_leaves_is_asked_about_by_the_end_of_the_next_working_day():
    said = speaks(ASKED, KNEE.at(LATER))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 11, 6)), Clock.WORKING)
    late = KNEE.had("mark", at=moment("2026-11-06T16:00"))
    assert speaks(ASKED, late.at("2026-11-06T16:00")).due_at == end_of_day(date(2026, 11, 9))


@pytest.mark.parametrize(
    "otherwise",
    [
        {"type": "burn"},
        {"pattern": "hand"},
        {"count": 2},
        {"region": "ear"},
        {"region": "not_recorded"},
        {"needed_care": "yes"},
    ],
    ids=str,
)
def test_any_other_mark_keeps_elapsed_hours(otherwise: dict[str, object]):
    assert speaks(ASKED, KNEE.had("mark", **otherwise).at(LATER)).clock == Clock.ELAPSED


@pytest.mark.parametrize("stage", ["crawling", "cruising"])
def test_a_child_who_moves_gets_ordinary_marks(stage: str):
    assert speaks(ASKED, KNEE.had("walks", stage=stage).at(LATER)).clock == Clock.WORKING


def test_a_child_whom_nobody_saw_move_gets_none():
    assert speaks(ASKED, KNEE.had("walks", stage="sitting").at(LATER)).clock == Clock.ELAPSED
    assert speaks(ASKED, KNEE.without("walks").at(LATER)).clock == Clock.ELAPSED


def test_what_is_written_down_of_the_child_after_the_mark_puts_nothing_off():
    late = KNEE.had("walks", at=moment("2026-11-05T10:00"))
    assert speaks(ASKED, late.at(LATER)).clock == Clock.ELAPSED


# Several marks


def test_marks_of_one_event_are_asked_about_once():
    also = MARK.bruise(on="2026-11-05T11:00", called="another", region="ear")
    said = speaks(ASKED, also.at(LATER))
    assert said.about == the("mark")
    assert set(said.evidence) == entries("mark", "another")
    assert said.due_at == moment("2026-11-06T09:00")
    assert "how Robin got 2 marks, seen on 5 November 2026" in said.sentence
    assert is_fit_to_read(said)


def test_a_mark_of_the_event_that_was_seen_before_and_entered_later_puts_nothing_off():
    before = MARK.bruise(on="2026-11-05T08:00", entered="2026-11-05T11:00", called="earlier", region="ear")
    said = speaks(ASKED, before.at(LATER))
    assert (said.about, said.due_at) == (the("mark"), moment("2026-11-06T09:00"))


def test_an_ordinary_mark_is_asked_about_with_the_mark_beside_it_that_is_not():
    knee_first = KNEE.bruise(on="2026-11-05T11:00", called="ear", region="ear")
    said = speaks(ASKED, knee_first.at(LATER))
    assert (said.due_at, said.clock) == (moment("2026-11-06T11:00"), Clock.ELAPSED)


def test_of_one_event_what_was_asked_about_is_left_out():
    also = MARK.bruise(on="2026-11-05T11:00", called="another", region="ear").account(on=LATER, of="mark")
    assert speaks(ASKED, also.at(LATER)).about == the("another")


def test_marks_of_different_days_are_asked_about_each_on_its_own():
    apart = (
        MARK.bruise(on="2026-11-05T10:00", by="surgery", called="at the surgery")
        .bruise(on="2026-11-09T10:00", called="another")
        .bruise(on="2026-11-09T10:30", called="and one more")
    )
    said = all_said(ASKED, apart.at("2026-11-09T11:00"))
    assert {one.about for one in said} == entries("mark", "at the surgery", "another")


# Who asks


def test_an_open_social_care_team_asks():
    opened = MARK.open_to_social_care(on="2026-11-01")
    assert speaks(ASKED, opened.at(LATER)).owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))


def test_the_front_door_asks_about_what_somebody_told_of_who_works_with_no_child():
    told = MARK.had("mark", agency=the("family"), role=Role.FAMILY_MEMBER)
    assert speaks(ASKED, told.at(LATER)).owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)


# How a mark and its day are named


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"region": "eyebrow", "side": "left"}, "got the mark on the left eyebrow, seen on 5 November 2026 by"),
        ({"region": "eyebrow", "side": "middle"}, "got the mark on the eyebrow, seen"),
        ({"region": "scalp_front", "side": "right"}, "got the mark on the right scalp, seen"),
        ({"region": "forearm", "type": "fracture"}, "got the injury to the forearm, seen"),
        ({"region": "not_recorded"}, "got the mark, seen"),
        ({"region": "not_recorded", "type": "fracture"}, "got the injury, seen"),
        ({"agency": the("nobody said")}, "seen on 5 November 2026."),
    ],
    ids=str,
)
def test_a_mark_is_named_as_a_person_would(told: dict[str, object], words: str):
    said = speaks(ASKED, MARK.had("mark", **told).at(LATER))
    assert words in said.sentence
    assert is_fit_to_read(said)


def test_when_nobody_knows_the_day_both_ends_are_told():
    between = a_child().bruise(on="2026-11-01/2026-12-20", region="white_of_eye", side="left")
    said = speaks(ASKED, between.at())
    assert said.sentence == (
        "Nobody has recorded how Robin got the mark on the left eye, seen between 1 November 2026 and 20 December 2026."
    )
    assert is_fit_to_read(said)


def test_it_is_the_moment_of_recording_from_which_it_counts():
    late = MARK.had("mark", at=moment("2026-11-08T10:00"))
    is_silent(ASKED, late.at(moment("2026-11-08T10:00") - ONE_SECOND))
    assert speaks(ASKED, late.at("2026-11-08T10:00")).due_at == moment("2026-11-09T10:00")


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(ASKED)
    assert rule and rule.missing(MARK.at()) is None
    assert "a mark" in str(rule.missing(a_child().at()))
