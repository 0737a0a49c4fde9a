"""A decision made before significant news is looked at again within two working days. That it stands is an answer."""

from datetime import date
from typing import Any

import pytest
from tests.policy.builder import (
    ONE_SECOND,
    Story,
    a_child,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
)

from kith.policy import standards
from kith.policy.calendar import end_of_day, instant
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "decision_is_looked_at_again_after_significant_news"
LATER = "2027-02-01T09:00"
YEAR = rulebook().numbers.span(standards.OPEN_CONCERN_WINDOW)

#: The contact's decision is the hub's; the service that follows is what most of the news arrives in.
DECIDED = (
    a_child()
    .knowing("Kit")
    .worry_told(on="2026-11-11T09:00")
    .decided("assessment", on="2026-11-12T10:00", called="decided")
    .open_to_social_care(on="2026-11-16T10:00", called="open")
)
NEWS = DECIDED.bruise(on="2026-12-08T09:30", called="mark")


def decides(story: Story, what: str, *, on: str, **told: Any) -> Story:
    return story.tell("decision", on=on, what=what, **told)


def test_a_decision_made_before_a_mark_was_known_is_looked_at_again():
    said = speaks(RULE, NEWS.at(LATER))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert (said.about, said.evidence) == (the("decided"), (the("decided"), the("mark")))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 10)), Clock.WORKING)
    assert said.sentence == (
        "The decision of 12 November 2026 (“assessment”) was made before a possible injury became known."
    )
    assert is_fit_to_read(said)
    assert speaks(RULE, NEWS.at("2030-02-01")) == said, "and time alone does not end it"


def test_it_is_silent_without_news():
    is_silent(RULE, DECIDED.at(LATER))


def test_it_is_silent_without_a_decision():
    is_silent(RULE, NEWS.without("decided").at(LATER))


def test_more_news_is_told_with_it_and_puts_nothing_off():
    more = NEWS.bruise(on="2026-12-20T09:00", called="second")
    said = speaks(RULE, more.at(LATER))
    assert said.due_at == end_of_day(date(2026, 12, 10))
    assert said.evidence == (the("decided"), the("mark"), the("second"))
    assert said.sentence.endswith("made before a possible injury and more became known.")
    assert is_fit_to_read(said)


# What was known


def test_what_was_entered_by_the_minute_of_the_decision_was_known():
    is_silent(RULE, NEWS.had("mark", at=moment("2026-11-12T10:00")).at(LATER))
    speaks(RULE, NEWS.had("mark", at=moment("2026-11-12T10:00") + ONE_SECOND).at(LATER))


def test_a_decision_typed_up_after_the_news_was_still_made_before_it():
    typed = NEWS.had("decided", at=moment("2026-12-09T10:00"))
    assert speaks(RULE, typed.at(LATER)).about == the("decided")


def test_a_decision_of_which_only_the_day_is_known_knew_what_had_come_by_its_entry():
    same_day = DECIDED.without("decided").decided(
        "assessment", on="2026-12-08", entered="2026-12-08T09:00", called="day"
    )
    is_silent(RULE, same_day.bruise(on="2026-12-08T08:59").at(LATER))
    speaks(RULE, same_day.bruise(on="2026-12-08T09:01").at(LATER))


def test_what_was_entered_together_with_the_decision_was_known():
    together = NEWS.had("decided", occasion=NEWS["mark"].occasion)
    is_silent(RULE, together.at(LATER))


def test_what_the_decision_rests_on_was_known():
    rung_about = DECIDED.bruise(on="2026-11-30T09:30", entered="2026-12-08T09:30", called="mark")
    rests = decides(
        rung_about, "section_17", on="2026-12-01T09:00", entered="2026-12-08T10:00", rests_on=("mark",), called="rests"
    )
    is_silent(RULE, rests.at(LATER))
    assert speaks(RULE, rests.had("rests", rests_on=()).at(LATER)).about == the("rests")


def test_a_mark_from_more_than_a_year_before_the_decision_is_not_news():
    earliest = instant(moment("2026-11-12T10:00")) - YEAR
    is_silent(RULE, DECIDED.bruise(on=earliest.isoformat(), entered="2026-12-01T09:00").at(LATER))
    inside = (earliest + ONE_SECOND).isoformat()
    speaks(RULE, DECIDED.bruise(on=inside, entered="2026-12-01T09:00").at(LATER))


# What ends it


@pytest.mark.parametrize("what", ["stands", "section_17", "no_section_47", "start_section_47"])
def test_it_is_silent_once_somebody_who_decides_looked_again(what: str):
    looked = decides(NEWS, what, on="2026-12-09T09:00", revisits="decided", called="looked")
    is_silent(RULE, looked.at(LATER))
    speaks(RULE, looked.had("looked", role=Role.NURSERY_WORKER).at(LATER))


def test_another_response_or_a_discussion_is_looking_again():
    is_silent(RULE, NEWS.worry_told(on="2026-12-09T09:00").decided("already_open", on="2026-12-09T10:00").at(LATER))
    is_silent(RULE, NEWS.tell("strategy_discussion", on="2026-12-09T09:00", heard=("gp",)).at(LATER))


def test_of_several_decisions_the_last_one_made_is_asked_about():
    two = decides(NEWS, "section_17", on="2026-11-16T09:00", called="plan")
    said = speaks(RULE, two.at(LATER))
    assert (said.about, said.owed_by) == (the("plan"), OwedBy(Role.SOCIAL_WORKER, the("north")))
    day_alone = two.decided("advice", on="2026-11-16", entered="2026-11-16T08:00", called="morning")
    assert speaks(RULE, day_alone.at(LATER)).about == the("plan")


