"""Links are decisions: appended, withdrawn with a reason, seconded where two established identities are joined. Nothing is merged."""

import pytest
from tests import factories as given
from tests.people.matching.pairs import told

from kith.journey.occasion import open_occasion
from kith.occasions.record import new_id
from kith.occasions.ticket import Refused
from kith.people.acts import (
    add_person,
    decide_link,
    established,
    seal_identity,
    second_link,
    second_withdrawal,
    withdraw_link,
)
from kith.people.models import LinkDecision, Person
from kith.people.queries import LinkStands, candidates, joined, link, links_of, parted
from kith.policy.facts import Person as PersonFact
from kith.vocabulary import Identity, LinkVerdict, Role, SealReason

pytestmark = pytest.mark.django_db
SAME, NOT_SAME, CANNOT_TELL = LinkVerdict.SAME, LinkVerdict.NOT_SAME, LinkVerdict.CANNOT_TELL


@pytest.fixture
def worker():
    return given.somebody_at()


@pytest.fixture
def manager():
    return given.somebody_at("Hub", "hub", Role.HUB_DECISION_MAKER)


def on_record(identity=Identity.KNOWN, name="Robin Ashdown"):
    with open_occasion(given.somebody_at()) as occasion:
        return add_person(occasion, PersonFact(id=new_id(), name=name, identity=identity)).id


def part_known():
    return on_record(Identity.PART_KNOWN, "Robin M.")


def done(actor, act, *people, **told_):
    with open_occasion(actor, about=people) as occasion:
        return act(occasion, **told_)


def decided(actor, one, other, verdict=SAME, **more):
    return done(actor, decide_link, one, other, one=one, other=other, verdict=verdict, **more).id


def refused(actor, act, match, **told_):
    with pytest.raises(Refused, match=match), open_occasion(actor) as occasion:
        act(occasion, **told_)


def test_somebody_entered_for_a_contact_is_joined_by_one_persons_word_and_nothing_is_merged(worker):
    newly, before = part_known(), on_record()
    rows = list(Person.objects.order_by("id").values())
    decision = decided(worker, newly, before, why="Her mother says so.")
    assert joined([newly, before]) == {newly: {newly, before}, before: {newly, before}}
    assert list(Person.objects.order_by("id").values()) == rows
    (one,) = links_of([newly])
    assert (one.id, one.verdict, one.stands, one.why) == (decision, SAME, LinkStands.STANDS, "Her mother says so.")
    assert (one.by, one.by_name) == (worker.id, worker.name)
    assert one.at is not None


def test_two_established_identities_are_joined_only_once_a_second_person_agrees(worker, manager):
    one, other = on_record(), on_record()
    decision = decided(worker, one, other)
    assert joined([one])[one] == {one}
    assert link(decision).stands == LinkStands.WAITS_FOR_SECOND
    refused(worker, second_link, "second person", decision=decision)
    assert joined([one])[one] == {one}
    done(manager, second_link, one, other, decision=decision)
    assert joined([one])[one] == {one, other}
    refused(manager, second_link, "does not wait", decision=decision)


def test_somebody_joined_before_is_established_however_little_is_known(worker):
    newly, before, another = part_known(), on_record(), part_known()
    assert established([newly, another]) == set()
    decided(worker, newly, before)
    assert established([newly, another]) == {newly}
    decided(worker, another, newly)
    assert joined([another])[another] == {newly, before, another}


def test_not_the_same_is_kept_and_stands_against_joining_them_or_anybody_joined_with_them(worker, manager):
    one, other, third = on_record(), part_known(), part_known()
    decided(worker, one, other, NOT_SAME, why="Twins.")
    assert parted([other]) == {tuple(sorted((one, other)))}
    refused(worker, decide_link, "not the same", one=one, other=other, verdict=SAME)
    decided(worker, third, one)
    refused(worker, decide_link, "not the same", one=third, other=other, verdict=SAME)
    assert joined([other])[other] == {other}


def test_not_the_same_is_taken_back_only_by_two_people_and_stays_on_record(worker, manager):
    one, other = part_known(), on_record()
    decision = decided(worker, one, other, NOT_SAME)
    refused(worker, withdraw_link, "Say why", decision=decision, why="  ")
    done(worker, withdraw_link, one, other, decision=decision, why="I mixed them up with the Clarkes.")
    assert parted([one])
    refused(manager, decide_link, "not the same", one=one, other=other, verdict=SAME)
    refused(worker, second_withdrawal, "second person", decision=decision)
    done(manager, second_withdrawal, one, other, decision=decision)
    assert not parted([one])
    decided(worker, one, other)
    assert [found.stands for found in links_of([one])] == [LinkStands.WITHDRAWN, LinkStands.STANDS]


