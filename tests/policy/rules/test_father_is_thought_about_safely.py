"""A father is spoken to, or a plan says whether that is safe, within ten working days of social care's beginning."""

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
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role

RULE = "father_is_thought_about_safely"
NOW = "2026-11-20T12:00"

#: Begun on Monday 16 November; ten working days later is Monday 30 November.
OPEN = a_child().knowing("Jo", called="Jo Bell").open_to_social_care(on="2026-11-16T10:00", called="work")
FATHER = OPEN.cared_for_by("Jo", on="2026-11-16T11:00", relation="father", called="said")


def test_a_father_nobody_has_reached_is_thought_about_in_ten_working_days():
    said = speaks(RULE, FATHER.at(NOW))
    assert said.kind == FindingKind.OBLIGATION
    assert (said.about, said.evidence) == (the("Jo"), (the("work"), the("said")))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 11, 30)), Clock.WORKING)
    assert said.sentence == "Robin's father, Jo Bell, has not been spoken to, and no plan says whether that is safe."
    assert said.do_next.startswith("decide first whether and how it is safe")
    assert is_fit_to_read(said)
    assert told_of(FATHER.at("2030-01-01")).findings[said.key] == said, "time alone reaches nobody"


def test_a_child_of_whose_father_nothing_is_on_record_is_asked_about():
    said = speaks(RULE, OPEN.at(NOW))
    assert (said.about, said.evidence) == (the("Robin"), (the("work"),))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 11, 30)), Clock.WORKING)
    assert said.sentence == "Robin has no father on record among the adults in the child's life."
    assert is_fit_to_read(said)
    assert speaks(RULE, FATHER.had("said", relation="parents_partner").at(NOW)).about == the("Robin")


@pytest.mark.parametrize("service", ["early_help", "health_visiting"])
def test_it_is_silent_where_social_care_is_not_open(service: str):
    is_silent(RULE, FATHER.had("work", service=service).at(NOW))


def test_a_father_who_is_not_named_is_not_given_a_name():
    unnamed = OPEN.knowing("Al").cared_for_by("Al", on="2026-11-16T11:00", relation="father")
    said = speaks(RULE, unnamed.at(NOW))
    assert said.sentence == "Robin's father has not been spoken to, and no plan says whether that is safe."
    assert is_fit_to_read(said)


def test_a_father_first_recorded_later_counts_from_there_and_saying_it_again_puts_off_nothing():
    later = OPEN.cared_for_by("Jo", on="2026-11-25T10:00", relation="father")
    assert speaks(RULE, later.at("2026-11-25T10:00")).due_at == end_of_day(date(2026, 12, 9))
    again = later.cared_for_by("Jo", on="2026-11-27T10:00", relation="father")
    assert speaks(RULE, again.at("2026-11-27T10:00")).due_at == end_of_day(date(2026, 12, 9))


def related(story: Story) -> Story:
    return story.tell("relationship", on="2026-11-16T11:00", about=("Jo",), to="Robin", relation="father", called="is")


def test_a_father_is_known_from_what_he_is_to_the_child_wherever_he_lived_with_the_child():
    home = OPEN.living_in("home", on="2026-11-01T10:00")
    left = home.living_in("home", on="2026-11-02T10:00", who="Jo").living_in(
        "home", on="2026-11-03T10:00", who="Jo", living="left"
    )
    assert speaks(RULE, related(left).at(NOW)).about == the("Jo")
    assert speaks(RULE, related(left).had("is", relation="step_parent").at(NOW)).about == the("Robin")
    assert speaks(RULE, related(left).had("is", to="Sam").at(NOW)).about == the("Robin")


def test_a_father_is_known_from_what_he_is_to_the_child_where_he_matters_in_another_way():
    assert speaks(RULE, related(FATHER.had("said", relation="other")).at(NOW)).about == the("Jo")
    assert speaks(RULE, related(FATHER).at(NOW)).evidence[0] == the("work")


def test_two_men_said_to_be_the_father_are_two():
    two = FATHER.knowing("Al").cared_for_by("Al", on="2026-11-16T11:00", relation="father")
    assert {one.about for one in all_said(RULE, two.at(NOW))} == {the("Jo"), the("Al")}


# What ends it


def test_it_ends_when_somebody_spoke_with_him():
    spoken = FATHER.tell("adult_spoken_to", on=NOW, adult="Jo", called="spoken")
    is_silent(RULE, spoken.at(NOW))
    assert speaks(RULE, spoken.had("spoken", adult="Kit").at(NOW))


@pytest.mark.parametrize("safe", ["yes", "no", "not_recorded"])
def test_it_ends_with_a_plan_that_names_no_day(safe: str):
    is_silent(RULE, FATHER.tell("adult_plan", on=NOW, adult="Jo", safe_to_contact=safe).at("2030-01-01"))


def test_a_plan_is_looked_at_again_on_its_day():
    planned = FATHER.tell(
        "adult_plan", on=NOW, adult="Jo", safe_to_contact="no", look_again_on="2026-12-14", called="plan"
    )
    before = planned.at(moment("2026-12-14T00:00") - ONE_SECOND)
    is_silent(RULE, before)
    assert told_of(before).next_change_at <= moment("2026-12-14T00:00")
    said = speaks(RULE, planned.at("2026-12-14T00:00"))
    assert said.evidence == (the("work"), the("said"), the("plan"))
    assert said.due_at == end_of_day(date(2026, 12, 30)), "from the day to look again"
    assert (
        said.sentence == "Robin's father, Jo Bell, has not been spoken to, "
        "and the plan of 20 November 2026 was to be looked at again."
    )
    assert is_fit_to_read(said)
    renewed = planned.tell("adult_plan", on="2026-12-14T10:00", adult="Jo", look_again_on="2027-03-01")
    is_silent(RULE, renewed.at("2026-12-14T10:00"))


def test_it_ends_when_social_cares_work_ends():
    is_silent(RULE, FATHER.stepped_down(on="2026-11-19T10:00").at(NOW))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert "social care's work" in str(rule.missing(a_child().at()))
    assert rule.missing(FATHER.at(NOW)) is None
