"""How often each rule spoke, and how it ended: counted by rule and quarter, in one statement, with nobody named."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import TruncQuarter

from kith.duties.models import Duty, DutyChange
from kith.policy.calendar import LONDON
from kith.vocabulary import Ending

MONTHS_IN_A_QUARTER = 3


class HowItEnded(StrEnum):
    """How a duty stands, as somebody asks who learns from it. In time and late are those that an entry answered."""

    IN_TIME = "in_time"
    LATE = "late"
    DECIDED_NOT_TO = "decided_not_to"
    TIME_PASSED = "time_passed"
    RULE_CHANGED = "rule_changed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Counted:
    """So many times a rule spoke in the quarter that began on a day, and it ended so."""

    rule: str
    quarter: date
    ended: HowItEnded
    times: int


def counted(*, since: date) -> tuple[Counted, ...]:
    """Every duty opened since the first day of a quarter, of children and of settings alike. One statement."""
    began = datetime(since.year, since.month, since.day, tzinfo=LONDON)
    rows = (
        Duty.objects.filter(opened_at__gte=began)
        .annotate(
            quarter=TruncQuarter("opened_at", tzinfo=LONDON),
            due_last=Case(When(Exists(_changes()), then=_last_told_due()), default=F("due_at")),
            ended=_how_it_ended(),
        )
        .values_list("rule", "quarter", "ended")
        .annotate(times=Count("pk"))
        .order_by("rule", "quarter", "ended")
    )
    return tuple(Counted(rule, quarter.date(), HowItEnded(ended), times) for rule, quarter, ended, times in rows)


def quarter_of(day: date) -> date:
    """The first day of a day's quarter."""
    return date(day.year, day.month - (day.month - 1) % MONTHS_IN_A_QUARTER, 1)


def quarters_until(day: date, how_many: int) -> tuple[date, ...]:
    """The first days of so many quarters, the last of them the day's own."""
    months = quarter_of(day).year * 12 + quarter_of(day).month - 1
    began = (months - MONTHS_IN_A_QUARTER * back for back in reversed(range(how_many)))
    return tuple(date(month // 12, month % 12 + 1, 1) for month in began)


def summed(found: Iterable[Counted]) -> dict[HowItEnded, int]:
    """How often it ended so, by how; what never happened is 0, so that the numbers add up as they stand."""
    sums = dict.fromkeys(HowItEnded, 0)
    for one in found:
        sums[one.ended] += one.times
    return sums


def _how_it_ended() -> Case:
    """Late is after the time that the duty told last. What had no time, and an entry answered, was in time."""
    late = Q(ending=Ending.MET, due_last__isnull=False, closed_at__gt=F("due_last"))
    return Case(
        When(ending=None, then=Value(HowItEnded.OPEN)),
        When(late, then=Value(HowItEnded.LATE)),
        When(ending=Ending.MET, then=Value(HowItEnded.IN_TIME)),
        When(ending=Ending.WAIVED, then=Value(HowItEnded.DECIDED_NOT_TO)),
        When(ending=Ending.LAPSED, then=Value(HowItEnded.TIME_PASSED)),
        default=Value(HowItEnded.RULE_CHANGED),
        output_field=CharField(),
    )


def _changes() -> QuerySet[DutyChange]:
    return DutyChange.objects.filter(duty=OuterRef("pk"))


def _last_told_due() -> Subquery:
    return Subquery(_changes().order_by("-at", "-id").values("due_at")[:1])
