"""A team's page: nobody's children first, each worker's with what is late; a child given to somebody in three clicks."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories as given
from tests.web.entering import SETTING_UP, a_mark, entered_as, words

from kith.agencies.acts import add_professional, add_sign_in
from kith.care.acts import step_down
from kith.chronology.models import Entry
from kith.duties.desk import standing_for
from kith.family.acts import begin_involvement
from kith.family.models import Allocation
from kith.journey.occasion import open_occasion
from kith.learning.acts import record_works_at
from kith.occasions.models import Occasion
from kith.occasions.record import new_id
from kith.people.acts import add_person, decide_link, second_link
from kith.policy.facts import Person
from kith.policy.permissions import Actor
from kith.vocabulary import LifeStage, LinkVerdict, Outcome, Post, Role, Service, StepDownTo

pytestmark = pytest.mark.django_db


def worker(at: Actor, name: str, role: Role = Role.SOCIAL_WORKER, *, signs_in: bool = True) -> str:
    """Somebody of a team, by id; they enter by their first name."""
    with open_occasion(SETTING_UP) as occasion:
        who = add_professional(occasion, name=name, role=role, agency=at.agency)
        if signs_in:
            add_sign_in(occasion, professional=who.id, username=name.split()[0].lower())
    return str(who.id)


@pytest.fixture
def amara(manager) -> str:
    return worker(manager, "Amara Okafor")


def url(at: Actor) -> str:
    return f"/teams/{at.agency}/"


def allocated(child: UUID) -> list[str]:
    found = Allocation.objects.filter(entry__about__person=child).order_by("entry__at", "entry_id")
    return [one.worker_name for one in found]


def give(at: Actor, to: str, *children: UUID, by: str = "david", **more: str):
    told = {"child": [str(one) for one in children], "worker": to, "said": "", "token": "once", **more}
    return entered_as(by).post(url(at), told)


def sections(page) -> dict[str, str]:
    """What stands under each heading of the page."""
    html = page.content.decode()
    parts = re.split(r"<h2[^>]*>(.*?)</h2>", html)
    plain = [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part)).strip() for part in parts[1:]]
    return dict(zip(plain[::2], plain[1::2], strict=True))


def test_a_child_nobody_was_allocated_to_stands_first_and_can_be_ticked(manager, amara, robin):
    given.open_to_social_care(manager, other := given.a_child(manager, "Isla Marsh"))
    give(manager, amara, other)
    page = entered_as("david").get(url(manager))
    found = sections(page)
    assert list(found) == ["Nobody allocated", "Amara Okafor", "David", "Allocate those ticked", "Leave and cover"]
    assert "Robin Marsh" in found["Nobody allocated"] and "Isla" not in found["Nobody allocated"]
    assert found["Amara Okafor"].startswith("Social worker. 1 child") and "Isla Marsh" in found["Amara Okafor"]
    assert "2 children. 1 with nobody allocated." in words(page)
    assert f'name="child" value="{robin}"' in page.content.decode()


def test_tick_choose_press_and_the_child_has_a_worker(manager, amara, robin):
    saved = give(manager, amara, robin, said="She knows his sister.")
    assert (saved.status_code, saved["Location"]) == (302, f"{url(manager)}?saved=1&worker={amara}&of={robin}")
    assert "Saved: Robin Marsh now with Amara Okafor." in words(entered_as("david").get(saved["Location"]))
    assert allocated(robin) == ["Amara Okafor"]
    entry = Entry.objects.get(kind="allocation")
    assert (entry.by_name, entry.said) == ("David", "She knows his sister.")
    assert "Each child of this team has somebody." in words(entered_as("david").get(url(manager)))


def test_nothing_is_said_to_be_saved_that_is_not_so_on_record(manager, amara, robin):
    said = words(entered_as("david").get(f"{url(manager)}?saved=1&worker={amara}&of={robin}"))
    assert "This is saved." in said and "now with" not in said
    assert "saved" not in words(entered_as("david").get(f"{url(manager)}?worker={amara}&of={robin}"))


def test_several_are_given_at_once_with_one_entry_for_each_open_service_of_each(manager, amara, robin):
    isla = given.a_child(manager, "Isla Marsh")
    given.open_to_social_care(manager, isla)
    with open_occasion(manager, about=(robin,)) as occasion:
        begin_involvement(
            occasion, given.about(robin), with_agency=manager.agency, service=Service.CHILD_PROTECTION_PLAN
        )
    assert give(manager, amara, robin, isla).status_code == 302
    assert allocated(robin) == ["Amara Okafor"] * 2 and allocated(isla) == ["Amara Okafor"]
    services = Allocation.objects.values_list("involvement", flat=True)
    assert len(set(services)) == 3


def test_the_service_of_another_agency_is_left_alone(manager, amara, robin, nursery):
    with open_occasion(manager, about=(robin,)) as occasion:
        begin_involvement(occasion, given.about(robin), with_agency=nursery.agency, service=Service.NURSERY_PLACE)
    give(manager, amara, robin)
    assert allocated(robin) == ["Amara Okafor"]


def test_sent_twice_is_once_and_given_to_whoever_has_the_child_already_is_nothing(manager, amara, robin):
    assert [give(manager, amara, robin).status_code for _ in range(2)] == [302, 302]
    assert give(manager, amara, robin, token="another").status_code == 302
    assert allocated(robin) == ["Amara Okafor"]


def test_given_to_another_the_last_said_stands_and_the_first_is_kept(manager, amara, robin):
    grace = worker(manager, "Grace Mead")
    give(manager, amara, robin)
    give(manager, grace, robin, token="again", said="Amara’s caseload is full.")
    assert allocated(robin) == ["Amara Okafor", "Grace Mead"]
    found = sections(entered_as("david").get(url(manager)))
    assert "Robin" in found["Grace Mead"] and "Robin" not in found["Amara Okafor"]


def test_caseload_stands_beside_each_name(manager, amara, robin):
    give(manager, amara, robin)
    said = sections(entered_as("david").get(url(manager)))["Allocate those ticked"]
    assert "Amara Okafor, social worker: 1 child" in said and "David, social care manager: 0 children" in said


def test_what_is_late_stands_with_the_child(manager, amara, robin, settings):
    give(manager, amara, robin)
    a_mark(manager, robin, days_ago=20)
    a_mark(manager, robin)
    settings.DEMO_CLOCK_AHEAD += timedelta(days=40).total_seconds()
    found = sections(entered_as("david").get(url(manager)))["Amara Okafor"]
    assert ", 1 with something late" in found and "late." in found
    concern = "2 injuries on record"
    assert concern in found and found.index("Serious concern: decide now") < found.index(concern), "before what is late"
    assert "Late: " not in found


def test_what_others_owe_for_the_child_is_not_late_here(manager, amara, robin, hub, settings):
    give(manager, amara, robin)
    told = given.told_of_a_worry(hub, robin)
    settings.DEMO_CLOCK_AHEAD += timedelta(days=40).total_seconds()
    owed = {one.finding.owed_by.agency for one in standing_for((robin,)) if one.finding.about == told}
    assert owed, "somebody owes something of it"
    late = "nobody has recorded what was decided" in sections(entered_as("david").get(url(manager)))["Amara Okafor"]
    assert late == (manager.agency in owed)


def test_whoever_cannot_sign_in_or_left_is_not_offered_and_their_children_stand_near_the_top(manager, amara, robin):
    no_sign_in = worker(manager, "Mark Dunn", signs_in=False)
    assert give(manager, no_sign_in, robin).status_code == 422
    give(manager, amara, robin)
    left(manager, "Amara Okafor")
    page = entered_as("david").get(url(manager))
    found = sections(page)
    assert list(found)[:2] == ["Nobody allocated", "Amara Okafor"]
    assert found["Amara Okafor"].startswith("Left, or cannot sign in here.") and "Robin" in found["Amara Okafor"]
    assert "Amara" not in found["Allocate those ticked"]
    assert "invalid" not in words(page)
    refused = give(manager, amara, robin, token="again")
    assert refused.status_code == 422 and "Choose somebody who works in this team now." in words(refused)


def left(at: Actor, name: str) -> None:
    with open_occasion(at) as occasion:
        who = add_person(occasion, Person(id=new_id(), name=name, stage_said=LifeStage.ADULT)).id
        for post in (Post.WORKS_THERE, Post.LEFT):
            record_works_at(occasion, given.about(who), setting=at.agency, worker_role=Role.SOCIAL_WORKER, post=post)


def test_a_child_who_was_stepped_down_is_not_there(manager, amara, robin, three_rules):
    involvement = Entry.objects.get(kind="involvement").id
    with open_occasion(manager, about=(robin,)) as occasion:
        step_down(occasion, given.about(robin, said="Done."), involvement=involvement, to=StepDownTo.UNIVERSAL)
    assert "Robin" not in words(entered_as("david").get(url(manager)))
    assert give(manager, amara, robin).status_code == 422


def test_without_a_child_or_a_worker_it_is_said_and_nothing_is_entered(manager, amara, robin):
    for told, said in (
        ({"child": []}, "Tick at least one child."),
        ({"worker": ""}, "Choose who works with them from now."),
        ({"child": [str(new_id())]}, "Tick a child of this team."),
        ({"worker": str(new_id())}, "Choose somebody who works in this team now."),
    ):
        sent = entered_as("david").post(
            url(manager), {"child": [str(robin)], "worker": amara, "said": "because", **told}
        )
        assert sent.status_code == 422 and said in words(sent) and "because" in words(sent)
    assert allocated(robin) == []


def test_a_worker_of_the_team_reads_it_and_shares_out_nothing(manager, amara, robin):
    page = entered_as("amara").get(url(manager))
    assert page.status_code == 200 and "Robin Marsh" in words(page)
    assert 'name="child"' not in page.content.decode()
    refused = give(manager, amara, robin, by="amara")
    assert refused.status_code == 422 and "by the team’s manager, or by the front door" in words(refused)
    assert allocated(robin) == []
    assert Occasion.objects.filter(outcome__outcome=Outcome.REFUSED).count() == 1


def test_the_front_door_and_the_night_share_out_any_teams_work(manager, amara, robin, hub):
    assert give(manager, amara, robin, by="jo").status_code == 302
    night = given.somebody_at("Emergency Duty Service", "emergency_duty", Role.EMERGENCY_DUTY)
    worker(night, "Ruth Penny", Role.EMERGENCY_DUTY)
    assert give(manager, worker(manager, "Grace Mead"), robin, by="ruth", token="b").status_code == 302
    assert allocated(robin) == ["Amara Okafor", "Grace Mead"]


def test_others_are_turned_away_by_page_and_by_post_and_every_look_is_kept(manager, amara, robin, nursery):
    south = given.somebody_at("South team")
    worker(south, "Helen Moss", Role.SOCIAL_CARE_MANAGER)
    for who in ("helen", "beth"):
        client, before = entered_as(who), Occasion.objects.count()
        assert client.get(url(manager)).status_code == 403
        assert Occasion.objects.count() == before + 1
        assert give(manager, amara, robin, by=who).status_code == 403
        assert client.get(f"{url(manager)}away").status_code == 403
    assert allocated(robin) == []


def test_a_team_that_is_not_there_is_not_found(hub):
    assert entered_as("jo").get(f"/teams/{new_id()}/").status_code == 404


def test_from_the_childs_page_a_link_comes_with_the_child_ticked(manager, amara, robin):
    html = entered_as("david").get(f"/children/{robin}/").content.decode()
    link = f"{url(manager)}?child={robin}"
    assert f'<a href="{link}">Choose who works with the child, North team</a>' in html
    page = entered_as("david").get(link).content.decode()
    assert re.search(rf'value="{robin}"[^>]* checked', page) and "Ticked: Robin Marsh." in page
    give(manager, amara, robin)
    assert "Change who works with the child" in words(entered_as("david").get(f"/children/{robin}/"))
    assert "who works with the child" not in words(entered_as("amara").get(f"/children/{robin}/"))


def test_my_work_leads_there_and_the_front_door_to_every_team(manager, amara, hub, nursery):
    assert f'<a href="{url(manager)}">Who has whom in North team</a>' in entered_as("amara").get("/").content.decode()
    assert '<a href="/teams/">Who has whom, by team</a>' in entered_as("jo").get("/").content.decode()
    assert f'<a href="{url(manager)}">North team</a>' in entered_as("jo").get("/teams/").content.decode()
    assert "Who has whom" not in words(entered_as("beth").get("/"))
    assert "no team whose page you may open" in words(entered_as("beth").get("/teams/"))


def test_two_found_to_be_one_are_one_child_here(manager, amara, robin, hub):
    twice = given.a_child(manager, "Robin Marsh")
    given.open_to_social_care(manager, twice)
    with open_occasion(manager, about=(robin, twice)) as occasion:
        decided = decide_link(occasion, one=robin, other=twice, verdict=LinkVerdict.SAME, why="One birth date.")
    with open_occasion(hub, about=(robin, twice)) as occasion:
        second_link(occasion, decision=decided.id)
    page = entered_as("david").get(url(manager))
    assert "1 child. 1 with nobody allocated." in words(page)
    (one,) = re.findall(r'name="child" value="([^"]+)"', page.content.decode())
    assert give(manager, amara, UUID(one)).status_code == 302
    assert Allocation.objects.count() == 2, "one for each of the services that were opened"
    assert "Each child of this team has somebody." in words(entered_as("david").get(url(manager)))


def test_many_children_cost_no_more_statements_than_one(manager, amara, robin, settings):
    client, counts = entered_as("david"), []
    for number in range(3):
        for _ in range(number * 3):
            child = given.a_child(manager, f"Child {new_id()}")
            given.open_to_social_care(manager, child)
            a_mark(manager, child)
        give(manager, amara, robin, token=str(number))
        client.get(url(manager))
        with CaptureQueriesContext(connection) as asked:
            client.get(url(manager))
        counts.append(len(asked))
    assert counts[1] == counts[2] and counts[2] <= 25
