"""Whatever is told of a child: time changes nothing before it was said to, and neither do others or the order of post."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.policy.builder import ONE_SECOND, Story, a_child, moment, the, told_of

from kith.policy.calendar import instant
from kith.policy.findings import Finding, Key
from kith.policy.picture import ChildPicture
from kith.policy.rulebook import rulebook
from kith.vocabulary import Region

for_any_child = settings(max_examples=120, deadline=None, derandomize=True)

Step = Callable[[Story, str, str], Story]

#: What may come to be known of a child, each at any moment. `number` names it apart from the others of its sort.
STEPS: dict[str, Step] = {
    "a mark": lambda story, on, number: story.bruise(on=on, called=f"mark {number}", region="back"),
    "a mark at the surgery": lambda story, on, number: story.bruise(on=on, by="surgery", region=Region.CHEEK),
    "a mark of today": lambda story, on, number: story.bruise(on=on[:10], entered=f"{on[:10]}T10:00"),
    "a visit today": lambda story, on, number: story.seen(on=on[:10], entered=f"{on[:10]}T10:00"),
    "a grazed knee": lambda story, on, number: story.explained_bruise(on=on, called=f"knee {number}"),
    "an account": lambda story, on, number: story.account(on=on, mechanism="hit_by_child"),
    "no account": lambda story, on, number: story.account(on=on, given="asked_none_given"),
    "a doubt": lambda story, on, number: story.accounts_judged("concern", on=on),
    "running": lambda story, on, number: story.able("running_climbing", on=on),
    "sitting": lambda story, on, number: story.able("sitting", on=on),
    "little warmth": lambda story, on, number: story.observed(on=on),
    "a worry": lambda story, on, number: story.worry_told(on=on, harm="neglect"),
    "a decision": lambda story, on, number: story.decided("advice", on=on),
    "a plan": lambda story, on, number: story.child_protection_plan(on=on),
    "help in need": lambda story, on, number: story.child_in_need(on=on),
    "early help": lambda story, on, number: story.open_to_early_help(on=on),
    "an end of help": lambda story, on, number: story.stepped_down(on=on),
    "a visit": lambda story, on, number: story.seen(on=on),
    "nobody in": lambda story, on, number: story.nobody_in(on=on),
    "an answer": lambda story, on, number: story.looked_and_thought("mark 0", "mark 1", on=on),
    "a retraction": lambda story, on, number: story.retracted("mark 0", on=on),
    "an adult": lambda story, on, number: story.cared_for_by("Kit", on=on, cares_alone="yes"),
}

#: From autumn's clock change until after spring's, some by the hour and some by the day.
HOURS = st.integers(0, 24 * 180).map(lambda hour: moment("2026-10-24T00:00") + timedelta(hours=hour))
WHENS = st.one_of(
    HOURS.map(lambda then: instant(then).isoformat()),
    HOURS.map(lambda then: then.date().isoformat()),
)
BIRTHDAYS = st.sampled_from(["2024-05-03", "2021-12-20", "2026-09-01", ""])


@st.composite
def stories(draw: st.DrawFn) -> Story:
    story = a_child(born=draw(BIRTHDAYS)).knowing("Kit").bruise(on="2026-10-23T09:00", called="mark 0")
    story = story.child_in_need(on="2026-10-23T10:00").worry_told(on="2026-10-23T11:00")
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
    story = a_child().knowing("Kit").bruise(on="2026-10-23T09:00", called="mark 0").child_in_need(on="2026-10-23T10:00")
    heard = set()
    for number, what in enumerate(sorted(STEPS), start=1):
        for day in range(0, 120, 10):
            then = moment("2026-11-10T09:00") + timedelta(days=day)
            told = STEPS[what](story, "2026-11-10T09:00", str(number))
            heard.add(frozenset(key.rule for key in said(told.at(then))))
    assert len(heard) >= 4
    assert frozenset().union(*heard) == rulebook().names
    assert the("mark 0") in {fact.entry for fact in story.facts}
