"""A GP who is worried while offices are closed speaks with somebody who can act within the hour."""

from dataclasses import replace

import pytest
from tests.policy.builder import Story, a_child, all_said, is_fit_to_read, is_silent, moment, speaks, the, told_of

from kith.policy.facts import Agency
from kith.policy.findings import OwedBy
from kith.policy.rulebook import Rulebook, rulebook
from kith.vocabulary import AgencyType, Clock, FindingKind, Role, Severity

REACHED = "out_of_hours_contact_names_whom_it_reached"

#: A Thursday evening, twenty to eight.
EVENING = "2026-12-10T19:40"
WORRIED = a_child().worry_told(on=EVENING, by="surgery", called="worry")


def rung(story: Story, agency: str, how: str = "telephone") -> Story:
    return story.tell(
        "told", on="2026-12-10T20:00", by="surgery", of="worry", told_agency=agency, how=how, called="call"
    )


def test_a_gp_who_is_worried_while_offices_are_closed_rings_emergency_duty_within_the_hour():
    said = speaks(REACHED, WORRIED.at(EVENING))
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert (said.about, said.evidence) == (the("worry"), (the("worry"),))
    assert said.owed_by == OwedBy(Role.GP, the("surgery"))
    assert (said.due_at, said.clock) == (moment("2026-12-10T20:40"), Clock.ELAPSED)
    assert said.sentence == (
        "Nobody has recorded whom Millpond Surgery reached about Robin at 7:40pm on 10 December 2026, "
        "when offices were closed."
    )
    assert said.do_next.startswith("ring the Emergency Duty Service now;") and "999" in said.do_next
    assert is_fit_to_read(said)


@pytest.mark.parametrize("type_", ["emergency_duty", "hub", "police", "hospital", "social_care"])
def test_it_ends_once_somebody_who_can_act_was_spoken_with(type_: str):
    picture = rung(WORRIED, "night").at("2026-12-10T20:00")
    night = Agency(id=the("night"), name="the night", type=AgencyType(type_))
    assert all_said(REACHED, replace(picture, shelves=picture.shelves.with_agencies((night,)))) == ()


def test_the_health_visitor_who_was_told_can_do_nothing_at_night():
    assert speaks(REACHED, rung(WORRIED, "health visiting").at("2026-12-10T20:00"))


def test_a_message_has_reached_nobody_until_something_comes_back():
    written = rung(WORRIED, "hub", "email")
    assert speaks(REACHED, written.at("2026-12-10T20:00"))
    answered = written.tell("answer", on="2026-12-10T20:05", by="hub", told="call", answer="opened")
    is_silent(REACHED, answered.at("2026-12-10T20:05"))


def test_it_ends_once_it_was_handed_on_or_decided_on():
    is_silent(REACHED, WORRIED.tell("handover", on=EVENING, of="worry", to_agency="hub").at(EVENING))
    is_silent(REACHED, WORRIED.decided("strategy_discussion", on="2026-12-11T09:05").at("2026-12-11T09:05"))
    assert speaks(REACHED, WORRIED.decided("advice", on=EVENING, by="nursery").at(EVENING)), "nobody who decides"


@pytest.mark.parametrize(
    ("entered", "closed"),
    [
        ("2026-12-10T16:59:59", False),
        ("2026-12-10T17:00", True),
        ("2026-12-11T08:59:59", True),
        ("2026-12-11T09:00", False),
        ("2026-12-12T12:00", True),
        ("2026-12-25T12:00", True),
    ],
)
def test_offices_are_closed_in_the_evening_at_weekends_and_on_bank_holidays(entered: str, closed: bool):
    said = all_said(REACHED, a_child().worry_told(on=entered, by="surgery").at(entered))
    assert bool(said) == closed


def test_a_time_that_nobody_noted_is_not_known_to_be_out_of_hours():
    is_silent(REACHED, WORRIED.had("worry", at_assumed=True).at(EVENING))


def test_only_a_gp_is_told_whom_to_ring():
    is_silent(REACHED, a_child().worry_told(on=EVENING, by="nursery").at(EVENING))


def test_each_worry_is_its_own_and_another_puts_nothing_off():
    twice = WORRIED.worry_told(on="2026-12-10T20:10", by="surgery", called="again")
    said = {one.about: one.due_at for one in all_said(REACHED, twice.at("2026-12-10T20:10"))}
    assert said == {the("worry"): moment("2026-12-10T20:40"), the("again"): moment("2026-12-10T21:10")}


def test_morning_does_not_answer_it():
    assert speaks(REACHED, WORRIED.at("2027-12-11T09:30")) == speaks(REACHED, WORRIED.at(EVENING))
    alone = Rulebook(rules=tuple(one for one in rulebook().rules if one.name == REACHED))
    assert told_of(WORRIED.at(EVENING), alone).next_change_at is None


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(REACHED)
    assert rule and "a GP entered" in str(rule.missing(a_child().at()))
    assert rule.missing(WORRIED.at(EVENING)) is None
