"""A police file becomes contacts on the board: each family one act, no priority and no identity chosen by a page."""

import re
from datetime import date

import pytest
from tests import factories as given
from tests.web.entering import entered_as, somebody, words
from tests.web.police_there import DESK, a_force, answers, received, row, rows, sent

from kith.chronology.models import DomesticIncident, Entry
from kith.family.acts import begin_involvement
from kith.informing.models import Notice
from kith.intake.models import Contact, PoliceBatch, PoliceRow, Priority
from kith.journey.occasion import open_occasion
from kith.occasions.models import Occasion
from kith.occasions.record import new_id
from kith.people.acts import add_person
from kith.people.models import IdentityClaim, LinkDecision, Person
from kith.policy.calendar import next_school_morning
from kith.policy.facts import Person as Somebody
from kith.policy.permissions import Actor
from kith.vocabulary import LifeStage, Purpose, Role, Service, Sex
from kith.web.police import views

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]


@pytest.fixture
def force() -> Actor:
    return a_force()


@pytest.fixture
def school() -> Actor:
    return given.somebody_at("Ashgrove Primary School", "school", Role.SCHOOL_STAFF)


@pytest.fixture
def jo(hub):
    return entered_as("jo")


def on_record(hub: Actor, name: str = "Ellis Aldous", born: date = date(2018, 6, 12), sex: Sex = Sex.MALE):
    with open_occasion(hub) as occasion:
        return add_person(
            occasion,
            Somebody(id=new_id(), name=name, sex=sex, born_from=born, born_until=born, stage_said=LifeStage.CHILD),
        ).id


# -- the file -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type", "role", "status"),
    [
        ("hub", Role.HUB_DECISION_MAKER, 200),
        ("emergency_duty", Role.EMERGENCY_DUTY, 200),
        ("hub", Role.BUSINESS_SUPPORT, 403),
        ("social_care", Role.SOCIAL_CARE_MANAGER, 403),
        ("police", Role.POLICE_OFFICER, 403),
        ("school", Role.SCHOOL_STAFF, 403),
    ],
)
def test_only_the_front_doors_deciders_come_in(jo, force, type, role, status):
    batch = received(jo, force, {})
    somebody(given.somebody_at("There", type, role), "kit")
    client = entered_as("kit")
    assert client.get(DESK).status_code == client.get(batch).status_code == status
    if status == 403:
        assert "Ellis" not in words(client.get(batch))
        assert sent(client, force, rows({"incident_number": "NP-9"})).status_code == 403
        assert PoliceBatch.objects.count() == 1


def test_a_file_leads_to_its_page_and_the_same_again_to_the_same(jo, force):
    first = received(jo, force, {}, {"child_dob": "soon"})
    assert received(jo, force, {}, {"child_dob": "soon"}) == first
    page = words(jo.get(first))
    assert "1 child waits to be looked at." in page and "Ellis Aldous" in page
    assert "1 line could not be read" in page and "Line 3: child_dob says “soon”" in page
    desk = words(jo.get(DESK))
    assert "1 of 1 waiting" in desk and "1 line could not be read" in desk


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"a,b\n1,2\n", b"x" * 2_000_001])
def test_what_is_no_such_file_is_answered_in_a_sentence(jo, force, content):
    response = sent(jo, force, content)
    assert response.status_code == 422 and "This is not saved yet" in words(response)
    assert not PoliceBatch.objects.exists()


def test_without_a_file_or_a_force_it_says_what_to_do(jo, force):
    given.somebody_at("Elsewhere Police", "police", Role.POLICE_OFFICER)
    said = words(jo.post(DESK, {}))
    assert "Choose which police force sent it." in said and "Choose the file." in said


def test_the_example_can_be_downloaded_and_sent(jo, force):
    content = jo.get("/front-door/police/example.csv").content
    assert b"incident_number" in content
    assert sent(jo, force, content).status_code in (302, 422)  # 422 on a day before those it tells of


# -- a page -------------------------------------------------------------------------------------------------------------


