"""The policy book and the page of standards, made from the rules and numbers, for people who do not program.

A practitioner who has read these two pages has read all that Kith asks of anybody, and on whose word.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

from kith.policy import standards
from kith.policy.picture import ChildPicture
from kith.policy.rulebook import Rule, discovered
from kith.policy.shelves import Shelves
from kith.policy.standards import ALL, Counting, Standard, Unit, Value
from kith.vocabulary import Clock, Standing

_BOOK = """\
# The policy book

Made from the code by `./kith docs`: change the rule, never this page.

Each section is one rule: the sentence it keeps, why, and what it rests on. A rule never decides anything. It opens a
concern to look at, something somebody must do, or a hold on lessening help, and a person answers. A rule can only
speak of what somebody entered; **when it is silent, that is not safety**. The numbers are on a page of their own:
[standards](standards.md).

*To the practitioner who reads this:* please say of each rule whether the sentence is right, whether it is asked of the
right person, and what it would get wrong. Until somebody has, it says “to be named”.
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
_ONE_OF = {
    Unit.HOURS: "hour",
    Unit.DAYS: "day",
    Unit.WEEKS: "week",
    Unit.WORKING_DAYS: "working day",
    Unit.MONTHS: "month",
    Unit.VISITS: "visit",
}
_FROM = {
    Counting.AFTER: "after",
    Counting.FIRST_DAY_COUNTS: "with its own day as day 1, from",
    Counting.BEFORE: "before",
}


def policy_book() -> str:
    """The page of rules, by learning point and then by name. A rule of two points stands under its first."""
    return "\n".join([_BOOK, *_chapters()])


def _chapters() -> Iterator[str]:
    rules = sorted(discovered(), key=lambda one: (min(one.learning), one.name))
    points = sorted({min(one.learning) for one in rules})
    for point in points:
        yield f"## Learning point {point}\n"
        for one in rules:
            if min(one.learning) == point:
                yield from _section(one)


def _section(one: Rule) -> Iterator[str]:
    yield f"### {one.sentence}\n"
    yield f"{one.why}\n"
    yield f"- **Learning points:** {', '.join(str(point) for point in one.learning)}"
    yield f"- **Source:** {one.source}"
    yield f"- **Checked by:** {one.checked_by}"
    yield f"- **To be looked at again by:** {_day(one.review_by)}"
    yield f"- **In force:** {_in_force(one)}"
    if needs := one.missing(_nobody_yet()):
        yield f"- **Of a child nobody has entered anything about, it still needs to know:** {needs}"
    if numbers := _numbers_of(one):
        yield "- **Numbers it counts with:**"
        yield from (f"  - {_plain(number.what)} {_amount(number, number.newest_amount())}" for number in numbers)
    if one.formerly:
        yield f"- **Formerly:** {one.formerly}"
    yield f"- **In code:** `policy/rules/{one.name}.py`\n"


def _in_force(one: Rule) -> str:
    begins, ends = one.in_force
    since = f"since {_day(begins)}" if begins else "since when is to be checked"
    return f"{since}, until {_day(ends)}" if ends else since


def _nobody_yet() -> ChildPicture:
    return ChildPicture(id=UUID(int=0), at=datetime(2026, 1, 1, tzinfo=UTC), shelves=Shelves())


def _numbers_of(one: Rule) -> list[Standard]:
    """The standards that a rule's file names, in the order of the page of standards."""
    source = inspect.getsource(sys.modules[one.written.__module__])
    return [one for one in ALL if re.search(rf"standards\.{one.name.upper()}\b", source)]


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
    return f"{_amount(one, value.amount)} ({value.start_in_words}{until})"


def _amount(one: Standard, amount: int) -> str:
    how_many = f"{amount} {_ONE_OF[one.unit]}{'' if amount == 1 else 's'}"
    least = f", never under {one.never_under_hours} hours" if one.never_under_hours else ""
    return f"{how_many} {_FROM[one.counting]} {one.anchor}{least}"


def _clock(one: Standard) -> str:
    return "working" if one.clock == Clock.WORKING else "elapsed"


def _plain(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", " ")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
