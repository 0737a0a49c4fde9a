"""Who tells us without an account, and from where: the agency that their address shows, or one that stands for people.

A worry is never refused for want of an agency. Families and the public each have one, made when first needed; whoever
works with children at an address nobody entered tells it from a place that the hub still confirms.
"""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import IntegrityError

from kith.agencies import codes
from kith.agencies.acts import add_agency
from kith.agencies.queries import agencies, agency_of_people
from kith.journey.occasion import open_occasion
from kith.policy.facts import Agency
from kith.policy.permissions import Actor
from kith.vocabulary import AgencyType, Role

NOT_CONFIRMED = "Not confirmed where they work"
_NAMES = {AgencyType.FAMILY: "Family", AgencyType.PUBLIC: "The public", AgencyType.UNKNOWN: NOT_CONFIRMED}
_OF_PEOPLE = uuid5(NAMESPACE_URL, "urn:kith:agencies-of-people")


def somebody(role: Role, name: str) -> Actor:
    """Somebody who is family, a neighbour or a member of the public, by the name they gave, if any."""
    type = AgencyType.FAMILY if role == Role.FAMILY_MEMBER else AgencyType.PUBLIC
    return _acting(role, name, _agency_of(type))


def somebody_at_work(role: Role, name: str, *, code: UUID | None, agency: UUID | None) -> Actor:
    """Somebody who works with children. Their agency is the chosen one of those their address shows, else not confirmed.

    `code` is the one-time code they showed to have had, which then stands as who they are.
    """
    shown = {one.id: one for one in works_at(code)}
    place = shown.get(agency) if agency else None
    return _acting(role, name, place or _agency_of(AgencyType.UNKNOWN), code)


def works_at(code: UUID | None) -> tuple[Agency, ...]:
    """Where somebody may work by the address that they showed to be theirs."""
    address = codes.address_shown(code) if code else ""
    return codes.agencies_of(address) if address else ()


def _acting(role: Role, name: str, place: Agency, id: UUID | None = None) -> Actor:
    return Actor(id=id, name=name.strip(), role=role, agency=place.id, agency_name=place.name, agency_type=place.type)


def _agency_of(type: AgencyType) -> Agency:
    """The agency that stands for these people; the one that was entered first where there are several."""
    id = uuid5(_OF_PEOPLE, type.value)
    if found := agency_of_people(type, id):
        return found
    try:
        with open_occasion(Actor(name="Kith, for people who belong to no agency", is_machine=True)) as occasion:
            add_agency(occasion, id=id, name=_NAMES[type], type=type)
    except IntegrityError:  # somebody else made it just now
        pass
    return agencies((id,))[id]
