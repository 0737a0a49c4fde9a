"""Which marks are ordinary, and which further fact makes repeated marks a matter of hours: each by a single fact."""

from collections.abc import Callable

import pytest
from tests.policy.builder import (
    REPEATED,
    Story,
    a_child,
    is_fit_to_read,
    is_silent,
    speaks,
    the,
    told_of,
)

from kith.policy.readings import STAGE_NEEDED
from kith.vocabulary import Mechanism, MotorStage, Severity

#: One mark that nothing explains, and one more, ordinary by all that is on record of it.
RUNS = (
    a_child()
    .able("running_climbing", on="2026-10-01T09:00", called="runs")
    .bruise(on="2026-11-02T09:00", called="back", region="back")
    .explained_bruise(on="2026-12-12T10:00", called="knee")
)
TOLD = "account of knee"

#: The same two marks with nothing said of either.
MARKS = a_child().bruise(on="2026-11-02T09:00", called="one", region="back").bruise(
    on="2026-12-12T10:00", called="two", region="cheek"
)  # fmt: skip


def again(mechanism: str = "fell_walking_or_running", **told: str) -> Callable[[Story], Story]:
    return lambda story: story.account(on="2026-12-13T09:00", of="knee", mechanism=mechanism, **told)


def judged(word: str) -> Callable[[Story], Story]:
    return lambda story: story.accounts_judged(word, on="2026-12-14T09:00", of="knee")


# What is ordinary


def test_a_grazed_knee_with_one_steady_account_is_not_counted():
    is_silent(REPEATED, RUNS.at())


@pytest.mark.parametrize("region", ["knee", "shin", "elbow"])
def test_that_somebody_only_noticed_it_is_an_answer_where_nobody_sees_how_every_mark_comes(region: str):
    is_silent(REPEATED, RUNS.had(TOLD, mechanism="just_noticed").had("knee", region=region, size_mm=9).at())


@pytest.mark.parametrize(
    "otherwise",
    [
        pytest.param(lambda story: story.without(TOLD), id="nobody asked"),
        pytest.param(lambda story: story.had(TOLD, given="asked_none_given"), id="nobody would say"),
        pytest.param(lambda story: story.had(TOLD, mechanism="not_recorded"), id="nobody wrote down how"),
        pytest.param(
            lambda story: story.had(TOLD, mechanism="just_noticed").had("knee", region="forehead"),
            id="somebody only noticed it, on the head",
        ),
        pytest.param(lambda story: story.had("knee", region="cheek"), id="it is in an uncommon place"),
        pytest.param(lambda story: story.had("runs", stage="crawling"), id="the child cannot run"),
        pytest.param(lambda story: story.without("runs"), id="nobody has seen what the child can do"),
        pytest.param(again("hit_by_child"), id="a second account differs"),
        pytest.param(again("bumped_into"), id="the same person tells it otherwise"),
        pytest.param(lambda story: story.had(TOLD, mechanism="other"), id="it happened in some other way, at home"),
        pytest.param(judged("really_differ"), id="somebody judged the accounts to differ"),
        pytest.param(judged("concern"), id="somebody is concerned by the account"),
    ],
)
def test_the_same_knee_is_counted_when(otherwise: Callable[[Story], Story]):
    assert the("knee") in speaks(REPEATED, otherwise(RUNS).at()).evidence


@pytest.mark.parametrize(
    "otherwise",
    [
        pytest.param(again(), id="it was told twice alike"),
        pytest.param(again("bumped_into", teller="Jo"), id="somebody else puts one tumble in other words"),
        pytest.param(
            lambda story: story.had(TOLD, mechanism="other").had("knee", witness="outside_household"),
            id="somebody outside the household saw it happen in some other way",
        ),
        pytest.param(judged("same_in_other_words"), id="somebody judged the accounts to be the same"),
        pytest.param(
            lambda story: story.had("knee", region="cheek", witness="outside_household"),
            id="somebody outside the household saw it happen",
        ),
        pytest.param(
            lambda story: judged("same_in_other_words")(story.accounts_judged("concern", on="2026-12-13", of="knee")),
            id="a concern was laid to rest by a later look",
        ),
    ],
)
def test_the_same_knee_stays_ordinary_when(otherwise: Callable[[Story], Story]):
    is_silent(REPEATED, otherwise(RUNS).at())


