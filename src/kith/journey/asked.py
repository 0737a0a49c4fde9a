"""What an agency is asked about a child, opened by anybody of that agency: the question and whom it is about, no record."""

from dataclasses import dataclass
from datetime import datetime

from kith.duties.desk import is_asked_of, standing_for
from kith.duties.told import ToldDuty
from kith.journey.clock import now
from kith.journey.names import Names, names_of
from kith.journey.picture import gather_entries
from kith.journey.reading import looked
from kith.policy.facts import Fact, Person
from kith.policy.permissions import Actor, Doing, refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`asked` is the entry that asks; `standing` is False once it was answered, or nobody waits for the answer."""

    now: datetime
    duty: ToldDuty
    child: Person
    asked: Fact
    names: Names
    standing: bool


def open_question(actor: Actor, one: ToldDuty) -> Question:
    """What somebody's agency was asked. Being asked opens this and nothing more. Raises Refused to everybody else."""
    at, child = now(), one.finding.subject.id
    refused = None if is_asked_of(one.finding, actor) else refusal(actor, Doing.READ, is_involved=False)
    looked(actor, at, f"what was asked about child {child}", refused.sentence if refused else "")
    asked = gather_entries((one.finding.about,))[one.finding.about]
    names = names_of((asked,), owed=(one,), people={child})
    return Question(
        now=at,
        duty=one,
        child=names.people[child],
        asked=asked,
        names=names,
        standing=any(other.id == one.id for other in standing_for((child,))),
    )
