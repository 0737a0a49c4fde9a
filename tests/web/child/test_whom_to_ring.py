"""Whom to ring about a child, and who answers for what is owed: by name, right for the hour, and never a blank."""

import re
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from tests import factories as given
from tests.web.entering import a_mark, entered_as, somebody, words
from tests.web.ringing_round import EVE, a_desk, a_shift, it_is, the_night

from kith.family.acts import allocate, begin_involvement
from kith.journey.occasion import open_occasion
from kith.policy.calendar import LONDON
from kith.policy.permissions import Actor
from kith.vocabulary import Role, Service

pytestmark = pytest.mark.django_db

EVENING = datetime(2026, 12, 24, 20, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def christmas_eve(settings):
    it_is(settings, EVE)


@pytest.fixture
def night() -> Actor:
    return somebody(given.somebody_at("Emergency Duty Service", "emergency_duty", Role.EMERGENCY_DUTY), "ruth")


def allocated(manager: Actor, child: UUID, name: str = "Amara Okafor") -> None:
    with open_occasion(manager, about=(child,)) as occasion:
        service = begin_involvement(
            occasion, given.about(child), with_agency=manager.agency, service=Service.CHILD_IN_NEED
        )
    with open_occasion(manager, about=(child,)) as occasion:
        allocate(occasion, given.about(child), involvement=service.id, worker_name=name)


def page(child: UUID, username: str = "david") -> str:
    return entered_as(username).get(f"/children/{child}/").content.decode()


def panel(html: str) -> str:
    found = re.search(r'<section class="panel">\s*<h2 class="panel__title">Whom to ring now.*?</section>', html, re.S)
    assert found
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])).strip()


def people(html: str) -> list[str]:
    return re.findall(r'<p class="person__name">(.*?)</p>', html[html.index("Whom to ring now") :])


def test_the_worker_is_rung_until_the_office_shuts_and_the_night_after_it(manager, robin, night):
    allocated(manager, robin)
    a_desk(manager.agency, "01632 960 117", night.agency)
    the_night(night)
    html = page(robin)
    assert people(html)[:2] == ["Amara Okafor", "Emergency Duty Service"]
    assert html.count("person--ring-now") == 1
    assert html.index("person--ring-now") < html.index("Amara Okafor</p>")
    said = panel(html)
    assert "Social worker, North team 01632 960 117 until 5pm today" in said
    assert "Ruth Penny is on duty then, for North team From 5pm today to 9am Tuesday 29 December 01632 960 199" in said
    assert 'href="tel:01632960117"' in html


def test_after_five_the_night_is_first_with_who_is_on_duty_and_the_worker_second(manager, robin, night, settings):
    allocated(manager, robin)
    a_desk(manager.agency, "01632 960 117", night.agency)
    the_night(night)
    it_is(settings, EVENING)
    html = page(robin)
    assert people(html)[:2] == ["Emergency Duty Service", "Amara Okafor"]
    assert "Ruth Penny, for North team 01632 960 199 until 9am Tuesday 29 December" in panel(html)
    assert "From 9am to 5pm Tuesday 29 December" in panel(html)


def test_without_an_allocated_worker_it_is_whoever_is_on_duty_else_the_desk(manager, robin):
    a_desk(manager.agency, "01632 960 117")
    assert people(page(robin))[0] == "Duty desk"
    a_shift(manager.agency, "David Lyle", Role.SOCIAL_CARE_MANAGER, EVE - timedelta(hours=7), 8)
    assert people(page(robin))[0] == "David Lyle"


def test_an_agency_whose_hours_nobody_entered_is_said_not_to_be_known(manager, robin):
    html = page(robin)
    assert "We do not know yet when North team can be reached." in panel(html)
    assert "person--ring-now" not in html


def test_no_other_agency_is_put_in_the_place_of_a_team_whose_hours_nobody_entered(manager, robin, hub):
    a_desk(hub.agency, "01632 960 101")
    assert people(page(robin))[0] == "North team"
    assert "01632 960 101" not in page(robin)


