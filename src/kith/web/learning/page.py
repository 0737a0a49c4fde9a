"""The learning points: the review's words, the rules that keep each, and how often those spoke here."""

from dataclasses import dataclass
from datetime import date

from kith.duties.counted import Counted, HowItEnded, summed
from kith.journey.learning import Learning
from kith.policy.rulebook import Rule
from kith.replay.learning_points import POINTS, LearningPoint
from kith.web.learning.chart import ENDED, ShownChart, chart_of, times_words
from kith.web.learning.in_words import TO_BE_NAMED

NOT_SAFETY = "That does not mean that all is well: Kith knows only what has been entered."


@dataclass(frozen=True)
class ShownPoint:
    """A learning point in a list, with the words that say how many rules keep it."""

    point: LearningPoint
    url: str
    kept_words: str


@dataclass(frozen=True)
class LearningPage:
    sentence: str
    points: tuple[ShownPoint, ...]


@dataclass(frozen=True)
class ShownRule:
    """A rule in a list; `spoke` and `ended` are of all the quarters counted."""

    sentence: str
    url: str
    spoke: str
    ended: str
    checked: str


@dataclass(frozen=True)
class PointPage:
    """`since_words` is the first day counted in the table of rules."""

    point: LearningPoint
    sentence: str
    chart: ShownChart
    rules: tuple[ShownRule, ...]
    since_words: str


def learning_page(seen: Learning) -> LearningPage:
    """All fourteen, those that no rule keeps among them."""
    rules = seen.book.rules
    unchecked = sum(one.checked_by == TO_BE_NAMED for one in rules)
    checked = (
        "Nobody has checked any of them yet"
        if unchecked == len(rules)
        else f"Nobody has checked {unchecked} of them yet"
    )
    return LearningPage(
        sentence=f"{_rules(len(rules))} keep what was learned. {checked}: a practitioner still has to be named.",
        points=tuple(ShownPoint(point, point_url(point.number), _kept(seen, point)) for point in POINTS.values()),
    )


def point_page(seen: Learning, point: LearningPoint) -> PointPage:
    """One point: what its rules did in this quarter, in the last six, and each by itself."""
    rules = rules_keeping(seen, point.number)
    names = {one.name for one in rules}
    found = tuple(one for one in seen.counted if one.rule in names)
    return PointPage(
        point=point,
        sentence=_measured(found, seen.quarters[-1], rules),
        chart=chart_of(found, seen.quarters),
        rules=tuple(_rule(one, found) for one in rules),
        since_words=day_of(seen.quarters[0]),
    )


def rules_keeping(seen: Learning, number: int) -> tuple[Rule, ...]:
    """The rules in force that keep a point, by name."""
    return tuple(one for one in seen.book.rules if number in one.learning)


def point_url(number: int) -> str:
    """Where a learning point is."""
    return f"/learning/{number}/"


def rule_url(one: Rule) -> str:
    """Where a rule is."""
    return f"/rules/{one.name}/"


def heading_of(one: Rule) -> str:
    """A rule's sentence as a heading or a link has it."""
    return one.sentence.rstrip(".")


def day_of(day: date) -> str:
    """A day that begins a quarter: "1 October 2026"."""
    return f"{day.day} {day:%B %Y}"


def ended_words(ended: dict[HowItEnded, int]) -> str:
    """How they ended, those that never happened left out: "13 in time; 1 late"."""
    return "; ".join(f"{ended[one]} {words}" for one, words in ENDED.items() if ended[one])


def _measured(found: tuple[Counted, ...], began: date, rules: tuple[Rule, ...]) -> str:
    if not rules:
        return "No rule keeps this point yet, so nothing is counted."
    ended = summed(one for one in found if one.quarter == began)
    spoke = sum(ended.values())
    if not spoke:
        return f"Since {day_of(began)} its rules have not spoken here. {NOT_SAFETY}"
    answered = times_words(ended[HowItEnded.IN_TIME])
    return (
        f"Since {day_of(began)} its rules have spoken {times_words(spoke)} here, and were answered in time {answered}."
    )


def _kept(seen: Learning, point: LearningPoint) -> str:
    rules = len(rules_keeping(seen, point.number))
    if not rules:
        return "No rule keeps it yet."
    return "1 rule keeps it." if rules == 1 else f"{rules} rules keep it."


def _rule(one: Rule, found: tuple[Counted, ...]) -> ShownRule:
    ended = summed(each for each in found if each.rule == one.name)
    return ShownRule(
        sentence=heading_of(one),
        url=rule_url(one),
        spoke=times_words(sum(ended.values())),
        ended=ended_words(ended),
        checked="nobody yet" if one.checked_by == TO_BE_NAMED else one.checked_by,
    )


def _rules(many: int) -> str:
    return f"{many} rule{'' if many == 1 else 's'}"
