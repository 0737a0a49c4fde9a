"""The policy book on screen: every rule by learning point, and each rule by itself as a practitioner reads it."""

from dataclasses import dataclass
from datetime import date

from kith.duties.counted import summed
from kith.journey.learning import Learning
from kith.policy import rulebook
from kith.policy.rulebook import Rule
from kith.replay.examples import Example, shown_in_tests
from kith.replay.learning_points import POINTS, LearningPoint
from kith.web.learning.chart import ENDED, quarter_words, times_words
from kith.web.learning.in_words import RuleInWords, quiet_words, rule_in_words
from kith.web.learning.page import day_of, heading_of, point_url, rule_url, rules_keeping


@dataclass(frozen=True)
class ShownChapter:
    """A learning point and the rules that keep it, each as its sentence and its address."""

    point: LearningPoint
    url: str
    rules: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RulesPage:
    sentence: str
    chapters: tuple[ShownChapter, ...]


@dataclass(frozen=True)
class ShownSpell:
    """A quarter in the panel: how often the rule spoke, and each way in which that ended, with how often."""

    words: str
    spoke: str
    ended: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class RulePage:
    """`spells` are this quarter so far and the one before; `quiet` stands under the story on which it is silent."""

    heading: str
    sentence: str
    rule: RuleInWords
    points: tuple[tuple[LearningPoint, str], ...]
    example: Example | None
    quiet: str
    spells: tuple[ShownSpell, ...]


def rules_page(seen: Learning) -> RulesPage:
    """A rule that keeps several points stands under each of them."""
    chapters = tuple(
        ShownChapter(
            point,
            point_url(point.number),
            tuple((heading_of(one), rule_url(one)) for one in rules_keeping(seen, point.number)),
        )
        for point in POINTS.values()
    )
    return RulesPage(
        sentence="What Kith asks, of whom, and on whose word. A rule never decides anything: a person answers.",
        chapters=chapters,
    )


def rule_page(seen: Learning, one: Rule) -> RulePage:
    """A rule in words, by this partnership's numbers; its example as its tests tell it; and what it did here."""
    shown = shown_in_tests(one.name)
    told = rule_in_words(one, numbers=seen.book.numbers)
    example = shown.example if shown else None
    this, before = (_spell(seen, one, began) for began in (seen.quarters[-1], seen.quarters[-2]))
    return RulePage(
        heading=heading_of(one),
        sentence=f"In force: {told.in_force[0].lower()}{told.in_force[1:]} "
        f"Since {day_of(seen.quarters[-1])} it has {_spoken(this.spoke)} here.",
        rule=told,
        points=tuple((POINTS[number], point_url(number)) for number in one.learning),
        example=example,
        quiet=quiet_words(example) if example else "",
        spells=(this, before),
    )


def rule_called(name: str) -> Rule | None:
    """A rule by its name or by an earlier one, retired ones too: what it said still stands on record."""
    return next((one for one in rulebook.discovered() if name in (one.name, one.formerly)), None)


def _spell(seen: Learning, one: Rule, began: date) -> ShownSpell:
    ended = summed(each for each in seen.counted if (each.rule, each.quarter) == (one.name, began))
    so_far = ", so far" if began == seen.quarters[-1] else ""
    return ShownSpell(
        words=f"{quarter_words(began)}{so_far}",
        spoke=times_words(sum(ended.values())),
        ended=tuple((ended[how], words) for how, words in ENDED.items() if ended[how]),
    )


def _spoken(spoke: str) -> str:
    return "not spoken" if spoke == times_words(0) else f"spoken {spoke}"
