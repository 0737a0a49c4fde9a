"""Accounts of one injury that differ are read side by side; what differs is named, and nobody is judged."""

from datetime import date

import pytest
from tests.policy.builder import (
    Story,
    a_child,
    all_said,
    entries,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
)

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

DIFFER = "accounts_that_differ_raise_non_accidental_injury"
LATER = "2026-11-20T12:00"

#: Two accounts of one mark that say the same.
SAME = (
    a_child()
    .bruise(on="2026-11-05T09:00", called="mark", region="eyebrow", side="left")
    .account(on="2026-11-05T10:00", called="first", mechanism="climbed_and_fell", teller="Kit", given="asked")
    .account(on="2026-11-06T10:00", called="second", mechanism="climbed_and_fell", teller="Jo", given="asked")
)
DIFFERENT = SAME.had("second", mechanism="pulled_onto_self")


def test_accounts_that_differ_about_how_it_happened_are_serious_and_keep_elapsed_hours():
    said = speaks(DIFFER, DIFFERENT.at(LATER))
    assert (said.kind, said.severity) == (FindingKind.ALERT, Severity.SUSPECT)
    assert said.about == the("mark")
    assert said.evidence == (the("mark"), the("first"), the("second"))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (moment("2026-11-07T10:00"), Clock.ELAPSED)
    assert said.sentence == "The accounts of the mark on the left eyebrow differ about how it happened."
    assert is_fit_to_read(said)


def test_accounts_that_say_the_same_say_nothing():
    is_silent(DIFFER, SAME.at(LATER))


def test_one_account_differs_from_nothing():
    is_silent(DIFFER, DIFFERENT.without("first").at(LATER))
    is_silent(DIFFER, SAME.without("first").accounts_judged("concern", on="2026-11-07").at(LATER))


def test_the_open_team_owes_it():
    opened = DIFFERENT.open_to_social_care(on="2026-11-01")
    assert speaks(DIFFER, opened.at(LATER)).owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))


def test_each_injury_is_compared_with_itself_alone():
    two = DIFFERENT.bruise(on="2026-11-09T09:00", called="other").account(on="2026-11-09T10:00", mechanism="dropped")
    assert {one.about for one in all_said(DIFFER, two.at(LATER))} == entries("mark")


# What differs


def both(first: dict[str, str], second: dict[str, str]) -> Story:
    return SAME.had("first", **first).had("second", **second)


AT_TEN = {"claimed_at": "2026-11-04T10:00"}


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ({"who_had_care": "Kit"}, {"who_had_care": "Jo"}, "differ about who had care."),
        (
            {"who_had_care": "Kit", **AT_TEN, "place": "stairs"},
            {"who_had_care": "Jo", "claimed_at": "2026-11-04T16:00", "place": "bath", "mechanism": "dropped"},
            "differ about how, where and when it happened and who had care.",
        ),
    ],
)
def test_the_sentence_names_what_differs(first: dict[str, str], second: dict[str, str], words: str):
    said = speaks(DIFFER, both(first, second).at(LATER))
    assert said.sentence.endswith(words)
    assert said.severity == Severity.SUSPECT
    assert is_fit_to_read(said)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ({"place": "stairs"}, {"place": "bathroom"}, "differ about where it happened."),
        (AT_TEN, {"claimed_at": "2026-11-04T12:00:01"}, "differ about when it happened."),
        (AT_TEN, {"claimed_at": "2026-11-03T23:59:59"}, "differ about when it happened."),
        (
            {**AT_TEN, "place": "bed"},
            {"claimed_at": "2026-11-05", "place": "bath"},
            "about where and when it happened.",
        ),
        (
            {"mechanism": "fell_walking_or_running"},
            {"mechanism": "bumped_into"},
            "differ about how it happened.",
        ),
    ],
)
def test_where_or_when_alone_or_one_tumble_in_two_codes_asks_to_be_looked_at(
    first: dict[str, str], second: dict[str, str], words: str
):
    said = speaks(DIFFER, both(first, second).at(LATER))
    assert said.sentence.endswith(words)
    assert (said.severity, said.clock) == (Severity.CONSIDER, Clock.WORKING)
    assert said.due_at == end_of_day(date(2026, 11, 20))


def test_one_person_who_tells_one_tumble_in_two_ways_is_serious():
    two_ways = both({"mechanism": "fell_walking_or_running"}, {"mechanism": "bumped_into"})
    assert speaks(DIFFER, two_ways.at(LATER)).severity == Severity.CONSIDER
    assert speaks(DIFFER, two_ways.had("second", teller="Kit").at(LATER)).severity == Severity.SUSPECT


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"mechanism": "not_recorded"}, {}),
        ({"mechanism": "just_noticed"}, {}),
        ({"who_had_care": "Kit"}, {}),
        ({"place": "kitchen"}, {}),
        ({"place": "Kitchen"}, {"place": "on the kitchen floor"}),
        (AT_TEN, {}),
        (AT_TEN, {"claimed_at": "2026-11-04T12:00"}),
        (AT_TEN, {"claimed_at": "2026-11-04"}),
    ],
    ids=str,
)
def test_what_was_not_said_or_says_more_of_the_same_never_differs(first: dict[str, str], second: dict[str, str]):
    told = SAME.had("first", **first)
    is_silent(DIFFER, (told.had("second", **second) if second else told).at(LATER))


