"""What waits to be sent leaves here, never in a request: claimed, sent, recorded. Safe to run twice, and beside another.

A sender that is cut off between the two leaves its claim; after two minutes another sends it again, with digits of its
own, and the last that came count.
"""

from kith.journey import one_time


def send_mail(limit: int = 100) -> int:
    """Send what waits now, and say how many left."""
    return one_time.send_codes(limit)
