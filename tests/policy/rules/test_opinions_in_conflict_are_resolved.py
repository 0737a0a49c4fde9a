"""When professionals hold different opinions, somebody decides which is relied on, names them, and says why."""

from datetime import date
from typing import Any

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

RESOLVED = "opinions_in_conflict_are_resolved"
LATER = "2026-11-20T12:00"
ASKS = {"question": "Was it an accident?"}

#: A doctor holds otherwise than a social worker.
OPINIONS = (
    a_child()
    .tell("professional_opinion", on="2026-11-05T10:00", by="north", called="one", **ASKS)
    .tell("professional_opinion", on="2026-11-06T10:00", by="hospital", called="other", differs_from="one", **ASKS)
)
#: Two examinations of one mark, and what each doctor thinks.
MEDICALS = (
    a_child()
    .bruise(on="2026-11-04T09:00", called="mark", region="eyebrow", side="left")
    .account(on="2026-11-04T09:00", of="mark")
    .tell("medical", on="2026-11-05T10:00", by="hospital", called="first", stage="examined",
          opinion="accidental_probable", injuries=["mark"])
    .tell("medical", on="2026-11-06T10:00", by="surgery", called="second", stage="examined",
          opinion="inconclusive", injuries=["mark"])
)  # fmt: skip


def test_an_opinion_that_differs_from_another_asks_to_be_looked_at():
    said = speaks(RESOLVED, OPINIONS.at(LATER))
    assert (said.kind, said.severity, said.holds) == (FindingKind.ALERT, Severity.CONSIDER, None)
    assert said.about == the("one")
    assert said.evidence == (the("one"), the("other"))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 11, 20)), Clock.WORKING)
    assert said.sentence == (
        "The opinions of North Locality Team and the Royal Hospital about Robin differ, "
        "and no decision on record says which is relied on."
    )
    assert is_fit_to_read(said)


def test_opinions_that_nobody_says_differ_say_nothing():
    is_silent(RESOLVED, OPINIONS.had("other", differs_from=None).at(LATER))


def test_an_opinion_that_was_about_another_child_is_differed_from_no_longer():
    is_silent(RESOLVED, OPINIONS.retracted("one", on="2026-11-09").at(LATER))


def test_two_doctors_who_think_otherwise_of_one_mark_are_in_conflict():
    said = speaks(RESOLVED, MEDICALS.at(LATER))
    assert said.about == the("mark")
    assert said.evidence == (the("mark"), the("first"), the("second"))
    assert said.due_at == end_of_day(date(2026, 11, 20))
    assert said.sentence == (
        "The medical opinions of the mark on the left eyebrow differ, "
        "and no decision on record says which is relied on."
    )
    assert is_fit_to_read(said)


@pytest.mark.parametrize(
    "otherwise",
    [
        {"opinion": "accidental_probable"},
        {"opinion": "not_given"},
        {"stage": "asked_for"},
        {"injuries": ["another mark"]},
    ],
    ids=str,
)
def test_two_doctors_are_in_conflict_only_about_what_both_examined_and_said(otherwise: dict[str, Any]):
    is_silent(RESOLVED, MEDICALS.had("second", **otherwise).at(LATER))


def test_no_examination_at_all_says_nothing():
    is_silent(RESOLVED, MEDICALS.without("first").without("second").at(LATER))


def test_a_mark_put_right_between_two_examinations_is_still_one_mark():
    right = MEDICALS.bruise(
        on="2026-11-04T09:00", entered="2026-11-05T12:00", called="put right", region="chin", corrects="mark"
    ).had("second", injuries=["put right"])
    said = speaks(RESOLVED, right.at(LATER))
    assert said.about == the("put right")
    assert set(said.evidence) == entries("put right", "first", "second")


# Who is named, and who owes it


def test_a_manager_of_the_open_team_owes_it():
    opened = OPINIONS.open_to_social_care(on="2026-11-01")
    assert speaks(RESOLVED, opened.at(LATER)).owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))


