"""Places where people live, in the words of whoever told of them."""

from collections.abc import Iterable
from uuid import UUID

from kith.chronology.queries import standing
from kith.family.models import Household, HouseholdMembership
from kith.vocabulary import Living


def places(which: Iterable[UUID]) -> dict[UUID, str]:
    """Households by id, as somebody said them. One statement, none when none is asked for."""
    wanted = set(which)
    return dict(Household.objects.filter(id__in=wanted).values_list("id", "said")) if wanted else {}


def homes_of(people: Iterable[UUID]) -> dict[UUID, UUID]:
    """The household each of these people lives in, as last said. One statement, none for nobody."""
    wanted = set(people)
    if not wanted:
        return {}
    about = standing().filter(person__in=wanted, entry__kind=HouseholdMembership.fact.kind)
    rows = HouseholdMembership.objects.filter(
        living__in=(Living.LIVES_THERE, Living.PART_TIME), entry__about__in=about
    ).order_by("entry__happened_end", "entry__at", "entry_id")
    return {who: home for who, home in rows.values_list("entry__about__person", "household") if who in wanted}
