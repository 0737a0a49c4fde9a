"""Training that runs out at a place where a child is open is renewed by its last day."""

import pytest
from tests.policy.builder import ONE_SECOND, Story, is_fit_to_read, is_silent, moment, speaks, the, told_of
from tests.policy.staff import AT_NURSERY, at, trained

from kith.policy.findings import OwedBy, Subject
from kith.policy.readings.staff import _ANSWERS
from kith.policy.rulebook import rulebook
from kith.vocabulary import AgencyType, Clock, FindingKind, Role, Severity, SubjectKind, Topic

RULE = "training_is_current_where_a_child_is_open"
LAPSED = trained(AT_NURSERY, "Beth", "section_17_and_47", "2026-12-20", called="lapsed")


def test_training_that_ran_out_is_renewed_by_the_place():
    said = speaks(RULE, at(LAPSED))
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert said.subject == Subject(SubjectKind.SETTING, the("nursery"))
    assert said.about == the("nursery")
    assert said.evidence == (the("lapsed"),)
    assert said.owed_by == OwedBy(Role.NURSERY_WORKER, the("nursery"))
    assert (said.due_at, said.clock) == (moment("2026-12-20"), Clock.ELAPSED)
    assert said.sentence == (
        "Training of 1 person at Larkfield Nursery, where a child is open, has run out or soon will."
    )
    assert said.do_next == "renew it, and record the training with the last day on which it counts."
    assert is_fit_to_read(said)


def test_nobody_is_told_before_a_month_is_left():
    begins = moment("2026-11-20")
    early = at(LAPSED, begins - ONE_SECOND)
    is_silent(RULE, early)
    assert told_of(early).next_change_at == begins
    assert speaks(RULE, at(LAPSED, begins)).due_at == moment("2026-12-20")


def test_without_a_child_open_it_is_silent():
    is_silent(RULE, at(LAPSED.without("place")))
    is_silent(RULE, at(LAPSED.stepped_down(on="2026-12-01", of="place", by="nursery")))
    is_silent(RULE, at(LAPSED.had("place", with_agency="surgery")))


def test_of_somebody_who_left_nothing_is_asked():
    gone = LAPSED.tell(
        "works_at", on="2026-12-01", by="nursery", about=("Beth",), setting="nursery", post="left", called="gone"
    )
    is_silent(RULE, at(gone))
    assert speaks(RULE, at(gone.without("gone")))
    back = gone.tell("works_at", on="2026-12-10", by="nursery", about=("Beth",), setting="nursery")
    assert speaks(RULE, at(back))


def test_of_somebody_who_works_elsewhere_nothing_is_asked_here():
    elsewhere = LAPSED.had("staff", setting="surgery")
    is_silent(RULE, at(elsewhere))
    is_silent(RULE, at(elsewhere, which="surgery"))


def test_training_taken_again_ends_it():
    is_silent(RULE, at(trained(LAPSED, "Beth", "section_17_and_47", "2028-12-01", on="2026-12-01")))
    assert speaks(RULE, at(trained(LAPSED, "Beth", "escalation", "2028-12-01", on="2026-12-01")))
    assert speaks(RULE, at(trained(LAPSED, "Ann", "section_17_and_47", "2028-12-01", on="2026-12-01")))


def test_training_of_which_nobody_told_an_end_is_not_taken_for_lapsed():
    is_silent(RULE, at(trained(AT_NURSERY, "Beth", "section_17_and_47", "")))


def test_the_training_of_several_is_one_thing_to_do_by_the_first_day():
    several = trained(trained(LAPSED, "Ann", "escalation", "2027-01-03"), "Beth", "safeguarding", "2026-12-28")
    said = speaks(RULE, at(several))
    assert said.evidence == (the("lapsed"), the("Beth in safeguarding"), the("Ann in escalation"))
    assert said.due_at == moment("2026-12-20")
    assert said.sentence.startswith("Training of 2 people at Larkfield Nursery")
    assert is_fit_to_read(said)


def test_supervision_is_not_its_matter():
    is_silent(RULE, at(trained(AT_NURSERY, "Beth", Topic.SUPERVISION, "2026-12-20")))


@pytest.mark.parametrize(
    ("which", "kind", "role"),
    [
        ("surgery", SubjectKind.SETTING, Role.GP),
        ("north", SubjectKind.TEAM, Role.SOCIAL_CARE_MANAGER),
        ("night", SubjectKind.TEAM, Role.EMERGENCY_DUTY),
        ("nobody said", SubjectKind.SETTING, Role.UNKNOWN),
    ],
)
def test_the_place_answers_whatever_it_is(which: str, kind: SubjectKind, role: Role):
    moved = _moved(LAPSED, which)
    said = speaks(RULE, at(moved, which=which))
    assert said.subject.kind == kind
    assert said.owed_by == OwedBy(role, the(which))


def _moved(story: Story, which: str) -> Story:
    return story.had("staff", setting=which).had("place", with_agency=which)


def test_no_type_of_agency_that_can_be_written_to_is_without_somebody_who_answers():
    assert set(AgencyType) - set(_ANSWERS) == {AgencyType.FAMILY, AgencyType.PUBLIC, AgencyType.UNKNOWN}


def test_two_waivers_are_not_needed_for_what_is_no_danger():
    waived = LAPSED.waived("lapsed", on="2026-12-21", rule=RULE, of="nursery", about=("Beth",))
    is_silent(RULE, at(waived))
    assert told_of(at(waived)).answered


def test_a_retraction_of_the_training_ends_it():
    is_silent(RULE, at(LAPSED.retracted("lapsed", on="2026-12-21", about=("Beth",))))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert rule.missing(at(LAPSED.without("place"))) == "a child to whom the team or setting is open"
    assert rule.missing(at(LAPSED.had("staff", post="left"))) == "who works there"
    assert rule.missing(at(LAPSED)) is None
