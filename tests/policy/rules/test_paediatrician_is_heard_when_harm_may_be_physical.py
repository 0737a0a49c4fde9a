"""A strategy discussion about a child who may have been hurt hears a paediatrician, or asks for one within four hours."""

from typing import Any

import pytest
from tests.policy.builder import (
    ONE_SECOND,
    Story,
    a_child,
    entries,
    is_fit_to_read,
    is_silent,
    moment,
    speaks,
    the,
    told_of,
)

from kith.policy import standards
from kith.policy.calendar import instant
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "paediatrician_is_heard_when_harm_may_be_physical"
HEARD = ("social_worker", "police_officer", "health_visitor")
LATER = "2026-12-24T18:00"
SPAN = rulebook().numbers.span(standards.REPEATED_INJURIES_WINDOW)


def talked(story: Story, *, on: str, heard: tuple[str, ...] = HEARD, **told: Any) -> Story:
    return story.tell("strategy_discussion", on=on, heard=heard, **told)


BRUISED = a_child().open_to_social_care(on="2026-11-16T10:00").bruise(on="2026-12-20T09:00", called="mark")
TALKED = talked(BRUISED, on="2026-12-24T10:00", called="talk")


def test_a_discussion_about_a_mark_nothing_explains_asks_for_a_paediatrician():
    said = speaks(RULE, TALKED.at(LATER))
    assert (said.kind, said.severity, said.holds) == (FindingKind.OBLIGATION, Severity.MANDATORY, None)
    assert said.about == the("talk")
    assert said.evidence == (the("talk"), the("mark"))
    assert said.owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    assert (said.due_at, said.clock) == (moment("2026-12-24T14:00"), Clock.ELAPSED)
    assert said.sentence == (
        "No paediatrician was heard in Robin's strategy discussion of 24 December 2026, and nothing on record explains a mark."
    )
    assert is_fit_to_read(said)
    assert not said.may_lapse


def test_it_is_silent_when_the_paediatrician_was_heard():
    is_silent(RULE, TALKED.had("talk", heard=(*HEARD, "paediatrician")).at(LATER))


def test_it_is_silent_without_a_discussion():
    is_silent(RULE, BRUISED.at(LATER))


def test_it_is_silent_when_nothing_says_that_harm_may_be_physical():
    is_silent(RULE, TALKED.without("mark").at(LATER))


def test_it_stands_for_years_until_an_entry_ends_it():
    assert speaks(RULE, TALKED.at("2030-12-24T10:00")) == speaks(RULE, TALKED.at(LATER))
    assert told_of(TALKED.without("involvement 1").at(LATER)).findings


# What ends it


def test_it_is_silent_once_a_later_discussion_heard_one():
    later = talked(TALKED, on="2026-12-24T12:00", heard=(*HEARD, "paediatrician"), called="later")
    is_silent(RULE, later.at(LATER))
    speaks(RULE, later.had("later", heard=HEARD).at(LATER))


def test_one_heard_before_does_not_answer_a_new_discussion():
    before = talked(TALKED, on="2026-12-21T12:00", heard=(*HEARD, "paediatrician"))
    assert speaks(RULE, before.at(LATER)).about == the("talk")


def test_a_discussion_put_right_to_say_who_was_heard_ends_it():
    right = talked(
        TALKED,
        on="2026-12-24T10:00",
        entered="2026-12-24T11:00",
        heard=(*HEARD, "paediatrician"),
        corrects="talk",
    )
    is_silent(RULE, right.at(LATER))


def test_it_is_silent_once_a_paediatrician_examined_the_child():
    seen = TALKED.tell("medical", on="2026-12-24T10:00", by="hospital", stage="examined", called="seen")
    is_silent(RULE, seen.at(LATER))
    speaks(RULE, seen.had("seen", stage="booked").at(LATER))
    speaks(RULE, seen.had("seen", role=Role.HOSPITAL_STAFF).at(LATER))
    speaks(RULE, seen.had("seen", at=moment("2026-12-24T10:00") - ONE_SECOND).at(LATER))


def test_it_is_silent_once_a_paediatrician_wrote_an_opinion():
    wrote = TALKED.tell("professional_opinion", on="2026-12-24T13:00", by="hospital", question="How?", called="opinion")
    is_silent(RULE, wrote.at(LATER))
    speaks(RULE, wrote.had("opinion", role=Role.GP).at(LATER))