def test_a_mark_that_nobody_could_have_caused_is_no_longer_news():
    settled = NEWS.looked_and_thought("mark", on="2026-12-09T09:00", could_be_caused="could_not", called="settled")
    is_silent(RULE, settled.at(LATER))
    speaks(RULE, settled.had("settled", could_be_caused="cannot_tell").at(LATER))


def test_a_mark_that_is_explained_is_not_news():
    running = DECIDED.able("walking", on="2026-11-01")
    explained = running.explained_bruise(on="2026-12-08T09:30", called="knee")
    is_silent(RULE, explained.at(LATER))
    speaks(RULE, explained.without("account of knee").at(LATER))


# What is news


@pytest.mark.parametrize(
    ("kind", "fields", "otherwise", "words"),
    [
        ("key_adult", {"adult": "Kit", "cares_alone": "yes"}, {"cares_alone": "no"}, "a new adult with care"),
        ("key_adult", {"adult": "Kit", "stays_overnight": "yes"}, {"relation": "grandparent"}, "a new adult with care"),
        ("adult_check", {"adult": "Kit", "result": "something_found"}, {"result": "asked"}, "a check on an adult"),
        ("carer_statement", {"says": "may_hurt"}, {"says": "needs_help"}, "what a carer said"),
        ("carer_statement", {"says": "cannot_cope"}, {"says": "coping"}, "what a carer said"),
    ],
)
def test_what_else_is_news_and_what_is_not(kind: str, fields: dict[str, str], otherwise: dict[str, str], words: str):
    told = DECIDED.tell(kind, on="2026-12-08T09:30", called="news", **fields)
    said = speaks(RULE, told.at(LATER))
    assert f"before {words} became known" in said.sentence
    assert said.evidence == (the("decided"), the("news"))
    assert is_fit_to_read(said)
    is_silent(RULE, told.had("news", **otherwise).at(LATER))


def test_accounts_that_somebody_questions_are_news():
    before = DECIDED.bruise(on="2026-11-10T09:00")
    is_silent(RULE, before.at(LATER))
    judged = before.accounts_judged("really_differ", on="2026-12-08", called="judged")
    said = speaks(RULE, judged.at(LATER))
    assert "before a doubt about an account became known" in said.sentence
    assert is_fit_to_read(said)
    is_silent(RULE, judged.had("judged", judged="same_in_other_words").at(LATER))


def test_an_incident_between_adults_is_news():
    said = speaks(RULE, DECIDED.tell("domestic_incident", on="2026-12-08T23:00").at(LATER))
    assert "before an incident between adults became known" in said.sentence
    assert is_fit_to_read(said)


def test_an_adult_already_known_to_have_care_is_not_new():
    known = DECIDED.cared_for_by("Kit", on="2026-11-01", cares_alone="yes", called="before")
    again = known.cared_for_by("Kit", on="2026-12-08T09:30", stays_overnight="yes")
    is_silent(RULE, again.at(LATER))
    speaks(RULE, again.had("before", cares_alone="no").at(LATER))


# Which decisions


def test_while_an_enquiry_may_be_running_news_is_the_enquirys():
    started = decides(DECIDED, "start_section_47", on="2026-12-01T09:00", called="started")
    over = rulebook().numbers.due(standards.SECTION_47_OUTCOME, moment("2026-12-01T09:00"))
    during = started.bruise(on="2026-12-08T09:30", entered=over.isoformat(), called="mark")
    is_silent(RULE, during.at(LATER))
    assert speaks(RULE, during.had("mark", at=over + ONE_SECOND).at(LATER)).about == the("started")
    speaks(RULE, during.had("started", what="section_17").at(LATER))


def test_the_same_holds_after_a_strategy_discussion_and_the_response_of_one():
    talked = DECIDED.tell("strategy_discussion", on="2026-12-01T09:00", heard=("gp",), called="talk")
    is_silent(RULE, talked.bruise(on="2026-12-08T09:30").at(LATER))
    long_after = talked.bruise(on="2027-01-25T09:30", called="mark")
    said = speaks(RULE, long_after.at(LATER))
    assert said.sentence == (
        "The record of the discussion of 1 December 2026 was made before a possible injury became known."
    )
    assert is_fit_to_read(said)
    is_silent(RULE, long_after.had("talk", prompted_by="mark").at(LATER))
    soon = DECIDED.bruise(on="2026-11-20T09:00")
    speaks(RULE, soon.at(LATER))
    is_silent(RULE, soon.had("decided", outcome="strategy_discussion").at(LATER))


@pytest.mark.parametrize(
    ("outcome", "words"),
    [("no_further_action", "no further action by social care"), ("early_help", "early help")],
)
def test_the_sentence_names_what_was_decided(outcome: str, words: str):
    said = speaks(RULE, NEWS.had("decided", outcome=outcome).at(LATER))
    assert f"(“{words}”)" in said.sentence
    assert is_fit_to_read(said)
    said = speaks(RULE, decides(NEWS, "no_section_47", on="2026-11-20").at(LATER))
    assert "(“no section 47”)" in said.sentence


def test_with_no_service_open_only_a_decision_of_the_last_year_is_asked_about():
    closed = NEWS.without("open")
    speaks(RULE, closed.at(LATER))
    a_year_on = instant(moment("2026-11-12T10:00")) + YEAR
    late = closed.had("mark", at=a_year_on)
    is_silent(RULE, late.at("2028-01-01"))
    speaks(RULE, closed.had("mark", at=a_year_on - ONE_SECOND).at("2028-01-01"))
    speaks(RULE, late.open_to_early_help(on="2027-06-01").at("2028-01-01"))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert "a decision" in str(rule.missing(a_child().at()))
    assert "significant news" in str(rule.missing(DECIDED.at()))
