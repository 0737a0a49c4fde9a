"""Who may see and do what; and whoever may not reads a sentence that says what to do instead."""

from uuid import UUID

import pytest

from kith.policy.permissions import (
    DECIDERS,
    FRONT_DOOR,
    Actor,
    Doing,
    refusal,
    refusal_to_say_away,
    refusal_to_share_out,
)
from kith.vocabulary import AgencyType, Role

CLOCK = Actor(name="the clock", is_machine=True)


def refused(actor: Actor, doing: Doing, *, is_involved: bool = True) -> str:
    why = refusal(actor, doing, is_involved=is_involved)
    return why.sentence if why else ""


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("is_involved", [True, False])
def test_what_somebody_saw_is_never_refused(role: Role, is_involved: bool):
    assert refused(Actor(role=role), Doing.RECORD, is_involved=is_involved) == ""


@pytest.mark.parametrize("role", Role)
def test_only_social_care_and_the_front_door_decide_what_response_a_child_gets(role: Role):
    told = refused(Actor(role=role), Doing.DECIDE)
    if role in (Role.SOCIAL_WORKER, Role.SOCIAL_CARE_MANAGER, Role.HUB_DECISION_MAKER, Role.EMERGENCY_DUTY):
        assert told == ""
    else:
        assert told == (
            "This is decided by social care or the front door hub. Tell them what you saw; they must answer you."
        )


@pytest.mark.parametrize("type_", AgencyType)
def test_a_record_is_read_by_those_who_work_with_the_child(type_: AgencyType):
    assert refused(Actor(agency_type=type_), Doing.READ) == ""


@pytest.mark.parametrize("type_", AgencyType)
def test_a_record_is_closed_to_those_who_do_not_but_for_the_front_door_and_the_night(type_: AgencyType):
    told = refused(Actor(role=Role.SOCIAL_WORKER, agency_type=type_), Doing.READ, is_involved=False)
    if type_ in (AgencyType.HUB, AgencyType.EMERGENCY_DUTY):
        assert told == ""
    else:
        assert told == "You cannot open this record. The front door hub can tell you what you need."


def test_a_role_alone_opens_no_record():
    hub_role_elsewhere = Actor(role=Role.HUB_DECISION_MAKER, agency_type=AgencyType.NURSERY)
    assert refused(hub_role_elsewhere, Doing.READ, is_involved=False)


@pytest.mark.parametrize("role", Role)
def test_nobody_silences_a_concern_but_those_who_decide_for_the_child(role: Role):
    told = refused(Actor(role=role), Doing.ANSWER)
    assert (told == "") == (role in DECIDERS)
    assert told == "" or told.endswith("Write what you saw; they must answer you.")


@pytest.mark.parametrize("role", Role)
def test_nobody_but_the_clock_passes_time(role: Role):
    assert refused(Actor(role=role), Doing.KEEP_TIME) == "Only Kith's own clock passes time."


@pytest.mark.parametrize("doing", Doing)
def test_the_clock_is_refused_nothing(doing: Doing):
    assert refused(CLOCK, doing, is_involved=False) == ""


def test_somebody_of_whom_nothing_is_known_may_do_least():
    nobody = Actor()
    allowed = {doing for doing in Doing if not refused(nobody, doing, is_involved=False)}
    assert allowed == {Doing.RECORD}


def test_the_front_door_and_those_who_decide_are_short_lists():
    assert len(DECIDERS) == 4
    assert len(FRONT_DOOR) == 2


# -- a team's work, and who is away --------------------------------------------------------------------------------------

TEAM, OTHER_TEAM = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("type_", AgencyType)
def test_a_teams_work_is_shared_out_by_its_manager_and_those_who_decide_at_the_front_door(
    role: Role, type_: AgencyType
):
    actor = Actor(id=UUID(int=9), role=role, agency=TEAM, agency_type=type_)
    at_the_door = type_ in FRONT_DOOR and role in DECIDERS
    for team in (TEAM, OTHER_TEAM):
        may = at_the_door or (team == TEAM and role == Role.SOCIAL_CARE_MANAGER)
        for refused_ in (refusal_to_share_out(actor, team), refusal_to_say_away(actor, UUID(int=8), team)):
            assert (refused_ is None) == may
            assert refused_ is None or "manager" in refused_.sentence


def test_whoever_is_away_says_so_themselves_and_a_machine_says_it_of_anybody():
    worker = Actor(id=UUID(int=9), role=Role.SOCIAL_WORKER, agency=TEAM)
    assert refusal_to_say_away(worker, UUID(int=9), TEAM) is None
    assert refusal_to_say_away(CLOCK, UUID(int=8), TEAM) is None and refusal_to_share_out(CLOCK, TEAM) is None
    assert refusal_to_say_away(Actor(role=Role.SOCIAL_WORKER), UUID(int=8), TEAM) is not None
