"""What may come to be known of a child, one step at a time, in any order: what random stories are made of."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.policy.builder import Story, a_child, moment

from kith.policy.calendar import instant
from kith.vocabulary import Region

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
    # Accounts and opinions
    "an account of a fall": lambda story, on, number: story.account(
        on=on, of="mark 0", mechanism="rolled_off", given="asked"
    ),
    "an account of a later time": lambda story, on, number: story.account(
        on=on, of="mark 0", mechanism="bumped_into", claimed_at=_later(on, hours=1), given="asked"
    ),
    "an account that they really differ": lambda story, on, number: story.accounts_judged(
        "really_differ", on=on, of="mark 0"
    ),
    "an account of climbing": lambda story, on, number: story.account(on=on, of="mark 0", mechanism="climbed_and_fell"),
    "one opinion": lambda story, on, number: story.tell(
        "medical", on=on, by="hospital", stage="examined", opinion="inconclusive", injuries=("mark 0",)
    ),
    "another opinion": lambda story, on, number: story.tell(
        "medical", on=on, by="surgery", stage="examined", opinion="accidental_probable", injuries=("mark 0",)
    ),
    # Discussions, decisions and actions
    "a talk": lambda story, on, number: story.tell(
        "strategy_discussion", on=on, heard=("social_worker", "police_officer")
    ),
    "a whole talk": lambda story, on, number: story.tell(
        "strategy_discussion", on=on, heard=("social_worker", "police_officer", "paediatrician")
    ),
    "reasonable cause": lambda story, on, number: story.tell("decision", on=on, what="reasonable_cause"),
    "a medical is decided": lambda story, on, number: story.tell(
        "decision", on=on, what="medical", discussion="talk 0"
    ),
    "no enquiry": lambda story, on, number: story.tell(
        "decision", on=on, what="no_section_47", reasons=("office_hours",)
    ),
    "an enquiry is decided": lambda story, on, number: story.tell(
        "decision", on=on, what="start_section_47", reasons=("seriousness",), discussion="talk 0"
    ),
    "an action": lambda story, on, number: story.tell(
        "action",
        on=on,
        decision="decision 0",
        due_at=_later(on, hours=72),
        owner_role="social_worker",
        owner_agency="north",
    ),
    "an action of the surgery's": lambda story, on, number: story.tell(
        "action", on=on, decision="decision 0", owner_role="gp", owner_agency="surgery"
    ),
    "an action is done": lambda story, on, number: story.tell("action_done", on=on, action="action 0"),
    "nobody could tell": lambda story, on, number: story.looked_and_thought(
        "mark 0", "mark 1", on=on, could_be_caused="cannot_tell"
    ),
    "somebody could have": lambda story, on, number: story.looked_and_thought("mark 0", on=on, could_be_caused="could"),
    "nobody could have": lambda story, on, number: story.looked_and_thought(
        "mark 0", on=on, could_be_caused="could_not"
    ),
    # Telling
    "somebody was told": lambda story, on, number: story.tell(
        "told", on=on, of="decision 0", told_agency="nursery", how="email"
    ),
    "a practice": lambda story, on, number: story.open_to("gp_registration", on=on, with_agency="surgery").open_to(
        "health_visiting", on=on, with_agency="health visiting"
    ),
    "they talked": lambda story, on, number: story.tell("liaison", on=on, by="surgery", with_agency="health visiting"),
    "a worry at night": lambda story, on, number: story.worry_told(on=_at(on, "22:00"), by="night"),
    "a surgery's worry at night": lambda story, on, number: story.worry_told(on=_at(on, "22:00"), by="surgery"),
    "a disagreement": lambda story, on, number: story.tell("escalation", on=on, by="nursery", against="decision 0"),
    "a move": lambda story, on, number: story.tell("move", on=on, to_area="Eastfield"),
    # Daily life
    "seen, and not alone": lambda story, on, number: story.seen(on=on, seen_alone="no"),
    "said no at the door": lambda story, on, number: story.seen(on=on, outcome="refused", seen="no"),
    "said no twice": lambda story, on, number: story.seen(on=on, outcome="refused", seen="no").seen(
        on=_later(on, hours=48), outcome="refused", seen="no"
    ),
    "two marks": lambda story, on, number: story.bruise(on=on, region="cheek").bruise(
        on=_later(on, hours=48), by="surgery", region="back"
    ),
    "his own words": lambda story, on, number: story.observed(on=on, theme="childs_words"),
    "a carer who may hurt": lambda story, on, number: story.tell("carer_statement", on=on, says="may_hurt"),
    "an incident": lambda story, on, number: story.tell(
        "domestic_incident", on=on, children_present="yes", schools=["nursery"]
    ),
    "hunger": lambda story, on, number: story.observed(on=on, theme="hunger", by="nursery"),
    "three hungry days": lambda story, on, number: (
        story.observed(on=on, theme="hunger", by="nursery")
        .observed(on=_later(on, hours=48), theme="hunger", by="surgery")
        .observed(on=_later(on, hours=96), theme="growth", by="surgery")
    ),
    "not brought twice": lambda story, on, number: story.tell(
        "attendance", on=on, by="surgery", attended="not_brought"
    ).tell("attendance", on=_later(on, hours=48), by="surgery", attended="not_brought"),
    "little warmth twice": lambda story, on, number: story.observed(on=on).observed(
        on=_later(on, hours=48), by="health visiting"
    ),
    # History, supervision, closing
    "a worry protected against at once": lambda story, on, number: story.worry_told(
        on=on, called=f"worry {number}"
    ).decided("immediate_protection", on=on, of=f"worry {number}"),
    "a second person agrees": lambda story, on, number: story.tell(
        "authorisation", on=on, by="north", decision="threshold_decision 1", agrees="yes"
    ),
    "a rating": lambda story, on, number: story.tell(
        "priority", on=on, by="hub", contact="contact 1", urgency=("red", "amber", "green", "blue")[len(number) % 4]
    ),
    "information asked": lambda story, on, number: story.tell(
        "information_asked", on=on, by="hub", contact="contact 1", of_agency="surgery", called=f"asked {number}"
    ),
    "a worry sent back": lambda story, on, number: story.tell("sent_back", on=on, by="hub", contact="contact 1"),
    "a plan that was another child's": lambda story, on, number: story.retracted("involvement 1", on=on),
    "history read": lambda story, on, number: story.tell("history_check", on=on, by="hub", read=("contact 1",)),
    "protected without the history": lambda story, on, number: story.worry_told(
        on=on, called=f"worry {number}", harm="neglect"
    ).decided("assessment", on=on, of=f"worry {number}"),
    "ended with advice three times": lambda story, on, number: _ended_thrice(story, on, number),
    "an old worry told late": lambda story, on, number: story.worry_told(on="2026-09-01", entered=_later(on, hours=30)),
    "supervision with open lines": lambda story, on, number: story.tell(
        "supervision", on=on, open_lines=("who_are_the_adults",)
    ),
    "a sister with a worry": lambda story, on, number: _a_sister(story, on, number),
    "looked after": lambda story, on, number: story.open_to("looked_after", on=on, with_agency="north"),
    "taken into hospital": lambda story, on, number: story.tell("admission", on=on, by="hospital"),
    "a man stays": lambda story, on, number: story.cared_for_by(
        "Kit", on=on, relation="parents_partner", stays_overnight="yes"
    ),
    "a father": lambda story, on, number: story.cared_for_by("Kit", on=on, relation="father"),
}


def begun(**told: Any) -> Story:
    """A child with a mark, a plan, an undecided worry, and a discussion that decided something with an action."""
    story = a_child(**told).knowing("Kit").knowing("Isla", born="2021-05-03", called="Isla")
    story = story.bruise(on="2026-10-23T09:00", called="mark 0", region="back").child_in_need(on="2026-10-23T10:00")
    story = story.worry_told(on="2026-10-23T11:00")
    story = story.tell("strategy_discussion", on="2026-10-23T12:00", heard=("social_worker",), called="talk 0")
    story = story.tell("decision", on="2026-10-23T12:30", what="section_17", discussion="talk 0", called="decision 0")
    return story.tell(
        "action", on="2026-10-23T12:31", decision="decision 0", due_at="2026-12-01T10:00", called="action 0"
    )


def _later(on: str, *, hours: int) -> str:
    return (instant(moment(on)) + timedelta(hours=hours)).isoformat()


def _at(on: str, time: str) -> str:
    return f"{on[:10]}T{time}"


def _ended_thrice(story: Story, on: str, number: str) -> Story:
    for day, by in enumerate(("nursery", "surgery", "health visiting")):
        name = f"worry {number} {day}"
        story = story.worry_told(on=_later(on, hours=24 * day), by=by, called=name)
        story = story.decided("no_further_action", on=_later(on, hours=24 * day + 2), of=name)
    return story


def _a_sister(story: Story, on: str, number: str) -> Story:
    for who in (story.child, "Isla"):
        story = story.living_in("home", on="2026-09-01T10:00", who=who, entered=on)
    return story.worry_told(on="2026-09-01", entered=on, harm="neglect", about=("Isla",), called=f"of Isla {number}")
