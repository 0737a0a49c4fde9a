"""What Emergency Duty entered at night is handed on by name until a day team accepts it by name."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.policy.builder import ONE_SECOND, Story, a_child, all_said, entries, is_fit_to_read, moment, the, told_of

from kith.policy.calendar import instant
from kith.policy.facts import Agency
from kith.policy.findings import Finding, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.rulebook import Assessment, Rulebook, rulebook
from kith.vocabulary import AgencyType, Clock, FindingKind, Role, Severity

HANDED = "out_of_hours_contact_is_handed_on_by_name"
NIGHT = Agency(id=the("night"), name="the Emergency Duty Service", type=AgencyType.EMERGENCY_DUTY)
TEN_ON_TUESDAY = moment("2026-12-29T10:00")


def by_night(story: Story, called: str) -> Story:
    """The same, entered by Emergency Duty."""
    return story.had(called, agency=the("night"), role=Role.EMERGENCY_DUTY)


def at(story: Story, said: str) -> ChildPicture:
    picture = story.at(said)
    return replace(picture, shelves=picture.shelves.with_agencies((NIGHT,)))


def said_of(story: Story, on: str = "2026-12-29T09:00") -> Finding:
    (said,) = all_said(HANDED, at(story, on))
    return said


def is_quiet(story: Story, on: str = "2026-12-29T09:00") -> None:
    assert all_said(HANDED, at(story, on)) == ()


#: The evening of Christmas Eve; the first working day after is Tuesday the 29th.
RUNG = by_night(a_child().worry_told(on="2026-12-24T20:00", by="hub", called="worry"), "worry")


def handed(
    story: Story, to: str = "north", on: str = "2026-12-25T07:20", of: str = "worry", name: str = "Ruth"
) -> Story:
    number = sum(fact.kind == "handover" for fact in story.facts) + 1
    called = f"handover {number}"
    return by_night(story.tell("handover", on=on, of=of, to_agency=to, to_name=name, called=called), called)


def taken(story: Story, by: str = "north", on: str = "2026-12-25T07:40", of: str = "handover 1") -> Story:
    return story.tell("handover_accepted", on=on, by=by, handover=of, called=f"accepted {of}")


@pytest.mark.parametrize(
    ("kind", "named"), [("note", {}), ("visit", {"outcome": "made"}), ("adult_spoken_to", {"adult": "Kit"})]
)
def test_what_the_night_did_without_being_told_of_a_worry_is_handed_on_too(kind: str, named: dict[str, str]):
    done = a_child().knowing("Kit").tell(kind, on="2026-12-24T20:00", called="done", **named)
    assert said_of(by_night(done, "done")).evidence == (the("done"),)
    is_quiet(done)


def test_what_came_in_at_night_is_owed_by_emergency_duty_until_it_is_handed_on():
    said = said_of(RUNG, "2026-12-24T20:00")
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert (said.about, said.evidence) == (the("worry"), (the("worry"),))
    assert said.owed_by == OwedBy(Role.EMERGENCY_DUTY, the("night"))
    assert (said.due_at, said.clock) == (TEN_ON_TUESDAY, Clock.ELAPSED)
    assert said.sentence == (
        "Nobody has recorded handing on by name what the Emergency Duty Service entered about Robin on 24 December 2026."
    )
    assert "to the next shift while the office is closed" in said.do_next
    assert is_fit_to_read(said)


def test_what_a_day_team_took_in_is_handed_to_nobody():
    is_quiet(RUNG.had("worry", agency=the("hub"), role=Role.HUB_DECISION_MAKER))


def test_handed_on_it_is_owed_by_whoever_must_accept_at_the_same_time():
    said = said_of(handed(RUNG))
    assert said.key == said_of(RUNG).key
    assert said.owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    assert set(said.evidence) == entries("worry", "handover 1")
    assert said.due_at == TEN_ON_TUESDAY
    assert said.sentence == (
        "The Emergency Duty Service handed Robin over to North Locality Team at 7:20am on 25 December 2026, "
        "and nobody has accepted."
    )
    assert is_fit_to_read(said)
    assert said_of(handed(RUNG, to="hub")).owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))


def test_the_hour_is_the_one_the_london_clock_showed():
    assert "at 12:05pm on 25" in said_of(handed(RUNG, on="2026-12-25T12:05")).sentence
    assert "at 12:05am on 25" in said_of(handed(RUNG, on="2026-12-25T00:05")).sentence


def test_a_handover_without_a_name_or_to_nobody_who_can_take_a_child_over_is_none():
    assert said_of(handed(RUNG, name="")).owed_by == OwedBy(Role.EMERGENCY_DUTY, the("night"))
    assert said_of(handed(RUNG, to="hospital")).owed_by == OwedBy(Role.EMERGENCY_DUTY, the("night"))


def test_accepted_by_whom_it_was_handed_to_it_has_ended():
    is_quiet(taken(handed(RUNG)))
    assert said_of(taken(handed(RUNG), by="south")).owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    is_quiet(taken(handed(RUNG, to="hub"), by="hub"))


def test_shift_to_shift_it_stays_emergency_dutys_until_a_day_team_accepts():
    shift = handed(RUNG, to="night")
    waits = said_of(shift)
    assert waits.owed_by == OwedBy(Role.EMERGENCY_DUTY, the("night"))
    assert "over to the Emergency Duty Service at" in waits.sentence
    took = by_night(taken(shift), "accepted handover 1")
    said = said_of(took)
    assert said.owed_by == OwedBy(Role.EMERGENCY_DUTY, the("night"))
    assert said.sentence == (
        "No day team has accepted by name what the Emergency Duty Service entered about Robin on 24 December 2026."
    )
    assert is_fit_to_read(said)
    again = handed(took, on="2026-12-29T08:50")
    assert said_of(again).owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    is_quiet(taken(again, of="handover 2", on="2026-12-29T08:55"))


def test_a_decision_on_it_by_day_takes_it_over_and_one_by_night_does_not():
    is_quiet(RUNG.decided("assessment", on="2026-12-29T08:00", called="decided"))
    is_quiet(RUNG.decided("assessment", on="2026-12-29T08:00", by="north", called="decided"))
    assert said_of(RUNG.decided("assessment", on="2026-12-29T08:00", by="nursery"))
    night = by_night(RUNG.decided("assessment", on="2026-12-24T21:00", called="decided"), "decided")
    assert set(said_of(night).evidence) == entries("worry", "decided")
    unsure = RUNG.decided("assessment", on="2026-12-29T08:00", called="decided").had("decided", role=Role.UNKNOWN)
    assert said_of(unsure), "nobody who decides"


# One night's work is one piece


def a_night() -> Story:
    story = RUNG.decided("strategy_discussion", on="2026-12-24T21:00", called="threshold")
    story = story.tell("strategy_discussion", on="2026-12-24T22:00", heard=(), prompted_by="worry", called="talk")
    story = story.tell("decision", on="2026-12-24T23:00", what="medical", discussion="talk", called="medical")
    story = story.tell("decision", on="2026-12-25T01:00", what="stands", revisits="medical", called="stands")
    for called in ("threshold", "talk", "medical", "stands"):
        story = by_night(story, called)
    return story


def test_what_followed_from_the_call_is_handed_on_with_it():
    said = said_of(a_night())
    assert said.about == the("worry")
    assert set(said.evidence) == entries("worry", "threshold", "talk", "medical", "stands")
    assert said.due_at == TEN_ON_TUESDAY
    is_quiet(taken(handed(a_night(), of="medical")))


def test_what_was_entered_after_it_was_accepted_is_handed_on_anew():
    night = a_night().had("stands", at=moment("2026-12-29T20:00"))
    accepted = taken(handed(night))
    is_quiet(accepted)
    is_quiet(accepted, "2026-12-30T08:59:59")
    said = said_of(accepted, "2026-12-30T09:00")
    assert (said.about, said.evidence) == (the("worry"), (the("stands"),))
    assert said.owed_by == OwedBy(Role.EMERGENCY_DUTY, the("night")), "the handover was of what came before"
    assert said.due_at == moment("2026-12-30T10:00")


def test_what_followed_from_nothing_of_theirs_is_a_piece_of_its_own():
    alone = by_night(a_child().tell("strategy_discussion", on="2026-12-24T22:00", heard=(), called="talk"), "talk")
    assert said_of(alone).about == the("talk")
    two = by_night(RUNG.worry_told(on="2026-12-24T22:00", called="another"), "another")
    assert {one.about for one in all_said(HANDED, at(two, "2026-12-25"))} == {the("worry"), the("another")}


def test_two_that_name_each_other_are_both_told_of():
    story = a_child().tell("strategy_discussion", on="2026-12-24T22:00", heard=(), prompted_by="b", called="a")
    story = story.tell("decision", on="2026-12-24T23:00", what="medical", discussion="a", called="b")
    both = by_night(by_night(story, "a"), "b")
    assert {entry for one in all_said(HANDED, at(both, "2026-12-25")) for entry in one.evidence} == entries("a", "b")


# By when


@pytest.mark.parametrize(
    ("entered", "due"),
    [
        ("2026-12-08T03:00", "2026-12-08T10:00"),
        ("2026-12-08T08:59:59", "2026-12-08T10:00"),
        ("2026-12-08T09:00", "2026-12-09T10:00"),
        ("2026-12-08T16:59:59", "2026-12-09T10:00"),
        ("2026-12-08T17:00", "2026-12-09T10:00"),
        ("2026-12-11T23:00", "2026-12-14T10:00"),
        ("2027-03-26T20:00", "2027-03-30T10:00"),
    ],
)
def test_a_day_team_accepts_by_ten_on_its_first_day_open(entered: str, due: str):
    story = by_night(a_child().worry_told(on=entered, called="worry"), "worry")
    assert said_of(story, due).due_at == moment(due)


def alone(picture: ChildPicture) -> Assessment:
    """What this rule says, and when it could say otherwise."""
    return told_of(picture, Rulebook(rules=tuple(one for one in rulebook().rules if one.name == HANDED)))


@pytest.mark.parametrize("entered", ["2026-12-07T20:00", "2026-12-08T03:00", "2026-12-07T10:00", "2026-12-06T12:00"])
def test_over_one_night_it_is_told_when_the_day_team_opens_and_nobody_has_handed_it_on(entered: str):
    story = by_night(a_child().worry_told(on=entered, called="worry"), "worry")
    opens = moment("2026-12-07T09:00" if entered < "2026-12-07" else "2026-12-08T09:00")
    before = at(story, (opens - ONE_SECOND).isoformat())
    assert alone(before).findings == {}
    assert alone(before).next_change_at == opens
    assert said_of(story, opens.isoformat()).due_at == instant(opens) + timedelta(hours=1)


def test_handed_on_by_name_over_one_night_it_is_told_when_nobody_has_accepted_in_the_first_hour():
    story = by_night(a_child().worry_told(on="2026-12-07T20:00", called="worry"), "worry")
    waits = handed(story, on="2026-12-08T07:20")
    before = at(waits, "2026-12-08T09:59:59")
    assert alone(before).findings == {}
    assert alone(before).next_change_at == moment("2026-12-08T10:00")
    assert said_of(waits, "2026-12-08T10:00").owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    shift = by_night(
        taken(handed(story, to="night", on="2026-12-08T01:00"), on="2026-12-08T01:10"), "accepted handover 1"
    )
    assert said_of(shift, "2026-12-08T09:00").owed_by == OwedBy(Role.EMERGENCY_DUTY, the("night"))


def test_over_more_than_one_night_it_is_told_at_once():
    for entered, told in (("2026-12-11T20:00", True), ("2026-12-12T23:59:59", True), ("2026-12-13T00:00", False)):
        story = by_night(a_child().worry_told(on=entered, called="worry"), "worry")
        assert bool(all_said(HANDED, at(story, entered))) == told


def test_more_of_the_same_night_puts_nothing_off_and_time_ends_nothing():
    assert said_of(a_night()).due_at == said_of(RUNG).due_at
    assert said_of(RUNG, "2028-01-01") == said_of(RUNG)
    assert alone(at(RUNG, "2026-12-25")).next_change_at is None
    assert instant(TEN_ON_TUESDAY) - instant(moment("2026-12-24T20:00")) > timedelta(days=4)


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(HANDED)
    assert rule and "Emergency Duty Service" in str(rule.missing(a_child().at()))
    assert rule.missing(at(RUNG, "2026-12-25")) is None
