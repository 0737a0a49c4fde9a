"""Who is who."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any
from uuid import UUID

from kith.people import models
from kith.policy.facts import Person
from kith.vocabulary import Identity, LifeStage, Sex

_NAMES = tuple(one.name for one in fields(Person))


def same_as(people: Iterable[UUID]) -> frozenset[UUID]:
    """These people and every identity known to be theirs.

    Each is a set of one until identities can be joined at the front door; whoever gathers, locks or shows
    duties asks here already, so that joining changes one place.
    """
    return frozenset(people)


def people_as_entered(who: Iterable[UUID] | None = None) -> dict[UUID, Person]:
    """These people (None: everybody) as first entered. What was said of a name later is not in it. One statement."""
    found = models.Person.objects.all() if who is None else models.Person.objects.filter(id__in=set(who))
    return {row["id"]: _person(row) for row in found.values(*_NAMES)}


def _person(row: dict[str, Any]) -> Person:
    words = {"identity": Identity(row["identity"]), "sex": Sex(row["sex"]), "stage_said": LifeStage(row["stage_said"])}
    return Person(**{**row, **words})
