"""Who might this be? A child and every adult and sibling named with them, looked for at once: ten of each, graded, with reasons.

It joins nobody and writes nothing. Sealed identities are not found, and nothing here tells that they are there. Whoever
calls it asks for permission first and writes the look: `kith.journey.who_is_this` does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Any
from uuid import UUID

from django.db import connection

from kith.people.finding.keyed import secret
from kith.people.finding.known import Known, add_claim, add_person
from kith.people.matching.cleaning.clean import Claimed, Said, clean
from kith.people.matching.confusable import Confusable, confusable
from kith.people.matching.grades import INITIAL, Weighed, graded
from kith.people.matching.keys import Key, keys_asked, keys_of, to_add
from kith.people.matching.scorer import Model, Step, model
from kith.people.matching.words import reasons
from kith.vocabulary import MatchGrade

#: So many are shown of each, whatever their weight: a child must not be missed for being eleventh in nothing (ours).
SHOWN = 10
#: Of so many of each it is said who may be confused with whom (ours).
LIKELIEST = 3
LOOKED_IN = "Kith’s own record: everybody entered here, by every name, birth date, address and number said of them"
NOT_ASKED = "other councils, health, police and the social care system before Kith were not asked by this search"


class NotKeyed(RuntimeError):
    """The keys are not written, or not all, under the present secret and version. Finding nobody would mean nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody on record who may be the person asked about. `weight` in bits is for the order and the audit, never for screens.

    `may_be` says what else they may be: a twin, a parent of the same name. `agrees`, `differs` and `not_compared` are
    the reasons, in words. `names` are those on record, the first as first entered. `model` and `compared` are for the audit.
    """

    person: UUID
    grade: MatchGrade
    weight: float
    names: tuple[str, ...]
    agrees: tuple[str, ...]
    differs: tuple[str, ...]
    not_compared: tuple[str, ...]
    may_be: str = ""
    model: str = ""
    compared: tuple[Step, ...] = ()

    @property
    def reasons(self) -> str:
        """All reasons in one line, what agrees first."""
        return "; ".join((*self.agrees, *self.differs, *self.not_compared))

    @property
    def steps(self) -> tuple[str, ...]:
        """The comparison step by step, for whoever looks into a decision later."""
        return tuple(f"{step.comparison} {step.label} {step.bits:+.2f} bits" for step in self.compared)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Whom one person asked about may be: at most ten, the likeliest first. None likely is an answer too.

    `too_common` says which fields would narrow what too many people share: of those nobody is shown by it, so that
    "nobody found" is never said while it is not empty.
    """

    candidates: tuple[Candidate, ...]
    too_common: tuple[str, ...]
    compared: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoMightTheseBe:
    """The answer for a whole household, by the name each was asked under, and who may be confused with whom.

    In `confusable` somebody asked about stands by the name they were asked under, somebody on record by their id.
    """

    found: Mapping[str, Found]
    confusable: tuple[Confusable, ...]
    looked_in: str
    not_asked: str
    model: tuple[tuple[str, str], ...]


def candidates(asked: Mapping[str, Said], *, without: Iterable[UUID] = ()) -> WhoMightTheseBe:
    """Look for a child and everybody named with them, at once: one statement, however many they are.

    `asked` gives each a name to be told apart by ("child", "mother", …). `without` are people never to be shown: those
    just entered for this very contact. Raises NotKeyed when the keys are not whole.
    """
    identities = {who: clean(said) for who, said in asked.items()}
    order = tuple(identities)
    keys = {
        (secret().code(made), number): (key, most)
        for number, who in enumerate(order)
        for one in identities[who]
        for key, made, most in keys_asked(one)
    }
    known, whose, common = _looked_up(keys, frozenset(without))
    weighing = model()
    found: dict[str, Found] = {}
    for number, who in enumerate(order):
        near = [known[person] for person in known if number in whose[person]]
        too_common = sorted({to_add(keys[key][0], identities[who]) for key in common if key[1] == number})
        found[who] = _found(weighing, identities[who], near, tuple(too_common))
    return WhoMightTheseBe(
        found=found,
        confusable=_confusable(weighing, identities, found, known),
        looked_in=LOOKED_IN,
        not_asked=NOT_ASKED,
        model=weighing.digests,
    )


