"""What the record tells of a file's moments, in the same JSON lines as a replay of the file."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from kith.duties.models import Duty, DutyChange
from kith.duties.told import finding_of
from kith.journey.picture import gather_entries
from kith.occasions.models import Occasion
from kith.policy import calendar
from kith.policy.findings import Key
from kith.replay.chronology_file import Chronology
from kith.replay.telling import ENDINGS, entry_as_json
from kith.vocabulary import Through


def lines_on_record(chronology: Chronology) -> list[dict[str, Any]]:
    """One object for each occasion of the file, and for each moment at which only time passed and changed something.

    The same shape as a replay's lines without its summary. `could_not_check` is not kept in the record.
    """
    children = [person.id for person in chronology.people]
    settings = [agency.id for agency in chronology.agencies]
    mine = Duty.objects.filter(Q(subject__in=children) | Q(setting__in=settings)).select_related("setting")
    duties = list(mine.order_by("rule", "subject", "setting", "about", "times_opened"))
    changes = list(DutyChange.objects.filter(duty__in=duties).select_related("duty__setting").order_by("at", "id"))
    touched = (
        {one.opened_by_id for one in duties}
        | {one.closed_by_id for one in duties}
        | {one.occasion_id for one in changes}
    )
    clock = set(
        Occasion.objects.filter(id__in=(one for one in touched if one), through=Through.CLOCK).values_list(
            "id", flat=True
        )
    )
    entered = gather_entries([fact.entry for moment in chronology.moments for fact in moment.facts])
    moments = [(moment.at, 1, {moment.occasion}) for moment in chronology.moments if moment.facts[0].entry in entered]
    by_time: dict[Any, set[UUID]] = {}
    for occasion in Occasion.objects.filter(id__in=clock):
        by_time.setdefault(occasion.at, set()).add(occasion.id)
    moments += [(at, 0, ids) for at, ids in by_time.items()]
    lines = []
    standing = 0
    for at, _, occasions in sorted(moments, key=lambda one: (one[0], one[1], sorted(one[2]))):
        line = _line(at, occasions, duties, changes, entered)
        standing += len(line["opened"]) - sum(len(line[ending]) for ending in ENDINGS)
        lines.append({**line, "open": standing})
    return lines


def _line(
    at: Any, occasions: set[UUID], duties: list[Duty], changes: list[DutyChange], entered: dict[UUID, Any]
) -> dict[str, Any]:
    facts = sorted((fact for fact in entered.values() if fact.occasion in occasions), key=lambda fact: fact.entry)
    opened = [one for one in duties if one.opened_by_id in occasions]
    changed = [one for one in changes if one.occasion_id in occasions]
    ended = [one for one in duties if one.closed_by_id in occasions]
    return {
        "at": calendar.written(at),
        "entries": [entry_as_json(fact) for fact in facts],
        "opened": [finding_of(one, one).as_json(one.times_opened) for one in sorted(opened, key=_by_subject)],
        "changed": [
            finding_of(one.duty, one).as_json(one.duty.times_opened)
            for one in sorted(changed, key=lambda one: _by_subject(one.duty))
        ],
        **{
            ending: [str(one.id) for one in sorted(ended, key=_by_subject) if one.ending == ending]
            for ending in ENDINGS
        },
        "could_not_check": [],
    }


def _by_subject(duty: Duty) -> tuple[bool, UUID, Key]:
    """Children first, as a replay tells them."""
    key = finding_of(duty, duty).key
    return (duty.setting_id is not None, key.subject, key)
