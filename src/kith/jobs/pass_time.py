"""Passing time is an actor too: responds for the children whose picture could have changed by time alone.

Cost grows with what is due, not with how many children there are. Safe to run twice, and beside another: a second
response changes nothing. A child for whom it fails keeps no other waiting: the failure is on record as an occasion,
is logged, and is tried again.
"""

import logging

from kith.journey.clock import now
from kith.journey.time import due_children, let_time_pass

_log = logging.getLogger(__name__)


def pass_time(limit: int = 500) -> int:
    """Respond for children who are due now, and say for how many."""
    passed = 0
    for child in due_children(now(), limit):
        try:
            passed += let_time_pass(child)
        except Exception:
            _log.exception("Time could not pass for child %s.", child)
    return passed
