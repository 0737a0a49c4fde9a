"""Three small worries from people who do not belong together are one story."""

import pytest
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

RULE = "contacts_from_unlinked_tellers_add_up"


def worried(
    story: Story, called: str, *, on: str, by: str, outcome: str = "no_further_action", **told: object
) -> Story:
    named = story.worry_told(on=f"{on}T09:00", by=by, called=called, **told)
    return named.decided(outcome, on=f"{on}T15:00", of=called, called=f"decision on {called}")


TWO = worried(worried(a_child(), "one", on="2026-08-03", by="nursery"), "two", on="2026-10-05", by="surgery")
THREE = worried(TWO, "three", on="2026-12-21", by="family", by_name="Bea Ash")


def test_three_who_do_not_belong_together_are_read_as_one_story():
    said = speaks(RULE, THREE.at())
    assert (said.kind, said.severity) == (FindingKind.ALERT, Severity.CONSIDER)
    assert said.about == the("Robin")
    assert said.evidence == (the("one"), the("two"), the("three"))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert (said.due_at, said.clock) == (moment("2026-12-22"), Clock.WORKING)
    assert said.sentence == (
        "3 people or agencies have worried about Robin in 140 days, "
        "and each contact ended with no further action or advice."
    )
    assert said.do_next == "read these 3 together, as one story, and record what you decide."
    assert is_fit_to_read(said)


@pytest.mark.parametrize("missing", ["three", "decision on three"])
def test_two_do_not_add_up(missing: str):
    is_silent(RULE, THREE.without(missing).at())


def test_one_that_led_to_help_is_answered_and_advice_is_not_help():
    is_silent(RULE, THREE.had("decision on two", outcome="assessment").at())
    is_silent(RULE, THREE.had("decision on two", outcome="early_help").at())
    assert speaks(RULE, THREE.had("decision on two", outcome="advice").at())


def test_one_agency_is_one_teller():
    is_silent(RULE, THREE.had("two", agency=the("nursery")).at())


def test_the_police_who_tell_of_three_incidents_are_one_teller():
    story = a_child()
    for called, on in (("one", "2026-08-03"), ("two", "2026-10-05"), ("three", "2026-12-21")):
        story = worried(story, called, on=on, by="police", harm="domestic_abuse")
    is_silent(RULE, story.at())
    assert speaks(
        RULE, worried(worried(story, "four", on="2026-12-22", by="nursery"), "five", on="2026-12-22", by="surgery").at()
    )


# People who belong to no agency


NEIGHBOURS = worried(TWO.without("one"), "three", on="2026-12-21", by="family", by_name="Bea Ash")


@pytest.mark.parametrize("by", ["family", "nobody said"])
def test_two_people_of_the_family_or_the_public_are_two_tellers(by: str):
    assert speaks(RULE, worried(NEIGHBOURS, "four", on="2026-12-22", by=by, by_name="Kit Dunn").at())


def test_one_person_is_one_teller_however_the_name_is_spelt():
    is_silent(RULE, worried(NEIGHBOURS, "four", on="2026-12-22", by="family", by_name="bea  ash").at())


def test_one_person_known_as_one_is_one_teller_whatever_name_is_given():
    known = worried(NEIGHBOURS.had("three", told_by=the("Bea")), "four", on="2026-12-22", by="family", told_by="Bea")
    is_silent(RULE, known.at())
    assert speaks(RULE, known.had("four", told_by=the("Kit")).at())


def test_people_who_gave_no_name_may_be_the_same_one():
    nameless = worried(NEIGHBOURS.had("three", by_name=""), "four", on="2026-12-22", by="family")
    is_silent(RULE, nameless.at())
    assert speaks(RULE, nameless.had("four", by_name="Bea Ash").at())


# Time


def test_it_lapses_when_the_first_is_a_year_old():
    gone = moment("2027-08-03T09:00")
    assert speaks(RULE, THREE.at(gone - ONE_SECOND))
    assert told_of(THREE.at(gone - ONE_SECOND)).next_change_at == gone
    is_silent(RULE, THREE.at(gone))
    assert speaks(RULE, THREE.at()).may_lapse


def test_a_fourth_is_read_with_them_from_its_own_news():
    said = speaks(RULE, worried(THREE, "four", on="2026-12-23", by="early help").at())
    assert said.due_at == moment("2026-12-24")
    assert set(said.evidence) == entries("one", "two", "three", "four")


def test_three_on_one_day_are_told_in_one_day():
    story = worried(worried(worried(a_child(), "a", on="2026-12-21", by="nursery"), "b", on="2026-12-21", by="surgery"), "c", on="2026-12-21", by="hospital")  # fmt: skip
    assert "in 1 day, and" in speaks(RULE, story.at()).sentence


def test_it_ends_when_somebody_who_decides_has_read_them_and_returns_with_a_fourth():
    read = THREE.looked_and_thought("one", "two", "three", on="2026-12-22", rule=RULE, by="hub")
    is_silent(RULE, read.at())
    assert speaks(RULE, worried(read, "four", on="2026-12-23", by="early help").at())


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert "three contacts in the last year" in (rule.missing(TWO.at()) or "")
    assert rule.missing(THREE.at()) is None
