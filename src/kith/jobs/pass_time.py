"""Passing time is an actor too: responds for the children whose picture could have changed by time alone.

Cost grows with what is due, not with how many children there are. Safe to run twice: each child is claimed anew
under its lock, and one who is no longer due is left alone.
"""

from kith.journey.clock import now
from kith.journey.time import due_children, let_time_pass


def pass_time(limit: int = 500) -> int:
    """Respond for children who are due now, and say for how many."""
    due = due_children(now(), limit)
    return sum(let_time_pass(child) for child in due)
