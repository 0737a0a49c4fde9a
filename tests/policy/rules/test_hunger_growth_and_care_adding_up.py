"""Worries about food, growth and care add up on three days from two agencies, or on five from one; and go-well counts too."""

from datetime import date

import pytest
from tests.policy.builder import ONE_SECOND, Story, a_child, is_fit_to_read, is_silent, moment, speaks, the, told_of

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "hunger_growth_and_care_adding_up"
NOW = "2026-12-10T12:00"


def worries(*days: str, by: str = "nursery", theme: str = "hunger") -> Story:
    story = a_child()
    for number, day in enumerate(days, start=1):
        story = story.observed(on=day, theme=theme, by=by, called=f"worry {number}")
    return story


FROM_TWO = worries("2026-11-02T10:00", "2026-11-20T10:00").observed(
    on="2026-12-10T10:00", theme="sleep", by="health visiting", called="worry 3"
)
FIVE_DAYS = ("2026-11-02T10:00", "2026-11-09T10:00", "2026-11-16T10:00", "2026-11-23T10:00", "2026-12-10T10:00")


def test_three_days_from_two_agencies_are_read_as_one_story():
    said = speaks(RULE, FROM_TWO.at(NOW))
    assert (said.kind, said.severity) == (FindingKind.ALERT, Severity.CONSIDER)
    assert (said.about, said.evidence) == (the("Robin"), (the("worry 1"), the("worry 2"), the("worry 3")))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 24)), Clock.WORKING)
    assert said.sentence == "In 90 days, 3 entries from 2 agencies worry about Robin's food and sleep."
    assert is_fit_to_read(said)


@pytest.mark.parametrize(
    "otherwise",
    [
        {"agency": the("nursery")},
        {"agency": the("nobody said")},
        {"sense": "going_well"},
        {"sense": "neither"},
        {"theme": "behaviour"},
        {"theme": "interaction"},
    ],
)
def test_it_is_silent_when_the_third_is_no_worry_about_care_from_another_agency(otherwise: dict[str, str]):
    is_silent(RULE, FROM_TWO.had("worry 3", **otherwise).at(NOW))


def test_two_on_one_day_are_one_day():
    same_day = worries("2026-11-20T09:00", "2026-11-20T10:00").observed(
        on="2026-12-10T10:00", theme="sleep", by="health visiting"
    )
    is_silent(RULE, same_day.at(NOW))


def test_five_days_from_one_agency_add_up_and_four_do_not():
    said = speaks(RULE, worries(*FIVE_DAYS).at(NOW))
    assert said.due_at == end_of_day(date(2026, 12, 24)), "from the fifth, with which they added up"
    assert said.sentence == "In 90 days, 5 entries worry about Robin's food."
    is_silent(RULE, worries(*FIVE_DAYS[1:]).at(NOW))
    is_silent(RULE, worries(*FIVE_DAYS).without("worry 3").at(NOW))


@pytest.mark.parametrize("theme", ["hunger", "growth", "hygiene", "home", "sleep", "supervision"])
def test_every_theme_of_care_counts_and_reads_well(theme: str):
    assert is_fit_to_read(speaks(RULE, worries(*FIVE_DAYS, theme=theme).at(NOW)))


def test_what_goes_well_is_told_beside_and_cancels_nothing():
    well = FROM_TWO.observed(on="2026-12-01T10:00", theme="hunger", sense="going_well")
    said = speaks(RULE, well.at(NOW))
    assert (
        said.sentence
        == "In 90 days, 3 entries from 2 agencies worry about Robin's food and sleep; 1 says care goes well."
    )
    assert said.evidence == speaks(RULE, FROM_TWO.at(NOW)).evidence
    more = well.observed(on="2026-12-02T10:00", theme="home", sense="going_well")
    assert speaks(RULE, more.at(NOW)).sentence.endswith("; 2 say care goes well.")


def test_all_of_it_at_once_fits_a_sentence():
    story = FROM_TWO.observed(on="2026-12-01T10:00", sense="going_well", theme="home")
    for theme in ("growth", "hygiene", "home", "supervision"):
        story = story.observed(on="2026-12-05T10:00", theme=theme, by="surgery")
    story = story.observed(on="2026-12-01T11:00", sense="going_well", theme="home")
    said = speaks(RULE, story.at(NOW))
    assert "food, growth, cleanliness, home, sleep and supervision; 2 say" in said.sentence
    assert is_fit_to_read(said)


def test_it_lapses_when_the_first_is_ninety_days_old():
    leaves = moment("2027-01-31T10:00")
    assert speaks(RULE, FROM_TWO.at(leaves - ONE_SECOND)).may_lapse
    assert told_of(FROM_TWO.at(leaves - ONE_SECOND)).next_change_at == leaves
    is_silent(RULE, FROM_TWO.at(leaves))


def test_more_never_puts_it_off_until_it_is_answered():
    more = FROM_TWO.observed(on="2026-12-14T10:00", theme="home", by="surgery", called="worry 4")
    assert speaks(RULE, more.at("2026-12-14T10:00")).due_at == end_of_day(date(2026, 12, 24))
    answered = FROM_TWO.looked_and_thought("worry 1", "worry 2", "worry 3", on=NOW, rule=RULE)
    is_silent(RULE, answered.at(NOW))
    again = answered.observed(on="2026-12-14T10:00", theme="home", by="surgery")
    assert speaks(RULE, again.at("2026-12-14T10:00")).due_at == end_of_day(date(2026, 12, 30))


def test_where_social_care_is_open_its_worker_looks():
    assert speaks(RULE, FROM_TWO.open_to_social_care(on="2026-12-01T10:00").at(NOW)).owed_by == OwedBy(
        Role.SOCIAL_WORKER, the("north")
    )


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert "worries about care" in str(rule.missing(a_child().at()))
    assert rule.missing(FROM_TWO.at(NOW)) is None
