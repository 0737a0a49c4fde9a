"""A child we worry about, who was not brought to two health appointments in half a year, is asked after within five days."""

from datetime import date, timedelta

import pytest
from tests.policy.builder import ONE_SECOND, Story, a_child, is_fit_to_read, is_silent, moment, speaks, the, told_of

from kith.policy.calendar import end_of_day, instant
from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, Severity

RULE = "missed_appointments_in_a_pattern"
NOW = "2026-12-10T12:00"


def appointments(*attended: str, of: Story | None = None) -> Story:
    """The last on 10 December, the others ten days apart before it."""
    story = of or a_child().open_to_early_help(on="2026-06-01T10:00", called="help")
    for number, one in enumerate(attended, start=1):
        day = moment("2026-12-10T10:00") - timedelta(days=10 * (len(attended) - number))
        story = story.tell(
            "attendance", on=day.isoformat(), by="health visiting", attended=one, called=f"appointment {number}"
        )
    return story


TWICE = appointments("not_brought", "brought", "not_brought")


def test_two_appointments_to_which_the_child_was_not_brought_are_looked_at():
    said = speaks(RULE, TWICE.at(NOW))
    assert (said.kind, said.severity) == (FindingKind.ALERT, Severity.CONSIDER)
    assert (said.about, said.evidence) == (the("Robin"), (the("appointment 1"), the("appointment 3")))
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    assert (said.due_at, said.clock) == (end_of_day(date(2026, 12, 17)), Clock.WORKING)
    assert said.sentence == "Robin was not brought to 2 of 3 health appointments since 20 November 2026."
    assert is_fit_to_read(said)


@pytest.mark.parametrize(
    "otherwise",
    [{"attended": "brought"}, {"attended": "absent"}, {"attended": "cancelled"}, {"agency": the("nursery")}],
)
def test_it_is_silent_when_only_one_health_appointment_was_missed(otherwise: dict[str, str]):
    is_silent(RULE, TWICE.had("appointment 3", **otherwise).at(NOW))


@pytest.mark.parametrize("by", ["surgery", "hospital"])
def test_every_health_agency_counts(by: str):
    assert speaks(RULE, TWICE.had("appointment 3", agency=the(by)).at(NOW))


def test_of_cancelled_ones_the_third_and_later_count():
    thrice = appointments("cancelled", "cancelled", "not_brought", "cancelled")
    said = speaks(RULE, thrice.at(NOW))
    assert said.evidence == (the("appointment 3"), the("appointment 4"))
    assert (
        said.sentence
        == "Robin was not brought to 1 of 2 health appointments since 30 November 2026, and 1 was cancelled."
    )
    assert is_fit_to_read(said)
    is_silent(RULE, thrice.without("appointment 1").at(NOW))
    four = appointments(*["cancelled"] * 4)
    assert speaks(RULE, four.at(NOW)).sentence.endswith("since 30 November 2026, and 2 were cancelled.")


# Whom it concerns


def test_a_child_with_no_help_and_no_concern_is_left_alone():
    is_silent(RULE, appointments("not_brought", "not_brought", of=a_child()).at(NOW))
    is_silent(RULE, TWICE.had("help", service="health_visiting").at(NOW))


def test_a_worry_that_nobody_has_decided_on_is_an_open_concern():
    worried = appointments("not_brought", "not_brought", of=a_child().worry_told(on="2026-12-11T10:00", called="worry"))
    said = speaks(RULE, worried.at("2026-12-11T10:00"))
    assert said.due_at == end_of_day(date(2026, 12, 18)), "from when there was a concern"
    decided = worried.decided("advice", on="2026-12-11T11:00", called="decision")
    is_silent(RULE, decided.at("2026-12-11T12:00"))
    assert speaks(RULE, decided.had("decision", role=Role.GP).at("2026-12-11T12:00"))


def test_a_mark_that_nothing_explains_and_nobody_settled_is_an_open_concern():
    hurt = appointments("not_brought", "not_brought", of=a_child().bruise(on="2026-11-02T10:00", called="mark"))
    assert speaks(RULE, hurt.at(NOW))
    settled = hurt.looked_and_thought("mark", on=NOW, could_be_caused="could_not", called="answer")
    is_silent(RULE, settled.at(NOW))
    assert speaks(RULE, settled.had("answer", could_be_caused="cannot_tell").at(NOW))


# When


def test_it_lapses_after_half_a_year_and_the_clock_knows():
    leaves = instant(moment("2026-11-20T10:00")) + timedelta(days=183)
    assert speaks(RULE, TWICE.at(leaves - ONE_SECOND)).may_lapse
    assert told_of(TWICE.at(leaves - ONE_SECOND)).next_change_at == leaves
    is_silent(RULE, TWICE.at(leaves))


def test_more_never_puts_it_off_until_it_is_answered():
    def missed(story: Story) -> Story:
        return story.tell("attendance", on="2026-12-14T10:00", by="surgery", attended="not_brought")

    assert speaks(RULE, missed(TWICE).at("2026-12-14T10:00")).due_at == end_of_day(date(2026, 12, 17))
    answered = TWICE.looked_and_thought("appointment 1", "appointment 3", on=NOW, rule=RULE)
    is_silent(RULE, answered.at(NOW))
    assert speaks(RULE, missed(answered).at("2026-12-14T10:00")).due_at == end_of_day(date(2026, 12, 21))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert "two health appointments" in str(rule.missing(a_child().at()))
    assert "a concern" in str(rule.missing(appointments("not_brought", "not_brought", of=a_child()).at(NOW)))
    assert rule.missing(TWICE.at(NOW)) is None
