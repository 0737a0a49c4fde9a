"""Everybody who works with a child hears of an outcome within a working day, and so does whoever told us of the worry."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

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
from kith.policy.facts import Agency
from kith.policy.findings import OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings.telling import outcomes_not_passed_on
from kith.policy.rulebook import rulebook
from kith.vocabulary import AgencyType, Clock, FindingKind, Role, Severity

HEAR = "people_who_need_to_know_hear_of_outcomes"

#: Social care's work, begun in January, was entered in June: history by then, and no news to anybody.
KNOWN = (
    a_child()
    .open_to("nursery_place", on="2025-05-11", with_agency="nursery", called="place")
    .open_to("health_visiting", on="2024-05-17", with_agency="health visiting", called="visiting")
    .open_to("social_care", on="2026-01-16T10:00", entered="2026-06-16T10:00", with_agency="north", called="episode")
)
#: On Thursday 10 December; one working day later is Friday the 11th.
NOW = "2026-12-10T10:00"
DECIDED = KNOWN.tell("decision", on=NOW, what="section_17", called="decided")
REFERRED = a_child().worry_told(on="2026-12-08T09:00", by="surgery", called="worry")
ANSWERED = REFERRED.decided("no_further_action", on=NOW, called="decided")


def told(story: Story, agency: str, **more: str) -> Story:
    return story.tell("told", on="2026-12-10T11:00", of="decided", told_agency=agency, **more)


def test_until_somebody_records_telling_them_everybody_round_the_child_is_still_to_be_told():
    said = speaks(HEAR, DECIDED.at(NOW))
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert (said.about, said.evidence) == (the("decided"), (the("decided"),))
    assert said.owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 11)), Clock.WORKING)
    assert said.sentence == (
        "Nobody has recorded telling Larkfield Nursery and Northfield Health Visiting what was decided about Robin "
        "on 10 December 2026."
    )
    assert is_fit_to_read(said)


def test_it_names_only_those_who_have_not_been_told_and_ends_when_all_have():
    one_left = told(DECIDED, "nursery")
    assert "telling Northfield Health Visiting what" in speaks(HEAR, one_left.at("2026-12-10T11:00")).sentence
    is_silent(HEAR, told(one_left, "health visiting").at("2026-12-10T11:00"))
    other = one_left.tell("told", on="2026-12-10T11:00", of="episode", told_agency="health visiting")
    assert speaks(HEAR, other.at("2026-12-10T11:00")), "of something else"


def test_it_does_not_go_away_by_time_and_time_alone_changes_nothing():
    assert speaks(HEAR, DECIDED.at("2028-06-01")) == speaks(HEAR, DECIDED.at(NOW))
    assert HEAR not in {key.rule for key in told_of(DECIDED.without("decided").at("2028-06-01")).findings}
    late = told(told(DECIDED, "nursery"), "health visiting", entered="2028-06-02")
    assert speaks(HEAR, late.at("2028-06-01")) and all_said(HEAR, late.at("2028-06-02")) == ()


def test_whoever_made_it_is_told_by_nobody():
    own = KNOWN.tell("discharge", on=NOW, by="nursery", called="decided")
    assert "North Locality Team and Northfield Health Visiting" in speaks(HEAR, own.at(NOW)).sentence


@pytest.mark.parametrize(
    ("kind", "more", "words"),
    [
        (
            "admission",
            {"by": "hospital"},
            "Larkfield Nursery, North Locality Team and 1 other that Robin was taken into hospital",
        ),
        ("discharge", {"by": "hospital"}, "North Locality Team and 1 other that Robin left hospital"),
        ("strategy_discussion", {"heard": ()}, "of the strategy discussion about Robin"),
        ("threshold_decision", {"contact": "worry", "outcome": "already_open"}, "what was decided about Robin"),
        ("stepped_down", {"involvement": "episode", "to": "universal"}, "that help for Robin ended or lessened"),
        (
            "involvement",
            {"by": "early help", "with_agency": "early help", "service": "early_help"},
            "that a service opened to Robin",
        ),
    ],
)
def test_each_kind_of_outcome_is_said_in_its_own_words(kind: str, more: dict[str, str], words: str):
    said = speaks(HEAR, KNOWN.tell(kind, on=NOW, called="outcome", **more).at(NOW))
    assert words in said.sentence
    assert said.about == the("outcome")
    assert is_fit_to_read(said)


def test_what_is_no_outcome_is_told_to_nobody():
    is_silent(HEAR, KNOWN.seen(on=NOW).at(NOW))


def test_each_outcome_is_owed_by_itself():
    both = DECIDED.tell("decision", on="2026-12-11T10:00", what="medical", called="medical")
    assert {one.about for one in all_said(HEAR, both.at("2026-12-11T10:00"))} == {the("decided"), the("medical")}


# Who owes it


def test_the_hub_owes_what_the_hub_decided_and_early_help_what_it_ended():
    hub = DECIDED.without("decided").tell("decision", on=NOW, by="hub", what="section_17")
    assert speaks(HEAR, hub.at(NOW)).owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    early = KNOWN.tell("decision", on=NOW, by="early help", what="other")
    assert speaks(HEAR, early.at(NOW)).owed_by == OwedBy(Role.EARLY_HELP_WORKER, the("early help"))


def test_what_a_hospital_entered_is_for_the_social_care_team_to_pass_on():
    admitted = KNOWN.tell("admission", on=NOW, by="hospital")
    assert speaks(HEAR, admitted.at(NOW)).owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))


# While help is open


def test_without_social_care_or_early_help_an_outcome_is_nobodys_to_pass_on():
    is_silent(HEAR, DECIDED.without("episode").at(NOW))
    assert speaks(HEAR, DECIDED.had("episode", service="early_help").at(NOW))


def test_an_outcome_entered_before_help_began_is_not_owed_and_one_entered_that_second_is():
    begins = moment(NOW)
    happened = replace(DECIDED["episode"].happened, start=begins, end=begins)
    is_silent(HEAR, DECIDED.had("episode", happened=happened, at=begins + ONE_SECOND).without("place").at(NOW))
    later = replace(happened, start=begins + ONE_SECOND, end=begins + ONE_SECOND)
    begun = DECIDED.had("episode", happened=later, at=later.end)
    about = {one.about for one in all_said(HEAR, begun.at(later.end))}
    assert about == {the("episode")}, "the beginning is an outcome itself"
    same = DECIDED.had("episode", happened=happened, at=begins)
    assert {one.about for one in all_said(HEAR, same.at(NOW))} == {the("episode"), the("decided")}


def test_the_end_of_help_is_told_and_what_is_entered_after_it_is_not():
    ended = KNOWN.stepped_down(on=NOW, of="episode", called="ended")
    assert speaks(HEAR, ended.at(NOW)).about == the("ended")
    after = ended.tell("decision", on="2026-12-10T10:00:01", what="other")
    assert speaks(HEAR, after.at("2026-12-11T10:00")).about == the("ended")
    before = ended.tell("decision", on=NOW, what="other", called="before")
    assert {one.about for one in all_said(HEAR, before.at(NOW))} == {the("ended"), the("before")}


def test_an_agency_that_left_or_came_later_is_not_owed_what_came_before():
    left = DECIDED.stepped_down(on="2026-12-10T09:00", of="place", called="left")
    told = left.tell("told", on=NOW, of="left", told_agency="health visiting")
    assert "telling Northfield Health Visiting what" in speaks(HEAR, told.at(NOW)).sentence
    came = DECIDED.had("place", happened=replace(DECIDED["place"].happened, end=moment(NOW), start=moment(NOW)))
    assert "Larkfield" in speaks(HEAR, came.had("place", at=moment("2027-06-01")).at("2027-06-01")).sentence
    second = replace(DECIDED["place"].happened, end=moment(NOW) + ONE_SECOND, start=moment(NOW) + ONE_SECOND)
    later = DECIDED.had("place", happened=second, at=moment("2027-06-01"))
    assert "Larkfield" not in speaks(HEAR, later.at("2027-06-01")).sentence


def test_an_agency_that_came_back_is_owed_no_outcome_of_the_time_between():
    twice = (
        KNOWN.open_to("nursery_place", on="2026-10-01T09:00", with_agency="south", called="first")
        .stepped_down(on="2026-11-20T09:00", of="first", called="left")
        .tell("decision", on="2026-12-01T10:00", by="hub", what="section_17", called="between")
        .open_to("nursery_place", on="2026-12-08T09:00", with_agency="south", called="again")
    )
    assert the("south") not in owed(twice)
    assert the("south") in owed(twice.without("left"))


def owed(story: Story) -> set[UUID]:
    return {
        agency
        for one in outcomes_not_passed_on(story.at())
        for agency in one.agencies
        if one.outcome.kind == "decision"
    }


def test_a_team_whose_plan_became_another_stays_owed_what_was_decided_before():
    decided = KNOWN.tell("decision", on=NOW, by="hub", what="section_17", called="decided")
    became = decided.stepped_down(on="2026-12-10T11:00", of="episode", to="child_in_need", called="ended")
    became = became.child_in_need(on="2026-12-10T11:00", called="plan")
    (still,) = [one for one in all_said(HEAR, became.at("2026-12-10T11:00")) if one.about == the("decided")]
    assert "North Locality Team and 1 other what was decided" in still.sentence


def test_what_was_entered_ninety_days_after_it_happened_is_history():
    begins = moment(NOW)
    for span, owed in ((timedelta(days=90) - ONE_SECOND, True), (timedelta(days=90), False)):
        story = DECIDED.had("decided", at=begins + span)
        assert bool(all_said(HEAR, story.at(begins + span))) == owed


# Whoever told us


def test_whoever_told_us_of_a_worry_hears_what_was_decided_though_no_service_is_open():
    said = speaks(HEAR, ANSWERED.at(NOW))
    assert said.sentence == (
        "Millpond Surgery told us about Robin, and nobody has recorded telling them what was decided on 10 December 2026."
    )
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert said.due_at == end_of_day(date(2026, 12, 11))
    assert is_fit_to_read(said)
    is_silent(HEAR, told(ANSWERED, "surgery").at("2026-12-10T11:00"))


def test_a_relative_is_not_written_to_and_nobody_tells_themselves():
    is_silent(HEAR, ANSWERED.had("worry", agency=the("family")).at(NOW))
    is_silent(HEAR, ANSWERED.had("worry", agency=the("hub")).at(NOW))


def test_a_worry_put_right_later_is_still_the_one_that_was_decided_on():
    again = ANSWERED.worry_told(on="2026-12-08T09:00", entered="2026-12-11T09:00", by="surgery", corrects="worry")
    assert speaks(HEAR, again.at("2026-12-11T09:00")) == speaks(HEAR, ANSWERED.at(NOW))


def test_whoever_told_us_is_one_of_the_others_while_help_is_open():
    story = DECIDED.without("decided").worry_told(on=NOW, by="surgery").decided("assessment", on=NOW)
    assert "Larkfield Nursery, Millpond Surgery and 2 others" in speaks(HEAR, story.at(NOW)).sentence


# In words


def with_names(story: Story, *names: str) -> ChildPicture:
    for number, _ in enumerate(names):
        story = story.open_to("hospital_care", on="2025-01-01", with_agency=f"ward {number}", by="hospital")
    picture = story.at(NOW)
    wards = [Agency(id=the(f"ward {number}"), name=name, type=AgencyType.HOSPITAL) for number, name in enumerate(names)]
    return replace(picture, shelves=picture.shelves.with_agencies(wards))


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("A ward for 4", "B ward"), "telling A ward for 4, B ward and 2 others what"),
        (("A one two three four five six seven",), "telling A one two three four five six seven and 2 others what"),
    ],
)
def test_a_sentence_names_as_many_as_it_has_room_for_and_always_one(names: tuple[str, ...], words: str):
    assert words in speaks(HEAR, with_names(DECIDED, *names)).sentence


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(HEAR)
    assert rule and "an outcome while" in str(rule.missing(a_child().at()))
    assert rule.missing(KNOWN.at()) is None
    assert rule.missing(ANSWERED.at()) is None
