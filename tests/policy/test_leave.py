"""Who answers while somebody is away: the cover, else the manager, else the desk. Nothing is ever owed by nobody."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.policy.test_hours import ALWAYS, OFFICE, on
from tests.policy.test_reach import AMARA, DAVID, DESK, EVE, EVENING, HUB, NIGHT, NORTH, RUTH, TEAM, finding, serious

from kith.policy.calendar import instant
from kith.policy.findings import Finding
from kith.policy.hours import Hours, SaidHours
from kith.policy.leave import Away, Leave, Worker
from kith.policy.reach import Answerer, Reachable, who_answers
from kith.vocabulary import Clock, Role

SOUTH = UUID(int=4)
MONDAY, BACK = on("2026-12-21T00:00"), on("2027-01-04T00:00")
PRIYA = Worker(name="Priya Nair", role=Role.SOCIAL_WORKER, agency=SOUTH, agency_name="South team")
GRACE = Worker(name="Grace Mead", role=Role.SOCIAL_WORKER, agency=NORTH, agency_name="North team")
MANAGER = Worker(name="Helen Moss", role=Role.SOCIAL_CARE_MANAGER, agency=NORTH, agency_name="North team")
ON_DUTY = Worker(name="David Lyle", role=Role.SOCIAL_CARE_MANAGER, agency=NORTH)
NO_DESK = replace(TEAM, routes=(), shifts=())


def away(who: Worker = AMARA, cover: Worker | None = PRIYA, begins: datetime = MONDAY, ends: datetime = BACK) -> Away:
    return Away(id=UUID(int=1), who=who, begins=begins, ends=ends, cover=cover)


def answers(
    *said: Away,
    one: Finding | None = None,
    at: datetime = EVE,
    place: Reachable = TEAM,
    managers: tuple[Worker, ...] = (),
) -> Answerer:
    found = who_answers(
        one or finding(), allocated=(AMARA,), reachable={place.agency: place}, front_door=HUB, at=at,
        leave=Leave(said, managers),
    )  # fmt: skip
    assert found is not None
    return found


def test_while_a_worker_is_away_the_cover_answers_and_it_is_said_for_whom_and_until_when():
    found = answers(away())
    assert (found.name, found.role, found.agency_name) == ("Priya Nair", Role.SOCIAL_WORKER, "South team")
    assert (found.is_cover, found.away, found.away_until) == (True, "Amara Okafor", BACK)


@pytest.mark.parametrize(("at", "name"), [("2026-12-18T12:00", "Amara Okafor"), ("2027-01-04T09:00", "Amara Okafor")])
def test_before_and_after_leave_the_worker_answers_and_nothing_is_said_of_it(at: str, name: str):
    found = answers(away(), at=on(at))
    assert (found.name, found.away, found.away_until) == (name, "", None)


def test_where_the_cover_is_away_too_the_manager_on_duty_answers_and_no_cover_of_the_cover():
    found = answers(away(), away(PRIYA, GRACE))
    assert (found.name, found.role, found.is_cover) == ("David Lyle", Role.SOCIAL_CARE_MANAGER, False)
    assert (found.away, found.agency_name) == ("Amara Okafor", "North team")


def test_where_nobody_was_named_to_cover_the_manager_answers():
    assert answers(away(cover=None)).name == "David Lyle"


def test_with_no_manager_on_duty_it_is_a_manager_of_the_team_who_is_not_away():
    quiet = replace(TEAM, shifts=())
    assert answers(away(cover=None), place=quiet, managers=(MANAGER,)).name == "Helen Moss"
    both = (away(cover=None), away(MANAGER, None))
    assert answers(*both, place=quiet, managers=(MANAGER,)).name == "", "the desk"
    assert answers(*both, place=quiet, managers=(replace(MANAGER, agency=SOUTH),)).name == "", "another team's"


def test_where_manager_and_cover_are_away_it_is_the_duty_desk_with_its_number():
    found = answers(away(), away(PRIYA, None), away(ON_DUTY, None))
    assert (found.name, found.number, found.away) == ("", DESK.number, "Amara Okafor")


def test_where_there_is_no_desk_either_the_worker_is_named_and_said_to_be_away():
    found = answers(away(cover=None), place=NO_DESK)
    assert (found.name, found.away, found.away_until) == ("Amara Okafor", "Amara Okafor", BACK)


def test_leave_that_begins_tonight_leaves_it_with_the_worker_until_then():
    begins = on("2026-12-24T17:00")
    found = answers(away(begins=begins), one=replace(finding(), due_at=on("2026-12-29T12:00"), clock=Clock.WORKING))
    assert (found.beside, found.beside_until, found.name, found.covers) == ("Amara Okafor", begins, "Priya Nair", False)
    assert answers(away(begins=begins), one=finding()).name == "Amara Okafor", "no time is set for it"


def test_at_night_it_is_asked_who_is_there_when_the_office_opens():
    from_tomorrow = away(begins=on("2026-12-25T00:00"))
    assert answers(from_tomorrow, at=EVENING).name == "Priya Nair"
    assert answers(away(ends=on("2026-12-28T00:00")), at=EVENING).name == "Amara Okafor"


def test_what_is_the_nights_is_the_nights_and_whoever_is_still_there_answers_until_the_office_shuts():
    tonight = away(begins=on("2026-12-24T17:00"))
    found = answers(tonight, one=serious(EVENING))
    assert (found.name, found.covers, found.beside) == ("Ruth Penny", True, "Amara Okafor")
    assert answers(away(), one=serious(EVENING)).beside == "Priya Nair"


def test_somebody_of_the_night_who_is_away_is_covered_or_it_is_the_nights_desk():
    ruth = Worker(name=RUTH.name, role=RUTH.role, agency=NIGHT)
    idris = Worker(name="Idris Vaughan", role=Role.EMERGENCY_DUTY, agency=NIGHT)
    assert answers(away(ruth, idris), one=serious(EVENING)).name == "Idris Vaughan"
    found = answers(away(ruth, None), one=serious(EVENING))
    assert (found.name, found.number, found.role) == ("", "01632 960199", Role.EMERGENCY_DUTY)


def test_a_manager_who_is_on_the_rota_and_away_is_covered():
    assert answers(away(ON_DUTY, PRIYA), one=finding(Role.SOCIAL_CARE_MANAGER)).name == "Priya Nair"


def test_of_two_that_hold_the_last_entered_stands():
    assert answers(away(), away(cover=GRACE)).name == "Grace Mead"
    assert answers(away(cover=GRACE), away(ends=on("2026-12-23T00:00"))).name == "Grace Mead", "the last has ended"


def test_a_number_that_is_given_for_no_hour_that_comes_is_still_better_than_nobody():
    always = replace(TEAM, hours=ALWAYS, routes=TEAM.routes[1:], shifts=())
    found = who_answers(finding(Role.HEALTH_VISITOR), allocated=(), reachable={NORTH: always}, front_door=HUB, at=EVE)
    assert found is not None and (found.name, found.number) == ("", "01632 960199")


def test_somebody_else_of_that_name_elsewhere_is_not_away():
    assert answers(away(replace(AMARA, agency=SOUTH))).name == "Amara Okafor"


# -- nothing is ever owed by nobody --------------------------------------------------------------------------------------

NAMES = ("Amara Okafor", "Priya Nair", "Grace Mead", "David Lyle", "Helen Moss", "Ruth Penny")
ROLES = (Role.SOCIAL_WORKER, Role.SOCIAL_CARE_MANAGER, Role.EMERGENCY_DUTY, Role.HEALTH_VISITOR)
PLACES = (NORTH, SOUTH, NIGHT, HUB)
MOMENTS = st.integers(0, 24 * 21).map(lambda hours: on("2026-12-18T00:00") + timedelta(hours=hours))
SHUT = Hours((*OFFICE.said, SaidHours(date(2026, 12, 24), date(2026, 12, 24))))
WORKERS = st.builds(
    Worker, name=st.sampled_from(NAMES), role=st.sampled_from(ROLES), agency=st.sampled_from(PLACES),
    agency_name=st.just("A team"),
)  # fmt: skip


@st.composite
def leaves(draw: st.DrawFn) -> Leave:
    said = []
    for _ in range(draw(st.integers(0, 5))):
        begins = draw(MOMENTS)
        cover = draw(st.none() | WORKERS)
        said.append(away(draw(WORKERS), cover, begins, begins + timedelta(hours=draw(st.integers(1, 400)))))
    return Leave(tuple(said), tuple(draw(st.lists(WORKERS, max_size=2))))


@st.composite
def places(draw: st.DrawFn) -> dict[UUID, Reachable]:
    found = {}
    for id in draw(st.lists(st.sampled_from(PLACES), unique=True)):
        routes = tuple(
            replace(one, answered_by=draw(st.sampled_from(PLACES)))
            for one in draw(st.lists(st.sampled_from(TEAM.routes), unique=True))
        )
        shifts = tuple(
            replace(one, agency=draw(st.sampled_from(PLACES)))
            for one in draw(st.lists(st.sampled_from((RUTH, DAVID)), unique=True))
        )
        hours = draw(st.sampled_from((OFFICE, ALWAYS, SHUT, Hours())))
        found[id] = Reachable(agency=id, name=f"Team {id.int}", hours=hours, routes=routes, shifts=shifts)
    return found


@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    leave=leaves(), reachable=places(), allocated=st.lists(WORKERS, max_size=3), at=MOMENTS, due=st.none() | MOMENTS,
    role=st.sampled_from(ROLES), agency=st.none() | st.sampled_from(PLACES), clock=st.sampled_from(Clock),
    door=st.none() | st.sampled_from(PLACES),
)  # fmt: skip
def test_whoever_is_away_it_is_a_name_or_a_desk_with_its_number_unless_nobody_entered_either(
    leave: Leave, reachable: dict[UUID, Reachable], allocated: list[Worker], at: datetime, due: datetime | None,
    role: Role, agency: UUID | None, clock: Clock, door: UUID | None,
):  # fmt: skip
    one = replace(finding(role, agency), due_at=due, clock=clock if due else None)
    asked = {"allocated": allocated, "reachable": reachable, "front_door": door, "at": at}
    found, without = who_answers(one, **asked, leave=leave), who_answers(one, **asked)
    assert (found is None) == (without is None), "leave takes away nobody but to put another in their place"
    if found is None:
        place = reachable.get(agency or door or one.subject.id)
        theirs = [who for who in allocated if place and (who.agency, who.role) == (place.agency, role)]
        assert place is None or not (place.routes or theirs)
        return
    assert found.name or found.number
    if found.name and found.away and found.name != found.away:
        stands_in = Worker(name=found.name, role=found.role, agency=found.agency)
        moments = (_opens(reachable[agency or door or NORTH], at), max(instant(due or at), instant(at)))
        assert any(leave.of(stands_in, moment) is None for moment in moments), (
            "nobody who is away stands in for another"
        )


def _opens(place: Reachable, at: datetime) -> datetime:
    reach = place.at(at)
    return at if reach.is_open or reach.opens_at is None else reach.opens_at
