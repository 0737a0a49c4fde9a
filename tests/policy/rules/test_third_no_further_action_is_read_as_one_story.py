"""The third contact of a year that ends with no further action is read with those before it."""

from tests.policy.builder import (
    ONE_SECOND,
    Story,
    a_child,
    entries,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
    told_of,
)

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "third_no_further_action_is_read_as_one_story"


def ended(story: Story, called: str, *, on: str, by: str = "hub", outcome: str = "no_further_action") -> Story:
    told = story.worry_told(on=f"{on}T09:00", by="nursery", called=called)
    return told.decided(outcome, on=f"{on}T15:00", of=called, by=by, called=f"decision on {called}")


TWO = ended(ended(a_child(), "one", on="2026-08-03"), "two", on="2026-10-05")
THREE = ended(TWO, "three", on="2026-12-21")


def test_three_of_one_teller_are_read_as_one_story_too():
    said = speaks(RULE, THREE.at())
    assert (said.kind, said.severity) == (FindingKind.ALERT, Severity.CONSIDER)
    assert said.about == the("Robin")
    assert said.evidence == (the("one"), the("two"), the("three"))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert (said.due_at, said.clock) == (moment("2026-12-22"), Clock.WORKING)
    assert said.sentence == "3 contacts about Robin in the last 12 months ended with no further action."
    assert said.do_next == "read these 3 as one story, and record what you decide."
    assert is_fit_to_read(said)


def test_two_do_not_speak():
    is_silent(RULE, TWO.at())


def test_advice_and_help_are_not_counted():
    is_silent(RULE, THREE.had("decision on two", outcome="advice").at())
    is_silent(RULE, THREE.had("decision on two", outcome="assessment").at())


def test_what_somebody_decided_who_may_not_is_not_counted():
    is_silent(RULE, ended(TWO, "three", on="2026-12-21", by="nursery").at())


def test_one_contact_decided_twice_is_one():
    is_silent(RULE, TWO.decided("no_further_action", on="2026-12-21", of="two").at())


def test_it_lapses_when_the_first_is_a_year_old():
    gone = moment("2027-08-03T09:00")
    assert speaks(RULE, THREE.at(gone - ONE_SECOND))
    assert told_of(THREE.at(gone - ONE_SECOND)).next_change_at == gone
    is_silent(RULE, THREE.at(gone))


def test_a_fourth_is_read_with_them_from_its_own_news():
    said = speaks(RULE, ended(THREE, "four", on="2026-12-23").at())
    assert said.due_at == moment("2026-12-24")
    assert set(said.evidence) == entries("one", "two", "three", "four")


def test_it_ends_when_somebody_who_decides_has_read_them_and_returns_with_a_fourth():
    read = THREE.looked_and_thought("one", "two", "three", on="2026-12-22", rule=RULE, by="hub")
    is_silent(RULE, read.at())
    assert speaks(RULE, ended(read, "four", on="2026-12-23").at())


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert rule.missing(TWO.at()) == "three contacts in the last year that ended with no further action"
    assert rule.missing(THREE.at()) is None
