"""`./kith match`: explain and predict say what the model says, evaluate and train run on a few invented people."""

import csv
import json
import random
from argparse import ArgumentParser

import pytest
from bench.in_turn import few_at_a_time
from bench.matching_pairs import judge, parity
from bench.matching_recall import GOALS, HOW, Kept, recall
from bench.matching_report import twins_judged
from bench.population.errors import as_held, mixed, with_errors
from bench.population.families import population
from tests import factories as given

from kith.cli import PlainError, match
from kith.people.matching.cleaning.clean import Said, clean
from kith.people.matching.cleaning.numbers import nhs_number, upn
from kith.people.matching.scorer import read_model
from kith.people.queries import candidates
from kith.vocabulary import MatchGrade


def typed(*words):
    parser = ArgumentParser()
    match.add_arguments(parser)
    return match.run(parser.parse_args(words))


@pytest.fixture
def people(tmp_path):
    file = tmp_path / "people.csv"
    chance = random.Random(1)
    with file.open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(("id", "name", "sex", "born", "postcodes", "nhs_number", "upn"))
        for one in population(300, seed=4):
            for way, told in (("a", as_held(one)), ("b", mixed(one, chance))):
                said = told.said()
                rows.writerow(
                    (
                        f"{one.number}{way}",
                        said.names[0],
                        said.sex,
                        said.born_from,
                        ";".join(said.postcodes),
                        said.nhs_number,
                        said.upn,
                    )
                )
    return file


# -- the invented people ------------------------------------------------------------------------------------------------


def test_one_seed_invents_the_same_people_and_another_others():
    assert list(population(200, seed=1)) == list(population(200, seed=1)) != list(population(200, seed=2))


def test_invented_numbers_can_be_right_are_nobodys_twice_and_are_of_the_range_for_tests():
    people = list(population(3_000))
    for numbers, read in (
        ([one.nhs for one in people if one.nhs], nhs_number),
        ([one.upn for one in people if one.upn], upn),
    ):
        assert len(set(numbers)) == len(numbers) > 1_000
        assert all(read(number) == number for number in numbers)
    assert all(one.nhs.startswith("9") for one in people if one.nhs)


def test_there_are_twins_moves_half_siblings_parents_and_many_cultures():
    people = list(population(3_000))
    assert len({one.culture for one in people}) >= 14
    assert sum(one.is_twin for one in people) > 40
    assert sum(len(one.postcodes) > 1 for one in people) > 600
    homes = {}
    for one in people:
        homes.setdefault(one.household, set()).add(one.surname)
    assert sum(len(surnames) > 1 for surnames in homes.values()) > 100
    assert min(one.born.year for one in people) < 2000 < max(one.born.year for one in people)


@pytest.mark.parametrize("many", [1, 2, 3])
def test_so_many_errors_are_in_so_many_fields_and_no_number_helps(many):
    chance = random.Random(3)
    for one in population(100):
        told = with_errors(one, many, chance)
        wrong = [
            told.forename != one.forename,
            told.surname != one.surname,
            told.born != one.born,
            told.postcodes != one.postcodes[:1],
        ]
        assert sum(wrong) == many
        assert (told.nhs, told.upn) == ("", "")


# -- who is found -------------------------------------------------------------------------------------------------------


def test_people_are_found_as_often_as_is_promised_and_no_name_culture_is_left_behind():
    people = list(population(4_000, seed=8))
    found = recall(Kept(people), random.Random(2).sample(people, 1_000))
    assert set(found) == set(HOW)
    for how, one in found.items():
        assert one.share >= GOALS[how], how
        assert one.shown <= one.among <= one.asked == 1_000
    assert found["mixed"].far_under() == found["two errors"].far_under(least=20) == {}


def test_twins_with_unlike_first_names_are_never_very_probable_in_a_whole_population():
    graded = twins_judged(list(population(12_000, seed=6)))
    assert sum(graded.values()) > 50
    assert MatchGrade.VERY_PROBABLE not in graded
    assert graded.get(MatchGrade.PROBABLE, 0) <= sum(graded.values()) // 20


def test_in_batch_nearly_all_called_probable_are_one_person_and_most_who_are_one_are_found():
    judged, by_weight, true = judge(2_000, seed=5, say=lambda line: None)
    very, probable, possible = judged
    assert very.precision >= 0.999 and probable.precision >= 0.995
    assert possible.recall >= 0.95
    assert very.recall <= probable.recall <= possible.recall
    assert true == possible.true > 400
    assert list(by_weight) == sorted(by_weight)


def test_online_and_batch_weigh_alike_on_pairs_that_share_a_key():
    many, apart = parity(2_000, seed=5)
    assert many == 2_000
    assert apart < 1e-6


