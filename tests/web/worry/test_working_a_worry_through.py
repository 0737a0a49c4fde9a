"""A worry is worked through on one page: nobody does less before the history is read, and protecting never waits."""

from dataclasses import replace
from uuid import UUID

import pytest
from tests import factories as given
from tests.web.entering import entered_as, somebody, words
from tests.web.ringing_round import EVE, a_desk, a_shift, it_is

from kith.chronology.models import Entry
from kith.duties.desk import standing_for
from kith.intake.models import Authorisation, HistoryCheck, InformationAsked, Priority, ThresholdDecision
from kith.journey.reading import open_my_work
from kith.occasions.record import new_id
from kith.vocabulary import Role, ThresholdOutcome

pytestmark = pytest.mark.django_db


@pytest.fixture
def colm(hub):
    """Somebody else who decides at the same hub."""
    return somebody(replace(hub, id=new_id(), name="Colm"), "colm")


@pytest.fixture
def worry(nursery, hub, robin) -> UUID:
    """The second in Robin's life: the first was decided on, and nobody has read it since."""
    first = given.told_of_a_worry(nursery, robin)
    given.decided_on(hub, robin, first, ThresholdOutcome.ASSESSMENT)
    return given.told_of_a_worry(nursery, robin)


def page(robin: UUID, worry: UUID) -> str:
    return f"/children/{robin}/worries/{worry}/"


READ = {
    "do": "read",
    "said": "The second in a month.",
    "kith": "read",
    "police": "asked",
    "old_system": "not_to_be_had",
}
NOTHING = {"do": "decide", "outcome": "no_further_action", "said": "Seen at nursery, well."}


def test_nobody_does_less_before_the_history_is_read_and_nothing_typed_is_lost(robin, worry):
    jo = entered_as("jo")
    refused = jo.post(page(robin, worry), NOTHING)
    assert refused.status_code == 422
    assert "has not read about Robin" in words(refused) and NOTHING["said"] in words(refused)
    assert not ThresholdDecision.objects.filter(contact=worry).exists()
    assert jo.post(page(robin, worry), READ).status_code == 302
    check = HistoryCheck.objects.get()
    assert (check.read_in, check.asked_for_from, check.not_to_be_had_from) == (["kith"], ["police"], ["old_system"])
    assert len(check.read) >= 2, "the first worry, and the work that is open"
    assert jo.post(page(robin, worry), NOTHING).status_code == 302
    assert ThresholdDecision.objects.get(contact=worry).outcome == "no_further_action"


@pytest.mark.parametrize("outcome", ["strategy_discussion", "immediate_protection", "assessment"])
def test_protecting_waits_for_nothing(robin, worry, outcome):
    told = {"do": "decide", "outcome": outcome, "said": "Tonight."}
    assert entered_as("jo").post(page(robin, worry), told).status_code == 302
    assert ThresholdDecision.objects.get(contact=worry).outcome == outcome


def test_what_it_changes_is_written_or_it_is_not_a_reading(robin, worry):
    refused = entered_as("jo").post(page(robin, worry), {**READ, "said": " "})
    assert refused.status_code == 422 and "Write what it changes." in words(refused)
    assert not HistoryCheck.objects.exists()


def test_doing_less_waits_for_a_second_person_and_whoever_decided_is_not_asked(robin, worry, colm):
    jo = entered_as("jo")
    jo.post(page(robin, worry), READ)
    jo.post(page(robin, worry), NOTHING)
    assert "A second person reads it" not in words(jo.get(page(robin, worry)))
    assert "Waits for a second person" in words(jo.get("/front-door/"))
    own = jo.post(page(robin, worry), {"do": "second", "agrees": "yes"})
    assert own.status_code == 422 and "You decided this yourself" in words(own)
    david = entered_as("david")
    assert "A second person reads it" in words(david.get(page(robin, worry)))
    bare = david.post(page(robin, worry), {"do": "second", "agrees": "no"})
    assert bare.status_code == 422 and "Write why you do not agree" in words(bare)
    assert not Authorisation.objects.exists()
    assert david.post(page(robin, worry), {"do": "second", "agrees": "yes", "said": "Read."}).status_code == 302
    said = words(jo.get(page(robin, worry)))
    assert "agrees. Read." in said and "Nobody has told them yet" in said
    assert "That finds nothing against anybody, and nothing for." in said


