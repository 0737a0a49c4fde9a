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
from typing import Any, NamedTuple

from kith.people.matching.cleaning.clean import CLEANING, Claimed
from kith.people.matching.keys import VERSION
from kith.people.matching.levels import NOTHING, VOCABULARY, Predicate

FILES = ("model.json", "terms.tsv")
_FOLDER = resources.files("kith.people.matching") / "model"


class UnfitModel(ValueError):
    """A model that cannot be used here, and why, in a sentence."""


class Level(NamedTuple):
    """One level of a comparison: its label, when it holds, its bits, and the column whose rarity counts, if any."""

    label: str
    holds: Predicate
    bits: float
    terms: str = ""
    usual: float = 0.0


class Comparison(NamedTuple):
    """One comparison: its name, the place of the column without which there is nothing to compare, and its levels."""

    name: str
    needs: int
    levels: tuple[Level, ...]


class Step(NamedTuple):
    """What one comparison came to: its name, the level's label, and its bits, rarity included."""

    comparison: str
    label: str
    bits: float


@dataclass(frozen=True, slots=True)
class Model:
    """A model read. `digests` says which file of each kind it is, and the cleaning and keys it belongs to."""

    version: str
    prior: float
    comparisons: tuple[Comparison, ...]
    terms: dict[str, dict[str, float]]
    digests: tuple[tuple[str, str], ...]

    @property
    def digest(self) -> str:
        """Which model this is, to be kept beside what was decided by it."""
        return next(digest for file, digest in self.digests if file == "model.json")

    def weight(self, left: Claimed, right: Claimed) -> float:
        """How much more likely one person than two, in bits. About 20 is a million to one on top of the odds before."""
        return self.compare(left, right)[0]

    def compare(self, left: Claimed, right: Claimed) -> tuple[float, list[tuple[str, str, float]]]:
        """The weight, and what each comparison came to, as a `Step` has it: with `prior` these add up to it."""
        weight = self.prior
        steps: list[tuple[str, str, float]] = []
        for name, needs, levels in self.comparisons:
            if left[needs] is None or right[needs] is None:
                steps.append((name, "nothing", 0.0))
                continue
            for label, holds, bits, terms, usual in levels:
                if holds(left, right):
                    if terms:
                        bits += self._rarity(terms, usual, left, right)
                    weight += bits
                    steps.append((name, label, bits))
                    break
        return weight, steps

    def _rarity(self, terms: str, usual: float, left: Claimed, right: Claimed) -> float:
        """A rare name in common says more than a common one. A name never met when the model was learnt says no more."""
        shares = self.terms[terms]
        share = max(shares.get(getattr(left, terms), 0.0), shares.get(getattr(right, terms), 0.0))
        return log2(usual) - log2(share) if share else 0.0


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
        comparisons=tuple(_comparison(one) for one in settings["comparisons"]),
        terms=_terms((folder / "terms.tsv").read_text(encoding="utf-8")),
        digests=(*sorted(digests.items()), ("cleaning", CLEANING), ("keys", VERSION)),
    )


def digest_of(content: bytes) -> str:
    return sha256(content).hexdigest()


def _comparison(told: dict[str, Any]) -> Comparison:
    nothing, *levels = told["comparison_levels"]
    if nothing["sql_condition"] not in NOTHING:
        raise UnfitModel(_unreadable(nothing))
    usual = {one["tf_adjustment_column"]: one["u_probability"] for one in levels if one.get("tf_adjustment_column")}
    return Comparison(
        told["output_column_name"], NOTHING[nothing["sql_condition"]], tuple(_level(one, usual) for one in levels)
    )


def _level(told: dict[str, Any], usual: dict[str, float]) -> Level:
    holds = VOCABULARY.get(told["sql_condition"])
    if holds is None:
        raise UnfitModel(_unreadable(told))
    bits = log2(told["m_probability"]) - log2(told["u_probability"])
    terms = told.get("tf_adjustment_column", "")
    return Level(told["label_for_charts"], holds, bits, terms, usual.get(terms, 0.0))


def _unreadable(told: dict[str, Any]) -> str:
    return f"This model compares by “{told['sql_condition']}”, which Kith does not know how to read."


def _terms(text: str) -> dict[str, dict[str, float]]:
    """Each line: column, word, share of the population it was learnt from."""
    shares: dict[str, dict[str, float]] = {}
    for line in text.splitlines():
        column, word, share = line.split("\t")
        shares.setdefault(column, {})[word] = float(share)
    return shares
