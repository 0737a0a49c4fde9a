"""An account is held against what the child was seen able to do by then; what nobody wrote down is asked for."""

from datetime import date

import pytest
from tests.policy.builder import (
    ONE_SECOND,
    a_child,
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
from kith.policy.readings import STAGE_NEEDED
from kith.policy.readings.marks_in_words import STAGES_IN_WORDS
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Mechanism, MotorStage, Role, Severity

FITS = "account_fits_what_the_child_can_do"
LATER = "2026-11-20T12:00"

CLIMBED = (
    a_child(born="2025-11-01")
    .able("crawling", on="2026-10-03T10:00", called="crawls")
    .bruise(on="2026-11-05T09:00", called="mark", region="forehead")
    .account(on="2026-11-05T10:00", called="account", mechanism="climbed_and_fell", given="asked")
)


def test_an_account_that_needs_more_than_was_seen_asks_what_the_child_can_do():
    said = speaks(FITS, CLIMBED.at(LATER))
    assert (said.kind, said.severity) == (FindingKind.ALERT, Severity.CONSIDER)
    assert said.about == the("mark")
    assert said.evidence == (the("mark"), the("account"), the("crawls"))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 11, 19)), Clock.WORKING)
    assert said.sentence == (
        "The account of the mark on the forehead needs running or climbing; "
        "crawling was last recorded on 3 October 2026."
    )
    assert is_fit_to_read(said)


@pytest.mark.parametrize("stage", ["running_climbing"])
def test_it_is_silent_once_somebody_saw_the_child_do_it_before_the_mark(stage: str):
    is_silent(FITS, CLIMBED.had("crawls", stage=stage).at(LATER))


def test_what_the_child_did_only_later_is_no_answer_by_itself():
    assert speaks(FITS, CLIMBED.able("running_climbing", on="2026-11-06T10:00").at(LATER))


def test_what_somebody_saw_before_the_mark_and_wrote_down_after_it_is_one():
    is_silent(FITS, CLIMBED.able("running_climbing", on="2026-11-01T10:00", entered="2026-11-06T10:00").at(LATER))


@pytest.mark.parametrize("mechanism", sorted(STAGE_NEEDED))
def test_each_way_it_happened_needs_its_own_stage_and_no_more(mechanism: Mechanism):
    needed = STAGE_NEEDED[mechanism]
    told = CLIMBED.had("account", mechanism=mechanism) if mechanism != "climbed_and_fell" else CLIMBED
    below = tuple(MotorStage)[needed.order - 1]
    said = speaks(FITS, told.without("crawls").able(below, on="2026-10-03T10:00").at(LATER))
    assert f"needs {STAGES_IN_WORDS[needed]}; {STAGES_IN_WORDS[below]} was last recorded" in said.sentence
    assert is_fit_to_read(said)
    is_silent(FITS, told.without("crawls").able(needed, on="2026-10-03T10:00").at(LATER))


@pytest.mark.parametrize("mechanism", ["hit_by_child", "dropped", "just_noticed", "not_recorded"])
def test_what_a_child_need_not_move_for_always_fits(mechanism: str):
    is_silent(FITS, CLIMBED.had("account", mechanism=mechanism).at(LATER))


def test_no_account_needs_nothing():
    is_silent(FITS, CLIMBED.without("account").at(LATER))


def test_every_stage_has_its_words():
    assert set(STAGES_IN_WORDS) == set(MotorStage)


# When nobody recorded any stage


def test_when_nobody_recorded_what_the_child_can_do_that_is_asked():
    said = speaks(FITS, CLIMBED.without("crawls").at(LATER))
    assert said.evidence == (the("mark"), the("account"))
    assert said.sentence == (
        "The account of the mark on the forehead needs running or climbing, "
        "and nobody had recorded what Robin could do."
    )
    assert is_fit_to_read(said)


def test_of_a_child_of_five_nobody_asks_for_a_stage_that_was_never_recorded():
    older = (
        a_child(born="2021-12-20")
        .bruise(on="2026-11-05T09:00")
        .account(on="2026-11-05T10:00", mechanism="climbed_and_fell")
    )
    birthday = moment("2026-12-20T00:00")
    before = older.at(birthday - ONE_SECOND)
    assert speaks(FITS, before).may_lapse
    assert told_of(before).next_change_at == birthday
    is_silent(FITS, older.at(birthday))
    assert speaks(FITS, older.able("sitting", on="2026-10-01T10:00").at(birthday)), "some children never walk"


# From when it counts


def test_another_account_that_does_not_fit_puts_nothing_off_and_the_one_that_needs_most_is_named():
    standing = CLIMBED.had("account", mechanism="fell_standing")
    more = standing.account(on="2026-11-10T10:00", mechanism="climbed_and_fell", called="more")
    said = speaks(FITS, more.at(LATER))
    assert said.due_at == end_of_day(date(2026, 11, 19))
    assert "needs running or climbing" in said.sentence
    assert set(said.evidence) == entries("mark", "account", "more", "crawls")


def test_an_account_that_fits_is_not_among_the_evidence():
    fits = CLIMBED.account(on="2026-11-10T10:00", mechanism="rolled_off", called="fits")
    assert the("fits") not in speaks(FITS, fits.at(LATER)).evidence


def test_it_is_quiet_once_somebody_who_decides_looked_and_thought():
    read = CLIMBED.looked_and_thought("mark", "account", "crawls", on="2026-11-10T10:00", rule=FITS, of="mark")
    is_silent(FITS, read.at(LATER))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(FITS)
    assert rule and rule.missing(CLIMBED.at()) is None
    assert "an account" in str(rule.missing(a_child().at()))
