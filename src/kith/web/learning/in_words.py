"""A rule as a practitioner reads it: of whom it asks what, by when, what ends it, what it never holds. No code's word.

Read by the pages here and by the policy book in docs/reference alike, so that both say the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kith.policy.findings import stopped_by
from kith.policy.rulebook import Rule
from kith.policy.standards import ALL, Counting, Numbers, Standard, Unit
from kith.replay.entry_in_words import role_in_words
from kith.replay.examples import Asks, Example, shown_in_tests
from kith.vocabulary import Act, Clock, FindingKind, Role, Standing
from kith.web.kinds import TITLES
from kith.web.words import full_day_words

TO_BE_NAMED = "to be named"
WHOSE = {
    Standing.STATUTORY: "set by law or statutory guidance",
    Standing.LOCAL: "this partnership’s own, and may be changed here",
    Standing.OURS: "ours, until a practitioner checks it",
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
_ASKS = {
    FindingKind.ALERT: "to look, and say what they think",
    FindingKind.OBLIGATION: "to do something, and record it",
    FindingKind.HOLD: "to answer something before help is lessened",
}
_ACTS = {
    Act.NO_FURTHER_ACTION: "deciding on no further action",
    Act.ADVICE: "giving advice only",
    Act.EARLY_HELP: "passing on to early help",
    Act.STEP_DOWN: "stepping down",
    Act.CLOSE: "closing",
    Act.RETURN_HOME: "returning home",
    Act.DISCHARGE_HOME: "going home from hospital",
    Act.CONCLUDE_ACCIDENTAL: "concluding that an injury was accidental",
    Act.FINISH_DISCUSSION_RECORD: "finishing the record of a strategy discussion (what it decided counts at once)",
    Act.SIGN_SUPERVISION: "signing a record of supervision",
}
_NEVER = (
    "recording what was seen or said, asking for help, sharing for safety, seeing the child, a strategy discussion, a "
    "medical examination, a section 47 enquiry, admission to hospital, police protection, or an urgent application to a "
    "court"
)
_CLOCKS = {
    Clock.ELAPSED: "Counts every hour and day, nights and holidays too.",
    Clock.WORKING: "Counts working days: no weekends and no bank holidays.",
}


@dataclass(frozen=True)
class NumberInWords:
    """One number that a rule reads: what it is for, how much, whose it is, and who has checked it."""

    what: str
    amount: str
    whose: str
    checked: str


@dataclass(frozen=True)
class RuleInWords:
    """`asks` and `who` follow “It asks …”; `by_when` are whole phrases; `called` is its name in the record, in words."""

    name: str
    sentence: str
    why: str
    asks: str
    who: str
    by_when: tuple[str, ...]
    clocks: tuple[str, ...]
    ends: tuple[str, ...]
    never_holds: str
    numbers: tuple[NumberInWords, ...]
    needs: str
    source: str
    checked_by: str
    review_by: str
    in_force: str
    called: str


def rule_in_words(one: Rule, asks: Asks | None = None, numbers: Numbers | None = None) -> RuleInWords:
    """A rule in words, by these numbers: those Kith starts with, unless a partnership's are given."""
    asks = asks or asks_of(one)
    effective = numbers or Numbers()
    due = _standards(asks.due)
    return RuleInWords(
        name=one.name,
        sentence=one.sentence,
        why=one.why,
        asks="; or ".join(_ASKS[FindingKind(kind)] for kind in asks.kinds),
        who=_who(asks),
        by_when=tuple(_by_when(asks, due, effective)),
        clocks=tuple(words for clock, words in _CLOCKS.items() if any(one.clock == clock for one in due)),
        ends=tuple(_ends(one, asks)),
        never_holds=_never_holds(asks),
        numbers=tuple(_number(standard, effective) for standard in _standards(asks.numbers)),
        needs=_sentence(asks.needs) if asks.needs else "Nothing in particular.",
        source=one.source,
        checked_by=checked_in_words(one),
        review_by=full_day_words(one.review_by),
        in_force=in_force_in_words(one),
        called=one.name.replace("_", " "),
    )


