"""Every adult with care of a child who is open to services, or in the child's home, is checked; asking is not yet knowing."""

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

RULE = "adult_in_a_childs_life_is_established"
NOW = "2026-12-03T12:00"

OPEN = a_child().knowing("Kit").open_to_social_care(on="2026-11-16T10:00", called="work")
CARES = OPEN.cared_for_by("Kit", on="2026-12-03T10:00", by="nursery", cares_alone="yes", called="said")
LIVES = OPEN.living_in("home", on="2026-11-01T10:00").living_in("home", on="2026-12-03T10:00", who="Kit", called="said")


def test_an_adult_who_cares_for_the_child_is_checked_within_a_working_day():
    said = speaks(RULE, CARES.at(NOW))
    assert said.kind == FindingKind.OBLIGATION
    assert (said.about, said.evidence) == (the("Kit"), (the("said"),))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 4)), Clock.WORKING)
    assert (
        said.sentence
        == "A person we have not identified yet is said to care for Robin, and we have not asked for a check."
    )
    assert said.do_next.startswith("first check that it is safe to ask")
    assert is_fit_to_read(said)
    assert told_of(CARES.at("2030-01-01")).findings[said.key] == said, "time alone establishes nobody"


def test_it_is_silent_when_the_adult_has_no_care():
    is_silent(RULE, CARES.had("said", cares_alone="no").at(NOW))
    is_silent(RULE, CARES.had("said", cares_alone="not_recorded").at(NOW))


def test_whoever_stays_overnight_or_lives_there_is_checked_too():
    overnight = CARES.had("said", cares_alone="no", stays_overnight="yes")
    assert "is said to stay with Robin" in speaks(RULE, overnight.at(NOW)).sentence
    assert "is said to live with Robin" in speaks(RULE, LIVES.at(NOW)).sentence
    stays = speaks(RULE, LIVES.had("said", living="said_to_stay").at(NOW))
    assert "is said to stay with Robin" in stays.sentence
    is_silent(RULE, LIVES.had("said", living="left").at(NOW))


def test_one_adult_said_in_two_ways_is_asked_about_once_from_when_first_said():
    both = CARES.living_in("home", on="2026-11-01T10:00").living_in(
        "home", on="2026-12-04T10:00", who="Kit", called="in"
    )
    said = speaks(RULE, both.at("2026-12-04T12:00"))
    assert said.evidence == (the("said"), the("in"))
    assert said.due_at == end_of_day(date(2026, 12, 4))


def test_two_adults_are_two():
    two = CARES.knowing("Lee").cared_for_by("Lee", on="2026-12-03T10:00", cares_alone="yes")
    assert {one.about for one in all_said(RULE, two.at(NOW))} == {the("Kit"), the("Lee")}


def test_an_adult_said_before_the_work_began_counts_from_there():
    before = CARES.had("work", at=moment("2026-12-08T10:00"))
    assert speaks(RULE, before.at("2026-12-08T12:00")).due_at == end_of_day(date(2026, 12, 9))


# Whom it concerns


def test_a_child_no_service_helps_is_left_alone():
    is_silent(RULE, CARES.had("work", service="nursery_place").at(NOW))
    is_silent(RULE, CARES.stepped_down(on="2026-12-03T11:00").at(NOW))


def test_early_help_owes_it_where_it_alone_is_open():
    helped = CARES.had("work", service="early_help", with_agency=the("early help"))
    assert speaks(RULE, helped.at(NOW)).owed_by == OwedBy(Role.EARLY_HELP_WORKER, the("early help"))


def named(relation: str) -> Story:
    return CARES.had("said", relation=relation).tell("naming", on=NOW, about=("Kit",), name="Kit Bell", called="name")


@pytest.mark.parametrize("relation", ["mother", "father", "foster_carer"])
def test_a_parent_or_foster_carer_whose_name_we_have_is_known(relation: str):
    is_silent(RULE, named(relation).at(NOW))
    assert speaks(RULE, named(relation).without("name").at(NOW))


@pytest.mark.parametrize("relation", ["grandparent", "parents_partner", "not_known"])
def test_anybody_else_with_a_name_is_still_checked(relation: str):
    story = named(relation) if relation != "not_known" else named("friend")
    assert (
        speaks(RULE, story.at(NOW)).sentence == "Kit Bell is said to care for Robin, and we have not asked for a check."
    )


