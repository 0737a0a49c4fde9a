"""Reading a chronology file: every bad line is named with how to mend it, and nothing half-read comes out."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest

from kith.policy.calendar import LONDON
from kith.replay.chronology_file import BadLines, Chronology, read
from kith.vocabulary import Certainty

HEADER = {"source": "urn:test", "title": "A test"}
NORTH = {"id": "north", "kind": "agency", "name": "North team", "type": "social_care"}
ROBIN = {"id": "robin", "kind": "person", "name": "Robin", "born": "2024-05-03"}
HOME = {"id": "home", "kind": "household", "said": "14 Tanner's Row"}
VISIT = {
    "id": "v1",
    "kind": "visit",
    "about": ["robin"],
    "happened": "2026-12-17T15:00",
    "at": "2026-12-17T16:00",
    "by": {"role": "social_worker", "agency": "north"},
    "outcome": "nobody_in",
}


def text(*lines: dict[str, Any], header: dict[str, Any] | None = None) -> str:
    return "\n".join(json.dumps(line) for line in (header or HEADER, NORTH, ROBIN, HOME, *lines))


def problems(told: str) -> tuple[tuple[int, str], ...]:
    with pytest.raises(BadLines) as bad:
        read(told)
    return bad.value.problems


def refusal(**changed: Any) -> str:
    """What is said of the visit with these fields changed, `...` leaving one out. It stands on line 5."""
    line = {name: value for name, value in {**VISIT, **changed}.items() if value is not ...}
    ((number, words),) = problems(text(line))
    assert number == 5
    return words


def the_visit(**changed: Any) -> Any:
    line = {name: value for name, value in {**VISIT, **changed}.items() if value is not ...}
    ((fact,),) = (moment.facts for moment in read(text(line)).moments)
    return fact


# What is refused, by line


def test_a_line_that_is_not_json_is_named_and_the_others_are_still_checked() -> None:
    told = text() + '\n{"id": "x", \n' + json.dumps({**VISIT, "outcome": "maybe"})
    (first, not_json), (second, not_a_word) = problems(told)
    assert (first, second) == (5, 6)
    assert "not JSON" in not_json and "outcome is one of: made, nobody_in" in not_a_word


@pytest.mark.parametrize("line", ["[]", '"robin"', "3", "null"])
def test_a_line_that_is_no_object_is_refused(line: str) -> None:
    assert problems(text() + "\n" + line) == (
        (5, "This line is not a JSON object. Write {…} with a kind and its fields."),
    )


@pytest.mark.parametrize("told", ["", "\n\n", json.dumps(NORTH), '{"source": ""}', '{"source": 3}', '{"title": "x"}'])
def test_a_file_without_a_source_on_its_first_line_is_refused(told: str) -> None:
    assert problems(told)[0][0] == 1
    assert "names the file's source" in problems(told)[0][1]


def test_a_first_line_with_a_kind_is_refused() -> None:
    assert "has no kind" in problems(text(header={**HEADER, "kind": "person"}))[0][1]


def test_a_first_line_whose_title_is_not_text_is_refused() -> None:
    assert problems(text(header={**HEADER, "title": 3})) == ((1, "title: what the first line says is text."),)


def test_an_id_used_twice_is_refused_on_the_later_line() -> None:
    ((number, words),) = problems(text(VISIT, {**VISIT, "outcome": "made"}))
    assert number == 6 and '"v1" stands on an earlier line' in words


@pytest.mark.parametrize("given", [..., "", 3, None])
def test_a_line_without_an_id_is_refused(given: Any) -> None:
    line = {name: value for name, value in {**VISIT, "id": given}.items() if value is not ...}
    assert any("has no id" in words for _, words in problems(text(line)))


@pytest.mark.parametrize(
    ("kind", "said"), [("vist", '"vist" is not a kind'), (..., "without a kind"), ([], "without a kind")]
)
def test_a_kind_nobody_knows_is_refused(kind: Any, said: str) -> None:
    assert said in refusal(kind=kind)


@pytest.mark.parametrize("line", [VISIT, NORTH | {"id": "a"}, ROBIN | {"id": "p"}, HOME | {"id": "h"}])
def test_a_field_that_the_kind_does_not_have_is_refused(line: dict[str, Any]) -> None:
    ((_, words),) = problems(text({**line, "inconsistent": True}))
    assert words.startswith("inconsistent: this kind of line has no such field")


def test_a_field_that_is_needed_and_left_out_is_named() -> None:
    assert refusal(outcome=...) == "A visit needs outcome."


def test_an_agency_without_a_name_is_refused() -> None:
    assert "needs the name" in problems(text({"id": "x", "kind": "agency"}))[0][1]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"about": ["nobody"]}, 'about names "nobody", and no line has that id'),
        ({"about": ["north"]}, 'about must name a person, and "north" is an agency'),
        ({"about": ["home"]}, 'about must name a person, and "home" is a household'),
        ({"about": ["v1"]}, 'about must name a person, and "v1" is an entry'),
        ({"about": []}, "at least one person"),
        ({"about": "robin"}, "about is a list"),
        ({"about": ["robin", "robin"]}, "twice"),
        ({"about": ...}, "about is a list"),
        (
            {"by": {"role": "social_worker", "agency": "robin"}},
            'by.agency must name an agency, and "robin" is a person',
        ),
        ({"by": {"role": "social_worker"}}, "by.agency must name the id"),
        ({"by": {"role": "wizard", "agency": "north"}}, "by.role is one of: social_worker"),
        ({"by": ...}, "by says who entered it"),
        ({"known_to": ["robin"]}, "known_to must name an agency"),
        ({"corrects": "robin"}, 'corrects must name an entry, and "robin" is a person'),
        ({"corrects": "v1"}, "corrects or retracts itself"),
        ({"said": 3}, "said is text"),
        ({"occasion": 3}, "occasion is a short word"),
    ],
)
def test_a_reference_to_nothing_or_to_the_wrong_kind_is_refused(changed: dict[str, Any], said: str) -> None:
    assert said in refusal(**changed)


def test_a_fact_that_its_own_kind_refuses_is_refused_in_its_words() -> None:
    marks = {**VISIT, "kind": "injury", "type": "bruise", "count": 0}
    del marks["outcome"]
    assert problems(text(marks)) == ((5, "Count how many marks there are: 1 or more."),)
    assert "count is a whole number" in problems(text({**marks, "count": "3"}))[0][1]
    assert "count is a whole number" in problems(text({**marks, "count": True}))[0][1]


# Times


@pytest.mark.parametrize("field", ["happened", "at"])
def test_a_local_time_that_the_clocks_skipped_is_refused(field: str) -> None:
    said = refusal(**{"happened": "2027-03-01", "at": "2027-03-29T09:00", field: "2027-03-28T01:30"})
    assert "did not exist in London" in said


def test_a_local_time_that_comes_twice_is_the_earlier() -> None:
    assert the_visit(happened="2026-10-25T01:30").happened.start.astimezone(UTC) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )


def test_a_time_with_an_offset_is_that_instant() -> None:
    found = the_visit(happened="2026-07-01T15:00:00+01:00", at="2026-07-01T14:00Z")
    assert found.happened.start == found.at == datetime(2026, 7, 1, 14, tzinfo=UTC)


def test_a_time_without_an_offset_is_by_the_london_clock() -> None:
    assert the_visit().at == datetime(2026, 12, 17, 16, tzinfo=UTC)
    in_summer = the_visit(happened="2026-07-01T14:00", at="2026-07-01T14:00")
    assert in_summer.at == datetime(2026, 7, 1, 13, tzinfo=UTC)


@pytest.mark.parametrize("value", ["2026-12-18", "2026-12-17T16:01", {"about": "2026-12-18"}])
def test_what_happened_after_it_was_entered_is_refused(value: Any) -> None:
    assert refusal(happened=value) == "This happened after it was entered. Mend happened, or at."


def test_what_happened_before_the_clocks_went_back_may_be_entered_after_with_an_earlier_face() -> None:
    found = the_visit(happened="2026-10-25T01:30", at="2026-10-25T01:10+00:00")
    assert found.at.astimezone(UTC) > found.happened.end.astimezone(UTC)


def test_what_happened_some_time_on_the_day_it_was_entered_is_taken() -> None:
    assert the_visit(happened="2026-12-17").happened.certainty is Certainty.DAY


def test_a_range_that_runs_backwards_is_refused() -> None:
    assert "runs backwards" in refusal(happened={"from": "2026-12-17", "until": "2026-12-16"})


@pytest.mark.parametrize("day", ["2027-02-29", "2026-02-30", "2026-13-01", "17/12/2026", "2026-12-1a"])
def test_a_day_that_does_not_exist_is_refused(day: str) -> None:
    assert "2026-12-24" in refusal(happened=day, at=...)


def test_29_february_is_a_day_in_a_leap_year() -> None:
    found = the_visit(happened="2028-02-29", at=...)
    assert found.at == datetime(2028, 2, 29, 23, 59, 59, tzinfo=LONDON)


@pytest.mark.parametrize("value", [..., None, 3, [], {}, {"from": "2026-12-01"}, {"on": "2026-12-01", "x": 1}, "soon"])
def test_a_happened_that_is_no_time_is_refused(value: Any) -> None:
    assert "happened" in refusal(happened=value)


@pytest.mark.parametrize("value", ["2026-12-17", "soon", 3, None])
def test_an_at_that_is_no_time_is_refused(value: Any) -> None:
    assert refusal(at=value).startswith("at")


def test_without_at_it_was_entered_at_the_last_instant_of_the_range_and_that_is_assumed() -> None:
    found = the_visit(happened={"from": "2026-11-01", "until": "2026-12-20"}, at=...)
    assert found.at == found.happened.end == datetime(2026, 12, 20, 23, 59, 59, tzinfo=LONDON)
    assert found.at_assumed and found.happened.certainty is Certainty.RANGE
    assert not the_visit().at_assumed and the_visit(at_assumed=True).at_assumed


def test_about_a_day_is_that_whole_day_and_said_to_be_about() -> None:
    found = the_visit(happened={"about": "2026-12-16"}).happened
    assert (found.start.hour, found.end.hour, found.certainty) == (0, 23, Certainty.ABOUT)


# People


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"born": {"from": "2024-05-03", "until": "2024-05-02"}}, "The day of birth runs backwards."),
        ({"born": "2024-5-3"}, "is a day, written"),
        ({"born": {"from": "2024-05-03"}}, "A range of days is"),
        ({"identity": "invisible"}, "identity is one of: known, part_known, unknown"),
        ({"expected": None}, "expected is a day"),
        ({"stage": "teenager"}, "stage is one of"),
        ({"name": 3}, "name is text"),
    ],
)
def test_a_person_who_cannot_be_read_is_refused(changed: dict[str, Any], said: str) -> None:
    ((_, words),) = problems(text({"id": "p", "kind": "person", **changed}))
    assert said in words


def test_a_person_of_whom_nothing_is_known_is_taken() -> None:
    found = read(text({"id": "man", "kind": "person", "identity": "unknown", "stage": "adult"})).people[-1]
    assert (found.name, found.born_from, found.called) == ("", None, "a person we have not identified yet")


# Occasions


def test_an_occasion_entered_at_two_times_is_refused_on_the_later_line() -> None:
    other = {**VISIT, "id": "v2", "occasion": "o", "at": "2026-12-17T16:01"}
    ((number, words),) = problems(text({**VISIT, "occasion": "o"}, other))
    assert number == 6 and "at one time by one person" in words


@pytest.mark.parametrize(
    "by", [{"role": "gp", "agency": "north"}, {"role": "social_worker", "agency": "north", "name": "B"}]
)
def test_an_occasion_entered_by_two_people_is_refused(by: dict[str, str]) -> None:
    ((number, _),) = problems(text({**VISIT, "occasion": "o"}, {**VISIT, "id": "v2", "occasion": "o", "by": by}))
    assert number == 6


def test_lines_of_one_occasion_come_on_record_together() -> None:
    (moment,) = read(text({**VISIT, "occasion": "o"}, {**VISIT, "id": "v2", "occasion": "o"})).moments
    assert len(moment.facts) == 2


# The text itself


def test_a_byte_order_mark_blank_lines_and_windows_line_ends_are_passed_over() -> None:
    plain = text(VISIT)
    odd = "\ufeff" + plain.replace("\n", "\r\n\r\n  \r\n") + "\r\n"
    assert read(odd).moments == read(plain).moments


def test_line_numbers_count_blank_lines_too() -> None:
    assert problems(text().replace("\n", "\n\n") + "\n\n" + json.dumps({**VISIT, "outcome": "x"}))[0][0] == 9


@pytest.mark.parametrize("odd", ["\u2028", "\x85", "\u2029"])
def test_a_character_that_only_looks_like_a_line_end_stays_in_its_words(odd: str) -> None:
    raw = json.dumps({**VISIT, "said": f"one{odd}two"}, ensure_ascii=False)
    assert read(text() + "\n" + raw).moments[0].facts[0].said == f"one{odd}two"


# Ids


def test_ids_are_made_from_the_source_and_those_of_agencies_from_the_partnership_where_it_is_named() -> None:
    def namespace(source: str) -> UUID:
        return uuid5(NAMESPACE_URL, source)

    alone = read(text(VISIT))
    shared = read(text(VISIT, header={**HEADER, "agencies_source": "urn:partnership"}))
    assert alone.moments[0].facts[0].entry == shared.moments[0].facts[0].entry == uuid5(namespace("urn:test"), "v1")
    assert alone.agencies[0].id == uuid5(namespace("urn:test"), "north")
    assert shared.agencies[0].id == shared.moments[0].facts[0].agency == uuid5(namespace("urn:partnership"), "north")


def test_a_file_knows_on_which_line_each_entry_stands_and_when_it_ended() -> None:
    found: Chronology = read(text(VISIT))
    assert found.line_of == {found.moments[0].facts[0].entry: 5}
    assert found.ended == found.moments[0].at and found.households[0].said == "14 Tanner's Row"
    assert read(text()).ended is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"happened": {"from": "2026-08-04", "until": "2027-10-30"}, "at": "2026-12-17T16:00"},
            "This may have happened after it was entered. End the range on the day of at, or mend at.",
        ),
        ({"happened": "0001-01-01"}, "the day is a day between 1900 and 2200."),
        ({"at": "9999-12-31T23:59"}, "at is a time between 1900 and 2200."),
        ({"said": "a\ud800b"}, "This line has characters that no text can keep (half a character, or none)."),
        ({"said": "a\x00b"}, "This line has characters that no text can keep (half a character, or none)."),
    ],
)
def test_what_no_record_could_keep_is_refused_by_its_line(changed: dict[str, Any], said: str) -> None:
    assert said in [words for _, words in problems(text({**VISIT, **changed}))]


def test_a_line_nested_without_end_is_refused_and_the_rest_is_still_read() -> None:
    (_, words), *_ = problems(text(VISIT) + "\n" + "[" * 100_000)
    assert words == "This line is nested too deeply to be an entry."
