"""The clock as an actor: children whose next change has come, and the occasion by which time passes for one."""

from datetime import datetime
from uuid import UUID

from kith.duties.models import Watch
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.policy.permissions import Actor
from kith.vocabulary import Purpose, Role, Through

CLOCK = Actor(name="Kith's clock", role=Role.UNKNOWN, is_machine=True)


def due_children(at: datetime, limit: int) -> list[UUID]:
    """Children whose picture could have changed by time alone, longest due first."""
    due = Watch.objects.filter(next_change_at__lte=at).order_by("next_change_at", "child")
    return list(due.values_list("child", flat=True)[:limit])


def let_time_pass(child: UUID) -> bool:
    """Respond for one child by the clock; False when somebody else already had."""
    if not Watch.objects.filter(child=child, next_change_at__lte=now()).exists():
        return False
    with open_occasion(CLOCK, about=(child,), through=Through.CLOCK, purpose=Purpose.PASSING_TIME):
        pass  # the clock enters nothing; what time alone changes follows when the occasion closes
    return True
