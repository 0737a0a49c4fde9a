"""Places where people live, in the words of whoever told of them."""

from collections.abc import Iterable
from uuid import UUID

from kith.family.models import Household


def places(which: Iterable[UUID]) -> dict[UUID, str]:
    """Households by id, as somebody said them. One statement, none when none is asked for."""
    wanted = set(which)
    return dict(Household.objects.filter(id__in=wanted).values_list("id", "said")) if wanted else {}
