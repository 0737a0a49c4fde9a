"""Help is not lessened while a mark or a worry waits for an answer; and it is never held for anything else."""

from collections.abc import Callable
from datetime import datetime

import pytest
from tests.policy.builder import (
    ANSWERED,
    ONE_SECOND,
    REPEATED,
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

from kith.policy.findings import OwedBy
from kith.policy.rulebook import rulebook
from kith.vocabulary import Act, Clock, FindingKind, Role, Severity

OPEN = a_child().open_to_social_care(on="2026-11-02", called="episode")
MARK = OPEN.bruise(on="2026-12-01T09:00", called="mark", region="back")
WORRY = OPEN.worry_told(on="2026-12-01T09:00", called="grandmother rang")


def test_a_mark_nobody_has_answered_holds_a_step_down():
    said = speaks(ANSWERED, MARK.at())
    assert (said.kind, said.severity, said.holds) == (FindingKind.HOLD, Severity.MANDATORY, Act.STEP_DOWN)
    assert said.about == the("Robin")
    assert set(said.evidence) == entries("mark")
    assert said.owed_by == OwedBy(Role.SOCIAL_CARE_MANAGER, the("north"))
    assert said.sentence == "Robin cannot be stepped down or closed yet: a possible injury has no answer."
    assert is_fit_to_read(said)


def test_without_the_mark_nothing_is_held():
    is_silent(ANSWERED, MARK.without("mark").at())


def test_without_a_service_there_is_nothing_to_step_down():
    is_silent(ANSWERED, MARK.without("episode").at())
    is_silent(ANSWERED, MARK.stepped_down(on="2026-12-02", of="episode").at())


def test_it_has_no_date_after_which_it_lets_go():
    said = speaks(ANSWERED, MARK.at())
    assert said.due_at is None and said.clock is None
    assert not said.may_lapse


@pytest.mark.parametrize("service", ["assessment", "child_in_need", "child_protection_plan", "looked_after"])
def test_every_service_of_social_care_is_held(service: str):
    assert speaks(ANSWERED, MARK.had("episode", service=service).at())


def test_early_help_is_held_too_and_the_front_door_answers_for_it():
    helped = a_child().open_to_early_help(on="2026-11-02", called="help").bruise(on="2026-12-01", called="mark")
    said = speaks(ANSWERED, helped.at())
    assert said.owed_by == OwedBy(Role.HUB_DECISION_MAKER, None)
    is_silent(ANSWERED, helped.had("help", service="nursery_place").at())


# Marks


def test_a_mark_that_is_explained_holds_nothing():
    runs = OPEN.able("running_climbing", on="2026-11-10").explained_bruise(on="2026-12-01T09:00", called="knee")
    is_silent(ANSWERED, runs.at())
    assert speaks(ANSWERED, runs.without("account of knee").at())


def test_a_mark_somebody_looked_at_and_thought_about_holds_nothing():
    is_silent(ANSWERED, MARK.looked_and_thought("mark", on="2026-12-02", could_be_caused="could_not").at())
    is_silent(
        ANSWERED, MARK.looked_and_thought("mark", on="2026-12-02", rule=ANSWERED, could_be_caused="could_not").at()
    )


def test_an_answer_to_one_mark_leaves_the_other_waiting():
    two = MARK.bruise(on="2026-12-10T09:00", called="second mark").looked_and_thought(
        "mark", on="2026-12-11", could_be_caused="could_not"
    )
    assert set(speaks(ANSWERED, two.at()).evidence) == entries("second mark")


def test_a_mark_that_was_another_childs_holds_nothing():
    is_silent(ANSWERED, MARK.retracted("mark", on="2026-12-02").at())


def test_a_mark_put_right_holds_by_its_new_entry():
    put_right = MARK.bruise(on="2026-12-01T09:00", entered="2026-12-02T09:00", called="put right", corrects="mark")
    assert set(speaks(ANSWERED, put_right.at()).evidence) == entries("put right")


# Worries


def test_a_worry_with_no_decision_holds_a_step_down_whoever_told_it():
    said = speaks(ANSWERED, WORRY.at())
    assert said.sentence == "Robin cannot be stepped down or closed yet: a worry has no decision."
    assert set(said.evidence) == entries("grandmother rang")


@pytest.mark.parametrize("outcome", ["no_further_action", "already_open", "assessment"])
def test_a_worry_that_was_decided_holds_nothing(outcome: str):
    is_silent(ANSWERED, WORRY.decided(outcome, on="2026-12-02").at())


def test_a_decision_on_another_worry_does_not_answer_this_one():
    other = WORRY.worry_told(on="2026-12-02", called="nursery rang").decided("advice", on="2026-12-03")
    assert set(speaks(ANSWERED, other.at()).evidence) == entries("grandmother rang")


def test_a_worry_put_right_after_its_decision_stays_decided():
    decided = WORRY.decided("advice", on="2026-12-02")
    is_silent(ANSWERED, decided.worry_told(on="2026-12-03", called="put right", corrects="grandmother rang").at())


def second_mark(story: Story) -> Story:
    return story.bruise(on="2026-12-10T09:00", called="second mark")


def second_worry(story: Story) -> Story:
    return story.worry_told(on="2026-12-11T09:00", called="aunt rang")


def mark_beside_it(story: Story) -> Story:
    return story.bruise(on="2026-12-01T09:00", called="beside it", region="ear")


@pytest.mark.parametrize(
    ("story", "more", "words"),
    [
        (MARK, mark_beside_it, "a possible injury has no answer."),
        (MARK, second_mark, "2 possible injuries have no answer."),
        (WORRY, second_worry, "2 worries have no decision."),
        (MARK, second_worry, "a possible injury has no answer and a worry has no decision."),
    ],
)
def test_all_that_waits_is_counted_in_the_sentence(story: Story, more: Callable[[Story], Story], words: str):
    said = speaks(ANSWERED, more(story).at())
    assert said.sentence.endswith(words)
    assert len(said.evidence) == 2
    assert is_fit_to_read(said)


# Time, siblings and what lifts it


@pytest.mark.parametrize("story", [MARK, WORRY], ids=["mark", "worry"])
def test_a_concern_waits_a_whole_year_and_not_a_second_more(story: Story):
    gone = moment("2027-12-01T09:00")
    assert speaks(ANSWERED, story.at(gone - ONE_SECOND))
    assert told_of(story.at(gone - ONE_SECOND)).next_change_at == gone
    is_silent(ANSWERED, story.at(gone))


def test_an_answer_given_long_ago_still_stands_while_its_mark_counts():
    story = MARK.looked_and_thought("mark", on="2026-12-01T09:00", could_be_caused="could_not")
    is_silent(ANSWERED, story.at("2027-12-01T08:59:59"))


def test_a_siblings_worry_does_not_hold_this_childs_service():
    sam = OPEN.knowing("Sam", born="2023-01-01", called="Sam").worry_told(on="2026-12-01", about=("Sam",))
    is_silent(ANSWERED, sam.at())
    assert speaks(ANSWERED, OPEN.worry_told(on="2026-12-01", about=("Robin", "Sam")).at())


def test_two_people_who_name_all_that_waits_lift_it_until_something_new_comes():
    def again(name: str, by: str = "north") -> Story:
        return once.waived("mark", on="2026-12-03", rule=ANSWERED, by=by, by_name=name)

    once = MARK.waived("mark", on="2026-12-02", rule=ANSWERED, by_name="David Lyle")
    assert speaks(ANSWERED, once.at()), "one name is not enough"
    assert speaks(ANSWERED, again("david  lyle", "hub").at()), "nor is one name twice, in whatever part"
    assert speaks(ANSWERED, again("").at()), "nor somebody without a name"
    waived = again("Helen Ash")
    is_silent(ANSWERED, waived.at())
    assert speaks(ANSWERED, second_worry(waived).at())


def test_a_waiver_that_names_nothing_lifts_nothing():
    assert speaks(ANSWERED, MARK.waived(on="2026-12-02", rule=ANSWERED).at())


def test_an_answer_to_repeated_injuries_answers_their_marks_here():
    both = second_mark(MARK).looked_and_thought(
        "mark", "second mark", on="2026-12-12", rule=REPEATED, could_be_caused="could_not"
    )
    is_silent(ANSWERED, both.at())


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(ANSWERED)
    assert rule
    assert rule.missing(a_child().at()) == "a service that is open to the child"
    assert rule.missing(OPEN.at()) == "a concern that nobody has answered"


@pytest.mark.parametrize("thinks", ["could", "cannot_tell", "not_recorded"])
def test_to_think_that_somebody_could_have_caused_it_settles_nothing(thinks: str):
    answered = MARK.looked_and_thought("mark", on="2026-12-02", could_be_caused=thinks)
    assert speaks(ANSWERED, answered.at())
    is_silent(ANSWERED, answered.had("consideration 1", could_be_caused="could_not").at())


# Said beforehand, with everybody round the child told

PROPOSED = (
    MARK.open_to("nursery_place", on="2026-09-01", with_agency="nursery", called="place")
    .open_to("gp_registration", on="2026-09-01", with_agency="surgery")
    .tell(
        "closing_proposed", on="2026-12-07T10:00", called="proposal", what="close", involvement="episode", said="Safe."
    )
)
NURSERY_TOLD = PROPOSED.tell("told", on="2026-12-07T11:00", of="proposal", told_agency="nursery", called="nursery told")
ALL_TOLD = NURSERY_TOLD.tell("told", on="2026-12-08T11:00", of="proposal", told_agency="surgery", called="surgery told")
#: Three working days after Tuesday 8 December, and five more.
ENDS = moment("2026-12-11")
PUT_OFF = moment("2026-12-18")


def holds_until(story: Story, ends: datetime) -> None:
    """It stands to the last second, names that moment as the next to look at, and lapses."""
    said = speaks(ANSWERED, story.at(ends - ONE_SECOND))
    assert (said.due_at, said.clock) == (ends, Clock.WORKING)
    assert said.may_lapse
    assert is_fit_to_read(said)
    assert told_of(story.at(ends - ONE_SECOND)).next_change_at == ends
    is_silent(ANSWERED, story.at(ends))


def test_what_is_held_goes_ahead_three_working_days_after_the_last_was_told():
    assert speaks(ANSWERED, ALL_TOLD.at("2026-12-08T11:00")).do_next == (
        "answer each; everybody round the child was told what is meant to happen, and may object until then."
    )
    holds_until(ALL_TOLD, ENDS)


def test_while_one_of_them_was_not_told_it_has_no_end():
    for story in (PROPOSED, NURSERY_TOLD):
        said = speaks(ANSWERED, story.at())
        assert (said.due_at, said.clock) == (None, None)
        assert said.do_next == (
            "answer each; or record what is meant to happen and why, and tell everybody round the child."
        )


def test_to_tell_somebody_again_puts_nothing_off():
    again = ALL_TOLD.tell("told", on="2026-12-10T11:00", of="proposal", told_agency="surgery")
    holds_until(again, ENDS)


def test_with_nobody_else_round_the_child_it_counts_from_the_proposal():
    alone = MARK.tell("closing_proposed", on="2026-12-07T10:00", what="close", said="Safe.")
    holds_until(alone, moment("2026-12-10"))


@pytest.mark.parametrize(
    ("field", "otherwise"),
    [("said", " "), ("role", Role.NURSERY_WORKER), ("what", "return_home"), ("involvement", "place")],
)
def test_a_proposal_without_a_reason_by_the_wrong_person_or_of_something_else_lifts_nothing(field: str, otherwise: str):
    assert speaks(ANSWERED, ALL_TOLD.had("proposal", **{field: otherwise}).at()).due_at is None


def test_while_social_care_is_open_to_propose_the_end_of_early_help_lifts_nothing():
    story = ALL_TOLD.open_to_early_help(on="2026-11-03", called="help").had("proposal", involvement=the("help"))
    told = story.tell("told", on="2026-12-08T11:00", of="proposal", told_agency="early help")
    assert speaks(ANSWERED, told.at())
    is_silent(ANSWERED, told.without("episode").at())
    is_silent(ANSWERED, told.had("proposal", involvement=the("episode")).at())


def test_to_have_proposed_the_lesser_still_holds_closing():
    said = speaks(ANSWERED, ALL_TOLD.had("proposal", what="step_down").at())
    assert said.holds == Act.CLOSE
    assert said.due_at is None
    assert said.sentence == "Robin cannot be closed yet: a possible injury has no answer."


def test_a_concern_that_came_after_the_proposal_holds_again():
    more = second_worry(ALL_TOLD)
    assert speaks(ANSWERED, more.at("2026-12-11T10:00")).due_at is None
    said = speaks(ANSWERED, more.at())
    assert set(said.evidence) == entries("aunt rang")
    again = more.tell("closing_proposed", on="2026-12-21T10:00", called="second", what="close", said="Still safe.")
    assert set(speaks(ANSWERED, again.at()).evidence) == entries("aunt rang")
    for agency in ("nursery", "surgery"):
        again = again.tell("told", on="2026-12-21T11:00", of="second", told_agency=agency)
    holds_until(again, moment("2026-12-24"))


def test_a_proposal_put_right_counts_with_whom_was_told_before():
    right = ALL_TOLD.tell(
        "closing_proposed", on="2026-12-07T10:00", entered="2026-12-09T10:00", what="close", said="Safe.", corrects="proposal"
    )  # fmt: skip
    holds_until(right, moment("2026-12-14"))


# Objections

DISAGREES = ALL_TOLD.tell(
    "answer", on="2026-12-09T09:00", by="nursery", told="nursery told", answer="disagrees", said="He is thin.", called="no"
)  # fmt: skip
ESCALATED = ALL_TOLD.tell("escalation", on="2026-12-09T09:00", by="surgery", against="proposal", called="taken up")


@pytest.mark.parametrize("story", [DISAGREES, ESCALATED], ids=["answer", "escalation"])
def test_a_reasoned_objection_adds_five_working_days_and_no_more(story: Story):
    holds_until(story, PUT_OFF)


def test_an_objection_without_a_reason_and_one_that_came_late_add_nothing():
    holds_until(DISAGREES.had("no", said=""), ENDS)
    holds_until(DISAGREES.had("no", answer="agrees"), ENDS)
    late = ENDS + ONE_SECOND
    is_silent(ANSWERED, DISAGREES.had("no", at=late).at(late))
    assert speaks(ANSWERED, DISAGREES.had("no", at=ENDS).at(late))
    holds_until(ESCALATED.had("taken up", against=the("episode")), ENDS)


@pytest.mark.parametrize(
    ("on", "ends"),
    [("2026-12-10T09:00", ENDS), ("2026-12-15T09:00", moment("2026-12-15T09:00")), ("2026-12-21T09:00", PUT_OFF)],
    ids=["in time", "after the three days", "too late to matter"],
)
def test_a_managers_answer_ends_the_wait(on: str, ends: datetime):
    def by_a_manager(story: Story) -> Story:
        return story.had("answered", role=Role.SOCIAL_CARE_MANAGER)

    taken_up = ESCALATED.tell("escalation_answered", on=on, escalation="taken up", called="answered")
    decided = DISAGREES.tell("decision", on=on, what="stands", rests_on=["no"], called="answered")
    for story in (taken_up, decided):
        assert speaks(ANSWERED, story.at(PUT_OFF - ONE_SECOND)), "a social worker's answer is not a manager's"
        is_silent(ANSWERED, by_a_manager(story).at(max(ends, moment(on)) if ends < PUT_OFF else ends))
        assert speaks(ANSWERED, by_a_manager(story).at(ends - ONE_SECOND))


def test_every_objection_is_answered_before_it_goes_ahead():
    both = ESCALATED.tell("escalation", on="2026-12-10T09:00", by="nursery", against="proposal", called="also taken up")
    one = both.tell("escalation_answered", on="2026-12-10T15:00", escalation="taken up", called="answered")
    holds_until(one.had("answered", role=Role.SOCIAL_CARE_MANAGER), PUT_OFF)
