"""The clock as an actor: whose next change has come, and the occasion by which time passes for one.

A new rulebook is time passed too: whoever was last assessed under another is taken in turn. Children come first.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.duties.acts import stop_watching
from kith.duties.models import SettingWatch, Watch
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.journey.respond import book
from kith.policy.permissions import Actor
from kith.vocabulary import Purpose, Role, Through

_log = logging.getLogger(__name__)

CLOCK = Actor(name="Kith's clock", role=Role.UNKNOWN, is_machine=True)


def pass_time(limit: int) -> int:
    """Respond for the children, teams and settings that are due now, and say for how many.

    One for whom it fails keeps no other waiting.
    """
    children = due_children(now(), limit)
    passed = sum(_passed(let_time_pass, "child", child) for child in children)
    settings = due_settings(now(), limit - len(children))
    return passed + sum(_passed(let_time_pass_at, "setting", setting) for setting in settings)


def _passed(let: Callable[[UUID], bool], whose: str, subject: UUID) -> bool:
    try:
        return let(subject)
    except Exception:
        _log.exception("Time could not pass for %s %s.", whose, subject)
        return False


def due_children(at: datetime, limit: int) -> list[UUID]:
    """Children whose picture could have changed by time alone, longest due first; then those assessed by other rules."""
    return _due(Watch.objects.all(), at, limit)


def due_settings(at: datetime, limit: int) -> list[UUID]:
    """The same of teams and settings."""
    return _due(SettingWatch.objects.all(), at, limit)


def _due(watching: QuerySet[Any], at: datetime, limit: int) -> list[UUID]:
    due = watching.filter(next_change_at__lte=at).order_by("next_change_at", "pk")
    found = list(due.values_list("pk", flat=True)[:limit])
    behind = watching.filter(_another_rulebook()).exclude(pk__in=found).order_by("pk")
    return found + list(behind.values_list("pk", flat=True)[: limit - len(found)])


def let_time_pass(child: UUID) -> bool:
    """Respond for one child by the clock; False when somebody else already had."""
    if not Watch.objects.filter(Q(next_change_at__lte=now()) | _another_rulebook(), child=child).exists():
        return False
    with open_occasion(CLOCK, about=(child,), through=Through.CLOCK, purpose=Purpose.PASSING_TIME) as occasion:
        # The clock enters nothing; what time alone changes follows when the occasion closes.
        if child not in occasion.children:
            stop_watching(child, book().hash)
    return True


def let_time_pass_at(setting: UUID) -> bool:
    """Respond for one team or setting by the clock; False when somebody else already had."""
    if not SettingWatch.objects.filter(Q(next_change_at__lte=now()) | _another_rulebook(), setting=setting).exists():
        return False
    with open_occasion(CLOCK, through=Through.CLOCK, purpose=Purpose.PASSING_TIME) as occasion:
        occasion.settings.add(setting)
    return True


def _another_rulebook() -> Q:
    """Written as two ranges, so that its index finds the few there are, or none, without reading all."""
    return Q(rulebook_hash__lt=book().hash) | Q(rulebook_hash__gt=book().hash)
