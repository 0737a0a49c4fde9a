"""The policy book and the page of standards, made from the rules, their tests and the numbers, for people who do not program.

A practitioner who has read these two pages has read all that Kith asks of anybody, and on whose word.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kith.cli.book.in_plain_words import shown_by_tests
from kith.policy.rulebook import Rule, discovered
from kith.policy.standards import ALL, Standard, Value
from kith.replay.examples import Example, Line
from kith.replay.learning_points import POINTS, LearningPoint
from kith.vocabulary import Clock, Standing
from kith.web.learning.in_words import RuleInWords, amount_in_words, quiet_words, rule_in_words

_BOOK = """\
# The policy book

Made by `./kith docs` from the rules and from their tests: change the rule or its test, never this page.

The chapters are the fourteen points of Case Study Luke's Summary of Learning, each in the review's own words. Each
section is one rule: what it asks, of whom, by when, what ends it, and what it never holds; then one invented child,
told twice, with one fact different, taken from the rule's own tests; then where it comes from and who has checked it.

A rule never decides anything. It opens a concern to look at, something somebody must do, or a hold on lessening help,
and a person answers. A rule can only speak of what somebody entered; **when it is silent, that is not safety**. The
numbers are also on a page of their own: [standards](standards.md).

*To the practitioner who reads this:* please say of each rule whether the sentence is right, whether it is asked of the
right person, and what it would get wrong. Until somebody has, it says “To be named”.
"""

_STANDARDS = """\
# Standards

Made from the code by `./kith docs`: change `kith.policy.standards`, never this page.

Every number that Kith counts with or holds ready. *Elapsed* time runs day and night; *working* time leaves out weekends
and the bank holidays of England and Wales. A day ends at 23:59:59 in London. **Statutory** numbers are the law's or
statutory guidance's, and no partnership can change them. **Local** ones are a partnership's to set; the amount shown is
the one Kith starts with. **Ours** are nobody's yet: we had to choose one, and a practitioner has to check it.
"""

_WHOSE = {
    Standing.STATUTORY: "Set by law or statutory guidance",
    Standing.LOCAL: "A partnership's own",
    Standing.OURS: "Ours, until a practitioner checks them",
}


def policy_book() -> str:
    """The page of rules, by learning point and then by name. A rule of two points stands under its first."""
    return "\n".join([_BOOK, *_chapters()])


def _chapters() -> Iterator[str]:
    rules = discovered()
    for point in POINTS.values():
        yield from _opening(point)
        own = [one for one in rules if min(one.learning) == point.number]
        also = [one for one in rules if point.number in one.learning and one not in own]
        if not own and not also:
            yield "No rule keeps this point yet.\n"
        elif not own:
            yield "No rule stands in this chapter.\n"
        if also:
            yield "Rules of other chapters that keep this point too:\n"
            yield from (f"- [{one.sentence}](#{_anchor(one.sentence)})" for one in also)
            yield ""
        for one in own:
            yield from _section(one)


def _opening(point: LearningPoint) -> Iterator[str]:
    yield f"## Learning point {point.number}: {point.called}\n"
    yield f"> “{point.sentence}”\n>\n> {point.source}\n"


def _section(one: Rule) -> Iterator[str]:
    shown = shown_by_tests()[one.name]
    told = rule_in_words(one, shown.asks)
    yield f"### {one.sentence}\n"
    yield f"{one.why}\n"
    yield from _what_it_asks(told)
    if shown.example:
        yield from _told_twice(shown.example)
    else:
        yield "Its tests do not yet show one child told twice with one fact different.\n"
    yield from _where_it_comes_from(one, told)


def _what_it_asks(told: RuleInWords) -> Iterator[str]:
    yield f"- **It asks somebody** {told.asks}."
    yield f"- **Who:** {told.who}"
    yield from _listed("By when", (*told.by_when, *told.clocks))
    yield from _listed("What ends it", told.ends)
    yield f"- **What it never holds:** {told.never_holds}\n"


def _listed(name: str, phrases: tuple[str, ...]) -> Iterator[str]:
    if len(phrases) == 1:
        yield f"- **{name}:** {phrases[0]}"
        return
    yield f"- **{name}:**"
    yield from (f"  - {phrase}" for phrase in phrases)


def _told_twice(example: Example) -> Iterator[str]:
    yield f"**When it speaks, and when it stays quiet.** {example.subject}, told twice. Somebody looks on {example.at}."
    yield "One fact is different: it is in bold.\n"
    yield "It speaks:\n"
    yield from (_entry(line) for line in example.speaks)
    due = f" By {example.due}." if example.due else ""
    yield f"\n> {example.label}. {example.sentence}\n>\n> **{example.owed_by}:** {example.do_next}{due}\n"
    yield "It stays quiet:\n"
    yield from (_entry(line) for line in example.quiet)
    yield f"\n{quiet_words(example)}\n"


def _entry(line: Line) -> str:
    said = f" “{line.said}”" if line.said else ""
    words = f"{line.on} ({line.by}): {line.what}{said}" if line.on else f"{line.what}{said}"
    return f"- **{words}**" if line.differs else f"- {words}"


def _where_it_comes_from(one: Rule, told: RuleInWords) -> Iterator[str]:
    yield f"- **Learning points:** {', '.join(str(point) for point in one.learning)}"
    yield f"- **Source:** {told.source}"
    if told.numbers:
        yield "- **Numbers:**"
        yield from (f"  - {_plain(number.what)} {number.amount} ({number.whose})" for number in told.numbers)
    yield f"- **Needs to know, before it can speak:** {told.needs}"
    yield f"- **Checked by:** {told.checked_by}"
    yield f"- **Review by:** {told.review_by}"
    yield f"- **In force:** {told.in_force}"
    if one.formerly:
        yield f"- **Formerly called:** {one.formerly.replace('_', ' ')}"
    yield f"- **Called in the record:** {told.called} (`policy/rules/{one.name}.py`)\n"


def _anchor(heading: str) -> str:
    """What a heading is called in an address, as the places that show these pages call it."""
    kept = "".join(letter for letter in heading.lower() if letter.isalnum() or letter in " -_")
    return kept.replace(" ", "-")


def standards_page() -> str:
    """The page of numbers, the law's first."""
    return "\n".join([_STANDARDS, *_tables()])


def _tables() -> Iterator[str]:
    for standing in Standing:
        mine = [one for one in ALL if one.standing == standing]
        if not mine:
            continue
        yield f"## {_WHOSE[standing]}\n"
        yield "| What | Amount | Clock | Source | Edition | Checked | Name |"
        yield "|---|---|---|---|---|---|---|"
        yield from (_row(one) for one in mine)
        yield ""


def _row(one: Standard) -> str:
    amounts = "; ".join(_value(one, value) for value in one.values)
    cells = (one.what, amounts, _clock(one), one.source, one.edition, one.checked, f"`{one.name}`")
    return "| " + " | ".join(_plain(cell) for cell in cells) + " |"


def _value(one: Standard, value: Value) -> str:
    until = f", until {_day(value.in_force_until)}" if value.in_force_until else ""
    return f"{amount_in_words(one, value.amount)} ({value.start_in_words}{until})"


def _clock(one: Standard) -> str:
    return "working" if one.clock == Clock.WORKING else "elapsed"


def _plain(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", " ")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