def test_one_tale_with_two_carers_named_is_not_steady():
    one = RUNS.knowing("Ash").knowing("Bea").had(TOLD, who_had_care="Ash")
    is_silent(REPEATED, again(who_had_care="Ash")(one).at())
    assert speaks(REPEATED, again(who_had_care="Bea")(one).at())


@pytest.mark.parametrize("mechanism", sorted(STAGE_NEEDED))
def test_a_tale_explains_only_from_the_stage_it_needs(mechanism: Mechanism):
    needed = STAGE_NEEDED[mechanism]
    told = RUNS.had(TOLD, mechanism="hit_by_object").had(TOLD, mechanism=mechanism).without("runs")
    can = told.able(needed, on="2026-10-01T09:00")
    cannot = told.able(tuple(MotorStage)[needed.order - 1], on="2026-10-01T09:00")
    is_silent(REPEATED, can.at())
    assert speaks(REPEATED, cannot.at())


def test_a_tale_that_needs_no_skill_explains_even_where_nobody_has_seen_what_the_child_can_do():
    is_silent(REPEATED, RUNS.had(TOLD, mechanism="hit_by_object").without("runs").at())


def test_an_account_stays_with_a_mark_that_is_put_right():
    put_right = RUNS.bruise(
        on="2026-12-12T10:00", entered="2026-12-13T09:00", called="shin", region="shin", corrects="knee"
    )
    is_silent(REPEATED, put_right.at())
    assert speaks(REPEATED, put_right.without(TOLD).at())


# What makes it serious


def cared_for(story: Story, **told: str) -> Story:
    return story.knowing("Kit").cared_for_by("Kit", on="2026-12-01T09:00", called="Kit came", **told)


SERIOUS = {
    "is open to social care": lambda story: story.open_to_social_care(on="2026-12-01", called="why"),
    "is open to early help": lambda story: story.open_to_early_help(on="2026-12-01", called="why"),
    "has earlier neglect or harm on record": lambda story: story.worry_told(
        on="2026-06-01", harm="neglect", called="why"
    ),
    "has accounts that somebody questions": lambda story: story.accounts_judged(
        "concern", on="2026-12-13", of="two", called="why"
    ),
    "has a mark nobody would account for": lambda story: story.account(
        on="2026-12-13", of="one", given="asked_none_given", called="why"
    ),
    "has little warmth noticed": lambda story: story.observed(on="2026-12-01", called="why"),
    "was not yet moving alone": lambda story: story.able("sitting", on="2026-12-01", called="why"),
}


@pytest.mark.parametrize("words", SERIOUS)
def test_one_more_fact_makes_it_a_matter_of_hours_and_is_told(words: str):
    assert speaks(REPEATED, MARKS.at()).severity == Severity.CONSIDER
    said = speaks(REPEATED, SERIOUS[words](MARKS).at())
    assert said.severity == Severity.SUSPECT
    if words.startswith("is open"):
        assert said.sentence.startswith(f"Robin (2), {words[3:]}, has 2 injuries on record"), (
            "who helps, then the marks"
        )
        assert words not in said.sentence
    else:
        assert said.sentence.startswith("Robin (2) has 2 injuries on record")
        assert said.sentence.endswith(f", and {words}.")
    assert ", seen by " in said.sentence
    assert the("why") in said.evidence
    assert is_fit_to_read(said)


def severity(story: Story, at: str = "2026-12-24T16:30") -> Severity:
    return speaks(REPEATED, story.at(at)).severity


def test_every_fact_is_evidence_though_the_sentence_tells_only_the_first():
    story = MARKS.open_to_early_help(on="2026-12-01", called="help").observed(on="2026-12-02", called="cold")
    said = speaks(REPEATED, story.at())
    assert "early help" in said.sentence and "warmth" not in said.sentence
    assert {the("help"), the("cold")} <= set(said.evidence)


def test_a_service_that_was_stepped_down_no_longer_makes_it_serious():
    open_ = MARKS.open_to_social_care(on="2026-12-01")
    assert severity(open_) == Severity.SUSPECT
    assert severity(open_.stepped_down(on="2026-12-13T09:00", to="closed")) == Severity.CONSIDER
    assert severity(open_.open_to("nursery_place", on="2026-12-02", with_agency="nursery")) == Severity.SUSPECT