def _looked_up(
    keys: Mapping[tuple[int, int], tuple[Key, int]], without: frozenset[UUID]
) -> tuple[dict[UUID, Known], dict[UUID, frozenset[int]], list[tuple[int, int]]]:
    """Everybody who shares a key with somebody asked about, for whom each was found, and the keys too many share."""
    known: dict[UUID, Known] = {}
    whose: dict[UUID, frozenset[int]] = {}
    common: list[tuple[int, int]] = []
    for person, asked, shared, claim, *rest in _rows(keys):
        if shared is not None:
            common.append((shared, asked[0]))
        elif person is None:
            raise NotKeyed("People cannot be looked for until their keys are written. Type: ./kith match index")
        elif claim is None:
            whose[person] = frozenset(asked)
            add_person(known.setdefault(person, Known(person)), rest[0], rest[1], (rest[2], rest[3]), rest[4])
        else:
            add_claim(known.setdefault(person, Known(person)), (*rest[:4], *rest[5:]))
    for person in without & known.keys():
        del known[person]
    return known, whose, common


def _rows(keys: Mapping[tuple[int, int], tuple[Key, int]]) -> Sequence[Sequence[Any]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM kith_candidates(%s, %s::bigint[], %s::smallint[], %s::smallint[])",
            [
                secret().fingerprint,
                _array(code for code, _ in keys),
                _array(number for _, number in keys),
                _array(most for _, most in keys.values()),
            ],
        )
        rows: Sequence[Sequence[Any]] = cursor.fetchall()
        return rows


def _array(numbers: Iterable[int]) -> str:
    """As PostgreSQL writes an array: made by the driver, number by number, this took a tenth of a search."""
    return "{" + ",".join(map(str, numbers)) + "}"


def _found(weighing: Model, identities: Sequence[Claimed], near: Sequence[Known], too_common: tuple[str, ...]) -> Found:
    weighed = []
    for known in near:
        theirs = known.identities()
        if known.has_lost_a_claim and not _share_a_key(identities, theirs):
            continue
        ways = ((weighing.compare(mine, other), mine, other) for mine in identities for other in theirs)
        (weight, steps), mine, other = max(ways, key=_weight)
        weighed.append((graded(weight, steps, mine, other), known, mine, other))
    best = nlargest(SHOWN, weighed, key=lambda one: _order(one[0], one[1]))
    shown = [_candidate(weighing, known, one, mine, other) for one, known, mine, other in best]
    return Found(candidates=tuple(shown), too_common=too_common, compared=len(weighed))


def _order(weighed: Weighed, known: Known) -> tuple[bool, float, int]:
    """By weight, those who are not likely after all others: somebody known in part weighs little, and may be the one."""
    counted = weighed.weight + INITIAL[weighed.labels["initial"]]
    return weighed.grade != MatchGrade.UNLIKELY, counted, known.person.int


def _weight(way: tuple[tuple[float, list[tuple[str, str, float]]], Claimed, Claimed]) -> float:
    return way[0][0]


def _share_a_key(identities: Sequence[Claimed], theirs: Sequence[Claimed]) -> bool:
    """Whether somebody is found by what still stands: the keys of what was withdrawn are in the table yet."""
    asked = {made for one in identities for _, made, _ in keys_asked(one)}
    return any(made in asked for one in theirs for _, made in keys_of(one))


def _candidate(weighing: Model, known: Known, weighed: Weighed, mine: Claimed, other: Claimed) -> Candidate:
    agrees, differs, nothing = reasons(weighed, mine, other, known.lived, is_protected=known.has_protected_address)
    return Candidate(
        person=known.person,
        grade=weighed.grade,
        weight=weighed.weight,
        names=tuple(known.names),
        agrees=agrees,
        differs=differs,
        not_compared=nothing,
        may_be=weighed.may_be,
        model=weighing.digest,
        compared=weighed.steps,
    )


def _confusable(
    weighing: Model, asked: Mapping[str, Sequence[Claimed]], found: Mapping[str, Found], known: Mapping[UUID, Known]
) -> tuple[Confusable, ...]:
    """Among those asked about, and among the likeliest few for each."""
    likely = {
        one.person: known[one.person].identities()
        for each in found.values()
        for one in each.candidates[:LIKELIEST]
        if one.grade != MatchGrade.UNLIKELY
    }
    people: dict[Any, Sequence[Claimed]] = {**asked}
    return (*confusable(weighing, people), *confusable(weighing, likely))
