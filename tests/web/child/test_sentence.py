"""The sentence under a child's name: whom the child lives with and who helps, and nothing that nobody entered."""

from dataclasses import replace
from datetime import date

import pytest
from tests.policy.builder import Story, a_child, the

from kith.vocabulary import Identity, Sex
from kith.web.child.sentence import WORDS_AT_MOST, child_sentence

HOME = "2026-03-02T10:00"


def of_sex(story: Story, **sexes: str) -> Story:
    """The same people, of these sexes."""
    known = {the(name.replace("_", " ")): Sex(sex) for name, sex in sexes.items()}
    return replace(story, people=tuple(replace(one, sex=known.get(one.id, one.sex)) for one in story.people))


def robin_at_home() -> Story:
    """Robin with his mother Jodie and his sister Isla, and a man who is said to stay."""
    story = (
        a_child(called="Robin Marsh")
        .knowing("jodie", called="Jodie Marsh", born="2002-02-14")
        .knowing("isla", called="Isla Marsh", born="2021-01-22", stage="child")
        .knowing("kyle", called="Kyle")
    )
    story = of_sex(story, **{story.child: "male"}, isla="female", jodie="female")
    for who in (story.child, "jodie", "isla"):
        story = story.living_in("home", on=HOME, who=who)
    story = story.living_in("home", on=HOME, who="kyle", living="said_to_stay")
    story = story.cared_for_by("jodie", on=HOME, relation="mother")
    return story.tell("relationship", on=HOME, about=("isla",), to=story.child, relation="half_sibling")


def with_a_worker(story: Story, service: str = "assessment") -> Story:
    story = story.open_to(service, on="2026-11-16T10:00", with_agency="north")
    return story.tell("allocation", on="2026-11-16T10:20", involvement=story.latest_service, worker_name="Amara Okafor")


def said(story: Story, at: str = "2026-12-24T16:30") -> str:
    sentence = child_sentence(story.at(at))
    assert len(sentence.split()) <= WORDS_AT_MOST
    return sentence


def test_it_says_whom_the_child_lives_with_and_since_when_there_is_a_social_worker():
    assert said(with_a_worker(robin_at_home())) == (
        "Robin lives with his mother Jodie and his sister Isla, 5, and has had a social worker since 16 November."
    )


def test_a_plan_is_named_as_what_it_is():
    assert said(with_a_worker(robin_at_home(), "child_protection_plan")) == (
        "Robin lives with his mother and his sister, and has had a child protection plan since 16 November."
    )


def test_a_worker_nobody_named_is_said_to_be_missing():
    story = robin_at_home().open_to_social_care(on="2026-11-16T10:00")
    assert said(story) == (
        "Robin lives with his mother and his sister. Open to social care since 16 November; no social worker named."
    )


def test_nothing_on_record_is_said_and_is_our_gap():
    nobody = a_child(called="Robin Marsh")
    assert said(nobody) == ("Nobody has entered whom Robin lives with, or that social care or early help is open.")
    assert said(nobody.open_to_early_help(on="2026-11-16T10:00")) == (
        "Robin has had early help since 16 November. Nobody has entered whom they live with."
    )
    assert said(nobody.open_to_social_care(on="2026-11-16T10:00")) == (
        "Open to social care since 16 November; no social worker named. Nobody has entered whom Robin lives with."
    )


def test_no_help_is_not_to_say_that_none_is_needed():
    assert said(robin_at_home()) == (
        "Robin lives with his mother Jodie and his sister Isla, 5. No open social care or early help on record."
    )


def test_whoever_has_left_is_not_said_to_live_there():
    everybody = a_child(called="Robin Marsh").knowing("jodie", called="Jodie Marsh", born="2002-02-14")
    everybody = everybody.tell(
        "household_membership", on=HOME, about=(everybody.child, "jodie"), household="home", living="lives_there"
    )
    assert said(everybody).startswith("Robin lives with Jodie. ")
    left = everybody.living_in("home", on="2026-06-01T10:00", who="jodie", living="left")
    assert said(left).startswith("Nobody has entered whom Robin lives with")


def test_the_home_that_was_said_last_is_where_the_child_lives():
    story = robin_at_home().knowing("sandra", called="Sandra Marsh", born="1975-04-09")
    for who in (story.child, "isla", "sandra"):
        story = story.living_in("sandra's flat", on="2026-12-24T18:45", who=who)
    story = with_a_worker(of_sex(story, sandra="female").cared_for_by("sandra", on=HOME, relation="grandparent"))
    assert "his mother Jodie" in said(story, "2026-12-24T16:30")
    assert "his grandmother Sandra and his sister Isla, 5" in said(story, "2026-12-24T20:00")


def test_a_child_who_is_looked_after_lives_where_that_was_said():
    story = with_a_worker(robin_at_home(), "looked_after")
    story = story.tell("placement", on="2026-11-17T12:00", with_whom="foster carers")
    assert said(story) == "Robin lives with foster carers, and has been looked after since 16 November."
    assert "his mother" in said(story.tell("return_home", on="2026-12-01T12:00"))


def test_a_big_family_is_counted_so_that_the_sentence_stays_short():
    story = robin_at_home()
    for number, name in enumerate(("Kai", "Leo", "Mia"), start=1):
        story = story.knowing(name, called=f"{name} Marsh", born=f"201{number}-01-01", stage="child")
        story = story.living_in("home", on=HOME, who=name)
    assert said(with_a_worker(story)) == (
        "Robin lives with his mother, his sister, and 3 others, and has had a social worker since 16 November."
    )


def test_somebody_who_lives_there_and_is_not_identified_is_quoted():
    story = robin_at_home().living_in("home", on="2026-05-01T10:00", who="kyle")
    people = tuple(replace(one, identity=Identity.UNKNOWN) if one.name == "Kyle" else one for one in story.people)
    story = replace(story, people=people).open_to_early_help(on="2026-11-16T10:00")
    assert "Robin lives with his mother Jodie, “Kyle”, and his sister Isla, 5, and has had early help" in said(story)


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ("2026-11-01/2026-11-30", "since November 2026"),
        ("2026-02-01/2026-11-30", "since some time in 2026"),
        ("2024-02-01/2026-11-30", "since 2024 or later"),
        ("2020-03-05T10:00", "since 5 March 2020"),
    ],
)
def test_since_when_is_no_surer_than_we_know(since: str, words: str):
    story = robin_at_home().open_to("early_help", on=since, with_agency="early help")
    assert words in said(story)


def test_a_child_not_yet_born_lives_with_nobody():
    story = a_child(called="Baby Begum")
    unborn = replace(story.people[0], born_from=None, born_until=None)
    story = replace(story, people=(replace(unborn, expected_on=date(2027, 2, 10)), *story.people[1:]))
    assert said(with_a_worker(story)) == "Baby Begum is not born yet, and has had a social worker since 16 November."
