"""Who hears of a child's outcomes: everybody open to the child, whoever told us, and nobody of their own entry."""

from tests.policy.builder import Story, a_child, the

from kith.policy.circle import MustHear, circle, who_must_hear

DAY = "2026-12-10"
NOW = "2026-12-24T16:30"


def known_to_three() -> Story:
    return (
        a_child()
        .open_to("nursery_place", on="2026-05-11", with_agency="nursery")
        .open_to("health_visiting", on="2024-05-17", with_agency="health visiting")
        .child_in_need(on="2026-11-16")
    )


def heard(story: Story, called: str) -> dict:
    picture = story.at(NOW)
    return {one.agency: one for one in who_must_hear(picture, story[called])}


def test_the_circle_is_every_agency_with_a_service_open_to_the_child():
    assert set(circle(known_to_three().at(NOW))) == {the("nursery"), the("health visiting"), the("north")}


def test_an_agency_whose_service_has_ended_is_no_longer_in_the_circle():
    ended = known_to_three().stepped_down(on=DAY)
    assert set(circle(ended.at(NOW))) == {the("nursery"), the("health visiting")}


def test_everybody_open_to_the_child_hears_a_decision_but_whoever_made_it():
    story = known_to_three().worry_told(on=DAY).decided("strategy_discussion", on=DAY, by="hub", called="decided")
    assert set(heard(story, "decided")) == {the("nursery"), the("health visiting"), the("north")}
    own = known_to_three().worry_told(on=DAY).decided("assessment", on=DAY, by="north", called="decided")
    assert the("north") not in heard(own, "decided")


def test_whoever_told_us_hears_what_was_decided_of_it_once_though_not_open_to_the_child():
    told = a_child().worry_told(on=DAY, by="surgery").decided("assessment", on=DAY, called="decided")
    assert set(heard(told, "decided")) == {the("surgery")}
    other = told.worry_told(on=DAY, by="hospital", called="another worry")
    assert set(heard(other, "decided")) == {the("surgery")}
    assert heard(told, "decided")[the("surgery")].why == "told us of the worry that was decided on"
    open_too = told.open_to("gp_registration", on="2024-06-04", with_agency="surgery")
    assert set(heard(open_too, "decided")) == {the("surgery")}


def test_a_relative_or_somebody_unknown_who_told_us_is_not_written_to():
    for by in ("family", "nobody said"):
        story = a_child().worry_told(on=DAY, by=by).decided("no_further_action", on=DAY, called="decided")
        assert heard(story, "decided") == {}


def test_the_social_care_team_alone_hears_of_a_new_mark_and_of_a_new_worry():
    story = known_to_three().bruise(on=DAY, by="nursery", called="mark").worry_told(on=DAY, called="worry")
    assert set(heard(story, "mark")) == set(heard(story, "worry")) == {the("north")}


def test_a_new_mark_on_a_child_nobody_is_open_to_is_nobodys_notice():
    assert heard(a_child().bruise(on=DAY, by="nursery", called="mark"), "mark") == {}


def test_the_school_named_with_a_domestic_incident_hears_of_it_and_no_other():
    def incident(**told) -> dict:
        return heard(
            known_to_three().tell("domestic_incident", on=DAY, by="police", called="incident", **told), "incident"
        )

    assert incident() == {}, "nobody said that the nursery must hear, and it may not be safe"
    told = incident(schools=["school", "nursery", "hub"])
    assert set(told) == {the("school"), the("nursery")}, "a school or a nursery, and nobody else by this way"
    assert told[the("school")] == MustHear(
        entry=the("incident"),
        agency=the("school"),
        why="the child is said to go to this school or nursery",
        in_full=True,
    )


def test_what_went_well_is_news_to_nobody():
    story = known_to_three().tell("visit", on=DAY, outcome="made", called="seen")
    assert heard(story, "seen") == {}


def test_a_nursery_hears_that_a_child_is_in_hospital_but_not_the_medical_entry_itself():
    story = known_to_three().tell("admission", on=DAY, by="hospital", called="admitted")
    told = heard(story, "admitted")
    assert told[the("nursery")] == MustHear(
        entry=the("admitted"), agency=the("nursery"), why="nursery place is open to the child", in_full=False
    )
    assert told[the("health visiting")].in_full
    assert told[the("north")].in_full


def test_a_service_of_which_nobody_said_the_agency_adds_nobody_to_the_circle():
    story = known_to_three().open_to("early_help", on="2026-06-01", with_agency="nobody said")
    assert set(circle(story.at(NOW))) == set(circle(known_to_three().at(NOW)))
