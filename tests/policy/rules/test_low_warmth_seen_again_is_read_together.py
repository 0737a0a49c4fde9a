"""Little warmth seen by two people, or on three days, is read together; one person's hard day is not."""

from datetime import date, timedelta

import pytest
from tests.policy.builder import ONE_SECOND, a_child, is_fit_to_read, is_silent, moment, speaks, the, told_of

from kith.policy.calendar import end_of_day, instant
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "low_warmth_seen_again_is_read_together"
NOW = "2026-12-11T12:00"

ONCE = a_child().observed(on="2026-12-03T10:00", called="first", by_name="Ann Lee")
TWICE = ONCE.observed(on="2026-12-11T10:00", by="health visiting", called="second")
SAME = ONCE.observed(on="2026-12-11T10:00", called="second", by_name="ann  lee")


def test_what_two_people_saw_is_read_together():
    said = speaks(RULE, TWICE.at(NOW))
    assert (said.kind, said.severity) == (FindingKind.ALERT, Severity.CONSIDER)
    assert (said.about, said.evidence) == (the("Robin"), (the("first"), the("second")))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 29)), Clock.WORKING)
    assert (
        said.sentence
        == "2 people have recorded a worry about how Robin and a carer are together, on 2 days since 3 December 2026."
    )
    assert is_fit_to_read(said)


@pytest.mark.parametrize(
    "otherwise",
    [
        {"sense": "going_well"},
        {"sense": "neither"},
        {"theme": "behaviour"},
        {"agency": the("nursery"), "role": Role.NURSERY_WORKER},
    ],
)
def test_it_is_silent_when_only_one_person_worried(otherwise: dict[str, object]):
    is_silent(RULE, TWICE.had("second", **otherwise).at(NOW))


def test_a_name_written_otherwise_is_the_same_person_and_another_name_is_another():
    is_silent(RULE, SAME.at(NOW))
    assert speaks(RULE, SAME.had("second", by_name="Bo Lee").at(NOW))
    is_silent(RULE, SAME.had("second", by_name="").at(NOW))


def test_two_people_who_saw_it_on_one_day_are_two():
    joint = ONCE.observed(on="2026-12-03T10:00", by="health visiting")
    said = speaks(RULE, joint.at(NOW))
    assert (
        said.sentence == "2 people have recorded a worry about how Robin and a carer are together, on 3 December 2026."
    )


def test_three_days_of_one_person_are_enough_and_three_times_on_two_days_are_not():
    thrice = SAME.observed(on="2026-12-10T10:00", called="third", by_name="Ann Lee")
    said = speaks(RULE, thrice.at(NOW))
    assert (
        said.sentence
        == "One person has recorded a worry about how Robin and a carer are together, on 3 days since 3 December 2026."
    )
    assert is_fit_to_read(said)
    is_silent(RULE, SAME.observed(on="2026-12-11T11:00", by_name="Ann Lee").at(NOW))


def test_it_lapses_when_the_first_is_sixty_days_old():
    leaves = instant(moment("2026-12-03T10:00")) + timedelta(days=60)
    assert speaks(RULE, TWICE.at(leaves - ONE_SECOND)).may_lapse
    assert told_of(TWICE.at(leaves - ONE_SECOND)).next_change_at == leaves
    is_silent(RULE, TWICE.at(leaves))


def test_more_never_puts_it_off_until_it_is_answered():
    more = TWICE.observed(on="2026-12-14T10:00")
    assert speaks(RULE, more.at("2026-12-14T10:00")).due_at == end_of_day(date(2026, 12, 29))
    answered = TWICE.looked_and_thought("first", "second", on=NOW, rule=RULE)
    is_silent(RULE, answered.at(NOW))
    again = answered.observed(on="2026-12-14T10:00")
    assert speaks(RULE, again.at("2026-12-14T10:00")).due_at == end_of_day(date(2026, 12, 30))


def test_where_social_care_is_open_its_worker_looks():
    worked = TWICE.open_to_social_care(on="2026-12-01T10:00")
    assert speaks(RULE, worked.at(NOW)).owed_by == OwedBy(Role.SOCIAL_WORKER, the("north"))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert "two people" in str(rule.missing(a_child().at()))
    assert rule.missing(TWICE.at(NOW)) is None