def third(story: Story, **told: str) -> Story:
    told = {"on": "2026-11-09T10:00", "by": "surgery", "called": "third", "differs_from": "one", **told}
    return story.tell("professional_opinion", **ASKS, **told)


@pytest.mark.parametrize(
    ("story", "words"),
    [
        (OPINIONS.had("other", agency=the("north")), "The opinions of North Locality Team about Robin differ,"),
        (OPINIONS.had("other", agency=the("nobody said")), "The opinions of professionals about Robin differ,"),
        (third(OPINIONS), "The opinions of professionals about Robin differ,"),
    ],
)
def test_where_there_are_more_than_two_agencies_or_one_is_not_known_none_is_named_alone(story: Story, words: str):
    said = speaks(RESOLVED, story.at(LATER))
    assert said.sentence.startswith(words)
    assert is_fit_to_read(said)


def test_one_opinion_from_which_two_differ_is_one_conflict_and_puts_nothing_off():
    said = speaks(RESOLVED, third(OPINIONS).at(LATER))
    assert set(said.evidence) == entries("one", "other", "third")
    assert said.due_at == end_of_day(date(2026, 11, 20))
    again = all_said(RESOLVED, third(OPINIONS, differs_from="other").at(LATER))
    assert {one.about for one in again} == entries("one", "other")


# What resolves it


def decided(story: Story, *names: str, **told: Any) -> Story:
    told = {"on": "2026-11-10T10:00", "by": "north", "what": "stands", "called": "decision", **told}
    return story.tell("decision", rests_on=names, **told)


@pytest.mark.parametrize(("story", "names"), [(OPINIONS, ("one", "other")), (MEDICALS, ("first", "second"))])
def test_it_is_silent_once_a_decision_names_them_all(story: Story, names: tuple[str, str]):
    resolved = decided(story, *names)
    is_silent(RESOLVED, resolved.at(LATER))
    assert speaks(RESOLVED, resolved.had("decision", rests_on=names[:1]).at(LATER))
    assert speaks(RESOLVED, resolved.had("decision", role=Role.PAEDIATRICIAN).at(LATER))


def test_an_opinion_given_after_the_decision_is_a_new_conflict():
    assert speaks(RESOLVED, third(decided(OPINIONS, "one", "other"), on="2026-11-11T10:00").at(LATER))


def taken_up(story: Story, against: str, **told: str) -> Story:
    taken = story.tell("escalation", on="2026-11-09T10:00", by="hospital", against=against, called="escalation")
    answer = {"on": "2026-11-10T10:00", "by": "north", "called": "answer", **told}
    return taken.tell("escalation_answered", escalation="escalation", **answer)


def test_it_is_silent_once_the_disagreement_was_taken_up_and_answered():
    answered = taken_up(OPINIONS, "one")
    is_silent(RESOLVED, answered.at(LATER))
    assert speaks(RESOLVED, answered.without("answer").at(LATER))
    assert speaks(RESOLVED, answered.had("answer", role=Role.PAEDIATRICIAN).at(LATER))
    assert speaks(RESOLVED, taken_up(OPINIONS.bruise(on="2026-11-01", called="mark"), "mark").at(LATER))


def test_an_answer_from_before_the_last_opinion_was_known_is_none():
    before = taken_up(OPINIONS, "one", on="2026-11-09T11:00")
    late = before.had("other", at=moment("2026-11-09T11:00:01"))
    is_silent(RESOLVED, before.at(LATER))
    assert speaks(RESOLVED, late.at(LATER))


def test_somebody_who_decides_may_look_and_think_and_it_is_quiet():
    is_silent(RESOLVED, OPINIONS.looked_and_thought("one", "other", on="2026-11-10", rule=RESOLVED, of="one").at(LATER))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RESOLVED)
    assert rule and rule.missing(OPINIONS.at()) is None
    assert rule.missing(MEDICALS.at()) is None
    assert "two opinions" in str(rule.missing(a_child().at()))
