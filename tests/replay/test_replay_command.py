"""What can be typed after `./kith replay`, and what each mistake is answered with."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kith.cli.commands import main
from kith.policy.rulebook import Rulebook, rulebook

REPEATED = "repeated_injuries_raise_non_accidental_injury"
ENDS = ("opened", "changed", "met", "lapsed", "waived", "rule_changed")


def test_a_story_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", "robin"]) == 0
    out = capsys.readouterr().out
    assert "Thursday 24 December 2026, 12:50pm\n----------" in out
    assert "  Larkfield Nursery: nursery worker, Beth Coyle\n" in out
    assert (
        "  Serious concern: decide now\n    Robin Marsh (2), open to social care, has 3 injuries on record in 43 days"
        in out
    )
    assert "    Do next: social worker at North team: read the entries" in out
    assert "    By Friday 25 December 2026, 12:50pm." in out
    assert "  Decided not to, for the reason entered: Robin Marsh cannot be stepped down" in out
    assert "  Nothing was entered; time has passed.\n" in out
    assert out.endswith("Kith knows only what has been entered.\n")


def test_a_quiet_telling_is_the_summary_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", "robin-benign", "--quiet"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("The learning points, after 101 entries")
    assert main(["replay", "luke", "--quiet", "--json"]) == 0
    assert list(json.loads(capsys.readouterr().out)) == ["summary"]


def test_a_day_asked_for_means_its_end_and_a_time_means_that_time(capsys: pytest.CaptureFixture[str]) -> None:
    for given, ended in (
        ("2026-12-24", "2026-12-24T23:59:59+00:00"),
        ("2026-12-24T12:49", "2026-12-24T12:49:00+00:00"),
    ):
        assert main(["replay", "robin", "--as-of", given, "--json"]) == 0
        *moments, last = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert last["summary"]["ended"] == ended
        assert max(moment["at"] for moment in moments) <= ended
    assert moments[-1]["at"].startswith("2026-12-22")


def test_no_agency_by_itself_knew_of_enough_marks_to_be_asked_before_christmas_eve(
    capsys: pytest.CaptureFixture[str],
) -> None:
    spoke = {}
    for agency in (None, "larkfield nursery", "Millpond  Surgery", "Westgate health visiting team"):
        assert main(["replay", "robin", "--json", *(["--known-to", agency] if agency else [])]) == 0
        *moments, _ = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert not [moment["could_not_check"] for moment in moments if moment["could_not_check"]]
        assert all(moment["entries"] or any(moment[what] for what in ENDS) for moment in moments)
        at = [moment["at"] for moment in moments for one in moment["opened"] if one["rule"] == REPEATED]
        spoke[agency] = at[0][:10] if at else None
    assert spoke == {
        None: "2026-12-08",
        "larkfield nursery": "2026-12-24",
        "Millpond  Surgery": None,
        "Westgate health visiting team": None,
    }


def test_a_telling_says_whose_picture_it_is_and_of_which_day_its_rules_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", "robin", "--quiet", "--known-to", "millpond surgery", "--rules-of", "2026-12-24"]) == 0
    first = " ".join(capsys.readouterr().out.split())
    assert " known to Millpond Surgery, by the rules of Thursday 24 December 2026, until Thursday 25 February" in first


def test_the_rules_of_a_day_are_those_that_practice_asked_for_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[date | None] = []

    def ask(*, as_of: date | None) -> Rulebook:
        asked.append(as_of)
        return rulebook(as_of=as_of)

    monkeypatch.setattr("kith.policy.rulebook.rulebook", ask)
    assert main(["replay", "luke", "--quiet", "--rules-of", "2020-12-24"]) == 0
    assert main(["replay", "luke", "--quiet"]) == 0
    assert asked == [date(2020, 12, 24), None]


def test_a_file_without_agencies_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "own.jsonl"
    file.write_text('{"source": "urn:x"}', encoding="utf-8")
    assert main(["replay", str(file), "--known-to", "North team"]) == 2
    assert "no agency named “North team”. It names no agency." in capsys.readouterr().err


def test_a_file_of_ones_own_is_read_with_a_byte_order_mark_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "own.jsonl"
    file.write_text('\ufeff{"source": "urn:x"}\r\n', encoding="utf-8")
    assert main(["replay", str(file)]) == 0
    out = capsys.readouterr().out
    assert "after 0 entries" in out and "No rule has spoken. That does not mean that a child is safe." in out


def test_bad_lines_are_named_and_nothing_is_replayed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text(
        '{"source": "urn:x"}\n{"id": "a", "kind": "x"}\n{"id": "b", "kind": "person", "x": 1}\n', encoding="utf-8"
    )
    assert main(["replay", str(file)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert [line.split(":")[0] for line in told.err.splitlines()] == ["Line 2", "Line 3"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nobody"], "There is no file nobody, and no story of that name. The stories are: luke, robin, robin-benign."),
        (["../stories/luke"], "There is no file"),
        (["."], ". is a folder."),
        (["luke", "--as-of", "yesterday"], "--as-of: “yesterday” is not a date and time that can be read."),
        (["luke", "--as-of", "2027-03-28T01:30"], "did not exist in London"),
        (["luke", "--as-of", ""], "--as-of"),
        (["luke", "--rules-of", "soon"], "--rules-of: “soon” is not a day. Write it so: 2020-12-24."),
        (["luke", "--rules-of", "2020-12-24T09:30"], "--rules-of"),
        (["robin", "--known-to", "Millpond"], "--known-to: the file has no agency named “Millpond”. Its agencies: "),
        (["robin", "--known-to", ""], "Front door hub; Larkfield Nursery; Millpond Surgery; North team;"),
    ],
)
def test_what_cannot_run_says_why(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", *words]) == 2
    told = capsys.readouterr()
    assert told.out == "" and said in told.err and told.err.count("\n") == 1


def test_a_file_that_is_not_utf_8_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "latin.jsonl"
    file.write_bytes('{"source": "café"}'.encode("latin-1"))
    assert main(["replay", str(file)]) == 2
    assert "is not UTF-8 (at byte 16)" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "closed.jsonl"
    file.symlink_to(file)  # a circle: no account may read it, root neither
    assert main(["replay", str(file)]) == 2
    assert "closed.jsonl" in capsys.readouterr().err


def test_whoever_stops_reading_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "kith.cli", "replay", "robin"],
            stdout=gone,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")
