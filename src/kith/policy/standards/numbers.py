"""The numbers in effect: the standards as of a day, with a partnership's own where the law leaves room."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import MappingProxyType

from kith.policy.standards.chapters import ALL
from kith.policy.standards.standard import Standard
from kith.vocabulary import Standing

_BY_NAME = {standard.name: standard for standard in ALL}


@dataclass(frozen=True)
class Numbers:
    """Effective amounts: `numbers[standard]`. As of None means the newest; local is amounts by name.

    A partnership's number stands whenever its standard is in force. The repr names every amount in effect and
    how it is counted, so that a rulebook's hash made from it changes when any number does. Raises ValueError,
    in a sentence that can be shown, for a name nobody knows, a number below 1, and one set by law or statutory
    guidance.
    """

    as_of: date | None = None
    local: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, amount in self.local.items():
            _refuse_unless_local(name, amount)
        # A copy that nobody can write to, in one order: equal numbers are then equal however they were given.
        object.__setattr__(self, "local", MappingProxyType(dict(sorted(self.local.items()))))

    def __hash__(self) -> int:
        return hash((self.as_of, tuple(self.local.items())))

    def __repr__(self) -> str:
        told = ", ".join(f"{one.name}={self[one]} {one.unit} {one.counting} {one.never_under_hours}" for one in self)
        return f"Numbers(as_of={self.as_of}, {told})"

    def __reduce__(self) -> tuple[type["Numbers"], tuple[date | None, dict[str, int]]]:
        return Numbers, (self.as_of, dict(self.local))

    def __getitem__(self, standard: Standard) -> int:
        """Give the amount in effect. Raises ValueError when the standard is not in force as of the day."""
        set_by_law = standard.newest_amount() if self.as_of is None else standard.amount_on(self.as_of)
        return self.local.get(standard.name, set_by_law)

    # Without this, Python would take the method above for a sequence's and count through it from 0.
    def __iter__(self) -> Iterator[Standard]:
        """Go through the standards in force, in the order of the policy book."""
        return (standard for standard in ALL if standard in self)

    def __contains__(self, standard: Standard) -> bool:
        """Say whether practice asks for this at all, as of the day."""
        try:
            self[standard]
        except ValueError:
            return False
        return True

    def span(self, standard: Standard) -> timedelta:
        """Give the length of a window. Raises ValueError where the standard's unit has no fixed length."""
        return standard.span(amount=self[standard])

    def due(self, standard: Standard, start: datetime) -> datetime:
        """Give the moment, in London, at which a standard that starts counting at a moment falls due."""
        return standard.due(start, amount=self[standard])


def _refuse_unless_local(name: str, amount: int) -> None:
    standard = _BY_NAME.get(name)
    if standard is None:
        raise ValueError(f"“{name}” is not the name of any standard.")
    if standard.standing is Standing.STATUTORY:
        raise ValueError(
            f"“{standard.what}” is set by law or statutory guidance ({standard.source}): "
            f"a partnership cannot change {name}."
        )
    if type(amount) is not int or amount < 1:
        raise ValueError(f"“{name}” needs a whole number of at least 1, not {amount!r}.")
