"""What Kith asks to be looked at is looked at: answers added to an ordinary life, as whoever decides would give them.

Without answers, an alert would stand for ever and every further mark only change it: the life would sound quieter than
it is. So a life is replayed, each alert that opens is answered some time after (a serious one within a night and a
morning, another within nine working days), by the social worker while the child is open to social care and by the hub
otherwise, on all the evidence it has by then; and it is replayed again, until no answer is new. So is whatever must be
done by answering in words, before it is due. All else that must be done is the life's own to do, or not.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from bench.ordinary_life import DECIDER, WORKER, Life, Line, written
from kith.policy import calendar
from kith.policy.calendar import LONDON
from kith.policy.findings import Finding, Key
from kith.policy.rulebook import rulebook
from kith.replay.chronology_file import namespace_of, read
from kith.replay.replay import Replay, Told
from kith.vocabulary import FindingKind

ROUNDS = 6
#: What somebody who looked thinks of ordinary marks (ours): now and then nobody can tell.
THINKS = {"could_not": 93, "cannot_tell": 7}


def told_with_answers(life: Life) -> tuple[Replay, list[Told]]:
    """The life replayed with its answers in it: the replay, run to the life's end, and its moments."""
    answers: dict[str, Line] = {}
    for _ in range(ROUNDS):
        replay = Replay(read(life.text(tuple(answers.values()))))
        moments = list(replay.moments(life.until))
        new = {line["id"]: line for line in _answers(life, moments, tuple(answers)) if line["id"] not in answers}
        if not new:
            break
        answers |= new
    return replay, moments


def _answers(life: Life, moments: Iterable[Told], given: tuple[str, ...]) -> Iterator[Line]:
    """One for each alert that stood open until its answer was due to come."""
    name_of = _names(life, given)
    by_words = {rule.name for rule in rulebook().rules if "consideration" in rule.met_by}
    waiting: dict[Key, tuple[datetime, Finding]] = {}
    for told in moments:
        for key in [key for key, (answered_at, _) in waiting.items() if answered_at < told.at]:
            yield _answer(life, *waiting.pop(key), name_of)
        for changes in told.changes:
            for key in (*changes.met, *changes.waived, *changes.lapsed):
                waiting.pop(key, None)
            for finding in (*changes.opened, *changes.changed):
                if finding.kind == FindingKind.ALERT or finding.rule in by_words:
                    at, before = waiting.get(finding.key, (None, None))
                    same = before is not None and before.is_serious == finding.is_serious
                    waiting[finding.key] = (at if same and at else _answered_at(finding, told.at), finding)
    for answered_at, finding in waiting.values():
        yield _answer(life, answered_at, finding, name_of)


def _answered_at(finding: Finding, opened_at: datetime) -> datetime:
    chance = random.Random(f"{finding.key}{opened_at}")
    here = opened_at.astimezone(LONDON)
    if finding.is_serious:
        return opened_at + timedelta(hours=chance.uniform(1.5, 18))
    if finding.kind != FindingKind.ALERT and finding.due_at:
        left = calendar.elapsed_between(opened_at, finding.due_at)
        return opened_at + max(left, timedelta(hours=1)) * chance.uniform(0.2, 0.9)
    day = calendar.add_working_days(here.date(), chance.randint(1, 9))
    return datetime.combine(day, here.time(), LONDON).replace(hour=15)


def _answer(life: Life, at: datetime, finding: Finding, name_of: dict[UUID, str]) -> Line:
    chance = random.Random(f"{finding.key}{at}")
    found = life.episode(at)
    by = WORKER if found and found.service != "early_help" else DECIDER
    return {
        "id": f"answer-{finding.rule}-{name_of[finding.about]}-{written(at)}",
        "kind": "consideration",
        "about": [name_of[finding.subject.id]],
        "happened": written(at),
        "at": written(at),
        "by": by,
        "rule": finding.rule,
        "on": name_of[finding.about],
        "evidence": [name_of[one] for one in finding.evidence],
        "could_be_caused": chance.choices(tuple(THINKS), tuple(THINKS.values()))[0],
        "said": "Read with the accounts, rung the nursery and the health visitor: ordinary knocks, each as it was told.",
    }


def _names(life: Life, given: tuple[str, ...] = ()) -> dict[UUID, str]:
    """What the file calls each id, and each answer given so far."""
    namespace = namespace_of(life.source)
    lines = (*life.lines, *life.people())
    return {uuid5(namespace, id): id for id in (*(line["id"] for line in lines), *given)}
