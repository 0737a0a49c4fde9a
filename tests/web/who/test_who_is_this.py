"""Who is this? Those who may search see whom a child may be, choose, and take it back; the history found then holds."""

import re
from datetime import date
from uuid import UUID

import pytest
from tests import factories as given
from tests.web.entering import entered_as, somebody, words

from kith.intake.models import HistoryCheck
from kith.journey.occasion import open_occasion
from kith.occasions.models import OccasionOutcome
from kith.occasions.record import new_id
from kith.people.acts import add_person, seal_identity
from kith.people.models import KeyedUnder, LinkDecision, LinkWithdrawn
from kith.people.queries import same_as
from kith.policy.facts import Person
from kith.vocabulary import Identity, LifeStage, Role, SealReason

pytestmark = pytest.mark.django_db

BORN = date(2024, 6, 14)


def person(actor, name: str, born: date | None = BORN, identity: Identity = Identity.KNOWN) -> UUID:
    with open_occasion(actor) as occasion:
        return add_person(
            occasion,
            Person(
                id=new_id(), name=name, identity=identity, born_from=born, born_until=born, stage_said=LifeStage.CHILD
            ),
        ).id


@pytest.fixture
def doyle(hub) -> UUID:
    child = person(hub, "Robin Doyle")
    given.told_of_a_worry(hub, child)
    return child


@pytest.fixture
def marsh(nursery) -> UUID:
    child = person(nursery, "Robin Marsh", identity=Identity.PART_KNOWN)
    given.told_of_a_worry(nursery, child)
    return child


def at(child: UUID) -> str:
    return f"/children/{child}/who/"


def chosen(other: UUID, verdict: str, why: str = "Same mother and day of birth.") -> dict[str, str]:
    return {"do": "choose", str(other): verdict, "why": why}


def test_who_they_may_be_stands_with_grade_and_reasons_and_is_joined_by_a_persons_choice(hub, doyle, marsh):
    jo = entered_as("jo")
    said = words(jo.get(at(marsh)))
    for part in ("Who is this? Robin Marsh", "Robin Doyle", "same date of birth", "same first name", "surnames differ",
                 "no NHS number to compare", "Kith joins nobody", "were not asked by this search"):  # fmt: skip
        assert part in said, part
    assert jo.post(at(marsh), chosen(doyle, "same")).status_code == 302
    assert same_as((marsh,)) == {marsh, doyle}
    assert "Robin Doyle" in words(jo.get(f"/children/{marsh}/"))
    refused = jo.post(
        f"/children/{marsh}/write/threshold_decision",
        {"about": [str(doyle)], "said": "Nothing.", "outcome": "no_further_action",
         "contact": str(given.told_of_a_worry(hub, doyle)), "sure": "now"},
    )  # fmt: skip
    assert refused.status_code == 422 and "has not read about Robin Doyle" in words(refused)


def test_a_choice_needs_a_reason_and_at_least_one_person(hub, doyle, marsh):
    jo = entered_as("jo")
    for sent, sentence in (
        (chosen(doyle, "same", " "), "Write why"),
        ({"do": "choose", "why": "x"}, "Choose for at least one"),
    ):
        refused = jo.post(at(marsh), sent)
        assert refused.status_code == 422 and sentence in words(refused)
    assert not LinkDecision.objects.exists()


def test_it_is_taken_back_with_a_reason_and_each_is_as_before(hub, doyle, marsh):
    jo = entered_as("jo")
    jo.post(at(marsh), chosen(doyle, "same"))
    decision = str(LinkDecision.objects.get().id)
    assert jo.post(at(marsh), {"do": "back", "decision": decision, "why": " "}).status_code == 422
    assert jo.post(at(marsh), {"do": "back", "decision": decision, "why": "Another Robin."}).status_code == 302
    assert same_as((marsh,)) == {marsh} and LinkWithdrawn.objects.get().why == "Another Robin."


def test_two_who_are_established_are_joined_by_two_people(hub, manager, doyle):
    other = person(hub, "Robyn Doyle")
    jo, david = entered_as("jo"), entered_as("david")
    jo.post(at(other), chosen(doyle, "same"))
    assert same_as((other,)) == {other}
    assert "waits for a second person" in words(jo.get(at(other)))
    decision = str(LinkDecision.objects.get().id)
    assert jo.post(at(other), {"do": "agree", "decision": decision}).status_code == 422
    given.open_to_social_care(manager, other)
    assert david.post(at(other), {"do": "agree", "decision": decision}).status_code == 302
    assert same_as((other,)) == {other, doyle}


def test_not_the_same_is_kept_and_stands_against_joining(hub, doyle, marsh):
    jo = entered_as("jo")
    jo.post(at(marsh), chosen(doyle, "not_same"))
    assert "Decided: not the same" in words(jo.get(at(marsh)))
    refused = jo.post(at(marsh), chosen(doyle, "same"))
    assert refused.status_code == 422 and same_as((marsh,)) == {marsh}