def test_nobody_and_no_priority_is_chosen_beforehand_but_that_a_child_like_nobody_is_new(hub, jo, force):
    on_record(hub)
    batch = received(jo, force, {}, {"incident_number": "NP-2", "child_name": "Zara Malik", "child_dob": "2015-01-09"})
    page = jo.get(batch).content.decode()
    checked = re.findall(r'name="([0-9a-f]{32})-(\w+)" value="(\w+)"[^>]*checked', page)
    assert checked == [(row("Zara Malik", "NP-2").id.hex, "who_0", "new")]
    said = words(jo.get(batch))
    assert "same date of birth" in said and "Cannot tell yet" in said
    assert "Nobody on record is like them. Kith knows only whom somebody entered." in said


def test_a_child_on_record_is_chosen_and_the_contact_is_the_polices_in_their_words(hub, jo, force):
    ellis = on_record(hub)
    batch = received(jo, force, {})
    response = jo.post(batch, answers(row("Ellis Aldous"), who=ellis, urgency="amber", said="Red mark on her wrist."))
    assert response.status_code == 302
    contact = Contact.objects.select_related("entry").get()
    assert (contact.harm, contact.entry.agency_id, contact.entry.role) == (
        "domestic_abuse",
        force.agency,
        "police_officer",
    )
    assert contact.entry.said.startswith("He kicked the door.\n\nPolice incident NP-1, graded medium by the police.")
    assert [one.person_id for one in contact.entry.about.all()] == [ellis]
    assert set(contact.entry.known_to) == {force.agency, hub.agency}, "police detail is not for everybody round a child"
    assert contact.entry.occasion.by_name == "Jo", "who entered it is on record too"
    incident = DomesticIncident.objects.select_related("entry").get()
    assert incident.children_present == "yes" and incident.entry.happened_start.isoformat().startswith(
        "2026-01-04T22:10"
    )
    assert "kicked" not in incident.entry.said and "Weir Lane" not in incident.entry.said
    assert Person.objects.get(id=incident.adults[0]).name == "Karen Aldous"
    rated = Priority.objects.select_related("entry").get()
    assert (rated.urgency, rated.entry.said, rated.entry.agency_id) == ("amber", "Red mark on her wrist.", hub.agency)
    settled = PoliceRow.objects.get()
    assert (settled.child_id, settled.contact_id, settled.verdict) == (ellis, contact.pk, "same")
    assert "same date of birth" in settled.reasons
    page = words(jo.get(response["Location"]))
    assert (
        "1 contact from this file is on the front door’s board." in page and "Nobody in this file is waiting." in page
    )
    board = words(jo.get("/front-door/"))
    assert "Ellis Aldous" in board and "Northbrook Police" in board and "Amber." in board


def test_a_child_new_to_us_is_added_part_known_with_what_the_police_said(jo, force):
    batch = received(jo, force, {})
    jo.post(batch, answers(row("Ellis Aldous")))
    child = PoliceRow.objects.get().child
    assert (child.name, child.identity, child.born_from, child.sex) == (
        "Ellis Aldous",
        "part_known",
        date(2018, 6, 12),
        "male",
    )
    claim = IdentityClaim.objects.get(person=child)
    assert claim.address == "14 Weir Lane, NB4 2QT" and claim.entry == Contact.objects.get().pk
    assert LinkDecision.objects.count() == 0


def test_where_nobody_can_tell_the_child_is_added_and_the_question_stays(hub, jo, force):
    ellis = on_record(hub)
    batch = received(jo, force, {})
    assert jo.post(batch, answers(row("Ellis Aldous"), who="cannot_tell")).status_code == 302
    new = PoliceRow.objects.get().child_id
    asked = LinkDecision.objects.get()
    assert {asked.one_id, asked.other_id} == {new, ellis} and asked.verdict == "cannot_tell"