def test_who_first_only_noticed_it_and_then_says_how_has_said_two_things():
    noticed = SAME.had("first", mechanism="just_noticed")
    is_silent(DIFFER, noticed.at(LATER))
    assert speaks(DIFFER, noticed.had("second", teller="Kit").at(LATER)).severity == Severity.SUSPECT
    nobody_wrote_who = noticed.had("first", teller=None).had("second", teller=None)
    is_silent(DIFFER, nobody_wrote_who.at(LATER))


# From when it counts


def test_a_third_account_puts_nothing_off():
    third = DIFFERENT.account(on="2026-11-09T10:00", mechanism="dropped", called="third")
    said = speaks(DIFFER, third.at(LATER))
    assert said.due_at == moment("2026-11-07T10:00")
    assert the("third") in said.evidence


def test_what_was_only_a_look_before_is_counted_from_when_it_turned_serious():
    places = both({"place": "stairs"}, {"place": "bathroom"})
    serious = places.account(on="2026-11-09T10:00", mechanism="dropped")
    assert speaks(DIFFER, serious.at(LATER)).due_at == moment("2026-11-10T10:00")


def test_an_answer_quiets_it_and_a_later_account_is_counted_from_its_own_time():
    read = DIFFERENT.looked_and_thought(
        "mark", "first", "second", on="2026-11-07T09:00", rule=DIFFER, of="mark", could_be_caused="could"
    )
    is_silent(DIFFER, read.at(LATER))
    again = read.account(on="2026-11-09T10:00", mechanism="dropped")
    assert speaks(DIFFER, again.at(LATER)).due_at == moment("2026-11-10T10:00")


def test_an_injury_put_right_is_counted_from_the_correction():
    right = DIFFERENT.bruise(on="2026-11-05T09:00", entered="2026-11-12T10:00", called="put right", corrects="mark")
    said = speaks(DIFFER, right.at(LATER))
    assert (said.about, said.due_at) == (the("put right"), moment("2026-11-13T10:00"))


# What a person thinks of them


def test_a_person_who_thinks_they_really_differ_makes_it_serious():
    judged = SAME.accounts_judged("really_differ", on="2026-11-09T10:00", by="nursery", called="judged")
    said = speaks(DIFFER, judged.at(LATER))
    assert (said.severity, said.due_at) == (Severity.SUSPECT, moment("2026-11-10T10:00"))
    assert the("judged") in said.evidence
    assert said.sentence == (
        "Larkfield Nursery has recorded that the accounts of the mark on the left eyebrow really differ."
    )
    assert is_fit_to_read(said)
    nobody_knows = judged.had("judged", agency=the("nobody said"))
    assert speaks(DIFFER, nobody_knows.at(LATER)).sentence.startswith("Somebody has recorded that")


def test_a_person_makes_a_look_serious_and_the_sentence_still_names_what_differs():
    judged = both({"place": "stairs"}, {"place": "bathroom"}).accounts_judged("really_differ", on="2026-11-09T10:00")
    said = speaks(DIFFER, judged.at(LATER))
    assert (said.severity, said.due_at) == (Severity.SUSPECT, moment("2026-11-10T10:00"))
    assert said.sentence.endswith("differ about where it happened.")


@pytest.mark.parametrize("judged", ["cannot_tell", "concern"])
def test_not_being_able_to_tell_neither_raises_nor_quiets(judged: str):
    is_silent(DIFFER, SAME.accounts_judged(judged, on="2026-11-09T10:00").at(LATER))
    assert speaks(DIFFER, DIFFERENT.accounts_judged(judged, on="2026-11-09T10:00").at(LATER))


def test_who_decides_and_thinks_they_are_the_same_in_other_words_quiets_the_comparison():
    is_silent(DIFFER, DIFFERENT.accounts_judged("same_in_other_words", on="2026-11-09T10:00").at(LATER))


def test_nobody_else_quiets_it():
    judged = DIFFERENT.accounts_judged("same_in_other_words", on="2026-11-09T10:00", by="nursery")
    assert speaks(DIFFER, judged.at(LATER))


def test_an_account_given_after_that_is_compared_anew():
    judged = DIFFERENT.accounts_judged("same_in_other_words", on="2026-11-09T10:00")
    is_silent(DIFFER, judged.account(on="2026-11-09T10:00", mechanism="dropped").at(LATER))
    again = judged.account(on="2026-11-10T10:00", mechanism="dropped")
    assert speaks(DIFFER, again.at(LATER)).due_at == moment("2026-11-11T10:00")
    same_again = SAME.accounts_judged("same_in_other_words", on="2026-11-09T10:00")
    is_silent(DIFFER, same_again.account(on="2026-11-10T10:00", mechanism="climbed_and_fell").at(LATER))


def test_the_louder_of_two_judgements_stands_unless_the_quiet_one_came_after():
    quiet, loud = "same_in_other_words", "really_differ"
    at_once = DIFFERENT.accounts_judged(quiet, on="2026-11-09T10:00").accounts_judged(loud, on="2026-11-09T10:00")
    assert speaks(DIFFER, at_once.at(LATER)).due_at == moment("2026-11-10T10:00")
    is_silent(DIFFER, at_once.accounts_judged(quiet, on="2026-11-09T10:01").at(LATER))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(DIFFER)
    assert rule and rule.missing(SAME.at()) is None
    assert "two accounts" in str(rule.missing(a_child().at()))
