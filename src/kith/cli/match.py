"""Match people: keep the keys they are looked for by; learn, use, try and explain the model that weighs likeness.

  index     write the keys of everybody on record anew, after an update or when KITH_MATCH_SECRET changed
  train     learn a model from invented people, or from a file of your own
  predict   weigh every pair of a file that may be one person; nothing is decided and nothing is joined
  evaluate  try the model on invented people it was not learnt from; write docs/reference/matching.md
  explain   why two people weigh what they weigh, step by step

A file is CSV with the columns id, name, sex, born, postcodes, nhs_number, upn; all but id may be empty. Several
postcodes are parted by a semicolon. It is read where it lies, and no name of it is printed.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kith.cli import PlainError
from kith.cli.embedded import ROOT_OF_KITH
from kith.vocabulary import Through

if TYPE_CHECKING:
    from kith.people.matching.cleaning.clean import Claimed, Said

MODEL = Path(__file__).resolve().parents[1] / "people" / "matching" / "model"
REPORT = ROOT_OF_KITH / "docs" / "reference" / "matching.md"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    doing = parser.add_subparsers(dest="doing", required=True, metavar="index|train|predict|evaluate|explain")
    doing.add_parser("index", help="write everybody's keys")
    train = doing.add_parser("train", help="learn a model")
    train.add_argument("--people", type=int, default=1_000_000, help="how many invented people (default: a million)")
    train.add_argument("--rows", type=Path, metavar="FILE", help="learn from this file instead")
    train.add_argument("--to", type=Path, default=MODEL, metavar="FOLDER", help="where the model goes")
    train.add_argument("--version", required=True, help="what this model is called: 2026-11")
    predict = doing.add_parser("predict", help="weigh the pairs of a file")
    predict.add_argument("rows", type=Path, metavar="FILE")
    predict.add_argument("--to", type=Path, required=True, metavar="FILE", help="where the pairs go, as CSV")
    predict.add_argument("--least", type=float, default=4.0, metavar="BITS", help="leave out what weighs less")
    evaluate = doing.add_parser("evaluate", help="try the model")
    evaluate.add_argument("--people", type=int, default=100_000)
    evaluate.add_argument("--to", type=Path, default=REPORT, metavar="FILE")
    evaluate.add_argument(
        "--febrl", type=Path, metavar="FOLDER", help="where the public FEBRL files lie, if you have them"
    )
    explain = doing.add_parser("explain", help="why two people weigh what they weigh")
    for who in ("one", "other"):
        explain.add_argument(who, metavar="NAME;BORN;POSTCODES;NHS", help="parts may be empty: “Robin M.;2021-03-09;;”")


def run(arguments: argparse.Namespace) -> int:
    doing: dict[str, Callable[[argparse.Namespace], int]] = {
        "index": _index,
        "train": _train,
        "predict": _predict,
        "evaluate": _evaluate,
        "explain": _explain,
    }
    return doing[arguments.doing](arguments)


def _index(arguments: argparse.Namespace) -> int:
    if not os.environ.get("DATABASE_URL"):
        raise PlainError("Set DATABASE_URL to the database whose people are to be found.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import django

    django.setup()
    from kith.family.acts import claim_names_said_before
    from kith.journey.occasion import open_occasion
    from kith.people.finding.keyed import key_everybody
    from kith.policy.permissions import Actor

    with open_occasion(Actor(name="Kith, writing keys", is_machine=True), through=Through.CLOCK) as occasion:
        claim_names_said_before(occasion)
    many = key_everybody(lambda done: _say(f"{done:,} people"))
    print(f"The keys of {many:,} {'person' if many == 1 else 'people'} are written.")
    return 0


def _train(arguments: argparse.Namespace) -> int:
    batch = _batch()
    from kith.people.matching.batch.learn import learn, save

    if arguments.rows:
        connection = batch.connected()
        batch.fill(connection, (batch.table_of(some) for some in batch.chunks(enumerate(_claimed(arguments.rows)))))
        learnt_from = f"the file {arguments.rows.name}"
    else:
        _say(f"inventing {arguments.people:,} people")
        connection, _ = _bench("matching_pairs").table(arguments.people, seed=1)
        learnt_from = f"{arguments.people:,} invented people"
    settings, terms = learn(connection, say=_say)
    save(arguments.to, settings, terms, version=arguments.version, learnt_from=learnt_from)
    print(f"The model {arguments.version} is in {arguments.to}.")
    return 0


def _predict(arguments: argparse.Namespace) -> int:
    batch = _batch()
    from kith.people.matching.batch.predict import predict
    from kith.people.matching.grades import weigh
    from kith.people.matching.scorer import model, settings

    named = list(_rows(arguments.rows))
    claimed = [one for _, one in named]
    connection = batch.connected()
    batch.fill(connection, (batch.table_of(some) for some in batch.chunks(enumerate(claimed))))
    written = 0
    with arguments.to.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("one", "other", "bits", "grade", "may_be"))
        for a, b, bits in predict(connection, settings(), model().terms, least=arguments.least, say=_say):
            weighed = weigh(model(), claimed[a], claimed[b])
            out.writerow((named[a][0], named[b][0], f"{bits:.2f}", weighed.grade, weighed.may_be))
            written += 1
    print(f"{written:,} pairs are in {arguments.to}. None of them is decided: a person does that.")
    return 0


def _evaluate(arguments: argparse.Namespace) -> int:
    _batch()
    page = _bench("matching_report").report(arguments.people, arguments.febrl, _say)
    arguments.to.write_text(page.rstrip("\n") + "\n", encoding="utf-8")
    print(f"The report is in {arguments.to}.")
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    from kith.people.matching.cleaning.clean import clean
    from kith.people.matching.grades import weigh
    from kith.people.matching.keys import keys_asked, keys_of
    from kith.people.matching.scorer import model

    one, other = (clean(_told(written))[0] for written in (arguments.one, arguments.other))
    weighed = weigh(model(), one, other)
    print(f"{'before anything is compared':<34}{model().prior:+8.2f} bits")
    for step in weighed.steps:
        print(f"{step.comparison + ': ' + step.label:<34}{step.bits:+8.2f}")
    print(f"{'together':<34}{weighed.weight:+8.2f}   {weighed.grade.replace('_', ' ')}")
    if weighed.may_be:
        print(f"may be {weighed.may_be}")
    theirs = {made for _, made in keys_of(other)}
    shared = sorted({key.name.replace("_", " ") for key, made, _ in keys_asked(one) if made in theirs})
    print("found by: " + ("; ".join(shared) or "no key in common: these would never be compared"))
    return 0


def _told(written: str) -> Said:
    name, born, postcodes, nhs = (part.strip() for part in f"{written};;;".split(";")[:4])
    return _said({"name": name, "born": born, "postcodes": postcodes.replace(",", ";"), "nhs_number": nhs})


def _rows(file: Path) -> Iterator[tuple[str, Claimed]]:
    from kith.people.matching.cleaning.clean import clean

    if not file.is_file():
        raise PlainError(f"There is no file {file}.")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            try:
                yield row["id"], clean(_said(row))[0]
            except (KeyError, ValueError) as wrong:
                raise PlainError(f"Line {number} of {file} cannot be read: {wrong}.") from wrong


def _claimed(file: Path) -> Iterator[Claimed]:
    return (one for _, one in _rows(file))


def _said(row: dict[str, Any]) -> Said:
    from kith.people.matching.cleaning.clean import Said
    from kith.vocabulary import Sex

    born = date.fromisoformat(row["born"].strip()) if (row.get("born") or "").strip() else None
    return Said(
        names=((row.get("name") or ""),),
        sex=Sex(row.get("sex") or Sex.NOT_RECORDED),
        born_from=born,
        born_until=born,
        postcodes=tuple(one for one in (row.get("postcodes") or "").split(";") if one.strip()),
        nhs_number=row.get("nhs_number") or "",
        upn=row.get("upn") or "",
    )


def _batch() -> Any:
    """Splink on DuckDB, or the sentence that says how to get it."""
    try:
        from kith.people.matching.batch import splink_on_duckdb
    except ModuleNotFoundError as missing:
        raise PlainError(
            f"This needs {missing.name}, which is not installed. Matching in batch comes with the extra “matching” of Kith, "
            "or with what ./kith test installs."
        ) from missing
    return splink_on_duckdb


def _bench(module: str) -> Any:
    import importlib

    if not (ROOT_OF_KITH / "bench" / "population").is_dir():
        raise PlainError("The invented people lie in the folder bench/ of Kith's source, and this copy has none.")
    if str(ROOT_OF_KITH) not in sys.path:
        sys.path.insert(0, str(ROOT_OF_KITH))
    return importlib.import_module(f"bench.{module}")


_BEGUN = time.monotonic()


def _say(line: str) -> None:
    """Progress, with the seconds since it began, where it is in nobody's way."""
    print(f"  {time.monotonic() - _BEGUN:6.1f} s  {line} …", file=sys.stderr, flush=True)
