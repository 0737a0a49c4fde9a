"""How far on a button moves the clock: to the minute by the clock in London, never back."""

from datetime import datetime, time, timedelta

from kith.duties.desk import next_due
from kith.policy.calendar import LONDON, hours_after, london_day

#: What is posted, and what its button says.
MOVES = {"hour": "1 hour on", "morning": "To 9am tomorrow", "due": "To the next thing due"}
MORNING = time(9)


def moment_of(move: str, at: datetime) -> datetime | None:
    """The moment a move leads to; None for a move there is not, and when nothing is due."""
    match move:
        case "hour":
            return hours_after(at, 1)
        case "morning":
            return datetime.combine(london_day(at) + timedelta(days=1), MORNING, tzinfo=LONDON)
        case "due":
            return next_due(at)
    return None
