"""What was written to an agency is opened there in two working days, or somebody rings."""

from datetime import date

import pytest
from tests.policy.builder import (
    ONE_SECOND,
    Story,
    a_child,
    all_said,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
    told_of,
)

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import Rulebook, rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

OPENED = "people_who_were_told_have_opened_it"

#: Told on Thursday 10 December; two working days end with Monday the 14th. On Tuesday it is news, and a call is due on
#: Wednesday.
DECIDED = a_child().worry_told(on="2026-12-10T09:00").decided("advice", on="2026-12-10T10:00", called="decided")
WRITTEN = DECIDED.tell(
    "told", on="2026-12-10T11:00", of="decided", told_agency="health visiting", how="email", called="letter"
)
LATE = end_of_day(date(2026, 12, 14))


def also(story: Story, agency: str, how: str = "kith", on: str = "2026-12-10T12:00", **more: str) -> Story:
    return story.tell("told", on=on, told_agency=agency, how=how, **{"of": "decided", **more})


def test_what_nobody_opened_in_two_working_days_is_told_by_telephone():
    said = speaks(OPENED, WRITTEN.at(LATE))
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert (said.about, said.evidence) == (the("decided"), (the("letter"),))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 16)), Clock.WORKING)
    assert (
        said.sentence
        == "Nobody has recorded that Northfield Health Visiting opened what we sent about Robin on 10 December 2026."
    )
    assert is_fit_to_read(said)


def test_it_waits_until_the_last_second_and_the_clock_knows_when():
    before = WRITTEN.at(LATE - ONE_SECOND)
    is_silent(OPENED, before)
    alone = Rulebook(rules=tuple(one for one in rulebook().rules if one.name == OPENED))
    assert told_of(before, alone).next_change_at == LATE


@pytest.mark.parametrize("how", ["letter", "email", "kith"])
def test_every_way_of_writing_may_lie_unopened(how: str):
    assert speaks(OPENED, also(DECIDED, "nursery", how).at(LATE))


@pytest.mark.parametrize("how", ["telephone", "in_person"])
def test_somebody_who_was_spoken_with_has_heard(how: str):
    is_silent(OPENED, WRITTEN.had("letter", how=how).at(LATE))
    rung = also(WRITTEN, "health visiting", how, on="2026-12-15T09:00")
    is_silent(OPENED, rung.at("2026-12-15T09:00"))


@pytest.mark.parametrize("answer", ["opened", "acknowledged", "agrees", "disagrees"])
def test_whatever_comes_back_shows_that_it_was_opened(answer: str):
    answered = WRITTEN.tell("answer", on="2026-12-14T15:00", by="health visiting", told="letter", answer=answer)
    is_silent(OPENED, answered.at(LATE))


def test_an_answer_to_one_writing_does_for_the_next_of_the_same():
    again = also(WRITTEN, "health visiting", "letter")
    answered = again.tell("answer", on="2026-12-14T15:00", by="health visiting", told="letter", answer="opened")
    is_silent(OPENED, answered.at(LATE))


def test_writing_again_puts_nothing_off():
    again = also(WRITTEN, "health visiting", on="2026-12-14T12:00")
    assert speaks(OPENED, again.at(LATE)) == speaks(OPENED, WRITTEN.at(LATE))


def test_one_thing_is_said_of_one_entry_with_everybody_who_has_not_opened_it():
    both = also(also(WRITTEN, "nursery", called="second"), "surgery", on="2026-12-11T09:00", called="third")
    said = speaks(OPENED, both.at(LATE))
    assert said.evidence == (the("letter"), the("second"))
    assert "Northfield Health Visiting and Larkfield Nursery opened" in said.sentence
    third = speaks(OPENED, both.at("2026-12-15"))
    assert third.evidence == (the("letter"), the("second"), the("third"))
    assert third.due_at == said.due_at, "and nobody who is added puts it off"
    assert is_fit_to_read(third)


def test_of_another_entry_another_thing_is_said():
    two = also(WRITTEN, "health visiting", of="contact 1")
    assert {one.about for one in all_said(OPENED, two.at(LATE))} == {the("decided"), the("contact 1")}


def test_a_family_is_not_chased_by_telephone():
    is_silent(OPENED, also(DECIDED, "family").at(LATE))


def test_the_history_of_a_child_who_moves_is_acknowledged_and_not_only_opened():
    moved = DECIDED.tell("move", on="2026-12-10T09:00", called="moved")
    is_silent(OPENED, also(moved, "health visiting", of="moved").at(LATE))


def test_it_does_not_go_away_by_time():
    assert speaks(OPENED, WRITTEN.at("2028-12-14")) == speaks(OPENED, WRITTEN.at(LATE))
    assert moment("2028-12-14") > LATE


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(OPENED)
    assert rule and "written to an agency" in str(rule.missing(a_child().at()))
    assert rule.missing(WRITTEN.at()) is None