def test_a_service_of_health_or_nursery_alone_makes_nothing_serious():
    assert severity(MARKS.open_to("nursery_place", on="2026-12-01", with_agency="nursery")) == Severity.CONSIDER


@pytest.mark.parametrize(("harm", "is_serious"), [("neglect", True), ("physical", True), ("emotional", False)])
def test_an_earlier_episode_of_neglect_or_harm_makes_it_serious_though_long_closed(harm: str, is_serious: bool):
    closed = MARKS.open_to_social_care(on="2025-01-01", harm=harm, called="then").stepped_down(on="2025-06-01")
    assert severity(closed) == (Severity.SUSPECT if is_serious else Severity.CONSIDER)


def test_the_earliest_harm_on_record_is_the_one_named():
    story = (
        MARKS.worry_told(on="2025-06-01", harm="physical", called="aunt rang")
        .worry_told(on="2026-02-01", harm="neglect", called="later")
        .open_to("nursery_place", on="2025-09-01", with_agency="nursery", harm="neglect", called="nursery began")
    )
    said = speaks(REPEATED, story.at())
    assert the("aunt rang") in said.evidence
    assert not {the("later"), the("nursery began")} & set(said.evidence)
    again = story.open_to(
        "nursery_place", on="2025-02-01", with_agency="nursery", harm="neglect", called="first of all"
    )
    assert the("first of all") in speaks(REPEATED, again.at()).evidence


def test_a_mark_that_one_person_would_not_account_for_and_another_did_is_not_told_as_unaccounted():
    asked = MARKS.account(on="2026-12-13", of="two", given="asked_none_given")
    assert severity(asked) == Severity.SUSPECT
    assert severity(asked.account(on="2026-12-14", of="two", mechanism="hit_by_object")) == Severity.CONSIDER


@pytest.mark.parametrize("cares", ["cares_alone", "stays_overnight"])
def test_an_adult_with_care_whom_nobody_has_established_makes_it_serious(cares: str):
    said = speaks(REPEATED, cared_for(MARKS, **{cares: "yes"}).at())
    assert said.severity == Severity.SUSPECT
    assert "has a carer nobody has established" in said.sentence
    assert the("Kit came") in said.evidence
    assert severity(cared_for(MARKS, **{cares: "no"})) == Severity.CONSIDER


@pytest.mark.parametrize(
    ("result", "is_established"),
    [("nothing_found", True), ("something_found", True), ("asked", False), ("not_possible", False)],
)
def test_an_adult_is_established_when_an_answer_came_and_not_when_it_was_asked(result: str, is_established: bool):
    checked = cared_for(MARKS, cares_alone="yes").tell("adult_check", on="2026-12-02", adult="Kit", result=result)
    assert severity(checked) == (Severity.CONSIDER if is_established else Severity.SUSPECT)


@pytest.mark.parametrize(
    ("named", "relation", "is_established"),
    [("Kit Ash", "mother", True), ("Kit Ash", "father", True), ("Kit Ash", "friend", False), ("", "mother", False)],
)
def test_a_parent_is_established_by_name_and_nobody_else_is(named: str, relation: str, is_established: bool):
    story = MARKS.knowing("Kit", called=named).cared_for_by(
        "Kit", on="2026-12-01", relation=relation, cares_alone="yes"
    )
    assert severity(story) == (Severity.CONSIDER if is_established else Severity.SUSPECT)


def test_little_warmth_counts_from_sixty_days_before_the_first_mark_and_not_a_second_more():
    assert severity(MARKS.observed(on="2026-09-03T10:00:01", called="cold")) == Severity.SUSPECT
    assert severity(MARKS.observed(on="2026-09-03T10:00:00", called="cold")) == Severity.CONSIDER


@pytest.mark.parametrize("otherwise", [{"sense": "going_well"}, {"theme": "sleep"}])
def test_only_a_worry_between_child_and_carer_is_little_warmth(otherwise: dict[str, str]):
    assert severity(MARKS.observed(on="2026-12-01", called="seen")) == Severity.SUSPECT
    assert severity(MARKS.observed(on="2026-12-01", called="seen").had("seen", **otherwise)) == Severity.CONSIDER