# From when, and who owes it


def test_a_mark_entered_after_the_discussion_counts_from_its_entry():
    late = BRUISED.had("mark", at=moment("2026-12-24T16:00"))
    said = speaks(RULE, talked(late, on="2026-12-24T10:00", called="talk").at(LATER))
    assert said.due_at == moment("2026-12-24T20:00")


def test_more_marks_and_another_discussion_without_one_put_nothing_off():
    more = TALKED.bruise(on="2026-12-22T09:00", entered="2026-12-24T11:00", called="second")
    said = speaks(RULE, talked(more, on="2026-12-24T12:00", called="again").at(LATER))
    assert (said.about, said.due_at) == (the("talk"), moment("2026-12-24T14:00"))
    assert set(said.evidence) == entries("talk", "again", "mark", "second")


def test_when_no_social_care_team_is_open_whoever_held_the_discussion_owes_it():
    from_the_hub = talked(BRUISED.without("involvement 1"), on="2026-12-24T10:00", by="hub")
    assert speaks(RULE, from_the_hub.at(LATER)).owed_by == OwedBy(Role.HUB_DECISION_MAKER, the("hub"))


def test_when_nobody_who_decides_recorded_it_the_hub_is_asked():
    from_the_ward = talked(BRUISED.without("involvement 1"), on="2026-12-24T10:00", by="hospital")
    assert speaks(RULE, from_the_ward.at(LATER)).owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)


# What says that harm may be physical


def test_a_mark_that_is_explained_does_not():
    knee = a_child().able("walking", on="2026-11-01").explained_bruise(on="2026-12-20T09:00", called="knee")
    is_silent(RULE, talked(knee, on="2026-12-24T10:00").at(LATER))
    speaks(RULE, talked(knee.had("account of knee", mechanism="dropped"), on="2026-12-24T10:00").at(LATER))


def test_a_mark_counts_for_ninety_days_before_the_discussion():
    begins = instant(moment("2026-12-24T10:00"))
    on = (begins - SPAN).isoformat()
    is_silent(RULE, TALKED.without("mark").bruise(on=on).at(LATER))
    inside = (begins - SPAN + ONE_SECOND).isoformat()
    speaks(RULE, TALKED.without("mark").bruise(on=inside).at(LATER))


def test_a_mark_seen_after_the_discussion_is_another_matter():
    after = TALKED.without("mark").bruise(on="2026-12-24T10:00:01", called="after")
    is_silent(RULE, after.at(LATER))
    speaks(RULE, TALKED.without("mark").bruise(on="2026-12-24T10:00").at(LATER))


def test_somebodys_worry_about_physical_harm_is_enough():
    worry = TALKED.without("mark").worry_told(on="2026-12-23T09:00", harm="physical", called="worry")
    said = speaks(RULE, worry.at(LATER))
    assert said.sentence.endswith("and somebody told us of physical harm.")
    assert said.evidence == (the("talk"), the("worry"))
    assert is_fit_to_read(said)
    is_silent(RULE, worry.had("worry", harm="neglect").at(LATER))
    is_silent(RULE, TALKED.without("mark").worry_told(on="2026-01-02T09:00", harm="physical").at(LATER))
    is_silent(RULE, TALKED.without("mark").worry_told(on="2026-12-24T11:00", harm="physical").at(LATER))


@pytest.mark.parametrize(
    ("story", "words"),
    [
        (TALKED.able("sitting", on="2026-12-01"), "a mark was seen on a child not yet moving"),
        (TALKED.able("walking", on="2026-12-01"), "nothing on record explains a mark"),
        (TALKED.accounts_judged("concern", on="2026-12-21"), "somebody questions the accounts of a mark"),
        (TALKED.accounts_judged("cannot_tell", on="2026-12-21"), "nothing on record explains a mark"),
        (TALKED.bruise(on="2026-12-01T09:00"), "nothing explains 2 injuries"),
    ],
)
def test_the_sentence_names_what_weighs_most(story: Story, words: str):
    said = speaks(RULE, story.at(LATER))
    assert said.sentence.endswith(f", and {words}.")
    assert is_fit_to_read(said)


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert "strategy discussion" in str(rule.missing(BRUISED.at()))
    assert "mark" in str(rule.missing(TALKED.at()))
