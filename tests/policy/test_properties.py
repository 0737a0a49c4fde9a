"""Whatever is told of a child: time changes nothing before it was said to, and neither do others or the order of post."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.policy.builder import ONE_SECOND, Story, a_child, moment, told_of
from tests.policy.steps import STEPS, begun

from kith.policy.calendar import instant
from kith.policy.findings import Finding, Key
from kith.policy.picture import ChildPicture
from kith.policy.rulebook import rulebook

for_any_child = settings(max_examples=80, deadline=None, derandomize=True)

#: From autumn's clock change until after spring's, some by the hour and some by the day.
HOURS = st.integers(0, 24 * 180).map(lambda hour: moment("2026-10-24T00:00") + timedelta(hours=hour))
WHENS = st.one_of(
    HOURS.map(lambda then: instant(then).isoformat()),
    HOURS.map(lambda then: then.date().isoformat()),
)
BIRTHDAYS = st.sampled_from(["2024-05-03", "2021-12-20", "2026-09-01", ""])


@st.composite
def stories(draw: st.DrawFn) -> Story:
    story = begun(born=draw(BIRTHDAYS))
    for number, what in enumerate(draw(st.lists(st.sampled_from(sorted(STEPS)), min_size=1, max_size=7)), start=1):
        story = STEPS[what](story, draw(WHENS), str(number))
    return story


def said(picture: ChildPicture) -> dict[Key, Finding]:
    return dict(told_of(picture).findings)


def as_known_then(story: Story, then: datetime, later: datetime) -> ChildPicture:
    """What is said later of all that was known then: time alone has gone by."""
    return replace(story.at(then), at=later)


@for_any_child
@given(stories(), HOURS, st.floats(0, 1))
def test_time_alone_changes_nothing_before_the_moment_that_was_named(story: Story, then: datetime, part: float):
    named = told_of(story.at(then)).next_change_at
    until = named or instant(then) + timedelta(days=4000)
    between = instant(then) + part * (until - instant(then) - ONE_SECOND)
    was = said(story.at(then))
    for later in (instant(then) + ONE_SECOND, between, until - ONE_SECOND):
        if later < until:
            assessment = told_of(as_known_then(story, then, later))
            assert dict(assessment.findings) == was
            assert assessment.next_change_at == named


@for_any_child
@given(stories(), HOURS)
def test_every_moment_at_which_time_changes_what_is_said_was_named_before(story: Story, then: datetime):
    """Walk from one named moment to the next, a year and more: nothing changes but at one of them."""
    now, was = instant(then), said(story.at(then))
    for _ in range(60):
        named = told_of(as_known_then(story, then, now)).next_change_at
        if named is None:
            break
        assert named > now, "the clock goes forward"
        assert said(as_known_then(story, then, named - ONE_SECOND)) == was
        now, was = named, said(as_known_then(story, then, named))
    else:
        raise AssertionError("The moments named never come to an end.")
    assert said(as_known_then(story, then, now + timedelta(days=4000))) == was


@for_any_child
@given(stories(), WHENS, st.sampled_from(sorted(STEPS)))
def test_what_is_entered_about_another_child_changes_nothing(story: Story, on: str, what: str):
    apart = replace(story, child="Sam", latest_injury="mark 0")
    also = replace(STEPS[what](apart, on, "of Sam"), child=story.child)
    assert len(also.facts) > len(story.facts)
    then = moment("2027-05-01")
    assert told_of(also.at(then)) == told_of(story.at(then))


@for_any_child
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_in_which_entries_of_one_moment_arrive_changes_nothing(story: Story, order):
    then = moment("2027-05-01")
    at_once = [replace(fact, at=then) for fact in story.facts]
    mixed = list(at_once)
    order.shuffle(mixed)
    one, other = (replace(story, facts=tuple(facts)) for facts in (at_once, mixed))
    assert told_of(one.at(then)) == told_of(other.at(then))
    assert one.at(then).child == other.at(then).child


@for_any_child
@given(stories())
def test_entries_that_came_one_by_one_are_read_as_if_they_had_come_at_once(story: Story):
    then = moment("2027-05-01")
    gathered = replace(story.at(then), shelves=story.shelves(moment("2026-01-01")).with_facts(story.facts))
    assert told_of(gathered) == told_of(story.at(then))


def test_these_stories_reach_every_rule_and_its_silence():
    """The promises above would hold of a book that said nothing."""
    chance, heard = Random(2020), set[str]()
    for _ in range(700):
        story = begun()
        for number in range(1, chance.randint(3, 9)):
            on = (moment("2026-10-24T00:00") + timedelta(hours=chance.randint(0, 1500))).isoformat()
            story = STEPS[chance.choice(sorted(STEPS))](story, on, str(number))
        heard |= {key.rule for key in said(story.at(max(fact.at for fact in story.facts) + timedelta(days=8)))}
    assert sorted(one.name for one in rulebook().rules if one.reads is ChildPicture and one.name not in heard) == []
    assert said(a_child().at(moment("2027-03-20T11:00"))) == {}