def test_a_mother_is_known_as_one_from_what_was_said_of_her_too():
    mother = LIVES.tell("naming", on=NOW, about=("Kit",), name="Kit Bell").tell(
        "relationship", on=NOW, about=("Kit",), to="Robin", relation="mother", called="is"
    )
    is_silent(RULE, mother.at(NOW))
    assert speaks(RULE, mother.had("is", to="Sam").at(NOW)), "she is another child's"


@pytest.mark.parametrize("relation", ["sibling", "half_sibling"])
def test_brothers_and_sisters_are_not_checked(relation: str):
    is_silent(RULE, LIVES.tell("relationship", on=NOW, about=("Kit",), to="Robin", relation=relation).at(NOW))


def test_children_in_the_home_are_not_checked():
    child = LIVES.knowing("Sam", born="2020-01-01").living_in("home", on="2026-12-03T10:00", who="Sam")
    assert speaks(RULE, child.at(NOW)).about == the("Kit")


def test_somebody_who_left_and_came_back_counts_from_coming_back():
    back = (
        OPEN.living_in("home", on="2026-11-01T10:00")
        .living_in("home", on="2026-11-02T10:00", who="Kit")
        .living_in("home", on="2026-11-20T10:00", who="Kit", living="left")
        .living_in("home", on="2026-12-03T10:00", who="Kit", called="back")
    )
    said = speaks(RULE, back.at(NOW))
    assert (said.evidence, said.due_at) == ((the("back"),), end_of_day(date(2026, 12, 4)))


def test_somebody_told_of_together_with_another_who_left_since_has_left():
    together = OPEN.living_in("home", on="2026-11-01T10:00").tell(
        "household_membership", on="2026-12-01T10:00", about=("Kit", "Lee"), household="home"
    )
    assert len(all_said(RULE, together.at(NOW))) == 2
    left = together.living_in("home", on="2026-12-02T10:00", who="Kit", living="left")
    assert speaks(RULE, left.at(NOW)).about == the("Lee")


# Asked, answered, planned


@pytest.mark.parametrize("result", ["nothing_found", "something_found"])
def test_it_ends_with_an_answer(result: str):
    checked = CARES.tell("adult_check", on=NOW, adult="Kit", result=result, called="check")
    is_silent(RULE, checked.at(NOW))


@pytest.mark.parametrize("result", ["asked", "not_possible"])
def test_a_check_without_an_answer_is_chased_from_when_it_was_first_asked_for(result: str):
    asked = CARES.tell("adult_check", on="2026-12-04T10:00", adult="Kit", result=result, called="check")
    again = asked.tell("adult_check", on="2026-12-08T10:00", adult="Kit", result="asked", called="again")
    said = speaks(RULE, again.at("2026-12-08T10:00"))
    assert said.due_at == end_of_day(date(2026, 12, 11))
    assert said.evidence == (the("said"), the("check"), the("again"))
    assert (
        said.sentence == "A person we have not identified yet is said to care for Robin, "
        "and the check of 4 December 2026 has no answer."
    )
    assert is_fit_to_read(said)


def test_a_plan_puts_it_off_until_the_day_to_look_again():
    planned = CARES.tell(
        "adult_plan", on=NOW, adult="Kit", safe_to_contact="no", look_again_on="2026-12-14", called="plan"
    )
    before = planned.at(moment("2026-12-14T00:00") - ONE_SECOND)
    is_silent(RULE, before)
    assert told_of(before).next_change_at == moment("2026-12-14T00:00")
    said = speaks(RULE, planned.at("2026-12-14T00:00"))
    assert said.due_at == end_of_day(date(2026, 12, 15)), "from the day to look again"
    assert said.evidence == (the("said"), the("plan"))


def test_a_plan_with_no_day_to_look_again_puts_off_nothing():
    planned = CARES.tell("adult_plan", on=NOW, adult="Kit", safe_to_contact="no")
    assert speaks(RULE, planned.at(NOW)).due_at == end_of_day(date(2026, 12, 4))


def test_a_plan_for_somebody_else_puts_off_nothing():
    assert speaks(RULE, CARES.tell("adult_plan", on=NOW, adult="Lee", look_again_on="2026-12-14").at(NOW))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert "open to the child" in str(rule.missing(a_child().at()))
    assert "an adult" in str(rule.missing(OPEN.at()))
    assert rule.missing(CARES.at(NOW)) is None