def test_work_is_given_back_in_order_without_taking_all_of_it_first():
    from concurrent.futures import ThreadPoolExecutor

    taken = []
    ones = (taken.append(number) or number for number in range(100))
    with ThreadPoolExecutor(2) as workers:
        done = few_at_a_time(workers, lambda number: number * 2, ones)
        assert next(done) == 0
        assert len(taken) < 20
        assert list(done) == [number * 2 for number in range(1, 100)]


# -- the commands -------------------------------------------------------------------------------------------------------


def test_explain_adds_up_and_says_by_what_they_would_be_found(capsys):
    assert typed("explain", "Muhammad Hussein;2021-03-09;M14 4AA;", "Mohammed Hussain;2021-03-09;M14 4AA;") == 0
    said = capsys.readouterr().out
    bits = [
        float(line.split()[-1 if "together" not in line else 1])
        for line in said.splitlines()
        if ": " in line[:34] and "found by" not in line
    ]
    together = next(float(line.split()[1]) for line in said.splitlines() if line.startswith("together"))
    before = next(float(line.split()[-2]) for line in said.splitlines() if line.startswith("before"))
    assert before + sum(bits) == pytest.approx(together, abs=0.05)
    assert "very probable" in said
    assert "born that day at that postcode" in said


def test_explain_says_when_two_would_never_be_compared(capsys):
    typed("explain", "Robin Ashdown;2024-05-17;;", "Zara Malik;2014-11-30;;")
    assert "no key in common" in capsys.readouterr().out


def test_predict_writes_pairs_with_grades_and_prints_no_name(people, tmp_path, capsys):
    pairs = tmp_path / "pairs.csv"
    assert typed("predict", str(people), "--to", str(pairs)) == 0
    with pairs.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    right = {row["one"] for row in rows if row["one"][:-1] == row["other"][:-1]}
    assert len(right) > 270
    assert all(float(row["bits"]) >= 4 for row in rows)
    assert {row["grade"] for row in rows} <= set(MatchGrade)
    shown = capsys.readouterr()
    assert "None of them is decided" in shown.out
    assert not any(one.surname in shown.out + shown.err for one in population(20, seed=4))


def test_a_model_is_learnt_from_a_file_and_can_be_read(people, tmp_path, capsys):
    assert typed("train", "--rows", str(people), "--to", str(tmp_path / "model"), "--version", "tried") == 0
    learnt = read_model(tmp_path / "model")
    assert learnt.version == "tried"
    one, other = (clean(match._told(told))[0] for told in ("Robin Ashdown;2021-03-09;;", "Robin Ashdown;2021-03-09;;"))
    assert learnt.weight(one, other) > 0
    assert json.loads((tmp_path / "model" / "made.json").read_text())["learnt_from"] == "the file people.csv"
    assert "one person" in capsys.readouterr().err


@pytest.mark.parametrize(("line", "said"), [("1,Robin,,yesterday,,,", "Line 2"), ("1,Robin,boy,,,,", "Line 2")])
def test_a_line_that_cannot_be_read_is_named(tmp_path, line, said):
    file = tmp_path / "people.csv"
    file.write_text(f"id,name,sex,born,postcodes,nhs_number,upn\n{line}\n")
    with pytest.raises(PlainError, match=said):
        typed("predict", str(file), "--to", str(tmp_path / "pairs.csv"))


def test_a_file_that_is_not_there_and_a_database_nobody_named_are_said(tmp_path, monkeypatch):
    with pytest.raises(PlainError, match="There is no file"):
        typed("predict", str(tmp_path / "none.csv"), "--to", str(tmp_path / "pairs.csv"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with pytest.raises(PlainError, match="DATABASE_URL"):
        typed("index")


@pytest.mark.django_db
def test_index_writes_everybodys_keys_and_says_how_many(monkeypatch, capsys, settings):
    monkeypatch.setenv("DATABASE_URL", "as told already")
    settings.MATCH_SECRET = "one"
    child = given.a_child(given.somebody_at(), "Robin Ashdown")
    settings.MATCH_SECRET = "another"
    assert typed("index") == 0
    assert "The keys of 1 person are written." in capsys.readouterr().out
    assert [one.person for one in candidates({"child": Said(names=("Robin Ashdown",))}).found["child"].candidates] == [
        child
    ]


def test_without_splink_the_batch_says_what_is_missing_and_the_rest_works(monkeypatch, tmp_path):
    import sys

    monkeypatch.setitem(sys.modules, "kith.people.matching.batch.splink_on_duckdb", None)
    monkeypatch.delattr("kith.people.matching.batch.splink_on_duckdb", raising=False)
    with pytest.raises(PlainError, match="extra “matching”"):
        typed("evaluate", "--to", str(tmp_path / "page.md"))
    assert typed("explain", "Robin;;;", "Robin;;;") == 0
