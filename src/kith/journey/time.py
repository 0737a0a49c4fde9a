"""The clock as an actor: children whose next change has come, and the occasion by which time passes for one.

A new rulebook is time passed too: children who were last assessed under another are taken in their turn.
"""

import logging
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kith.duties.acts import stop_watching
from kith.duties.models import Watch
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.journey.respond import book
from kith.policy.permissions import Actor
from kith.vocabulary import Purpose, Role, Through

_log = logging.getLogger(__name__)

CLOCK = Actor(name="Kith's clock", role=Role.UNKNOWN, is_machine=True)


def pass_time(limit: int) -> int:
    """Respond for the children who are due now, and say for how many. One for whom it fails keeps no other waiting."""
    passed = 0
    for child in due_children(now(), limit):
        try:
            passed += let_time_pass(child)
        except Exception:
            _log.exception("Time could not pass for child %s.", child)
    return passed


def due_children(at: datetime, limit: int) -> list[UUID]:
    """Children whose picture could have changed by time alone, longest due first; then those assessed by other rules."""
    due = Watch.objects.filter(next_change_at__lte=at).order_by("next_change_at", "child")
    found = list(due.values_list("child", flat=True)[:limit])
    behind = Watch.objects.filter(_another_rulebook()).exclude(child__in=found).order_by("child")
    return found + list(behind.values_list("child", flat=True)[: limit - len(found)])


def let_time_pass(child: UUID) -> bool:
    """Respond for one child by the clock; False when somebody else already had."""
    if not Watch.objects.filter(Q(next_change_at__lte=now()) | _another_rulebook(), child=child).exists():
        return False
    with open_occasion(CLOCK, about=(child,), through=Through.CLOCK, purpose=Purpose.PASSING_TIME) as occasion:
        # The clock enters nothing; what time alone changes follows when the occasion closes.
        if child not in occasion.children:
            stop_watching(child, book().hash)
    return True


def _another_rulebook() -> Q:
    """Written as two ranges, so that its index finds the few there are, or none, without reading all."""
    return Q(rulebook_hash__lt=book().hash) | Q(rulebook_hash__gt=book().hash)
