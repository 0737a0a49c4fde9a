"""The evaluation report of the model that comes with Kith: docs/reference/matching.md, written by `./kith match evaluate`."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from importlib import resources
from itertools import combinations
from pathlib import Path

from bench.matching_febrl import GOALS as GUARDS
from bench.matching_febrl import Best, measure
from bench.matching_pairs import Judged, judge, parity
from bench.matching_recall import GOALS, Kept, Recall, recall
from bench.population.families import Someone, population
from kith.people.matching.cleaning.clean import clean
from kith.people.matching.grades import first_names_are_unlike, weigh
from kith.people.matching.scorer import model, settings
from kith.vocabulary import MatchGrade

LOOKED_FOR = 4_000
PAIRS = 50_000


def report(size: int, febrl: Path | None = None, say: Callable[[str], None] = print) -> str:
    """Evaluate on so many invented people that the model was not learnt from, and tell it in a page."""
    seed = 77
    people = list(population(size, seed=seed))
    say(f"{size:,} invented people: who is found")
    found = recall(Kept(people), random.Random(3).sample(people, min(LOOKED_FOR, len(people))))
    say("twins")
    twins = twins_judged(people)
    say("pairs in batch")
    judged, by_weight, true = judge(size, seed=seed, say=say)
    say("the same weight online and in batch")
    parts = (
        _head(size),
        _found(found),
        _judged(judged, by_weight, true),
        _twins(twins),
        _same(*parity(PAIRS, seed=seed)),
        _febrl(list(measure(febrl)) if febrl else []),
        _levels(),
        _limits(),
    )
    return "\n".join(line for part in parts for line in part)


def twins_judged(people: list[Someone]) -> dict[str, int]:
    """Twins of unlike first names compared as they are held, without numbers: how many pairs, and how graded."""
    from bench.population.errors import as_held

    graded: dict[str, int] = {}
    homes: dict[int, list[Someone]] = {}
    for one in people:
        if one.is_twin:
            homes.setdefault(one.household, []).append(one)
    for twins in homes.values():
        for one, other in combinations(twins, 2):
            pair = [clean(as_held(each).said())[0]._replace(nhs=None, upn=None) for each in (one, other)]
            if one.born != other.born or not first_names_are_unlike(*pair):
                continue
            grade = weigh(model(), *pair).grade
            graded[grade] = graded.get(grade, 0) + 1
    return graded


def _head(size: int) -> Iterator[str]:
    made = json.loads((resources.files("kith.people.matching") / "model" / "made.json").read_text(encoding="utf-8"))
    yield "# Matching: what the model does, measured"
    yield ""
    yield "Written by `./kith match evaluate`; not by hand. How matching works: `docs/decisions/0013-a-match-is-a-question.md`."
    yield ""
    yield (
        f"Everything here is of {size:,} **invented** people (`bench/population`), none of whom the model was learnt from. It "
        "says how the model does on errors we thought of. It says nothing of real records until somebody measures those."
    )
    yield ""
    yield f"- Model {made['version']}, learnt from {made['learnt_from']}; cleaning {made['cleaning']}, keys {made['keys']}."
    yield from (f"- `{file}` is {digest[:16]}…" for file, digest in sorted(made["digests"].items()))
    yield ""


def _found(found: dict[str, Recall]) -> Iterator[str]:
    yield "## Who is found"
    yield ""
    yield "Of people told of in each way, how many are compared at all, and how many are among the ten shown."
    yield ""
    yield "| told of | looked for | compared | goal | among ten |"
    yield "|---|---|---|---|---|"
    for how, one in found.items():
        met = "met" if one.share >= GOALS[how] else "MISSED"
        yield f"| {how} | {one.asked:,} | {one.share:.4f} | {GOALS[how]} {met} | {one.shown / one.asked:.4f} |"
    yield ""
    yield "By name culture. Names are read with English ears (metaphone), so this is watched: none may be two points under."
    yield ""
    yield "| culture | looked for | mixed | two errors | three errors |"
    yield "|---|---|---|---|---|"
    for culture, (_, asked) in sorted(found["mixed"].by_culture.items(), key=lambda one: -one[1][1]):
        shares = (found[how].by_culture[culture] for how in ("mixed", "two errors", "three errors"))
        yield f"| {culture} | {asked} | " + " | ".join(f"{among / of:.3f}" for among, of in shares) + " |"
    far = {how: one.far_under() for how, one in found.items() if one.far_under()}
    yield ""
    yield (
        "None is more than two points under the whole."
        if not far
        else (
            "More than two points under the whole: "
            + "; ".join(f"{how}: {', '.join(sorted(names))}" for how, names in far.items())
            + ". Of three errors few are looked for in a small culture, so that chance alone moves it by some points."
        )
    )
    yield ""


def _judged(judged: list[Judged], by_weight: dict[float, tuple[int, int]], true: int) -> Iterator[str]:
    yield "## Pairs in batch"
    yield ""
    yield f"{true:,} people were told of twice. Of the pairs at a grade or above it:"
    yield ""
    yield "| grade | one person | not | right | of all that are one | who was wrongly so graded |"
    yield "|---|---|---|---|---|---|"
    for one in judged:
        who = ", ".join(f"{name} {many}" for name, many in one.wrong.most_common()) or "nobody"
        grade = one.grade.replace("_", " ")
        yield f"| {grade} | {one.right:,} | {sum(one.wrong.values()):,} | {one.precision:.4f} | {one.recall:.4f} | {who} |"
    yield ""
    yield "By weight alone, without holding twins, generations and unlike numbers apart:"
    yield ""
    yield "| bits | one person | not | right | of all | F1 |"
    yield "|---|---|---|---|---|---|"
    for bits, (good, bad) in by_weight.items():
        precision, share = good / max(1, good + bad), good / max(1, true)
        f1 = 2 * precision * share / max(1e-9, precision + share)
        yield f"| {bits:.0f} | {good:,} | {bad:,} | {precision:.4f} | {share:.4f} | {f1:.3f} |"
    yield ""


def _twins(twins: dict[str, int]) -> Iterator[str]:
    yield "## Twins"
    yield ""
    told = ", ".join(f"{grade.replace('_', ' ')} {many}" for grade, many in sorted(twins.items())) or "none"
    very = twins.get(MatchGrade.VERY_PROBABLE, 0)
    yield f"Twins with unlike first names, compared without numbers: {told}. “Very probable”: {very} (goal: 0)."
    yield ""


def _same(many: int, apart: float) -> Iterator[str]:
    yield "## One weight, online and in batch"
    yield ""
    yield f"{many:,} pairs weighed by Splink on DuckDB and by the scorer: at most {apart:.1e} bits apart (goal: 1e-6)."
    yield ""


def _febrl(sets: list[Best]) -> Iterator[str]:
    yield "## Public test sets"
    yield ""
    if not sets:
        yield "FEBRL was not measured in this run: its files do not come with Kith (`./kith match evaluate --febrl FOLDER`)."
        yield ""
        return
    yield "The design learnt from each FEBRL set itself, without its answers; at the best threshold. A guard, not a goal of practice."
    yield ""
    yield "| set | pairs that are one person | right | of all | F1 | goal |"
    yield "|---|---|---|---|---|---|"
    for one in sets:
        met = "met" if one.f1 >= GUARDS[one.name] else "MISSED"
        yield f"| {one.name} | {one.true:,} | {one.precision:.4f} | {one.recall:.4f} | {one.f1:.4f} | {GUARDS[one.name]} {met} |"
    yield ""


def _levels() -> Iterator[str]:
    from math import log2

    yield "## What each agreement weighs"
    yield ""
    yield "In bits, for a name of usual rarity: a rarer one in common weighs more, a commoner one less."
    yield ""
    yield "| compared | level | bits |"
    yield "|---|---|---|"
    for comparison in settings()["comparisons"]:
        for level in comparison["comparison_levels"]:
            if not level.get("is_null_level"):
                bits = log2(level["m_probability"] / level["u_probability"])
                by_hand = " (by hand)" if level.get("fix_u_probability") else ""
                yield f"| {comparison['output_column_name']} | {level['label_for_charts']}{by_hand} | {bits:+.1f} |"
    yield ""


def _limits() -> Iterator[str]:
    yield "## What this does not say"
    yield ""
    yield "- The errors are ours. Real ones come together: a family in flight changes name, address and school at once."
    yield "- Name lists are short, so that people are more alike here than in any town; real rare names are rarer."
    yield "- Spark is not run. The weights above are those of DuckDB; Spark’s own Jaro-Winkler counts otherwise."
    yield ""
