"""Who is away and who covers: said by them or for them, never altered, and read in few statements."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests import factories as given
from tests.web.entering import SETTING_UP

from kith.agencies.acts import add_professional, add_sign_in, back_early, say_away
from kith.agencies.models import Away
from kith.agencies.queries import covered_by, leave, staff_of
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.occasions.record import digest_of, new_id
from kith.occasions.ticket import Refused
from kith.policy.leave import Worker
from kith.policy.permissions import Actor
from kith.vocabulary import Role

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def north() -> Actor:
    return given.somebody_at()


@pytest.fixture
def south() -> Actor:
    return given.somebody_at("South team")


def named(name: str, at: Actor, role: Role = Role.SOCIAL_WORKER) -> Actor:
    with open_occasion(SETTING_UP) as occasion:
        who = add_professional(occasion, name=name, role=role, agency=at.agency)
        add_sign_in(occasion, professional=who.id, username=name.lower())
    return Actor(
        id=who.id, name=name, role=role, agency=at.agency, agency_name=at.agency_name, agency_type=at.agency_type
    )


def said(
    who: Actor, cover: Actor | None = None, *, by: Actor = SETTING_UP, begins: datetime | None = None, days: int = 11
) -> UUID:
    begins = begins or now() - timedelta(minutes=1)
    with open_occasion(by) as occasion:
        return say_away(
            occasion, professional=who.id, from_at=begins, until_at=begins + days * DAY, covered_by=cover and cover.id
        ).id


def back(away: UUID, by: Actor = SETTING_UP) -> tuple[Away, ...]:
    with open_occasion(by) as occasion:
        return back_early(occasion, away=away)


def cover_of(who: Actor, at: datetime | None = None) -> str:
    """Who covers now: a name, "nobody", or "" when they are not away."""
    at = at or now()
    found = leave([who.agency], at).of(Worker(name=who.name, role=who.role, agency=who.agency), at)
    return (found.cover.name if found.cover else "nobody") if found else ""


def test_who_is_away_is_covered_until_they_are_back(north, south):
    amara, priya = named("Amara", north), named("Priya", south)
    said(amara, priya)
    assert cover_of(amara) == "Priya" and cover_of(amara, now() + 12 * DAY) == ""
    (held,) = leave([north.agency], now()).said
    assert held.cover and (held.who.agency_name, held.cover.agency_name) == ("North team", "South team")
    assert [one.who.name for one in covered_by(priya.id, now())] == ["Amara"]
    assert covered_by(amara.id, now()) == () and covered_by(None, now()) == ()


def test_leave_to_come_is_known_before_and_covered_only_when_it_begins(north, south):
    amara, priya = named("Amara", north), named("Priya", south)
    tonight = now() + timedelta(minutes=30)
    said(amara, priya, begins=tonight)
    assert cover_of(amara) == "" and cover_of(amara, tonight) == "Priya"
    assert covered_by(priya.id, now()) == () and len(covered_by(priya.id, tonight)) == 1


def test_the_covers_own_leave_is_known_though_they_work_elsewhere(north, south):
    amara, priya = named("Amara", north), named("Priya", south)
    said(amara, priya)
    said(priya)
    assert {one.who.name for one in leave([north.agency], now()).said} == {"Amara", "Priya"}
    assert {one.who.name for one in leave([south.agency], now()).said} == {"Priya"}


def test_back_early_is_a_later_row_and_alters_none(north, south):
    amara, priya = named("Amara", north), named("Priya", south)
    first = said(amara, priya)
    before = Away.objects.filter(pk=first).values().get()
    (row,) = back(first)
    assert Away.objects.filter(pk=first).values().get() == before
    assert (row.in_place_of_id, row.from_at, row.covered_by_id) == (first, before["from_at"], priya.id)
    assert cover_of(amara) == "" and covered_by(priya.id, now()) == ()
    assert back(first) == (), "back already: nothing more is entered"
    assert all(digest_of(one) == one.digest for one in Away.objects.all())


def test_leave_to_come_is_called_off_and_other_leave_stays(north):
    amara = named("Amara", north)
    easter, summer = said(amara, begins=now() + 90 * DAY), said(amara, begins=now() + 200 * DAY)
    said(amara)
    back(easter)
    assert cover_of(amara, now() + 91 * DAY) == ""
    assert cover_of(amara) == "nobody" and cover_of(amara, now() + 201 * DAY) == "nobody"
    assert {one.id for one in leave([north.agency], now()).said} >= {summer}


def test_said_again_the_last_stands_and_back_early_ends_all_that_runs_into_it(north, south):
    amara, priya, grace = named("Amara", north), named("Priya", south), named("Grace", north)
    first = said(amara, priya)
    longer = said(amara, grace, days=20)
    assert cover_of(amara) == "Grace" and covered_by(priya.id, now()) == ()
    assert [row.in_place_of_id for row in back(longer)] == [first, longer]
    assert cover_of(amara) == ""


def test_after_back_early_what_was_said_before_it_covers_again_for_nobody(north, south):
    amara, priya, grace = named("Amara", north), named("Priya", south), named("Grace", north)
    said(amara, priya)
    back(said(amara, grace))
    said(amara, priya)
    assert [one.who.name for one in covered_by(priya.id, now())] == ["Amara"]


def test_only_they_themselves_their_manager_and_the_front_door_say_it(north, south):
    amara, priya = named("Amara", north), named("Priya", south)
    door = given.somebody_at("Front door hub", "hub", Role.HUB_DECISION_MAKER)
    others = (priya, south, named("Grace", north), given.somebody_at("Larkfield", "nursery", Role.NURSERY_WORKER))
    for by in (amara, north, door):
        back(said(amara, priya, by=by), by)
    standing = said(amara)
    count = Away.objects.count()
    for by in others:
        for attempt in (lambda by=by: said(amara, priya, by=by), lambda by=by: back(standing, by)):
            with pytest.raises(Refused, match="their manager or the front door"):
                attempt()
    assert Away.objects.count() == count and cover_of(amara) == "nobody"


def test_what_cannot_be_is_refused_with_what_to_enter_instead(north):
    amara = named("Amara", north)
    stranger = Actor(id=new_id(), name="Nobody")
    for words, attempt in (
        ("the day on which they are back", lambda: said(amara, days=0)),
        ("covers for themselves", lambda: said(amara, amara)),
        ("Nobody of this name", lambda: said(stranger)),
        ("Nobody is on this leave", lambda: back(new_id())),
    ):
        with pytest.raises(Refused, match=words):
            attempt()
    assert not Away.objects.exists()


def test_the_table_itself_refuses_who_covers_for_themselves(north):
    amara = named("Amara", north)
    row = Away.objects.get(pk=said(amara))
    values = {
        "professional_id": amara.id,
        "from_at": row.from_at,
        "until_at": row.until_at,
        "occasion_id": row.occasion_id,
    }
    for wrong in ({"covered_by_id": amara.id}, {"until_at": row.from_at - DAY}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Away.objects.create(**{**values, **wrong}, salt="", digest="")


def test_many_who_are_away_cost_no_more_statements_than_one(north, south):
    counts = []
    for name in ("Amara", "Priya", "Grace"):
        said(named(name, north), named(f"{name}s cover", south))
        with CaptureQueriesContext(connection) as asked:
            leave([north.agency, south.agency], now())
        counts.append(len(asked))
    assert counts == [2, 2, 2]
    east = given.somebody_at("East team").agency
    with CaptureQueriesContext(connection) as asked:
        leave([east], now())
    assert len(asked) == 1


def test_whoever_may_sign_in_is_the_staff_and_nobody_else(north, south):
    named("Grace", north), named("Amara", north), named("Priya", south)
    with open_occasion(SETTING_UP) as occasion:
        add_professional(occasion, name="Left", role=Role.SOCIAL_WORKER, agency=north.agency)
    assert [one.name for one in staff_of(agency=north.agency)] == ["Amara", "Grace"]
    assert [one.name for one in staff_of(type="social_care")] == ["Amara", "Grace", "Priya"]
