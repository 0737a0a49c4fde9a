"""Whom to ring at an hour, and who answers for what is owed: always a name or a desk, when one was entered."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from tests.policy.test_hours import ALWAYS, LONG_AGO, OFFICE, on

from kith.policy.calendar import LONDON, instant
from kith.policy.findings import Finding, OwedBy, Subject
from kith.policy.leave import Worker
from kith.policy.reach import Answerer, Reachable, Route, Shift, who_answers
from kith.vocabulary import Clock, FindingKind, Role, RouteKind, Severity, SubjectKind

NORTH, NIGHT, HUB = UUID(int=1), UUID(int=2), UUID(int=3)
CHECKED = date(2026, 12, 21)
EVE = on("2026-12-24T16:30")
EVENING = on("2026-12-24T20:00")


def route(kind: RouteKind, name: str, number: str, by: UUID = NORTH, by_name: str = "North team", **own) -> Route:
    told = {"checked_on": CHECKED, "from_on": LONG_AGO, **own}
    return Route(kind=kind, name=name, number=number, answered_by=by, answered_by_name=by_name, **told)


DESK = route(RouteKind.OFFICE_HOURS, "North team duty desk", "01632 960117")
COVER = route(RouteKind.OUT_OF_HOURS, "Emergency Duty Service", "01632 960199", NIGHT, "Emergency Duty Service")
RUTH = Shift(
    agency=NIGHT,
    name="Ruth Penny",
    role=Role.EMERGENCY_DUTY,
    begins=on("2026-12-24T17:00"),
    ends=on("2026-12-25T09:00"),
)
DAVID = Shift(
    agency=NORTH,
    name="David Lyle",
    role=Role.SOCIAL_CARE_MANAGER,
    begins=on("2026-12-24T09:00"),
    ends=on("2026-12-24T17:00"),
)
TEAM = Reachable(agency=NORTH, name="North team", hours=OFFICE, routes=(DESK, COVER), shifts=(RUTH, DAVID))
AMARA = Worker(name="Amara Okafor", role=Role.SOCIAL_WORKER, agency=NORTH)


def london(moment: datetime | None) -> str | None:
    return moment.astimezone(LONDON).isoformat()[:16] if moment else None


# -- whom to ring -------------------------------------------------------------------------------------------------------


def test_in_hours_the_desk_is_rung_until_it_shuts_and_then_the_night_until_it_opens():
    reach = TEAM.at(EVE)
    assert reach.is_open and reach.now and reach.then
    assert (reach.now.name, reach.now.number, london(reach.now.until)) == (
        "North team duty desk", "01632 960117", "2026-12-24T17:00",
    )  # fmt: skip
    assert (reach.then.name, london(reach.then.begins), london(reach.then.until)) == (
        "Emergency Duty Service", "2026-12-24T17:00", "2026-12-29T09:00",
    )  # fmt: skip
    assert reach.then.on_duty == RUTH and reach.now.on_duty == DAVID


def test_out_of_hours_the_night_is_rung_until_the_desk_opens():
    reach = TEAM.at(EVENING)
    assert reach.is_open is False and reach.now and reach.then
    assert (reach.now.agency, london(reach.now.until), london(reach.opens_at)) == (
        NIGHT, "2026-12-29T09:00", "2026-12-29T09:00",
    )  # fmt: skip
    assert (reach.then.name, london(reach.then.begins), london(reach.then.until)) == (
        "North team duty desk", "2026-12-29T09:00", "2026-12-29T17:00",
    )  # fmt: skip


def test_where_nobody_answers_at_night_it_is_said_when_the_desk_opens():
    reach = replace(TEAM, routes=(DESK,)).at(EVENING)
    assert reach.now is None and reach.then is not None
    assert london(reach.then.begins) == "2026-12-29T09:00"


def test_without_hours_it_is_not_known_whether_anybody_answers_and_a_number_is_given_if_there_is_one():
    reach = Reachable(agency=NORTH, name="North team", routes=(DESK,)).at(EVE)
    assert reach.is_open is None and reach.now is not None and reach.now.until is None
    assert Reachable(agency=NORTH, name="North team").at(EVE).now is None


def test_a_number_on_call_is_the_same_at_every_hour_and_is_said_once():
    on_call = route(RouteKind.ON_CALL, "On-call paediatrician", "01632 960142")
    for hours in (OFFICE, ALWAYS):
        reach = Reachable(agency=NORTH, name="County Hospital", hours=hours, routes=(on_call,)).at(EVE)
        assert reach.now and reach.now.number == "01632 960142" and reach.then is None


def test_a_number_on_call_stands_beside_those_of_the_office():
    on_call = route(RouteKind.ON_CALL, "On-call paediatrician", "01632 960142")
    reach = replace(TEAM, routes=(DESK, on_call)).at(EVE)
    assert reach.then and reach.then.number == on_call.number, "when the office shuts, the one on call"
    assert reach.on_call is None
    beside = replace(TEAM, routes=(DESK, COVER, on_call)).at(EVE).on_call
    assert beside and beside.number == on_call.number


def test_the_latest_number_in_force_wins_and_one_that_begins_later_waits():
    newer = route(RouteKind.OFFICE_HOURS, "North team duty desk", "01632 960118", from_on=date(2026, 12, 1))
    to_come = route(RouteKind.OFFICE_HOURS, "North team duty desk", "01632 960119", from_on=date(2026, 12, 29))
    team = replace(TEAM, routes=(newer, to_come, DESK, COVER))
    now, later = team.at(EVE).now, team.at(EVENING).then
    assert now and now.number == "01632 960118"
    assert later and later.number == "01632 960119"


def test_the_last_entered_is_on_duty_and_a_shift_ends_just_before_the_next():
    helen = replace(DAVID, name="Helen Moss")
    assert replace(TEAM, shifts=(DAVID, helen)).on_duty(EVE, NORTH) == helen
    assert TEAM.on_duty(on("2026-12-24T17:00"), NORTH) is None
    assert TEAM.on_duty(on("2026-12-24T17:00"), NIGHT) == RUTH


# -- who answers --------------------------------------------------------------------------------------------------------


def finding(
    role: Role = Role.SOCIAL_WORKER,
    agency: UUID | None = NORTH,
    due_at: datetime | None = None,
    severity: Severity = Severity.MANDATORY,
) -> Finding:
    return Finding(
        rule="a_rule", subject=Subject(SubjectKind.CHILD, UUID(int=9)), kind=FindingKind.OBLIGATION, severity=severity,
        learning=(6,), about=UUID(int=9), sentence="…", do_next="…", evidence=(UUID(int=8),),
        owed_by=OwedBy(role, agency), due_at=due_at, clock=Clock.ELAPSED if due_at else None, holds=None, source="…",
    )  # fmt: skip


def answers(one: Finding, *workers: Worker, at: datetime = EVE, place: Reachable = TEAM) -> Answerer | None:
    return who_answers(one, allocated=workers, reachable={place.agency: place}, front_door=HUB, at=at)


def names(found: Answerer | None) -> tuple[str, str]:
    assert found is not None
    return found.name, found.agency_name


def test_the_worker_allocated_to_the_child_answers_for_what_their_role_owes():
    assert names(answers(finding(), AMARA)) == ("Amara Okafor", "North team")
    other = replace(AMARA, agency=HUB)
    assert names(answers(finding(), other))[0] == "", "another agency's worker answers for nothing of this one"


def test_without_an_allocated_worker_it_is_whoever_is_on_duty_in_that_role():
    manager = finding(Role.SOCIAL_CARE_MANAGER)
    assert names(answers(manager, AMARA)) == ("David Lyle", "North team")


def test_at_night_it_is_whoever_will_be_on_duty_when_the_office_opens():
    helen = replace(DAVID, name="Helen Moss", begins=on("2026-12-29T09:00"), ends=on("2026-12-29T17:00"))
    team = replace(TEAM, shifts=(DAVID, helen, RUTH))
    assert names(answers(finding(Role.SOCIAL_CARE_MANAGER), at=EVENING, place=team)) == ("Helen Moss", "North team")


def test_with_nobody_named_it_is_the_duty_desk_with_its_number_by_day_and_by_night():
    for at in (EVE, EVENING):
        found = answers(finding(), at=at)
        assert found and (found.name, found.number, found.role) == ("", "01632 960117", Role.SOCIAL_WORKER)


def test_when_nothing_was_entered_nobody_is_made_up():
    assert answers(finding(), place=Reachable(agency=NORTH, name="North team")) is None
    assert answers(finding(agency=UUID(int=77))) is None


def test_what_no_agency_is_named_for_is_the_front_doors():
    hub = replace(
        TEAM, agency=HUB, name="Front door hub", shifts=(replace(DAVID, agency=HUB, role=Role.HUB_DECISION_MAKER),)
    )
    assert names(answers(finding(Role.HUB_DECISION_MAKER, None), place=hub)) == ("David Lyle", "Front door hub")


def serious(due_at: datetime) -> Finding:
    return finding(due_at=due_at, severity=Severity.SUSPECT)


def test_a_serious_concern_due_while_the_office_is_shut_is_the_nights_with_the_worker_until_it_shuts():
    found = answers(serious(EVENING), AMARA)
    assert names(found) == ("Ruth Penny", "Emergency Duty Service")
    assert found and (found.covers, found.beside, london(found.beside_until)) == (
        True, "Amara Okafor", "2026-12-24T17:00",
    )  # fmt: skip


def test_it_is_whoever_takes_over_when_the_office_shuts_though_another_is_on_duty_when_it_is_due():
    idris = replace(RUTH, name="Idris Vaughan", begins=on("2026-12-25T09:00"), ends=on("2026-12-25T17:00"))
    place = replace(TEAM, shifts=(RUTH, idris))
    noon = serious(on("2026-12-25T12:00"))
    assert names(answers(noon, AMARA, place=place))[0] == "Ruth Penny"
    assert names(answers(noon, AMARA, at=on("2026-12-25T09:00"), place=place))[0] == "Idris Vaughan"


def test_it_is_the_night_that_something_falls_due_in_and_no_earlier_one():
    wednesday = replace(RUTH, name="Idris Vaughan", begins=on("2026-12-23T17:00"), ends=on("2026-12-24T09:00"))
    place = replace(TEAM, shifts=(wednesday, RUTH))
    found = answers(serious(EVENING), AMARA, at=on("2026-12-23T16:00"), place=place)
    assert names(found)[0] == "Ruth Penny"
    assert answers(serious(EVENING), at=EVE, place=replace(TEAM, hours=ALWAYS)) is not None
    assert names(answers(serious(EVENING), AMARA, place=replace(TEAM, hours=ALWAYS)))[0] == "Amara Okafor"


def test_once_the_office_is_shut_nobody_of_it_is_named_beside_the_night():
    found = answers(serious(EVENING), AMARA, at=on("2026-12-24T18:00"))
    assert names(found) == ("Ruth Penny", "Emergency Duty Service") and found and found.beside == ""


def test_a_serious_concern_that_is_late_when_the_office_shuts_is_the_nights_from_that_moment():
    due = on("2026-12-24T16:00")
    assert names(answers(serious(due), AMARA, at=EVE))[0] == "Amara Okafor"
    assert names(answers(serious(due), AMARA, at=EVENING))[0] == "Ruth Penny"


def test_a_serious_concern_due_when_the_office_is_open_is_the_workers_even_at_night():
    assert names(answers(serious(on("2026-12-29T10:00")), AMARA, at=EVENING))[0] == "Amara Okafor"


def test_what_keeps_elapsed_time_is_the_nights_and_what_keeps_working_days_never():
    by_the_hour = finding(due_at=EVENING, severity=Severity.MANDATORY)
    assert names(answers(by_the_hour, AMARA))[0] == "Ruth Penny"
    assert names(answers(replace(by_the_hour, clock=Clock.WORKING), AMARA))[0] == "Amara Okafor"


def test_what_a_setting_owes_by_the_hour_stays_with_whoever_is_asked_there():
    keyworker = Worker(name="Beth Coyle", role=Role.NURSERY_WORKER, agency=NORTH)
    found = answers(finding(Role.NURSERY_WORKER, due_at=EVENING, severity=Severity.MANDATORY), keyworker)
    assert names(found)[0] == "Beth Coyle"


def test_with_no_name_on_the_nights_rota_it_is_the_nights_desk():
    found = answers(serious(on("2026-12-27T12:00")), AMARA, at=on("2026-12-26T20:00"))
    assert found and (found.name, found.agency, found.number, found.role) == (
        "", NIGHT, "01632 960199", Role.EMERGENCY_DUTY,
    )  # fmt: skip


def test_where_nobody_answers_at_night_a_serious_concern_stays_with_the_worker():
    assert names(answers(serious(EVENING), AMARA, place=replace(TEAM, routes=(DESK,))))[0] == "Amara Okafor"


def test_the_last_moment_of_the_office_is_the_first_of_the_night():
    shut = instant(on("2026-12-24T17:00"))
    assert names(answers(serious(shut - timedelta(seconds=1)), AMARA))[0] == "Amara Okafor"
    assert names(answers(serious(shut), AMARA))[0] == "Ruth Penny"
