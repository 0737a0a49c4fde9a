"""Whoever decides to do nothing or less has read what came before; nothing that protects ever waits for it."""

import pytest
from tests.policy.builder import Story, a_child, entries, is_fit_to_read, is_silent, moment, speaks, the, told_of

from kith.policy.findings import OwedBy, stopped_by
from kith.policy.rulebook import rulebook
from kith.vocabulary import Act, FindingKind, Role, Severity

RULE = "history_is_read_before_stepping_down"

#: A worry of last year that came to nothing, early help since, and today's worry that nobody has decided.
ONCE = (
    a_child()
    .worry_told(on="2025-03-03T09:00", called="first worry")
    .decided("no_further_action", on="2025-03-04T09:00", called="first decision")
)
HELPED = ONCE.open_to_early_help(on="2025-06-02T09:00", called="help").stepped_down(on="2025-12-01T09:00", of="help")
TODAY = HELPED.worry_told(on="2026-12-21T10:00", called="today")


def read(story: Story, *names: str, on: str = "2026-12-21T11:00", by: str = "hub", called: str = "read") -> Story:
    return story.tell("history_check", on=on, by=by, called=called, read=names)


def test_history_nobody_has_read_holds_a_decision_to_do_nothing():
    said = speaks(RULE, TODAY.at())
    assert (said.kind, said.severity, said.holds) == (FindingKind.HOLD, Severity.MANDATORY, Act.NO_FURTHER_ACTION)
    assert said.about == the("Robin")
    assert set(said.evidence) == entries("first worry", "help")
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert (said.due_at, said.clock) == (None, None)
    assert not said.may_lapse
    assert (
        said.sentence
        == "The person deciding has not read about Robin: 1 contact (1 with no further action) and 1 service."
    )
    assert said.do_next == "read it and write what it changes; to protect Robin, go ahead and read it afterwards."
    assert is_fit_to_read(said)


@pytest.mark.parametrize("act", ["no_further_action", "advice", "early_help", "step_down", "close"])
def test_it_stands_before_whatever_ends_or_lessens_help(act: str):
    assert speaks(RULE, TODAY.at()).holds in stopped_by(Act(act))


@pytest.mark.parametrize("act", ["return_home", "discharge_home", "conclude_accidental"])
def test_it_stands_before_nothing_else(act: str):
    assert speaks(RULE, TODAY.at()).holds not in stopped_by(Act(act))


def test_without_todays_worry_there_is_nothing_to_decide():
    is_silent(RULE, TODAY.without("today").at())


def test_a_first_worry_about_a_child_with_no_history_holds_nothing():
    first = a_child().worry_told(on="2026-12-21T10:00")
    is_silent(RULE, first.at())
    is_silent(RULE, first.decided("assessment", on="2026-12-21T12:00").open_to_social_care(on="2026-12-22").at())


# What ends it


def test_it_is_silent_once_somebody_who_decides_has_read_all_of_it():
    is_silent(RULE, read(TODAY, "first worry", "help").at("2026-12-21T11:00"))


@pytest.mark.parametrize("left", ["first worry", "help"])
def test_what_was_not_read_still_holds(left: str):
    named = {"first worry", "help"} - {left}
    assert set(speaks(RULE, read(TODAY, *named).at()).evidence) == entries(left)


def test_two_sittings_read_as_much_as_one():
    is_silent(RULE, read(read(TODAY, "help"), "first worry", called="read the rest").at())


def test_what_somebody_read_who_does_not_decide_is_not_read():
    assert speaks(RULE, read(TODAY, "first worry", "help", by="nursery").at())


def test_what_was_read_before_the_worry_came_is_read_again():
    assert speaks(RULE, read(TODAY, "first worry", "help", on="2026-12-21T09:59:59").at())
    is_silent(RULE, read(TODAY, "first worry", "help", on="2026-12-21T10:00").at())


def test_a_protecting_response_leaves_nothing_to_wait_for_until_help_is_lessened():
    protected = TODAY.decided("strategy_discussion", on="2026-12-21T11:00")
    is_silent(RULE, protected.at())
    opened = protected.open_to_social_care(on="2026-12-21T12:00", called="episode")
    said = speaks(RULE, opened.at())
    assert set(said.evidence) == entries("first worry", "help"), "neither the worry of today nor what came of it"
    assert said.owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    is_silent(RULE, opened.stepped_down(on="2026-12-22", of="episode").at())


def test_a_decision_by_somebody_who_may_not_decide_leaves_the_worry_undecided():
    assert speaks(RULE, TODAY.decided("advice", on="2026-12-21T11:00", by="nursery").at())
    is_silent(RULE, TODAY.decided("assessment", on="2026-12-21T11:00", by="hub").at())