def test_brothers_and_sisters_are_one_contact_and_each_has_the_incident(jo, force):
    batch = received(jo, force, {}, {"child_name": "Tilly Aldous", "child_dob": "", "child_was": "not there"})
    jo.post(batch, answers(row("Ellis Aldous"), who_1="new"))
    contact = Entry.objects.get(kind="contact")
    assert contact.about.count() == 2 and Priority.objects.count() == 1
    assert sorted(DomesticIncident.objects.values_list("children_present", flat=True)) == ["no", "yes"]
    assert Person.objects.filter(name="Karen Aldous").count() == 1
    assert Entry.objects.filter(kind__in=("contact", "domestic_incident")).values("occasion").distinct().count() == 1


def test_one_person_is_not_chosen_for_two_children(hub, jo, force):
    ellis = on_record(hub)
    batch = received(jo, force, {}, {"child_name": "Eliss Aldous"})
    response = jo.post(batch, answers(row("Ellis Aldous"), who=ellis, who_1=str(ellis)))
    assert response.status_code == 422 and "The same person is chosen for two" in words(response)
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ({"urgency": ""}, "Choose how urgent it is."),
        ({"said": " "}, "Write why, in a line."),
        ({"who": ""}, "Choose who Ellis Aldous is."),
        ({"who": new_id()}, "Select a valid choice"),
    ],
)
def test_what_is_answered_in_part_is_kept_and_asked_for_and_the_others_are_saved(hub, jo, force, missing, says):
    on_record(hub)
    batch = received(jo, force, {}, {"incident_number": "NP-2", "child_name": "Zara Malik"})
    posted = {**answers(row("Ellis Aldous"), **missing), **answers(row("Zara Malik", "NP-2"))}
    response = jo.post(batch, posted)
    said = words(response)
    assert response.status_code == 422 and says in said
    assert "1 contact from this file is on the front door’s board." in said and "1 child waits" in said
    assert "Zara Malik" not in said and "Ellis Aldous" in said
    assert Contact.objects.count() == 1


def test_what_nobody_answered_waits_on_and_is_not_complained_of(jo, force):
    batch = received(jo, force, {}, {"incident_number": "NP-2", "child_name": "Zara Malik"})
    response = jo.post(batch, answers(row("Zara Malik", "NP-2")))
    assert response.status_code == 302
    assert "Ellis Aldous" in words(jo.get(batch)) and PoliceRow.objects.filter(contact=None).count() == 1


# -- all that are left --------------------------------------------------------------------------------------------------


LEFT = {"all_urgency": "green", "all_said": "Standard, nobody hurt, police content."}


def test_all_that_are_left_are_rated_with_the_reason_on_each(jo, force):
    batch = received(jo, force, *({"incident_number": f"NP-{n}", "child_name": f"Child {n}"} for n in range(1, 4)))
    own = answers(row("Child 1", "NP-1"), urgency="red", said="A knife.")
    assert jo.post(batch, {**LEFT, **own, **new("Child 2", "NP-2"), **new("Child 3", "NP-3")}).status_code == 302
    rated = Priority.objects.select_related("entry").order_by("entry__said")
    assert [(one.urgency, one.entry.said) for one in rated] == [
        ("red", "A knife."), ("green", LEFT["all_said"]), ("green", LEFT["all_said"]),
    ]  # fmt: skip


def new(child: str, incident: str) -> dict:
    """What a browser sends of a child nobody is like, and nothing more said."""
    return answers(row(child, incident), urgency="", said="")


def test_those_somebody_is_like_and_those_graded_high_are_left(hub, jo, force):
    on_record(hub)
    batch = received(
        jo, force, {}, {"incident_number": "NP-2", "child_name": "Zara Malik", "police_grading": "HIGH"},
        {"incident_number": "NP-3", "child_name": "Corey Teal"},
    )  # fmt: skip
    posted = {
        **new("Zara Malik", "NP-2"),
        **new("Corey Teal", "NP-3"),
        **answers(row("Ellis Aldous"), who="", urgency=""),
    }
    response = jo.post(batch, {**posted, **LEFT})
    said = words(response)
    assert response.status_code == 422 and PoliceRow.objects.exclude(contact=None).get().child_name == "Corey Teal"
    assert "Choose who Ellis Aldous is." in said and "The police graded this high" in said