@pytest.mark.parametrize("outcome", ["no_further_action", "immediate_protection"])
def test_whoever_decided_is_not_named_as_the_second_person(settings, hub, robin, worry, colm, outcome):
    it_is(settings, EVE.replace(hour=10))
    a_desk(hub.agency, "01632 960 101")
    a_shift(hub.agency, "Jo", Role.HUB_DECISION_MAKER, EVE.replace(hour=8), 10)
    jo = entered_as("jo")
    jo.post(page(robin, worry), READ)
    jo.post(page(robin, worry), {**NOTHING, "outcome": outcome})
    asked = "Nobody else has read the decision"
    owed = [one for one in standing_for((robin,)) if asked in one.finding.sentence]
    assert owed, "a second person is asked for"
    if owed[0].finding.owed_by.agency == hub.agency:
        other = "Somebody else at Front door hub on 01632 960 101"
        assert other in words(jo.get(f"/duties/{owed[0].id}/")) and other in words(entered_as("colm").get("/"))
    mine = [one.finding.sentence for one in open_my_work(replace(hub, name="Jo"), whole=True).mine]
    assert not [one for one in mine if asked in one], "it is not the decider's own to do"
    assert asked in words(jo.get("/?show=all")), "but is told among what others owe"
    theirs = [one.finding.sentence for one in open_my_work(replace(hub, name="Colm"), whole=True).mine]
    assert bool([one for one in theirs if asked in one]) == (owed[0].finding.owed_by.agency == hub.agency)


def test_it_is_rated_asked_about_and_sent_back(robin, worry, nursery):
    jo = entered_as("jo")
    jo.post(page(robin, worry), {"do": "rate", "urgency": "red", "said": "A mark on a child of two."})
    jo.post(page(robin, worry), {"do": "ask", "agencies": [str(nursery.agency)], "said": "What have you seen?"})
    jo.post(page(robin, worry), {"do": "back", "said": "Who was with him?"})
    assert (Priority.objects.get().urgency, InformationAsked.objects.get().of_agency_id) == ("red", nursery.agency)
    board = words(jo.get("/front-door/"))
    assert "Red. A mark on a child of two." in board and "1 asked, 0 answered" in board and "Sent back" in board
    said = words(jo.get(page(robin, worry)))
    assert "has not answered yet" in said and "Who was with him?" in said


def test_the_same_form_sent_twice_is_one_act(robin, worry):
    jo = entered_as("jo")
    for _ in range(2):
        told = {"do": "rate", "urgency": "amber", "said": "Not this hour.", "token": "of-this-form"}
        assert jo.post(page(robin, worry), told).status_code == 302
    assert Priority.objects.count() == 1


def test_whoever_told_us_reads_how_it_stands_and_decides_nothing(robin, worry):
    beth = entered_as("beth")
    said = words(beth.get(page(robin, worry)))
    assert "The front door decides this." in said and "Save this decision" not in said
    refused = beth.post(page(robin, worry), {"do": "decide", "outcome": "assessment", "said": "Please."})
    assert refused.status_code == 422
    assert not ThresholdDecision.objects.filter(contact=worry).exists()


def test_a_worry_about_another_child_is_not_found_here(robin, worry, manager):
    other = given.a_child(manager, "Sam")
    given.open_to_social_care(manager, other)
    assert entered_as("david").get(page(other, worry)).status_code == 404
    assert entered_as("david").get(page(robin, Entry.objects.filter(kind="involvement").first().id)).status_code == 404


def test_nobody_who_may_not_open_the_record_reads_the_worry(robin, worry):
    somebody(given.somebody_at("Hilltop School", "school", Role.SCHOOL_STAFF), "eve")
    assert entered_as("eve").get(page(robin, worry)).status_code == 403
