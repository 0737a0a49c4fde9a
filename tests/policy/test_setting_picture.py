"""A team or setting at a moment: who works there as last said, which children are open to it, and what time may change."""

from datetime import timedelta
from random import Random

import pytest
from tests.policy.builder import ONE_SECOND, Story, a_child, moment, the, told_of
from tests.policy.staff import AT_NURSERY, at, trained

from kith.policy.findings import Subject
from kith.policy.picture import SettingPicture, kind_of_setting
from kith.policy.rulebook import rulebook
from kith.vocabulary import AgencyType, SubjectKind

RULES = {one.name for one in rulebook().rules if one.reads is SettingPicture}
LAPSED = trained(AT_NURSERY, "Beth", "section_17_and_47", "2026-12-20")


def test_staff_are_whoever_was_last_said_to_work_there():
    assert set(at(AT_NURSERY).staff) == {the("Beth"), the("Ann")}
    left = AT_NURSERY.tell("works_at", on="2026-12-01", about=("Ann",), setting="nursery", post="left", called="left")
    assert at(left).staff == (the("Beth"),)
    assert set(at(left, "2026-11-30T09:00").staff) == {the("Beth"), the("Ann")}
    assert set(at(left).about) == {the("Beth"), the("Ann")}, "what was entered of them still stands"
    assert at(AT_NURSERY, which="surgery").staff == ()


def test_a_child_is_open_to_it_until_the_service_ends_or_was_never_theirs():
    assert at(AT_NURSERY).children_open == (the("Robin"),)
    assert at(AT_NURSERY, "2026-08-31T09:00").children_open == ()
    ended = AT_NURSERY.stepped_down(on="2026-12-01", of="place", by="nursery")
    assert at(ended).children_open == () and not at(ended).has_children_open
    taken_off = AT_NURSERY.retracted("place", on="2026-12-01")
    assert not at(taken_off).has_children_open
    moved = AT_NURSERY.open_to(
        "nursery_place", on="2026-12-01", with_agency="surgery", by="nursery", corrects="place", called="mended"
    )
    assert not at(moved).has_children_open and at(moved, which="surgery").has_children_open


@pytest.mark.parametrize("type", list(AgencyType))
def test_every_agency_is_a_team_or_a_setting(type: AgencyType):
    assert kind_of_setting(type) in (SubjectKind.TEAM, SubjectKind.SETTING)


def test_an_agency_nobody_described_is_a_setting_and_has_a_name():
    nobody = SettingPicture(
        id=the("elsewhere"), at=moment("2026-12-24"), shelves=a_child().shelves(moment("2026-12-24"))
    )
    assert nobody.subject == Subject(SubjectKind.SETTING, the("elsewhere"))
    assert nobody.setting.name == "an agency"


def test_rules_about_places_are_asked_of_places_alone():
    assert RULES and not {key.rule for key in told_of(LAPSED.at()).findings} & RULES
    assert {key.rule for key in told_of(at(LAPSED)).findings} <= RULES
    assert told_of(at(LAPSED)).rules == rulebook().names


def test_staff_belong_to_no_childs_family():
    picture = LAPSED.at()
    assert picture.siblings() == () and picture.household() == ()
    assert LAPSED.shelves(moment("2026-12-24")).connected({the("Robin")}) == {the("Robin")}
    assert told_of(picture) == told_of(replace_staff(LAPSED).at())


def replace_staff(story: Story) -> Story:
    """The same story, had nothing been entered of staff."""
    return story.without("staff").without("Beth in section_17_and_47")


def test_what_a_place_is_told_stands_while_what_it_rests_on_was_not_taken_back():
    (finding,) = told_of(at(LAPSED)).findings.values()
    assert told_of(at(LAPSED)).holds(finding.evidence)
    taken_back = LAPSED.retracted("Beth in section_17_and_47", on="2026-12-21", about=("Beth",))
    assert not told_of(at(taken_back)).holds(finding.evidence)


def test_time_alone_changes_nothing_before_the_moment_that_was_named():
    chance = Random(2026)
    for _ in range(60):
        story = AT_NURSERY
        for number in range(chance.randint(1, 4)):
            until = (moment("2026-11-01") + timedelta(days=chance.randint(0, 120))).date().isoformat()
            topic = chance.choice(("safeguarding", "escalation", "supervision"))
            story = trained(story, chance.choice(("Beth", "Ann")), topic, until, called=f"training {number}")
        now = moment("2026-10-01T09:00")
        was = told_of(at(story, now))
        while was.next_change_at:
            between = now + chance.random() * (was.next_change_at - now - ONE_SECOND)
            assert told_of(at(story, between)).findings == was.findings
            assert told_of(at(story, was.next_change_at - ONE_SECOND)).findings == was.findings
            now = was.next_change_at
            was = told_of(at(story, now))
        assert told_of(at(story, "2036-01-01T09:00")).findings == was.findings
