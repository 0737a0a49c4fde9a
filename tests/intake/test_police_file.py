"""A police file is read line by line: every wrong one is answered with what to do, and no bytes break the reader."""

import csv
import io
from datetime import UTC, date, datetime
from importlib import resources
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kith.intake import police_file
from kith.intake.police_file import COLUMNS, NotAPoliceFile, read
from kith.vocabulary import AtTheIncident, Certainty, Sex

FORCE, OTHER_FORCE = UUID(int=1), UUID(int=2)
AT = datetime(2026, 12, 24, 16, 30, tzinfo=UTC)
ONE = {
    "incident_number": "NP-1", "when": "2026-12-23 22:10", "address": "14 Weir Lane, NB4 2QT", "adult_1": "Karen Aldous",
    "adult_1_dob": "1991-04-02", "child_name": "Ellis Aldous", "child_dob": "12/06/2018", "child_sex": "M",
    "school": "Ashgrove Primary School", "child_was": "Present", "police_grading": "medium", "words": "He kicked the door.",
}  # fmt: skip


def a_file(*rows: dict[str, str], columns=tuple(COLUMNS)) -> bytes:
    written = io.StringIO()
    table = csv.DictWriter(written, columns, extrasaction="ignore")
    table.writeheader()
    table.writerows({**ONE, **row} for row in rows)
    return written.getvalue().encode()


def told(content: bytes) -> police_file.PoliceFile:
    return read(content, force=FORCE, at=AT)


def only_sentence(**row: str) -> str:
    found = told(a_file({"incident_number": "NP-0"}, row))
    assert [one.incident for one in found.rows] == ["NP-0"], "the good line is read all the same"
    (wrong,) = found.not_read
    assert wrong.line == 3 and wrong.sentence.startswith("Line 3: ")
    return wrong.sentence


def test_a_row_is_one_child_at_one_incident_as_the_police_told_it():
    (row,) = told(a_file({})).rows
    assert (row.incident, row.child_name, row.child_born) == ("NP-1", "Ellis Aldous", date(2018, 6, 12))
    assert row.happened.start == datetime(2026, 12, 23, 22, 10, tzinfo=UTC)
    assert (row.child_sex, row.child_was, row.school) == (Sex.MALE, AtTheIncident.PRESENT, "Ashgrove Primary School")
    assert row.adults == (police_file.Adult("Karen Aldous", date(1991, 4, 2)),)
    assert (row.grading, row.words) == ("medium", "He kicked the door.")


@pytest.mark.parametrize("word", list(AtTheIncident))
def test_where_the_child_was_is_read_as_the_list_has_it(word):
    (row,) = told(a_file({"child_was": word.value.replace("_", " ")})).rows
    assert row.child_was == word


def test_a_day_alone_is_a_day_and_summer_time_is_londons():
    (row,) = told(a_file({"when": "23/12/2026"})).rows
    assert row.happened.certainty == Certainty.DAY
    (row,) = told(a_file({"when": "01/07/2026 22.10"})).rows
    assert row.happened.start == datetime(2026, 7, 1, 21, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"incident_number": ""}, "there is no incident number. Ask the police for it"),
        ({"when": ""}, "which is no day. Write 2026-12-23 22:10"),
        ({"when": "31/11/2026"}, "“31/11/2026”, which is no day"),
        ({"when": "2026-12-23 25:10"}, "its time cannot be read. Write 22:10"),
        ({"when": "2026-12-24 16:31"}, "yet to come"),
        ({"when": "9999-12-31"}, "yet to come"),
        ({"child_dob": "soon"}, "child_dob says “soon”, which is no day"),
        ({"child_dob": "2027-01-01"}, "That cannot be"),
        ({"adult_2_dob": "0001-01-01"}, "adult_2_dob says “0001-01-01”. That cannot be"),
        ({"child_sex": "boy"}, "child_sex says “boy”. female, male, or empty."),
        ({"child_was": "upstairs"}, "child_was says “upstairs”. present, heard, not there, or empty"),
        ({"words": "x" * 8001}, "words has more than 8,000 letters"),
    ],
)
def test_a_wrong_line_is_answered_with_its_number_and_what_to_do(wrong, says):
    assert says in only_sentence(**wrong)


def test_a_line_is_named_as_an_editor_counts_it_though_words_run_over_several():
    found = told(a_file({"words": "First.\nSecond.\nThird."}, {"child_dob": "x"}))
    assert [one.line for one in found.not_read] == [5]


