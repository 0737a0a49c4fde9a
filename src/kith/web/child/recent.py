"""The latest entries of a child as the overview lists them: telling and hearing back does not drown what happened."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from kith.journey.reading import Record
from kith.policy.facts import Fact
from kith.policy.facts.informed import Answer, Told
from kith.vocabulary import AnswerKind
from kith.web.child.entries import shown_entries
from kith.web.shown import ENTRIES_SHOWN, ShownEntry, ShownFold

FOLDED_FROM = 2


def shown_folded(record: Record, every: Sequence[Fact], url: str) -> tuple[ShownEntry | ShownFold, ...]:
    """The latest entries of all, newest first; notices told and answered that follow each other are one line.

    `url` is where every one of them is.
    """
    rows = list(_rows(every))
    of = [row for row in rows if isinstance(row, Fact)]
    shown = iter(shown_entries(record, every, of=of))
    return tuple(next(shown) if isinstance(row, Fact) else ShownFold(_words(row), url) for row in rows)


def _rows(every: Sequence[Fact]) -> Iterator[Fact | tuple[Fact, ...]]:
    """As many entries as are shown, and the runs that are folded between them."""
    room = ENTRIES_SHOWN
    for is_routine, run in groupby(every, _is_routine):
        facts = tuple(run)
        if is_routine and len(facts) >= FOLDED_FROM:
            yield facts
            continue
        yield from facts[:room]
        room -= len(facts[:room])
        if not room:
            return


def _is_routine(fact: Fact) -> bool:
    """Somebody was told, or a notice was opened or acknowledged without a word: who disagrees or says more is read."""
    if isinstance(fact, Answer):
        return fact.answer != AnswerKind.DISAGREES and not fact.said.strip()
    return isinstance(fact, Told)


def _words(run: tuple[Fact, ...]) -> str:
    told = sum(isinstance(one, Told) for one in run)
    answered = len(run) - told
    if told == answered:
        return f"and {_notices(told)} told and answered"
    parts = ([f"{_notices(told)} told"] if told else []) + ([f"{_notices(answered)} answered"] if answered else [])
    return f"and {', '.join(parts)}"


def _notices(number: int) -> str:
    return "1 notice" if number == 1 else f"{number} notices"