def test_other_agencies_follow_with_their_own_number_and_say_when_they_are_shut(manager, robin, nursery, settings):
    with open_occasion(manager, about=(robin,)) as occasion:
        place = begin_involvement(
            occasion, given.about(robin), with_agency=nursery.agency, service=Service.NURSERY_PLACE
        )
    with open_occasion(manager, about=(robin,)) as occasion:
        allocate(
            occasion,
            given.about(robin),
            involvement=place.id,
            worker_name="Beth Coyle",
            worker_role=Role.NURSERY_WORKER,
        )
    a_desk(manager.agency, "01632 960 117")
    a_desk(nursery.agency, "01632 960 155")
    assert "Beth Coyle Nursery worker, Larkfield Nursery 01632 960 155 until 5pm today" in panel(page(robin))
    it_is(settings, EVENING)
    assert "Shut now 01632 960 155 from 9am Tuesday 29 December" in panel(page(robin))


def test_a_child_without_a_team_is_the_front_doors(hub, night):
    child = given.a_child(hub, "Freddie")
    a_mark(hub, child)
    a_desk(hub.agency, "01632 960 101", night.agency)
    html = page(child, "jo")
    assert "Front door hub" in panel(html) and "01632 960 101 until 5pm today" in panel(html)


def test_a_child_of_whom_nobody_knows_whom_to_ring_is_said_to_be_one(nursery):
    child = given.a_child(nursery, "Freddie")
    a_mark(nursery, child)
    assert "Nobody has entered that a service is open to this child, or whom to ring." in panel(page(child, "beth"))


def test_a_page_of_an_earlier_day_gives_no_number_for_now(manager, robin, settings):
    a_desk(manager.agency, "01632 960 117")
    it_is(settings, EVE + timedelta(days=7))
    html = entered_as("david").get(f"/children/{robin}/?known_on=2026-12-25").content.decode()
    assert "Whom to ring now" not in html and "01632 960 117" not in html
    assert "Who is involved" in html


# -- who answers ----------------------------------------------------------------------------------------------------------


def serious_concern(manager: Actor, child: UUID) -> None:
    """Marks in one week that nobody explained, seen by two agencies: serious, and due a day later."""
    for days in (12, 6, 0):
        a_mark(manager, child, days_ago=days)


def test_what_a_social_worker_owes_names_the_one_who_works_with_the_child(manager, robin):
    allocated(manager, robin)
    a_desk(manager.agency, "01632 960 117")
    serious_concern(manager, robin)
    for path in (f"/children/{robin}/", "/"):
        html = entered_as("david").get(path).content.decode()
        assert "<b>Amara Okafor, social worker, North team:</b>" in html


def test_with_nobody_named_it_is_the_desk_and_its_number(manager, robin):
    a_desk(manager.agency, "01632 960 117")
    serious_concern(manager, robin)
    assert "<b>Social worker, North team on 01632 960 117:</b>" in page(robin)


def test_a_serious_concern_due_when_the_office_is_shut_is_the_nights_and_on_its_desk(manager, robin, night):
    allocated(manager, robin)
    a_desk(manager.agency, "01632 960 117", night.agency)
    the_night(night)
    serious_concern(manager, robin)
    words = "<b>Amara Okafor until 5pm, then Ruth Penny, Emergency Duty Service:</b>"
    assert words in page(robin)
    assert words in entered_as("ruth").get("/").content.decode()
    assert words in entered_as("david").get("/").content.decode(), "the team has it too, until the office shuts"


def test_the_nights_desk_holds_nothing_that_keeps_working_days(manager, robin, night):
    given.told_of_a_worry(manager, robin)
    assert "nobody has recorded what was decided" in words(entered_as("david").get(f"/children/{robin}/"))
    a_desk(manager.agency, "01632 960 117", night.agency)
    assert "Nothing stands open that is yours to answer." in entered_as("ruth").get("/").content.decode()