def test_a_join_taken_back_parts_them_and_stays_on_record_with_the_reason(worker, manager):
    one, other = part_known(), on_record()
    decision = decided(worker, one, other)
    done(manager, withdraw_link, one, other, decision=decision, why="Another birth date in the red book.")
    assert joined([one])[one] == {one}
    assert link(decision).stands == LinkStands.WITHDRAWN
    refused(worker, withdraw_link, "taken back already", decision=decision, why="Again.")
    refused(worker, withdraw_link, "never made", decision=new_id(), why="…")


def test_a_join_that_waits_can_be_taken_back_and_then_not_seconded(worker, manager):
    one, other = on_record(), on_record()
    decision = decided(worker, one, other)
    done(worker, withdraw_link, one, other, decision=decision, why="Too soon.")
    refused(manager, second_link, "does not wait", decision=decision)


def test_a_join_is_not_seconded_once_somebody_decided_they_are_not_the_same(worker, manager):
    one, other, third = on_record(), on_record(), on_record()
    decision = decided(worker, one, other)
    thirds = decided(worker, other, third)
    decided(manager, one, third, NOT_SAME)
    done(manager, second_link, one, other, decision=decision)
    refused(manager, second_link, "not the same", decision=thirds)


def test_not_the_same_of_two_who_are_joined_is_refused_until_they_are_parted(worker):
    one, other, third = part_known(), on_record(), part_known()
    decided(worker, one, other)
    decided(worker, third, one)
    refused(worker, decide_link, "Take that decision back", one=one, other=other, verdict=NOT_SAME)
    refused(worker, decide_link, "Take that decision back", one=third, other=other, verdict=NOT_SAME)


def test_cannot_tell_yet_binds_nobody(worker):
    one, other = part_known(), on_record()
    decided(worker, one, other, CANNOT_TELL, why="No birth date yet.")
    assert joined([one])[one] == {one}
    decided(worker, one, other)
    assert joined([one])[one] == {one, other}


def test_one_decision_is_made_once_and_of_two_people(worker):
    one, other = part_known(), on_record()
    decided(worker, one, other)
    refused(worker, decide_link, "already", one=other, other=one, verdict=SAME)
    refused(worker, decide_link, "one and the same", one=one, other=one, verdict=SAME)


def test_only_those_who_decide_link_anybody():
    nurse = given.somebody_at("Nursery", "nursery", Role.NURSERY_WORKER)
    one, other = part_known(), on_record()
    for act in (second_link, second_withdrawal):
        refused(nurse, act, "social care", decision=new_id())
    refused(nurse, decide_link, "social care", one=one, other=other, verdict=SAME)
    refused(nurse, withdraw_link, "social care", decision=new_id(), why="…")
    assert not LinkDecision.objects.exists()


def test_a_sealed_identity_is_linked_with_nobody_and_a_seal_parts_what_was_joined(worker):
    one, other, third = part_known(), on_record(), part_known()
    decided(worker, one, other)
    done(worker, seal_identity, other, person=other, reason=SealReason.ADOPTION, why="An adoption order.")
    assert joined([one, other]) == {one: {one}, other: {other}}
    refused(worker, decide_link, "cannot be linked here", one=third, other=other, verdict=SAME)


def test_what_was_shown_is_kept_with_the_decision(worker):
    before = on_record()
    (shown,) = candidates({"child": told("Robin Ashdown")}).found["child"].candidates
    newly = part_known()
    (one,) = links_of([before]) or (link(decided(worker, newly, before, shown=shown)),)
    assert one.grade == shown.grade
    assert "same surname" in one.compared
    assert any(step.startswith("surname same +") for step in one.compared)
    assert LinkDecision.objects.get().by_model == shown.model


def test_a_machine_agrees_to_nothing(worker):
    from kith.policy.permissions import Actor

    one, other = on_record(), on_record()
    decision = decided(worker, one, other)
    refused(Actor(name="Import", is_machine=True), second_link, "second person", decision=decision)
