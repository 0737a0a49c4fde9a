"""GP practice and health visiting team talk every four weeks about a child under five who is open to services."""

from datetime import date

import pytest
from tests.policy.builder import ONE_SECOND, Story, a_child, is_fit_to_read, is_silent, speaks, the, told_of

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import Rulebook, rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

TALK = "gp_and_health_visitor_talk_about_the_child"


def open_to_all(born: str = "2024-05-03") -> Story:
    return (
        a_child(born=born)
        .open_to("gp_registration", on="2024-06-04", with_agency="surgery", called="practice")
        .open_to("health_visiting", on="2024-05-17", with_agency="health visiting", called="visiting")
        .open_to_early_help(on="2026-11-02T10:00", called="help")
    )


#: Open to early help from Monday 2 November; 28 days end with Monday the 30th, and seven more with 7 December.
OPEN = open_to_all()
ENDS = end_of_day(date(2026, 11, 30))


def talked(story: Story, on: str, by: str = "health visiting", with_agency: str = "surgery") -> Story:
    return story.tell("liaison", on=on, by=by, with_agency=with_agency, called=f"talk of {on}")


def test_four_weeks_without_a_talk_are_told_to_the_health_visitor():
    said = speaks(TALK, OPEN.at(ENDS))
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert (said.about, said.evidence) == (the("Robin"), (the("help"),))
    assert said.owed_by == OwedBy(Role.HEALTH_VISITOR, the("health visiting"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 7)), Clock.ELAPSED)
    assert said.sentence == (
        "Nobody has recorded that Millpond Surgery and Northfield Health Visiting talked about Robin "
        "since 2 November 2026."
    )
    assert is_fit_to_read(said)


def test_it_waits_until_the_last_second_and_the_clock_knows_when():
    before = OPEN.at(ENDS - ONE_SECOND)
    is_silent(TALK, before)
    alone = Rulebook(rules=tuple(one for one in rulebook().rules if one.name == TALK))
    assert told_of(before, alone).next_change_at == ENDS


@pytest.mark.parametrize(("by", "with_agency"), [("health visiting", "surgery"), ("surgery", "health visiting")])
def test_a_talk_that_either_entered_starts_the_four_weeks_anew(by: str, with_agency: str):
    story = talked(OPEN, "2026-11-20T12:00", by, with_agency)
    is_silent(TALK, story.at(end_of_day(date(2026, 12, 18)) - ONE_SECOND))
    said = speaks(TALK, story.at(end_of_day(date(2026, 12, 18))))
    assert said.evidence == (the("talk of 2026-11-20T12:00"),)
    assert said.sentence.endswith("talked about Robin since 20 November 2026.")
    assert said.due_at == end_of_day(date(2026, 12, 25))


@pytest.mark.parametrize(("by", "with_agency"), [("nursery", "surgery"), ("health visiting", "nursery")])
def test_a_talk_with_somebody_else_is_not_this_one(by: str, with_agency: str):
    assert speaks(TALK, talked(OPEN, "2026-11-20T12:00", by, with_agency).at(ENDS)).evidence == (the("help"),)


def test_a_talk_ends_it_and_time_does_not():
    assert speaks(TALK, OPEN.at("2027-09-01")) == speaks(TALK, OPEN.at(ENDS))
    is_silent(TALK, talked(OPEN, "2027-09-01T10:00").at("2027-09-01T10:00"))


def test_a_talk_before_help_began_leaves_the_four_weeks_from_its_beginning():
    assert speaks(TALK, talked(OPEN, "2026-10-30").at(ENDS)).evidence == (the("help"),)


def test_nobody_could_have_talked_before_both_were_there():
    came = OPEN.without("practice").open_to("gp_registration", on="2026-11-20", with_agency="surgery", called="came")
    is_silent(TALK, came.at(ENDS))
    assert speaks(TALK, came.at("2026-12-18")).evidence == (the("came"),)


def test_another_practice_is_another_talk():
    moved = OPEN.open_to("gp_registration", on="2026-11-05", with_agency="hospital", by="hospital")
    said = speaks(TALK, talked(moved, "2026-11-04").at("2027-01-01"))
    assert said.sentence.startswith("Nobody has recorded that the Royal Hospital and Northfield")


@pytest.mark.parametrize("missing", ["practice", "visiting", "help"])
def test_without_one_of_them_it_is_silent(missing: str):
    is_silent(TALK, OPEN.without(missing).at(ENDS))


def test_a_practice_of_which_nobody_said_which_is_not_known():
    is_silent(TALK, OPEN.had("practice", with_agency="nobody said").at(ENDS))


def test_help_that_ended_asks_for_no_talk_and_help_that_became_another_starts_no_new_weeks():
    ended = OPEN.stepped_down(on="2026-11-20T10:00", of="help", to="child_in_need", called="ended")
    is_silent(TALK, ended.at(ENDS))
    assert speaks(TALK, ended.child_in_need(on="2026-11-20T10:00").at(ENDS)) == speaks(TALK, OPEN.at(ENDS))


def test_a_child_who_is_five_when_the_weeks_end_is_not_a_health_visitors():
    is_silent(TALK, open_to_all(born="2021-11-30").at(ENDS))
    assert speaks(TALK, open_to_all(born="2021-12-01").at(ENDS))
    assert speaks(TALK, open_to_all(born="").at(ENDS)), "nobody has the birth date"


def test_what_was_owed_before_the_fifth_birthday_does_not_go_away_on_it():
    assert speaks(TALK, open_to_all(born="2021-12-01").at("2027-01-01"))


def test_a_partnerships_own_interval_is_kept():
    sooner = rulebook(local={"liaison_interval": 14, "liaison_made_up": 3})
    assert speaks(TALK, OPEN.at("2026-11-16"), sooner).due_at == end_of_day(date(2026, 11, 19))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(TALK)
    assert rule and "social care or early help" in str(rule.missing(a_child().at()))
    assert "GP practice" in str(rule.missing(OPEN.without("practice").at()))
    assert rule.missing(OPEN.at()) is None
