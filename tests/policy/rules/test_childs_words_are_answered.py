"""What a child said that worried somebody stands open until a person who decides has named it, or decided after it."""

from datetime import date

import pytest
from tests.policy.builder import a_child, all_said, is_fit_to_read, is_silent, speaks, the, told_of

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role

RULE = "childs_words_are_answered"

#: Thursday 3 December; the next working day is Friday.
SAID = a_child().observed(on="2026-12-03T11:00", theme="childs_words", called="words")
NOW = "2026-12-03T12:00"


def test_words_that_worried_somebody_are_answered_by_the_end_of_the_next_working_day():
    said = speaks(RULE, SAID.at(NOW))
    assert said.kind == FindingKind.OBLIGATION
    assert (said.about, said.evidence) == (the("words"), (the("words"),))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 4)), Clock.WORKING)
    assert (
        said.sentence == "Robin said something that worried Larkfield Nursery on 3 December 2026, "
        "and nobody who decides has answered it."
    )
    assert is_fit_to_read(said)
    assert told_of(SAID.at("2030-01-01")).findings[said.key] == said, "time alone answers nobody"


@pytest.mark.parametrize("otherwise", [{"sense": "going_well"}, {"sense": "neither"}, {"theme": "behaviour"}])
def test_it_is_silent_when_they_worried_nobody(otherwise: dict[str, str]):
    is_silent(RULE, SAID.had("words", **otherwise).at(NOW))


def test_it_is_the_social_workers_where_social_care_is_open():
    worked = SAID.open_to_social_care(on="2026-12-01T10:00")
    assert speaks(RULE, worked.at(NOW)).owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))


@pytest.mark.parametrize("by", ["family", "nobody said"])
def test_whoever_belongs_to_no_agency_is_not_named_as_one(by: str):
    heard = a_child().observed(on="2026-12-03T11:00", theme="childs_words", by=by)
    said = speaks(RULE, heard.at(NOW))
    assert said.sentence.startswith("Robin said something that worried somebody on 3 December 2026")
    assert is_fit_to_read(said)


# What ends it


def test_it_ends_when_somebody_who_decides_named_the_words_in_an_answer():
    is_silent(RULE, SAID.looked_and_thought("words", on=NOW, rule=RULE, of="words").at(NOW))
    assert speaks(RULE, SAID.looked_and_thought("words", on=NOW, rule=RULE, of="words", by="nursery").at(NOW))
    assert speaks(RULE, SAID.looked_and_thought("other", on=NOW, rule=RULE, of="words").at(NOW))


def test_it_ends_when_a_decision_rests_on_the_words():
    decided = SAID.tell("decision", on=NOW, what="section_17", rests_on=("words",), called="decision")
    is_silent(RULE, decided.at(NOW))
    assert speaks(RULE, decided.had("decision", rests_on=()).at(NOW))
    assert speaks(RULE, decided.had("decision", role=Role.GP).at(NOW))


def test_it_ends_when_a_strategy_discussion_was_called_because_of_the_words():
    called = SAID.tell("strategy_discussion", on=NOW, heard=("police_officer",), prompted_by="words", called="talk")
    is_silent(RULE, called.at(NOW))
    assert speaks(RULE, called.had("talk", prompted_by=None).at(NOW))
    assert speaks(RULE, called.had("talk", role=Role.GP).at(NOW))


def test_it_ends_when_a_worry_told_at_the_same_time_or_after_was_decided_on():
    told = SAID.worry_told(on="2026-12-03T11:00", by="nursery", called="worry").decided(
        "assessment", on=NOW, called="decision"
    )
    is_silent(RULE, told.at(NOW))
    assert speaks(RULE, told.without("decision").at(NOW))
    assert speaks(RULE, told.had("decision", role=Role.GP).at(NOW))
    before = SAID.worry_told(on="2026-12-03T10:59:59", by="nursery").decided("assessment", on=NOW)
    assert speaks(RULE, before.at(NOW)), "it was told before the child spoke"


def test_each_time_a_child_spoke_is_answered():
    twice = SAID.observed(on="2026-12-03T11:30", theme="childs_words", called="more")
    assert {one.about for one in all_said(RULE, twice.at(NOW))} == {the("words"), the("more")}
    answered = twice.looked_and_thought("words", on=NOW, rule=RULE, of="words")
    assert speaks(RULE, answered.at(NOW)).about == the("more")


def test_words_that_were_another_childs_ask_for_nothing():
    is_silent(RULE, SAID.retracted("words", on=NOW).at(NOW))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert "words of the child" in str(rule.missing(a_child().at()))
    assert rule.missing(SAID.at(NOW)) is None