def test_words_not_in_quotation_marks_are_said_to_be_too_many_cells():
    content = a_file({}) + b"," * len(COLUMNS) + b"and more\r\n"
    assert "more cells than there are columns" in told(content).not_read[0].sentence


def test_brothers_and_sisters_are_rows_of_their_own_and_the_same_child_twice_is_one():
    found = told(a_file({}, {"child_name": "Tilly Aldous"}, {"child_name": " ellis  aldous "}, {}))
    assert [one.child_name for one in found.rows] == ["Ellis Aldous", "Tilly Aldous"]
    assert [one.line for one in found.not_read] == [4], "the same child written otherwise is asked about"


def test_children_nobody_could_name_are_not_taken_for_one():
    assert len(told(a_file({"child_name": ""}, {"child_name": ""})).rows) == 2


def test_the_same_child_and_incident_has_the_same_id_in_any_file_of_one_force_alone():
    (one,), (again,) = told(a_file({})).rows, told(a_file({"school": "Elsewhere"})).rows
    assert one.id == again.id and not police_file.is_same(one, again)
    (other,) = read(a_file({}), force=OTHER_FORCE, at=AT).rows
    assert other.id != one.id


def test_columns_may_stand_in_any_order_and_be_written_as_a_spreadsheet_writes_them():
    content = "Words,Child Name,WHEN,Incident-Number,Beat\nShouting.,Ellis,23/12/2026,NP-1,7\n".encode("utf-8-sig")
    (row,) = told(content).rows
    assert (row.words, row.child_name, row.school) == ("Shouting.", "Ellis", "")


def test_letters_of_windows_are_read():
    (row,) = told(a_file({"child_name": "Zoë O’Neill"}).decode().encode("cp1252")).rows
    assert row.child_name == "Zoë O’Neill"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "The first line must name the columns"),
        (b"incident_number,when,words\n", "child_name is not among them"),
        (b"incident_number,when,words,child_name\n", "There is no row under the columns"),
        (b"incident_number,when,when,words,child_name\nx", "The column when is there twice"),
        (b"PK\x03\x04", "This is not a text file"),
        (b"incident_number\0", "This is not a text file"),
        (b"\x81\x8d", "letters of this file cannot be read"),
        (b"x" * (police_file.MOST_BYTES + 1), "larger than 2 MB"),
        (a_file(*({"incident_number": str(n), "words": ""} for n in range(2001))), "more than 2,000 rows"),
        (b"incident_number,when,words,child_name\n1,2," + b"x" * 140_000 + b",y\n", "cannot be read as CSV"),
    ],
)
def test_what_is_no_such_file_is_refused_whole_in_a_sentence(content, says):
    with pytest.raises(NotAPoliceFile, match=says):
        told(content)


def test_two_thousand_rows_are_read():
    assert len(told(a_file(*({"incident_number": str(n)} for n in range(2000)))).rows) == 2000


def test_the_example_beside_the_form_is_read_whole_and_has_every_column():
    content = resources.files("kith.intake").joinpath("police_example.csv").read_bytes()
    found = told(content)
    assert not found.not_read and len(found.rows) == 5
    assert content.decode().splitlines()[0].split(",") == list(COLUMNS)


CELLS = st.text(max_size=30) | st.sampled_from(
    ["2026-12-23", "23/12/2026 22:10", "0000-00-00", "9999-12-31 23:59", "٢٠٢٦-12-23", '"', "\r", "F", "present"]
)


@given(st.binary(max_size=400))
@example(b'\xef\xbb\xbf"incident_number')
def test_no_bytes_break_it(content):
    try:
        told(content)
    except NotAPoliceFile as why:
        assert str(why).endswith((".", "them."))


@given(st.lists(st.lists(CELLS, max_size=len(COLUMNS) + 2), max_size=6), st.binary(max_size=40))
def test_no_rows_break_it_and_each_is_read_or_answered(rows, after):
    written = io.StringIO()
    csv.writer(written).writerows([list(COLUMNS), *rows])
    try:
        found = told(written.getvalue().encode("utf-8", "replace") + after)
    except NotAPoliceFile:
        return
    assert all(one.sentence.startswith(f"Line {one.line}: ") for one in found.not_read)
    assert len({one.id for one in found.rows}) == len(found.rows)