def test_what_was_graded_high_stays_unanswered_and_is_not_saved_by_a_second_press(jo, force):
    batch = received(
        jo, force, {"incident_number": "NP-2", "child_name": "Corey Teal"}, {"police_grading": "High risk"}
    )
    assert words(jo.get(batch)).index("Ellis Aldous") < words(jo.get(batch)).index("Corey Teal"), (
        "graded high, so first"
    )
    press = {**new("Ellis Aldous", "NP-1"), **LEFT, "all_urgency": "blue"}
    again = jo.post(batch, {**press, **new("Corey Teal", "NP-2")})
    assert again.status_code == 422 and "1 contact from this file is on" in words(again)
    own = f"{row('Ellis Aldous').id.hex}-urgency"
    boxes = re.findall(rf'<input[^>]*name="{own}"[^>]*>', again.content.decode())
    assert boxes and not [one for one in boxes if "checked" in one]
    assert LEFT["all_said"] not in again.content.decode().split('id="left"')[0]
    assert jo.post(batch, press).status_code == 422 and Contact.objects.count() == 1
    saved = jo.post(batch, answers(row("Ellis Aldous"), urgency="red", said="A knife."), follow=True)
    assert "2 contacts from this file are on the front door’s board." in words(saved)
    assert set(Priority.objects.values_list("urgency", flat=True)) == {"blue", "red"}


def test_all_that_are_left_need_a_reason(jo, force):
    batch = received(jo, force, {})
    response = jo.post(batch, {**new("Ellis Aldous", "NP-1"), **LEFT, "all_said": " "})
    assert response.status_code == 422 and "Write why, in a line: it is kept with each of them." in words(response)
    assert not Contact.objects.exists()


# -- the school -----------------------------------------------------------------------------------------------------------


def ticked(html: str) -> list[str]:
    return re.findall(r'name="[0-9a-f]{32}-schools_0" value="([^"]+)"[^>]*checked', html)


def test_the_school_named_hears_unless_it_is_unticked(jo, force, school):
    batch = received(
        jo, force, {"school": "ashgrove primary school"}, {"incident_number": "NP-2", "child_name": "Tilly"}
    )
    assert ticked(jo.get(batch).content.decode()) == [str(school.agency)] * 2
    jo.post(batch, answers(row("Ellis Aldous"), schools_0=[str(school.agency)]))
    jo.post(batch, answers(row("Tilly", "NP-2"), schools_0=[]))
    notice = Notice.objects.get(agency=school.agency)
    assert notice.child_id == row("Ellis Aldous").child_id
    assert notice.entry.kind == "domestic_incident" and notice.in_full
    assert not Notice.objects.filter(entry__kind="contact").exists()


def test_a_school_that_is_not_on_record_is_nobodys_notice(jo, force):
    batch = received(jo, force, {"school": "Elsewhere Primary"})
    assert ticked(jo.get(batch).content.decode()) == []
    jo.post(batch, answers(row("Ellis Aldous")))
    assert not Notice.objects.exists()


def test_the_nursery_the_child_chosen_goes_to_hears_and_that_of_another_does_not(hub, nursery, jo, force):
    ellis = on_record(hub)
    with open_occasion(hub, about=(ellis,)) as occasion:
        begin_involvement(occasion, given.about(ellis), with_agency=nursery.agency, service=Service.NURSERY_PLACE)
    batch = received(jo, force, {}, {"incident_number": "NP-2", "words": "Again."})
    assert str(nursery.agency) in ticked(jo.get(batch).content.decode())
    jo.post(batch, answers(row("Ellis Aldous"), who="new", schools_0=[str(nursery.agency)]))
    assert not Notice.objects.filter(entry__kind="domestic_incident").exists()
    jo.post(batch, answers(row("Ellis Aldous", "NP-2"), who=ellis, schools_0=[str(nursery.agency)]))
    assert Notice.objects.get(entry__kind="domestic_incident").agency_id == nursery.agency


