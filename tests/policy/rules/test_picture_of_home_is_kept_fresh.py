"""What home is like is asked for when nobody has recorded it for twenty working days, or ten for the young and the hurt."""

from datetime import date

import pytest
from tests.policy.builder import ONE_SECOND, a_child, is_fit_to_read, is_silent, moment, speaks, the, told_of

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "picture_of_home_is_kept_fresh"

#: Begun on Monday 16 November; ten working days later is 30 November, twenty is 14 December.
OPEN = a_child().open_to_social_care(on="2026-11-16T10:00", called="work")
TEN, TWENTY = end_of_day(date(2026, 11, 30)), end_of_day(date(2026, 12, 14))


def test_home_that_nobody_recorded_for_twenty_working_days_is_asked_for():
    said = speaks(RULE, OPEN.at(TWENTY))
    assert (said.kind, said.severity) == (FindingKind.ALERT, Severity.CONSIDER)
    assert (said.about, said.evidence) == (the("work"), (the("work"),))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 30)), Clock.WORKING)
    assert (
        said.sentence
        == "Nobody has recorded what home or the place where Robin sleeps is like since the work began on 16 November 2026."
    )
    assert is_fit_to_read(said)


def test_until_then_it_is_silent_and_the_clock_knows_when_it_will_speak():
    before = OPEN.at(TWENTY - ONE_SECOND)
    is_silent(RULE, before)
    assert told_of(before).next_change_at <= TWENTY
    assert told_of(OPEN.at("2026-11-16T10:00")).next_change_at <= TEN


@pytest.mark.parametrize("theme", ["home", "sleep"])
@pytest.mark.parametrize("sense", ["worry", "going_well", "neither"])
def test_whoever_recorded_home_or_sleep_keeps_the_picture_fresh(theme: str, sense: str):
    seen = OPEN.observed(on="2026-12-01T10:00", theme=theme, sense=sense, by="health visiting", called="seen")
    is_silent(RULE, seen.at(TWENTY))
    said = speaks(RULE, seen.at("2026-12-31"))
    assert said.evidence == (the("seen"),)
    assert (
        said.sentence == "Nobody has recorded what home or the place where Robin sleeps is like since 1 December 2026."
    )
    assert is_fit_to_read(said)


@pytest.mark.parametrize("place", ["home", "at Home", "father's home", "fathers_home", "home, with the health visitor"])
def test_a_visit_made_at_home_keeps_the_picture_fresh(place: str):
    visited = OPEN.seen(on="2026-12-01T10:00", place=place, called="visit")
    is_silent(RULE, visited.at(TWENTY))
    assert speaks(RULE, visited.had("visit", place="Larkfield Nursery").at(TWENTY))
    assert speaks(RULE, visited.had("visit", outcome="nobody_in").at(TWENTY))


def test_nobody_is_late_for_what_an_injury_has_only_now_made_due():
    hurt = OPEN.bruise(on="2026-12-09T10:00", called="mark", region="back")
    assert speaks(RULE, hurt.at("2026-12-09T10:00")).due_at == end_of_day(date(2026, 12, 23))
    is_silent(RULE, hurt.without("mark").at("2026-12-09T10:00"))
    late = OPEN.bruise(on="2026-12-20T10:00", region="back")
    assert speaks(RULE, late.at()).due_at == speaks(RULE, OPEN.at()).due_at, "it was late before the injury"


def test_the_later_of_a_visit_and_an_observation_counts():
    both = OPEN.observed(on="2026-11-20T10:00", theme="home").seen(on="2026-12-01T10:00", place="home", called="visit")
    assert speaks(RULE, both.at("2026-12-31")).evidence == (the("visit"),)


def test_another_theme_tells_nothing_of_home():
    seen = OPEN.observed(on="2026-12-01T10:00", theme="home", called="seen")
    assert speaks(RULE, seen.had("seen", theme="hunger").at(TWENTY))


def test_what_was_recorded_before_the_work_began_is_not_of_now():
    before = OPEN.observed(on="2026-11-16T09:59:59", theme="home").seen(on="2026-11-16T09:00", place="home")
    assert speaks(RULE, before.at(TWENTY)).evidence == (the("work"),)


def test_a_child_under_two_is_asked_for_after_ten_working_days():
    young = a_child(born="2025-05-03").open_to_social_care(on="2026-11-16T10:00")
    is_silent(RULE, young.at(TEN - ONE_SECOND))
    assert speaks(RULE, young.at(TEN)).due_at == end_of_day(date(2026, 12, 14))
    is_silent(RULE, OPEN.at(TEN))


def test_a_second_birthday_gives_the_longer_limit():
    born = a_child(born="2024-12-05").open_to_social_care(on="2026-11-16T10:00")
    birthday = moment("2026-12-05T00:00")
    assert speaks(RULE, born.at(birthday - ONE_SECOND))
    assert told_of(born.at(birthday - ONE_SECOND)).next_change_at == birthday
    is_silent(RULE, born.at(birthday))


def test_a_child_whose_age_nobody_knows_is_taken_for_young():
    assert speaks(RULE, a_child(born="").open_to_social_care(on="2026-11-16T10:00").at(TEN))


def test_a_mark_that_nothing_explains_gives_the_shorter_limit():
    hurt = OPEN.bruise(on="2026-11-25T10:00", called="mark")
    assert speaks(RULE, hurt.at(TEN)).due_at == end_of_day(date(2026, 12, 14))
    explained = OPEN.able("running_climbing", on="2026-11-16T11:00").explained_bruise(on="2026-11-25T10:00")
    is_silent(RULE, explained.at(TEN))


def test_it_is_silent_where_social_care_is_not_open():
    is_silent(RULE, OPEN.had("work", service="early_help").at(TWENTY))


def test_it_ends_when_somebody_looked_and_said_what_they_think_and_asks_again_of_a_later_look():
    answered = OPEN.looked_and_thought("work", on="2026-12-15T10:00", rule=RULE, of="work")
    is_silent(RULE, answered.at("2027-02-01"))
    assert speaks(RULE, answered.observed(on="2026-12-16T10:00", theme="home").at("2027-02-01"))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert "social care's work" in str(rule.missing(a_child().at()))
    assert rule.missing(OPEN.at()) is None
