"""Who works where, and who may sign in."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from kith.agencies.models import Agency, SignIn
from kith.policy.facts import Agency as AgencyFact
from kith.policy.permissions import Actor
from kith.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSignIn:
    """A sign-in, as a list to choose from shows it."""

    username: str
    actor: Actor


def actor_of(sign_in: UUID) -> Actor | None:
    """Whoever signed in, with role and agency as they are today. One statement."""
    return next((one.actor for one in _known(SignIn.objects.filter(pk=sign_in))), None)


def sign_ins() -> tuple[KnownSignIn, ...]:
    """Everybody who may sign in, in the order they were added. One statement."""
    return _known(SignIn.objects.order_by("made_at", "id"))


def sign_in_named(username: str) -> SignIn | None:
    """The credentials by that name, for whoever logs somebody in."""
    return SignIn.objects.filter(username=username).first()


def agencies(which: Iterable[UUID]) -> dict[UUID, AgencyFact]:
    """Agencies by id. One statement."""
    found = Agency.objects.filter(id__in=set(which))
    return {one.id: AgencyFact(id=one.id, name=one.name, type=one.type) for one in found}


def _known(found: QuerySet[SignIn]) -> tuple[KnownSignIn, ...]:
    rows = found.select_related("professional__agency")
    return tuple(KnownSignIn(username=one.username, actor=_actor(one)) for one in rows)


def _actor(sign_in: SignIn) -> Actor:
    who = sign_in.professional
    return Actor(
        id=who.id,
        name=who.name,
        role=Role(who.role),
        agency=who.agency_id,
        agency_name=who.agency.name,
        agency_type=who.agency.type,
    )
