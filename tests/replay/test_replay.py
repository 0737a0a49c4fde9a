"""The loop of casework without a database: what was known when, what followed, and how each finding ended."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest

from kith.policy.calendar import read_local_time
from kith.policy.findings import Finding
from kith.policy.picture import ChildPicture
from kith.policy.rulebook import rulebook
from kith.replay.chronology_file import BadLines, read
from kith.replay.replay import Replay, Told
from kith.replay.telling import Summary, json_lines, what_is_missing
from kith.vocabulary import FindingKind

SOURCE = "urn:test"
REPEATED = "repeated_injuries_raise_non_accidental_injury"
SEEN = "child_is_seen_within_the_visiting_interval"
ANSWERED = "open_concern_is_answered_before_stepping_down"
#: The loop is tried with three rules, whatever others are written.
THREE = replace(rulebook(), rules=tuple(one for one in rulebook().rules if one.name in (REPEATED, SEEN, ANSWERED)))
WHO = (
    {"id": "north", "kind": "agency", "name": "North team", "type": "social_care"},
    {"id": "nursery", "kind": "agency", "name": "The nursery", "type": "nursery"},
    {"id": "gp", "kind": "agency", "name": "The surgery", "type": "gp_practice"},
    {"id": "robin", "kind": "person", "name": "Robin", "born": "2024-05-03"},
    {"id": "isla", "kind": "person", "name": "Isla", "born": "2022-01-22"},
    {"id": "baby", "kind": "person", "name": "Baby Marsh", "expected": "2027-04-20"},
    {"id": "jodie", "kind": "person", "name": "Jodie", "born": "2002-02-14"},
    {"id": "home", "kind": "household", "said": "home"},
)


def of(name: str) -> UUID:
    return uuid5(uuid5(NAMESPACE_URL, SOURCE), name)


def entry(name: str, kind: str, at: str, agency: str = "nursery", **fields: Any) -> dict[str, Any]:
    told = {"id": name, "kind": kind, "about": ["robin"], "happened": at, "at": at}
    role = "social_care_manager" if kind in ("consideration", "waiver", "threshold_decision") else "unknown"
    return {**told, "by": {"role": role, "agency": agency}, **fields}


def mark(name: str, at: str, agency: str = "nursery", **fields: Any) -> dict[str, Any]:
    return entry(name, "injury", at, agency, **{"type": "bruise", "region": "forehead", **fields})


def a_file(*lines: dict[str, Any]) -> str:
    return "\n".join(json.dumps(line) for line in ({"source": SOURCE}, *WHO, *lines))


@dataclass
class Telling:
    """A whole replay, with what happened to findings written as (entries, what, rule, child)."""

    replay: Replay
    told: list[Told]

    def events(self, rule: str | None = None) -> list[tuple[str, str]]:
        return [(what, str(told.at)[:10]) for told, what, name in self._all() if rule in (None, name)]

    def _all(self) -> Iterator[tuple[Told, str, str]]:
        for told in self.told:
            for changes in told.changes:
                for what in ("opened", "changed"):
                    yield from ((told, what, one.rule) for one in getattr(changes, what))
                for what in ("met", "waived", "lapsed", "rule_changed"):
                    yield from ((told, what, key.rule) for key in getattr(changes, what))

    def standing(self, child: str = "robin", rule: str = REPEATED) -> Finding | None:
        found = [one for key, one in self.replay.standing[of(child)].open_now.items() if key.rule == rule]
        return found[0] if found else None

    def evidence(self, child: str = "robin") -> list[UUID]:
        found = self.standing(child)
        assert found
        return list(found.evidence)


def tell(*lines: dict[str, Any], as_of: str | None = None, known_to: UUID | None = None) -> Telling:
    replay = Replay(read(a_file(*lines)), known_to=known_to, book=THREE)
    told = list(replay.moments(read_local_time(as_of) if as_of else None))
    assert not [one for each in told for one in each.could_not_check]
    return Telling(replay, told)


TWO = (mark("m1", "2026-11-11T09:20"), mark("m2", "2026-12-08T09:30", "gp"))
SERIOUS = entry("open", "involvement", "2026-11-16T10:00", "north", with_agency="north", service="assessment")


def consideration(at: str, *evidence: str, on: str = "robin") -> dict[str, Any]:
    name = f"thought {at}"
    answer = {"rule": REPEATED, "on": on, "evidence": list(evidence), "could_be_caused": "could_not"}
    return entry(name, "consideration", at, "north", about=[on], **answer)


# What was known when


def test_late_news_counts_from_when_it_was_entered_not_from_when_it_happened() -> None:
    late = mark("late", "2026-12-20T10:15", "gp", happened="2026-11-06T10:30")
    telling = tell(TWO[0], late)
    assert telling.events(REPEATED) == [("opened", "2026-12-20")]
    assert tell(TWO[0], late, as_of="2026-12-14T23:59:59").events() == []
    finding = telling.standing()
    assert finding and finding.evidence[0] == of("late")  # told in the order in which things happened


def test_the_order_of_lines_in_the_file_does_not_matter() -> None:
    lines = [*TWO, SERIOUS, consideration("2026-12-09T10:00", "m1", "m2", "open"), mark("m3", "2026-12-24T12:50")]
    one_order = list(json_lines(Replay(read(a_file(*lines)), book=THREE)))
    for seed in range(5):
        mixed = [*WHO, *lines]
        random.Random(seed).shuffle(mixed)
        told = "\n".join(json.dumps(line) for line in ({"source": SOURCE}, *mixed))
        assert list(json_lines(Replay(read(told), book=THREE))) == one_order


def test_a_corrected_mark_counts_once_and_as_corrected() -> None:
    mended = mark("m2b", "2026-12-08T14:00", "gp", corrects="m2", region="chin")
    telling = tell(*TWO, mended)
    assert telling.evidence() == [of("m1"), of("m2b")]
    assert "has 2 injuries" in telling.standing().sentence  # type: ignore[union-attr]


def test_before_a_correction_was_entered_the_first_entry_stands() -> None:
    mended = mark("m2b", "2026-12-08T14:00", "gp", corrects="m2", region="chin")
    assert tell(*TWO, mended, as_of="2026-12-08T13:59").evidence() == [of("m1"), of("m2")]


def test_nothing_but_a_mark_takes_the_place_of_a_mark() -> None:
    note = entry("note", "observation", "2026-12-08T14:00", "gp", corrects="m2", theme="growth")
    with pytest.raises(BadLines, match="corrects names an entry of another kind"):
        tell(*TWO, note)


@pytest.mark.parametrize("word", ["corrects", "retracts"])
def test_only_its_own_agency_or_social_care_mends_an_entry(word: str) -> None:
    kind = "retraction" if word == "retracts" else "injury"
    fields = {} if word == "retracts" else {"type": "bruise", "region": "knee"}
    theirs = entry("mends", kind, "2026-12-10T09:00", "nursery", **{word: "m2"}, **fields)
    with pytest.raises(BadLines, match=f"{word} names an entry of another agency"):
        tell(*TWO, theirs)
    theirs["by"] = {"role": "social_worker", "agency": "north"}
    assert tell(*TWO, theirs).told[-1].facts


def test_somebody_whose_age_nobody_said_is_a_child_once_something_of_a_childs_was_entered() -> None:
    who = {"id": "kid", "kind": "person", "name": "Kid"}
    marks = [line | {"about": ["kid"]} for line in TWO]
    replay = Replay(read(a_file(who, *marks)), book=THREE)
    opened = [one for told in replay.moments() for changes in told.changes for one in changes.opened]
    assert [(one.rule, one.subject.id) for one in opened] == [(REPEATED, of("kid"))]


def test_time_passes_no_more_for_somebody_who_has_come_of_age() -> None:
    who = {"id": "kid", "kind": "person", "name": "Kid", "born": "2008-12-20"}
    plan = entry("plan", "involvement", "2026-12-01T10:00", "north", with_agency="north", service="child_in_need")
    told = list(
        Replay(read(a_file(who, plan | {"about": ["kid"]})), book=THREE).moments(read_local_time("2027-03-01T00:00"))
    )
    assert [one.facts for one in told if one.changes and not one.facts] == []


def test_a_retracted_mark_leaves_the_picture_when_it_is_retracted_and_not_before() -> None:
    wrong = entry("r", "retraction", "2026-12-10T09:00", "gp", retracts="m2")
    telling = tell(*TWO, wrong)
    assert telling.events(REPEATED) == [("opened", "2026-12-08"), ("met", "2026-12-10")]
    assert telling.standing() is None


def test_a_mark_retracted_for_one_child_stays_with_the_other() -> None:
    both = [line | {"about": ["robin", "isla"]} for line in TWO]
    telling = tell(*both, entry("r", "retraction", "2026-12-10T09:00", "gp", retracts="m2"))
    assert telling.standing("robin") is None
    assert telling.standing("isla") is not None


def test_an_entry_about_three_children_is_read_in_the_picture_of_each_and_told_once() -> None:
    three = [line | {"about": ["robin", "isla", "baby"]} for line in TWO]
    telling = tell(*three)
    assert [telling.standing(child) is not None for child in ("robin", "isla", "baby")] == [True, True, True]
    assert [len(told.facts) for told in telling.told] == [1, 1]
    assert len({one.key.id(1) for told in telling.told for changes in told.changes for one in changes.opened}) == 3


def test_a_child_who_shares_a_household_answers_to_what_is_entered_about_the_other() -> None:
    home = entry("live", "household_membership", "2026-11-01T10:00", about=["robin", "isla"], household="home")
    telling = tell(home, TWO[0])
    assert set(telling.replay.standing) == {of("robin"), of("isla")}
    picture = ChildPicture(id=of("isla"), at=telling.told[-1].at, shelves=telling.replay.shelves)
    assert [one.name for one in picture.siblings()] == ["Robin"]


def test_an_unborn_child_has_a_picture_and_duties_of_their_own() -> None:
    plan = entry(
        "plan", "involvement", "2026-11-02T10:00", "north", about=["baby"], with_agency="north", service="child_in_need"
    )
    telling = tell(plan, as_of="2026-12-01T09:00")
    assert telling.standing("baby", SEEN) is not None


def test_an_adult_has_no_duties_opened_about_them() -> None:
    assert tell(*(line | {"about": ["jodie"]} for line in TWO)).replay.standing == {}


NORTH_KNOWS = {"known_to": ["north"]}


def test_a_replay_without_an_agency_is_of_the_shared_record_and_of_what_few_knew() -> None:
    assert tell(TWO[0] | {"known_to": []}, TWO[1] | NORTH_KNOWS).standing() is not None


def test_an_agency_by_itself_knew_what_it_entered_and_what_it_was_named_for() -> None:
    named = (TWO[0] | NORTH_KNOWS, TWO[1] | NORTH_KNOWS)
    assert tell(*named, known_to=of("north")).standing() is not None
    assert tell(*named, known_to=of("nursery")).standing() is None
    own = mark("own", "2026-11-20T09:00")
    assert tell(own, TWO[0], known_to=of("nursery")).standing() is not None


def known_by(agency: str, *lines: dict[str, Any]) -> list[UUID]:
    return [fact.entry for moment in tell(*lines, known_to=of(agency)).told for fact in moment.facts]


def test_an_entry_for_all_who_share_the_record_reaches_nobody_by_that_alone() -> None:
    assert tell(*TWO, known_to=of("north")).told == []
    assert known_by("nursery", *TWO) == [of("m1")]


def test_an_agency_knew_what_was_done_with_it_but_not_all_that_it_was_told_about() -> None:
    told = (
        entry("worry", "contact", "2026-11-11T09:30", "gp"),
        entry("rung", "told", "2026-11-11T15:30", "gp", of="worry", told_agency="nursery"),
        entry("talked", "liaison", "2026-11-12T09:00", "gp", with_agency="nursery"),
        entry("asked", "adult_check", "2026-11-12T10:00", "gp", adult="jodie", result="asked", asked_of="north"),
    )
    assert known_by("nursery", *told) == [of("rung"), of("talked")]
    assert known_by("north", *told) == [of("asked")]


def test_an_agency_hears_that_what_it_knew_was_mended_or_taken_back() -> None:
    taken_back = entry("gone", "retraction", "2026-12-10T09:00", "north", retracts="m2") | {
        "by": {"role": "social_worker", "agency": "north"}
    }
    assert known_by("gp", *TWO, taken_back) == [of("m2"), of("gone")]
    assert known_by("nursery", *TWO, taken_back) == [of("m1")]
    mended = mark("mended", "2026-12-10T09:00", "north", corrects="m1") | {
        "by": {"role": "social_worker", "agency": "north"}
    }
    assert known_by("nursery", *TWO, mended) == [of("m1"), of("mended")]


# Time, and how findings end


def test_a_look_lapses_when_time_alone_takes_a_mark_out_of_the_window() -> None:
    telling = tell(*TWO, as_of="2027-03-01T00:00")
    assert telling.events() == [("opened", "2026-12-08"), ("lapsed", "2027-02-09")]
    assert telling.told[-1].facts == ()


def test_a_look_is_met_when_an_entry_takes_its_reason_away() -> None:
    walks = entry("walks", "development", "2026-11-01T09:00", stage="walking")
    account = entry(
        "said", "account", "2026-12-09T10:00", injury="m2", given="asked", mechanism="fell_walking_or_running"
    )
    assert tell(*TWO, walks, account).events() == [("opened", "2026-12-08"), ("met", "2026-12-09")]


def test_a_serious_concern_never_lapses_by_time() -> None:
    telling = tell(*TWO, SERIOUS, as_of="2028-01-01T00:00")
    assert ("lapsed", "2027-02-09") not in telling.events(REPEATED)
    assert telling.standing() is not None and telling.standing().is_serious  # type: ignore[union-attr]


def test_a_serious_concern_that_outlived_its_window_is_met_by_an_answer() -> None:
    answer = consideration("2027-06-01T10:00", "m1", "m2", "open")
    telling = tell(*TWO, SERIOUS, answer)
    assert telling.events(REPEATED) == [("opened", "2026-12-08"), ("met", "2027-06-01")]


def test_a_serious_concern_is_not_softened_by_time() -> None:
    low = entry("cold", "observation", "2026-12-01T10:00", theme="interaction", sense="worry")
    telling = tell(*TWO, low, as_of="2027-02-05T00:00")  # warmth is read for 60 days, injuries for 90
    assert telling.events() == [("opened", "2026-12-08")]
    assert telling.standing().is_serious  # type: ignore[union-attr]


def test_a_look_that_is_joined_by_one_more_fact_changes_and_is_not_opened_again() -> None:
    telling = tell(*TWO, {**SERIOUS, "happened": "2026-12-09T10:00", "at": "2026-12-09T10:00"})
    assert telling.events(REPEATED) == [("opened", "2026-12-08"), ("changed", "2026-12-09")]


def test_an_answer_quiets_a_concern_until_evidence_it_did_not_name_appears() -> None:
    answer = consideration("2026-12-09T10:00", "m1", "m2")
    quiet = tell(*TWO, answer, as_of="2026-12-24T12:00")
    assert quiet.events() == [("opened", "2026-12-08"), ("met", "2026-12-09")]
    again = tell(*TWO, answer, mark("m3", "2026-12-24T12:50"))
    assert again.events()[2:] == [("opened", "2026-12-24")]
    assert again.evidence() == [of("m1"), of("m2"), of("m3")]


def test_an_answer_that_does_not_name_all_it_rests_on_does_not_quiet_it() -> None:
    assert tell(*TWO, consideration("2026-12-09T10:00", "m1")).events(REPEATED) == [("opened", "2026-12-08")]


def test_an_answer_about_one_child_does_not_quiet_the_other() -> None:
    both = [line | {"about": ["robin", "isla"]} for line in TWO]
    telling = tell(*both, consideration("2026-12-09T10:00", "m1", "m2"))
    assert telling.standing("robin") is None and telling.standing("isla") is not None


def test_a_finding_that_opens_again_is_a_new_duty_with_an_id_of_its_own() -> None:
    answer = consideration("2026-12-09T10:00", "m1", "m2")
    lines = list(json_lines(Replay(read(a_file(*TWO, answer, mark("m3", "2026-12-24T12:50"))), book=THREE)))
    opened = [one["id"] for line in lines[:-1] for one in line["opened"]]
    met = [one for line in lines[:-1] for one in line["met"]]
    assert len(opened) == len(set(opened)) == 2 and met == opened[:1]


def test_a_waived_duty_is_told_as_waived() -> None:
    plan = entry("plan", "involvement", "2026-11-02T10:00", "north", with_agency="north", service="child_in_need")
    waiver = entry("w", "waiver", "2026-11-30T10:00", "north", rule=SEEN, on="plan", evidence=["plan"])
    telling = tell(plan, waiver)
    assert telling.events() == [("opened", "2026-11-27"), ("waived", "2026-11-30")]


def test_time_alone_opens_a_duty_and_the_visit_meets_it() -> None:
    plan = entry("plan", "involvement", "2026-11-02T10:00", "north", with_agency="north", service="child_in_need")
    seen = entry("seen", "visit", "2026-11-30T15:00", "north", outcome="made", seen="yes")
    telling = tell(plan, seen)
    assert telling.events() == [("opened", "2026-11-27"), ("met", "2026-11-30")]
    assert [bool(told.facts) for told in telling.told] == [True, False, True]


def test_a_hold_ends_with_the_service_it_stood_before() -> None:
    down = entry("down", "stepped_down", "2026-12-01T10:00", "north", involvement="open", to="universal")
    assert tell(TWO[0], SERIOUS, down).events(ANSWERED) == [("opened", "2026-11-16"), ("met", "2026-12-01")]


def test_a_child_who_turns_five_is_no_longer_looked_at_by_a_rule_for_younger_children() -> None:
    marks = [line | {"about": ["isla"]} for line in TWO]
    telling = tell(*marks, as_of="2027-02-01T00:00")
    assert telling.events() == [("opened", "2026-12-08"), ("lapsed", "2027-01-22")]


def test_time_that_changed_nothing_is_no_moment() -> None:
    assert len(tell(TWO[0], as_of="2030-01-01T00:00").told) == 1


def test_an_occasion_that_changed_nothing_is_a_moment_still() -> None:
    (told,) = tell(TWO[0]).told
    assert told.open == 0 and not any(told.changes)


# The telling


def test_a_replay_told_twice_is_the_same_to_the_byte() -> None:
    told = a_file(*TWO, SERIOUS, mark("m3", "2026-12-24T12:50"))
    assert json.dumps(list(json_lines(Replay(read(told), book=THREE)))) == json.dumps(
        list(json_lines(Replay(read(told), book=THREE)))
    )


def test_open_counts_what_stands_after_the_moment() -> None:
    lines = list(
        json_lines(
            Replay(read(a_file(*TWO, SERIOUS, consideration("2026-12-09T10:00", "m1", "m2", "open"))), book=THREE)
        )
    )
    assert [line["open"] for line in lines[:-1]] == [0, 1, 2, 0]


def test_the_summary_says_when_a_point_was_first_spoken_of_and_what_is_missing_for_the_rest() -> None:
    telling = tell(*TWO, as_of="2026-12-20T09:30")
    summary = Summary()
    for told in telling.told:
        summary.hear(told)
    points = summary.as_json(telling.replay, read_local_time("2026-12-20T09:30"))["summary"]["learning"]
    assert list(points) == [str(point) for point in range(1, 15)]
    assert points["6"] == {"first_spoke": "2026-12-08T09:30:00+00:00", "days_before_end": 12, "missing": None}
    assert "a child in need or child protection plan" in points["8"]["missing"]
    assert points["1"]["missing"] == "No rule keeps this point yet."


def test_what_one_childs_entries_tell_is_not_missing_because_anothers_do_not_tell_it() -> None:
    home = entry("live", "household_membership", "2026-11-01T10:00", about=["robin", "isla"], household="home")
    plan = entry("plan", "involvement", "2026-11-02T10:00", "north", with_agency="north", service="child_in_need")
    telling = tell(home, plan)
    said = what_is_missing(8, telling.replay, telling.told[-1].at)
    assert said == "Its rules had what they read and nothing to say. That does not mean that a child is safe."


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((), "The file has no entries."),
        (
            (entry("v", "safe_contact", "2026-01-01T09:00", about=["jodie"], person="jodie", way="x"),),
            "The file tells of no child.",
        ),
    ],
)
def test_a_file_without_a_child_says_so(lines: tuple[dict[str, Any], ...], said: str) -> None:
    assert list(json_lines(Replay(read(a_file(*lines)), book=THREE)))[-1]["summary"]["learning"]["6"]["missing"] == said


def test_a_rule_that_breaks_is_told_and_stops_no_other() -> None:
    def broken(_: object) -> Iterator[Any]:
        raise ZeroDivisionError("by nought")
        yield

    book = THREE
    bad = replace(book.rules[0], name="aaa_broken", written=broken)
    lines = list(json_lines(Replay(read(a_file(*TWO)), book=replace(book, rules=(bad, *book.rules)))))
    assert lines[1]["could_not_check"][0]["why"] == "ZeroDivisionError: by nought"
    assert lines[1]["opened"][0]["kind"] == FindingKind.ALERT


def test_a_correction_that_leaves_out_somebody_who_knew_is_refused_by_its_line() -> None:
    mends = mark("mends", "2026-12-10T09:00", "gp", corrects="m2", known_to=[])
    with pytest.raises(BadLines, match="known_to leaves out somebody who knew what this corrects"):
        tell(*TWO, mends)
