"""Whether a seed is what it says: some of its children, at random, assessed anew, and no change may be demanded.

For each: the stored duties are compared, through the real `gather`, `assess` and `change`, with what the book says at
the moment the watch was last assessed; the next change must be the one stored; and every entry's digest must fit.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from uuid import UUID

from kith.chronology.entry import Entry
from kith.duties.models import Watch
from kith.duties.queries import open_duties
from kith.journey.picture import gather
from kith.journey.respond import book
from kith.occasions.record import digest_of
from kith.policy.change import change
from kith.policy.picture import ChildPicture
from kith.policy.rulebook import assess

LOOKED_AT = 200


class Fake(Exception):
    """A seed whose duties are not what policy says. What was measured on it would mean nothing."""


def be_honest(children: Sequence[UUID], *, seed: int = 0) -> int:
    """Raise Fake, naming every difference, or say how many children were looked at: 200 at random, or all."""
    chosen = random.Random(seed).sample(list(children), min(LOOKED_AT, len(children)))
    differences = [line for child in chosen for line in _differences(child)]
    if differences:
        raise Fake("\n".join(["The seed is a fake: what is stored is not what policy says.", *differences]))
    return len(chosen)


def _differences(child: UUID) -> Iterator[str]:
    watch = Watch.objects.get(child=child)
    at = watch.assessed_at
    if at is None:
        yield f"  {child}: it was never assessed"
        return
    shelves, facts = gather((child,), until=at)
    says = assess(ChildPicture(id=child, at=at, shelves=shelves), book())
    standing = {key: one.finding for key, one in open_duties((child,))[child].items()}
    if demanded := change(standing, lambda: says, says):
        yield f"  {child}: policy demands {demanded}"
    if says.next_change_at != watch.next_change_at:
        yield f"  {child}: next change stored {watch.next_change_at}, policy says {says.next_change_at}"
    if says.could_not_check:
        yield f"  {child}: could not check {says.could_not_check}"
    for entry in Entry.objects.filter(id__in=list(facts)):
        if digest_of(entry) != entry.digest:
            yield f"  {child}: the digest of entry {entry.id} does not fit"
