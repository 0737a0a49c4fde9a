"""What follows from a police notification: the school that did not hear is rung, and nobody who is sealed is touched."""

from datetime import timedelta

import pytest
from tests import factories as given
from tests.web.police_there import a_force, rows

from kith.chronology.models import Entry
from kith.duties.models import Duty
from kith.informing.models import Notice
from kith.intake.acts import receive_police_batch
from kith.journey import clock
from kith.journey.notices import say_opened
from kith.journey.occasion import open_occasion
from kith.journey.police import open_police_page
from kith.journey.police_settling import SaidOfChild, SaidOfIncident, settle_incident
from kith.occasions.record import new_id
from kith.occasions.ticket import AlreadyDone
from kith.people.acts import add_person, seal_identity
from kith.policy.calendar import next_school_morning
from kith.policy.facts import Person
from kith.vocabulary import LinkVerdict, Role, SealReason, Urgency

pytestmark = pytest.mark.django_db
RUNG = "school_hears_of_a_domestic_incident"


@pytest.fixture
def hub():
    return given.somebody_at("Front door hub", "hub", Role.HUB_DECISION_MAKER)


@pytest.fixture
def school():
    return given.somebody_at("Ashgrove Primary School", "school", Role.SCHOOL_STAFF)


def page_of(hub, *told):
    with open_occasion(hub) as occasion:
        batch = receive_police_batch(
            occasion, force=a_force().agency, file_name="night.csv", content=rows(*(told or ({},)))
        )
    return open_police_page(hub, batch)


def said(*schools, verdict=LinkVerdict.NOT_SAME, adults=(None,)):
    child = SaidOfChild(verdict=verdict, schools=schools)
    return SaidOfIncident(children=(child,), adults=adults, urgency=Urgency.GREEN, why="Looked at.")


def rung_for(monkeypatch, hub, child) -> bool:
    """Whether the school is to be rung, once the next school morning has come."""
    comes = next_school_morning(clock.now())
    monkeypatch.setattr("kith.journey.occasion.now", lambda: comes + timedelta(minutes=1))
    given.a_mark(hub, child)
    return Duty.objects.filter(rule=RUNG, closed_at=None).exists()


def test_a_school_that_did_not_open_its_notice_is_rung_in_the_morning(monkeypatch, hub, school):
    page = page_of(hub)
    settle_incident(hub, page, page.incidents[0], said(school.agency), None)
    notice = Notice.objects.get()
    assert not Duty.objects.filter(rule=RUNG).exists()
    assert rung_for(monkeypatch, hub, notice.child_id)


def test_a_school_that_opened_its_notice_is_not_rung(monkeypatch, hub, school):
    page = page_of(hub)
    settle_incident(hub, page, page.incidents[0], said(school.agency), None)
    notice = Notice.objects.get()
    say_opened(school, notice.id)
    assert not rung_for(monkeypatch, hub, notice.child_id)


def test_a_school_that_was_not_asked_about_is_not_told_whatever_is_sent(hub, school):
    page = page_of(hub, {"school": "Elsewhere Primary"})
    settle_incident(hub, page, page.incidents[0], said(school.agency), None)
    assert not Notice.objects.exists()


def test_one_token_is_one_contact(hub):
    page = page_of(hub)
    settle_incident(hub, page, page.incidents[0], said(), "of this page")
    with pytest.raises(AlreadyDone):
        settle_incident(hub, page, page.incidents[0], said(), "of this page")


def test_a_sealed_child_is_shown_to_nobody_as_who_it_may_be(hub):
    with open_occasion(hub) as occasion:
        child = add_person(occasion, Person(id=new_id(), name="Ellis Aldous")).id
        seal_identity(occasion, person=child, reason=SealReason.ADOPTION, why="An order.")
    (incident,) = page_of(hub).incidents
    assert incident.children[0].likely == () and incident.children[0].nobody_is_like_them


def test_emergency_duty_settles_too_and_the_contact_is_known_there():
    night = given.somebody_at("Night", "emergency_duty", Role.EMERGENCY_DUTY)
    page = page_of(night)
    contact = settle_incident(night, page, page.incidents[0], said(), None)
    assert set(Entry.objects.get(id=contact).known_to) == {page.batch.force, night.agency}
