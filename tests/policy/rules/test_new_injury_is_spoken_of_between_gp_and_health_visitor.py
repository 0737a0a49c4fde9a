"""GP practice and health visiting team speak within a working day of a new mark that nothing explains."""

from datetime import date, timedelta

import pytest
from tests.policy.builder import ONE_SECOND, Story, a_child, is_fit_to_read, is_silent, moment, speaks, the, told_of

from kith.policy.calendar import end_of_day, instant
from kith.policy.findings import OwedBy
from kith.policy.rulebook import Rulebook, rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

SPOKEN = "new_injury_is_spoken_of_between_gp_and_health_visitor"
SEEN_ON = "2026-12-10T09:00"


def known_to_both(born: str = "2024-05-03") -> Story:
    return (
        a_child(born=born)
        .open_to("gp_registration", on="2024-06-04", with_agency="surgery", called="practice")
        .open_to("health_visiting", on="2024-05-17", with_agency="health visiting", called="visiting")
    )


#: A mark on Thursday 10 December, on a child open to early help; one working day later is Friday the 11th.
OPEN = known_to_both().open_to_early_help(on="2026-12-01T10:00", called="help")
MARKED = OPEN.bruise(on=SEEN_ON, called="mark")
#: Open to nobody but the two.
TWICE = known_to_both().bruise(on="2026-11-20T09:00", called="first").bruise(on=SEEN_ON, called="mark")


def talked(story: Story, on: str, **more: str) -> Story:
    return story.tell("liaison", on=on, **{"by": "health visiting", "with_agency": "surgery", **more})


def test_a_new_mark_that_nothing_explains_is_spoken_of_within_a_working_day():
    said = speaks(SPOKEN, MARKED.at(SEEN_ON))
    assert (said.kind, said.severity) == (FindingKind.OBLIGATION, Severity.MANDATORY)
    assert (said.about, said.evidence) == (the("Robin"), (the("mark"),))
    assert said.owed_by == OwedBy(Role.HEALTH_VISITOR, the("health visiting"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 11)), Clock.WORKING)
    assert said.sentence == (
        "Nobody has recorded that Millpond Surgery and Northfield Health Visiting spoke of the mark on Robin "
        "of 10 December 2026."
    )
    assert is_fit_to_read(said)


def test_what_the_practice_saw_is_the_practices_to_say():
    by_gp = OPEN.bruise(on=SEEN_ON, by="surgery")
    assert speaks(SPOKEN, by_gp.at(SEEN_ON)).owed_by == OwedBy(Role.GP, the("surgery"))


def test_a_talk_entered_since_ends_it_and_an_earlier_one_does_not():
    is_silent(SPOKEN, talked(MARKED, SEEN_ON).at(SEEN_ON))
    assert speaks(SPOKEN, talked(MARKED, "2026-12-10T08:59:59").at(SEEN_ON))
    before_it_was_entered = talked(MARKED, SEEN_ON).had("mark", at=moment(SEEN_ON) + ONE_SECOND)
    assert speaks(SPOKEN, before_it_was_entered.at("2026-12-10T12:00"))
    of_something_else = talked(MARKED, "2026-12-10T08:59:59", entered="2026-12-10T12:00")
    assert speaks(SPOKEN, of_something_else.at("2026-12-10T12:00"))


def test_a_talk_with_somebody_else_is_not_this_one():
    assert speaks(SPOKEN, talked(MARKED, SEEN_ON, with_agency="nursery").at(SEEN_ON))


def test_it_ends_when_both_know_of_it_whoever_told_them():
    told = MARKED.tell("told", on=SEEN_ON, of="mark", told_agency="surgery", by="north")
    assert speaks(SPOKEN, told.at(SEEN_ON)), "the health visitor does not know"
    is_silent(SPOKEN, told.tell("told", on=SEEN_ON, of="mark", told_agency="health visiting").at(SEEN_ON))
    is_silent(SPOKEN, told.had("told 1", agency=the("health visiting")).at(SEEN_ON))
    seen = OPEN.bruise(on=SEEN_ON, by="surgery", called="mark")
    is_silent(SPOKEN, seen.tell("told", on=SEEN_ON, of="mark", told_agency="health visiting").at(SEEN_ON))


