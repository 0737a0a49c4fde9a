"""Adding people. Never refused: anybody can be known in part, or not at all."""

from dataclasses import asdict

from kith.occasions.record import write
from kith.occasions.ticket import Ticket
from kith.people import models
from kith.policy.facts import Person
from kith.policy.permissions import Doing


def add_person(occasion: Ticket, person: Person) -> models.Person:
    """Add somebody as they are known now."""
    occasion.permit(Doing.RECORD)
    return write(models.Person, **asdict(person), occasion_id=occasion.id)
