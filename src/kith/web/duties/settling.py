"""What would settle a duty, said truly: reading for what waits to be read, thinking for what waits to be thought about."""

from collections.abc import Collection
from uuid import UUID

from kith.policy.facts import Fact
from kith.policy.facts.chronology import Injury
from kith.policy.findings import Finding
from kith.vocabulary import FindingKind

_READ = "Reading all that it names, and writing down what that changes, by somebody who decides. To think about it is not to have read it."
_READ_OR_LOOK_AGAIN = (
    "Reading all that it names, or looking again at the decision with it in sight, by somebody who decides."
)
_ANSWER_EACH = (
    "An answer to each of the entries above, by somebody who decides: for a mark, that nobody could have caused it, and "
    "why; for a worry, what response it gets. Or saying what is meant to happen and why, when everybody round the child "
    "was told and had time to object."
)
_HEAR = "A further discussion that names everybody who was heard."
_DO_IT = "Doing what it asks, and writing it down."


def what_would_settle(finding: Finding, met_by: Collection[str], facts: dict[UUID, Fact]) -> str:
    """What ends a duty, and what it takes to decide that it need not be done. `met_by` is its rule's."""
    return f"{_settled_by(finding, met_by, facts)} {_or_not(finding)}"


def rests_on_a_mark(finding: Finding, facts: dict[UUID, Fact]) -> bool:
    """Whether a mark is among the entries it rests on, of those the reader may see."""
    return any(isinstance(facts.get(entry), Injury) for entry in finding.evidence)


def _settled_by(finding: Finding, met_by: Collection[str], facts: dict[UUID, Fact]) -> str:
    if "history_check" in met_by:
        return _READ_OR_LOOK_AGAIN if "decision" in met_by else _READ
    if finding.kind == FindingKind.HOLD:
        return _ANSWER_EACH if "consideration" in met_by else _HEAR
    if finding.kind == FindingKind.OBLIGATION:
        return _DO_IT
    caused = " and says whether somebody could have caused it"
    said = caused if finding.is_serious and rests_on_a_mark(finding, facts) else ""
    return f"{_DO_IT} What somebody who decides thinks is enough when it names every entry above{said}."


def _or_not(finding: Finding) -> str:
    if finding.is_serious or finding.kind == FindingKind.HOLD:
        return "Or two people who decide, who each name every entry above and say why it need not be done."
    return "Or somebody who decides, who names every entry above and says why it need not be done."
