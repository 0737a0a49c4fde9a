"""The kinds of fact a rule may read. The chronology file's schema, its reader and the tables all follow these classes."""

from kith.policy.facts import casework, chronology, family, front_door, informed, learned
from kith.policy.facts.base import (
    AboutId,
    Agency,
    AgencyId,
    EntryId,
    Fact,
    Happened,
    HouseholdId,
    Person,
    PersonId,
)


def _kinds(*modules: object) -> dict[str, type[Fact]]:
    found: dict[str, type[Fact]] = {}
    for module in modules:
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Fact) and value.kind:
                found[value.kind] = value
    return dict(sorted(found.items()))


#: Every kind of entry the chronology file can tell, by the word the file uses.
KINDS: dict[str, type[Fact]] = _kinds(chronology, family, casework, front_door, informed, learned)

__all__ = [
    "KINDS",
    "AboutId",
    "Agency",
    "AgencyId",
    "EntryId",
    "Fact",
    "Happened",
    "HouseholdId",
    "Person",
    "PersonId",
    "casework",
    "chronology",
    "family",
    "front_door",
    "informed",
    "learned",
]
