"""Who is this? A search for a child and everybody named with them, by those who may search. Searching is an occasion.

The look that is written says who searched, why, what for (as a digest: no name is in it) and who was shown.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from kith.journey.clock import now
from kith.journey.reading import looked
from kith.people.finding.keyed import secret
from kith.people.matching.cleaning.clean import Said
from kith.people.queries import WhoMightTheseBe, candidates
from kith.policy.permissions import DECIDERS, Actor

REFUSED = (
    "Looking for people is for the front door hub, social care and Emergency Duty. Write whom you mean; they will look."
)


def who_might_these_be(
    actor: Actor, asked: Mapping[str, Said], *, why: str, without: Iterable[UUID] = ()
) -> WhoMightTheseBe:
    """Who on record these people may be, each under the word they are asked under ("child", "mother", …).

    `why` is written with the look, and names nobody: "contact 01a2…". `without` are people just entered for it. Raises
    Refused to anybody who may not search, and NotKeyed.
    """
    at = now()
    what = f"who is this: {len(asked)} asked about, search {_digest(asked)}, for {why}"
    looked(actor, at, what, "" if actor.role in DECIDERS else REFUSED)
    answer = candidates(asked, without=without)
    shown = sorted({str(one.person) for found in answer.found.values() for one in found.candidates})
    looked(actor, at, f"who is this: search {_digest(asked)} showed {', '.join(shown) or 'nobody'}")
    return answer


def _digest(asked: Mapping[str, Said]) -> str:
    """The same for the same words, and nobody's name: so that one search made twice is seen to be one."""
    return f"{secret().code(repr(sorted(asked.items(), key=lambda one: one[0]))) % (1 << 64):016x}"
