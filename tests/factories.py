"""Children, workers and histories made through the acts, so that no impossible state exists."""

from datetime import datetime, timedelta
from uuid import UUID

from kith.agencies.acts import add_agency
from kith.chronology.acts import record_injury
from kith.chronology.enter import NewEntry
from kith.family.acts import add_household, begin_involvement, record_household_membership
from kith.intake.acts import decide_threshold, receive_contact, record_history_check
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.occasions.record import new_id
from kith.people.acts import add_person
from kith.policy.facts import Happened, Person
from kith.policy.permissions import Actor
from kith.vocabulary import InjuryType, LifeStage, Region, Role, Service, ThresholdOutcome


def somebody_at(name: str = "North team", type: str = "social_care", role: Role = Role.SOCIAL_CARE_MANAGER) -> Actor:
    """A worker at an agency of their own."""
    id = new_id()
    with open_occasion(Actor(name="Setting up", is_machine=True)) as occasion:
        add_agency(occasion, id=id, name=name, type=type)
    return Actor(id=new_id(), name="Amara Okafor", role=role, agency=id, agency_name=name, agency_type=type)


def a_child(actor: Actor, name: str = "Robin") -> UUID:
    """A child with nothing on record yet."""
    with open_occasion(actor) as occasion:
        return add_person(occasion, Person(id=new_id(), name=name, stage_said=LifeStage.CHILD)).id


def in_one_household(actor: Actor, *people: UUID) -> UUID:
    """A household that these people live in."""
    with open_occasion(actor, about=people) as occasion:
        home = add_household(occasion, said="home").id
        for person in people:
            record_household_membership(occasion, about(person), household=home)
    return home


def open_to_social_care(actor: Actor, child: UUID) -> UUID:
    """Social care's episode, by the id of its entry."""
    with open_occasion(actor, about=(child,)) as occasion:
        entry = begin_involvement(occasion, about(child), with_agency=actor.agency, service=Service.CHILD_IN_NEED)
        return entry.id


def a_mark(actor: Actor, *children: UUID) -> UUID:
    """A mark nobody has explained, seen just now, by the id of its entry."""
    with open_occasion(actor, about=children) as occasion:
        return record_injury(occasion, about(*children), type=InjuryType.BRUISE, region=Region.UPPER_ARM).id


def told_of_a_worry(actor: Actor, child: UUID) -> UUID:
    """A contact nobody has decided on yet, by the id of its entry."""
    with open_occasion(actor, about=(child,)) as occasion:
        return receive_contact(occasion, about(child, said="He was hungry again.")).id


def looked_for_history(actor: Actor, child: UUID) -> UUID:
    """Somebody who decides looked for a child's history, and found none."""
    with open_occasion(actor, about=(child,)) as occasion:
        return record_history_check(occasion, about(child, said="Nothing earlier anywhere.")).id


def decided_on(actor: Actor, child: UUID, contact: UUID, outcome: ThresholdOutcome) -> UUID:
    """What response a contact gets, by the id of its entry."""
    with open_occasion(actor, about=(child,)) as occasion:
        return decide_threshold(occasion, about(child, said="Because."), contact=contact, outcome=outcome).id


def about(*people: UUID, happened: datetime | None = None, said: str = "") -> NewEntry:
    """What an act is told, happening a minute ago unless said."""
    moment = happened or now() - timedelta(minutes=1)
    return NewEntry(about=people, happened=Happened(start=moment, end=moment), said=said)
