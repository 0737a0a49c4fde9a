"""How the front door works a contact through: who may, who may not, and what is kept of it."""

from dataclasses import replace
from uuid import UUID

import pytest
from tests import factories as given

from kith.chronology.models import Entry
from kith.intake import acts, models
from kith.journey.occasion import open_occasion
from kith.occasions.record import new_id
from kith.occasions.ticket import Refused
from kith.policy.permissions import Actor
from kith.vocabulary import Answered, HistorySource, Role, ThresholdOutcome, Urgency

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> Actor:
    return given.somebody_at("Front door hub", "hub", Role.HUB_DECISION_MAKER)


@pytest.fixture
def nursery() -> Actor:
    return given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER)


@pytest.fixture
def robin(hub) -> UUID:
    return given.a_child(hub)


@pytest.fixture
def worry(nursery, robin) -> UUID:
    return given.told_of_a_worry(nursery, robin)


def act(actor: Actor, doing, child: UUID, **told) -> Entry:
    with open_occasion(actor, about=(child,)) as occasion:
        return doing(occasion, given.about(child, said="Why."), **told)


def test_a_contact_is_rated_sent_back_and_worked_through_by_who_decides(hub, nursery, robin, worry):
    act(hub, acts.rate_contact, robin, contact=worry, urgency=Urgency.RED)
    act(hub, acts.send_back, robin, contact=worry)
    asked = act(hub, acts.ask_for_information, robin, contact=worry, of_agency=nursery.agency)
    act(nursery, acts.return_information, robin, asked=asked.id, knows_them=Answered.NO)
    assert models.Priority.objects.get().urgency == Urgency.RED
    assert models.InformationReturned.objects.get().asked_id == asked.id


def test_the_same_is_not_asked_twice_of_one_agency_while_it_is_unanswered(hub, nursery, robin, worry):
    to = {"contact": worry, "of_agency": nursery.agency}
    first = act(hub, acts.ask_for_information, robin, **to)
    with pytest.raises(Refused, match="was asked this already and has not answered yet"):
        act(hub, acts.ask_for_information, robin, **to)
    assert models.InformationAsked.objects.count() == 1
    with open_occasion(hub, about=(robin,)) as occasion:
        acts.ask_for_information(occasion, given.about(robin, said="Who collects him?"), **to)
    elsewhere = given.somebody_at("Millpond Surgery", "gp_practice", Role.GP)
    act(hub, acts.ask_for_information, robin, contact=worry, of_agency=elsewhere.agency)
    act(nursery, acts.return_information, robin, asked=first.id)
    act(hub, acts.ask_for_information, robin, **to)
    assert models.InformationAsked.objects.count() == 4, "another question, another agency, and once it is answered"


@pytest.mark.parametrize(("doing", "told"), [(acts.rate_contact, {"urgency": Urgency.RED}), (acts.send_back, {})])
def test_whoever_told_us_neither_rates_their_contact_nor_sends_it_back(nursery, robin, worry, doing, told):
    with pytest.raises(Refused, match="decided by social care or the front door hub"):
        act(nursery, doing, robin, contact=worry, **told)
    assert not models.Priority.objects.exists() and not models.SentBack.objects.exists()


def test_nobody_authorises_what_they_decided_themselves(hub, robin, worry):
    given.looked_for_history(hub, robin)
    decision = given.decided_on(hub, robin, worry, ThresholdOutcome.NO_FURTHER_ACTION)
    with pytest.raises(Refused, match="You decided this yourself"):
        act(hub, acts.authorise, robin, decision=decision, agrees=Answered.YES)
    assert not models.Authorisation.objects.exists()
    colleague = replace(hub, id=new_id(), name="Colm Brady")
    act(colleague, acts.authorise, robin, decision=decision, agrees=Answered.NO)
    assert models.Authorisation.objects.get().agrees == Answered.NO


def test_only_who_decides_authorises(hub, nursery, robin, worry):
    given.looked_for_history(hub, robin)
    decision = given.decided_on(hub, robin, worry, ThresholdOutcome.ADVICE)
    with pytest.raises(Refused, match="decided by social care"):
        act(nursery, acts.authorise, robin, decision=decision, agrees=Answered.YES)


def test_only_a_decision_on_a_contact_is_authorised(hub, robin, worry):
    with pytest.raises(Refused):
        act(replace(hub, id=new_id()), acts.authorise, robin, decision=worry, agrees=Answered.YES)


def test_a_history_check_says_of_each_place_where_history_may_lie_how_it_stands(hub, robin, worry):
    act(hub, acts.record_history_check, robin, read=(worry,), read_in=(HistorySource.KITH,),
        asked_for_from=(HistorySource.POLICE,), not_to_be_had_from=(HistorySource.OLD_SYSTEM,))  # fmt: skip
    kept = models.HistoryCheck.objects.get()
    assert (kept.read_in, kept.asked_for_from, kept.not_to_be_had_from) == (["kith"], ["police"], ["old_system"])


@pytest.mark.parametrize("outcome", [ThresholdOutcome.ALREADY_OPEN, ThresholdOutcome.NO_FURTHER_ACTION])
def test_nobody_agrees_to_do_less_before_the_history_is_looked_for(hub, robin, worry, outcome):
    given.looked_for_history(hub, robin)
    decision = given.decided_on(hub, robin, worry, outcome)
    told_again = given.told_of_a_worry(hub, robin)
    given.decided_on(hub, robin, told_again, ThresholdOutcome.ALREADY_OPEN)
    colleague = replace(hub, id=new_id(), name="Colm Brady")
    with pytest.raises(Refused, match="has not read about Robin"):
        act(colleague, acts.authorise, robin, decision=decision, agrees=Answered.YES)
    act(colleague, acts.authorise, robin, decision=decision, agrees=Answered.NO)
    assert models.Authorisation.objects.get().agrees == Answered.NO
