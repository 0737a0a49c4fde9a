"""Passing time is an actor too: responds for the children, teams and settings whose picture could have changed by time alone.

Cost grows with what is due, not with how many there are. Safe to run twice, and beside another: a second
response changes nothing. A child for whom it fails keeps no other waiting: the failure is on record as an occasion,
is logged, and is tried again.
"""

from kith.journey import time


def pass_time(limit: int = 500) -> int:
    """Respond for whoever is due now, and say for how many."""
    return time.pass_time(limit)
