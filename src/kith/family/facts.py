"""Which tables make which facts. Runs nothing: journey makes one statement of all rooms' declarations."""

from kith.chronology.entry import EntryRow
from kith.family import kinds

MAKES: tuple[type[EntryRow], ...] = (
    kinds.AdultCheck,
    kinds.AdultPlan,
    kinds.AdultSpokenTo,
    kinds.Allocation,
    kinds.HouseholdMembership,
    kinds.Involvement,
    kinds.KeyAdult,
    kinds.MayBeTold,
    kinds.Move,
    kinds.Naming,
    kinds.NotToBeTold,
    kinds.Relationship,
    kinds.SafeContact,
)
