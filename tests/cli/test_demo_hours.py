"""The made-up partnership's hours, numbers, rota and workers: loaded once, believable, and about nobody who is real."""

import re
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from kith.agencies.models import Agency, Away, DutyHours, OnDuty, Route
from kith.agencies.queries import all_agencies, leave, reachable, sign_ins
from kith.cli.demo_hours import DAYS_OF_ROTA, PLACES, rota
from kith.cli.demo_load import _seconds_ahead, load
from kith.cli.demo_partnership import PARTS, STARTS, agency_id
from kith.family.models import Allocation
from kith.journey.clock import move_clock, now
from kith.journey.occasion import open_occasion
from kith.journey.reading import open_record
from kith.people.models import Person
from kith.policy.calendar import LONDON, elapsed_between, london_day
from kith.policy.permissions import Actor
from kith.vocabulary import Role, Through
from kith.web.forms.around import around

STORIES = ("tomas_bruin", "luke")
EIGHT = datetime(2026, 12, 24, 20, tzinfo=LONDON)


@pytest.fixture
def loaded(settings, db):
    settings.DEMO, settings.DEMO_CLOCK_AHEAD = True, 0.0
    settings.DEMO_CLOCK_AHEAD = load(STORIES)


def counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (DutyHours, Route, OnDuty, Allocation))


def test_every_number_is_kept_for_fiction_and_belongs_to_one_desk() -> None:
    numbers = [place.number for place in PLACES.values()] + [one.on_call[1] for one in PLACES.values() if one.on_call]
    assert all(re.fullmatch(r"01632 960 \d{3}", number) for number in numbers)
    assert len(set(numbers)) == len(numbers)


def test_everybody_who_can_be_entered_as_works_where_there_are_hours() -> None:
    assert {part.agency for part in PARTS} <= set(PLACES)


def test_somebody_of_the_night_is_on_duty_by_name_at_every_hour_the_office_is_shut_and_nobody_twice() -> None:
    turns = [turn for turn in rota() if turn.agency == "eds"]
    for hours in range(1, 24 * (DAYS_OF_ROTA - 1)):
        at = STARTS + timedelta(hours=hours)
        held = [turn for turn in turns if turn.from_at <= at < turn.until_at]
        shut = not (at.time() >= STARTS.replace(hour=9, minute=0).time() and at.hour < 17 and _working(at))
        assert len(held) == shut, at


def _working(at: datetime) -> bool:
    from kith.policy.calendar import is_working_day

    return is_working_day(london_day(at))


def test_on_christmas_eve_the_team_is_open_until_five_and_the_night_until_tuesday(loaded) -> None:
    team = reachable(agencies=(agency_id("north"),), at=STARTS)[agency_id("north")].at(STARTS)
    assert team.is_open and team.now and team.then
    assert team.now.on_duty and team.now.on_duty.name == "David Lyle"
    assert (team.then.begins, team.then.until) == (
        datetime(2026, 12, 24, 17, tzinfo=LONDON), datetime(2026, 12, 29, 9, tzinfo=LONDON),
    )  # fmt: skip
    later = reachable(agencies=(agency_id("north"),), at=EIGHT)[agency_id("north")].at(EIGHT)
    assert later.now and later.now.on_duty and later.now.on_duty.name == "Ruth Penny"


def test_the_school_is_shut_for_its_holiday(loaded) -> None:
    school = reachable(agencies=(agency_id("alder"),), at=STARTS)[agency_id("alder")].at(STARTS)
    assert school.is_open is False and school.opens_at == datetime(2027, 1, 4, 8, 30, tzinfo=LONDON)


def test_loading_again_adds_nothing(loaded) -> None:
    before = counts()
    assert all(before)
    load(STORIES)
    assert counts() == before


def test_a_service_names_who_works_with_the_child_soon_after_it_was_opened(loaded) -> None:
    north = Allocation.objects.filter(entry__agency=agency_id("north")).select_related("entry")
    assert {(one.worker_name, one.worker_role) for one in north} == {("Amara Okafor", Role.SOCIAL_WORKER)}
    assert all(one.entry.at <= STARTS and one.entry.by_name == "David Lyle" for one in north)
    elsewhere = Allocation.objects.exclude(entry__agency=agency_id("north")).values_list("worker_name", flat=True)
    assert set(elsewhere) == {"Mark Dunn", "Dr Farah Khan"}


def test_where_a_story_tells_who_works_with_the_child_nothing_is_added(settings, db) -> None:
    settings.DEMO, settings.DEMO_CLOCK_AHEAD = True, 0.0
    load(("campbell",))
    services = Allocation.objects.values_list("involvement", flat=True)
    assert len(services) == len(set(services)) >= 1


def test_who_a_review_names_is_offered_on_its_own_childs_pages_and_in_no_other_list(loaded) -> None:
    of_the_review = set(Agency.objects.filter(occasion__through=Through.REVIEW).values_list("name", flat=True))
    assert {"Social Care", "Nursery", "Hospital", "The Health Visiting service"} <= of_the_review
    assert {"North team", "Front door hub"} <= {one.name for one in all_agencies().values()}
    assert not of_the_review & {one.name for one in all_agencies().values()}
    jo = next(one.actor for one in sign_ins() if one.username == "jo")

    def offered(child: str) -> set[str]:
        return {name for _, name in around(open_record(jo, Person.objects.get(name=child).id)).agencies}

    assert "Front door hub" in offered("Tomas Bruin") and not of_the_review & offered("Tomas Bruin")
    assert {"Nursery", "Hospital", "Front door hub"} <= offered("Luke")
    assert "An agency the review does not name" not in offered("Luke")


def test_nobody_is_allocated_to_luke_and_no_number_is_given_for_those_who_worked_with_him(loaded) -> None:
    luke: UUID = Person.objects.get(name="Luke").id
    assert not Allocation.objects.filter(entry__about__person=luke).exists()
    strangers = Agency.objects.filter(occasion__through=Through.REVIEW)
    assert strangers and not {one.id for one in strangers} & {agency_id(slug) for slug in PLACES}
    assert not Route.objects.filter(agency__in=strangers).exists()


def test_a_clock_that_was_moved_on_is_not_back_when_the_demonstration_starts_again(loaded, settings) -> None:
    to = datetime(2026, 12, 29, 9, tzinfo=LONDON)
    with open_occasion(Actor(name="Amara Okafor", is_machine=True)) as occasion:
        move_clock(occasion, to=to)
    settings.DEMO_CLOCK_AHEAD = _seconds_ahead()
    assert timedelta(0) <= elapsed_between(to, now()) < timedelta(minutes=1)
    assert london_day(now()) == date(2026, 12, 29)


def test_one_worker_is_away_over_christmas_and_a_colleague_of_another_team_covers(loaded) -> None:
    (held,) = leave([agency_id("east")], STARTS).said
    assert held.cover and (held.who.name, held.cover.name, held.cover.agency_name) == (
        "Lucia Ferrante", "Priya Nair", "South team",
    )  # fmt: skip
    assert held.holds(STARTS) and held.ends == datetime(2027, 1, 4, tzinfo=LONDON)
    load(STORIES)
    assert Away.objects.count() == 1