def test_the_school_reads_that_it_happened_and_not_the_polices_words(jo, force, school):
    somebody(school, "sam")
    batch = received(jo, force, {"school": "Ashgrove Primary School"})
    jo.post(batch, answers(row("Ellis Aldous"), schools_0=[str(school.agency)]))
    sam = entered_as("sam")
    comes = next_school_morning(Notice.objects.get().at)
    assert f"{comes:%A} {comes.day} {comes:%B}" in words(sam.get("/notices/")), "to be opened before the child comes"
    page = words(sam.get(f"/notices/{Notice.objects.get().id}/"))
    assert "Ellis Aldous" in page and "was there" in page
    assert "kicked" not in page and "Weir Lane" not in page
    assert "do not let the family know that you were told" in page


def test_the_board_says_how_many_children_in_files_from_the_police_wait(jo, force):
    assert "Police notifications:" not in words(jo.get("/front-door/"))
    batch = received(jo, force, {}, {"incident_number": "NP-2", "child_name": "Tilly"})
    assert "Police notifications: 2 children wait" in words(jo.get("/front-door/"))
    jo.post(batch, answers(row("Ellis Aldous")))
    assert "Police notifications: 1 child waits" in words(jo.get("/front-door/"))


# -- twice, together, and not at all ------------------------------------------------------------------------------------


def test_the_same_page_sent_twice_is_saved_once(jo, force):
    batch = received(jo, force, {})
    posted = {"token": "of-this-page", **answers(row("Ellis Aldous"))}
    assert [jo.post(batch, posted).status_code for _ in range(2)] == [302, 302]
    assert Contact.objects.count() == 1


def test_what_somebody_else_saved_meanwhile_counts_and_nothing_is_entered_twice(jo, force, monkeypatch):
    batch = received(jo, force, {})
    posted = answers(row("Ellis Aldous"))
    seen = views.open_police_page

    def as_it_was_a_moment_ago(actor, which):
        page = seen(actor, which)
        if not Contact.objects.exists():
            monkeypatch.setattr(views, "open_police_page", seen)
            jo.post(batch, posted)
        return page

    monkeypatch.setattr(views, "open_police_page", as_it_was_a_moment_ago)
    response = jo.post(batch, posted)
    assert response.status_code == 422
    assert "Somebody else has just dealt with this one. What they saved counts." in words(response)
    assert Contact.objects.count() == Priority.objects.count() == 1
    assert Person.objects.filter(name="Ellis Aldous").count() == 1, "nothing of the second is kept"


def test_while_keys_are_not_written_nobody_is_said_to_be_new(hub, jo, force, settings):
    batch = received(jo, force, {})
    given.a_child(hub)
    settings.MATCH_SECRET = "another secret, of which no key is written"
    response = jo.get(batch)
    assert response.status_code == 503
    assert "Nobody should be entered as new until then." in words(response) and "New to us" not in words(response)


def test_a_batch_that_is_not_there_is_not_there(jo):
    assert jo.get(f"{DESK}{new_id()}/").status_code == 404


def test_words_are_shown_as_written_and_are_no_markup(jo, force):
    batch = received(
        jo, force, {"words": "<script>alert(1)</script>", "child_name": "<b>Ellis</b>", "address": "&amp;"}
    )
    html = jo.get(batch).content.decode()
    assert "<script>alert" not in html and "<b>Ellis" not in html and "&lt;script&gt;" in html


def test_receiving_is_one_act_and_so_is_each_family_saved(jo, force):
    acts = Occasion.objects.exclude(purpose=Purpose.READING)
    before = acts.count()
    batch = received(jo, force, {}, {"incident_number": "NP-2", "child_name": "Tilly"})
    assert acts.count() == before + 1
    jo.post(batch, {**answers(row("Ellis Aldous")), **answers(row("Tilly", "NP-2"))})
    assert acts.count() == before + 3
