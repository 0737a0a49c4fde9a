"""Two people decided to be one are shown, and answered for, as one; parted again, each is as they were. Nothing is merged."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories as given

from kith.chronology.models import Entry, EntryAbout
from kith.duties.desk import standing_for
from kith.intake.acts import decide_threshold
from kith.journey.occasion import open_occasion
from kith.journey.picture import gather
from kith.journey.reading import open_children, open_record
from kith.occasions.record import new_id
from kith.occasions.ticket import Refused
from kith.people.acts import add_person, decide_link, seal_identity, withdraw_link
from kith.people.queries import as_one, same_as
from kith.policy.facts import Person
from kith.policy.permissions import Actor
from kith.vocabulary import Identity, LifeStage, LinkVerdict, Role, SealReason, ThresholdOutcome

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> Actor:
    return given.somebody_at("Front door hub", "hub", Role.HUB_DECISION_MAKER)


@pytest.fixture
def nursery() -> Actor:
    return given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER)


@pytest.fixture
def doyle(hub) -> UUID:
    """Known for long: an earlier worry that came to nothing."""
    child = given.a_child(hub, "Robin Doyle")
    given.told_of_a_worry(hub, child)
    return child


@pytest.fixture
def marsh(nursery) -> UUID:
    """As the nursery told of him today, part-known."""
    with open_occasion(nursery) as occasion:
        told = Person(id=new_id(), name="Robin M.", identity=Identity.PART_KNOWN, stage_said=LifeStage.CHILD)
        return add_person(occasion, told).id


@pytest.fixture
def worry(nursery, marsh) -> UUID:
    return given.told_of_a_worry(nursery, marsh)


def decided(hub: Actor, one: UUID, other: UUID, verdict: LinkVerdict = LinkVerdict.SAME) -> UUID:
    with open_occasion(hub, about=(one, other)) as occasion:
        return decide_link(occasion, one=one, other=other, verdict=verdict, why="Same mother, same day of birth.").id


def taken_back(hub: Actor, decision: UUID, *people: UUID) -> None:
    with open_occasion(hub, about=people) as occasion:
        withdraw_link(occasion, decision=decision, why="Another Robin.")


def rules_of(child: UUID) -> set[str]:
    return {one.finding.rule for one in standing_for((child,))}


def test_they_are_one_picture_by_whichever_they_are_asked_for(hub, doyle, marsh, worry):
    decided(hub, doyle, marsh)
    assert same_as((marsh,)) == {doyle, marsh} and as_one((marsh,)) == {doyle: doyle, marsh: doyle}
    for asked in (doyle, marsh):
        _, facts = gather((asked,))
        assert {fact.about for fact in facts.values() if fact.kind == "contact"} == {(doyle,)}
        record = open_record(hub, asked)
        assert record.picture.child.name == "Robin Doyle"
        assert sum(one.kind == "contact" for one in record.entries) == 2
    assert [one.name for one in open_children(hub).children.values()] == ["Robin Doyle"]


def test_no_entry_is_altered(hub, doyle, marsh, worry):
    decided(hub, doyle, marsh)
    assert EntryAbout.objects.get(entry=worry).person_id == marsh
    assert Entry.objects.filter(about__person=doyle).count() == 1


def test_what_is_owed_stands_open_once_for_the_one_they_are_shown_as(hub, doyle, marsh, worry):
    assert "contact_is_decided_on_in_time" in rules_of(marsh)
    decided(hub, doyle, marsh)
    assert rules_of(marsh) == set()
    assert {"contact_is_decided_on_in_time", "history_is_read_before_stepping_down"} <= rules_of(doyle)


def test_the_history_of_the_one_holds_doing_less_about_the_other(hub, doyle, marsh, worry):
    """The point of finding Robin M.: his earlier life under another name stands before closing today's worry."""

    def closes() -> None:
        with open_occasion(hub, about=(marsh,)) as occasion:
            decide_threshold(
                occasion, given.about(marsh, said="Nothing."), contact=worry, outcome=ThresholdOutcome.NO_FURTHER_ACTION
            )

    decided(hub, doyle, marsh)
    with pytest.raises(Refused, match="has not read about Robin Doyle"):
        closes()


def test_taken_back_each_is_as_they_were(hub, doyle, marsh, worry):
    before = rules_of(marsh)
    taken_back(hub, decided(hub, doyle, marsh), doyle, marsh)
    assert as_one((marsh, doyle)) == {}
    assert rules_of(marsh) == before
    assert sum(one.kind == "contact" for one in open_record(hub, doyle).entries) == 1
    assert "history_is_read_before_stepping_down" not in rules_of(doyle)


def test_not_the_same_joins_nobody(hub, doyle, marsh, worry):
    decided(hub, doyle, marsh, LinkVerdict.NOT_SAME)
    decided(hub, doyle, marsh, LinkVerdict.CANNOT_TELL)
    assert same_as((marsh,)) == {marsh}


def test_sealed_they_are_parted_at_once(hub, doyle, marsh, worry):
    decided(hub, doyle, marsh)
    with open_occasion(hub, about=(doyle, marsh)) as occasion:
        seal_identity(occasion, person=doyle, reason=SealReason.ADOPTION, why="Order made.")
    assert same_as((marsh,)) == {marsh}
    assert sum(one.kind == "contact" for one in open_record(hub, marsh).entries) == 1


def test_whoever_is_involved_with_the_one_may_open_the_record_of_both(hub, nursery, doyle, marsh, worry):
    with pytest.raises(Refused):
        open_record(nursery, doyle)
    decided(hub, doyle, marsh)
    assert open_record(nursery, marsh).picture.id == doyle


def test_a_sister_of_the_one_is_a_sister_of_both(hub, doyle, marsh, worry):
    isla = given.a_child(hub, "Isla")
    given.in_one_household(hub, doyle, isla)
    decided(hub, doyle, marsh)
    assert [one.name for one in open_record(hub, marsh).picture.siblings()] == ["Isla"]
    assert [one.name for one in open_record(hub, isla).picture.siblings()] == ["Robin Doyle"]


def test_where_nobody_is_joined_gathering_costs_no_statement_more(hub, doyle):
    gather((doyle,))
    with CaptureQueriesContext(connection) as asked:
        gather((doyle,))
    assert len(asked) == 4