@pytest.mark.parametrize("otherwise", [{"region": "chest"}, {"needed_care": "no"}])
def test_a_head_or_face_injury_that_needed_care_makes_it_serious(otherwise: dict[str, str]):
    hurt = MARKS.had("two", needed_care="yes")
    said = speaks(REPEATED, hurt.at())
    assert (said.severity, "head or face injury that needed care" in said.sentence) == (Severity.SUSPECT, True)
    assert severity(hurt.had("two", **otherwise)) == Severity.CONSIDER


def test_a_child_seen_crawling_since_was_not_moving_alone_when_the_mark_came():
    sits = MARKS.able("sitting", on="2026-11-01", called="sits")
    assert severity(sits) == severity(sits.able("crawling", on="2026-12-01")) == Severity.SUSPECT
    assert severity(MARKS.able("crawling", on="2026-11-01")) == Severity.CONSIDER


def test_a_milestone_reached_later_explains_no_earlier_mark():
    too_young = RUNS.had("runs", stage="rolling")
    assert speaks(REPEATED, too_young.at())
    assert speaks(REPEATED, too_young.able("running_climbing", on="2026-12-20").at())


@pytest.mark.parametrize(
    "otherwise",
    [{"type": "bite"}, {"type": "burn"}, {"type": "fracture"}, {"type": "ligature_mark"}, {"pattern": "hand"}, {"pattern": "teeth"}],
    ids=str,
)  # fmt: skip
def test_a_mark_that_play_does_not_leave_is_explained_by_nothing_anybody_says(otherwise: dict[str, str]):
    assert speaks(REPEATED, RUNS.had("knee", **otherwise, witness="outside_household").at())


@pytest.mark.parametrize("mechanism", ["hit_by_adult", "bitten", "dropped", "other"])
def test_an_account_of_somebodys_doing_explains_nothing(mechanism: str):
    assert speaks(REPEATED, RUNS.had(TOLD, mechanism=mechanism).at())


# What is one event, and what came before


@pytest.mark.parametrize(
    ("first", "second", "events"),
    [
        ("2026-07-01", "2026-07-01T12:30", 1),
        ("2026-07-01T12:00", "2026-07-02T00:30", 2),
        ("2026-12-01", "2026-12-01T12:30", 1),
        ("2026-12-01T12:00", "2026-12-02T00:30", 2),
        ("2026-10-25", "2026-10-25T12:30", 1),
    ],
)
def test_two_marks_one_nursery_saw_on_one_london_day_are_one_event(first: str, second: str, events: int):
    story = a_child().bruise(on=first, called="one").bruise(on=second, called="two", region="knee")
    said = {key.rule for key in told_of(story.at("2026-12-24T16:30" if first > "2026-10" else "2026-07-10")).findings}
    assert (REPEATED in said) == (events > 1)


def test_harm_first_told_of_after_the_marks_is_not_earlier_harm():
    after = MARKS.worry_told(on="2026-12-14T09:00", harm="physical")
    assert speaks(REPEATED, after.at()).severity == Severity.CONSIDER
    before = MARKS.worry_told(on="2026-11-01T09:00", harm="physical")
    assert speaks(REPEATED, before.at()).severity == Severity.SUSPECT


def test_a_birthmark_is_taken_for_one_when_a_clinician_says_so():
    birthmark = MARKS.had("two", type="birthmark_or_medical")
    assert speaks(REPEATED, birthmark.at()), "a nursery may take a bruise for one"
    is_silent(REPEATED, birthmark.had("two", agency=the("surgery")).at())


def test_a_sentence_begins_with_a_capital_and_keeps_short_whoever_the_child_is():
    nobody_named = (
        a_child()
        .knowing("man", called="")
        .cared_for_by("man", on="2026-11-01", cares_alone="yes")
        .bruise(on="2026-11-02T09:00", called="one")
        .bruise(on="2026-12-12T10:00", by="surgery", called="two", region="cheek")
    )
    said = speaks(REPEATED, nobody_named.at())
    assert is_fit_to_read(said)
    assert said.sentence[0].isupper()


def test_an_account_nobody_asked_for_explains_nothing_unless_somebody_from_outside_saw_it():
    volunteered = RUNS.had(TOLD, given="volunteered")
    assert speaks(REPEATED, volunteered.at())
    is_silent(REPEATED, volunteered.had("knee", witness="outside_household").at())