def test_a_sealed_identity_is_never_shown(hub, doyle, marsh):
    with open_occasion(hub, about=(doyle,)) as occasion:
        seal_identity(occasion, person=doyle, reason=SealReason.ADOPTION, why="Order made.")
    said = words(entered_as("jo").get(at(marsh)))
    assert "Doyle" not in said and "Nobody on record was found" in said


def test_a_social_worker_learns_only_whom_to_ring_of_a_child_whose_record_they_may_not_open(manager, hub, doyle, marsh):
    given.open_to_social_care(manager, marsh)
    said = words(entered_as("david").get(at(marsh)))
    assert "Somebody whose record you may not open" in said and "Ring" in said
    assert "Doyle" not in said


def test_a_nursery_is_shown_nothing_and_the_refusal_is_written(nursery, doyle, marsh):
    assert entered_as("beth").get(at(marsh)).status_code == 403
    assert entered_as("beth").post("/find/", {"name": "Robin Doyle", "why": "look"}).status_code == 403
    assert OccasionOutcome.objects.filter(outcome="refused", said__startswith="who is this").count() == 2


def test_somebody_is_looked_for_before_they_are_entered_and_that_is_kept_without_their_name(hub, doyle):
    jo = entered_as("jo")
    assert "Look for somebody" in words(jo.get("/children/"))
    refused = jo.post("/find/", {"name": "Robin Doyle"})
    assert refused.status_code == 422 and "Write why you look" in words(refused)
    assert "Enter a name" in words(jo.post("/find/", {"why": "a call"}))
    said = words(jo.post("/find/", {"name": "Doyel, Robin", "born": "2024-06-14", "why": "a call"}))
    assert "1 found" in said and "Robin Doyle" in said and "same date of birth" in said
    kept = " ".join(OccasionOutcome.objects.filter(said__contains="a call").values_list("said", flat=True))
    assert kept and "Doyle" not in kept and "Doyel" not in kept
    assert "cannot be an NHS number" in words(jo.post("/find/", {"nhs": "123", "why": "a call"}))


def test_while_the_keys_are_not_whole_it_never_says_that_nobody_is_there(hub, doyle, marsh):
    KeyedUnder.objects.update(is_whole=False)
    answer = entered_as("jo").get(at(marsh))
    assert answer.status_code == 503 and "This does not mean that nobody is on record" in words(answer)


def test_another_role_may_not_choose(nursery, doyle, marsh):
    somebody(given.somebody_at("Hilltop School", "school", Role.SCHOOL_STAFF), "eve")
    assert entered_as("eve").post(at(marsh), chosen(doyle, "same")).status_code == 403
    assert not LinkDecision.objects.exists()


def test_the_board_knows_a_worry_by_the_one_the_child_is_shown_as_and_how_it_stands(hub, doyle, marsh):
    jo = entered_as("jo")
    worry = given.told_of_a_worry(hub, marsh)
    at_worry = f"/children/{marsh}/worries/{worry}/"
    assert jo.post(at_worry, {"do": "rate", "urgency": "red", "said": "Now."}).status_code == 302
    jo.post(at(marsh), chosen(doyle, "same"))
    board = words(jo.get("/front-door/"))
    assert "Robin Doyle" in board and "this person" not in board and "Red. Now." in board
    assert "Robin Marsh" not in board


def test_what_was_done_with_a_worry_while_two_were_one_stays_with_it_when_they_are_parted(hub, nursery, doyle, marsh):
    jo = entered_as("jo")
    worry = given.told_of_a_worry(hub, marsh)
    at_worry = f"/children/{marsh}/worries/{worry}/"
    jo.post(at(marsh), chosen(doyle, "same"))
    jo.post(at_worry, {"do": "ask", "agencies": [str(nursery.agency)], "said": "What have you seen?"})
    jo.post(at_worry, {"do": "decide", "outcome": "strategy_discussion", "said": "Tonight."})
    jo.post(at(marsh), {"do": "back", "decision": str(LinkDecision.objects.get().id), "why": "Another Robin."})
    said = words(jo.get(at_worry))
    assert "What have you seen?" in said and "Tonight." in said


def test_history_that_appeared_while_a_page_stood_open_is_not_signed_unseen(hub, doyle, marsh):
    jo = entered_as("jo")
    worry = given.told_of_a_worry(hub, marsh)
    at_worry = f"/children/{marsh}/worries/{worry}/"
    shown = re.search(r'name="shown" value="(\w+)"', jo.get(at_worry).content.decode())
    assert shown
    jo.post(at(marsh), chosen(doyle, "same"))
    signed = {"do": "read", "said": "Nothing.", "kith": "read", "shown": shown[1]}
    refused = jo.post(at_worry, signed)
    assert refused.status_code == 422 and "More history has appeared" in words(refused)
    assert not HistoryCheck.objects.exists()