def test_a_decision_to_do_less_waits_for_the_history_until_a_second_person_has_agreed():
    less = TODAY.decided("advice", on="2026-12-21T11:00", called="less", by_name="Jo Adeyemi")
    assert speaks(RULE, less.at())
    agreed = less.tell(
        "authorisation",
        on="2026-12-21T12:00",
        by="hub",
        decision="less",
        agrees="yes",
        by_name="Colm Brady",
        called="word",
    )
    is_silent(RULE, agreed.at())
    assert speaks(RULE, agreed.had("word", agrees="no").at())


# What is history


def test_an_open_service_is_history_to_a_worry_that_came_after_it_began():
    opened = a_child().open_to_social_care(on="2026-12-01T09:00", called="episode")
    is_silent(RULE, opened.at())
    worried = opened.worry_told(on="2026-12-21T10:00")
    assert set(speaks(RULE, worried.at()).evidence) == entries("episode")
    same_day = opened.worry_told(on="2026-12-01T08:00")
    is_silent(RULE, same_day.at())


def test_one_line_of_work_is_not_its_own_history():
    need = a_child().child_in_need(on="2026-06-01T09:00", called="need").stepped_down(on="2026-09-01T09:00", of="need")
    is_silent(RULE, need.child_protection_plan(on="2026-09-01T09:00").at())
    assert set(speaks(RULE, need.child_protection_plan(on="2026-10-01T09:00").at()).evidence) == entries("need")


def test_a_place_at_nursery_is_no_history():
    story = a_child().open_to("nursery_place", on="2025-09-01", with_agency="nursery").worry_told(on="2026-12-21T10:00")
    is_silent(RULE, story.at())


def test_an_earlier_worry_that_arrives_late_has_to_be_read_too():
    late = read(TODAY, "first worry", "help").worry_told(
        on="2019-05-01", entered="2026-12-22T09:00", by="surgery", called="old worry"
    )
    assert set(speaks(RULE, late.at()).evidence) == entries("old worry")


def test_what_was_read_stays_read_when_somebody_puts_it_right():
    story = read(TODAY, "first worry", "help").worry_told(
        on="2025-03-03T09:00", entered="2026-12-22T09:00", called="put right", corrects="first worry"
    )
    is_silent(RULE, story.at())
    assert set(speaks(RULE, story.without("read").at()).evidence) == entries("put right", "help")


# Other children of the family

SAM = (
    a_child()
    .knowing("Sam", born="2023-01-01", called="Sam")
    .living_in("flat", on="2024-06-01")
    .living_in("flat", on="2024-06-01", who="Sam", called="Sam lives there")
    .worry_told(on="2025-02-01", about=("Sam",), called="of Sam")
    .child_in_need(on="2025-02-10", about=("Sam",), called="plan of Sam")
    .worry_told(on="2026-12-21T10:00", called="today")
)


def test_what_is_on_record_of_a_sibling_is_read_too():
    said = speaks(RULE, SAM.at())
    assert set(said.evidence) == entries("of Sam", "plan of Sam")
    assert said.sentence == "The person deciding has not read about Robin: 2 entries about other children."
    is_silent(RULE, SAM.without("Sam lives there").at())
    is_silent(RULE, read(SAM, "of Sam", "plan of Sam").at())


def test_one_worry_about_both_is_this_childs_own():
    both = SAM.without("plan of Sam").had("of Sam", about=(the("Robin"), the("Sam")))
    assert "1 contact." in speaks(RULE, both.at()).sentence


def test_what_came_of_a_sibling_on_the_same_day_or_since_is_not_earlier():
    since = SAM.without("plan of Sam").without("of Sam")
    is_silent(RULE, since.worry_told(on="2026-12-21", about=("Sam",)).at())


def test_what_is_on_record_of_a_whole_family_still_fits_one_sentence():
    story = SAM.worry_told(on="2024-07-01", called="one").decided("no_further_action", on="2024-07-02")
    story = story.worry_told(on="2024-08-01", called="two").decided("no_further_action", on="2024-08-02", of="two")
    story = story.open_to_early_help(on="2024-09-01")
    assert is_fit_to_read(speaks(RULE, story.at()))


def test_a_sibling_who_has_come_of_age_is_no_longer_read_for_this_child():
    assert speaks(RULE, SAM.at("2040-12-31T23:59:59"))
    assert told_of(SAM.at("2040-12-31T23:59:59")).next_change_at == moment("2041-01-01T00:00")
    is_silent(RULE, SAM.at("2041-01-01T00:00"))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert rule.missing(a_child().at()) == "a contact that nobody has decided, or a service that is open to the child"
    assert "since the latest contact" in (rule.missing(a_child().worry_told(on="2026-12-21").at()) or "")
