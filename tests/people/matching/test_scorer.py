"""The scorer: Splink's weight to 1e-6, one model whole or none, and no condition guessed at."""

import json
import random
import shutil
from importlib import resources
from pathlib import Path

import pytest
from bench.population.errors import as_held, mixed
from bench.population.families import population
from tests.people.matching.pairs import told

from kith.people.matching.batch.design import design
from kith.people.matching.cleaning.clean import clean
from kith.people.matching.levels import NOTHING, VOCABULARY
from kith.people.matching.scorer import UnfitModel, digest_of, model, read_model

HERE = resources.files("kith.people.matching") / "model"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    with resources.as_file(HERE) as folder:
        return Path(shutil.copytree(folder, tmp_path / "model"))


def altered(copy: Path, file: str, **values: object) -> Path:
    told_ = json.loads((copy / file).read_text())
    (copy / file).write_text(json.dumps({**told_, **values}))
    return copy


def test_the_weight_is_splinks_to_a_millionth_of_a_bit():
    from kith.people.matching.batch.splink_on_duckdb import connected, fill, table_of, weigh

    chance = random.Random(2)
    people = list(population(400, seed=9))
    rows = [clean(way.said())[0] for one in people for way in (as_held(one), mixed(one, chance))]
    rows += [
        clean(told("Robin M.", "2024..2025"))[0],
        clean(told("Baby Ashdown"))[0],
        clean(told("Abdi Farah", "2010-01-01"))[0],
    ]
    pairs = [(at, at + 1) for at in range(0, 800, 2)]
    pairs += [tuple(sorted(chance.sample(range(len(rows)), 2))) for _ in range(3_000)]
    connection = connected(threads=1)
    fill(connection, [table_of(enumerate(rows))])
    connection.execute("CREATE TABLE asked (a BIGINT, b BIGINT)")
    connection.executemany("INSERT INTO asked VALUES (?, ?)", pairs[:10])
    connection.execute(
        "INSERT INTO asked SELECT * FROM (VALUES " + ", ".join(f"({a}, {b})" for a, b in pairs[10:]) + ")"
    )
    with resources.as_file(HERE / "model.json") as file:
        settings = json.loads(file.read_text(encoding="utf-8"))
    table = weigh(connection, settings, model().terms, "asked")
    theirs = connection.execute(f"SELECT unique_id_l, unique_id_r, match_weight FROM {table}").fetchall()
    assert len(theirs) == len(pairs)
    assert max(abs(model().weight(rows[a], rows[b]) - weight) for a, b, weight in theirs) < 1e-6


def test_the_steps_add_up_to_the_weight():
    left, right = clean(told("Robin Ashdown", "2021-03-09"))[0], clean(told("Rob Ashdown", "2021-03-19"))[0]
    weight, steps = model().compare(left, right)
    assert model().prior + sum(bits for _, _, bits in steps) == pytest.approx(weight)
    assert weight == model().weight(left, right)
    assert [comparison for comparison, _, _ in steps] == [
        "forename",
        "middle",
        "surname",
        "dob",
        "sex",
        "postcode",
        "nhs",
        "upn",
    ]


def test_a_weight_is_the_same_whichever_of_two_is_asked_about():
    chance = random.Random(4)
    for one in population(200, seed=3):
        left, right = clean(as_held(one).said())[0], clean(mixed(one, chance).said())[0]
        assert model().weight(left, right) == pytest.approx(model().weight(right, left))


def test_the_model_compares_as_it_was_designed_and_every_condition_is_in_the_list():
    conditions = [
        (one["output_column_name"], [level["sql_condition"] for level in one["comparison_levels"]])
        for one in json.loads((HERE / "model.json").read_text(encoding="utf-8"))["comparisons"]
    ]
    designed = [
        (one["output_column_name"], [level["sql_condition"] for level in one["comparison_levels"]])
        for one in design()["comparisons"]
    ]
    assert conditions == designed
    assert {one for _, many in designed for one in many} <= set(VOCABULARY) | set(NOTHING)


@pytest.mark.parametrize("level", [0, 1])
def test_a_model_with_a_condition_nobody_knows_is_refused(copy, level):
    settings = json.loads((copy / "model.json").read_text())
    settings["comparisons"][0]["comparison_levels"][level]["sql_condition"] = 'soundex("forename_l") IS NULL'
    content = json.dumps(settings)
    (copy / "model.json").write_text(content)
    digests = json.loads((copy / "made.json").read_text())["digests"]
    altered(copy, "made.json", digests={**digests, "model.json": digest_of(content.encode())})
    with pytest.raises(UnfitModel, match="soundex"):
        read_model(copy)


@pytest.mark.parametrize("file", ["model.json", "terms.tsv"])
def test_a_model_of_which_a_file_was_altered_is_refused(copy, file):
    (copy / file).write_text((copy / file).read_text() + "\n")
    with pytest.raises(UnfitModel, match=file):
        read_model(copy)


@pytest.mark.parametrize("what", ["cleaning", "keys"])
def test_a_model_for_another_cleaning_or_other_keys_is_refused(copy, what):
    with pytest.raises(UnfitModel, match="Train one anew"):
        read_model(altered(copy, "made.json", **{what: "1999-01"}))
