"""The scorer: how much a pair's likeness weighs, in bits, by one model in Splink's own format. Equal to Splink's to 1e-6.

A model is a folder: `model.json` (Splink's settings), `terms.tsv` (how common each name was when it was learnt, frozen)
and `made.json` (with which cleaning and keys, from what, and the digests of the other two).
"""

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from math import log2
from typing import Any

from kith.people.matching.cleaning.clean import CLEANING, Claimed
from kith.people.matching.keys import VERSION
from kith.people.matching.levels import VOCABULARY, Predicate

FILES = ("model.json", "terms.tsv")
_FOLDER = resources.files("kith.people.matching") / "model"


class UnfitModel(ValueError):
    """A model that cannot be used here, and why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a comparison. `bits` is 0 where nothing can be compared; `terms` is the column whose rarity counts."""

    label: str
    holds: Predicate
    bits: float
    terms: str = ""
    usual: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """What one comparison came to: its name, the level's label, and its bits, rarity included."""

    comparison: str
    label: str
    bits: float


@dataclass(frozen=True, slots=True)
class Model:
    """A model read. `digests` says which file of each kind it is, and the cleaning and keys it belongs to."""

    version: str
    prior: float
    comparisons: tuple[tuple[str, tuple[Level, ...]], ...]
    terms: dict[str, dict[str, float]]
    digests: tuple[tuple[str, str], ...]

    def weight(self, left: Claimed, right: Claimed) -> float:
        """How much more likely one person than two, in bits. About 20 is a million to one on top of the odds before."""
        bits = self.prior
        for _, levels in self.comparisons:
            for level in levels:
                if level.holds(left, right):
                    bits += level.bits
                    if level.terms:
                        bits += self._rarity(level, left, right)
                    break
        return bits

    def steps(self, left: Claimed, right: Claimed) -> tuple[Step, ...]:
        """The same weight, comparison by comparison: with `prior` they add up to it."""
        taken = []
        for name, levels in self.comparisons:
            level = next(one for one in levels if one.holds(left, right))
            rarity = self._rarity(level, left, right) if level.terms else 0.0
            taken.append(Step(name, level.label, level.bits + rarity))
        return tuple(taken)

    def _rarity(self, level: Level, left: Claimed, right: Claimed) -> float:
        """A rare name in common says more than a common one. A name never met when the model was learnt says no more."""
        shares = self.terms[level.terms]
        mine, theirs = shares.get(getattr(left, level.terms)), shares.get(getattr(right, level.terms))
        met = [share for share in (mine, theirs) if share is not None]
        return log2(level.usual) - log2(max(met)) if met else 0.0


@cache
def model() -> Model:
    """The model that comes with Kith."""
    return read_model(_FOLDER)


def settings() -> dict[str, Any]:
    """The same model as Splink takes it."""
    told: dict[str, Any] = json.loads((_FOLDER / "model.json").read_text(encoding="utf-8"))
    return told


def read_model(folder: Traversable) -> Model:
    """A model from its folder. Raises UnfitModel when a file was altered, or it was made for another cleaning."""
    made = json.loads((folder / "made.json").read_text(encoding="utf-8"))
    if (made["cleaning"], made["keys"]) != (CLEANING, VERSION):
        raise UnfitModel(f"This model is for cleaning {made['cleaning']} and keys {made['keys']}. Train one anew.")
    digests = {file: digest_of((folder / file).read_bytes()) for file in FILES}
    if altered := [file for file in FILES if made["digests"][file] != digests[file]]:
        raise UnfitModel(f"{altered[0]} is not the file this model was made with. Take the model whole, or train one.")
    settings = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    prior = settings["probability_two_random_records_match"]
    return Model(
        version=made["version"],
        prior=log2(prior / (1 - prior)),
        comparisons=tuple((one["output_column_name"], _levels(one)) for one in settings["comparisons"]),
        terms=_terms((folder / "terms.tsv").read_text(encoding="utf-8")),
        digests=(*sorted(digests.items()), ("cleaning", CLEANING), ("keys", VERSION)),
    )


def digest_of(content: bytes) -> str:
    return sha256(content).hexdigest()


def _levels(comparison: dict[str, object]) -> tuple[Level, ...]:
    levels = comparison["comparison_levels"]
    assert isinstance(levels, list)
    usual = {one["tf_adjustment_column"]: one["u_probability"] for one in levels if one.get("tf_adjustment_column")}
    return tuple(_level(one, usual) for one in levels)


def _level(told: dict[str, str | float], usual: dict[str, float]) -> Level:
    holds = VOCABULARY.get(str(told["sql_condition"]))
    if holds is None:
        raise UnfitModel(f"This model compares by “{told['sql_condition']}”, which Kith does not know how to read.")
    if told.get("is_null_level"):
        return Level(str(told["label_for_charts"]), holds, 0.0)
    bits = log2(float(told["m_probability"])) - log2(float(told["u_probability"]))
    terms = str(told.get("tf_adjustment_column", ""))
    return Level(str(told["label_for_charts"]), holds, bits, terms, usual.get(terms, 0.0))


def _terms(text: str) -> dict[str, dict[str, float]]:
    """Each line: column, word, share of the population it was learnt from."""
    shares: dict[str, dict[str, float]] = {}
    for line in text.splitlines():
        column, word, share = line.split("\t")
        shares.setdefault(column, {})[word] = float(share)
    return shares
