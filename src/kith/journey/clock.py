"""`now()`: the only clock. The demonstration's runs ahead of the machine's by a set number of seconds."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """The time it is, aware."""
    here = datetime.now(LONDON)
    return here + timedelta(seconds=settings.DEMO_CLOCK_AHEAD) if settings.DEMO else here
