"""Who cares for a hurt child is established within a day, of every adult alike, once it is safe to ask."""

import pytest
from tests.policy.builder import (
    ONE_SECOND,
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

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

ESTABLISHED = "injury_with_an_adult_nobody_has_established"
LATER = "2026-11-20T12:00"

#: Somebody called Dean cares for a child alone, and there is a mark that nothing explains.
DEAN = (
    a_child()
    .knowing("Dean", called="Dean")
    .cared_for_by("Dean", on="2026-11-05T10:00", by="nursery", cares_alone="yes", called="adult")
    .bruise(on="2026-11-10T09:00", called="mark", region="back")
)


def test_an_adult_nobody_has_established_is_established_within_a_day_of_the_injury():
    said = speaks(ESTABLISHED, DEAN.at(LATER))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert said.about == the("Dean")
    assert said.evidence == (the("adult"), the("mark"))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (moment("2026-11-11T09:00"), Clock.ELAPSED)
    assert said.sentence == (
        "Nobody has established who Dean is, who cares for Robin alone, and an injury of 10 November 2026 is not explained."
    )
    assert said.do_next.startswith("check first that it is safe to ask")
    assert is_fit_to_read(said)


@pytest.mark.parametrize("missing", ["adult", "mark"])
def test_it_takes_both_an_adult_and_an_injury(missing: str):
    is_silent(ESTABLISHED, DEAN.without(missing).at(LATER))


def test_an_explained_injury_asks_nothing_of_anybody():
    child = (
        DEAN.without("mark").able("walking", on="2026-11-01", called="walks").explained_bruise(on="2026-11-10T09:00")
    )
    is_silent(ESTABLISHED, child.at(LATER))
    assert speaks(ESTABLISHED, child.without("walks").at(LATER))


def test_a_mark_that_somebody_who_decides_settled_asks_nothing_more():
    read = {"on": "2026-11-11T09:00", "rule": "some_other_rule", "called": "answer"}
    settled = DEAN.looked_and_thought("mark", could_be_caused="could_not", **read)
    is_silent(ESTABLISHED, settled.at(LATER))
    assert speaks(ESTABLISHED, settled.had("answer", could_be_caused="could").at(LATER))


def test_the_open_team_owes_it():
    opened = DEAN.open_to_social_care(on="2026-11-01")
    assert speaks(ESTABLISHED, opened.at(LATER)).owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))


# Which adult


def test_somebody_without_care_of_the_child_is_not_asked_about():
    is_silent(ESTABLISHED, DEAN.had("adult", cares_alone="no").at(LATER))
    is_silent(ESTABLISHED, DEAN.had("adult", cares_alone="not_recorded").at(LATER))


def test_who_stays_overnight_is_asked_about_too():
    said = speaks(ESTABLISHED, DEAN.had("adult", cares_alone="no", stays_overnight="yes").at(LATER))
    assert "who Dean is, who stays overnight with Robin, and" in said.sentence
    assert is_fit_to_read(said)


def test_somebody_whose_name_nobody_has_is_asked_about_without_one():
    nameless = a_child().knowing("him").cared_for_by("him", on="2026-11-05T10:00", cares_alone="yes")
    said = speaks(ESTABLISHED, nameless.bruise(on="2026-11-10T09:00", region="back").at(LATER))
    assert said.sentence.startswith("Nobody has established who it is that cares for Robin alone, and an injury")
    assert is_fit_to_read(said)


@pytest.mark.parametrize("relation", ["mother", "father"])
def test_a_mother_or_father_who_has_a_name_is_established(relation: str):
    is_silent(ESTABLISHED, DEAN.had("adult", relation=relation).at(LATER))


def test_a_check_that_was_answered_establishes_and_one_that_was_only_asked_does_not():
    checked = DEAN.tell("adult_check", on="2026-11-11T10:00", adult="Dean", result="nothing_found", called="check")
    is_silent(ESTABLISHED, checked.at(LATER))
    assert speaks(ESTABLISHED, checked.had("check", result="asked").at(LATER))


def test_a_later_word_that_he_does_not_care_for_the_child_is_no_answer():
    unsaid = DEAN.cared_for_by("Dean", on="2026-11-12T10:00", cares_alone="no", called="later")
    assert set(speaks(ESTABLISHED, unsaid.at(LATER)).evidence) == entries("adult", "mark")
    is_silent(ESTABLISHED, unsaid.had("later", relation="father").at(LATER))


def test_every_adult_is_asked_about_on_their_own():
    both = DEAN.knowing("Sal", called="Sal").cared_for_by("Sal", on="2026-11-06T10:00", stays_overnight="yes")
    assert {one.about for one in all_said(ESTABLISHED, both.at(LATER))} == entries("Dean", "Sal")


# Since when


def marked(on: str, **told: str) -> Story:
    return DEAN.bruise(on=on, called="another", region="ear", **told)


def test_more_marks_and_more_words_about_the_adult_put_nothing_off():
    more = marked("2026-11-15T09:00").cared_for_by("Dean", on="2026-11-16T10:00", stays_overnight="yes", called="again")
    said = speaks(ESTABLISHED, more.at(LATER))
    assert said.due_at == moment("2026-11-11T09:00")
    assert said.evidence == (the("adult"), the("again"), the("mark"), the("another"))
    assert "and 2 injuries are not explained." in said.sentence
    assert is_fit_to_read(said)


def test_two_marks_of_one_injury_are_counted_as_one_as_every_other_sentence_counts_them():
    same = DEAN.bruise(on="2026-11-10T09:00", called="beside it", region="ear")
    said = speaks(ESTABLISHED, same.at(LATER))
    assert set(said.evidence) == entries("adult", "mark", "beside it")
    assert "and an injury of" in said.sentence


def test_an_injury_known_before_the_adult_counts_from_when_the_adult_was_told_of():
    told_later = DEAN.had("adult", at=moment("2026-11-12T10:00"))
    assert speaks(ESTABLISHED, told_later.at(LATER)).due_at == moment("2026-11-13T10:00")


def test_ninety_days_before_the_adult_was_told_of_are_looked_back_on_and_not_a_second_more():
    ninety_days_ago = moment("2026-08-07T11:00")
    assert (moment("2026-11-05T10:00") - ninety_days_ago).days == 89, (
        "and an hour more, lived when the clocks went back"
    )
    before = DEAN.without("mark").bruise(on=(ninety_days_ago + ONE_SECOND).isoformat(), called="old", region="back")
    assert speaks(ESTABLISHED, before.at(LATER)).evidence == (the("adult"), the("old"))
    at_the_limit = DEAN.without("mark").bruise(on=ninety_days_ago.isoformat(), called="old", region="back")
    is_silent(ESTABLISHED, at_the_limit.at(LATER))


def test_time_alone_never_ends_it():
    late = speaks(ESTABLISHED, DEAN.at("2029-01-01"))
    assert late.due_at == moment("2026-11-11T09:00")
    assert not late.may_lapse


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(ESTABLISHED)
    assert rule and rule.missing(DEAN.at()) is None
    assert "a mark" in str(rule.missing(DEAN.without("mark").at()))
    assert "an adult" in str(rule.missing(a_child().at()))
