"""A carer who says they may hurt a child or cannot cope is answered within a day that has really gone by."""

from datetime import date

import pytest
from tests.policy.builder import ONE_SECOND, a_child, all_said, is_fit_to_read, is_silent, moment, speaks, the, told_of

from kith.policy.calendar import end_of_day
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "carer_who_may_hurt_or_cannot_cope_is_answered"

HEARD = a_child().knowing("Kit", called="Kit Bell")
HEARD = HEARD.tell(
    "carer_statement", on="2026-12-24T16:00", by="health visiting", says="may_hurt", teller="Kit", called="words"
)
NOW = "2026-12-24T16:30"


def test_a_carer_who_may_hurt_the_child_is_a_serious_concern_for_a_day():
    said = speaks(RULE, HEARD.at(NOW))
    assert (said.kind, said.severity) == (FindingKind.ALERT, Severity.SUSPECT)
    assert (said.about, said.evidence) == (the("words"), (the("words"),))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (moment("2026-12-25T16:00"), Clock.ELAPSED)
    assert said.sentence == "Kit Bell said on 24 December 2026 that they may hurt Robin."
    assert is_fit_to_read(said)


def test_a_carer_who_cannot_cope_is_as_serious():
    said = speaks(RULE, HEARD.had("words", says="cannot_cope").at(NOW))
    assert (said.severity, said.due_at) == (Severity.SUSPECT, moment("2026-12-25T16:00"))
    assert said.sentence == "Kit Bell said on 24 December 2026 that they cannot cope with caring for Robin."
    assert is_fit_to_read(said)


def test_a_carer_who_does_not_like_the_child_is_looked_at():
    said = speaks(RULE, HEARD.had("words", says="dislikes_child").at(NOW))
    assert (said.severity, said.due_at, said.clock) == (
        Severity.CONSIDER,
        end_of_day(date(2027, 1, 12)),
        Clock.WORKING,
    )
    assert said.sentence == "Kit Bell said on 24 December 2026 that they do not like Robin."
    assert is_fit_to_read(said)


@pytest.mark.parametrize("says", ["coping", "needs_help"])
def test_it_is_silent_when_a_carer_copes_or_asks_for_help(says: str):
    is_silent(RULE, HEARD.had("words", says=says).at(NOW))


def test_whoever_nobody_named_is_somebody_who_cares_for_the_child():
    said = speaks(RULE, HEARD.had("words", teller=None).at(NOW))
    assert said.sentence == "Somebody who cares for the child said on 24 December 2026 that they may hurt Robin."
    assert is_fit_to_read(said)


def test_where_social_care_is_open_its_worker_answers():
    worked = HEARD.open_to_social_care(on="2026-12-01T10:00")
    assert speaks(RULE, worked.at(NOW)).owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))


def test_it_ends_when_somebody_who_decides_said_what_they_think():
    is_silent(RULE, HEARD.looked_and_thought("words", on=NOW, rule=RULE, of="words").at(NOW))
    assert speaks(RULE, HEARD.looked_and_thought("words", on=NOW, rule=RULE, of="words", by="health visiting").at(NOW))


def test_each_time_is_answered_and_an_earlier_answer_answers_only_itself():
    answered = HEARD.looked_and_thought("words", on=NOW, rule=RULE, of="words")
    again = answered.tell("carer_statement", on="2026-12-24T16:20", says="cannot_cope", called="again")
    assert speaks(RULE, again.at(NOW)).about == the("again")
    assert len(all_said(RULE, HEARD.tell("carer_statement", on="2026-12-24T16:20", says="cannot_cope").at(NOW))) == 2


def test_words_of_more_than_a_year_ago_are_history_and_the_clock_knows_when():
    leaves = moment("2027-12-24T16:00")
    assert speaks(RULE, HEARD.at(leaves - ONE_SECOND))
    assert told_of(HEARD.at(NOW)).next_change_at == leaves
    is_silent(RULE, HEARD.at(leaves))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert "a carer's words" in str(rule.missing(a_child().at()))
    assert rule.missing(HEARD.at(NOW)) is None
