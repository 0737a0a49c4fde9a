"""A child's entries as a page lists them: newest first, marks numbered, what was corrected said so."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

from kith.journey.reading import Record
from kith.policy.calendar import london_day
from kith.policy.facts import Fact
from kith.policy.facts.chronology import Injury
from kith.policy.permissions import may_mend
from kith.web.kinds import OF_A_CHILD
from kith.web.shown import ShownDocument, ShownEntry
from kith.web.telling import child_url, shown_document, shown_entry
from kith.web.words import day_words


def mark_numbers(record: Record) -> dict[UUID, int]:
    """The register's number of each mark, the first one 1."""
    corrected = {fact.corrects for fact in record.entries}
    marks = [fact for fact in reversed(record.entries) if isinstance(fact, Injury) and fact.entry not in corrected]
    return {fact.entry: number for number, fact in enumerate(marks, start=1)}


def mendable(record: Record) -> list[Fact]:
    """Entries about the child that the reader may correct, or say of that they are about another: as known now."""
    if record.known_on is not None:
        return []
    who = record.actor
    corrected = {fact.corrects for fact in record.entries}
    return [
        fact for fact in record.entries if fact.entry not in corrected and may_mend(who.role, who.agency, fact.agency)
    ]


def shown_entries(record: Record, facts: Sequence[Fact], *, of: Sequence[Fact] | None = None) -> tuple[ShownEntry, ...]:
    """These entries, or only some `of` them, as a list shows them: what corrects them may be among the others."""
    numbers, today = mark_numbers(record), london_day(record.picture.at)
    corrected = {fact.corrects: fact for fact in facts if fact.corrects}
    mends, url = {fact.entry for fact in mendable(record)}, f"{child_url(record.picture.id)}write/"
    shown = []
    for fact in facts if of is None else of:
        by = corrected.get(fact.entry)
        words = (
            f"A later entry, made {day_words(london_day(by.at), today)}, takes its place; both are kept." if by else ""
        )
        number = numbers.get(fact.entry)
        entry = shown_entry(fact, record.names, record.picture.at, number=number, corrected_words=words)
        may = fact.entry in mends
        shown.append(
            replace(
                entry,
                documents=shown_documents(record, fact),
                correct_url=f"{url}{fact.kind}?corrects={fact.entry}" if may and fact.kind in OF_A_CHILD else "",
                wrong_child_url=f"{url}retraction?retracts={fact.entry}" if may and fact.kind != "retraction" else "",
            )
        )
    return tuple(shown)


def shown_documents(record: Record, fact: Fact) -> tuple[ShownDocument, ...]:
    """The documents of an entry, to be opened."""
    return tuple(shown_document(one) for one in record.documents.get(fact.entry, ()))


def kept_back_words(record: Record, kinds: Collection[str] = ()) -> str:
    """How many entries, of some kinds or of any, the reader may not read: a page that leaves out says so."""
    many = sum(number for kind, number in record.kept_back.items() if not kinds or kind in kinds)
    if not many:
        return ""
    said = "1 more entry" if many == 1 else f"{many} more entries"
    return f"And {said} that you may not read. The front door hub can tell you what you need to know."