def test_it_does_not_go_away_by_time_nor_on_a_birthday():
    assert speaks(SPOKEN, MARKED.at("2030-01-01")) == speaks(SPOKEN, MARKED.at(SEEN_ON))
    assert speaks(SPOKEN, TWICE.at("2030-01-01")) == speaks(SPOKEN, TWICE.at(SEEN_ON))
    alone = Rulebook(rules=tuple(one for one in rulebook().rules if one.name == SPOKEN))
    assert told_of(TWICE.at(SEEN_ON), alone).next_change_at is None


def test_one_more_mark_is_named_with_the_first_and_puts_nothing_off():
    more = MARKED.bruise(on="2026-12-12T09:00", called="second")
    said = speaks(SPOKEN, more.at("2026-12-12T09:00"))
    assert said.evidence == (the("mark"), the("second"))
    assert said.due_at == end_of_day(date(2026, 12, 11))
    assert said.sentence.endswith("spoke of 2 marks on Robin since 10 December 2026.")
    assert is_fit_to_read(said)


def test_a_mark_that_is_explained_is_not_spoken_of():
    runs = OPEN.able("running_climbing", on="2026-11-01")
    is_silent(SPOKEN, runs.explained_bruise(on=SEEN_ON).at(SEEN_ON))


def test_a_mark_seen_before_help_began_is_not_new_to_it():
    is_silent(SPOKEN, OPEN.bruise(on="2026-12-01T09:59:59").at(SEEN_ON))
    assert speaks(SPOKEN, OPEN.bruise(on="2026-12-01T10:00").at(SEEN_ON))
    is_silent(SPOKEN, MARKED.without("help").at(SEEN_ON))


# A child who is open to nobody else


def test_a_mark_that_repeats_another_is_spoken_of_though_no_help_is_open():
    said = speaks(SPOKEN, TWICE.at(SEEN_ON))
    assert said.evidence == (the("mark"),)
    is_silent(SPOKEN, TWICE.without("first").at(SEEN_ON))


def test_two_marks_of_one_event_are_no_repetition():
    same = TWICE.bruise(on=SEEN_ON, called="beside it").without("first")
    is_silent(SPOKEN, same.at(SEEN_ON))
    assert speaks(SPOKEN, TWICE.bruise(on=SEEN_ON, called="beside it").at(SEEN_ON)).sentence.count("2 marks") == 1


def test_marks_ninety_days_apart_are_no_repetition():
    for apart, repeated in ((timedelta(days=90), False), (timedelta(days=90) - ONE_SECOND, True)):
        then = instant(moment(SEEN_ON)) - apart
        story = TWICE.without("first").bruise(on=then.isoformat(), called="first")
        if repeated:
            assert speaks(SPOKEN, story.at(SEEN_ON))
        else:
            is_silent(SPOKEN, story.at(SEEN_ON))


def test_an_explained_mark_is_no_first_of_two():
    runs = TWICE.without("first").able("running_climbing", on="2026-11-01")
    story = runs.explained_bruise(on="2026-11-20T09:00")
    is_silent(SPOKEN, story.at(SEEN_ON))


# Which child


@pytest.mark.parametrize("missing", ["practice", "visiting", "mark"])
def test_without_one_of_them_it_is_silent(missing: str):
    is_silent(SPOKEN, MARKED.without(missing).at(SEEN_ON))


def test_a_child_who_was_five_is_not_a_health_visitors():
    opened = known_to_both(born="2021-12-10").open_to_early_help(on="2026-12-01T10:00")
    is_silent(SPOKEN, opened.bruise(on=SEEN_ON).at(SEEN_ON))
    assert speaks(SPOKEN, opened.bruise(on="2026-12-09T23:59:59").at(SEEN_ON))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(SPOKEN)
    assert rule and "GP practice" in str(rule.missing(a_child().at()))
    assert "a mark" in str(rule.missing(OPEN.at()))
    assert rule.missing(MARKED.at()) is None
