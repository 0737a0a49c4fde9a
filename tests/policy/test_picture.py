"""What is known of a child at a moment, and no more: windows, late news, households, and when time would tell more."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.policy.builder import ONE_SECOND, Story, a_child, entries, moment, the

from kith.policy.facts import Fact, Happened, Person
from kith.policy.facts.chronology import Injury
from kith.policy.picture import ChildPicture, age_in_words, is_child
from kith.policy.shelves import Shelves
from kith.vocabulary import Identity, LifeStage, Living, Role

MARKS = (
    a_child()
    .bruise(on="2026-11-02T09:00", called="first")
    .bruise(on="2026-12-12T10:00", called="second")
    .bruise(on="2026-12-20T10:00", called="third")
)
DAYS = timedelta(days=1)


def names(facts: tuple[Fact, ...]) -> list[str]:
    called = {the(name): name for name in ("first", "second", "third", "put right", "told", "told again")}
    return [called[fact.entry] for fact in facts]


# Windows


def test_a_window_gives_what_ended_within_a_span_in_the_order_it_happened():
    picture = MARKS.at("2026-12-24T10:00")
    assert names(picture.injuries.within(20 * DAYS)) == ["second", "third"]
    assert picture.next_flip == moment("2027-01-01T10:00"), "when the second will have left"
    assert names(picture.injuries.within(DAYS)) == []


def test_a_window_holds_what_happened_to_the_last_second():
    leaves = moment("2026-12-22T10:00")
    assert names(MARKS.without("third").at(leaves - ONE_SECOND).injuries.within(10 * DAYS)) == ["second"]
    assert names(MARKS.without("third").at(leaves).injuries.within(10 * DAYS)) == []


def test_a_window_on_nothing_waits_for_nothing():
    picture = a_child().at()
    assert picture.injuries.within(DAYS) == ()
    assert picture.injuries.last() is None
    assert not picture.injuries
    assert picture.next_flip is None


def test_the_last_is_what_happened_last_and_not_what_was_entered_last():
    late = MARKS.had("first", at=moment("2026-12-24T09:00"))
    last = late.at().injuries.last()
    assert last and last.entry == the("third")
    assert [fact.entry for fact in late.at().injuries.backwards()] == [the("third"), the("second"), the("first")]
    assert late.at().injuries


def test_accounts_belong_to_their_mark():
    told = MARKS.account(on="2026-12-13", of="second", called="told again").account(
        on="2026-11-02T10:00", of="first", called="told"
    )
    accounts = told.at().accounts
    assert names(accounts.belonging_to(the("first"))) == ["told"]
    assert accounts.belonging_to(the("third")) == ()


def test_what_was_said_of_a_mark_before_and_after_it_was_put_right_is_read_together():
    story = (
        MARKS.account(on="2026-12-14", of="second", called="told")
        .bruise(on="2026-12-12T10:00", entered="2026-12-15T09:00", called="put right", corrects="second")
        .account(on="2026-12-13", entered="2026-12-16", of="put right", called="told again")
    )
    picture = story.at()
    assert names(picture.accounts.belonging_to(the("put right"))) == ["told again", "told"]
    assert names(picture.injuries.within(90 * DAYS)) == ["first", "put right", "third"]


def test_an_account_retracted_is_gone_and_the_others_stay():
    story = MARKS.account(on="2026-12-13", of="second", called="told").account(
        on="2026-12-14", of="second", called="told again"
    )
    assert names(story.retracted("told", on="2026-12-15").at().accounts.belonging_to(the("second"))) == ["told again"]
    both = story.retracted("told", on="2026-12-15").retracted("told again", on="2026-12-16")
    assert both.at().accounts.belonging_to(the("second")) == ()


def test_a_retraction_of_what_nobody_entered_takes_nothing_away():
    story = MARKS.retracted("what nobody entered", on="2026-12-21")
    assert len(story.at().injuries.within(90 * DAYS)) == 3


def test_a_mark_entered_and_retracted_at_one_moment_is_never_there():
    story = MARKS.retracted("third", on="2026-12-20T10:00")
    assert names(story.at("2026-12-20T10:00").injuries.within(90 * DAYS)) == ["first", "second"]


# As known at a moment


def test_late_news_is_absent_from_the_picture_of_an_earlier_moment():
    late = MARKS.had("first", at=moment("2026-12-13T09:00"))
    assert names(late.at("2026-12-13T08:59:59").injuries.within(90 * DAYS)) == ["second"]
    assert names(late.at("2026-12-13T09:00").injuries.within(90 * DAYS)) == ["first", "second"]


def test_an_earlier_picture_holds_what_was_retracted_later():
    story = MARKS.retracted("second", on="2026-12-15T09:00")
    assert names(story.at("2026-12-15T08:59:59").injuries.within(90 * DAYS)) == ["first", "second"]
    assert names(story.at("2026-12-15T09:00").injuries.within(90 * DAYS)) == ["first"]


def test_a_picture_with_one_more_entry_leaves_the_picture_before_as_it_was():
    before = MARKS.without("third").at("2026-12-19")
    before.has_passed(moment("2026-12-25"))
    after = before.with_entries((MARKS["third"],), moment("2026-12-20T10:00"))
    assert (len(before.injuries.within(90 * DAYS)), len(after.injuries.within(90 * DAYS))) == (2, 3)
    assert after.at == moment("2026-12-20T10:00")
    assert after.next_flip == moment("2027-01-31T09:00"), "it waits for its own marks only"


def test_the_first_of_several_moments_is_the_one_to_wait_for():
    picture = a_child().at("2026-12-24T10:00")
    assert not picture.has_passed(moment("2026-12-26"))
    assert not picture.has_passed(moment("2026-12-25"))
    assert picture.has_passed(moment("2026-12-24T10:00")), "a moment has come when it is that moment"
    assert picture.next_flip == moment("2026-12-25")


# People


def test_a_child_is_called_as_was_last_said():
    story = a_child("", born="").tell(
        "naming", on="2026-12-02", name="Robin", born_from="2024-05-03", born_until="2024-05-03"
    )
    assert story.at("2026-12-01").child.called == "a person we have not identified yet"
    named = story.at().child
    assert (named.called, named.born_from) == ("Robin", date(2024, 5, 3))
    again = story.tell("naming", on="2026-12-03", name="Robin Ash", born_from="2024-05-04", born_until="2024-05-04")
    assert (again.at().child.name, again.at().child.born_until) == ("Robin Ash", date(2024, 5, 4))


def test_a_name_alone_leaves_the_birth_date_there_was():
    child = a_child().tell("naming", on="2026-12-02", name="Robin Ash").at().child
    assert (child.name, child.born_from) == ("Robin Ash", date(2024, 5, 3))


def test_somebody_nobody_entered_is_this_person_and_an_agency_nobody_entered_an_agency():
    picture = a_child().at()
    assert picture.person(the("a stranger")).called == "this person"
    assert person(identity=Identity.PART_KNOWN).called == "a person we have not identified yet"
    assert picture.agency(the("a stranger")).name == "an agency"
    assert not picture.agency_is(the("a stranger"), "nursery")


def person(**told: Any) -> Person:
    return Person(id=the("somebody"), **told)


@pytest.mark.parametrize(
    ("somebody", "is_one"),
    [
        (person(born_from=date(2008, 12, 25), born_until=date(2008, 12, 25)), True),
        (person(born_from=date(2008, 12, 24), born_until=date(2008, 12, 24)), False),
        (person(born_from=date(2008, 1, 1), born_until=date(2009, 12, 31)), True),
        (person(expected_on=date(2027, 2, 1)), True),
        (person(stage_said=LifeStage.UNBORN), True),
        (person(stage_said=LifeStage.CHILD), True),
        (person(stage_said=LifeStage.ADULT), False),
        (person(), False),
        (person(born_from=date(1990, 1, 1), born_until=date(1990, 1, 1), stage_said=LifeStage.CHILD), False),
    ],
    ids=["eve of 18", "18 today", "perhaps 18", "expected", "unborn", "said a child", "said adult", "unknown", "36"],
)
def test_a_child_is_anybody_not_surely_eighteen_and_a_baby_expected(somebody: Person, is_one: bool):
    assert is_child(somebody, moment("2026-12-24T00:00")) is is_one


@pytest.mark.parametrize(
    ("born", "words"),
    [("2024-12-24", "2"), ("2024-12-25", "1"), ("2025-12-25", "52 weeks"), ("2026-12-20", "0 weeks")],
)
def test_an_age_is_told_in_years_and_in_weeks_before_the_first_birthday(born: str, words: str):
    day = date.fromisoformat(born)
    assert age_in_words(person(born_from=day, born_until=day), date(2026, 12, 24)) == words


def test_an_age_nobody_knows_is_not_told():
    assert age_in_words(person(), date(2026, 12, 24)) == ""
    about = person(born_from=date(2024, 1, 1), born_until=date(2024, 12, 31))
    assert age_in_words(about, date(2026, 12, 24)) == ""


def test_a_window_opens_on_somebody_else_in_the_picture():
    story = MARKS.knowing("Sam", born="2023-01-01", called="Sam").bruise(
        on="2026-12-18T10:00", about=("Sam",), called="put right"
    )
    picture = story.at("2026-12-24T10:00")
    assert names(picture.of_person(the("Sam"), Injury).within(10 * DAYS)) == ["put right"]
    assert picture.next_flip == moment("2026-12-28T10:00"), "and what time alone changes there is noted here"
    assert not picture.of_person(the("a stranger"), Injury)


# Households and siblings


def family() -> Story:
    return (
        a_child()
        .knowing("Sam", born="2023-01-01", called="Sam")
        .knowing("Ash", born="2009-06-01", called="Ash")
        .knowing("Bea", born="1990-01-01", called="Bea")
        .knowing("bump", expected="2027-02-01", stage="unborn")
        .knowing("Nobody", born="2022-01-01", called="Nobody")
        .living_in("flat", on="2026-01-01")
        .living_in("flat", on="2026-01-01", who="Sam")
        .cared_for_by("Ash", on="2026-01-02")
        .tell("key_adult", on="2026-01-02", about=("bump",), adult="Ash")
        .living_in("flat", on="2026-01-03", who="Bea", living="stays_over")
        .living_in("elsewhere", on="2026-01-03", who="Nobody")
    )


def siblings(picture: ChildPicture) -> set[str]:
    called = {the(name): name for name in ("Robin", "Sam", "Ash", "Bea", "bump", "Nobody")}
    return {called[one.id] for one in picture.siblings()}


def test_siblings_share_a_home_or_a_key_adult_and_one_may_be_unborn():
    assert siblings(family().at()) == {"Sam", "Ash", "bump"}
    assert siblings(family().at(who="Sam")) == {"Robin"}
    assert siblings(family().at(who="Nobody")) == set()


def test_a_parent_who_is_a_child_has_a_picture_with_their_own_child_in_it():
    assert siblings(family().at(who="Ash")) >= {"Robin", "bump"}
    assert family().at(who="Ash").child.called == "Ash"


def test_a_sibling_who_comes_of_age_is_an_adult_from_that_day():
    assert "Ash" in siblings(family().at("2027-05-31"))
    assert "Ash" not in siblings(family().at("2027-06-01T00:00"))


def test_a_household_is_who_lives_or_stays_there_as_last_said():
    at_home = {(one.about[0], one.living) for one in family().at().household()}
    assert at_home == {
        (the("Robin"), Living.LIVES_THERE),
        (the("Sam"), Living.LIVES_THERE),
        (the("Bea"), Living.STAYS_OVER),
    }


def test_somebody_who_left_is_in_the_household_no_longer_and_not_before_they_came():
    left = family().living_in("flat", on="2026-12-01", who="Bea", living="left")
    assert {one.about[0] for one in left.at().household()} == entries("Robin", "Sam")
    assert {one.about[0] for one in left.at("2026-01-02").household()} == entries("Robin", "Sam")
    assert {one.about[0] for one in left.at("2026-11-30").household()} == entries("Robin", "Sam", "Bea")


def test_a_child_with_two_homes_has_two_households():
    both = family().living_in("elsewhere", on="2026-02-01", living="part_time")
    assert {one.about[0] for one in both.at().household()} == entries("Robin", "Sam", "Bea", "Nobody")
    assert siblings(both.at(who="Nobody")) == {"Robin"}


# What is refused before it can mislead


def test_a_moment_without_a_time_zone_and_an_entry_about_nobody_are_refused():
    naive = datetime(2026, 12, 24, 9)  # noqa: DTZ001
    aware = naive.replace(tzinfo=UTC)
    told = {"entry": the("e"), "about": (the("Robin"),), "role": Role.GP, "agency": the("a"), "occasion": the("o")}
    with pytest.raises(ValueError, match="When it happened needs a time zone"):
        Happened(start=naive, end=aware)
    with pytest.raises(ValueError, match="time of entry needs a time zone"):
        Fact(happened=Happened(start=aware, end=aware), at=naive, **told)
    with pytest.raises(ValueError, match="about at least one person"):
        MARKS.had("first", about=())
    with pytest.raises(ValueError, match="no time zone"):
        ChildPicture(id=the("Robin"), at=naive, shelves=Shelves())


def test_what_happened_does_not_run_backwards():
    with pytest.raises(ValueError, match="runs backwards"):
        Happened(start=moment("2026-12-24T09:00"), end=moment("2026-12-24T08:59"))
    with pytest.raises(ValueError, match="day of birth runs backwards"):
        person(born_from=date(2024, 5, 3), born_until=date(2024, 5, 2))
    with pytest.raises(ValueError, match="both ends"):
        person(born_from=date(2024, 5, 3))


@pytest.mark.parametrize(
    ("kind", "told", "why"),
    [
        ("injury", {"type": "bruise", "count": 0}, "how many marks"),
        ("injury", {"type": "bruise", "size_mm": 0}, "millimetres"),
        ("tool_grade", {"tool": "graded care profile", "worst_grade": 6}, "1 .best. to 5"),
        ("tool_grade", {"tool": "graded care profile", "worst_grade": 0}, "1 .best. to 5"),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_words(kind: str, told: dict[str, Any], why: str):
    with pytest.raises(ValueError, match=why):
        a_child().tell(kind, on="2026-12-01", **told)
    assert a_child().tell("tool_grade", on="2026-12-01", tool="graded care profile", worst_grade=5)


def test_a_name_and_a_birthday_told_apart_are_both_known():
    story = a_child().knowing("Kit", called="")
    born = story.tell(
        "naming", on="2026-12-01", about=("Kit",), name="", born_from="2010-01-01", born_until="2010-01-01"
    )
    both = born.tell("naming", on="2026-12-02", about=("Kit",), name="Kit Dunn")
    person = both.at().person(the("Kit"))
    assert (person.name, person.born_from) == ("Kit Dunn", date(2010, 1, 1))


def test_half_a_birthday_is_refused_when_it_is_told():
    with pytest.raises(ValueError, match="both ends of the day of birth"):
        a_child().knowing("Kit").tell("naming", on="2026-12-01", about=("Kit",), name="", born_from="2010-01-01")


def test_a_child_born_on_29_february_is_a_year_older_on_1_march_in_a_common_year():
    born = a_child(born="2024-02-29")
    assert not born.at("2029-02-28T12:00").is_older_than(5)
    assert born.at("2029-03-01T00:00").is_older_than(5)
    assert born.at("2028-02-29T00:00").is_older_than(4)
    grown = a_child(born="2008-02-29").at("2026-02-28").child
    assert is_child(grown, moment("2026-02-28"))
    assert not is_child(grown, moment("2026-03-01T00:00"))


def test_a_retracted_household_makes_nobody_a_sibling():
    apart = family().retracted("household_membership 2", on="2026-02-01", about=("Sam",))
    assert "Sam" not in siblings(apart.at())
    assert siblings(apart.at(who="Sam")) == set()


def test_the_home_of_a_child_one_cares_for_makes_nobody_a_sibling():
    assert "Sam" not in siblings(family().at(who="Ash"))


def test_a_sibling_who_will_come_of_age_is_a_moment_to_look_again():
    picture = family().at("2027-05-01")
    picture.siblings()
    assert picture.next_flip == moment("2027-06-01T00:00")


def test_what_is_entered_of_an_adult_reaches_every_child_of_their_homes_and_care():
    shelves = family().shelves(moment("2026-12-24T16:30"))
    called = {the(name): name for name in ("Robin", "Sam", "Ash", "Bea", "bump", "Nobody")}
    assert {called[one] for one in shelves.connected((the("Bea"),))} == {"Robin", "Sam", "Bea"}
    assert {called[one] for one in shelves.connected((the("Robin"),))} == {"Robin", "Sam", "Ash", "Bea", "bump"}
    assert {called[one] for one in shelves.connected((the("Ash"),))} >= {"Ash", "Robin", "bump"}
