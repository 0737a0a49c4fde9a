"""The register of a child's marks, and under each what was said of it, side by side."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kith.journey.reading import Record
from kith.policy.calendar import london_day
from kith.policy.facts.chronology import Account, Injury
from kith.replay.entry_in_words import word_in_words
from kith.replay.telling import when
from kith.web.child.counted import counted_words
from kith.web.child.entries import kept_back_words, mark_numbers, shown_entries
from kith.web.child.head import Head, head_of
from kith.web.shown import ShownEntry
from kith.web.telling import child_url
from kith.web.words import capital, day_words, quoted

SIDE_BY_SIDE = 3


@dataclass(frozen=True)
class Teller:
    """Who gave an account: to whom, where and when. `short` is as little as tells them apart; "" when there is one."""

    who: str
    when: str
    short: str = ""


@dataclass(frozen=True)
class AccountsRow:
    """One question put to each account of a mark, with who answers; `differs` when two answers are not the same."""

    asked: str
    answers: tuple[tuple[Teller, str], ...]
    differs: bool


@dataclass(frozen=True)
class AccountsTable:
    """Accounts that stand side by side."""

    tellers: tuple[Teller, ...]
    rows: tuple[AccountsRow, ...]


@dataclass(frozen=True)
class ShownMark:
    """A mark, and the accounts of it: up to three side by side, more of them two by two."""

    entry: ShownEntry
    tables: tuple[AccountsTable, ...]
    ask_url: str
    judge_url: str

    @property
    def differs(self) -> bool:
        """Whether two accounts say something else of it."""
        return any(row.differs for one in self.tables for row in one.rows)


@dataclass(frozen=True)
class InjuriesPage:
    head: Head
    sentence: str
    kept_back: str
    marks: tuple[ShownMark, ...]


#: What is asked of every account, and how its answer is said.
_ASKED: tuple[tuple[str, Callable[[Account, Record], str]], ...] = (
    ("How it happened", lambda one, record: capital(word_in_words(one.mechanism))),
    ("Where", lambda one, record: capital(one.place)),
    ("When they say it was", lambda one, record: when(one.claimed_at) if one.claimed_at else ""),
    ("Who was with the child", lambda one, record: record.names.person(one.who_had_care) if one.who_had_care else ""),
)


def injuries_page(record: Record) -> InjuriesPage:
    """The register of marks, newest first, and under each what was said of it."""
    every = record.entries
    corrected = {one.corrects for one in every}
    marks = [one for one in every if isinstance(one, Injury) and one.entry not in corrected]
    entries = {entry.entry_id: entry for entry in shown_entries(record, every)}
    shown = tuple(_mark(one, entries[str(one.entry)], record) for one in marks)
    counted = counted_words(record.picture, marks, mark_numbers(record))
    return InjuriesPage(
        head=head_of(record, "injuries/"),
        sentence=f"{_marks_sentence(marks, shown)} {counted}".strip(),
        kept_back=kept_back_words(record, ("injury", "account")),
        marks=shown,
    )


def _marks_sentence(marks: list[Injury], shown: tuple[ShownMark, ...]) -> str:
    if not marks:
        return "No mark has been entered. That is not to say that there was none."
    days = (london_day(marks[0].happened.end) - london_day(marks[-1].happened.start)).days
    many = "1 mark" if len(marks) == 1 else f"{len(marks)} marks"
    agencies = len({one.agency for one in marks})
    by = "1 agency" if agencies == 1 else f"{agencies} agencies"
    differ = sum(one.differs for one in shown)
    untold = sum(not one.tables for one in shown)
    more = [f"{'One has' if differ == 1 else f'{differ} have'} accounts that differ."] if differ else []
    more += [f"{'One has' if untold == 1 else f'{untold} have'} no account yet."] if untold else []
    return " ".join((f"{many} on record, seen by {by}" + (f", in {days} days." if days > 1 else "."), *more))


def _mark(mark: Injury, entry: ShownEntry, record: Record) -> ShownMark:
    accounts = record.picture.accounts.belonging_to(mark.entry)
    together = SIDE_BY_SIDE if len(accounts) <= SIDE_BY_SIDE else 2
    tables = tuple(
        _table(accounts[first : first + together], accounts, record) for first in range(0, len(accounts), together)
    )
    url = f"{child_url(record.picture.id)}write/"
    return ShownMark(
        entry=entry,
        tables=tables,
        ask_url=f"{url}account?injury={mark.entry}",
        judge_url=f"{url}account_judgement?injury={mark.entry}",
    )


def _table(accounts: tuple[Account, ...], every: tuple[Account, ...], record: Record) -> AccountsTable:
    """Some of the accounts of a mark; what differs is looked for among all of them."""
    tellers = tuple(_short(_teller(one, record), [_teller(other, record) for other in every]) for one in accounts)
    words = (quoted(one.said) if one.said else "No words written down" for one in accounts)
    rows = [AccountsRow("In their words", tuple(zip(tellers, words, strict=True)), differs=False)]
    for asked, said in _ASKED:
        answers = (said(one, record) or "Not said" for one in accounts)
        given = {answer for one in every if (answer := said(one, record))}
        rows.append(AccountsRow(asked, tuple(zip(tellers, answers, strict=True)), differs=len(given) > 1))
    return AccountsTable(tellers, tuple(rows))


def _short(teller: Teller, every: list[Teller]) -> Teller:
    alike = sum(one.who == teller.who for one in every)
    short = "" if len(every) == 1 else teller.who if alike == 1 else f"{teller.who}, {teller.when}"
    return replace(teller, short=short)


def _teller(account: Account, record: Record) -> Teller:
    agency = record.names.agency(account.agency)
    told = day_words(london_day(account.happened.end), london_day(record.picture.at))
    listener = account.by_name or agency
    if not account.teller:
        return Teller(f"Nobody wrote down who told {listener}", f"{agency}, {told}")
    return Teller(f"{capital(record.names.person(account.teller))} to {listener}", f"{agency}, {told}")