def asks_of(one: Rule) -> Asks:
    """What a rule's tests showed of it; nothing at all of a rule that is newer than the file of examples."""
    shown = shown_in_tests(one.name)
    empty = Asks(
        kinds=(), serious=False, owed_by=(), due=(), numbers=(), holds=(), timed=False, untimed=False, needs=""
    )
    return shown.asks if shown else empty


def checked_in_words(one: Rule) -> str:
    """Who checked it; that nobody has is said aloud."""
    if one.checked_by == TO_BE_NAMED:
        return "To be named. Nobody has checked this rule yet."
    return one.checked_by


def in_force_in_words(one: Rule) -> str:
    """Since when practice asks for it, and until when."""
    begins, ends = one.in_force
    since = f"Since {_day(begins)}" if begins else "Since when is to be checked"
    return f"{since}, until {_day(ends)}." if ends else f"{since}."


def amount_in_words(standard: Standard, amount: int) -> str:
    """A standard's amount with what it counts from: “24 hours after the mark first being recorded”."""
    how_many = f"{amount} {_ONE_OF[standard.unit]}{'' if amount == 1 else 's'}"
    least = f", never under {standard.never_under_hours} hours" if standard.never_under_hours else ""
    return f"{how_many} {_FROM[standard.counting]} {standard.anchor}{least}"


def quiet_words(example: Example) -> str:
    """What stands under the story on which a rule stays quiet."""
    if ", " in example.subject:
        return f"Quiet does not mean that {example.called} is safe. Anybody may still ask and act."
    return "Quiet does not mean that all is well. Anybody may still ask and act."


def _who(asks: Asks) -> str:
    roles = [_role(Role(word)) for word in asks.owed_by if word != Role.UNKNOWN]
    if not roles:
        return "Whoever holds the work."
    also = f" Where the record says that the work is theirs: {_either(roles[1:])}." if roles[1:] else ""
    return f"The {roles[0]}.{also}"


def _role(role: Role) -> str:
    return "decision-maker at the front door hub" if role == Role.HUB_DECISION_MAKER else role_in_words(role)


def _by_when(asks: Asks, due: tuple[Standard, ...], numbers: Numbers) -> Iterator[str]:
    for standard in due:
        yield _sentence(amount_in_words(standard, numbers[standard]))
    if asks.timed and not due:
        yield "By the time that stands in the record itself."
    if asks.untimed and asks.holds:
        yield f"Before {_either(_held(asks))}."
    elif asks.untimed:
        yield "No time is set."


def _ends(one: Rule, asks: Asks) -> Iterator[str]:
    serious_concern = asks.serious and FindingKind.ALERT in asks.kinds
    if one.met_by:
        kinds = _either([f"“{TITLES[kind]}”" for kind in one.met_by])
        yield f"An entry that does what it asks: {kinds}." + (
            " A serious concern does not end with it: that only the answer of somebody who decides ends."
            if serious_concern
            else ""
        )
    elif FindingKind.ALERT not in asks.kinds:
        yield "An entry that does what it asks."
    if FindingKind.ALERT in asks.kinds:
        yield "Somebody who decides has looked at all it rests on, and says what they think and why."
    two = asks.serious or FindingKind.HOLD in asks.kinds
    yield "Somebody who decides says that it need not be done, and why." + (
        " Where it is a serious concern or holds something, that takes two people, each by name." if two else ""
    )


def _never_holds(asks: Asks) -> str:
    if not asks.holds:
        return f"Nothing waits for it. These never could: {_NEVER}."
    return f"Only {_either(_held(asks))} may wait for the answer. These never do: {_NEVER}."


def _held(asks: Asks) -> list[str]:
    """The acts that wait, with those that include them: a hold on no further action also stands before closing."""
    return [_ACTS[act] for act in Act if set(stopped_by(act)) & {Act(word) for word in asks.holds}]


def _number(standard: Standard, numbers: Numbers) -> NumberInWords:
    return NumberInWords(
        what=standard.what,
        amount=_sentence(amount_in_words(standard, numbers[standard])),
        whose=WHOSE[standard.standing],
        checked=standard.checked,
    )


def _standards(names: tuple[str, ...]) -> tuple[Standard, ...]:
    """By name, in the order of the page of standards."""
    return tuple(one for one in ALL if one.name in names)


def _either(words: list[str]) -> str:
    return " or ".join((", ".join(words[:-1]), words[-1])) if words[1:] else words[0]


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
