"""A worry that was told is decided on within a working day, whoever told it; until then somebody owes the decision."""

from datetime import date

import pytest
from tests.policy.builder import a_child, all_said, is_fit_to_read, is_silent, moment, speaks, the

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "contact_is_decided_on_in_time"

#: Told on the eve of four days on which no office is open.
TOLD = a_child().worry_told(on="2026-12-24T16:00", by="nursery", called="worry")


def test_from_the_moment_it_is_told_the_front_door_owes_a_decision():
    said = speaks(RULE, TOLD.at("2026-12-24T16:00"))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert (said.about, said.evidence) == (the("worry"), (the("worry"),))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 29)), Clock.WORKING)
    assert said.sentence == (
        "Larkfield Nursery told us of a worry about Robin on 24 December 2026, and nobody has recorded what was decided."
    )
    assert is_fit_to_read(said)
    assert not said.may_lapse


def test_it_is_silent_once_somebody_who_decides_has_decided_on_it():
    decided = TOLD.decided("assessment", on="2026-12-29T10:00", called="decided")
    is_silent(RULE, decided.at("2026-12-29T10:00"))
    assert speaks(RULE, decided.had("decided", role=Role.NURSERY_WORKER).at("2026-12-29T10:00"))


@pytest.mark.parametrize(
    ("kind", "named"),
    [("strategy_discussion", {"prompted_by": "worry", "heard": ("social_worker",)}),
     ("decision", {"what": "other", "rests_on": ("worry",)})],
)  # fmt: skip
def test_a_discussion_it_prompted_or_a_decision_that_rests_on_it_decides_it_too(kind: str, named: dict[str, object]):
    done = TOLD.tell(kind, on="2026-12-24T16:20", called="done", **named)
    is_silent(RULE, done.at())
    assert speaks(RULE, done.had("done", role=Role.GP).at())


def test_each_of_several_is_owed_by_itself_however_long_ago():
    again = TOLD.worry_told(on="2026-01-12T10:00", by="surgery", called="in January")
    assert [one.about for one in sorted(all_said(RULE, again.at()), key=lambda one: one.due_at)] == [
        the("in January"),
        the("worry"),
    ]


def test_a_worry_about_a_child_who_is_open_already_is_no_less_decided_on():
    assert speaks(RULE, TOLD.open_to_social_care(on="2026-11-02").at())


def test_who_told_is_not_made_up():
    said = speaks(RULE, TOLD.without("worry").worry_told(on="2026-12-24T16:00", by="nobody said").at())
    assert said.sentence.startswith("Somebody told us of a worry about Robin")
    assert is_fit_to_read(said)


def test_silence_says_which_fact_is_missing():
    one = rulebook().rule(RULE)
    assert one.missing(a_child().at()) == "a worry that somebody told us of"
    assert one.missing(TOLD.at()) is None


# How urgent it is


@pytest.mark.parametrize(
    ("urgency", "due", "clock"),
    [("red", "2026-12-24T20:00", Clock.ELAPSED), ("amber", "2026-12-25T16:00", Clock.ELAPSED),
     ("green", "2026-12-27T16:00", Clock.ELAPSED), ("blue", "2026-12-29", Clock.WORKING)],
)  # fmt: skip
def test_what_is_rated_urgent_is_decided_in_hours_that_count_the_night_and_the_holiday(urgency, due, clock):
    rated = TOLD.tell("priority", on="2026-12-24T16:10", by="hub", contact="worry", urgency=urgency, called="rated")
    said = speaks(RULE, rated.at())
    assert (said.due_at, said.clock) == (moment(due), clock)
    assert said.evidence == (the("worry"), the("rated"))
    assert f"rated {urgency.upper()}," in said.sentence
    assert is_fit_to_read(said)
    assert speaks(RULE, rated.had("rated", role=Role.NURSERY_WORKER).at()).due_at == end_of_day(date(2026, 12, 29))


def test_no_rating_puts_off_the_working_day():
    told = a_child().worry_told(on="2026-12-21T16:50", by="nursery", called="worry")
    green = told.tell("priority", on="2026-12-21T17:00", by="hub", contact="worry", urgency="green")
    said = speaks(RULE, green.at("2026-12-21T18:00"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 22)), Clock.WORKING)


def test_a_worry_that_turns_out_urgent_is_decided_from_when_that_was_seen_and_saying_it_again_puts_nothing_off():
    amber = TOLD.tell("priority", on="2026-12-24T16:05", by="hub", contact="worry", urgency="amber")
    red = amber.tell("priority", on="2026-12-24T18:00", by="hub", contact="worry", urgency="red")
    assert speaks(RULE, red.at("2026-12-24T18:30")).due_at == moment("2026-12-24T22:00")
    again = red.tell("priority", on="2026-12-24T19:00", by="hub", contact="worry", urgency="red")
    assert speaks(RULE, again.at("2026-12-24T19:30")).due_at == moment("2026-12-24T22:00")


def test_a_red_contact_at_ten_to_five_on_christmas_eve_is_due_that_night():
    told = a_child().worry_told(on="2020-12-24T16:50", by="nursery", called="worry")
    red = told.tell("priority", on="2020-12-24T16:55", by="hub", contact="worry", urgency="red")
    assert speaks(RULE, red.at("2020-12-24T17:00")).due_at == moment("2020-12-24T20:50")


def test_danger_that_was_told_is_as_urgent_as_red_at_night_and_over_a_holiday_until_somebody_rates_it():
    danger = TOLD.had("worry", in_danger="yes")
    said = speaks(RULE, danger.at())
    assert (said.due_at, said.clock) == (moment("2026-12-24T20:00"), Clock.ELAPSED)
    assert "in danger now as told" in said.sentence
    assert is_fit_to_read(said)
    assert speaks(RULE, TOLD.had("worry", in_danger="no").at()).clock == Clock.WORKING
    rated = danger.tell("priority", on="2026-12-24T16:20", by="hub", contact="worry", urgency="amber")
    assert speaks(RULE, rated.at()).due_at == moment("2026-12-25T16:00")
