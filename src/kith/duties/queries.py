"""What stands open."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Max, Q

from kith.duties.models import Duty, Watch
from kith.duties.told import ToldDuty, told
from kith.people.queries import same_as
from kith.policy.findings import Key, stopped_by
from kith.vocabulary import Act


def open_duties(subjects: Iterable[UUID]) -> dict[UUID, dict[Key, ToldDuty]]:
    """What stands open for each of these children, by key. One statement, however many there are."""
    who = same_as(subjects)
    return _by_key(told("d.ending IS NULL AND d.subject_id = ANY(%(who)s)", who=list(who)), who)


def open_at(settings: Iterable[UUID]) -> dict[UUID, dict[Key, ToldDuty]]:
    """What stands open for each of these teams and settings, by key. One statement."""
    which = frozenset(settings)
    return _by_key(told("d.ending IS NULL AND d.setting_id = ANY(%(places)s)", places=list(which)), which)


def _by_key(duties: Iterable[ToldDuty], who: frozenset[UUID]) -> dict[UUID, dict[Key, ToldDuty]]:
    found: dict[UUID, dict[Key, ToldDuty]] = {one: {} for one in who}
    for one in duties:
        found[one.finding.subject.id][one.finding.key] = one
    return found


def times_opened(keys: Iterable[Key]) -> dict[Key, int]:
    """How often each key has been opened before."""
    wanted = set(keys)
    subjects = {key.subject for key in wanted}
    rows = (
        Duty.objects.filter(Q(subject__in=subjects) | Q(setting__in=subjects), rule__in={key.rule for key in wanted})
        .values_list("rule", "subject", "setting", "about")
        .annotate(n=Max("times_opened"))
    )
    counted = {Key(rule, subject or setting, about): n for rule, subject, setting, about, n in rows}
    return {key: counted.get(key, 0) for key in wanted}


def holds_on(act: Act, subjects: Iterable[UUID]) -> tuple[ToldDuty, ...]:
    """The holds that stand before an act for these children."""
    names = stopped_by(act)
    found = open_duties(subjects).values()
    return tuple(one for duties in found for one in duties.values() if one.finding.holds in names)


def watched(people: Iterable[UUID]) -> set[UUID]:
    """Those of these people who are, or were, children with a picture of their own. One statement, none for nobody."""
    asked = set(people)
    return set(Watch.objects.filter(child__in=asked).values_list("child", flat=True)) if asked else set()


def could_not_check(child: UUID) -> tuple[str, ...]:
    """The rules that broke on a child's picture when it was last read, by name. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT could_not_check FROM duties_watch WHERE child_id = %s", [child])
        return tuple(rule for (names,) in cursor.fetchall() for rule in names)


def read_after(children: Iterable[UUID], at: datetime) -> frozenset[UUID]:
    """Those of these children whose picture was last read after a moment."""
    found = Watch.objects.filter(child__in=set(children), assessed_at__gt=at)
    return frozenset(found.values_list("child", flat=True))


def last_read(children: Iterable[UUID]) -> dict[UUID, datetime]:
    """When each of these children's pictures was last read, the first of them first."""
    found = Watch.objects.filter(child__in=set(children)).exclude(assessed_at=None).order_by("assessed_at", "child")
    return {child: at for child, at in found.values_list("child", "assessed_at") if at}
